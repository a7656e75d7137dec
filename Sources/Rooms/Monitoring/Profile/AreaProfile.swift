import Areas
import Design
import Indicators
import Prevention
import Statistics

/// Steckbrief: what is published about one area, beside its town, its Kreis and areas like it.
struct AreaProfile: Sendable {
    typealias Milestone = (indicator: Indicator, period: Period, isReached: Bool)
    typealias Group = (stage: LifeStage?, rows: [Row])

    struct Row: Sendable {
        let series: PublishedSeries
        /// The newest period in which something is published for the area.
        let period: Period
        let value: PublishedValue
        /// Town and Kreis, where they are other areas, and the mean of at least three similar areas.
        let town, kreis, similar: Double?
        let target: Indicator.Target?

        var indicator: Indicator { series.indicator }

        /// The number that strengths are measured against: the town's, else the Kreis's.
        var reference: Double? { town ?? kreis }

        /// Against the reference by more than chance; `nil` where there is no interval or nothing to compare with.
        var comparison: Comparison? {
            guard let reference, let limits = value.limits(indicator.measure) else { return nil }
            return Comparison(limits, with: reference)
        }

        /// Whether the area stands better than its reference by more than chance, where a direction is good at all.
        var isStrength: Bool {
            guard let comparison, let limits = value.limits(indicator.measure) else { return false }
            switch indicator.direction {
            case .higherIsBetter: return comparison == .higher
            case .lowerIsBetter: return comparison == .lower
            case .neutral: return false
            case .within(let range):
                guard let reference else { return false }
                return range.contains(limits.lower) && range.contains(limits.upper) && !range.contains(reference)
            }
        }

        /// How far from the reference, in widths of the interval.
        var lead: Double {
            guard let reference, let number = value.value, let limits = value.limits(indicator.measure) else {
                return 0
            }
            return abs(number - reference) / max(limits.upper - limits.lower, 1e-9)
        }
    }

    let area: Area
    let town: Area?
    let kreis: Area?
    let similar: SimilarAreas
    /// Every indicator of each stage, what can be compared first; those that name no stage stand last, without one.
    let groups: [Group]
    /// Best first, at most four.
    let strengths: [Row]
    /// Reached or not, with its newest period; never compared.
    let milestones: [Milestone]

    init(_ area: Area, _ series: [PublishedSeries], _ tree: AreaTree) {
        self.area = area
        let town = tree.town(of: area.id).flatMap { $0.id == area.id ? nil : $0 }
        let kreis = tree.kreis(of: area.id).flatMap { $0.id == area.id || $0.id == town?.id ? nil : $0 }
        self.town = town
        self.kreis = kreis
        let similar = SimilarAreas(to: area, series, tree)
        self.similar = similar
        let rows = series.filter(\.indicator.isCompared).compactMap { each in
            Self.row(each, area, town, kreis, similar.areas)
        }
        let order: [Indicator.Kind] = [.outcome, .reach, .context, .process, .milestone]
        let ranked = rows.sorted { left, right in
            let places = [left, right].map { row in
                (row.indicator.measure == .count ? order.count + 1 : 0)
                    + (order.firstIndex(of: row.indicator.kind) ?? order.count)
            }
            return (places[0], left.indicator.name, left.indicator.key)
                < (places[1], right.indicator.name, right.indicator.key)
        }
        var groups: [Group] = []
        for stage in LifeStage.allCases.map(Optional.some) + [nil] {
            let own = ranked.filter {
                $0.indicator.stages.count == 1 ? $0.indicator.stages.first == stage : stage == nil
            }
            if !own.isEmpty { groups.append((stage, own)) }
        }
        self.groups = groups
        strengths = Array(rows.filter(\.isStrength).sorted { $0.lead > $1.lead }.prefix(4))
        milestones = series.filter { !$0.indicator.isCompared }.compactMap { each in
            each.periods.last { each[area.id, $0].value != nil }.map {
                (each.indicator, $0, each[area.id, $0].value == 1)
            }
        }
    }

    private static func row(
        _ series: PublishedSeries, _ area: Area, _ town: Area?, _ kreis: Area?, _ similar: [Area]
    ) -> Row? {
        let indicator = series.indicator
        guard let period = series.periods.last(where: { series[area.id, $0].state != .notAvailable }) else {
            return nil
        }
        let isCount = indicator.measure == .count
        let others = similar.compactMap { series[$0.id, period].value }
        return Row(
            series: series, period: period, value: series[area.id, period],
            town: isCount ? nil : town.flatMap { series[$0.id, period].value },
            kreis: isCount ? nil : kreis.flatMap { series[$0.id, period].value },
            similar: isCount || others.count < 3 ? nil : others.compensatedSum() / Double(others.count),
            target: indicator.targets.first { $0.areaID == area.id } ?? indicator.targets.first { $0.areaID == nil })
    }

    var indicators: [Indicator] { groups.flatMap { $0.rows.map(\.indicator) } }
}
