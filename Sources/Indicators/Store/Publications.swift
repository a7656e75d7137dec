package import Prevention
package import Storage

/// Veröffentlichung: a set of cells that passed the gate at once, with the rules they passed.
package struct Publication: Hashable, Sendable {
    package let id: ID<Publication>
    /// Counted from 1; a cell of a later publication replaces the same cell of an earlier one.
    package let number: Int
    package let at: Instant
    /// As in the audit log: `user:<key>`.
    package let actor: String
    /// The rules as JSON, so that the decision can be repeated.
    package let rules: String
    /// Fingerprint of cells and rules.
    package let hash: String
    /// First day on which everybody may see it; `nil` = at once. Offices see it before.
    package let embargoUntil: Day?
    package let withdrawnAt: Instant?
    package let indicators: [ID<Indicator>]

    /// Whether the audience sees it on `today`.
    package func isVisible(to audience: Audience, on today: Day) -> Bool {
        guard withdrawnAt == nil else { return false }
        guard audience == .everyone, let embargoUntil else { return true }
        return today >= embargoUntil
    }
}

/// One cell of a publication.
struct PublicationCell: Hashable, Sendable {
    let indicator: ID<Indicator>
    let place: MeasuredValue.Place
    let period: Period
    let value: PublishedValue

    init(indicator: ID<Indicator>, place: MeasuredValue.Place, period: Period, value: PublishedValue) {
        self.indicator = indicator
        self.place = place
        self.period = period
        self.value = value
    }

    init(indicator: ID<Indicator>, area: ID<Area>, period: Period, value: PublishedValue) {
        self.init(indicator: indicator, place: .area(area), period: period, value: value)
    }
}

extension IndicatorStore {
    /// Register of decisions: every publication, oldest first, withdrawn ones too.
    package func publications() async throws -> [Publication] {
        try await database.read { try Self.publications($0) }
    }

    static func publications(_ r: Reader) throws -> [Publication] {
        var indicators: [String: [ID<Indicator>]] = [:]
        try r.each("SELECT publicationId, indicatorId FROM publicationIndicator ORDER BY publicationId, indicatorId") {
            indicators[try $0.get(0), default: []].append(try $0.get(1))
        }
        return try r.rows(
            """
            SELECT id, n, at, actor, rules, hash, embargoUntil, withdrawnAt
            FROM publication
            ORDER BY n
            """
        ) { row in
            let id: ID<Publication> = try row.get(0)
            return Publication(
                id: id, number: try row.get(1), at: try row.get(2), actor: try row.get(3),
                rules: try row.get(4), hash: try row.get(5), embargoUntil: try row.optional(6),
                withdrawnAt: try row.optional(7), indicators: indicators[id.text] ?? [])
        }
    }

    /// The areas' cells of one publication, by indicator, period and area.
    static func cells(_ r: Reader, of publication: ID<Publication>, indicator: ID<Indicator>? = nil) throws
        -> [PublicationCell]
    {
        let only: SQL = indicator.map { "AND indicatorId = \($0)" } ?? ""
        return try cells(
            r, "areaId", from: "publicationCell", where: "publicationId = \(publication) \(only)"
        ) { .area(try $0.get(1)) }
    }

    /// The facilities' cells of one publication, by period and facility.
    static func facilityCells(_ r: Reader, of publication: ID<Publication>, indicator: ID<Indicator>) throws
        -> [PublicationCell]
    {
        try cells(
            r, "facilityId", from: "publicationFacilityCell",
            where: "publicationId = \(publication) AND indicatorId = \(indicator)"
        ) { .facility(Reference(.facility, try $0.get(1))) }
    }

    private static func cells(
        _ r: Reader, _ column: SQL, from table: SQL, where condition: SQL, place: (Row) throws -> MeasuredValue.Place
    ) throws -> [PublicationCell] {
        var periods: [String: Period] = [:]
        return try r.rows(
            """
            SELECT indicatorId, \(column), period, state, value, events, base, version
            FROM \(table)
            WHERE \(condition)
            ORDER BY indicatorId, period, \(column)
            """
        ) { row in
            let written: String = try row.get(2)
            let period = try periods[written] ?? row.get(2, as: Period.self)
            periods[written] = period
            let value = PublishedValue(
                state: PublishedValue.State(rawValue: try row.get(3)) ?? .suppressed, value: try row.optional(4),
                events: try row.optional(5), base: try row.optional(6), version: try row.get(7))
            return PublicationCell(indicator: try row.get(0), place: try place(row), period: period, value: value)
        }
    }

