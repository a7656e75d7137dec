package import Prevention
import Workflow

/// Sachverhalt eines Paares: all that is known of one offer and one request when it is asked whether they may come
/// together, and how well they fit.
package struct PairFacts: Hashable, Sendable {
    /// Share of constitutive conditions that the receiver meets.
    package struct Fit: Hashable, Sendable {
        package let met: Int
        package let of: Int

        /// `nil` without conditions or with more met than there are.
        package init?(met: Int, of count: Int) {
            guard count > 0, (0...count).contains(met) else { return nil }
            self.met = met
            of = count
        }
    }

    /// Stand of the practice on the three axes.
    package struct Evidence: Hashable, Sendable {
        /// Best effect of an outcome, W0…W5; no or adverse effect counts 0.
        package let effect: Int
        /// T0…T4.
        package let readiness: Int
        /// V0…V3.
        package let trust: Int

        /// `nil` outside the scales.
        package init?(effect: Int, readiness: Int, trust: Int) {
            guard (0...5).contains(effect), (0...4).contains(readiness), (0...3).contains(trust) else { return nil }
            self.effect = effect
            self.readiness = readiness
            self.trust = trust
        }
    }

    package var kind: TransferOffer.Kind
    package var givers: [ID<Participant>]
    package var receiver: ID<Participant>
    package var offerState: OfferFlow.State
    package var requestState: RequestFlow.State
    package var fitsRequest: Bool
    /// The lowest level of the givers on this link.
    package var giverLevel: LinkLevel
    package var obligation: LinkType.Obligation
    package var urgency: Urgency
    package var waitingRounds: Int
    /// `nil`: not compared yet.
    package var fit: Fit?
    package var evidence: Evidence?
    /// The day on which the review of the practice expires; `nil`: never reviewed.
    package var reviewExpires: Day?
    /// A red risk that nothing compensates.
    package var hasRedRisk = false
    package var declinedOn: Day?
    /// When the receiver last began a transfer of the same practice.
    package var samePracticeOn: Day?
    package var receiverMayPassOn = false
    /// 0 (farthest) … 100 (like twins); `nil`: not known.
    package var closeness: Int?
    /// One way; 0 for remote work; `nil`: not known.
    package var travelMinutes: Int?
    package var isMutual = false

    /// The facts that offer and request themselves tell.
    package init(
        _ offer: TransferOffer, _ request: TransferRequest, giverLevel: LinkLevel, obligation: LinkType.Obligation
    ) {
        kind = offer.kind
        givers = offer.givers
        receiver = request.receiver
        offerState = offer.course.state
        requestState = request.course.state
        fitsRequest = request.accepts(offer)
        self.giverLevel = giverLevel
        self.obligation = obligation
        urgency = request.urgency
        waitingRounds = request.waitingRounds
    }
}

/// Hindernis: a reason for which an offer and a request must not come together.
package enum Obstacle: Hashable, Sendable {
    case offerNotOpen(OfferFlow.State)
    case requestNotOpen(RequestFlow.State)
    case notWhatIsAsked
    case ownMunicipality
    case giverNotCleared(LinkLevel)
    case neverReviewed
    case reviewExpired(Day)
    /// T0: not written down, so there is nothing to pass on.
    case notReady
    case redRisk
    case declined(until: Day)
    case samePractice(until: Day)
}

extension PairFacts {
    /// All obstacles on `day`; a pair without any is admissible.
    ///
    /// Who tells of a failure, lends a tool or a moderator need not be cleared to pass a whole practice on.
    package func obstacles(on day: Day, _ rules: ExchangeRules) -> [Obstacle] {
        var found: [Obstacle] = []
        if offerState != .open { found.append(.offerNotOpen(offerState)) }
        if requestState != .open { found.append(.requestNotOpen(requestState)) }
        if !fitsRequest { found.append(.notWhatIsAsked) }
        if givers.contains(receiver) { found.append(.ownMunicipality) }
        if kind == .practice, giverLevel < .mayPassOn { found.append(.giverNotCleared(giverLevel)) }
        switch reviewExpires {
        case nil: found.append(.neverReviewed)
        case let expires? where expires < day: found.append(.reviewExpired(expires))
        case _?: break
        }
        if kind == .practice, evidence.map({ $0.readiness < 1 }) ?? true { found.append(.notReady) }
        if hasRedRisk { found.append(.redRisk) }
        if let until = declinedOn?.adding(months: rules.declineMonths), day < until {
            found.append(.declined(until: until))
        }
        if let until = samePracticeOn?.adding(months: rules.samePracticeMonths), day < until {
            found.append(.samePractice(until: until))
        }
        return found
    }
}
