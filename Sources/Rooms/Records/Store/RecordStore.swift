import Foundation
package import Prevention
package import Storage

/// The collection in the database.
package struct RecordStore: Sendable {
    let database: Database
    private let shelf = RecordShelf()

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
        try await shelf.all(database)[kind, default: []].filter(query.accepts)
    }

    /// How many entries of each kind there are.
    package func counts() async throws -> [Record.Kind: Int] { try await shelf.all(database).mapValues(\.count) }
}

/// Ablage im Gedächtnis: the entries of each kind by title, read again when anything has been written since.
private actor RecordShelf {
    /// Number of the last entry of the audit log when they were read: every change of an entry is entered there.
    private var upTo: Int?
    private var kinds: [Record.Kind: [Record]] = [:]

    func all(_ database: Database) async throws -> [Record.Kind: [Record]] {
        let known = upTo
        let found = try await database.read { r -> (head: Int, records: [Record])? in
            let head = try r.auditHead().n
            if head == known { return nil }
            return (
                head,
                try r.rows(
                    // Practices lay here before they had a database of their own.
                    "SELECT content FROM record WHERE kind <> \("practice")"
                ) { try Content.record($0.get(0)) }
            )
        }
        guard let found else { return kinds }
        upTo = found.head
        kinds = Dictionary(grouping: found.records, by: \.kind).mapValues { records in
            records.sorted { first, second in
                let order = first.title.localizedStandardCompare(second.title)
                return order == .orderedSame ? first.key < second.key : order == .orderedAscending
            }
        }
        return kinds
    }
}

extension Record.Kind: SQLConvertible {}

extension RecordQuery {
    func accepts(_ record: Record) -> Bool {
        (place.map { key in record.places.contains { $0.key == key } } ?? true)
            && (stage.map(record.stages.contains) ?? true) && (field.map(record.fields.contains) ?? true)
            && (text.isEmpty || record.haystack.contains(text.lowercased()))
    }
}

extension Record {
    /// Everything a reader could look for, in lower case.
    fileprivate var haystack: String {
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
