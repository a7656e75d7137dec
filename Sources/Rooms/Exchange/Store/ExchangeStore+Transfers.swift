package import Prevention
import Rounds
import Storage
package import Transfers
import Workflow

extension ExchangeStore {
    /// Registers what two agreed outside the rounds; it counts like any other transfer, and both sides answer as always.
    ///
    /// - Throws: `ExchangeRefusal` if they do not fit, if a giver may not pass it on, or if the receiver's account has no
    ///   room.
    package func register(
        _ id: ID<Transfer>, offer: ID<TransferOffer>, request: ID<TransferRequest>, _ command: Command
    ) async throws {
        try await database.write { w in
            var market = try MarketReading(reader: w, day: command.at.berlinDay).market()
            guard let offer = market.offer(offer), let request = market.request(request) else {
                throw ExchangeRefusal.unknown
            }
            if let own = command.participant, !offer.offer.givers.contains(own), request.request.receiver != own {
                throw ExchangeRefusal.notYours
            }
            guard market.fit(offer.offer, request.request) else { throw ExchangeRefusal.mismatch }
            try w.propose(id, offer.offer, request, round: nil, origin: .registered, &market.ledger, command)
            try w.fillOrFree(offer, running: market.running(offer.offer.id) + 1, command)
        }
    }

    /// Takes a step of a transfer with all that follows: bookings, reservations, level, request and offer.
    ///
    /// - Parameters:
    ///   - terms: what both sides sign, with the step `agree`.
    ///   - evaluation: what the third found, with the step `evaluate`.
    /// - Throws: `ExchangeRefusal`; nothing is then changed.
    package func take(
        _ step: TransferStep, of id: ID<Transfer>, terms: String? = nil, evaluation: EvaluationRecord? = nil,
        _ command: Command
    ) async throws {
        try await database.write { w in
            let market = try MarketReading(reader: w, day: command.at.berlinDay).market()
            guard var record = market.transfer(id), let offer = market.offer(record.transfer.offer),
                let request = market.request(record.transfer.request)
            else { throw ExchangeRefusal.unknown }
            try w.checkPresence(of: [command.participant].compactMap { $0 })
            let rules = market.rules(of: record)
            var ledger = market.ledger.under(rules)
            do throws(TransferRefusal) {
                try record.transfer.take(
                    step, for: command.participant, by: command.reference, at: command.at, because: command.reason,
                    rules: rules)
            } catch { throw ExchangeRefusal.transfer(error) }
            try w.append(step.rawValue, to: "transfer", id.text, number: record.steps.count, command)
            try w.note(step, of: id, terms, evaluation, command)
            try w.settle(record.transfer, offer.offer, &ledger, rules)
            try w.raiseLevel(record.transfer, request.request, market, command)
            try w.follow(record.transfer, request, command)
            let stillRuns = !record.state.isOver && !record.transfer.openParts.isEmpty
            let others = market.transfers.count {
                $0.id != id && $0.transfer.offer == offer.offer.id && !$0.state.isOver
                    && !$0.transfer.openParts.isEmpty
            }
            try w.fillOrFree(offer, running: others + (stillRuns ? 1 : 0), command)
            try w.audit(command.entry("transfer.\(step.rawValue)", Reference(.transfer, id)))
        }
    }

    /// Adds a session; only while its transfer runs, and within five years, so that its end can be named too.
    package func add(_ session: SessionRecord, _ command: Command) async throws {
        try await database.write { w in
            let market = try MarketReading(reader: w, day: command.at.berlinDay).market()
            guard let record = market.transfer(session.transfer) else { throw ExchangeRefusal.unknown }
            let role = record.transfer.role(of: command.participant)
            guard role != .third else { throw ExchangeRefusal.transfer(.notYours(role)) }
            let isNear = abs(session.startsAt.seconds(since: command.at)) < 5 * 366 * 86_400
            guard case .running = record.state, record.transfer.parts.contains(session.part), isNear else {
                throw ExchangeRefusal.course(.impossible)
            }
            try w.run(
                """
                INSERT INTO exchangeSession (id, transferId, part, startsAt, minutes, place, createdAt, cancelledAt)
                VALUES (\(session.id), \(session.transfer), \(session.part), \(session.startsAt), \(session.minutes),
                    \(session.place), \(session.createdAt), NULL)
                """)
            try w.audit(command.entry("transfer.session", Reference(.transfer, session.transfer)))
        }
    }
}

extension Writer {
    /// Stores a proposal, sets its points aside and matches its request.
    func propose(
        _ id: ID<Transfer>, _ offer: TransferOffer, _ request: RequestRecord, round: ID<Round>?,
        origin: Transfer.Origin, _ ledger: inout Ledger, _ command: ExchangeStore.Command
    ) throws {
        guard
            let transfer = Transfer(
                id: id, offer: offer, request: request.request, proposedAt: command.at, origin: origin)
        else { throw ExchangeRefusal.mismatch }
        let reservations = transfer.reservations(of: offer, ledger.rules)
        do { try ledger.reserve(reservations) } catch { throw ExchangeRefusal.ledger(error) }
        try enter(transfer, reservations, request, round: round, command)
    }

