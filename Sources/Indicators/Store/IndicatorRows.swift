import Disclosure
package import Prevention
package import Storage

/// Reading and writing the definitions of indicators.
enum IndicatorRows {
    static func read(_ r: Reader, _ condition: SQL = "") throws -> [Indicator] {
        var indicators = try r.rows(
            """
            SELECT id, indicatorKey, name, kind, measure, per, direction, goodFrom, goodTo, unit, numerator,
                denominator, baseKey, wholeKey, stages, fields, chainUse, source, office, periodicity, licence,
                readingAid, caveat, plausibleFrom, plausibleTo, threshold, hidesZero, isInvented, breakdown, counting, dominance
            FROM indicator
            \(condition)
            ORDER BY kind, name, indicatorKey
            """, indicator)
        let targets = try targets(r)
        for index in indicators.indices { indicators[index].targets = targets[indicators[index].id] ?? [] }
        return indicators.sorted { (order($0), $0.name, $0.key) < (order($1), $1.name, $1.key) }
    }

    /// Outcomes first, as the kinds are declared.
    private static func order(_ indicator: Indicator) -> Int {
        Indicator.Kind.allCases.firstIndex(of: indicator.kind) ?? 0
    }

    private static func indicator(_ row: Row) throws -> Indicator {
        let per: Double = try row.optional(5) ?? 100
        let measure: Indicator.Measure =
            switch try row.get(4, as: String.self) {
            case "share": .share(per: per)
            case "ratio": .ratio(per: per)
            case "score": .score
            case "yesNo": .yesNo
            default: .count
            }
        let good = try range(row, 7)
        let direction: Indicator.Direction =
            switch try row.get(6, as: String.self) {
            case "higher": .higherIsBetter
            case "lower": .lowerIsBetter
            case "within": good.map { .within($0) } ?? .neutral
            default: .neutral
            }
        return Indicator(
            id: try row.get(0), key: try row.get(1), name: try row.get(2),
            kind: Indicator.Kind(rawValue: try row.get(3)) ?? .context, measure: measure,
            counting: Indicator.Counting(rawValue: try row.get(29)) ?? .unknown, direction: direction,
            unit: try row.get(9), numerator: try row.get(10), denominator: try row.get(11),
            baseKey: try row.optional(12), wholeKey: try row.optional(13), breakdown: try row.get(28),
            stages: words(try row.get(14)),
            fields: words(try row.get(15)), use: Indicator.Use(rawValue: try row.get(16)) ?? .none,
            source: try row.get(17), office: try row.get(18), periodicity: try row.get(19), licence: try row.get(20),
            readingAid: try row.get(21), caveat: try row.get(22), plausible: try range(row, 23),
            threshold: try row.get(25), hidesZero: try row.get(26),
            dominance: try row.optional(30, as: String.self).flatMap { DominanceRule($0) }, isInvented: try row.get(27))
    }

    private static func range(_ row: Row, _ position: Int) throws -> ClosedRange<Double>? {
        guard let from = try row.optional(position, as: Double.self),
            let to = try row.optional(position + 1, as: Double.self), from <= to
        else { return nil }
        return from...to
    }

    private static func words<Word: RawRepresentable<String>>(_ text: String) -> [Word] {
        text.split(separator: "\n").compactMap { Word(rawValue: String($0)) }
    }

    private static func lines(_ words: [some RawRepresentable<String>]) -> String {
        words.map(\.rawValue).joined(separator: "\n")
    }

    private static func targets(_ r: Reader) throws -> [ID<Indicator>: [Indicator.Target]] {
        var targets: [ID<Indicator>: [Indicator.Target]] = [:]
        try r.each(
            """
            SELECT indicatorId, areaId, baseline, baselinePeriod, target, period
            FROM indicatorTarget
            ORDER BY indicatorId, position
            """
        ) { row in
            targets[try row.get(0), default: []].append(
                Indicator.Target(
                    areaID: try row.optional(1), baseline: try row.optional(2), baselinePeriod: try row.optional(3),
                    value: try row.get(4), period: try row.get(5)))
        }
        return targets
    }

