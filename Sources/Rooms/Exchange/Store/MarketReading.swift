import Foundation
package import Prevention
import Rounds
import Storage
package import Transfers
import Workflow

/// Reads the market inside one block, so that everything fits together.
struct MarketReading {
    let reader: Reader
    let day: Day

    func market() throws -> Market {
        let versions = try versions()
        let rules = versions.last { $0.rules.validFrom <= day }?.rules ?? ExchangeRules.start
        let steps = try steps()
        let offers = try offers(steps)
        let requests = try requests(steps)
        let transfers = try transfers(offers, requests, steps)
        return Market(
            day: day, rules: rules, versions: versions, participants: try participants(), links: try links(),
            levels: try levels(), offers: offers, requests: requests, transfers: transfers,
            rounds: try rounds(steps), ledger: try ledger(rules))
    }

    private func versions() throws -> [RuleVersion] {
        let columns: SQL = "SELECT rules, publishedAt, reason FROM exchangeRules ORDER BY validFrom, publishedAt"
        return try reader.rows(columns) { row in
            RuleVersion(
                rules: try JSONDecoder().decode(
                    ExchangeRules.self, from: Data(try row.get(0, as: String.self).utf8)),
                publishedAt: try row.get(1), reason: try row.get(2))
        }
    }

    private func participants() throws -> [ParticipantRecord] {
        var limits: [String: TransferLimits] = [:]
        let today = day.halfYear
        try reader.each("SELECT participantId, halfYear, giveMost, receiveMost FROM exchangeLimit ORDER BY halfYear") {
            row in
            guard let from = Period(try row.get(1, as: String.self)), from.firstDay <= today.firstDay else { return }
            limits[try row.get(0)] = TransferLimits(give: try row.get(2), receive: try row.get(3))
        }
        let none = TransferLimits(give: 0, receive: 0)
        return try reader.rows("SELECT * FROM exchangeParticipant ORDER BY name, id") { row in
            let id = try row.get("id", as: ID<Participant>.self)
            guard let limits = limits[id.text] ?? none else { throw BrokenRecord(id.text) }
            return ParticipantRecord(
                id: id, name: try row.get("name"), areaKey: try row.optional("areaKey"), kind: try row.get("kind"),
                limits: limits, since: try row.get("since"), leftOn: try row.optional("leftOn"),
                leftReason: try row.optional("leftReason"))
        }
    }

    private func links() throws -> [LinkRecord] {
        let records = try reader.rows("SELECT * FROM exchangeLink ORDER BY title, id") { row in
            LinkRecord(
                id: try row.get("id"), title: try row.get("title"), stage: try row.get("stage"),
                field: try row.get("field"), obligation: try row.get("obligation"))
        }
        return LifeStage.allCases.flatMap { stage in records.filter { $0.stage == stage } }
    }

    private func levels() throws -> [LevelKey: LevelRecord] {
        var found: [LevelKey: LevelRecord] = [:]
        try reader.each(
            "SELECT participantId, linkId, level, at, reason FROM exchangeLevel ORDER BY participantId, linkId, number"
        ) { row in
            guard let level = LinkLevel(rawValue: try row.get(2)) else { throw BrokenRecord("level") }
            let record = LevelRecord(
                participant: try row.get(0), link: try row.get(1), level: level, at: try row.get(3),
                reason: try row.get(4))
            found[LevelKey(record.participant, record.link)] = record
        }
        return found
    }

    /// All courses by kind and key: `offer/…`.
    private func steps() throws -> [String: [StepRecord]] {
        var found: [String: [StepRecord]] = [:]
        try reader.each(
            """
            SELECT kind, subjectId, step, participantId, actor, at, reason FROM exchangeStep
            ORDER BY kind, subjectId, number
            """
        ) { row in
            let key = "\(try row.get(0, as: String.self))/\(try row.get(1, as: String.self))"
            let record = StepRecord(
                step: try row.get(2), participant: try row.optional(3), actor: try row.reference("actor"),
                at: try row.get(5), reason: try row.get(6))
            found[key, default: []].append(record)
        }
        return found
    }

