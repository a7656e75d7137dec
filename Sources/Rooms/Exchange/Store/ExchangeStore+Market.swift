import Foundation
package import Prevention
import Storage
package import Transfers
import Workflow

// MARK: Rules

extension ExchangeStore {
    /// Publishes a version of the rules; it can never be changed again, and what has begun keeps its own.
    ///
    /// - Throws: `ExchangeRefusal` with everything that is wrong with them.
    package func publish(_ rules: ExchangeRules, _ command: Command) async throws {
        let encoder = JSONEncoder()
        encoder.outputFormatting = [.sortedKeys]
        let text = String(decoding: try encoder.encode(rules), as: UTF8.self)
        try await database.write { w in
            let market = try MarketReading(reader: w, day: command.at.berlinDay).market()
            guard rules.validFrom >= command.at.berlinDay else { throw ExchangeRefusal.backdated }
            let problems = rules.problems(highestGive: market.participants.map(\.limits.give).max() ?? 0)
            guard problems.isEmpty else { throw ExchangeRefusal.rules(problems) }
            guard !market.versions.contains(where: { $0.rules.version == rules.version }) else {
                throw ExchangeRefusal.versionTaken
            }
            try w.run(
                """
                INSERT INTO exchangeRules (version, validFrom, rules, actor, publishedAt, reason)
                VALUES (\(rules.version), \(rules.validFrom), \(text), \(command.reference.stored), \(command.at),
                    \(command.reason))
                """)
            try w.audit(command.entry("exchange.rules", Reference(.body, "rules/\(rules.version)")))
        }
    }
}

// MARK: Offers

extension ExchangeStore {
    /// Stores a new offer as a draft; one that is known stays as it is.
    ///
    /// - Throws: `ExchangeRefusal.tooMany` if who enters it has too many unfinished ones.
    @discardableResult
    package func add(_ record: OfferRecord, _ command: Command) async throws -> Bool {
        let offer = record.offer
        return try await database.write { w in
            let market = try MarketReading(reader: w, day: command.at.berlinDay).market()
            guard market.offer(offer.id) == nil else { return false }
            if let giver = command.participant, market.unfinishedOffers(of: giver) >= TransferOffer.mostOpen {
                throw ExchangeRefusal.tooMany(TransferOffer.mostOpen)
            }
            try w.checkPresence(of: offer.givers)
            let parts = offer.parts.map(\.rawValue).joined(separator: ",")
            try w.run(
                """
                INSERT INTO exchangeOffer
                    (id, kind, linkId, practice, parts, capacity, languages, isRemote, note, createdAt)
                VALUES (\(offer.id), \(offer.kind), \(offer.linkType), \(offer.practice.stored), \(parts),
                    \(offer.capacity), \(record.languages.joined(separator: ",")), \(record.isRemote), \(record.note),
                    \(record.createdAt))
                """)
            for giver in offer.givers {
                try w.run("INSERT INTO exchangeOfferGiver (offerId, participantId) VALUES (\(offer.id), \(giver))")
            }
            // Who writes a joint offer carries it; the others are asked.
            if let author = command.participant, offer.givers.contains(author) {
                try w.insertConsent(of: author, to: offer.id, agrees: true, command)
            }
            try w.audit(command.entry("transfer_offer.add", Reference(.transferOffer, offer.id)))
            return true
        }
    }

    /// Takes a step of an offer.
    ///
    /// - Throws: `ExchangeRefusal`; nothing is then changed.
    package func take(_ step: OfferFlow.Step, of id: ID<TransferOffer>, _ command: Command) async throws {
        try await database.write { w in
            let market = try MarketReading(reader: w, day: command.at.berlinDay).market()
            guard var record = market.offer(id) else { throw ExchangeRefusal.unknown }
            guard step.isFor(command.participant, of: record.offer) else { throw ExchangeRefusal.notYours }
            guard step != .open || record.waiting.isEmpty else { throw ExchangeRefusal.consentMissing(record.waiting) }
            do throws(CourseRefusal) {
                try record.offer.take(step, by: command.reference, at: command.at, because: command.reason)
            } catch { throw ExchangeRefusal.course(error) }
            try w.append(step.rawValue, to: "offer", id.text, number: record.steps.count, command)
            try w.audit(command.entry("transfer_offer.\(step.rawValue)", Reference(.transferOffer, id)))
        }
    }
}

