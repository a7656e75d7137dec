import Clearing
import Foundation
import Prevention
import Rounds
import Transfers
import Workflow

/// Gespeicherte Vorlage: everything that went into a round, so that anyone can compute it again later.
///
/// Bookings are not copied: they only ever grow, so their count says which of them the round knew.
struct StoredPlan: Codable, Sendable {
    struct Member: Codable, Sendable {
        let id: ID<Participant>
        let name: String
        let kind: String
        let give, receive: Int
    }

    struct Offer: Codable, Sendable {
        let id: ID<TransferOffer>
        let kind: String
        let givers: [ID<Participant>]
        let link: ID<LinkType>
        let practice: Reference
        let parts: [String]
        let capacity: Int
    }

    struct Request: Codable, Sendable {
        let id: ID<TransferRequest>
        let receiver: ID<Participant>
        let link: ID<LinkType>
        let practices: [Reference]
        let missing: Double?
        let cell: Reference?
        let waitingRounds: Int
    }

    struct Held: Codable, Sendable {
        let transfer: ID<Transfer>
        let from, to: String
        let points: Int
    }

    let members: [Member]
    let offers: [Offer]
    let requests: [Request]
    let facts: [StoredFacts]
    let bookings: Int
    let held: [Held]
    let excused: [ID<Participant>]

    init(_ plan: RoundPlan, missing: [ID<TransferRequest>: Double]) {
        members = plan.participants.map {
            Member(
                id: $0.id, name: plan.name($0.id), kind: $0.kind.rawValue, give: $0.limits.give,
                receive: $0.limits.receive)
        }
        offers = plan.offers.filter { $0.course.state == .open }.map {
            Offer(
                id: $0.id, kind: $0.kind.rawValue, givers: $0.givers, link: $0.linkType, practice: $0.practice,
                parts: $0.parts.map(\.rawValue), capacity: $0.capacity)
        }
        requests = plan.requests.filter { $0.course.state == .open }.map {
            Request(
                id: $0.id, receiver: $0.receiver, link: $0.linkType,
                practices: $0.practices.sorted { $0.stored < $1.stored }, missing: missing[$0.id],
                cell: $0.urgency.cell, waitingRounds: $0.waitingRounds)
        }
        facts = plan.facts.sorted { $0.key < $1.key }.map { StoredFacts($0.key, $0.value) }
        bookings = plan.ledger.bookings.count
        held = plan.ledger.reservations.map {
            Held(transfer: $0.transfer, from: $0.from.description, to: $0.to.description, points: $0.points)
        }
        excused = plan.excused.sorted()
    }

    /// The plan as it was.
    ///
    /// - Parameter bookings: at least those that the round knew.
    func plan(_ round: Round, _ bookings: [Booking]) throws -> RoundPlan {
        let offers = try offers.map { try $0.offer(round) }
        let requests = try requests.map { try $0.request(round) }
        let (offerOf, requestOf) = (
            Dictionary(uniqueKeysWithValues: offers.map { ($0.id, $0) }),
            Dictionary(uniqueKeysWithValues: requests.map { ($0.id, $0) })
        )
        var facts: [RoundPair: PairFacts] = [:]
        for one in self.facts {
            guard let offer = offerOf[one.offer], let request = requestOf[one.request] else { continue }
            facts[RoundPair(one.offer, one.request)] = one.facts(offer, request)
        }
        let held = try self.held.map { one in
            guard let from = Account(one.from), let to = Account(one.to) else { throw BrokenRecord("held") }
            return Reservation(transfer: one.transfer, from: from, to: to, points: one.points)
        }
        return RoundPlan(
            round, participants: try members.map { try $0.participant() },
            names: Dictionary(uniqueKeysWithValues: members.map { ($0.id, $0.name) }), offers: offers,
            requests: requests, facts: facts,
            ledger: try Ledger(
                replaying: bookings.prefix(self.bookings), reservations: held, rules: round.rules),
            excused: Set(excused))
    }
}