    /// Replays stored steps.
    private func course<Flow: Workflow>(
        _ flow: Flow.Type, _ steps: [StepRecord], _ what: String
    ) throws -> Course<Flow> where Flow.Step: RawRepresentable<String> {
        try Course(
            replaying: try steps.map { record in
                guard let step = Flow.Step(rawValue: record.step) else { throw BrokenRecord(what) }
                return (step, record.actor, record.at, record.reason)
            })
    }

    private func offers(_ steps: [String: [StepRecord]]) throws -> [OfferRecord] {
        var givers: [String: [ID<Participant>]] = [:]
        try reader.each("SELECT offerId, participantId FROM exchangeOfferGiver") { row in
            givers[try row.get(0), default: []].append(try row.get(1))
        }
        let consents = try consents()
        return try reader.rows("SELECT * FROM exchangeOffer ORDER BY createdAt DESC, id") { row in
            let id = try row.get("id", as: ID<TransferOffer>.self)
            let own = steps["offer/\(id)"] ?? []
            let offer = TransferOffer(
                id: id, kind: try row.get("kind"), givers: givers[id.text] ?? [], linkType: try row.get("linkId"),
                practice: try row.reference("practice"), parts: try row.parts("parts"),
                capacity: try row.get("capacity"), course: try course(OfferFlow.self, own, id.text))
            guard let offer else { throw BrokenRecord(id.text) }
            return OfferRecord(
                offer, languages: try row.get("languages", as: String.self).split(separator: ",").map(String.init),
                isRemote: try row.get("isRemote"), note: try row.get("note"), createdAt: try row.get("createdAt"),
                steps: own, consents: consents[id.text] ?? [:])
        }
    }

    private func consents() throws -> [String: [ID<Participant>: ConsentRecord]] {
        var found: [String: [ID<Participant>: ConsentRecord]] = [:]
        try reader.each(
            "SELECT offerId, participantId, agrees, at, reason FROM exchangeConsent ORDER BY offerId, number"
        ) { row in
            let record = ConsentRecord(
                participant: try row.get(1), agrees: try row.get(2), at: try row.get(3), reason: try row.get(4))
            found[try row.get(0), default: [:]][record.participant] = record
        }
        return found
    }

    private func requests(_ steps: [String: [StepRecord]]) throws -> [RequestRecord] {
        var practices: [String: Set<Reference>] = [:]
        try reader.each("SELECT requestId, practice FROM exchangeRequestPractice") { row in
            practices[try row.get(0), default: []].insert(try row.reference("practice"))
        }
        return try reader.rows("SELECT * FROM exchangeRequest ORDER BY createdAt DESC, id") { row in
            let id = try row.get("id", as: ID<TransferRequest>.self)
            let own = steps["request/\(id)"] ?? []
            let missing = try row.optional("missing", as: Double.self)
            let cell = try row.optional("cell", as: String.self).flatMap { Reference(stored: $0) }
            let urgency = missing.flatMap { share in cell.map { Urgency(missing: share, in: $0) } } ?? .unknown
            let request = TransferRequest(
                id: id, receiver: try row.get("receiverId"), linkType: try row.get("linkId"),
                practices: practices[id.text] ?? [], urgency: urgency, waitingRounds: try row.get("waitingRounds"),
                course: try course(RequestFlow.self, own, id.text))
            return RequestRecord(
                request, need: try row.get("need"), missing: missing, createdAt: try row.get("createdAt"), steps: own)
        }
    }

    private func transfers(
        _ offers: [OfferRecord], _ requests: [RequestRecord], _ steps: [String: [StepRecord]]
    ) throws -> [TransferRecord] {
        let offers = Dictionary(uniqueKeysWithValues: offers.map { ($0.offer.id, $0.offer) })
        let requests = Dictionary(uniqueKeysWithValues: requests.map { ($0.request.id, $0.request) })
        let sessions = try sessions()
        let evaluations = try evaluations()
        var terms: [String: String] = [:]
        try reader.each("SELECT transferId, terms FROM exchangeAgreement") { row in
            terms[try row.get(0)] = try row.get(1, as: String.self)
        }
        return try reader.rows("SELECT * FROM exchangeTransfer ORDER BY proposedAt DESC, id") { row in
            let id = try row.get("id", as: ID<Transfer>.self)
            let own = steps["transfer/\(id)"] ?? []
            guard let offer = offers[try row.get("offerId")], let request = requests[try row.get("requestId")],
                let transfer = Transfer(
                    id: id, offer: offer, request: request, proposedAt: try row.get("proposedAt"),
                    origin: try row.get("origin"), course: try course(TransferFlow.self, own, id.text))
            else { throw BrokenRecord(id.text) }
            return TransferRecord(
                transfer, round: try row.optional("roundId"), steps: own, agreement: terms[id.text],
                sessions: sessions[id] ?? [], evaluation: evaluations[id])
        }
    }

