import Foundation
package import Practice
package import Prevention
package import Storage

/// The practice database: entries as others see them, and files with all versions and steps.
package struct PracticeStore: Sendable {
    package let database: Database

    package init(database: Database) { self.database = database }

    /// Every published entry, by address; drafts are not among them.
    ///
    /// Constant number of queries, whatever the number of practices.
    package func entries() async throws -> [PracticeEntry] {
        try await database.read { r in
            let heads = try Self.heads(r, "p.publishedVersion IS NOT NULL")
            let published = try Self.versions(r, "v.number = p.publishedVersion")
            let authors = try Self.authors(r)
            let steps = try Self.steps(r, "TRUE")
            let adoptions = try Self.adoptions(r, "TRUE")
            return try heads.compactMap { head in
                guard let version = published[head.id]?.first else { return nil }
                let review = try Self.replay(head, authors[head.id] ?? [], steps[head.id] ?? [])
                return PracticeEntry(
                    version.practice.adopted(adoptions[head.id] ?? []).trusted(review), slug: head.slug,
                    isInvented: head.isInvented, version: version.number, state: review.publicState,
                    expires: review.expires)
            }
        }
    }

    /// The published entry at an address; `nil` if there is none, also for drafts.
    package func entry(_ slug: String) async throws -> PracticeEntry? { try await file(slug)?.published }

    /// The keys of practices by their addresses, drafts included; addresses without a practice are left out.
    package func ids(of slugs: Set<String>) async throws -> [String: ID<Practice>] {
        guard !slugs.isEmpty else { return [:] }
        let all: [(slug: String, id: ID<Practice>)] = try await database.read { r in
            try r.rows("SELECT slug, id FROM practice") { (try $0.get(0), try $0.get(1)) }
        }
        return Dictionary(
            all.filter { slugs.contains($0.slug) }.map { ($0.slug, $0.id) }, uniquingKeysWith: { first, _ in first })
    }

    /// One practice with everything; drafts too, so the caller checks who asks.
    package func file(_ slug: String) async throws -> PracticeFile? {
        try await database.read { r in try Self.files(r, "p.slug = \(slug)").first }
    }

    package func file(_ id: ID<Practice>) async throws -> PracticeFile? {
        try await database.read { r in try Self.files(r, "p.id = \(id)").first }
    }

    /// All practices with everything, by address, for worklists.
    package func files() async throws -> [PracticeFile] {
        try await database.read { r in try Self.files(r, "TRUE") }
    }

    /// How many practices there are, drafts included.
    package func count() async throws -> Int {
        try await database.read { r in try r.value("SELECT count(*) FROM practice") ?? 0 }
    }
}

// MARK: Rows

extension PracticeStore {
    struct Head {
        let id: ID<Practice>
        let slug: String
        let owner: ID<Area>
        let isInvented: Bool
        let publishedVersion: Int?
    }

    struct StoredVersion {
        let number: Int
        let practice: Practice
        let by: Reference
        let at: Instant
    }

    static func heads(_ r: Reader, _ condition: SQL) throws -> [Head] {
        try r.rows(
            """
            SELECT p.id, p.slug, p.ownerID, p.isInvented, p.publishedVersion
            FROM practice p
            WHERE \(condition)
            ORDER BY p.slug
            """
        ) {
            Head(
                id: try $0.get(0), slug: try $0.get(1), owner: try $0.get(2), isInvented: try $0.get(3),
                publishedVersion: try $0.optional(4))
        }
    }

    static func versions(_ r: Reader, _ condition: SQL) throws -> [ID<Practice>: [StoredVersion]] {
        var result: [ID<Practice>: [StoredVersion]] = [:]
        try r.each(
            """
            SELECT v.practiceID, v.number, v.content, v.changedBy, v.changedAt
            FROM practiceVersion v
            JOIN practice p ON p.id = v.practiceID
            WHERE \(condition)
            ORDER BY v.practiceID, v.number
            """
        ) { row in
            let text: String = try row.get(2)
            result[try row.get(0), default: []].append(
                StoredVersion(
                    number: try row.get(1), practice: try PracticeJSON.decode(Data(text.utf8)),
                    by: Reference(.user, try row.get(3, as: String.self)), at: try row.get(4)))
        }
        return result
    }

