import Areas
package import Prevention
package import Storage

/// What converting an indicator's values did.
package struct ConversionReport: Hashable, Sendable {
    package var count = DeliveryCount()
    /// Converted without dividing an old area.
    package var exact = 0
    /// By shares.
    package var estimated = 0
    /// Not possible: an origin has no value, or the measure cannot be divided.
    package var unavailable = 0
    /// New areas that are not in the house's tree.
    package var unknownAreas: [AreaKey] = []
}

extension IndicatorStore {
    /// Stores crosswalks; one of the same name, weighting and days is replaced.
    package func save(_ crosswalks: [Crosswalk], by actor: AuditActor, at: Instant) async throws {
        try await database.write { w in
            for crosswalk in crosswalks { try Self.save(crosswalk, in: w, by: actor, at: at) }
        }
    }

    private static func save(_ crosswalk: Crosswalk, in w: Writer, by actor: AuditActor, at: Instant) throws {
        try w.run(
            """
            DELETE FROM crosswalk
            WHERE name = \(crosswalk.name) AND weighting = \(crosswalk.weighting) AND fromDay = \(crosswalk.from)
                AND toDay = \(crosswalk.to)
            """)
        try w.run(
            """
            INSERT INTO crosswalk (id, name, weighting, fromDay, toDay, source, actor, at)
            VALUES (\(crosswalk.id), \(crosswalk.name), \(crosswalk.weighting), \(crosswalk.from), \(crosswalk.to),
                \(crosswalk.source), \(actor.text), \(at))
            """)
        try w.insert(
            "INSERT INTO crosswalkShare (crosswalkId, fromKey, toKey, share) VALUES",
            crosswalk.shares.sorted { $0.key < $1.key }.lazy.flatMap { old, parts in
                parts.map { [crosswalk.id.sqlValue, old.sqlValue, $0.to.sqlValue, $0.share.sqlValue] }
            })
        try w.audit(
            AuditEntry(
                actor: actor, action: "crosswalk.save", object: Reference(.indicator, crosswalk.id), at: at,
                reason: "\(crosswalk.name), \(crosswalk.from)"))
    }

    /// Stored crosswalks by name and day, with their shares.
    package func crosswalks() async throws -> [Crosswalk] {
        try await database.read { r in
            var shares: [String: [AreaKey: [Crosswalk.Share]]] = [:]
            try r.each(
                "SELECT crosswalkId, fromKey, toKey, share FROM crosswalkShare ORDER BY crosswalkId, fromKey, toKey"
            ) {
                shares[try $0.get(0), default: [:]][try $0.get(1), default: []].append(
                    Crosswalk.Share(to: try $0.get(2), share: try $0.get(3)))
            }
            return try r.rows(
                "SELECT id, name, weighting, fromDay, toDay, source FROM crosswalk ORDER BY name, fromDay, weighting"
            ) { row in
                let id: ID<Crosswalk> = try row.get(0)
                return Crosswalk(
                    id: id, name: try row.get(1), weighting: try row.get(2), from: try row.get(3), to: try row.get(4),
                    source: try row.get(5), shares: shares[id.text] ?? [:])
            }
        }
    }

    /// Converts the stored values of indicators for some periods to the crosswalk's new boundaries and stores them,
    /// marked as converted; what was measured for old areas stays.
    ///
    /// A value that was delivered for a new area is never replaced by a converted one.
    package func convert(
        _ indicators: [Indicator], periods: [Period], by crosswalk: Crosswalk, actor: AuditActor, at: Instant
    ) async throws -> ConversionReport {
        let tree = try await AreaStore(database: database).tree()
        return try await database.write { w in
            var report = ConversionReport()
            var values: [DeliveredValue] = []
            for indicator in indicators {
                let cells = try Self.rawCells(w, [indicator.id], periods: periods)
                for (period, group) in Dictionary(grouping: cells, by: \.period).sorted(by: { $0.key < $1.key }) {
                    values += Self.converted(group, of: indicator, in: period, by: crosswalk, tree, &report)
                }
            }
            let origin = ValueOrigin(name: "Umrechnung \(crosswalk.name)", source: crosswalk.source)
            report.count = try Self.record(values, from: origin, in: w, by: actor, at: at)
            return report
        }
    }

    private static func converted(
        _ cells: [RawCell], of indicator: Indicator, in period: Period, by crosswalk: Crosswalk, _ tree: AreaTree,
        _ report: inout ConversionReport
    ) -> [DeliveredValue] {
        var old: [AreaKey: MeasuredValue] = [:]
        var delivered: Set<ID<Area>> = []
        for cell in cells {
            guard let id = cell.area, let area = tree[id] else { continue }
            if !cell.value.isConverted {
                old[area.key] = cell.value
                delivered.insert(id)
            }
        }
        let results = CrosswalkConversion(crosswalk: crosswalk).convert(old, of: indicator, in: period)
        return results.compactMap { result in
            guard case .area(let id) = result.value.place, !delivered.contains(id) else { return nil }
            guard tree[id] != nil else {
                let keys = crosswalk.shares.values.joined().map(\.to)
                if let key = keys.first(where: { ID<Area>(key: $0) == id }), !report.unknownAreas.contains(key) {
                    report.unknownAreas.append(key)
                }
                return nil
            }
            switch result.value.state {
            case .available: if result.isExact { report.exact += 1 } else { report.estimated += 1 }
            case .notAvailable, .suppressed: report.unavailable += 1
            }
            return DeliveredValue(
                value: result.value, row: nil, found: "\(crosswalk.name) \(crosswalk.from) → \(crosswalk.to)")
        }
    }
}
