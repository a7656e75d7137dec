import Clearing
import Foundation
package import Prevention
package import Rounds
import Storage
package import Transfers
import Workflow

extension ExchangeStore {
    /// Announces a round with its rules, seed and deadline; one that is known stays as it is.
    ///
    /// - Throws: `ExchangeRefusal.round` while another one is under way.
    @discardableResult
    package func announce(_ record: RoundRecord, _ command: Command) async throws -> Bool {
        let round = record.round
        let rules = try Self.text(round.rules)
        let assumptions = try Self.text(record.assumptions)
        return try await database.write { w in
            let rounds = try MarketReading(reader: w, day: command.at.berlinDay).market().rounds.map(\.round)
            guard !rounds.contains(where: { $0.id == round.id }) else { return false }
            do throws(RoundRefusal) { try round.checkAnnouncement(beside: rounds) } catch {
                throw ExchangeRefusal.round(error)
            }
            try w.run(
                """
                INSERT INTO exchangeRound
                    (id, title, kind, mode, halfYear, rules, seed, announcedAt, deadline, assumptions)
                VALUES (\(round.id), \(record.title), \(round.kind.rawValue), \(round.mode.rawValue),
                    \(round.period.description), \(rules), \(round.seed), \(round.publishedOn), \(round.deadline),
                    \(assumptions))
                """)
            try w.audit(command.entry("round.announce", Reference(.round, round.id)))
            return true
        }
    }

    /// Takes a step of a round other than clearing it; with `decide` the proposals go out.
    package func take(_ step: RoundFlow.Step, of id: ID<Round>, _ command: Command) async throws {
        guard command.participant == nil else { throw ExchangeRefusal.notYours }
        guard step != .clear else { throw ExchangeRefusal.course(.impossible) }
        let outcome = step == .decide ? try await self.outcome(of: id) : nil
        try await database.write { w in
            let market = try MarketReading(reader: w, day: command.at.berlinDay).market()
            guard let record = market.round(id) else { throw ExchangeRefusal.unknown }
            try w.take(step, of: record, command)
            guard let outcome else { return }
            let proposed = try w.propose(outcome.proposals, of: record.round, resolution: 0, market, command)
            // Whose proposal cannot go out any more has waited as well.
            let unmet = Set(outcome.unmet.map(\.request) + outcome.proposals.map(\.pair.request)).subtracting(proposed)
            for request in market.requests
            where request.request.course.state == .open && unmet.contains(request.request.id) {
                try w.run(
                    "UPDATE exchangeRequest SET waitingRounds = waitingRounds + 1 WHERE id = \(request.request.id)")
            }
        }
    }

    /// Clears a closed round and keeps input, result and certificate; what keeps it from being cleared stands in the
    /// outcome's remarks, and is kept as well.
    @discardableResult
    package func clear(
        _ plan: RoundPlan, missing: [ID<TransferRequest>: Double], _ command: Command
    ) async throws -> RoundOutcome {
        guard command.participant == nil else { throw ExchangeRefusal.notYours }
        let outcome = plan.cleared()
        let input = try Self.text(StoredPlan(plan, missing: missing))
        let result = try Self.text(StoredResult(outcome))
        try await database.write { w in
            let market = try MarketReading(reader: w, day: command.at.berlinDay).market()
            guard let record = market.round(plan.round.id) else { throw ExchangeRefusal.unknown }
            try w.take(.clear, of: record, command)
            try w.insert(record.id, number: 0, input: input, outcome: result, command)
        }
        return outcome
    }

