package import Prevention
import Storage
package import Transfers
import Workflow

/// Vorschau eines Ausscheidens: exactly what will happen when a participant leaves now.
package struct DeparturePreview: Sendable {
    package let participant: ParticipantRecord
    package let departure: Departure
    /// Points that go to the fund; below 0: that the fund takes over.
    package let balance: Int
    /// Partners whose accounts are then planned below the floor, and how far; they come first in the next round.
    package let undercut: [Account: Int]
    /// Names what was looked at; another one means that something has changed.
    package let stamp: String

    /// - Throws: `ExchangeRefusal` if its account cannot be closed.
    init(_ participant: ParticipantRecord, _ market: Market) throws {
        self.participant = participant
        departure = Departure(
            of: participant.id, transfers: market.transfers.map(\.transfer), offers: market.offers.map(\.offer),
            requests: market.requests.map(\.request))
        balance = market.ledger.balance(of: .participant(participant.id))
        var ledger = market.ledger
        do throws(LedgerRefusal) {
            undercut = try departure.settle(
                participant.id, in: &ledger, at: Instant(milliseconds: 0), by: .exchange, because: "Vorschau")
        } catch { throw ExchangeRefusal.ledger(error) }
        var lines = departure.transfers.map { id, step in
            "\(id) \(market.transfer(id)?.state.description ?? "") \(step.rawValue)"
        }.sorted()
        lines += departure.offers.map(\.text) + ["–"] + departure.requests.map(\.text) + ["–"]
        lines += departure.reopened.map(\.text) + ["\(balance)"]
        lines += undercut.map { "\($0) \($1)" }.sorted()
        stamp = ID<DeparturePreview>(.exchange, name: lines.joined(separator: "\n")).text
    }
}

extension Market {
    /// What happens if a participant leaves now.
    ///
    /// - Throws: `ExchangeRefusal` if it has left, or its account cannot be closed.
    package func departure(of id: ID<Participant>) throws -> DeparturePreview {
        guard let record = participant(id) else { throw ExchangeRefusal.unknown }
        guard record.isActive else { throw ExchangeRefusal.hasLeft }
        return try DeparturePreview(record, self)
    }

    /// Unter der Untergrenze: whoever takes part and is planned below the floor, and how far; nobody can get there alone,
    /// only because somebody else dropped out or the rules have changed.
    package var undercut: [ID<Participant>: Int] { undercut(under: rules) }

    package func undercut(under rules: ExchangeRules) -> [ID<Participant>: Int] {
        let ledger = ledger.under(rules)
        var found: [ID<Participant>: Int] = [:]
        for one in participants where one.isActive {
            found[one.id] = ledger.undercut([.participant(one.id)]).values.first
        }
        return found
    }
}

extension ExchangeStore {
    /// Ausscheiden: ends what it takes part in, closes its account through the fund and keeps what was confirmed.
    ///
    /// - Parameter stamp: of the preview that was looked at.
    /// - Throws: `ExchangeRefusal`, `.changed` if the preview is no longer true; nothing is then changed.
    package func leave(_ id: ID<Participant>, as stamp: String, _ command: Command) async throws {
        guard command.participant == nil else { throw ExchangeRefusal.notYours }
        try await database.write { w in
            let market = try MarketReading(reader: w, day: command.at.berlinDay).market()
            let preview = try market.departure(of: id)
            guard preview.stamp == stamp else { throw ExchangeRefusal.changed }
            try w.end(preview.departure, of: market, command.on(behalfOf: id))
            var ledger = market.ledger
            do throws(LedgerRefusal) {
                _ = try preview.departure.settle(
                    id, in: &ledger, at: command.at, by: command.reference, because: command.reason)
            } catch { throw ExchangeRefusal.ledger(error) }
            for (index, booking) in ledger.bookings.enumerated().dropFirst(market.ledger.bookings.count) {
                try w.insert(booking, number: index + 1)
            }
            try w.run(
                """
                UPDATE exchangeParticipant SET leftOn = \(command.at.berlinDay), leftReason = \(command.reason)
                WHERE id = \(id)
                """)
            try w.audit(command.entry("participant.leave", Reference(.participant, id)))
        }
    }

    /// Kommt zurück: takes part again with new limits; its account starts at 0.
    package func rejoin(_ id: ID<Participant>, limits: TransferLimits, _ command: Command) async throws {
        guard command.participant == nil else { throw ExchangeRefusal.notYours }
        try await database.write { w in
            let gone = try w.value(
                "SELECT count(*) FROM exchangeParticipant WHERE id = \(id) AND leftOn IS NOT NULL", as: Int.self)
            guard gone == 1 else { throw ExchangeRefusal.changed }
            try w.run("UPDATE exchangeParticipant SET leftOn = NULL, leftReason = NULL WHERE id = \(id)")
            try w.setLimits(limits, of: id, from: command.at.berlinDay.halfYear)
            try w.audit(command.entry("participant.rejoin", Reference(.participant, id)))
        }
    }
}

extension ExchangeStore.Command {
    fileprivate func on(behalfOf participant: ID<Participant>) -> Self {
        Self(by: actor, for: participant, at: at, because: reason)
    }
}

extension Writer {
    /// Ends transfers, offers and requests of who leaves, and opens again what partners asked for.
    fileprivate func end(_ departure: Departure, of market: Market, _ command: ExchangeStore.Command) throws {
        for (id, step) in departure.transfers.sorted(by: { $0.key < $1.key }) {
            guard var record = market.transfer(id) else { throw ExchangeRefusal.unknown }
            do throws(TransferRefusal) {
                try record.transfer.take(
                    step, for: command.participant, by: command.reference, at: command.at, because: command.reason,
                    rules: market.rules(of: record))
            } catch { throw ExchangeRefusal.transfer(error) }
            try append(step.rawValue, to: "transfer", id.text, number: record.steps.count, command)
            try write([], of: id)
            try audit(command.entry("transfer.\(step.rawValue)", Reference(.transfer, id)))
        }
        for id in departure.requests + departure.reopened {
            guard let record = market.request(id) else { throw ExchangeRefusal.unknown }
            try take(departure.requests.contains(id) ? .withdraw : .release, of: record, command)
        }
        try endOffers(departure, of: market, command)
    }

    private func endOffers(_ departure: Departure, of market: Market, _ command: ExchangeStore.Command) throws {
        for id in departure.offers {
            guard var record = market.offer(id) else { throw ExchangeRefusal.unknown }
            do throws(CourseRefusal) {
                try record.offer.take(.expire, by: command.reference, at: command.at, because: command.reason)
            } catch { throw ExchangeRefusal.course(error) }
            try append(OfferFlow.Step.expire.rawValue, to: "offer", id.text, number: record.steps.count, command)
            try audit(command.entry("transfer_offer.expire", Reference(.transferOffer, id)))
        }
        let touched = Set(departure.transfers.keys.compactMap { market.transfer($0)?.transfer.offer })
        for id in touched.subtracting(departure.offers).sorted() {
            guard let record = market.offer(id) else { continue }
            let running = market.transfers.count {
                $0.transfer.offer == id && departure.transfers[$0.id] == nil && !$0.state.isOver
                    && !$0.transfer.openParts.isEmpty
            }
            try fillOrFree(record, running: running, command)
        }
    }
}
