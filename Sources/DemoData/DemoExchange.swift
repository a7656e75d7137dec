import Areas
import Exchange
import ModelProject
import Practice
import Practices
import Prevention
import Rounds
import Storage
import Transfers
import Workflow

/// Börse des Musterkreises: an invented market in full swing, built step by step through the same commands that pages use.
///
/// Every step comes at its own time, oldest first, so that bookings stand in the order in which they happened.
struct DemoExchange {
    let store: ExchangeStore
    let towns: [Area]
    let practices: [PracticeEntry]
    let links: [LinkCatalogue.Link]
    let now: Instant
    /// Share of what is due to a town that is missing there, as the gap analysis says.
    let missing: (Area, LinkCatalogue.Link) -> Double?

    private static let space = "musterkreis-boerse"

    func id<Record>(_ name: String) -> ID<Record> { ID(.exchange, name: "\(Self.space)/\(name)") }

    func town(_ area: Area) -> ID<Participant> { id("town/\(area.key)") }

    /// So many days before now.
    func at(_ days: Int, hour: Int = 9) -> Instant {
        BerlinTime(now.berlinDay.adding(days: -days), hour: hour)?.instant ?? now
    }

    func command(_ days: Int, hour: Int = 9, for who: ID<Participant>? = nil, _ reason: String) -> ExchangeStore.Command
    {
        ExchangeStore.Command(by: .system("demo"), for: who, at: at(days, hour: hour), because: reason)
    }

    /// What is on offer: a practice, who runs it, and the link it belongs to.
    struct Stock {
        let slug: String
        let owner: Area
        let link: LinkCatalogue.Link

        var practice: Reference { Reference(.practice, slug) }
    }

    /// Each link once, by the first practice that fits it.
    var stock: [Stock] {
        var taken: Set<String> = []
        return practices.sorted { $0.slug < $1.slug }.compactMap { entry in
            guard entry.practice.status.why == nil,
                let owner = towns.first(where: { entry.practice.municipalities.contains($0.id) })
            else { return nil }
            let place = entry.practice.place
            let fitting = links.first { link in
                !taken.contains(link.slug) && place.lifeStages.contains(link.stage)
                    && place.fields.contains(link.field)
            }
            let loose = links.first { !taken.contains($0.slug) && place.lifeStages.contains($0.stage) }
            guard let link = fitting ?? loose else { return nil }
            taken.insert(link.slug)
            return Stock(slug: entry.slug, owner: owner, link: link)
        }
    }

    /// Loads everything; nothing if it is there already.
    ///
    func load() async throws {
        let before = try await store.market(on: now.berlinDay)
        let stock = stock
        guard towns.count >= 4, stock.count >= 4, before.participant(town(towns[0])) == nil else { return }
        try await store.publish(rules, command(Self.rulesAge, "Erste Fassung"))
        try await found(stock)
        try await evaluatedTransfer(stock)
        try await market(stock)
        let round = try await clearedRound()
        try await work(round)
        try await waiting(stock)
        try await announcedRound()
    }

    private static let rulesAge = 430

    /// The first version of the rules, as the first round uses it.
    private var rules: ExchangeRules {
        ExchangeRules(version: "Fassung 1", validFrom: now.berlinDay.adding(days: -Self.rulesAge))
    }

    // MARK: Participants, links, levels

    private func found(_ stock: [Stock]) async throws {
        for (index, area) in towns.enumerated() {
            let small = index == towns.count - 1
            guard let limits = TransferLimits(give: small ? 1 : 2, receive: 2) else { continue }
            try await store.add(
                town(area), name: area.name, areaKey: area.key.text, kind: .municipality, limits: limits,
                command(420, "Beitritt zur Börse"))
        }
        var random = SeededGenerator(seed: 2_026)
        let owners = Dictionary(grouping: stock, by: \.link.slug)
        for link in links {
            for area in towns {
                let owns = owners[link.slug]?.contains { $0.owner.id == area.id } ?? false
                let level = owns ? LinkLevel.mayPassOn : LinkLevel(rawValue: random.number(in: 0...3)) ?? .missing
                let isWanted = owners[link.slug] != nil && !owns && random.chance(60)
                try await store.set(
                    isWanted ? .missing : level, LevelKey(town(area), link.id), command(418, "Bestandsaufnahme"))
            }
        }
    }