extension StoredPlan.Member {
    fileprivate func participant() throws -> Participant {
        guard let kind = Participant.Kind(rawValue: kind), let limits = TransferLimits(give: give, receive: receive)
        else { throw BrokenRecord(id.text) }
        return Participant(id: id, kind: kind, limits: limits)
    }
}

extension StoredPlan.Offer {
    fileprivate func offer(_ round: Round) throws -> TransferOffer {
        guard let kind = TransferOffer.Kind(rawValue: kind),
            var offer = TransferOffer(
                id: id, kind: kind, givers: givers, linkType: link, practice: practice,
                parts: Set(parts.compactMap { TransferPart(rawValue: $0) }), capacity: capacity)
        else { throw BrokenRecord(id.text) }
        for step in [OfferFlow.Step.review, .open] {
            try offer.take(step, by: .exchange, at: round.opening, because: "offen")
        }
        return offer
    }
}

extension StoredPlan.Request {
    fileprivate func request(_ round: Round) throws -> TransferRequest {
        let urgency = missing.flatMap { share in cell.map { Urgency(missing: share, in: $0) } } ?? .unknown
        var request = TransferRequest(
            id: id, receiver: receiver, linkType: link, practices: Set(practices), urgency: urgency,
            waitingRounds: waitingRounds)
        for step in [RequestFlow.Step.clarify, .open] {
            try request.take(step, by: .exchange, at: round.opening, because: "offen")
        }
        return request
    }
}

extension Reference {
    static let exchange = Reference(.body, "system:exchange")
}

extension Round {
    fileprivate var opening: Instant { Instant(milliseconds: Int64(publishedOn.daysSince1970) * 86_400_000) }
}

/// Gespeicherter Sachverhalt eines Paares.
struct StoredFacts: Codable, Sendable {
    let offer: ID<TransferOffer>
    let request: ID<TransferRequest>
    let level: Int
    let isDuty: Bool
    /// Conditions met, of all.
    let fit: [Int]?
    /// Effect, readiness, trust.
    let evidence: [Int]?
    let reviewExpires: Day?
    let hasRedRisk: Bool
    let declinedOn: Day?
    let samePracticeOn: Day?
    let mayPassOn: Bool
    let closeness: Int?
    let travelMinutes: Int?
    let isMutual: Bool

    init(_ pair: RoundPair, _ facts: PairFacts) {
        offer = pair.offer
        request = pair.request
        level = facts.giverLevel.rawValue
        isDuty = facts.obligation == .duty
        fit = facts.fit.map { [$0.met, $0.of] }
        evidence = facts.evidence.map { [$0.effect, $0.readiness, $0.trust] }
        reviewExpires = facts.reviewExpires
        hasRedRisk = facts.hasRedRisk
        declinedOn = facts.declinedOn
        samePracticeOn = facts.samePracticeOn
        mayPassOn = facts.receiverMayPassOn
        closeness = facts.closeness
        travelMinutes = facts.travelMinutes
        isMutual = facts.isMutual
    }

    func facts(_ offer: TransferOffer, _ request: TransferRequest) -> PairFacts {
        var facts = PairFacts(
            offer, request, giverLevel: LinkLevel(rawValue: level) ?? .missing, obligation: isDuty ? .duty : .choice)
        if let fit, fit.count == 2 { facts.fit = PairFacts.Fit(met: fit[0], of: fit[1]) }
        if let evidence, evidence.count == 3 {
            facts.evidence = PairFacts.Evidence(effect: evidence[0], readiness: evidence[1], trust: evidence[2])
        }
        facts.reviewExpires = reviewExpires
        facts.hasRedRisk = hasRedRisk
        facts.declinedOn = declinedOn
        facts.samePracticeOn = samePracticeOn
        facts.receiverMayPassOn = mayPassOn
        facts.closeness = closeness
        facts.travelMinutes = travelMinutes
        facts.isMutual = isMutual
        return facts
    }
}