    /// Who wrote each version, without reading the versions themselves.
    static func authors(_ r: Reader) throws -> [ID<Practice>: [(number: Int, by: Reference)]] {
        var result: [ID<Practice>: [(number: Int, by: Reference)]] = [:]
        try r.each("SELECT practiceID, number, changedBy FROM practiceVersion ORDER BY practiceID, number") { row in
            result[try row.get(0), default: []].append(
                (try row.get(1), Reference(.user, try row.get(2, as: String.self))))
        }
        return result
    }

    static func steps(_ r: Reader, _ condition: SQL) throws -> [ID<Practice>: [PracticeFile.Step]] {
        var result: [ID<Practice>: [PracticeFile.Step]] = [:]
        try r.each(
            """
            SELECT s.practiceID, s.step, s.actorKind, s.actorID, s.office, s.takenAt, s.reason, s.version
            FROM practiceReview s
            JOIN practice p ON p.id = s.practiceID
            WHERE \(condition)
            ORDER BY s.practiceID, s.number
            """
        ) { row in
            let person = Review.Person(
                Reference(try row.get(2), try row.get(3, as: String.self)), of: try row.get(4))
            result[try row.get(0), default: []].append(
                PracticeFile.Step(
                    try row.get(1), by: person, at: try row.get(5), because: try row.get(6), version: try row.get(7)))
        }
        return result
    }

    static func adoptions(_ r: Reader, _ condition: SQL) throws -> [ID<Practice>: [PracticeAdoption]] {
        var result: [ID<Practice>: [PracticeAdoption]] = [:]
        try r.each(
            """
            SELECT a.practiceID, a.content, a.version, a.changedAt
            FROM practiceAdoption a
            JOIN practice p ON p.id = a.practiceID
            WHERE \(condition)
            ORDER BY a.practiceID, a.areaID
            """
        ) { row in
            let text: String = try row.get(1)
            result[try row.get(0), default: []].append(
                PracticeAdoption(
                    try JSONDecoder().decode(Adopter.self, from: Data(text.utf8)), version: try row.get(2),
                    changedAt: try row.get(3)))
        }
        return result
    }

    static func files(_ r: Reader, _ condition: SQL) throws -> [PracticeFile] {
        let heads = try heads(r, condition)
        let versions = try versions(r, condition)
        let steps = try steps(r, condition)
        let adoptions = try adoptions(r, condition)
        return try heads.compactMap { head in
            guard let stored = versions[head.id], let first = stored.first else { return nil }
            var all = PracticeVersions(first.practice, by: first.by, at: first.at)
            for next in stored.dropFirst() {
                try all.add(next.practice, by: next.by, at: next.at, basedOn: next.number - 1)
            }
            let taken = steps[head.id] ?? []
            return PracticeFile(
                id: head.id, slug: head.slug, owner: head.owner, isInvented: head.isInvented,
                publishedVersion: head.publishedVersion, versions: all,
                review: try replay(head, stored.map { ($0.number, $0.by) }, taken), steps: taken,
                adoptions: adoptions[head.id] ?? [])
        }
    }

    /// The review as its stored steps make it; every author of a version up to a step is one at that step.
    static func replay(
        _ head: Head, _ authors: [(number: Int, by: Reference)], _ steps: [PracticeFile.Step]
    ) throws -> Review {
        guard let first = authors.first else { throw StorageError.column("practiceVersion", "fehlt") }
        var review = Review(of: head.owner, author: first.by)
        var rest = authors.dropFirst()[...]
        for step in steps {
            while let next = rest.first, next.number <= step.version {
                try review.addAuthor(next.by)
                rest = rest.dropFirst()
            }
            try review.take(step.step, by: step.person, at: step.at, because: step.reason)
        }
        for next in rest { try review.addAuthor(next.by) }
        return review
    }
}

extension ReviewFlow.Step: SQLConvertible {}

/// Stored as `municipality:<key>`, `specialist` or `clock`.
extension Review.Person.Office: SQLConvertible {
    package var sqlValue: SQLValue {
        switch self {
        case .municipality(let area): .text("municipality:\(area.text)")
        case .specialist: .text("specialist")
        case .clock: .text("clock")
        }
    }

    package init?(sqlValue: SQLValue) {
        guard case .text(let text) = sqlValue else { return nil }
        switch text {
        case "specialist": self = .specialist
        case "clock": self = .clock
        default:
            let prefix = "municipality:"
            guard text.hasPrefix(prefix), let area = ID<Area>(text.dropFirst(prefix.count)) else { return nil }
            self = .municipality(area)
        }
    }
}