    func offer(_ one: Stock, _ name: String, days: Int, capacity: Int = 1) async throws -> ID<TransferOffer> {
        let id: ID<TransferOffer> = id("offer/\(name)")
        guard
            let offer = TransferOffer(
                id: id, kind: .practice, givers: [town(one.owner)], linkType: one.link.id, practice: one.practice,
                parts: Set(TransferPart.allCases), capacity: capacity)
        else { return id }
        try await store.add(
            OfferRecord(
                offer, languages: ["de"], isRemote: true,
                note: "Wir zeigen unsere Arbeit vor Ort und begleiten die ersten Wochen.", createdAt: at(days)),
            command(days, for: town(one.owner), "Angebot"))
        try await store.take(.review, of: id, command(days, hour: 11, "Praxis ist geprüft"))
        try await store.take(.open, of: id, command(days, hour: 12, "Angebot ist vollständig"))
        return id
    }

    func request(
        _ link: LinkCatalogue.Link, of area: Area, days: Int
    ) async throws -> ID<TransferRequest> {
        let id: ID<TransferRequest> = id("request/\(area.key)/\(link.slug)/\(days)")
        let share = missing(area, link)
        let cell = Reference(.area, "\(area.key)/\(link.stage.rawValue)/\(link.field.rawValue)")
        let request = TransferRequest(
            id: id, receiver: town(area), linkType: link.id,
            urgency: share.map { Urgency(missing: $0, in: cell) } ?? .unknown)
        let need = "In \(area.name) fehlt dieses Glied noch. Wir suchen eine Kommune, die es uns zeigt."
        try await store.add(
            RequestRecord(request, need: need, missing: share, createdAt: at(days)),
            command(days, for: town(area), "Gesuch"))
        try await store.take(.clarify, of: id, command(days, hour: 11, for: town(area), "Bedarf ist geklärt"))
        try await store.take(.open, of: id, command(days, hour: 12, for: town(area), "Bereit für die Runde"))
        return id
    }

    // MARK: One transfer long ago, registered and evaluated

    private func evaluatedTransfer(_ stock: [Stock]) async throws {
        let one = stock[0]
        guard let receiver = towns.first(where: { $0.id != one.owner.id }),
            let third = towns.first(where: { $0.id != one.owner.id && $0.id != receiver.id })
        else { return }
        try await store.set(.missing, LevelKey(town(receiver), one.link.id), command(402, "Bestandsaufnahme"))
        let offer = try await offer(one, "first", days: 400)
        let request = try await request(one.link, of: receiver, days: 398)
        let transfer: ID<Transfer> = id("transfer/first")
        try await store.register(
            transfer, offer: offer, request: request, command(395, "Außerhalb der Runden vereinbart"))
        let course = DemoCourse(demo: self, transfer: transfer, giver: town(one.owner), receiver: town(receiver))
        try await run(
            course.agree(from: 390) + course.confirm(TransferPart.allCases, from: 360, every: 25)
                + [course.step(.introduce, for: town(receiver), days: 280, "Läuft seit dem Frühjahr")])
        try await store.take(
            .evaluate, of: transfer,
            evaluation: EvaluationRecord(
                transfer: transfer, evaluator: town(third), reached: .partly,
                findings: "Die Familien werden erreicht. Die Übergabe an die Kita gelingt erst in zwei Stadtteilen.",
                advice: "Die Kitas schon vor dem ersten Besuch einladen.", at: at(80)),
            command(80, for: town(third), "Auswertung nach sechs Monaten"))
        try await run([course.step(.anchor, for: nil, days: 70, "Im Haushalt verankert")])
        try await store.take(.expire, of: offer, command(60, for: town(one.owner), "Neues Angebot folgt"))
    }

    // MARK: The market of the round

    private func market(_ stock: [Stock]) async throws {
        for one in stock.prefix(8) { _ = try await offer(one, one.slug, days: 52, capacity: 2) }
        let levels = try await store.market(on: now.berlinDay)
        for one in stock.prefix(8) {
            let wanting = towns.filter { levels.level(town($0), one.link.id) == .missing }
            for area in wanting.prefix(3) { _ = try await request(one.link, of: area, days: 50) }
        }
        // Wanted, but nobody offers it yet.
        let offered = Set(stock.map(\.link.slug))
        for (link, area) in zip(links.filter { !offered.contains($0.slug) }.prefix(2), towns.reversed()) {
            try await store.set(.missing, LevelKey(town(area), link.id), command(51, "Bestandsaufnahme"))
            _ = try await request(link, of: area, days: 49)
        }
    }

