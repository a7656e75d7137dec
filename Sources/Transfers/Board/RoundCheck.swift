package import Prevention
import Workflow

/// Prüfung vor einer Runde: why participants or the whole round cannot be served, said before anything is computed.
package enum RoundFinding: Hashable, Sendable {
    case noParticipants
    case noOffers
    case noRequests
    /// Offers and requests are there, but no pair is admissible; the obstacles with how often each stands in the way.
    case noPairs([ObstacleCount])
    /// Wants to receive, but its limit says none.
    case receivesNothing(ID<Participant>, requests: Int)
    /// Offers, but its limit says none.
    case givesNothing(ID<Participant>, offers: Int)
    /// Its account is at the floor and it can give nothing: it can only be served by the fund.
    case stuckAtFloor(ID<Participant>, balance: Int)
    /// Its balance lies above the highest one: it can receive, not give.
    case aboveHighest(ID<Participant>, balance: Int)
    /// An offer or request of somebody who takes no part.
    case unknownParticipant(ID<Participant>)
    case rules(RuleProblem)

    /// A kind of obstacle and in how many pairs it is found.
    package struct ObstacleCount: Hashable, Sendable {
        package let obstacle: String
        package let pairs: Int

        package init(obstacle: String, pairs: Int) {
            self.obstacle = obstacle
            self.pairs = pairs
        }
    }

    /// Whether nothing can be proposed at all.
    package var endsRound: Bool {
        switch self {
        case .noParticipants, .noOffers, .noRequests, .noPairs, .rules: true
        default: false
        }
    }
}

/// What goes into a round.
package struct RoundInput: Sendable {
    package let participants: [Participant]
    package let offers: [TransferOffer]
    package let requests: [TransferRequest]
    package let pairs: [PairFacts]

    package init(
        participants: [Participant], offers: [TransferOffer], requests: [TransferRequest], pairs: [PairFacts]
    ) {
        self.participants = participants
        self.offers = offers
        self.requests = requests
        self.pairs = pairs
    }

    /// Everything that keeps the round, or a participant in it, from being served on `day`; the order does not depend
    /// on that of the input.
    package func findings(on day: Day, ledger: Ledger) -> [RoundFinding] {
        let open = offers.filter { $0.course.state == .open }
        let wanted = requests.filter { $0.course.state == .open }
        var findings = ledger.rules.problems(highestGive: participants.map(\.limits.give).max() ?? 0)
            .map { RoundFinding.rules($0) }
        if participants.isEmpty { findings.append(.noParticipants) }
        if open.isEmpty { findings.append(.noOffers) }
        if wanted.isEmpty { findings.append(.noRequests) }
        if !open.isEmpty, !wanted.isEmpty { findings += noPairs(on: day, ledger.rules) }
        let known = Set(participants.map(\.id))
        let strangers = Set(open.flatMap(\.givers) + wanted.map(\.receiver)).subtracting(known)
        findings += strangers.sorted().map { .unknownParticipant($0) }
        for participant in participants.sorted(by: { $0.id < $1.id }) {
            findings += Self.findings(
                participant, offers: open.count { $0.givers.contains(participant.id) },
                requests: wanted.count { $0.receiver == participant.id }, ledger)
        }
        return findings
    }

    private func noPairs(on day: Day, _ rules: ExchangeRules) -> [RoundFinding] {
        let obstacles = pairs.map { $0.obstacles(on: day, rules) }
        guard !obstacles.contains(where: \.isEmpty) else { return [] }
        var counts: [String: Int] = [:]
        for names in obstacles.map({ Set($0.map(\.name)) }) { for name in names { counts[name, default: 0] += 1 } }
        return [
            .noPairs(
                counts.sorted { ($1.value, $0.key) < ($0.value, $1.key) }
                    .map { RoundFinding.ObstacleCount(obstacle: $0.key, pairs: $0.value) })
        ]
    }

    private static func findings(
        _ participant: Participant, offers: Int, requests: Int, _ ledger: Ledger
    ) -> [RoundFinding] {
        let (id, limits) = (participant.id, participant.limits)
        let planned = ledger.planned(.participant(id))
        var findings: [RoundFinding] = []
        if limits.receive == 0, requests > 0 { findings.append(.receivesNothing(id, requests: requests)) }
        if limits.give == 0, offers > 0 { findings.append(.givesNothing(id, offers: offers)) }
        if requests > 0, limits.receive > 0, offers == 0 || limits.give == 0,
            planned - ledger.rules.points.full < ledger.rules.floor
        {
            findings.append(.stuckAtFloor(id, balance: planned))
        }
        if let highest = ledger.rules.highestTransfers, offers > 0, planned >= highest * ledger.rules.points.full {
            findings.append(.aboveHighest(id, balance: planned))
        }
        return findings
    }
}

extension Obstacle {
    /// The kind of obstacle, a key for texts and counts.
    package var name: String {
        switch self {
        case .offerNotOpen: "offerNotOpen"
        case .requestNotOpen: "requestNotOpen"
        case .notWhatIsAsked: "notWhatIsAsked"
        case .ownMunicipality: "ownMunicipality"
        case .giverNotCleared: "giverNotCleared"
        case .neverReviewed: "neverReviewed"
        case .reviewExpired: "reviewExpired"
        case .notReady: "notReady"
        case .redRisk: "redRisk"
        case .declined: "declined"
        case .samePractice: "samePractice"
        }
    }
}
