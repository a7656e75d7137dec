import Foundation
package import Prevention
package import Storage

/// The collection in the database.
package struct RecordStore: Sendable {
    let database: Database

    package init(database: Database) { self.database = database }

    /// Creates or replaces entries by kind and key, in one transaction with its audit entries.
    ///
    /// - Returns: how many were new and how many changed; equal ones are left alone.
    package func save(_ records: [Record], by actor: AuditActor, at now: Instant) async throws -> (
        created: Int, updated: Int
    ) {
        try await database.write { w in
            var created = 0
            var updated = 0
            for record in records {
                let content = try Content(record).text
                let old: String? = try w.value(
                    "SELECT content FROM record WHERE kind = \(record.kind) AND recordKey = \(record.key)")
                if old == content { continue }
                if old == nil { created += 1 } else { updated += 1 }
                try Self.write(record, content, w)
                try w.audit(
                    AuditEntry(
                        actor: actor, action: old == nil ? "record.create" : "record.edit",
                        object: Reference(record.kind.reference, record.key), at: now))
            }
            return (created, updated)
        }
    }

    private static func write(_ record: Record, _ content: String, _ w: Writer) throws {
        try w.run(
            """
            INSERT INTO record (kind, recordKey, title, content) VALUES (\(record.kind), \(record.key), \(record.title), \(content))
            ON CONFLICT (kind, recordKey) DO UPDATE SET title = excluded.title, content = excluded.content
            """)
        try w.run("DELETE FROM recordTag WHERE kind = \(record.kind) AND recordKey = \(record.key)")
        let tags =
            record.places.map { ("place", $0.key) } + record.stages.map { ("stage", $0.rawValue) }
            + record.fields.map { ("field", $0) }
        for (tag, value) in Set(tags.map { [$0.0, $0.1] }).map({ ($0[0], $0[1]) }) {
            try w.run(
                """
                INSERT INTO recordTag (kind, recordKey, tag, value)
                VALUES (\(record.kind), \(record.key), \(tag), \(value))
                """)
        }
    }

    /// One entry; `nil` if there is none.
    package func record(_ kind: Record.Kind, _ key: String) async throws -> Record? {
        try await database.read { r in
            try r.row("SELECT content FROM record WHERE kind = \(kind) AND recordKey = \(key)")
                .map { try Content.record($0.get(0)) }
        }
    }

    /// Entries of a kind that fit the query, in the order of their titles.
    package func records(_ kind: Record.Kind, matching query: RecordQuery = RecordQuery()) async throws -> [Record] {
        var conditions: [SQL] = ["record.kind = \(kind)"]
        let tags = [("place", query.place), ("stage", query.stage?.rawValue), ("field", query.field)]
        for (tag, value) in tags {
            guard let value else { continue }
            conditions.append(
                """
                EXISTS (SELECT 1 FROM recordTag WHERE recordTag.kind = record.kind
                    AND recordTag.recordKey = record.recordKey AND tag = \(tag) AND value = \(value))
                """)
        }
        let condition = conditions.joined(" AND ")
        let wanted = query.text.lowercased()
        return try await database.read { r in
            try r.rows("SELECT content FROM record WHERE \(condition) ORDER BY title, recordKey") {
                try Content.record($0.get(0))
            }
        }
        .filter { wanted.isEmpty || $0.haystack.contains(wanted) }
        .sorted { $0.title.localizedStandardCompare($1.title) == .orderedAscending }
    }

    /// How many entries of each kind there are.
    package func counts() async throws -> [Record.Kind: Int] {
        try await database.read { r in
            let rows = try r.rows("SELECT kind, COUNT(*) FROM record GROUP BY kind") {
                (try $0.get(0, as: Record.Kind.self), try $0.get(1, as: Int.self))
            }
            return Dictionary(uniqueKeysWithValues: rows)
        }
    }
}

extension Record.Kind: SQLConvertible {}

extension Record {
    /// Everything a reader could look for, in lower case.
    var haystack: String {
        ([title, summary, label] + facts.flatMap(\.values) + places.map(\.name)).joined(separator: " ").lowercased()
    }
}

/// The stored form of an entry: JSON with sorted keys, so that equal entries have equal text.
private struct Content: Codable {
    let kind: Record.Kind
    let key, title, summary, label: String
    let from, to: Int?
    let stages, fields: [String]
    let places: [Record.Place]
    let facts: [Fact]
    let links: [RecordLink]
    let sources: [[String]]

    init(_ record: Record) {
        kind = record.kind
        key = record.key
        title = record.title
        summary = record.summary
        label = record.label
        from = record.ages?.from.months
        to = record.ages?.to.months
        stages = record.stages.map(\.rawValue)
        fields = record.fields
        places = record.places
        facts = record.facts
        links = record.links
        sources = record.sources.map { [$0.document, $0.section] }
    }

    var text: String {
        get throws {
            let encoder = JSONEncoder()
            encoder.outputFormatting = .sortedKeys
            return String(decoding: try encoder.encode(self), as: UTF8.self)
        }
    }

    static func record(_ text: String) throws -> Record {
        let content = try JSONDecoder().decode(Content.self, from: Data(text.utf8))
        var ages: AgeRange?
        if let from = content.from, let to = content.to { ages = AgeRange(from, to) }
        return Record(
            kind: content.kind, key: content.key, title: content.title, summary: content.summary, label: content.label,
            ages: ages, stages: content.stages.compactMap(LifeStage.init(rawValue:)), fields: content.fields,
            places: content.places, facts: content.facts, links: content.links,
            sources: content.sources.map { Source(document: $0.first ?? "", section: $0.last ?? "") })
    }
}
