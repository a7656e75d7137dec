package import Prevention
package import Storage
import Tables

/// Indicators and their measured values in the house's database.
///
/// Rooms define indicators and bring values in; measured values come out only inside this target, for the checks of an
/// import and for the publish gate. What pages show is `IndicatorShelf`.
package struct IndicatorStore: Sendable {
    package let database: Database

    package init(database: Database) { self.database = database }

    /// All indicators by kind and name.
    package func indicators() async throws -> [Indicator] {
        try await database.read { try IndicatorRows.read($0) }
    }

    /// `nil` if there is none of this key.
    package func indicator(key: String) async throws -> Indicator? {
        try await database.read { try IndicatorRows.read($0, "WHERE indicatorKey = \(key)").first }
    }

    /// Why an indicator is not stored.
    package enum Refusal: Error, Hashable {
        /// Keys are 1 to 60 lower case letters, digits and hyphens, beginning with a letter.
        case key(String)
        /// Addresses and files rely on the key: it stays as it was first given.
        case keyChanged(from: String, to: String)
        case keyTaken(String)
        case nameMissing
    }

    /// Creates or changes an indicator; the definition that it replaces is kept.
    ///
    /// - Returns: its version, counted from 1; the old one if nothing differs.
    /// - Throws: `Refusal`.
    @discardableResult
    package func save(_ indicator: Indicator, by actor: AuditActor, at: Instant) async throws -> Int {
        try await database.write { try Self.save(indicator, in: $0, by: actor, at: at) }
    }

    /// Creates or changes several, all or nothing.
    package func save(_ indicators: [Indicator], by actor: AuditActor, at: Instant) async throws {
        try await database.write { w in
            for indicator in indicators { try Self.save(indicator, in: w, by: actor, at: at) }
        }
    }

    /// Number of an indicator's present definition; `nil` if there is none.
    package func version(of id: ID<Indicator>) async throws -> Int? {
        try await database.read { try $0.value("SELECT version FROM indicator WHERE id = \(id)", as: Int.self) }
    }

    /// Counts every change of a definition or publication, so that copies in memory know when they are old.
    package func revision() async throws -> Int {
        try await database.read { r in
            try r.value("SELECT revision FROM indicatorRevision WHERE n = 1", as: Int.self) ?? 0
        }
    }

    /// Tells copies in memory that a definition or publication has changed.
    static func bumpRevision(in w: Writer) throws {
        try w.run(
            """
            INSERT INTO indicatorRevision (n, revision)
            VALUES (1, 1)
            ON CONFLICT (n) DO UPDATE SET revision = indicatorRevision.revision + 1
            """)
    }

    @discardableResult
    static func save(_ indicator: Indicator, in w: Writer, by actor: AuditActor, at: Instant) throws -> Int {
        guard isKey(indicator.key) else { throw Refusal.key(indicator.key) }
        guard !indicator.name.isEmpty else { throw Refusal.nameMissing }
        let known = try IndicatorRows.read(w, "WHERE id = \(indicator.id) OR indicatorKey = \(indicator.key)")
        if known.contains(where: { $0.id != indicator.id }) { throw Refusal.keyTaken(indicator.key) }
        guard let old = known.first else {
            try IndicatorRows.write(indicator, version: 1, at: at, in: w)
            try bumpRevision(in: w)
            try w.audit(entry("indicator.create", indicator.id, actor, at))
            return 1
        }
        let version = try w.value("SELECT version FROM indicator WHERE id = \(indicator.id)", as: Int.self) ?? 0
        guard old.key == indicator.key else { throw Refusal.keyChanged(from: old.key, to: indicator.key) }
        if old == indicator { return version }
        try w.run(
            """
            INSERT INTO indicatorVersion (indicatorId, version, definition, actor, replacedAt)
            VALUES (\(old.id), \(version), \(old.definition.description), \(actor.text), \(at))
            """)
        try IndicatorRows.write(indicator, version: version + 1, at: at, in: w)
        try bumpRevision(in: w)
        try w.audit(entry("indicator.edit", indicator.id, actor, at))
        return version + 1
    }

    private static func entry(_ action: String, _ id: ID<Indicator>, _ actor: AuditActor, _ at: Instant) -> AuditEntry {
        AuditEntry(actor: actor, action: action, object: Reference(.indicator, id), at: at)
    }

    /// Whether `text` can be an indicator's key.
    package static func isKey(_ text: String) -> Bool {
        let isLetter = { (byte: UInt8) in (97...122).contains(byte) }
        guard let first = text.utf8.first, isLetter(first), text.utf8.count <= 60 else { return false }
        return text.utf8.allSatisfy { isLetter($0) || (48...57).contains($0) || $0 == 45 }
    }
}
