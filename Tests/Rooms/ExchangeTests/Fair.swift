import Areas
import Exchange
import Prevention
import RoomTesting
import Rounds
import Storage
import StorageTesting
import Testing
import Transfers
import Web
import Workflow

/// Probemarkt: three towns, one link, one practice that the first two may pass on.
struct Fair {
    static let now = TestHouse.start
    static let towns = ["05978040", "05978036", "05978024"]
    static let a = ID<Participant>(.exchange, name: "a")
    static let b = ID<Participant>(.exchange, name: "b")
    static let c = ID<Participant>(.exchange, name: "c")
    static let link = ID<LinkType>(.exchange, name: "willkommen")
    static let practice = Reference(.practice, "willkommen")
    static let offer = ID<TransferOffer>(.exchange, name: "offer")
    static let request = ID<TransferRequest>(.exchange, name: "request")
    static let transfer = ID<Transfer>(.exchange, name: "transfer")

    let store: ExchangeStore

    static func command(
        for participant: ID<Participant>? = nil, at now: Instant = Fair.now, because reason: String = "Test"
    ) -> ExchangeStore.Command {
        ExchangeStore.Command(by: .system("test"), for: participant, at: now, because: reason)
    }

    /// Participants, link, levels; an open offer of A and an open request of C.
    init(_ database: Database, limits: Int = 2) async throws {
        store = ExchangeStore(database: database)
        let limits = try #require(TransferLimits(give: limits, receive: limits))
        for (index, id) in [Self.a, Self.b, Self.c].enumerated() {
            try await store.add(
                id, name: "Stadt \(["A", "B", "C"][index])", areaKey: Self.towns[index], kind: .municipality,
                limits: limits, Self.command())
        }
        try await store.add(
            LinkRecord(
                id: Self.link, title: "Willkommensbesuch", stage: .pregnancyAndBirth, field: .health, obligation: .duty),
            Self.command())
        for giver in [Self.a, Self.b] {
            try await store.set(.mayPassOn, LevelKey(giver, Self.link), Self.command())
        }
        try await offer(Self.offer, of: [Self.a])
        try await request(Self.request, of: Self.c)
    }

    func offer(
        _ id: ID<TransferOffer>, of givers: [ID<Participant>], capacity: Int = 1, isRemote: Bool = true
    ) async throws {
        let offer = try #require(
            TransferOffer(
                id: id, kind: .practice, givers: givers, linkType: Self.link, practice: Self.practice,
                parts: Set(TransferPart.allCases), capacity: capacity))
        try await store.add(OfferRecord(offer, isRemote: isRemote, createdAt: Self.now), Self.command(for: givers[0]))
        for giver in givers.dropFirst() { try await store.answer(true, to: id, Self.command(for: giver)) }
        for step in [OfferFlow.Step.review, .open] { try await store.take(step, of: id, Self.command()) }
    }

    func request(_ id: ID<TransferRequest>, of receiver: ID<Participant>) async throws {
        let urgency = Urgency(missing: 0.7, in: Reference(.area, "05978024"))
        let request = TransferRequest(id: id, receiver: receiver, linkType: Self.link, urgency: urgency)
        try await store.add(
            RequestRecord(request, need: "Es fehlt.", missing: 0.7, createdAt: Self.now), Self.command(for: receiver))
        for step in [RequestFlow.Step.clarify, .open] {
            try await store.take(step, of: id, Self.command(for: receiver))
        }
    }

    func market(at now: Instant = Fair.now) async throws -> Market { try await store.market(on: now.berlinDay) }

    /// A registered transfer, taken up to the check of the context.
    func begin() async throws {
        try await store.register(Self.transfer, offer: Self.offer, request: Self.request, Self.command())
        try await step(.accept(.giver), for: Self.a)
        try await step(.accept(.receiver), for: Self.c)
        try await store.take(.agree, of: Self.transfer, terms: "Zwei Treffen bis Mai.", Self.command())
        try await step(.checkContext, for: nil)
    }

    func step(_ step: TransferStep, for participant: ID<Participant>?, at now: Instant = Fair.now) async throws {
        try await store.take(step, of: Self.transfer, Self.command(for: participant, at: now))
    }

    static let practices: @Sendable (Day) async throws -> [ExchangePorts.Practice] = { day in
        [
            ExchangePorts.Practice(
                slug: "willkommen", title: "Willkommen im Leben", municipalities: ["Stadt A"],
                evidence: PairFacts.Evidence(effect: 2, readiness: 2, trust: 1), reviewExpires: day.adding(days: 400))
        ]
    }
}
