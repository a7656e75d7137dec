import Areas
import Indicators
import Prevention

/// Datensatz: what the catalogue says about the published values of one indicator.
struct Dataset: Sendable {
    let indicator: Indicator
    let periods: [Period]
    let areas: [Area]
    /// What the areas are called beside each other.
    let names: AreaNames
    let place: Place
    let licence: Licence
    /// First and last publication; `nil` where nobody knows.
    let issued: Instant?
    let modified: Instant?

    init(_ series: PublishedSeries, _ tree: AreaTree, moments: [Instant]) {
        indicator = series.indicator
        periods = series.periods
        areas = series.areas(tree)
        names = AreaNames(areas, tree)
        place = Place(areas, tree)
        licence = Licence(series.indicator.licence)
        issued = moments.first
        modified = moments.last
    }

    /// What is counted, how it is to be read and what it does not say.
    static func description(_ indicator: Indicator) -> String {
        var parts: [String] = []
        if indicator.isInvented { parts.append("Erfundene Zahlen zum Vorführen, nicht aus einer wirklichen Kommune.") }
        if !indicator.numerator.isEmpty {
            let base = indicator.denominator.isEmpty ? "" : ", bezogen auf: \(indicator.denominator)"
            parts.append("Gezählt: \(indicator.numerator)\(base).")
        }
        if !indicator.unit.isEmpty { parts.append("Einheit: \(indicator.unit).") }
        parts += [indicator.readingAid, indicator.caveat].filter { !$0.isEmpty }
        parts.append("Kleine Fallzahlen sind geheim gehalten (state = suppressed).")
        return parts.joined(separator: " ")
    }

    /// How often it is collected, in the codes of the European list of frequencies.
    ///
    /// - Source: http://publications.europa.eu/resource/authority/frequency
    var frequency: String {
        let text = indicator.periodicity.lowercased()
        let words = [
            ("monat", "MONTHLY"), ("quartal", "QUARTERLY"), ("vierteljähr", "QUARTERLY"), ("halbjähr", "ANNUAL_2"),
            ("zweijähr", "BIENNIAL"), ("zwei jahre", "BIENNIAL"), ("2 jahre", "BIENNIAL"), ("jähr", "ANNUAL"),
            ("jahr", "ANNUAL"), ("einmalig", "NEVER"),
        ]
        return words.first { text.contains($0.0) }?.1 ?? "UNKNOWN"
    }

    /// Codes of the European list of themes: population and society always, health and education by field.
    var themes: [String] {
        ["SOCI"] + (indicator.fields.contains(.health) ? ["HEAL"] : [])
            + (indicator.fields.contains(.education) ? ["EDUC"] : [])
    }
}

/// Raumbezug: where the values lie, in official keys.
struct Place: Sendable {
    /// Official keys of the highest areas, few.
    let keys: [String]
    /// Names of the highest areas.
    let names: [String]
    /// Land, Kreis or municipality: the finest of `keys`.
    let level: String?
    /// The middle of the first area.
    let center: Coordinate?

    /// More keys than this are summed up in the level above.
    private static let most = 12

    init(_ areas: [Area], _ tree: AreaTree) {
        let ids = Set(areas.map(\.id))
        let top = areas.filter { area in !tree.ancestors(of: area.id).contains { ids.contains($0.id) } }
        var keys = Self.unique(top.compactMap { Self.official($0.key) })
        for length in [5, 2] where keys.count > Self.most { keys = Self.unique(keys.map { String($0.prefix(length)) }) }
        self.keys = keys
        names = Self.unique(top.map { area in tree.town(of: area.id)?.name ?? area.name })
        let isCity = top.contains { tree.town(of: $0.id)?.level == .city }
        level =
            switch keys.map(\.count).max() {
            case 2: "state"
            case 5: isCity ? "municipality" : "administrativeDistrict"
            case 8: "municipality"
            default: nil
            }
        center = top.first?.center
    }

    /// Addresses of the keys in the lists of political geocoding.
    ///
    /// - Source: http://dcat-ap.de/def/politicalGeocoding
    var addresses: [String] {
        keys.map { key in
            let list = [2: "stateKey", 5: "districtKey"][key.count] ?? "municipalityKey"
            return "http://dcat-ap.de/def/politicalGeocoding/\(list)/\(key)"
        }
    }

    private static func official(_ key: AreaKey) -> String? {
        let text = key.text.split(separator: "/", omittingEmptySubsequences: false).first.map(String.init) ?? ""
        return [2, 5, 8].contains(text.count) && text.allSatisfy(\.isNumber) ? text : nil
    }

    private static func unique(_ texts: [String]) -> [String] {
        var seen: Set<String> = []
        return texts.filter { seen.insert($0).inserted }
    }
}
