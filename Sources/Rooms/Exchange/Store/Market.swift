package import Prevention
package import Rounds
package import Transfers
import Workflow

/// Marktplatz: everything the exchange knows on one day, read in one step, with every course and account replayed.
package struct Market: Sendable {
    package let day: Day
    /// The rules in force on the day.
    package let rules: ExchangeRules
    /// Every version, oldest first.
    package let versions: [RuleVersion]
    /// By name.
    package let participants: [ParticipantRecord]
    /// In the order of the chain.
    package let links: [LinkRecord]
    package let levels: [LevelKey: LevelRecord]
    /// Youngest first.
    package let offers: [OfferRecord]
    /// Youngest first.
    package let requests: [RequestRecord]
    /// Youngest first.
    package let transfers: [TransferRecord]
    /// Youngest first.
    package let rounds: [RoundRecord]
    package var ledger: Ledger

    package func participant(_ id: ID<Participant>) -> ParticipantRecord? { participants.first { $0.id == id } }

    package func link(_ id: ID<LinkType>) -> LinkRecord? { links.first { $0.id == id } }

    package func offer(_ id: ID<TransferOffer>) -> OfferRecord? { offers.first { $0.offer.id == id } }

    package func request(_ id: ID<TransferRequest>) -> RequestRecord? { requests.first { $0.request.id == id } }

    package func transfer(_ id: ID<Transfer>) -> TransferRecord? { transfers.first { $0.id == id } }

    package func round(_ id: ID<Round>) -> RoundRecord? { rounds.first { $0.id == id } }

    package func level(_ participant: ID<Participant>, _ link: ID<LinkType>) -> LinkLevel {
        levels[LevelKey(participant, link)]?.level ?? .missing
    }

    /// The lowest level of the givers on the link of an offer.
    package func giverLevel(_ offer: TransferOffer) -> LinkLevel {
        offer.givers.map { level($0, offer.linkType) }.min() ?? .missing
    }

    /// Whether these two can be registered as agreed: both open, the one what the other asks for, allowed to give it, and
    /// not the same practice once more.
    package func fit(_ offer: TransferOffer, _ request: TransferRequest) -> Bool {
        offer.course.state == .open && request.course.state == .open && request.accepts(offer)
            && !offer.givers.contains(request.receiver)
            && (offer.kind != .practice || giverLevel(offer) >= .mayPassOn)
            && (offer.givers + [request.receiver]).allSatisfy { participant($0)?.isActive ?? false }
            && !hasBegun(offer.practice, request.receiver)
    }

    /// Whether a receiver has begun the same practice so lately that no round would propose it again.
    private func hasBegun(_ practice: Reference, _ receiver: ID<Participant>) -> Bool {
        transfers.map(\.transfer).contains { transfer in
            guard transfer.receiver == receiver, transfer.practice == practice,
                let begun = transfer.course.reached(.running(.accepted))?.berlinDay
            else { return false }
            return day < begun.adding(months: rules.samePracticeMonths)
        }
    }

    /// The participants that still miss a duty link.
    package var missingDuty: Set<ID<Participant>> {
        let duties = links.filter { $0.obligation == .duty }
        return Set(
            participants.filter { one in
                one.isActive && duties.contains { level(one.id, $0.id) < .anchored }
            }.map(\.id))
    }

    /// Whether everybody whose account a booking touches still takes part.
    package func takePart(_ booking: Booking) -> Bool {
        [booking.from, booking.to].allSatisfy { account in
            guard case .participant(let id) = account else { return true }
            return participant(id)?.isActive ?? false
        }
    }

    /// How many transfers of an offer still have parts to be done.
    package func running(_ offer: ID<TransferOffer>) -> Int {
        transfers.count { $0.transfer.offer == offer && !$0.state.isOver && !$0.transfer.openParts.isEmpty }
    }

    /// Offers of a participant that have not expired; drafts in which others name it do not count against it.
    func unfinishedOffers(of giver: ID<Participant>) -> Int {
        offers.map(\.offer).count { offer in
            offer.givers.contains(giver) && offer.course.state != .expired
                && (offer.givers.count == 1 || offer.course.state != .draft)
        }
    }

    /// The rules of a transfer: those of its round, or those in force when it was registered; later ones do not touch it.
    package func rules(of record: TransferRecord) -> ExchangeRules {
        if let round = record.round.flatMap({ round($0) }) { return round.round.rules }
        let at = record.transfer.proposedAt
        return versions.last { $0.publishedAt <= at && $0.rules.validFrom <= at.berlinDay }?.rules ?? .start
    }

    /// Days until both sides must have answered; below 0 when they are over.
    package func daysLeft(_ record: TransferRecord) -> Int {
        record.transfer.answerDue(rules(of: record)).daysSince1970 - day.daysSince1970
    }

    /// The transfers in which a participant gives or receives.
    package func transfers(of participant: ID<Participant>) -> [TransferRecord] {
        transfers.filter { $0.transfer.receiver == participant || $0.transfer.givers.contains(participant) }
    }

    /// Patterns for the steering body.
    package var notes: [BoardNote] {
        BoardNote.all(
            participants.filter(\.isActive).map(\.participant), transfers: transfers.map(\.transfer),
            requests: requests.map(\.request), ledger: ledger, on: day)
    }
}
