import Clearing
import Prevention
import Rounds
import Transfers
import Workflow

/// Keys, days and things of a small exchange; the same for the same number.
enum Fair {
    static let actor = Reference(.user, "u1")
    static let rules = ExchangeRules(version: "2026-1", validFrom: day("2026-01-01"))
    static let opened = noon("2026-01-05")

    struct Missing: Error {}

    static func required<Value>(_ value: Value?) throws -> Value {
        guard let value else { throw Missing() }
        return value
    }

    static func day(_ text: String) -> Day { Day(text) ?? Day(daysSince1970: 0) }

    static func noon(_ text: String) -> Instant { Instant("\(text)T12:00:00Z") ?? Instant(milliseconds: 0) }

    static func key<Record>(_ number: Int, _: Record.Type = Record.self) -> ID<Record> {
        ID(bytes: (0..<16).map { UInt8(truncatingIfNeeded: $0 < 8 ? 0 : number >> (8 * (15 - $0))) }) ?? ID()
    }

    static func town(_ number: Int) -> ID<Participant> { key(number) }
    static func account(_ number: Int) -> Account { .participant(town(number)) }
    static func link(_ number: Int) -> ID<LinkType> { key(900 + number) }

    static func participant(_ number: Int, give: Int = 2, receive: Int = 2) throws -> Participant {
        Participant(
            id: town(number), kind: .municipality,
            limits: try required(TransferLimits(give: give, receive: receive)))
    }

    static func round(
        _ period: String = "2026-H1", kind: RoundKind = .binding, mode: RoundMode = .weighted,
        rules: ExchangeRules = Fair.rules, seed: String = "Los 1"
    ) throws -> Round {
        try Round(
            id: key(1), period: try required(Period(period)), kind: kind, mode: mode, rules: rules, seed: seed,
            publishedOn: day("2026-01-02"), deadline: day("2026-01-31"))
    }

    static func offer(
        _ number: Int, by givers: [Int], link: Int = 1, kind: TransferOffer.Kind = .practice,
        parts: Set<TransferPart> = Set(TransferPart.allCases), capacity: Int = 1
    ) throws -> TransferOffer {
        var offer = try required(
            TransferOffer(
                id: key(number), kind: kind, givers: givers.map(town), linkType: self.link(link),
                practice: Reference(.practice, "p\(link)-\(givers)"), parts: parts, capacity: capacity))
        for step in [OfferFlow.Step.review, .open] { try offer.take(step, by: actor, at: opened, because: "Probe") }
        return offer
    }

    static func request(_ number: Int, by receiver: Int, link: Int = 1, waiting: Int = 0) throws -> TransferRequest {
        var request = TransferRequest(
            id: key(number), receiver: town(receiver), linkType: self.link(link), waitingRounds: waiting)
        for step in [RequestFlow.Step.clarify, .open] {
            try request.take(step, by: actor, at: opened, because: "Probe")
        }
        return request
    }

    /// Facts without any obstacle.
    static func facts(
        _ offer: TransferOffer, _ request: TransferRequest, level: LinkLevel = .mayPassOn,
        obligation: LinkType.Obligation = .duty
    ) -> PairFacts {
        var facts = PairFacts(offer, request, giverLevel: level, obligation: obligation)
        facts.reviewExpires = day("2027-12-31")
        facts.evidence = PairFacts.Evidence(effect: 2, readiness: 2, trust: 1)
        return facts
    }

    /// All pairs of the same link, without any obstacle.
    static func allFacts(_ offers: [TransferOffer], _ requests: [TransferRequest]) -> [RoundPair: PairFacts] {
        var all: [RoundPair: PairFacts] = [:]
        for offer in offers {
            for request in requests where request.accepts(offer) {
                all[RoundPair(offer.id, request.id)] = facts(offer, request)
            }
        }
        return all
    }
}