    static func write(_ indicator: Indicator, version: Int, at: Instant, in w: Writer) throws {
        let form = StoredForm(indicator)
        try w.run(
            """
            INSERT INTO indicator (id, indicatorKey, name, kind, measure, per, direction, goodFrom, goodTo, unit,
                numerator, denominator, baseKey, wholeKey, stages, fields, chainUse, source, office, periodicity,
                licence, readingAid, caveat, plausibleFrom, plausibleTo, threshold, hidesZero, isInvented, breakdown,
                counting, dominance, updatedAt, version)
            VALUES (\(indicator.id), \(indicator.key), \(indicator.name), \(indicator.kind.rawValue),
                \(form.measure), \(form.per), \(form.direction), \(form.good?.lowerBound), \(form.good?.upperBound),
                \(indicator.unit), \(indicator.numerator), \(indicator.denominator), \(indicator.baseKey),
                \(indicator.wholeKey), \(lines(indicator.stages)), \(lines(indicator.fields)),
                \(indicator.use.rawValue), \(indicator.source), \(indicator.office), \(indicator.periodicity),
                \(indicator.licence), \(indicator.readingAid), \(indicator.caveat),
                \(indicator.plausible?.lowerBound), \(indicator.plausible?.upperBound), \(max(indicator.threshold, 1)),
                \(indicator.hidesZero), \(indicator.isInvented), \(indicator.breakdown),
                \(indicator.counting.rawValue), \(indicator.dominance?.description), \(at), \(version))
            ON CONFLICT (id) DO UPDATE SET name = excluded.name, kind = excluded.kind, measure = excluded.measure,
                per = excluded.per, direction = excluded.direction, goodFrom = excluded.goodFrom,
                goodTo = excluded.goodTo, unit = excluded.unit, numerator = excluded.numerator,
                denominator = excluded.denominator, baseKey = excluded.baseKey, wholeKey = excluded.wholeKey,
                stages = excluded.stages, fields = excluded.fields, chainUse = excluded.chainUse,
                source = excluded.source, office = excluded.office, periodicity = excluded.periodicity,
                licence = excluded.licence, readingAid = excluded.readingAid, caveat = excluded.caveat,
                plausibleFrom = excluded.plausibleFrom, plausibleTo = excluded.plausibleTo,
                threshold = excluded.threshold, hidesZero = excluded.hidesZero, isInvented = excluded.isInvented,
                breakdown = excluded.breakdown,
                counting = excluded.counting, dominance = excluded.dominance,
                updatedAt = excluded.updatedAt, version = excluded.version
            """)
        try w.run("DELETE FROM indicatorTarget WHERE indicatorId = \(indicator.id)")
        for (position, target) in indicator.targets.enumerated() {
            try w.run(
                """
                INSERT INTO indicatorTarget (indicatorId, position, areaId, baseline, baselinePeriod, target, period)
                VALUES (\(indicator.id), \(position), \(target.areaID), \(target.baseline), \(target.baselinePeriod),
                    \(target.value), \(target.period))
                """)
        }
    }
}

/// The words and numbers in which measure and direction are stored.
struct StoredForm {
    let measure: String
    let per: Double?
    let direction: String
    let good: ClosedRange<Double>?

    init(_ indicator: Indicator) {
        switch indicator.measure {
        case .count: (measure, per) = ("count", nil)
        case .share(let number): (measure, per) = ("share", number)
        case .ratio(let number): (measure, per) = ("ratio", number)
        case .score: (measure, per) = ("score", nil)
        case .yesNo: (measure, per) = ("yesNo", nil)
        }
        switch indicator.direction {
        case .higherIsBetter: (direction, good) = ("higher", nil)
        case .lowerIsBetter: (direction, good) = ("lower", nil)
        case .neutral: (direction, good) = ("neutral", nil)
        case .within(let range): (direction, good) = ("within", range)
        }
    }
}

extension Period: SQLConvertible {
    package var sqlValue: SQLValue { .text(description) }
    package init?(sqlValue: SQLValue) {
        guard case .text(let text) = sqlValue else { return nil }
        self.init(text)
    }
}
