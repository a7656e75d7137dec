import Prevention
import Statistics
import Web

/// Was der Atlas zeigen soll: read from the fields of an address, and written back into one.
struct AtlasQuery: Hashable, Sendable {
    /// Which number is shown.
    enum Shown: String, CaseIterable, Sendable {
        /// As it was published.
        case published = ""
        /// A count in relation to its base.
        case perBase = "basis"
        /// Drawn towards the overall rate, the more the smaller the area (empirical Bayes).
        case smoothed = "glatt"
    }

    /// How class bounds are found; the raw value stands in addresses.
    enum Breaks: String, CaseIterable, Sendable {
        case natural = ""
        case quantile = "gleichviele"
        case equal = "gleichbreit"
        case own = "eigene"
    }

    enum View: String, CaseIterable, Sendable {
        case map = ""
        /// One small map for each period.
        case periods = "jahre"
        /// One small map for each indicator.
        case indicators = "kenngroessen"
    }

    var root: AreaKey?
    var floor: AreaFloor?
    var period: Period?
    var shown = Shown.published
    /// The area whose value the others are compared with.
    var comparison: AreaKey?
    var breaks = Breaks.natural
    var classes = 5
    /// Own upper bounds, rising.
    var bounds: [Double] = []
    /// New bounds for each period instead of the same ones over all of them.
    var isEachPeriodApart = false
    var view = View.map
    var showsOffers = false
    /// Page of the table.
    var page = 1

    init() {}

    /// What cannot be read is as if not asked.
    init(_ fields: Fields) {
        root = fields.text("gebiet").flatMap(AreaSlug.key)
        floor = fields.text("ebene").flatMap(AreaFloor.init(rawValue:))
        period = fields.text("zeit").flatMap { Period($0) }
        shown = fields.text("wert").flatMap(Shown.init(rawValue:)) ?? .published
        comparison = fields.text("vergleich").flatMap(AreaSlug.key)
        breaks = fields.text("art").flatMap(Breaks.init(rawValue:)) ?? .natural
        classes = fields.text("klassen").flatMap { Int($0) }.map { min(max($0, 3), 7) } ?? 5
        bounds = fields.text("grenzen").map(Self.bounds) ?? []
        if breaks == .own, bounds.isEmpty { breaks = .natural }
        isEachPeriodApart = fields.text("einzeln") == "ja"
        view = fields.text("ansicht").flatMap(View.init(rawValue:)) ?? .map
        showsOffers = fields.text("angebote") == "ja"
        page = fields.text("seite").flatMap { Int($0) }.map { min(max($0, 1), 10_000) } ?? 1
    }

    /// "10; 12,5; 20" as rising numbers, at most six; others are left out.
    static func bounds(_ text: String) -> [Double] {
        let parts = text.split { $0 == ";" || $0 == "|" || $0.isWhitespace }
        let numbers = parts.compactMap { Double($0.replacing(",", with: ".")) }.filter { $0.isFinite && abs($0) < 1e9 }
        return Array(Set(numbers).sorted().prefix(6))
    }

    /// Own bounds as people write them.
    var boundsText: String {
        bounds.map { $0 == $0.rounded() ? String(Int($0)) : String($0).replacing(".", with: ",") }
            .joined(separator: "; ")
    }

    /// The fields of an address that ask for this; what is usual is left out.
    var fields: [(String, String)] {
        [
            ("gebiet", root.map(AreaSlug.text) ?? ""), ("ebene", floor?.rawValue ?? ""),
            ("zeit", period?.description ?? ""), ("wert", shown.rawValue),
            ("vergleich", comparison.map(AreaSlug.text) ?? ""), ("art", breaks.rawValue),
            ("klassen", classes == 5 ? "" : "\(classes)"), ("grenzen", breaks == .own ? boundsText : ""),
            ("einzeln", isEachPeriodApart ? "ja" : ""), ("ansicht", view.rawValue),
            ("angebote", showsOffers ? "ja" : ""), ("seite", page > 1 ? "\(page)" : ""),
        ].filter { !$0.1.isEmpty }
    }

    /// Several ways of counting classes.
    var method: ClassBreaks.Method {
        switch breaks {
        case .natural, .own: .natural
        case .quantile: .quantile
        case .equal: .equal
        }
    }
}
