package import Prevention
package import Workflow

/// Transfer: know-how on its way from giver to receiver.
package struct Transfer: Hashable, Sendable {
    /// How it came about.
    package enum Origin: String, CaseIterable, Sendable {
        case round
        /// Agreed outside the exchange and registered; it counts like any other, so that nobody loses by telling.
        case registered
    }

    package let id: ID<Transfer>
    package let origin: Origin
    package let givers: [ID<Participant>]
    package let receiver: ID<Participant>
    package let offer: ID<TransferOffer>
    package let request: ID<TransferRequest>
    package let practice: Reference
    package let proposedAt: Instant
    /// The parts that were agreed; only they can be confirmed.
    package let parts: [TransferPart]
    package private(set) var course: Course<TransferFlow>

    /// A proposal; `nil` where a participant would be on both sides, or offer and request do not belong together.
    package init?(
        id: ID<Transfer>, offer: TransferOffer, request: TransferRequest, proposedAt: Instant,
        origin: Origin = .round, course: Course<TransferFlow> = Course()
    ) {
        guard !offer.givers.contains(request.receiver), request.accepts(offer) else { return nil }
        self.id = id
        self.origin = origin
        givers = offer.givers
        receiver = request.receiver
        self.offer = offer.id
        self.request = request.id
        practice = offer.practice
        self.proposedAt = proposedAt
        parts = offer.parts
        self.course = course
    }

    package var state: TransferState { course.state }

    /// As what `participant` acts here; `nil` stands for the steering body.
    package func role(of participant: ID<Participant>?) -> TransferRole {
        guard let participant else { return .board }
        return givers.contains(participant) ? .giver : participant == receiver ? .receiver : .third
    }

    /// The last day on which a side can say yes or no.
    package func answerDue(_ rules: ExchangeRules) -> Day { proposedAt.berlinDay.adding(days: rules.answerDays) }

    /// The day from which it can be evaluated; `nil` before it is introduced.
    package func evaluationDue(_ rules: ExchangeRules) -> Day? {
        course.reached(.running(.introduced))?.berlinDay.adding(months: rules.evaluationMonths)
    }

    /// Takes a step on behalf of `participant` (`nil`: of the steering body).
    ///
    /// - Throws: `TransferRefusal`; the transfer is then unchanged.
    package mutating func take(
        _ step: TransferStep, for participant: ID<Participant>?, by actor: Reference, at instant: Instant,
        because reason: String, rules: ExchangeRules
    ) throws(TransferRefusal) {
        guard role(of: participant).may(step) else { throw .notYours(role(of: participant)) }
        if case .confirm(let part) = step, !parts.contains(part) { throw .partNotAgreed(part) }
        guard TransferFlow.state(after: step, in: state) != nil else { throw .course(.impossible) }
        try checkTime(of: step, on: instant.berlinDay, rules)
        guard instant >= proposedAt else { throw .course(.timeRunsBack) }
        do { try course.take(step, by: actor, at: instant, because: reason) } catch { throw .course(error) }
    }

    private func checkTime(of step: TransferStep, on day: Day, _ rules: ExchangeRules) throws(TransferRefusal) {
        let due = answerDue(rules)
        switch step {
        case .accept where day > due: throw .tooLate(since: due)
        case .lapse where day <= due: throw .tooEarly(until: due.adding(days: 1))
        case .evaluate:
            if let due = evaluationDue(rules), day < due { throw .tooEarly(until: due) }
        default: break
        }
    }

    /// The agreed parts that are neither confirmed nor passed over; none once it is over.
    package var openParts: [TransferPart] {
        guard !state.isOver else { return [] }
        let done = course.entries.compactMap { entry -> TransferPart? in
            switch entry.step {
            case .confirm(let part), .waive(let part): part
            default: nil
            }
        }
        return parts.filter { !done.contains($0) }
    }

    /// The parts the receiver has confirmed, in order, each with its entry.
    package var confirmed: [(part: TransferPart, entry: Course<TransferFlow>.Entry)] {
        course.entries.compactMap { entry in
            guard case .confirm(let part) = entry.step else { return nil }
            return (part, entry)
        }
    }
}

/// Warum ein Schritt eines Transfers nicht geht.
package enum TransferRefusal: Error, Hashable, Sendable {
    /// Somebody in this role may not take the step.
    case notYours(TransferRole)
    case partNotAgreed(TransferPart)
    case tooLate(since: Day)
    case tooEarly(until: Day)
    case course(CourseRefusal)
}
