package import Prevention
package import Storage
import Tables

extension IndicatorStore {
    /// Saved mappings by their name.
    package func mappings() async throws -> [ValueMapping] {
        try await database.read { r in
            try r.rows("SELECT mapping FROM valueMapping ORDER BY origin") { row -> ValueMapping? in
                let text: String = try row.get(0)
                return try JSONValue(json: Array(text.utf8)).map { try ValueMapping(json: $0) }
            }
            .compactMap { $0 }
        }
    }

    /// The mapping that was last used under this name.
    package func mapping(named origin: String) async throws -> ValueMapping? {
        try await mappings().first { $0.origin == origin }
    }

    /// Keeps a mapping under its origin, replacing the earlier one.
    package func keep(_ mapping: ValueMapping, by actor: AuditActor, at: Instant) async throws {
        try await database.write { try Self.keep(mapping, in: $0, by: actor, at: at) }
    }

    static func keep(_ mapping: ValueMapping, in w: Writer, by actor: AuditActor, at: Instant) throws {
        let text = mapping.json.description
        let old: String? = try w.value("SELECT mapping FROM valueMapping WHERE origin = \(mapping.origin)")
        guard old != text else { return }
        try w.run(
            """
            INSERT INTO valueMapping (origin, mapping, actor, at)
            VALUES (\(mapping.origin), \(text), \(actor.text), \(at))
            ON CONFLICT (origin) DO UPDATE SET mapping = excluded.mapping, actor = excluded.actor, at = excluded.at
            """)
        try w.audit(
            AuditEntry(
                actor: actor, action: "indicator.mapping", object: Reference(.indicator, mapping.origin), at: at))
    }
}
