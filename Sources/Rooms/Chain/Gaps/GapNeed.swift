import Areas
import Indicators
import Prevention
import Statistics

/// Ablesung: the newest published values of an indicator for the compared parts.
struct GapReading: Sendable {
    let indicator: Indicator
    let period: Period
    let values: [Double?]
    let isSuppressed: [Bool]
    /// Parts whose value was put together from the areas below.
    let isSummed: [Bool]

    /// `nil` if nothing is published for any of the parts.
    init?(_ series: PublishedSeries, _ frame: GapFrame) {
        indicator = series.indicator
        for period in series.periods.reversed() where period.firstDay <= frame.today {
            var values: [Double?] = []
            var hidden: [Bool] = []
            var summed: [Bool] = []
            for part in frame.parts {
                let own = series[part.id, period]
                let below = own.state == .notAvailable ? Self.together(series, period, part, frame.tree) : nil
                values.append(own.value ?? below)
                hidden.append(own.state == .suppressed)
                summed.append(below != nil)
            }
            guard values.contains(where: { $0 != nil }) else { continue }
            self.period = period
            self.values = values
            isSuppressed = hidden
            isSummed = summed
            return
        }
        return nil
    }

    /// The value of an area from those below, if all of these are published; counts, shares and ratios only.
    private static func together(_ series: PublishedSeries, _ period: Period, _ area: Area, _ tree: AreaTree) -> Double?
    {
        let below = tree.children(of: area.id)
        guard !below.isEmpty else { return nil }
        let values = below.map { series[$0.id, period] }
        guard values.allSatisfy({ $0.state == .available }) else { return nil }
        switch series.indicator.measure {
        case .count: return values.compactMap(\.value).compensatedSum()
        case .share(let per), .ratio(let per):
            let events = values.compactMap(\.events)
            let bases = values.compactMap(\.base)
            let base = bases.compensatedSum()
            guard events.count == values.count, bases.count == values.count, base > 0 else { return nil }
            return events.compensatedSum() / base * per
        case .score, .yesNo: return nil
        }
    }

    /// 0 (least need among the parts) to 1 (greatest); all the same is 0.5.
    var scaled: [Double?] {
        let need = values.map { $0.map(badness) }
        guard let least = need.compactMap({ $0 }).min(), let most = need.compactMap({ $0 }).max() else { return need }
        return need.map { $0.map { most > least ? ($0 - least) / (most - least) : 0.5 } }
    }

    /// Higher is worse.
    private func badness(_ value: Double) -> Double {
        switch indicator.direction {
        case .lowerIsBetter, .neutral: value
        case .higherIsBetter: -value
        case .within(let range): max(range.lowerBound - value, value - range.upperBound, 0)
        }
    }
}

/// Bedarf einer Gruppe: the need of each part, from every indicator that speaks of its stage and field.
struct GapNeed: Sendable {
    let readings: [GapReading]
    /// What takes the place of the readings; `nil` if nobody has chosen an index.
    let index: GapIndexNeed?
    /// 0…1 by part.
    let values: [Double?]
    let isSuppressed: [Bool]

    init(_ readings: [GapReading], parts: Int, rule: GapRule) {
        self.readings = readings
        index = nil
        let scaled = readings.map(\.scaled)
        values = (0..<parts).map { part in
            let known = scaled.compactMap { $0[part] }
            guard !known.isEmpty, Double(known.count) >= rule.minimumNeedShare * Double(readings.count) - 1e-9 else {
                return nil
            }
            return known.compensatedSum() / Double(known.count)
        }
        isSuppressed = (0..<parts).map { part in readings.contains { $0.isSuppressed[part] } }
    }

    init(_ index: GapIndexNeed) {
        readings = []
        self.index = index
        values = index.values
        isSuppressed = index.isSuppressed
    }

    var isEmpty: Bool { readings.isEmpty && index == nil }
    var periods: [Period] { readings.map(\.period) + (index?.periods ?? []) }
    var isInvented: Bool { index?.isInvented ?? readings.contains { $0.indicator.isInvented } }
}
