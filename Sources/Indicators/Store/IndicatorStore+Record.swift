package import Prevention
package import Storage

/// Zählung: what storing a delivery changed.
package struct DeliveryCount: Hashable, Sendable {
    package var created = 0
    /// Values that got a new version.
    package var corrected = 0
    package var unchanged = 0
}

/// A value with its place in the file.
struct DeliveredValue: Sendable {
    let value: MeasuredValue
    /// 1 = first row after the heading.
    let row: Int?
    /// What was written there.
    let found: String
}

extension IndicatorStore {
    /// Stores measured values, all or nothing: new ones, and a new version of each that differs; earlier ones are kept.
    ///
    /// Nothing of it is shown anywhere before the publish gate has let it through. The last of several values for the
    /// same indicator, place and period wins.
    /// - Parameter facilities: those that values are about.
    /// - Throws: `StorageError.constraint` if an indicator or area does not exist.
    @discardableResult
    package func record(
        _ values: [MeasuredValue], facilities: [MeasuredFacility] = [], from origin: ValueOrigin, by actor: AuditActor,
        at: Instant
    ) async throws -> DeliveryCount {
        let delivered = values.map { DeliveredValue(value: $0, row: nil, found: "") }
        return try await database.write { w in
            try FacilityTables.write(facilities, in: w, at: at)
            return try Self.record(delivered, from: origin, in: w, by: actor, at: at)
        }
    }

    static func record(
        _ delivered: [DeliveredValue], from origin: ValueOrigin, in w: Writer, by actor: AuditActor, at: Instant
    ) throws -> DeliveryCount {
        let latest = Dictionary(delivered.map { (Slot($0.value), $0) }, uniquingKeysWith: { $1 })
        let wanted = Dictionary(grouping: latest.keys, by: \.indicator)
        var known: [Slot: RawCell] = [:]
        for (indicator, slots) in wanted {
            let periods = Array(Set(slots.map(\.period)))
            for cell in try rawCells(w, [indicator], periods: periods) { known[Slot(cell.value)] = cell }
        }
        var count = DeliveryCount()
        var changed: [(DeliveredValue, version: Int)] = []
        for one in delivered where latest[Slot(one.value)]?.row == one.row {
            let slot = Slot(one.value)
            guard let old = known[slot] else {
                known[slot] = RawCell(value: one.value, version: 1)
                count.created += 1
                changed.append((one, 1))
                continue
            }
            if old.value == one.value {
                count.unchanged += 1
            } else {
                known[slot] = RawCell(value: one.value, version: old.version + 1)
                count.corrected += 1
                changed.append((one, old.version + 1))
            }
        }
        guard !changed.isEmpty else { return count }
        try write(changed, from: origin, count: count, in: w, by: actor, at: at)
        return count
    }

    private static func write(
        _ changed: [(DeliveredValue, version: Int)], from origin: ValueOrigin, count: DeliveryCount, in w: Writer,
        by actor: AuditActor, at: Instant
    ) throws {
        let importID = ID<ValueOrigin>()
        try w.run(
            """
            INSERT INTO valueImport (id, at, actor, origin, fileName, source, created, corrected, unchanged)
            VALUES (\(importID), \(at), \(actor.text), \(origin.name), \(origin.fileName), \(origin.source),
                \(count.created), \(count.corrected), \(count.unchanged))
            """)
        for (one, version) in changed where version > 1 {
            let slot = Slot(one.value)
            let area: SQL = slot.area.map { "areaId = \($0)" } ?? "facilityId = \(slot.facility ?? "")"
            try w.run(
                """
                UPDATE indicatorValue SET isCurrent = 0
                WHERE indicatorId = \(slot.indicator) AND period = \(slot.period) AND \(area) AND isCurrent = 1
                """)
        }
        try w.insert(
            """
            INSERT INTO indicatorValue (indicatorId, areaId, facilityId, period, version, isCurrent, state, value,
                events, base, isConverted, importId, rowNumber, found)
            VALUES
            """, changed.lazy.map { Self.row($0, version: $1, importID: importID) })
        for indicator in Set(changed.map(\.0.value.indicator)).sorted() {
            try w.audit(
                AuditEntry(
                    actor: actor, action: "indicator.values", object: Reference(.indicator, indicator), at: at,
                    reason: origin.name))
        }
    }

    private static func row(_ one: DeliveredValue, version: Int, importID: ID<ValueOrigin>) -> [SQLValue] {
        let slot = Slot(one.value)
        let value = one.value
        return [
            slot.indicator.sqlValue, slot.area?.sqlValue ?? .null, slot.facility?.sqlValue ?? .null,
            slot.period.sqlValue, version.sqlValue, .integer(1), .text(value.state.rawValue),
            value.value?.sqlValue ?? .null, value.events?.sqlValue ?? .null, value.base?.sqlValue ?? .null,
            value.isConverted.sqlValue, importID.sqlValue, one.row?.sqlValue ?? .null, one.found.sqlValue,
        ]
    }
}

/// What a value is about: one indicator, place and period.
struct Slot: Hashable, Sendable {
    let indicator: ID<Indicator>
    let place: MeasuredValue.Place
    let period: Period

    init(_ value: MeasuredValue) {
        indicator = value.indicator
        place = value.place
        period = value.period
    }

    /// For an order that is always the same.
    var order: String { "\(indicator.text)/\(period)/\(place.text)" }
    var area: ID<Area>? { place.area }
    var facility: String? { place.facility?.id }
}