extension ExchangeStore {
    /// Mittragen: a giver says whether it carries the joint offer that names it, as long as it is not open.
    ///
    /// - Throws: `ExchangeRefusal`; nothing is then changed.
    package func answer(_ agrees: Bool, to id: ID<TransferOffer>, _ command: Command) async throws {
        try await database.write { w in
            let market = try MarketReading(reader: w, day: command.at.berlinDay).market()
            guard let record = market.offer(id) else { throw ExchangeRefusal.unknown }
            guard let giver = command.participant, record.offer.givers.contains(giver) else {
                throw ExchangeRefusal.notYours
            }
            guard record.isAsking else { throw ExchangeRefusal.course(.impossible) }
            try w.insertConsent(of: giver, to: id, agrees: agrees, command)
            let action = agrees ? "transfer_offer.agree" : "transfer_offer.disagree"
            try w.audit(command.entry(action, Reference(.transferOffer, id)))
        }
    }
}

extension Writer {
    fileprivate func insertConsent(
        of giver: ID<Participant>, to offer: ID<TransferOffer>, agrees: Bool, _ command: ExchangeStore.Command
    ) throws {
        let number =
            try value(
                """
                SELECT count(*) FROM exchangeConsent WHERE offerId = \(offer) AND participantId = \(giver)
                """, as: Int.self) ?? 0
        try run(
            """
            INSERT INTO exchangeConsent (offerId, participantId, number, agrees, actor, at, reason)
            VALUES (\(offer), \(giver), \(number), \(agrees), \(command.reference.stored), \(command.at),
                \(command.reason))
            """)
    }
}

extension OfferFlow.Step {
    /// The steering body reviews and opens; the givers send back nothing, but pause, resume and end what is theirs.
    func isFor(_ participant: ID<Participant>?, of offer: TransferOffer) -> Bool {
        guard let participant else { return true }
        return switch self {
        case .pause, .resume, .expire, .fill, .free: offer.givers.contains(participant)
        case .review, .open, .sendBack: false
        }
    }
}

// MARK: Requests

extension ExchangeStore {
    /// Stores a new request as a draft; one that is known stays as it is.
    ///
    /// - Throws: `ExchangeRefusal.tooMany` if the receiver has too many unfinished ones.
    @discardableResult
    package func add(_ record: RequestRecord, _ command: Command) async throws -> Bool {
        let request = record.request
        return try await database.write { w in
            let market = try MarketReading(reader: w, day: command.at.berlinDay).market()
            guard market.request(request.id) == nil else { return false }
            let open = market.requests.count { one in
                one.request.receiver == request.receiver && ![.met, .withdrawn].contains(one.request.course.state)
            }
            guard open < TransferRequest.mostOpen else { throw ExchangeRefusal.tooMany(TransferRequest.mostOpen) }
            try w.checkPresence(of: [request.receiver])
            try w.run(
                """
                INSERT INTO exchangeRequest
                    (id, receiverId, linkId, cell, missing, waitingRounds, need, createdAt)
                VALUES (\(request.id), \(request.receiver), \(request.linkType), \(request.urgency.cell?.stored),
                    \(record.missing), \(request.waitingRounds), \(record.need), \(record.createdAt))
                """)
            for practice in request.practices.map(\.stored).sorted() {
                try w.run(
                    "INSERT INTO exchangeRequestPractice (requestId, practice) VALUES (\(request.id), \(practice))")
            }
            try w.audit(command.entry("transfer_request.add", Reference(.transferRequest, request.id)))
            return true
        }
    }

    /// Takes a step of a request; only its receiver and the steering body may.
    ///
    /// - Throws: `ExchangeRefusal`; nothing is then changed.
    package func take(_ step: RequestFlow.Step, of id: ID<TransferRequest>, _ command: Command) async throws {
        try await database.write { w in
            let market = try MarketReading(reader: w, day: command.at.berlinDay).market()
            guard let record = market.request(id) else { throw ExchangeRefusal.unknown }
            guard command.participant == nil || command.participant == record.request.receiver else {
                throw ExchangeRefusal.notYours
            }
            // Matching and what follows from transfers is never done by hand.
            guard [.clarify, .open, .withdraw].contains(step) else { throw ExchangeRefusal.course(.impossible) }
            let isTiedUp = market.transfers.contains { $0.transfer.request == id && !$0.state.isOver }
            guard step != .withdraw || !isTiedUp else { throw ExchangeRefusal.course(.impossible) }
            try w.take(step, of: record, command)
        }
    }
}
