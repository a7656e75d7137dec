package import Prevention
package import Storage

/// The areas in the database.
package struct AreaStore: Sendable {
    package let database: Database

    package init(database: Database) { self.database = database }

    /// The whole tree in one consistent view.
    package func tree() async throws -> AreaTree {
        try await database.read { try AreaTree(Self.areas($0)) }
    }

    /// Counts every change of areas or outlines, so that copies in memory know when they are old.
    package func revision() async throws -> Int {
        try await database.read { r in
            try r.value("SELECT revision FROM areaRevision WHERE n = 1", as: Int.self) ?? 0
        }
    }

    package func area(_ id: ID<Area>) async throws -> Area? {
        try await database.read { try Self.areas($0, "WHERE id = \(id)").first }
    }

    package func area(key: AreaKey) async throws -> Area? { try await area(ID(key: key)) }

    /// The areas directly below, ordered by name.
    package func children(of id: ID<Area>) async throws -> [Area] {
        try await database.read { try Self.areas($0, "WHERE parentId = \(id)") }
    }

    /// The areas of a level, ordered by name.
    package func areas(at level: AreaLevel) async throws -> [Area] {
        try await database.read { try Self.areas($0, "WHERE level = \(level)") }
    }

    /// Creates what is new and changes what differs, areas above before those below; one audit entry for each change.
    ///
    /// Postcodes are added to the known ones, never taken away. A population, kind or centre that is not given stays.
    /// - Throws: `StorageError.constraint` if a parent does not exist; then nothing has happened.
    /// - Returns: counts; `read` is the number of areas given.
    @discardableResult
    package func save(_ areas: [Area], by actor: AuditActor, at now: Instant) async throws -> ImportReport {
        try await database.write { w in try Self.save(areas, in: w, by: actor, at: now) }
    }
}

extension AreaStore {
    /// All areas that fulfil `condition`, inside a block of the caller.
    package static func areas(_ r: Reader, _ condition: SQL = "") throws -> [Area] {
        var postcodes: [String: [String]] = [:]
        try r.each("SELECT areaId, postcode FROM areaPostcode ORDER BY areaId, postcode") { row in
            postcodes[try row.get(0), default: []].append(try row.get(1))
        }
        let query: SQL = """
            SELECT id, areaKey, level, parentId, name, kind, latitude, longitude, populationTotal, populationUnder18,
                populationDate, populationSource, validFrom, validTo, isInvented
            FROM area
            \(condition)
            ORDER BY name, areaKey
            """
        return try r.rows(query) { row in try area(row, postcodes: postcodes) }
    }

    private static func area(_ row: Row, postcodes: [String: [String]]) throws -> Area {
        let id: ID<Area> = try row.get(0)
        let latitude: Double? = try row.optional(6)
        let longitude: Double? = try row.optional(7)
        let total: Int? = try row.optional(8)
        let under18: Int? = try row.optional(9)
        let date: Day? = try row.optional(10)
        let source: String = try row.get(11)
        var center: Coordinate?
        if let latitude, let longitude { center = Coordinate(latitude: latitude, longitude: longitude) }
        return Area(
            id: id, key: try row.get(1), level: try row.get(2), parentID: try row.optional(3), name: try row.get(4),
            kind: try row.get(5), center: center, postcodes: postcodes[id.text] ?? [],
            population: total.map { Population(total: $0, under18: under18, date: date, source: source) },
            validFrom: try row.optional(12), validTo: try row.optional(13), isInvented: try row.get(14))
    }

    /// `save(_:by:at:)` inside a transaction of the caller.
    package static func save(_ areas: [Area], in w: Writer, by actor: AuditActor, at now: Instant) throws
        -> ImportReport
    {
        let known = Dictionary(uniqueKeysWithValues: try Self.areas(w).map { ($0.id, $0) })
        var report = ImportReport()
        report.read = areas.count
        for area in areas.sorted(by: { $0.level < $1.level }) {
            guard let old = known[area.id] else {
                try insert(area, in: w)
                try w.audit(AuditEntry(actor: actor, action: "area.create", object: Reference(.area, area.id), at: now))
                report.created += 1
                continue
            }
            let merged = old.merged(with: area)
            guard merged != old else {
                report.unchanged += 1
                continue
            }
            try update(merged, in: w)
            try w.audit(AuditEntry(actor: actor, action: "area.edit", object: Reference(.area, area.id), at: now))
            report.updated += 1
        }
        if report.created + report.updated > 0 { try bumpRevision(in: w) }
        return report
    }

    /// Tells copies in memory that areas or outlines have changed.
    static func bumpRevision(in w: Writer) throws {
        try w.run(
            """
            INSERT INTO areaRevision (n, revision) VALUES (1, 1)
            ON CONFLICT (n) DO UPDATE SET revision = areaRevision.revision + 1
            """)
    }

    private static func insert(_ area: Area, in w: Writer) throws {
        try w.run(
            """
            INSERT INTO area (id, areaKey, level, parentId, name, kind, latitude, longitude, populationTotal,
                populationUnder18, populationDate, populationSource, validFrom, validTo, isInvented)
            VALUES (\(area.id), \(area.key), \(area.level), \(area.parentID), \(area.name), \(area.kind),
                \(area.center?.latitude), \(area.center?.longitude), \(area.population?.total),
                \(area.population?.under18), \(area.population?.date), \(area.population?.source ?? ""),
                \(area.validFrom), \(area.validTo), \(area.isInvented))
            """)
        try addPostcodes(of: area, in: w)
    }

    private static func update(_ area: Area, in w: Writer) throws {
        try w.run(
            """
            UPDATE area
            SET level = \(area.level), parentId = \(area.parentID), name = \(area.name), kind = \(area.kind),
                latitude = \(area.center?.latitude), longitude = \(area.center?.longitude),
                populationTotal = \(area.population?.total), populationUnder18 = \(area.population?.under18),
                populationDate = \(area.population?.date), populationSource = \(area.population?.source ?? ""),
                validFrom = \(area.validFrom), validTo = \(area.validTo), isInvented = \(area.isInvented)
            WHERE id = \(area.id)
            """)
        try addPostcodes(of: area, in: w)
    }

    private static func addPostcodes(of area: Area, in w: Writer) throws {
        for postcode in area.postcodes {
            try w.run(
                """
                INSERT INTO areaPostcode (areaId, postcode) VALUES (\(area.id), \(postcode))
                ON CONFLICT (areaId, postcode) DO NOTHING
                """)
        }
    }
}

extension Area {
    /// The area as it stands after `newer` has been read over it: what the newer one does not state stays.
    func merged(with newer: Area) -> Area {
        Area(
            id: id, key: key, level: newer.level, parentID: newer.parentID ?? parentID, name: newer.name,
            kind: newer.kind.isEmpty ? kind : newer.kind, center: newer.center ?? center,
            postcodes: Set(postcodes).union(newer.postcodes).sorted(), population: newer.population ?? population,
            validFrom: newer.validFrom ?? validFrom, validTo: newer.validTo ?? validTo, isInvented: newer.isInvented)
    }
}
