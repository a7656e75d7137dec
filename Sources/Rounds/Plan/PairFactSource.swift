package import Prevention
package import Transfers
import Workflow

/// Quellen der Sachverhalte: what the house knows, from which the facts of all pairs of a round follow.
package struct PairFactSource: Sendable {
    /// Stand einer Praxis.
    package struct Practice: Hashable, Sendable {
        package let evidence: PairFacts.Evidence?
        /// `nil`: never reviewed.
        package let reviewExpires: Day?

        package init(evidence: PairFacts.Evidence?, reviewExpires: Day?) {
            self.evidence = evidence
            self.reviewExpires = reviewExpires
        }
    }

    /// Zwei Teilnehmerinnen, whoever gives.
    package struct Way: Hashable, Sendable {
        package let first: ID<Participant>
        package let second: ID<Participant>

        package init(_ one: ID<Participant>, _ other: ID<Participant>) {
            first = min(one, other)
            second = max(one, other)
        }
    }

    /// Ergebnis eines Kontextvergleichs.
    package struct Context: Hashable, Sendable {
        package let fit: PairFacts.Fit?
        package let hasRedRisk: Bool

        package init(fit: PairFacts.Fit?, hasRedRisk: Bool) {
            self.fit = fit
            self.hasRedRisk = hasRedRisk
        }
    }

    package var levels = LevelTable()
    package var obligations: [ID<LinkType>: LinkType.Obligation] = [:]
    package var practices: [Reference: Practice] = [:]
    /// Transfers of the past: declines and what was received before.
    package var transfers: [Transfer] = []
    package var contexts: [RoundPair: Context] = [:]
    package var closeness: [Way: Int] = [:]
    /// One way, in minutes.
    package var travel: [Way: Int] = [:]
    /// Who can pass on what it receives, by link.
    package var multipliers: [ID<LinkType>: Set<ID<Participant>>] = [:]
    /// Offers that are given from afar: nobody travels.
    package var remote: Set<ID<TransferOffer>> = []

    package init() {}

    /// The facts of every pair of the same link; a joint offer has the farthest way and the least closeness of its givers.
    package func facts(_ offers: [TransferOffer], _ requests: [TransferRequest]) -> [RoundPair: PairFacts] {
        let wanted = requests.reduce(into: [ID<Participant>: Set<ID<LinkType>>]()) {
            if $1.course.state == .open { $0[$1.receiver, default: []].insert($1.linkType) }
        }
        let offered = offers.reduce(into: [ID<Participant>: Set<ID<LinkType>>]()) {
            guard $1.course.state == .open else { return }
            for giver in $1.givers { $0[giver, default: []].insert($1.linkType) }
        }
        let declines = declines()
        let received = received()
        var all: [RoundPair: PairFacts] = [:]
        for offer in offers {
            let level = offer.givers.map { levels[offer.linkType, $0] }.min() ?? .missing
            for request in requests where request.linkType == offer.linkType {
                let pair = RoundPair(offer.id, request.id)
                var facts = PairFacts(
                    offer, request, giverLevel: level, obligation: obligations[offer.linkType] ?? .choice)
                complete(&facts, offer, request)
                facts.declinedOn = declines[pair]
                facts.samePracticeOn = received[Receipt(receiver: request.receiver, practice: offer.practice)]
                facts.isMutual = offer.givers.contains {
                    !(wanted[$0] ?? []).isDisjoint(with: offered[request.receiver] ?? [])
                }
                all[pair] = facts
            }
        }
        return all
    }

    private func complete(_ facts: inout PairFacts, _ offer: TransferOffer, _ request: TransferRequest) {
        let practice = practices[offer.practice]
        facts.evidence = practice?.evidence
        facts.reviewExpires = practice?.reviewExpires
        let context = contexts[RoundPair(offer.id, request.id)]
        facts.fit = context?.fit
        facts.hasRedRisk = context?.hasRedRisk ?? false
        let ways = offer.givers.map { Way($0, request.receiver) }
        let near = ways.compactMap { closeness[$0] }
        let far = ways.compactMap { travel[$0] }
        facts.closeness = near.count == ways.count ? near.min() : nil
        facts.travelMinutes = remote.contains(offer.id) ? 0 : far.count == ways.count ? far.max() : nil
        facts.receiverMayPassOn = multipliers[request.linkType]?.contains(request.receiver) ?? false
    }

    private struct Receipt: Hashable {
        let receiver: ID<Participant>
        let practice: Reference
    }

    /// The last day on which one side declined each pair; where a partner left nobody declined.
    private func declines() -> [RoundPair: Day] {
        transfers.reduce(into: [:]) { days, transfer in
            guard case .declined(_, let reason) = transfer.state, reason != .partnerLeft,
                let day = transfer.course.entries.last?.at.berlinDay
            else { return }
            let pair = RoundPair(transfer.offer, transfer.request)
            days[pair] = max(days[pair] ?? day, day)
        }
    }

    /// The last day on which each participant began a transfer of each practice.
    private func received() -> [Receipt: Day] {
        transfers.reduce(into: [:]) { days, transfer in
            guard let day = transfer.course.reached(.running(.accepted))?.berlinDay else { return }
            let receipt = Receipt(receiver: transfer.receiver, practice: transfer.practice)
            days[receipt] = max(days[receipt] ?? day, day)
        }
    }
}