    /// Nachbesetzung: after declines, with everything else fixed; new proposals go out at once.
    ///
    /// - Returns: how many new proposals there are.
    @discardableResult
    package func resolve(_ id: ID<Round>, _ command: Command) async throws -> Int {
        guard command.participant == nil else { throw ExchangeRefusal.notYours }
        guard let before = try await outcome(of: id) else { throw ExchangeRefusal.unknown }
        return try await database.write { w in
            let market = try MarketReading(reader: w, day: command.at.berlinDay).market()
            guard let record = market.round(id) else { throw ExchangeRefusal.unknown }
            guard record.round.state == .decided else { throw ExchangeRefusal.course(.impossible) }
            let own = market.transfers.filter { $0.round == id }
            let declined = Set(own.filter(\.isDeclined).map { RoundPair($0.transfer.offer, $0.transfer.request) })
            let signed = Set(
                own.filter { !$0.isDeclined && !$0.isLeft }.map { RoundPair($0.transfer.offer, $0.transfer.request) })
            let gone = Set(market.participants.filter { !$0.isActive }.map(\.id))
            let outcome = before.resolved(declining: declined, signed: signed, without: gone)
            let input = StoredResolution(declined: declined, signed: signed, gone: gone)
            try w.insert(
                id, number: record.resolutions, input: try Self.text(input),
                outcome: try Self.text(StoredResult(outcome)), command)
            let fresh = outcome.proposals.filter { !signed.contains($0.pair) }
            try w.propose(fresh, of: record.round, resolution: record.resolutions, market, command)
            try w.audit(command.entry("round.resolve", Reference(.round, id)))
            return fresh.count
        }
    }

    /// The outcome of a round, computed again from what was stored; `nil` before it is cleared.
    ///
    /// - Parameter resolution: the last one if `nil`.
    package func outcome(of id: ID<Round>, resolution: Int? = nil) async throws -> RoundOutcome? {
        let count = try await database.read { r in
            try r.value("SELECT count(*) FROM exchangeOutcome WHERE roundId = \(id)", as: Int.self) ?? 0
        }
        guard count > 0 else { return nil }
        let most = min(count, resolution.map { 1 + max(0, min($0, count)) } ?? count)
        let key = RoundMemory.Key(round: id, inputs: most)
        if let known = await memory.outcome(key) { return known }
        let stored: (round: Round, bookings: [Booking], inputs: [Data])? = try await database.read { r in
            let market = try MarketReading(reader: r, day: Day(daysSince1970: 0)).market()
            guard let record = market.round(id) else { return nil }
            let inputs = try r.rows("SELECT input FROM exchangeOutcome WHERE roundId = \(id) ORDER BY number") {
                Data(try $0.get(0, as: String.self).utf8)
            }
            return (record.round, market.ledger.bookings, Array(inputs.prefix(most)))
        }
        guard let stored, let first = stored.inputs.first else { return nil }
        return try await memory.outcome(key) {
            let decoder = JSONDecoder()
            var outcome = try decoder.decode(StoredPlan.self, from: first).plan(stored.round, stored.bookings).cleared()
            for later in stored.inputs.dropFirst() {
                let resolution = try decoder.decode(StoredResolution.self, from: later)
                outcome = outcome.resolved(
                    declining: resolution.declinedPairs, signed: resolution.signedPairs, without: Set(resolution.gone))
            }
            return outcome
        }
    }

    /// Nachweis: the stored input, result and certificate of the last resolution, as `compute verify` reads it.
    package func certificate(of id: ID<Round>) async throws -> String? {
        try await database.read { r in
            try r.value(
                "SELECT outcome FROM exchangeOutcome WHERE roundId = \(id) ORDER BY number DESC LIMIT 1",
                as: String.self)
        }
    }

    fileprivate static func text(_ value: some Encodable) throws -> String {
        let encoder = JSONEncoder()
        encoder.outputFormatting = [.sortedKeys, .withoutEscapingSlashes]
        return String(decoding: try encoder.encode(value), as: UTF8.self)
    }
}

/// Gespeichertes Ergebnis: what `compute verify` reads; without round and result where nothing could be cleared.
private struct StoredResult: Encodable {
    let round: ClearingStatement.Round?
    let result: ClearingStatement.Result?

    init(_ outcome: RoundOutcome) {
        let statement = outcome.clearing.map(ClearingStatement.init)
        round = statement?.round
        result = statement?.result
    }
}

/// Gespeicherte Nachbesetzung: what was declined and signed when it was resolved anew.
private struct StoredResolution: Codable {
    let declined: [[String]]
    let signed: [[String]]
    let gone: [ID<Participant>]

    init(declined: Set<RoundPair>, signed: Set<RoundPair>, gone: Set<ID<Participant>>) {
        self.declined = declined.sorted().map { [$0.offer.text, $0.request.text] }
        self.signed = signed.sorted().map { [$0.offer.text, $0.request.text] }
        self.gone = gone.sorted()
    }