    private func round(
        _ name: String, _ half: Period, _ rules: ExchangeRules, published: Int, deadline: Int
    ) throws -> Round {
        try Round(
            id: id("round/\(name)"), period: half, kind: .binding,
            rules: rules,
            seed: "Musterkreis \(half)", publishedOn: now.berlinDay.adding(days: -published),
            deadline: now.berlinDay.adding(days: -deadline))
    }

    /// "2. Halbjahr 2026".
    private func words(_ half: Period) -> String {
        "\(half.firstDay.month > 6 ? 2 : 1). Halbjahr \(half.firstDay.year)"
    }

    private func clearedRound() async throws -> ID<Round> {
        let half = now.berlinDay.halfYear
        let round = try round("first", half, rules, published: 60, deadline: 45)
        try await store.announce(
            RoundRecord(round, title: "Musterkreis, \(words(half))"), command(60, "Ankündigung"))
        try await store.take(.close, of: round.id, command(44, "Die Frist ist abgelaufen"))
        let known = practices
        let ports = ExchangePorts(practices: { day in
            known.map { entry in
                ExchangePorts.Practice(
                    slug: entry.slug, title: entry.title, municipalities: [],
                    evidence: PairFacts.Evidence(effect: 2, readiness: 2, trust: 1),
                    reviewExpires: entry.expires ?? day.adding(months: 12))
            }
        })
        try await store.clear(round, ports: ports, command(43, "Abgleich wie angekündigt"))
        try await store.take(.decide, of: round.id, command(43, hour: 14, "Die Steuerungsgruppe hat zugestimmt"))
        return round.id
    }

    private func announcedRound() async throws {
        let today = now.berlinDay
        let next = today.halfYear.lastDay.adding(days: 1).halfYear
        var newer = rules
        newer.version = "Fassung 2"
        newer.validFrom = today.adding(days: -5)
        newer.weights.waiting = 300
        try await store.publish(newer, command(5, "Wer schon gewartet hat, soll eher an die Reihe kommen"))
        let round = try round("next", next, newer, published: 4, deadline: -24)
        try await store.announce(RoundRecord(round, title: "Musterkreis, \(words(next))"), command(4, "Ankündigung"))
    }

    // MARK: What became of the proposals

    private func work(_ round: ID<Round>) async throws {
        let proposed = try await store.market(on: now.berlinDay).transfers.filter { $0.round == round }
            .sorted { $0.id < $1.id }
        let courses = proposed.map {
            DemoCourse(
                demo: self, transfer: $0.id, giver: $0.transfer.givers[0], receiver: $0.transfer.receiver)
        }
        var entries: [DemoEntry] = []
        for (index, course) in courses.enumerated() {
            if index == 1 {
                let reason = "Die Stelle ist erst im Sommer besetzt"
                entries.append(
                    course.step(.decline(.receiver, .noStaff), for: course.receiver, days: 38, reason))
            } else {
                entries += course.agree(from: 40, upTo: index % 4 == 2 ? .accepted : .contextChecked)
            }
        }
        if let coached = courses.first {
            entries += [coached.session(.presentation, at: -26, made: 30)]
            entries += coached.confirm(TransferPart.allCases, from: 25, every: 5)
        }
        if courses.count > 3 {
            entries += [courses[3].session(.presentation, at: -24, made: 30)]
            entries += courses[3].confirm([.presentation], from: 22, every: 5)
            entries += [courses[3].session(.factors, at: 9, made: 5)]
        }
        try await run(entries)
        try await store.issueFund(command(3, hour: 12, "Beschluss der Steuerungsgruppe"))
        try await store.resolve(round, command(3, hour: 15, "Nachbesetzung nach einer Absage"))
    }

    /// Everything in the order in which it happened.
    private func run(_ entries: [DemoEntry]) async throws {
        for entry in entries.sorted(by: { ($1.days, $0.hour) < ($0.days, $1.hour) }) { try await entry.action() }
    }
}
