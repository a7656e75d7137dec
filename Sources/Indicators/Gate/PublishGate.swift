import Disclosure
package import Prevention
package import Storage
import Tables

/// Freigabe: the only way by which measured values become visible.
///
/// All numbers of a request are examined together with everything that shares numbers with them: areas and the areas
/// above, parts and wholes, shares with base and complement, old and new boundaries, and all that was ever published.
/// What is small is hidden, what would give it away as well, and the result is attacked by linear programs.
package struct PublishGate: Sendable {
    private let store: IndicatorStore

    package init(store: IndicatorStore) { self.store = store }

    /// Indicators and periods that can be asked for.
    package func offers() async throws -> [GateOffer] {
        try await store.database.read { try IndicatorStore.offers($0) }
    }

    /// What would be published; writes nothing.
    ///
    /// - Throws: `GateRefusal`, but not `unsafe`: the report says so.
    package func examine(_ request: PublicationRequest) async throws -> GateReport {
        Self.report(request, try await store.database.read { try IndicatorStore.material($0, for: request) })
    }

    /// Examines and publishes: cells, rules, fingerprint and audit entries in one transaction.
    ///
    /// - Throws: `GateRefusal`; `unsafe` while anything hidden could be worked out.
    @discardableResult
    package func publish(_ request: PublicationRequest, by actor: AuditActor, at: Instant) async throws -> GateReport {
        let material = try await store.database.read { try IndicatorStore.material($0, for: request) }
        let report = Self.report(request, material)
        guard report.isSafe else { throw GateRefusal.unsafe(report) }
        let ids = Dictionary(material.requested.map { ($0.key, $0.id) }, uniquingKeysWith: { first, _ in first })
        let cells = report.cells.compactMap { cell in
            ids[cell.indicator].map {
                PublicationCell(indicator: $0, place: cell.place, period: cell.period, value: cell.value)
            }
        }
        try await store.database.write { w in
            guard try IndicatorStore.material(w, for: request) == material else { throw GateRefusal.changed }
            try IndicatorStore.publish(
                cells, rules: report.rulesText, hash: report.hash, embargoUntil: request.embargoUntil, in: w,
                by: actor, at: at)
        }
        return report
    }

    static func report(_ request: PublicationRequest, _ material: GateMaterial) -> GateReport {
        let table = GateTable(material)
        let found = Suppression(table.table)
        return GateReport(request, material, table, found)
    }
}

extension GateReport {
    init(_ request: PublicationRequest, _ material: GateMaterial, _ gate: GateTable, _ found: Suppression) {
        self.request = request
        rules = material.requested.map {
            Rule(indicator: $0.key, threshold: $0.threshold, hidesZero: $0.hidesZero, dominance: $0.dominance)
        }
        cells = Self.cells(material, gate, found)
        let names = Dictionary(
            material.bases.values.map { ($0.id, $0.key) }, uniquingKeysWith: { first, _ in first })
        exposures = found.audit.exposed.map { place in
            let key = gate.keys[place]
            return Exposure(
                indicator: names[key.series.indicator] ?? "", place: key.place, period: key.period,
                part: key.series.part)
        }
        mismatches = gate.mismatches
        linkedPeriods = Set(material.cells.map(\.period)).subtracting(material.periods).sorted()
        let shown = Set(cells.compactMap(\.place.facility))
        facilities = material.facilities.filter { shown.contains($0.reference) }
        linked = material.linked.map(\.key)
        examined = gate.table.cells.count
        sums = gate.table.equations.count
        known = zip(gate.table.cells, gate.keys).count { $0.isFixed && $1.series.part != .remainder }
        isSafe = found.audit.isSafe
        isProvenBest = found.isProvenBest
        hash = Self.fingerprint(request, rules, cells)
    }

    private static func cells(_ material: GateMaterial, _ gate: GateTable, _ found: Suppression) -> [Cell] {
        let findings = Dictionary(found.audit.findings.map { ($0.cell, $0) }, uniquingKeysWith: { first, _ in first })
        let keys = Dictionary(material.requested.map { ($0.id, $0) }, uniquingKeysWith: { first, _ in first })
        return material.cells.compactMap { raw in
            guard let indicator = keys[raw.indicator],
                material.isAsked(raw.indicator, raw.place, raw.period)
            else { return nil }
            let key = GateTable.Key(
                series: .init(indicator: indicator.id, part: .count), place: raw.place, period: raw.period)
            let verdict = verdict(raw, indicator, key, gate, found.hidden)
            let finding = gate.places[key].flatMap { findings[$0] }
            return Cell(
                indicator: indicator.key, place: raw.place, period: raw.period, verdict: verdict,
                value: seen(raw, indicator, verdict), lower: finding?.lower, upper: finding?.upper)
        }
    }

    private static func verdict(
        _ raw: RawCell, _ indicator: Indicator, _ key: GateTable.Key, _ gate: GateTable, _ hidden: [Bool]
    ) -> Verdict {
        switch raw.state {
        case .notAvailable: return .notAvailable
        case .suppressed: return .source
        case .available: break
        }
        if gate.unchecked.contains(key) { return .notCheckable }
        let place = gate.places[key]
        if let place, let reason = gate.reasons[place] { return reason }
        let others = key.of(.init(indicator: indicator.id, part: .complement))
        if let rest = gate.places[others], let reason = gate.reasons[rest] { return reason }
        if indicator.measure != .count {
            let own = gate.places[key.of(.init(indicator: indicator.id, part: .base))]
            let bases = [gate.baseOf[key], own].compactMap(\.self)
            if bases.contains(where: { gate.reasons[$0] != nil }) { return .smallBase }
            if bases.contains(where: { hidden[$0] }) { return .secondary }
        }
        return place.map { hidden[$0] } ?? false ? .secondary : .published
    }

    /// What may be seen of a cell.
    private static func seen(_ raw: RawCell, _ indicator: Indicator, _ verdict: Verdict) -> PublishedValue {
        switch verdict {
        case .published:
            PublishedValue(
                state: .available, value: raw.value.value, events: raw.value.events,
                base: indicator.measure == .count ? nil : raw.value.base, version: raw.version)
        case .notAvailable: PublishedValue(state: .notAvailable, version: raw.version)
        default: PublishedValue(state: .suppressed, version: raw.version)
        }
    }
}
