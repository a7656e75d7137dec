import Areas
import Design
import HTML
import Indicators
import Prevention
import Statistics
import Texts
import Web

/// Ausschnitt eines Diagramms: region, level and period that an address asks for, with what was not asked filled in.
struct FigureScope: Sendable {
    let tree: AreaTree
    let coverage: AreaCoverage
    let root: Area
    let floor: AreaFloor
    let areas: [Area]
    /// What the areas are called beside each other.
    let names: AreaNames
    let period: Period
    /// The area that stands out, if one was asked for.
    let marked: Area?

    /// - Returns: `nil` if nothing is published for two areas of one level.
    init?(_ series: PublishedSeries, _ fields: Fields, _ tree: AreaTree, periods: [Period]? = nil) {
        let periods = periods ?? series.periods
        let coverage = AreaCoverage(series.areas, tree)
        let asked = fields.text("gebiet").flatMap(AreaSlug.key).flatMap { tree.area(key: $0) }
        guard series.indicator.measure.isMapped, let latest = periods.last, let best = coverage.best else { return nil }
        let own = asked.flatMap { area in coverage.regions.first { $0.root.id == area.id } }
        let region = own ?? coverage.regions.first { $0.root.id == best.root }
        guard let region, let usual = region.floors.last else { return nil }
        let wanted = fields.text("ebene").flatMap(AreaFloor.init(rawValue:))
        let floor = wanted.flatMap { region.floors.contains($0) ? $0 : nil }
        self.tree = tree
        self.coverage = coverage
        root = region.root
        self.floor = floor ?? (region.root.id == best.root ? best.floor : usual)
        areas = self.floor.areas(within: root.id, tree)
        names = AreaNames(areas, tree)
        period = fields.text("zeit").flatMap { Period($0) }.flatMap { periods.contains($0) ? $0 : nil } ?? latest
        marked = fields.text("hervor").flatMap(AreaSlug.key).flatMap { tree.area(key: $0) }
    }

    /// The region as it is called where it stands alone.
    var regionName: String { tree.fullName(of: root) }

    /// What an address must say to ask for the same again.
    var fields: [(String, String)] {
        [
            ("gebiet", AreaSlug.text(root.key)), ("ebene", floor.rawValue), ("zeit", period.description),
            ("hervor", marked.map { AreaSlug.text($0.key) } ?? ""),
        ].filter { !$0.1.isEmpty }
    }

    /// Region, level and period as fields of a form.
    func pickers(_ h: HTML, _ pickers: Pickers, periods: [Period]) {
        pickers.region(h, coverage.regions.map(\.root), chosen: root, tree: tree)
        pickers.floor(
            h, coverage.regions.first { $0.root.id == root.id }?.floors ?? [floor], chosen: floor)
        pickers.period(h, periods, chosen: period)
    }

    /// `kinder-sgb2-05913-2022`, for the names of files.
    func fileName(_ indicator: Indicator) -> String {
        "\(indicator.key)-\(AreaSlug.text(root.key))-\(period.description.replacing("/", with: "-"))"
    }
}

extension PublishedValue {
    /// The value with its interval, as charts draw it.
    func shown(_ measure: Indicator.Measure) -> ChartValue {
        switch state {
        case .suppressed: .secret
        case .notAvailable: .unknown
        case .available:
            value.map { value in
                let limits = limits(measure)
                return .of(value, low: limits?.lower, high: limits?.upper)
            } ?? .unknown
        }
    }
}

extension Indicator {
    var chartUnit: ChartUnit { ChartUnit(unit, places: measure == .count ? 0 : 1) }

    /// Whether values are ordered and compared as numbers; milestones are not.
    var isCompared: Bool { measure != .yesNo && kind != .milestone }
}

/// The value of the whole region with which its areas are compared.
enum RegionMean {
    /// Published for the region itself; else the sum of the events over the sum of the bases, where every area knows
    /// both; else nothing.
    static func of(_ series: PublishedSeries, _ scope: FigureScope) -> Double? {
        let own = series[scope.root.id, scope.period]
        let measure = series.indicator.measure
        if measure == .count { return nil }
        if let value = own.value { return value }
        let values = scope.areas.map { series[$0.id, scope.period] }
        let events = values.compactMap(\.events)
        let bases = values.compactMap(\.base)
        guard !values.isEmpty, events.count == values.count, bases.count == values.count else { return nil }
        let base = bases.compensatedSum()
        guard base > 0, measure.isRate else { return nil }
        return events.compensatedSum() / base * measure.per
    }
}

extension Indicator.Measure {
    /// Whether it divides events by a base.
    var isRate: Bool {
        switch self {
        case .share, .ratio: true
        case .count, .score, .yesNo: false
        }
    }
}