    /// Stores a proposal whose points are set aside, and matches its request.
    func enter(
        _ transfer: Transfer, _ reservations: [Reservation], _ request: RequestRecord, round: ID<Round>?,
        _ command: ExchangeStore.Command
    ) throws {
        try run(
            """
            INSERT INTO exchangeTransfer (id, offerId, requestId, roundId, origin, proposedAt)
            VALUES (\(transfer.id), \(transfer.offer), \(transfer.request), \(round), \(transfer.origin),
                \(transfer.proposedAt))
            """)
        try write(reservations, of: transfer.id)
        try take(.match, of: request, command)
        try audit(command.entry("transfer.propose", Reference(.transfer, transfer.id)))
    }

    /// Takes a step of a request inside a block.
    func take(_ step: RequestFlow.Step, of record: RequestRecord, _ command: ExchangeStore.Command) throws {
        var request = record.request
        do { try request.take(step, by: command.reference, at: command.at, because: command.reason) } catch {
            throw ExchangeRefusal.course(error)
        }
        try append(step.rawValue, to: "request", request.id.text, number: record.steps.count, command)
        try audit(command.entry("transfer_request.\(step.rawValue)", Reference(.transferRequest, request.id)))
    }

    /// Keeps what comes with a step: the terms that were signed, the evaluation.
    fileprivate func note(
        _ step: TransferStep, of id: ID<Transfer>, _ terms: String?, _ evaluation: EvaluationRecord?,
        _ command: ExchangeStore.Command
    ) throws {
        if step == .agree, let terms {
            try run(
                """
                INSERT INTO exchangeAgreement (transferId, terms, actor, at)
                VALUES (\(id), \(terms), \(command.reference.stored), \(command.at))
                """)
        }
        if step == .evaluate, let found = evaluation {
            try run(
                """
                INSERT INTO exchangeEvaluation (transferId, evaluatorId, reached, findings, advice, at)
                VALUES (\(id), \(found.evaluator), \(found.reached), \(found.findings), \(found.advice), \(found.at))
                """)
        }
    }

    /// Books what the receiver has confirmed and keeps aside only what is still open.
    func settle(
        _ transfer: Transfer, _ offer: TransferOffer, _ ledger: inout Ledger, _ rules: ExchangeRules
    ) throws {
        // A booking keeps the points of the day on which its part was confirmed, whatever the rules say later.
        for booking in transfer.bookings(of: offer, rules) where ledger.booking(booking.key) == nil {
            do {
                if try ledger.book(booking) { try insert(booking, number: ledger.bookings.count) }
            } catch let error as LedgerRefusal { throw ExchangeRefusal.ledger(error) }
        }
        ledger.release(transfer.id, keeping: transfer.reservations(of: offer, rules))
        try write(ledger.reservations.filter { $0.transfer == transfer.id }, of: transfer.id)
    }

    /// Appends a booking; its key is unique, so a second one of the same key is refused by the database too.
    func insert(_ booking: Booking, number: Int) throws {
        let columns = booking.purpose.columns
        try run(
            """
            INSERT INTO exchangeBooking (number, bookingKey, fromAccount, toAccount, points, purpose, part, transferId,
                period, reversed, redeemedFor, actor, at, reason)
            VALUES (\(number), \(booking.key), \(booking.from.description), \(booking.to.description),
                \(booking.points), \(columns.purpose), \(columns.part), \(columns.transfer), \(columns.period),
                \(columns.reversed), \(booking.purpose.redemption), \(booking.actor.stored), \(booking.at), \(booking.reason))
            """)
    }

    /// Replaces what a transfer has set aside.
    func write(_ reservations: [Reservation], of id: ID<Transfer>) throws {
        try run("DELETE FROM exchangeReservation WHERE transferId = \(id)")
        for reservation in reservations {
            try run(
                """
                INSERT INTO exchangeReservation (transferId, fromAccount, toAccount, points)
                VALUES (\(id), \(reservation.from.description), \(reservation.to.description), \(reservation.points))
                """)
        }
    }

    fileprivate func raiseLevel(
        _ transfer: Transfer, _ request: TransferRequest, _ market: Market, _ command: ExchangeStore.Command
    ) throws {
        let now = market.level(transfer.receiver, request.linkType)
        let next = now.raised(by: transfer.state)
        guard next > now else { return }
        try setLevel(next, LevelKey(transfer.receiver, request.linkType), command)
    }

    /// The request goes with its transfer: open again when it fell through, met once it is introduced.
    fileprivate func follow(_ transfer: Transfer, _ request: RequestRecord, _ command: ExchangeStore.Command) throws {
        guard request.request.course.state == .matched else { return }
        switch transfer.state {
        case .declined: try take(.release, of: request, command)
        case .stopped(_, .asAgreed), .running(.introduced): try take(.meet, of: request, command)
        case .stopped: try take(.release, of: request, command)
        case .proposed, .running, .suspended: break
        }
    }

    /// An offer is full while as many transfers run as it has room for.
    func fillOrFree(_ record: OfferRecord, running: Int, _ command: ExchangeStore.Command) throws {
        let step: OfferFlow.Step
        switch record.offer.course.state {
        case .open where running >= record.offer.capacity: step = .fill
        case .full where running < record.offer.capacity: step = .free
        default: return
        }
        var offer = record.offer
        do throws(CourseRefusal) {
            try offer.take(step, by: command.reference, at: command.at, because: command.reason)
        } catch { throw ExchangeRefusal.course(error) }
        try append(step.rawValue, to: "offer", record.offer.id.text, number: record.steps.count, command)
    }
}