    var declinedPairs: Set<RoundPair> { Self.pairs(declined) }
    var signedPairs: Set<RoundPair> { Self.pairs(signed) }

    private static func pairs(_ list: [[String]]) -> Set<RoundPair> {
        Set(
            list.compactMap { pair in
                guard pair.count == 2, let offer = ID<TransferOffer>(pair[0]),
                    let request = ID<TransferRequest>(pair[1])
                else { return nil }
                return RoundPair(offer, request)
            })
    }
}

extension TransferRecord {
    /// Whether it was stopped because one side left.
    var isLeft: Bool {
        if case .stopped(_, .partnerLeft) = state { true } else { false }
    }

    /// Whether it came to nothing before both sides had agreed.
    var isDeclined: Bool {
        if case .declined = state { true } else { false }
    }
}

extension Writer {
    fileprivate func take(_ step: RoundFlow.Step, of record: RoundRecord, _ command: ExchangeStore.Command) throws {
        var round = record.round
        do throws(RoundRefusal) {
            try round.take(step, by: command.reference, at: command.at, because: command.reason)
        } catch { throw ExchangeRefusal.round(error) }
        try append(step.rawValue, to: "round", round.id.text, number: record.steps.count, command)
        try audit(command.entry("round.\(step.rawValue)", Reference(.round, round.id)))
    }

    fileprivate func insert(
        _ id: ID<Round>, number: Int, input: String, outcome: String, _ command: ExchangeStore.Command
    ) throws {
        try run(
            """
            INSERT INTO exchangeOutcome (roundId, number, input, outcome, actor, at, reason)
            VALUES (\(id), \(number), \(input), \(outcome), \(command.reference.stored), \(command.at),
                \(command.reason))
            """)
    }

    /// Sends proposals out, their points set aside together: what an account gives counts for what it receives.
    ///
    /// Left out are those whose request or offer is taken, paused or gone meanwhile, and those for which an account has
    /// no room any more.
    ///
    /// - Returns: the requests to which something was proposed.
    @discardableResult
    fileprivate func propose(
        _ proposals: [RoundProposal], of round: Round, resolution: Int, _ market: Market,
        _ command: ExchangeStore.Command
    ) throws -> Set<ID<TransferRequest>> {
        var ledger = market.ledger.under(round.rules)
        var ready: [(transfer: Transfer, request: RequestRecord, points: [Reservation])] = []
        var places: [ID<TransferOffer>: Int] = [:]
        for proposal in proposals {
            guard let offer = market.offer(proposal.pair.offer)?.offer, offer.course.state == .open,
                let request = market.request(proposal.pair.request), request.request.course.state == .open,
                places[offer.id] ?? market.running(offer.id) < offer.capacity
            else { continue }
            let id = ID<Transfer>(
                .exchange, name: "\(round.id)/\(resolution)/\(proposal.pair.offer)/\(proposal.pair.request)")
            guard let transfer = Transfer(id: id, offer: offer, request: request.request, proposedAt: command.at)
            else { throw ExchangeRefusal.mismatch }
            ready.append((transfer, request, transfer.reservations(of: offer, round.rules)))
            places[offer.id] = (places[offer.id] ?? market.running(offer.id)) + 1
        }
        let noRoom: Set<ID<Transfer>>
        do throws(LedgerRefusal) {
            noRoom = try ledger.reserveFitting(ready.flatMap(\.points))
        } catch { throw ExchangeRefusal.ledger(error) }
        var fresh: [ID<TransferOffer>: Int] = [:]
        for one in ready where !noRoom.contains(one.transfer.id) {
            try enter(one.transfer, one.points, one.request, round: round.id, command)
            fresh[one.transfer.offer, default: 0] += 1
        }
        for (id, count) in fresh.sorted(by: { $0.key < $1.key }) {
            guard let offer = market.offer(id) else { continue }
            try fillOrFree(offer, running: market.running(id) + count, command)
        }
        return Set(ready.map(\.transfer).filter { !noRoom.contains($0.id) }.map(\.request))
    }
}
