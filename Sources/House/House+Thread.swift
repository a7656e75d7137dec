import Areas
import Context
import ContextModel
import Exchange
import Indicators
import Learning
import Monitoring
import Practice
import Practices
import Prevention
import Storage
import Texts
import Transfers
import Web
import Workflow

/// Der Faden: what practice, context model, exchange and learning network ask of each other; none of them knows another.
struct Thread: Sendable {
    let areas: AreaDirectory
    let figures: IndicatorShelf
    let context: ContextServices
    let exchange: ExchangeStore
    let practices: PracticeStore
    let talk: ExchangeTalk
    let clock: Clock
    private let free: FreeCoaching
    private let nearness = Nearness()

    init(
        areas: AreaDirectory, figures: IndicatorShelf, context: ContextServices, database: Database, clock: Clock
    ) {
        self.areas = areas
        self.figures = figures
        self.context = context
        exchange = ExchangeStore(database: database)
        free = FreeCoaching(database: database)
        talk = ExchangeTalk(database: database, directory: areas)
        practices = PracticeStore(database: database)
        self.clock = clock
    }

    // MARK: Practices

    var practicePorts: PracticePorts {
        var ports = PracticePorts(context: context).withNeeds(figures)
        ports.coaching = { try await free.practices(on: $0) }
        ports.pages.formUnion([.request, .conversation])
        return ports
    }

    var writingPorts: WritingPorts { WritingPorts { try await trades(of: $0) } }

    /// The newest day on which a municipality traded with each other one.
    private func trades(of area: ID<Area>) async throws -> [ID<Area>: Day] {
        let market = try await exchange.market(on: clock.now().berlinDay)
        var days: [ID<Area>: Day] = [:]
        for record in market.transfers {
            let transfer = record.transfer
            guard transfer.state.stage != nil, let day = transfer.course.entries.last?.at.berlinDay else { continue }
            let sides = (transfer.givers + [transfer.receiver]).compactMap {
                market.participant($0)?.areaKey.flatMap { AreaKey($0) }.map { ID<Area>(key: $0) }
            }
            guard sides.contains(area) else { continue }
            for other in sides where other != area { days[other] = max(days[other] ?? day, day) }
        }
        return days
    }

    // MARK: Exchange

    func exchangePorts(_ base: ExchangePorts) -> ExchangePorts {
        var ports = base
        ports.context = { practice, areaKey in
            guard let key = AreaKey(areaKey), let entry = try await practices.entry(practice.id) else { return nil }
            let area = ID<Area>(key: key)
            let fit = try await context.fit(of: entry.reference, at: area)
            let isRed = try await context.hasRedRisk(entry.reference, at: area)
            guard fit != nil || isRed else { return nil }
            return ExchangePorts.Context(fit: fit.flatMap { PairFacts.Fit(met: $0.met, of: $0.of) }, hasRedRisk: isRed)
        }
        ports.closeness = { giver, receiver, today in
            let tree = try await areas.current().tree
            guard let one = AreaKey(giver).flatMap({ tree.area(key: $0) }),
                let other = AreaKey(receiver).flatMap({ tree.area(key: $0) })
            else { return nil }
            return try await nearness.all(to: other, on: today) {
                let series = try await figures.series(for: .everyone, on: today)
                return SimilarAreas(to: other, series, tree, most: tree.areas.count)
            }[one.id]
        }
        ports.travel = { giver, receiver in
            let tree = try await areas.current().tree
            let centers = [giver, receiver].compactMap { AreaKey($0).flatMap { tree.area(key: $0)?.center } }
            return centers.count == 2 ? centers[0].drivingMinutes(to: centers[1]) : nil
        }
        return ports
    }

    // MARK: Learning network

    /// Conversations hang on published practices, and on requests and transfers for those whom they concern.
    var learningPorts: LearningPorts {
        LearningPorts(
            object: { reference, language in
                if reference.kind == .practice { return try await practice(reference, language) }
                let subject = try await talk.subject(reference, on: clock.now().berlinDay)
                return subject.map { LearningPorts.Object(title: $0.title, path: $0.path) }
            },
            mayJoin: { try await talk.mayJoin($0, $1, on: clock.now().berlinDay) })
    }

    private func practice(_ reference: Reference, _ language: Language) async throws -> LearningPorts.Object? {
        guard let id = ID<Practice>(reference.id), let entry = try await practices.file(id)?.published else {
            return nil
        }
        let title = entry.practice.titles[language.rawValue] ?? entry.title
        return LearningPorts.Object(title: title, path: "/praxis/" + entry.slug)
    }

    // MARK: Monitoring

    var monitoringPorts: MonitoringPorts {
        MonitoringPorts { area in
            try await context.kin(of: area).map { SameConditions(area: $0.area, shared: $0.shared.map(\.text)) }
        }
    }
}

/// Nähe aller Gemeinden zu einer: a round asks for every pair, so the newest answer for each is kept for the day.
private actor Nearness {
    private var known: [ID<Area>: (day: Day, closeness: [ID<Area>: Int])] = [:]

    /// 0 (farthest) … 100 (like twins), by area.
    func all(
        to area: Area, on day: Day, computed: @Sendable () async throws -> SimilarAreas
    ) async rethrows -> [ID<Area>: Int] {
        if let found = known[area.id], found.day == day { return found.closeness }
        var closeness: [ID<Area>: Int] = [:]
        for match in try await computed().matches {
            closeness[match.area.id] = Int((100 * (1 - match.distance)).rounded())
        }
        known[area.id] = (day, closeness)
        return closeness
    }
}

/// Freie Begleitung: practices of which an open offer has coaching and room for one more; read again when anything has
/// been written since.
private actor FreeCoaching {
    private let database: Database
    private var known: (upTo: Int, day: Day, practices: Set<ID<Practice>>)?

    init(database: Database) { self.database = database }

    func practices(on day: Day) async throws -> Set<ID<Practice>> {
        let head = try await database.read { r in try r.auditHead().n }
        if let known, known.upTo == head, known.day == day { return known.practices }
        let market = try await ExchangeStore(database: database).market(on: day)
        let slugs = market.offers.filter { record in
            record.offer.course.state == .open && record.offer.parts.contains(.coaching)
                && market.running(record.offer.id) < record.offer.capacity
        }.map(\.offer.practice.id)
        let practices = Set(try await PracticeStore(database: database).ids(of: Set(slugs)).values)
        known = (head, day, practices)
        return practices
    }
}
