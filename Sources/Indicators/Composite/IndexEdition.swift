package import Prevention
import Storage
package import Tables

/// Indexausgabe: an index as it was published as an indicator, with all that is needed to compute it again.
package struct IndexEdition: Hashable, Sendable {
    package let index: ID<IndexDefinition>
    /// Counted from 1 for each index.
    package let number: Int
    /// Key of the indicator that holds the scores.
    package let indicatorKey: String
    /// The definition's version that was computed.
    package let version: Int
    package let root: ID<Area>
    /// Which areas of the region were compared: the word of an address.
    package let floor: String
    /// Definition, effective weights, sources, and which period of each indicator stands behind each period.
    package let provenance: JSONValue
    /// As in the audit log: `user:<key>`.
    package let actor: String
    package let at: Instant

    /// For which periods there are scores, oldest first.
    package var periods: [Period] { provenance["periods"].members.compactMap { Period($0.name) }.sorted() }
    package var sources: [String] { provenance["sources"].strings }
}

/// Vergleichsraum eines Index: the areas that are measured against each other.
package struct IndexTerritory: Sendable {
    package let root: ID<Area>
    /// The word that addresses use for the level.
    package let floor: String
    /// In the order of all lists.
    package let areas: [Area]

    package init(root: ID<Area>, floor: String, areas: [Area]) {
        self.root = root
        self.floor = floor
        self.areas = areas
    }
}

/// Ablehnung: why an index does not become an indicator.
package enum IndexRefusal: Error, Hashable, Sendable {
    /// Not stored yet, or only for the offices.
    case draft
    /// Fewer than three areas have a score in any period.
    case nothingComputable
    /// It is published for other areas; scores of two comparisons must not stand in one series.
    case otherTerritory(ID<Area>, floor: String)
    /// Another indicator has the key that belongs to it.
    case keyTaken(String)
}

extension IndexEdition {
    static let migration = Migration(
        "indicators-021-index-edition",
        [
            """
            CREATE TABLE indexEdition (
                indexId TEXT NOT NULL,
                number INTEGER NOT NULL CHECK (number > 0),
                indicatorId TEXT NOT NULL REFERENCES indicator (id) ON DELETE RESTRICT,
                version INTEGER NOT NULL CHECK (version > 0),
                rootId TEXT NOT NULL REFERENCES area (id) ON DELETE RESTRICT,
                floor TEXT NOT NULL CHECK (floor <> ''),
                provenance TEXT NOT NULL,
                actor TEXT NOT NULL,
                at TEXT NOT NULL,
                PRIMARY KEY (indexId, number)
            )
            """
        ])
}

extension IndexDefinitionStore {
    /// How an index became an indicator, oldest first.
    package func editions(of id: ID<IndexDefinition>) async throws -> [IndexEdition] {
        try await database.read { try Self.editions($0, "e.indexId = \(id)") }
    }

    /// The newest edition behind an indicator; `nil` for one that is no index.
    package func edition(behind indicator: ID<Indicator>) async throws -> IndexEdition? {
        try await database.read { try Self.editions($0, "e.indicatorId = \(indicator)").last }
    }

    static func editions(_ r: Reader, _ condition: SQL) throws -> [IndexEdition] {
        try r.rows(
            """
            SELECT e.indexId, e.number, i.indicatorKey, e.version, e.rootId, e.floor, e.provenance, e.actor, e.at
            FROM indexEdition e
            JOIN indicator i ON i.id = e.indicatorId
            WHERE \(condition)
            ORDER BY e.indexId, e.number
            """
        ) { row in
            IndexEdition(
                index: try row.get(0), number: try row.get(1), indicatorKey: try row.get(2), version: try row.get(3),
                root: try row.get(4), floor: try row.get(5),
                provenance: JSONValue(json: try row.get(6, as: String.self)) ?? .null, actor: try row.get(7),
                at: try row.get(8))
        }
    }

    /// Publications of indices whose newest edition names a value that is seen through a publication.
    ///
    /// A value that a later publication has replaced is not seen through it any more.
    static func publications(_ r: Reader, computedFrom id: ID<Publication>) throws -> [(
        id: ID<Publication>, input: Int
    )] {
        let number = try r.value("SELECT n FROM publication WHERE id = \(id)", as: Int.self) ?? 0
        var seen: Set<String> = []
        try r.each(
            """
            SELECT DISTINCT i.indicatorKey, c.period
            FROM publicationCell c
            JOIN indicator i ON i.id = c.indicatorId
            WHERE c.publicationId = \(id) AND NOT EXISTS (
                SELECT 1 FROM publicationCell later
                JOIN publication p ON p.id = later.publicationId
                WHERE later.indicatorId = c.indicatorId AND later.areaId = c.areaId AND later.period = c.period
                    AND p.n > \(number) AND p.withdrawnAt IS NULL)
            """
        ) { seen.insert("\(try $0.get(0, as: String.self))/\(try $0.get(1, as: String.self))") }
        guard !seen.isEmpty else { return [] }
        let newest = Dictionary(try editions(r, "1 = 1").map { ($0.index, $0) }, uniquingKeysWith: { $1 })
        let named = newest.values.filter { edition in
            edition.provenance["periods"].members.contains { period in
                period.value.members.contains { seen.contains("\($0.name)/\($0.value.string ?? "")") }
            }
        }
        let keys = named.map(\.indicatorKey).sorted()
        guard !keys.isEmpty else { return [] }
        return try r.rows(
            """
            SELECT p.id
            FROM publication p
            WHERE p.withdrawnAt IS NULL AND p.id <> \(id) AND EXISTS (
                SELECT 1 FROM publicationIndicator x
                JOIN indicator i ON i.id = x.indicatorId
                WHERE x.publicationId = p.id AND i.indicatorKey IN \(list: keys))
            ORDER BY p.n
            """
        ) { (try $0.get(0), number) }
    }

    static func insert(_ edition: IndexEdition, indicator: ID<Indicator>, in w: Writer) throws {
        try w.run(
            """
            INSERT INTO indexEdition (indexId, number, indicatorId, version, rootId, floor, provenance, actor, at)
            VALUES (\(edition.index), \(edition.number), \(indicator), \(edition.version), \(edition.root),
                \(edition.floor), \(edition.provenance.description), \(edition.actor), \(edition.at))
            """)
    }
}
