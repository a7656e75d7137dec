import HTML
import Prevention
import Texts
import Web

/// Suchfrage an die Praxisdatenbank; what is empty narrows nothing.
struct PracticeQuery: Sendable, Equatable {
    var text = ""
    /// Ages that a practice must touch, in months.
    var from: AgeInMonths?
    var to: AgeInMonths?
    var chosen: [PracticeFacet: Set<String>] = [:]
    /// Municipality for which one looks: key as in the address.
    var town: String?
    /// Key of an indicator of need.
    var need: String?
    /// The gap one comes from.
    var gap: GapPlace?
    var page = 1

    init() {}

    init(_ fields: Fields) {
        text = String((fields.text("q") ?? "").prefix(200))
        from = fields.text("von").flatMap { Int($0) }.flatMap { AgeInMonths($0) }
        to = fields.text("bis").flatMap { Int($0) }.flatMap { AgeInMonths($0) }
        for facet in PracticeFacet.allCases {
            let known = Set(facet.values)
            var values = Set(fields.values(facet.rawValue))
            if facet == .field { values = Set(values.map(Self.field)) }
            values.formIntersection(known)
            if !values.isEmpty { chosen[facet] = values }
        }
        town = fields.text("fuer")
        need = fields.text("kenngroesse")
        gap = fields.text("luecke").flatMap(GapPlace.init)
        page = fields.text("seite").flatMap { Int($0) }.map { max(1, $0) } ?? 1
    }

    /// A field by its German name, as older addresses have it.
    private static func field(_ word: String) -> String {
        FieldOfAction.allCases.first { Vocabulary(.german)[$0] == word }?.rawValue ?? word
    }

    /// The ages asked for; a turned-round span is read the right way round, an open end reaches to the end.
    var ages: AgeRange? {
        guard from != nil || to != nil else { return nil }
        let (low, high) = (from ?? .conception, to ?? .firstJob)
        return AgeRange(from: min(low, high), to: max(low, high))
    }

    /// The ages to show as chosen: those asked for, else those of the chosen stages.
    var shownAges: [AgeRange] {
        if let ages { return [ages] }
        return LifeStage.allCases.filter { chosen[.stage]?.contains($0.rawValue) ?? false }.compactMap { stage in
            AgeRange(stage.ages.lowerBound, min(stage.ages.upperBound, AgeInMonths.bounds.upperBound))
        }
    }

    /// The same question with these ages, which take the place of any stage.
    func aged(_ ages: AgeRange?) -> PracticeQuery {
        var query = only(.stage, nil)
        (query.from, query.to) = (ages?.from, ages?.to)
        return query
    }

    /// Fields of the address without the page.
    var fields: [(String, String)] {
        var fields = [("q", text), ("von", from?.description ?? ""), ("bis", to?.description ?? "")]
        for facet in PracticeFacet.allCases {
            guard let values = chosen[facet] else { continue }
            fields += facet.values.filter(values.contains).map { (facet.rawValue, $0) }
        }
        fields += [("fuer", town ?? ""), ("kenngroesse", need ?? ""), ("luecke", gap?.text ?? "")]
        return fields.filter { !$0.1.isEmpty }
    }

    func link(page: Int = 1) -> Link {
        .to(PracticesPath.list.path(), query: fields + (page > 1 ? [("seite", "\(page)")] : []))
    }

    /// The same question with one value chosen alone, or not at all.
    func only(_ facet: PracticeFacet, _ value: String?) -> PracticeQuery {
        var query = self
        query.chosen[facet] = value.map { [$0] }
        query.page = 1
        return query
    }
}

/// Lücke, von der jemand kommt: the address of its page below `/kette/`, in parts.
struct GapPlace: Sendable, Equatable {
    let text: String

    /// `nil` unless it is the address of a gap's page.
    init?(_ text: String) {
        let parts = text.split(separator: "/", omittingEmptySubsequences: false)
        let isPlain = text.unicodeScalars.allSatisfy {
            $0.properties.isAlphabetic || $0.properties.numericType != nil || "-_.:~/".unicodeScalars.contains($0)
        }
        guard parts.count == 5, parts[1] == "luecken", isPlain, text.utf8.count <= 300,
            parts.allSatisfy({ !$0.isEmpty && $0 != "." && $0 != ".." })
        else { return nil }
        self.text = text
    }

    private var parts: [String] { text.split(separator: "/").map(String.init) }
    /// The words of its address for life stage and field.
    var stage: String { parts[2] }
    var field: String { parts[3] }

    var link: Link {
        .to("/kette/" + text.split(separator: "/").map { PercentEncoding.query(String($0)) }.joined(separator: "/"))
    }
}
