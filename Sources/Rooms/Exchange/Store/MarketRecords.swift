package import Prevention
package import Rounds
package import Transfers
import Workflow

/// Teilnehmerin mit Namen und Gebiet, as the exchange lists it.
package struct ParticipantRecord: Hashable, Sendable {
    package let id: ID<Participant>
    package let name: String
    /// Key of its area; `nil` for bodies without one.
    package let areaKey: String?
    package let kind: Participant.Kind
    /// What it can give and receive in the half-year of the day asked for.
    package let limits: TransferLimits
    package let since: Day
    package let leftOn: Day?
    /// Why it left.
    package let leftReason: String?

    package var participant: Participant { Participant(id: id, kind: kind, limits: limits) }
    /// Whether it takes part in rounds.
    package var isActive: Bool { leftOn == nil }
}

/// Kettenglied des Katalogs, with its place in the chain.
package struct LinkRecord: Hashable, Sendable {
    package let id: ID<LinkType>
    package let title: String
    package let stage: LifeStage
    package let field: FieldOfAction
    package let obligation: LinkType.Obligation

    package init(
        id: ID<LinkType>, title: String, stage: LifeStage, field: FieldOfAction, obligation: LinkType.Obligation
    ) {
        self.id = id
        self.title = title
        self.stage = stage
        self.field = field
        self.obligation = obligation
    }
}

/// Fassung der Spielregeln, as published.
package struct RuleVersion: Hashable, Sendable {
    package let rules: ExchangeRules
    package let publishedAt: Instant
    package let reason: String
}

/// Eintrag im Verlauf: one stored step, with the participant for which it was taken (`nil`: the steering body).
package struct StepRecord: Hashable, Sendable {
    package let step: String
    package let participant: ID<Participant>?
    package let actor: Reference
    package let at: Instant
    package let reason: String
}

/// Stand eines Kettenglieds mit Herkunft.
package struct LevelRecord: Hashable, Sendable {
    package let participant: ID<Participant>
    package let link: ID<LinkType>
    package let level: LinkLevel
    package let at: Instant
    package let reason: String
}

/// Stufe des Stands: which participant and which link.
package struct LevelKey: Hashable, Sendable {
    package let participant: ID<Participant>
    package let link: ID<LinkType>

    package init(_ participant: ID<Participant>, _ link: ID<LinkType>) {
        self.participant = participant
        self.link = link
    }
}

/// Mittragen: what a giver last said to being named in a joint offer.
package struct ConsentRecord: Hashable, Sendable {
    package let participant: ID<Participant>
    package let agrees: Bool
    package let at: Instant
    package let reason: String
}

/// Angebot der Börse, as stored: the pure offer and what only pages show.
package struct OfferRecord: Hashable, Sendable {
    package var offer: TransferOffer
    /// Tags of languages in which it can be given.
    package let languages: [String]
    package let isRemote: Bool
    package let note: String
    package let createdAt: Instant
    package let steps: [StepRecord]
    /// The last word of each giver that has said one.
    package let consents: [ID<Participant>: ConsentRecord]

    package init(
        _ offer: TransferOffer, languages: [String] = ["de"], isRemote: Bool = true, note: String = "",
        createdAt: Instant, steps: [StepRecord] = [], consents: [ID<Participant>: ConsentRecord] = [:]
    ) {
        self.offer = offer
        self.languages = languages
        self.isRemote = isRemote
        self.note = note
        self.createdAt = createdAt
        self.steps = steps
        self.consents = consents
    }

    /// Named givers that have not agreed; see `TransferOffer.waiting`.
    package var waiting: [ID<Participant>] {
        offer.waiting(for: Set(consents.values.filter(\.agrees).map(\.participant)))
    }

    /// Whether a giver can still say yes or no to being named.
    package var isAsking: Bool { offer.givers.count > 1 && [.draft, .reviewed].contains(offer.course.state) }
}

/// Gesuch der Börse, as stored.
package struct RequestRecord: Hashable, Sendable {
    package var request: TransferRequest
    /// What is missing, in the words of the municipality.
    package let need: String
    /// Share of the need that nothing meets, as the gap analysis said when the request was written; 0…1.
    package let missing: Double?
    package let createdAt: Instant
    package let steps: [StepRecord]

    package init(
        _ request: TransferRequest, need: String, missing: Double?, createdAt: Instant, steps: [StepRecord] = []
    ) {
        self.request = request
        self.need = need
        self.missing = missing
        self.createdAt = createdAt
        self.steps = steps
    }
}

/// Termin eines Transfers.
package struct SessionRecord: Hashable, Sendable {
    package let id: ID<SessionRecord>
    package let transfer: ID<Transfer>
    package let part: TransferPart
    package let startsAt: Instant
    /// 15…720.
    package let minutes: Int
    /// A place or "per Video".
    package let place: String
    package let createdAt: Instant
    package let cancelledAt: Instant?

    package init(
        id: ID<SessionRecord>, transfer: ID<Transfer>, part: TransferPart, startsAt: Instant, minutes: Int,
        place: String, createdAt: Instant, cancelledAt: Instant? = nil
    ) {
        self.id = id
        self.transfer = transfer
        self.part = part
        self.startsAt = startsAt
        self.minutes = minutes
        self.place = place
        self.createdAt = createdAt
        self.cancelledAt = cancelledAt
    }
}

/// Auswertung durch eine dritte Kommune, six months after the introduction.
package struct EvaluationRecord: Hashable, Sendable {
    /// How much of what was intended works at the receiver.
    package enum Reached: String, CaseIterable, Sendable { case fully, partly, not }

    package let transfer: ID<Transfer>
    package let evaluator: ID<Participant>
    package let reached: Reached
    package let findings: String
    package let advice: String
    package let at: Instant

    package init(
        transfer: ID<Transfer>, evaluator: ID<Participant>, reached: Reached, findings: String, advice: String,
        at: Instant
    ) {
        self.transfer = transfer
        self.evaluator = evaluator
        self.reached = reached
        self.findings = findings
        self.advice = advice
        self.at = at
    }
}

/// Transfer der Börse, as stored.
package struct TransferRecord: Hashable, Sendable {
    package var transfer: Transfer
    /// The round that proposed it; `nil` where it was registered.
    package let round: ID<Round>?
    package let steps: [StepRecord]
    /// Terms that both sides signed.
    package let agreement: String?
    package let sessions: [SessionRecord]
    package let evaluation: EvaluationRecord?

    package init(
        _ transfer: Transfer, round: ID<Round>?, steps: [StepRecord] = [], agreement: String? = nil,
        sessions: [SessionRecord] = [], evaluation: EvaluationRecord? = nil
    ) {
        self.transfer = transfer
        self.round = round
        self.steps = steps
        self.agreement = agreement
        self.sessions = sessions
        self.evaluation = evaluation
    }

    package var id: ID<Transfer> { transfer.id }
    package var state: TransferState { transfer.state }
}