    /// Stores a publication with its cells. Only the publish gate may call it: it examines nothing.
    ///
    /// - Returns: the publication as stored, with its number.
    @discardableResult
    static func publish(
        _ cells: [PublicationCell], rules: String, hash: String, embargoUntil: Day?, in w: Writer,
        by actor: AuditActor, at: Instant
    ) throws -> ID<Publication> {
        let id = ID<Publication>()
        let number = (try w.value("SELECT max(n) FROM publication", as: Int.self) ?? 0) + 1
        try w.run(
            """
            INSERT INTO publication (id, n, at, actor, rules, hash, embargoUntil)
            VALUES (\(id), \(number), \(at), \(actor.text), \(rules), \(hash), \(embargoUntil))
            """)
        let counts = Dictionary(grouping: cells, by: \.indicator).mapValues(\.count)
        try w.insert(
            "INSERT INTO publicationIndicator (publicationId, indicatorId, cells) VALUES",
            counts.sorted { $0.key < $1.key }.map { [id.sqlValue, $0.key.sqlValue, $0.value.sqlValue] })
        try insert(cells, of: id, in: w)
        try bumpRevision(in: w)
        for indicator in counts.keys.sorted() {
            try w.audit(
                AuditEntry(
                    actor: actor, action: "indicator.publish", object: Reference(.indicator, indicator), at: at,
                    reason: "Veröffentlichung \(number)"))
        }
        return id
    }

    private static func insert(_ cells: [PublicationCell], of id: ID<Publication>, in w: Writer) throws {
        let row = { (cell: PublicationCell, place: SQLValue) -> [SQLValue] in
            [
                id.sqlValue, cell.indicator.sqlValue, place, cell.period.sqlValue,
                .text(cell.value.state.rawValue), cell.value.value?.sqlValue ?? .null,
                cell.value.events?.sqlValue ?? .null, cell.value.base?.sqlValue ?? .null,
                cell.value.version.sqlValue,
            ]
        }
        try w.insert(
            """
            INSERT INTO publicationCell (publicationId, indicatorId, areaId, period, state, value, events, base, version)
            VALUES
            """, cells.lazy.compactMap { cell in cell.place.area.map { row(cell, $0.sqlValue) } })
        try w.insert(
            """
            INSERT INTO publicationFacilityCell (publicationId, indicatorId, facilityId, period, state, value, events,
                base, version)
            VALUES
            """, cells.lazy.compactMap { cell in cell.place.facility.map { row(cell, $0.id.sqlValue) } })
    }

    /// Takes a publication back; its number and rules stay in the register.
    ///
    /// Indices that were computed from it are taken back as well, each with its own entry; they can be published anew.
    /// - Throws: `StorageError.stale` if there is none or it is withdrawn already.
    package func withdraw(_ id: ID<Publication>, by actor: AuditActor, at: Instant, reason: String) async throws {
        try await database.write { w in
            var open = [(id: id, reason: reason)]
            while let next = open.popLast() {
                let indices = try IndexDefinitionStore.publications(w, computedFrom: next.id)
                try Self.withdraw(next.id, in: w, by: actor, at: at, reason: next.reason)
                open.removeAll { one in indices.contains { $0.id == one.id } }
                open += indices.map { ($0.id, "Index aus Veröffentlichung \($0.input), die zurückgezogen ist") }
            }
            try Self.bumpRevision(in: w)
        }
    }

    private static func withdraw(
        _ id: ID<Publication>, in w: Writer, by actor: AuditActor, at: Instant, reason: String
    ) throws {
        try w.runOnFresh(
            """
            UPDATE publication SET withdrawnAt = \(at), withdrawnBy = \(actor.text)
            WHERE id = \(id) AND withdrawnAt IS NULL
            """)
        let indicators = try w.rows("SELECT indicatorId FROM publicationIndicator WHERE publicationId = \(id)") {
            try $0.get(0, as: ID<Indicator>.self)
        }
        for indicator in indicators.sorted() {
            try w.audit(
                AuditEntry(
                    actor: actor, action: "indicator.withdraw", object: Reference(.indicator, indicator), at: at,
                    reason: reason))
        }
    }
}
