package import Prevention
package import Rounds
package import Storage
package import Transfers
package import Workflow

/// Speicher der Transferbörse: reads the market and writes one command at a time, each with its entry in the change log.
package struct ExchangeStore: Sendable {
    let database: Database
    package let memory = RoundMemory()

    /// - Parameter database: migrated.
    package init(database: Database) { self.database = database }

    /// Everything as it stands, under the rules in force on `day`.
    package func market(on day: Day) async throws -> Market {
        try await database.read { r in try MarketReading(reader: r, day: day).market() }
    }

    /// Who acts, for whom, when and why.
    package struct Command: Sendable {
        package let actor: AuditActor
        /// For which participant; `nil`: for the steering body.
        package let participant: ID<Participant>?
        package let at: Instant
        package let reason: String

        package init(
            by actor: AuditActor, for participant: ID<Participant>?, at instant: Instant, because reason: String
        ) {
            self.actor = actor
            self.participant = participant
            at = instant
            self.reason = reason
        }

        var reference: Reference { Reference(actor) }

        func entry(_ action: String, _ object: Reference) -> AuditEntry {
            AuditEntry(actor: actor, action: action, object: object, at: at, reason: reason)
        }
    }
}

/// Absage der Börse: why a command cannot be done; nothing was changed.
package enum ExchangeRefusal: Error, Hashable, Sendable {
    case transfer(TransferRefusal)
    case course(CourseRefusal)
    case ledger(LedgerRefusal)
    /// Only somebody else may do it.
    case notYours
    /// Ausgeschieden: somebody who is concerned no longer takes part.
    case hasLeft
    /// A joint offer names these without their yes.
    case consentMissing([ID<Participant>])
    /// Offer and request do not belong together.
    case mismatch
    /// What was looked at has changed since; nothing was done.
    case changed
    /// There is no such record.
    case unknown
    case rules([RuleProblem])
    /// Rules that would hold for what was before.
    case backdated
    /// Another version has this name.
    case versionTaken
    case round(RoundRefusal)
    /// So many of its offers or requests are unfinished already.
    case tooMany(Int)
}

extension Writer {
    /// - Throws: `ExchangeRefusal.hasLeft` if one of these no longer takes part.
    func checkPresence(of participants: [ID<Participant>]) throws {
        for id in participants {
            let gone = try value(
                "SELECT count(*) FROM exchangeParticipant WHERE id = \(id) AND leftOn IS NOT NULL", as: Int.self)
            guard gone == 0 else { throw ExchangeRefusal.hasLeft }
        }
    }

    /// Appends a step to the course of something.
    func append(
        _ step: String, to kind: String, _ id: String, number: Int, _ command: ExchangeStore.Command
    ) throws {
        try run(
            """
            INSERT INTO exchangeStep (kind, subjectId, number, step, participantId, actor, at, reason)
            VALUES (\(kind), \(id), \(number), \(step), \(command.participant), \(command.reference.stored),
                \(command.at), \(command.reason))
            """)
    }
}

// MARK: Participants, links, levels

extension ExchangeStore {
    /// Enters a participant; one that is known stays as it is.
    ///
    /// - Returns: whether it was new.
    @discardableResult
    package func add(
        _ id: ID<Participant>, name: String, areaKey: String?, kind: Participant.Kind, limits: TransferLimits,
        _ command: Command
    ) async throws -> Bool {
        try await database.write { w in
            let isKnown =
                try w.value("SELECT count(*) FROM exchangeParticipant WHERE id = \(id)", as: Int.self) != 0
            guard !isKnown else { return false }
            try w.run(
                """
                INSERT INTO exchangeParticipant (id, areaKey, kind, name, since, leftOn, leftReason)
                VALUES (\(id), \(areaKey), \(kind), \(name), \(command.at.berlinDay), NULL, NULL)
                """)
            try w.setLimits(limits, of: id, from: command.at.berlinDay.halfYear)
            try w.audit(command.entry("participant.add", Reference(.participant, id)))
            return true
        }
    }

    /// Sets what a participant can give and receive from a half-year on.
    package func set(
        _ limits: TransferLimits, of id: ID<Participant>, from halfYear: Period, _ command: Command
    ) async throws {
        try await database.write { w in
            let known = try w.value("SELECT count(*) FROM exchangeParticipant WHERE id = \(id)", as: Int.self)
            guard known == 1 else { throw ExchangeRefusal.unknown }
            try w.checkPresence(of: [id])
            try w.setLimits(limits, of: id, from: halfYear)
            try w.audit(command.entry("participant.limits", Reference(.participant, id)))
        }
    }

    /// Enters a link of the catalogue; one that is known stays as it is.
    @discardableResult
    package func add(_ link: LinkRecord, _ command: Command) async throws -> Bool {
        try await database.write { w in
            let known = try w.value("SELECT count(*) FROM exchangeLink WHERE id = \(link.id)", as: Int.self)
            guard known == 0 else { return false }
            try w.run(
                """
                INSERT INTO exchangeLink (id, title, stage, field, obligation)
                VALUES (\(link.id), \(link.title), \(link.stage), \(link.field), \(link.obligation))
                """)
            try w.audit(command.entry("exchange.link", Reference(.body, "link/\(link.id)")))
            return true
        }
    }

    /// Notes how far a participant is with a link; earlier levels stay in the history.
    package func set(_ level: LinkLevel, _ key: LevelKey, _ command: Command) async throws {
        try await database.write { w in
            try w.setLevel(level, key, command)
            try w.audit(command.entry("participant.level", Reference(.participant, key.participant)))
        }
    }
}

extension Writer {
    func setLimits(_ limits: TransferLimits, of id: ID<Participant>, from halfYear: Period) throws {
        try run(
            """
            INSERT INTO exchangeLimit (participantId, halfYear, giveMost, receiveMost)
            VALUES (\(id), \(halfYear.description), \(limits.give), \(limits.receive))
            ON CONFLICT (participantId, halfYear) DO UPDATE
            SET giveMost = excluded.giveMost, receiveMost = excluded.receiveMost
            """)
    }

    /// Appends a level to the history.
    func setLevel(_ level: LinkLevel, _ key: LevelKey, _ command: ExchangeStore.Command) throws {
        let number =
            try value(
                """
                SELECT count(*) FROM exchangeLevel
                WHERE participantId = \(key.participant) AND linkId = \(key.link)
                """, as: Int.self) ?? 0
        try run(
            """
            INSERT INTO exchangeLevel (participantId, linkId, number, level, actor, at, reason)
            VALUES (\(key.participant), \(key.link), \(number), \(level.rawValue), \(command.reference.stored),
                \(command.at), \(command.reason))
            """)
    }
}
