import Statistics

/// Eingabe of `compute index`; what is not given has the value of the specification's example.
package struct IndexInput: Decodable {
    let units: [Unit]
    let indicators: [Indicator]
    let groups: [Group]?
    let unitGroups: [String]?
    let normalisation: String?
    let range: [Double]?
    let aggregation: String?
    let minimumShare: Double?
    let minimumAvailability: Double?
    let outliers: Outliers?
    let imputation: String?
    let replicates: Int?
    let seed: Int?
    let leaveOneOut: Bool?
    /// Rows of the matrices for the variance based sensitivity.
    let sensitivity: Int?
    let uncertainty: Uncertainty?

    /// A name, a number, or an object with the group whose mean fills gaps.
    struct Unit: Decodable {
        let id: String
        let group: String?

        private enum Key: String, CodingKey { case id, group }

        init(from decoder: any Decoder) throws {
            if let container = try? decoder.singleValueContainer(), let text = try? container.decode(String.self) {
                (id, group) = (text, nil)
            } else if let container = try? decoder.singleValueContainer(), let number = try? container.decode(Int.self)
            {
                (id, group) = (String(number), nil)
            } else {
                let container = try decoder.container(keyedBy: Key.self)
                id = try container.decode(String.self, forKey: .id)
                group = try container.decodeIfPresent(String.self, forKey: .group)
            }
        }
    }

    struct Indicator: Decodable {
        let id: String
        let direction: Int?
        let weight: Double?
        let parent: String?
        let values: [Double?]
        let denominator: [Double?]?
        let standardErrors: [Double?]?
    }

    struct Group: Decodable {
        let id: String
        let weight: Double?
        let parent: String?
    }

    struct Outliers: Decodable {
        let method: String?
        let maximum: Int?
        let skew: Double?
        let kurtosis: Double?
    }

    struct Uncertainty: Decodable {
        let normalisations: [String]?
        let aggregations: [String]?
        let winsorLimits: [Int]?
        let weightSpread: Double?
    }

    /// What no design could hold; the rest is checked when the index is made.
    var problems: [String] {
        var problems: [String] = []
        func check<T: RawRepresentable & CaseIterable>(_ key: String, _ text: String?, _ type: T.Type)
        where T.RawValue == String {
            guard let text, T(rawValue: text) == nil else { return }
            let known = T.allCases.map { $0.rawValue }.joined(separator: ", ")
            problems.append("\(key): \"\(text)\" gibt es nicht. Möglich: \(known).")
        }
        check("normalisation", normalisation, IndexDesign.Normalisation.self)
        check("aggregation", aggregation, IndexDesign.Aggregation.self)
        check("imputation", imputation, IndexDesign.Imputation.self)
        for text in uncertainty?.normalisations ?? [] {
            check("uncertainty.normalisations", text, IndexDesign.Normalisation.self)
        }
        for text in uncertainty?.aggregations ?? [] {
            check("uncertainty.aggregations", text, IndexDesign.Aggregation.self)
        }
        if let method = outliers?.method, !["winsorise", "none"].contains(method) {
            problems.append("outliers.method: \"\(method)\" gibt es nicht. Möglich: winsorise, none.")
        }
        if let range, range.count != 2 || !(range[0] < range[1]) { problems.append("range: \(Self.rangeHint)") }
        if !(0...10_000).contains(replicates ?? 0) || (replicates ?? 0) * units.count > 100_000_000 {
            problems.append("replicates: Von 0 bis 10.000, mal Gebiete höchstens 100 Millionen.")
        }
        if !(0...10_000).contains(sensitivity ?? 0) { problems.append("sensitivity: Von 0 bis 10.000.") }
        if (seed ?? 1) < 0 { problems.append("seed: Bitte eine ganze Zahl ab 0.") }
        for indicator in indicators where ![nil, 1, -1].contains(indicator.direction) {
            problems.append("\(indicator.id): direction ist 1 (mehr ist besser) oder -1 (weniger ist besser).")
        }
        if (uncertainty?.winsorLimits ?? []).contains(where: { $0 < 0 }) {
            problems.append("uncertainty.winsorLimits: Bitte Zahlen ab 0.")
        }
        return problems
    }

    private static let rangeHint = "Bitte zwei Zahlen angeben, erst die kleinere, etwa [0, 100]."
}

extension IndexInput {
    /// The name of the whole where none is given.
    private static let whole = "index"

    var design: IndexDesign {
        let (groups, root) = completeGroups
        return IndexDesign(
            components: indicators.map {
                IndexDesign.Component(
                    id: $0.id, weight: $0.weight ?? 1, parent: $0.parent ?? root, isReversed: $0.direction == -1)
            },
            groups: groups, normalisation: normalisation.flatMap(IndexDesign.Normalisation.init) ?? .minmax,
            bounds: range.map { $0[0]...$0[1] } ?? 0...100,
            aggregation: aggregation.flatMap(IndexDesign.Aggregation.init) ?? .arithmetic,
            imputation: imputation.flatMap(IndexDesign.Imputation.init) ?? .none,
            outliers: outlierRule, minimumShare: minimumShare ?? 0.66,
            minimumAvailability: minimumAvailability ?? 0)
    }

    private var outlierRule: IndexDesign.Outliers? {
        guard let outliers, outliers.method != "none" else { return nil }
        return IndexDesign.Outliers(
            maximum: outliers.maximum ?? 5, skew: outliers.skew ?? 2, kurtosis: outliers.kurtosis ?? 3.5)
    }

    /// Without groups, or with several at the top, one whole is put above them.
    private var completeGroups: (groups: [IndexDesign.Group], root: String) {
        let given = (groups ?? []).map { IndexDesign.Group(id: $0.id, weight: $0.weight ?? 1, parent: $0.parent) }
        let tops = given.filter { $0.parent == nil }
        let loose = indicators.contains { $0.parent == nil }
        if tops.count == 1, !loose || given.count == 1 { return (given, tops[0].id) }
        if given.isEmpty {
            let names = Set(indicators.compactMap(\.parent))
            let root = names.count == 1 ? names.first ?? Self.whole : Self.whole
            return ([IndexDesign.Group(id: root, parent: nil)], root)
        }
        let wrapped = given.map { IndexDesign.Group(id: $0.id, weight: $0.weight, parent: $0.parent ?? Self.whole) }
        return (wrapped + [IndexDesign.Group(id: Self.whole, parent: nil)], Self.whole)
    }

    var data: IndexData {
        var columns: [String: IndexData.Column] = [:]
        for indicator in indicators {
            columns[indicator.id] = IndexData.Column(
                indicator.values, denominator: indicator.denominator,
                standardErrors: indicator.standardErrors?.map { $0 ?? 0 })
        }
        let groups = unitGroups ?? (units.contains { $0.group != nil } ? units.map { $0.group ?? "" } : nil)
        return IndexData(units: units.map(\.id), unitGroups: groups, columns: columns)
    }

    var assumptions: IndexAssumptions {
        var assumptions = IndexAssumptions(around: design)
        guard let uncertainty else { return assumptions }
        assumptions = IndexAssumptions(
            normalisations: uncertainty.normalisations?.compactMap(IndexDesign.Normalisation.init)
                ?? assumptions.normalisations,
            aggregations: uncertainty.aggregations?.compactMap(IndexDesign.Aggregation.init)
                ?? assumptions.aggregations,
            winsorLimits: assumptions.winsorLimits.isEmpty
                ? [] : uncertainty.winsorLimits ?? assumptions.winsorLimits,
            weightSpread: uncertainty.weightSpread ?? assumptions.weightSpread)
        return assumptions
    }
}
