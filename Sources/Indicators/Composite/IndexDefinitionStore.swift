package import Prevention
package import Storage
import Tables

/// Reading and writing the definitions of composite indices; every earlier one is kept.
package struct IndexDefinitionStore: Sendable {
    package let database: Database

    package init(database: Database) { self.database = database }

    package static let migration = Migration(
        "indicators-020-composite",
        [
            """
            CREATE TABLE compositeIndex (
                id TEXT NOT NULL PRIMARY KEY,
                name TEXT NOT NULL CHECK (name <> ''),
                definition TEXT NOT NULL,
                isPublic INTEGER NOT NULL CHECK (isPublic IN (0, 1)),
                updatedAt TEXT NOT NULL,
                version INTEGER NOT NULL CHECK (version > 0)
            )
            """,
            """
            CREATE TABLE compositeIndexVersion (
                indexId TEXT NOT NULL REFERENCES compositeIndex (id) ON DELETE CASCADE,
                version INTEGER NOT NULL CHECK (version > 0),
                definition TEXT NOT NULL,
                actor TEXT NOT NULL,
                at TEXT NOT NULL,
                PRIMARY KEY (indexId, version)
            )
            """,
        ])

    /// By name; only those that everyone may see for the public.
    package func definitions(for audience: Audience) async throws -> [IndexDefinition] {
        try await database.read { r in
            try Self.read(r, audience == .offices ? "" : "WHERE isPublic = 1")
        }
    }

    /// `nil` if there is none that the audience may see.
    package func definition(_ id: ID<IndexDefinition>, for audience: Audience) async throws -> IndexDefinition? {
        let found = try await database.read { r in try Self.read(r, "WHERE id = \(id)").first }
        return found.flatMap { $0.isPublic || audience == .offices ? $0 : nil }
    }

    /// Creates it or changes it by its id.
    ///
    /// - Returns: the definition with its new version; the old one if nothing differs.
    /// - Throws: `StorageError.stale` if somebody else has changed it since `definition.version`.
    package func save(_ definition: IndexDefinition, by actor: AuditActor, at: Instant) async throws -> IndexDefinition
    {
        try await database.write { w in
            let old = try Self.read(w, "WHERE id = \(definition.id)").first
            guard (old?.version ?? 0) == definition.version else { throw StorageError.stale }
            if old == definition { return definition }
            var new = definition
            new.version += 1
            let text = new.json.description
            try w.run(
                """
                INSERT INTO compositeIndex (id, name, definition, isPublic, updatedAt, version)
                VALUES (\(new.id), \(new.name), \(text), \(new.isPublic), \(at), \(new.version))
                ON CONFLICT (id) DO UPDATE SET name = excluded.name, definition = excluded.definition,
                    isPublic = excluded.isPublic, updatedAt = excluded.updatedAt, version = excluded.version
                """)
            try w.run(
                """
                INSERT INTO compositeIndexVersion (indexId, version, definition, actor, at)
                VALUES (\(new.id), \(new.version), \(text), \(actor.text), \(at))
                """)
            try w.audit(
                AuditEntry(
                    actor: actor, action: old == nil ? "index.create" : "index.edit",
                    object: Reference(.indicator, new.id), at: at))
            return new
        }
    }

    /// Removes it with its history.
    package func remove(_ id: ID<IndexDefinition>, by actor: AuditActor, at: Instant) async throws {
        try await database.write { w in
            try w.run("DELETE FROM compositeIndex WHERE id = \(id)")
            try w.audit(AuditEntry(actor: actor, action: "index.remove", object: Reference(.indicator, id), at: at))
        }
    }

    private static func read(_ r: Reader, _ condition: SQL) throws -> [IndexDefinition] {
        try r.rows(
            """
            SELECT id, definition, version
            FROM compositeIndex
            \(condition)
            ORDER BY name, id
            """
        ) { row in
            var definition = IndexDefinition(id: try row.get(0), version: try row.get(2))
            if let json = JSONValue(json: try row.get(1, as: String.self)) { definition.read(json) }
            return definition
        }
    }
}
