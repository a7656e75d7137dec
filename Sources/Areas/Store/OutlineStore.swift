package import Prevention
package import Storage

/// Measures of an outline, without its corners.
package struct AreaShape: Hashable, Sendable {
    package let bounds: Bounds
    package let squareKilometres: Double
    /// Where the outline comes from; belongs under every map.
    package let source: String
}

extension AreaStore {
    /// The measures of all outlines.
    package func shapes() async throws -> [ID<Area>: AreaShape] {
        try await database.read { try Self.shapes($0) }
    }

    /// The outlines of the given areas in one detail; areas without an outline are absent.
    package func outlines(of ids: [ID<Area>], _ detail: OutlineDetail) async throws -> [ID<Area>: Outline] {
        try await database.read { r in
            let rows = try r.rows(
                "SELECT areaId, rings FROM areaOutline WHERE detail = \(detail.rawValue) AND areaId IN \(list: ids)"
            ) { row in (try row.get(0, as: ID<Area>.self), try row.get(1, as: [UInt8].self)) }
            return Dictionary(
                rows.compactMap { id, bytes in Outline(packed: bytes).map { (id, $0) } }, uniquingKeysWith: { $1 })
        }
    }

    /// Writes what a file brings, all or nothing.
    ///
    /// - Returns: counts and problems; with `isDryRun` the counts as they would be.
    package func apply(
        _ plan: AreaImportPlan, by actor: AuditActor, at now: Instant, isDryRun: Bool = false
    ) async throws -> ImportReport {
        var report = ImportReport()
        report.read = plan.read
        report.problems = plan.problems
        guard !plan.hasErrors else {
            report.refused = plan.read
            return report
        }
        let counts: ImportReport
        if isDryRun {
            counts = try await database.read { r in try Self.changes(plan, r).report }
        } else {
            counts = try await database.write { w in
                let (report, shapes) = try Self.changes(plan, w)
                _ = try Self.save(plan.areas, in: w, by: actor, at: now)
                for shape in shapes { try Self.save(shape, source: plan.source, in: w, by: actor, at: now) }
                return report
            }
        }
        report.created = counts.created
        report.updated = counts.updated
        report.unchanged = counts.unchanged
        return report
    }

    private static func shapes(_ r: Reader) throws -> [ID<Area>: AreaShape] {
        let rows = try r.rows(
            "SELECT areaId, west, south, east, north, squareKilometres, source FROM areaShape"
        ) { row in
            let bounds = Bounds(
                west: try row.get(1), south: try row.get(2), east: try row.get(3), north: try row.get(4))
            return (
                try row.get(0, as: ID<Area>.self),
                AreaShape(bounds: bounds, squareKilometres: try row.get(5), source: try row.get(6))
            )
        }
        return Dictionary(rows, uniquingKeysWith: { $1 })
    }

    /// What the plan would change: an area counts as changed if itself or its outline differs.
    private static func changes(
        _ plan: AreaImportPlan, _ r: Reader
    ) throws -> (report: ImportReport, shapes: [AreaImportPlan.Shape]) {
        let known = Dictionary(try areas(r).map { ($0.id, $0) }, uniquingKeysWith: { $1 })
        let stored = try r.rows("SELECT areaId, rings FROM areaOutline WHERE detail = \(OutlineDetail.fine.rawValue)") {
            (try $0.get(0, as: ID<Area>.self), try $0.get(1, as: [UInt8].self))
        }
        let outlines = Dictionary(stored, uniquingKeysWith: { $1 })
        let shapes = plan.shapes.filter { $0.outline.levels[.fine]?.packed != outlines[$0.id] }
        let changed = Set(shapes.map(\.id))
        var report = ImportReport()
        for area in plan.areas {
            guard let old = known[area.id] else {
                report.created += 1
                continue
            }
            if old.merged(with: area) != old || changed.contains(area.id) {
                report.updated += 1
            } else {
                report.unchanged += 1
            }
        }
        return (report, shapes)
    }

    private static func save(
        _ shape: AreaImportPlan.Shape, source: String, in w: Writer, by actor: AuditActor, at now: Instant
    ) throws {
        let bounds = shape.outline.bounds
        try w.run("DELETE FROM areaShape WHERE areaId = \(shape.id)")
        try w.run(
            """
            INSERT INTO areaShape (areaId, west, south, east, north, squareKilometres, source)
            VALUES (\(shape.id), \(bounds.west), \(bounds.south), \(bounds.east), \(bounds.north),
                \(shape.outline.squareKilometres), \(source))
            """)
        for (detail, outline) in shape.outline.levels {
            try w.run(
                """
                INSERT INTO areaOutline (areaId, detail, rings)
                VALUES (\(shape.id), \(detail.rawValue), \(outline.packed))
                """)
        }
        try w.audit(AuditEntry(actor: actor, action: "area.outline", object: Reference(.area, shape.id), at: now))
        try bumpRevision(in: w)
    }
}
