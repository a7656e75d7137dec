import Indicators
import Prevention
import Statistics

/// Wertespalte: one indicator and period over the areas of a layer, in their order.
struct ValueColumn: Sendable {
    /// `nan` unless available.
    let values: [Double]
    let states: [PublishedValue.State]

    init(values: [Double], states: [PublishedValue.State]) {
        self.values = values
        self.states = states
    }

    init(_ series: PublishedSeries, _ period: Period, _ areas: [Area], _ shown: AtlasQuery.Shown) {
        let published = areas.map { series[$0.id, period] }
        switch shown {
        case .published: self.init(published.map(\.value), published)
        case .perBase:
            let per = series.indicator.measure.per
            self.init(published.map { $0.rate(per: per) }, published)
        case .smoothed:
            let per = series.indicator.measure.per
            let smooth = EmpiricalBayes(events: published.map(\.events), bases: published.map(\.base))
            self.init((smooth?.rates ?? published.map { _ in nil }).map { $0.map { $0 * per } }, published)
        }
    }

    private init(_ numbers: [Double?], _ published: [PublishedValue]) {
        values = numbers.map { $0 ?? .nan }
        states = zip(numbers, published).map { number, value in
            value.state == .suppressed ? .suppressed : number == nil ? .notAvailable : .available
        }
    }

    var known: [Double] { values.filter(\.isFinite) }

    func count(_ state: PublishedValue.State) -> Int { states.count { $0 == state } }

    /// Every value minus that of the area compared with.
    func minus(_ value: Double) -> ValueColumn {
        ValueColumn(values: values.map { $0 - value }, states: states)
    }
}

extension PublishedValue {
    /// Events per so many of the base; `nil` where either is not published.
    func rate(per: Double) -> Double? {
        guard let events, let base, base > 0 else { return nil }
        return events / base * per
    }

    /// The number that a column shows for a single area; what is smoothed has no counterpart for a whole.
    func number(_ shown: AtlasQuery.Shown, _ measure: Indicator.Measure) -> Double? {
        shown == .published ? value : rate(per: measure.per)
    }
}

extension Indicator.Measure {
    /// Of how many of the base a rate speaks; counts are shown per 100.
    var per: Double {
        switch self {
        case .share(let per), .ratio(let per): per
        case .count, .score, .yesNo: 100
        }
    }

    /// Whether numbers of this kind are put into classes; milestones are no numbers.
    var isMapped: Bool { self != .yesNo }
}