    private func sessions() throws -> [ID<Transfer>: [SessionRecord]] {
        let all = try reader.rows("SELECT * FROM exchangeSession ORDER BY startsAt, id") { row in
            SessionRecord(
                id: try row.get("id"), transfer: try row.get("transferId"), part: try row.get("part"),
                startsAt: try row.get("startsAt"), minutes: try row.get("minutes"), place: try row.get("place"),
                createdAt: try row.get("createdAt"), cancelledAt: try row.optional("cancelledAt"))
        }
        return Dictionary(grouping: all, by: \.transfer)
    }

    private func evaluations() throws -> [ID<Transfer>: EvaluationRecord] {
        let all = try reader.rows("SELECT * FROM exchangeEvaluation") { row in
            EvaluationRecord(
                transfer: try row.get("transferId"), evaluator: try row.get("evaluatorId"),
                reached: try row.get("reached"), findings: try row.get("findings"), advice: try row.get("advice"),
                at: try row.get("at"))
        }
        return Dictionary(all.map { ($0.transfer, $0) }, uniquingKeysWith: { first, _ in first })
    }

    private func ledger(_ rules: ExchangeRules) throws -> Ledger {
        let bookings = try reader.rows("SELECT * FROM exchangeBooking ORDER BY number") { try Booking($0) }
        let reservations = try reader.rows("SELECT * FROM exchangeReservation ORDER BY transferId, toAccount") { row in
            Reservation(
                transfer: try row.get("transferId"), from: try row.account("fromAccount"),
                to: try row.account("toAccount"), points: try row.get("points"))
        }
        return try Ledger(replaying: bookings, reservations: reservations, rules: rules)
    }

    private func rounds(_ steps: [String: [StepRecord]]) throws -> [RoundRecord] {
        var counts: [String: Int] = [:]
        try reader.each("SELECT roundId, count(*) FROM exchangeOutcome GROUP BY roundId") { row in
            counts[try row.get(0)] = try row.get(1, as: Int.self)
        }
        let decoder = JSONDecoder()
        return try reader.rows("SELECT * FROM exchangeRound ORDER BY deadline DESC, id") { row in
            let id = try row.get("id", as: ID<Round>.self)
            let own = steps["round/\(id)"] ?? []
            guard let period = Period(try row.get("halfYear", as: String.self)),
                let kind = RoundKind(rawValue: try row.get("kind")), let mode = RoundMode(rawValue: try row.get("mode"))
            else { throw BrokenRecord(id.text) }
            let round = try Round(
                id: id, period: period, kind: kind, mode: mode,
                rules: try decoder.decode(ExchangeRules.self, from: Data(try row.get("rules", as: String.self).utf8)),
                seed: try row.get("seed"), publishedOn: try row.get("announcedAt"), deadline: try row.get("deadline"),
                course: try course(RoundFlow.self, own, id.text))
            return RoundRecord(
                round, title: try row.get("title"),
                assumptions: try decoder.decode(
                    [String].self, from: Data(try row.get("assumptions", as: String.self).utf8)),
                steps: own, resolutions: counts[id.text] ?? 0)
        }
    }
}

extension ExchangeRules {
    /// The start values, in force until the steering body publishes a version.
    package static let start = ExchangeRules(version: "Startwerte", validFrom: Day(daysSince1970: 0))
}

extension Day {
    /// The half-year in which the day lies.
    package var halfYear: Period {
        Period("\(String(description.prefix(4)))-H\(month <= 6 ? 1 : 2)") ?? Period(day: self)
    }
}
