import Indicators
import Prevention
import Tables
import Texts
import Web

/// The mapping as chosen on the page: a role for each column, and what the file does not say itself.
struct ChosenMapping {
    private let before: ValueMapping
    private let header: [String]
    private let words: MonitoringTexts.Import.Check

    init(_ before: ValueMapping, _ header: [String], _ words: MonitoringTexts.Import.Check) {
        self.before = before
        self.header = header
        self.words = words
    }

    /// The words of a choice.
    static func word(_ role: ValueMapping.Role) -> String {
        switch role {
        case .area: "gebiet"
        case .period: "zeitraum"
        case .indicator: "kenngroesse"
        case .boundaries: "gebietsstand"
        case .part(.value): "wert"
        case .part(.events): "zaehler"
        case .part(.base): "nenner"
        case .of(let key): "von:" + key
        }
    }

    private static func role(_ word: String) -> ValueMapping.Role? {
        switch word {
        case "gebiet": .area
        case "zeitraum": .period
        case "kenngroesse": .indicator
        case "gebietsstand": .boundaries
        case "wert": .part(.value)
        case "zaehler": .part(.events)
        case "nenner": .part(.base)
        default: word.hasPrefix("von:") ? .of(String(word.dropFirst(4))) : nil
        }
    }

    /// A mapping given as text wins over what was chosen.
    func read(_ form: inout FormReader) -> ValueMapping {
        if let text = form.longText("json", max: 200_000) {
            do {
                guard let json = JSONValue(json: text) else {
                    throw ValueMapping.Problem(found: "JSON", expected: "{…}")
                }
                var mapping = try ValueMapping(json: json)
                mapping.origin = before.origin
                return mapping
            } catch {
                let problem = error as? ValueMapping.Problem
                form.refuse(
                    "json",
                    words.jsonWrong.filled(["found": problem?.found ?? "", "expected": problem?.expected ?? ""]))
                return before
            }
        }
        return readColumns(&form)
    }

    private func readColumns(_ form: inout FormReader) -> ValueMapping {
        var mapping = before
        var roles: [Int: ValueMapping.Role] = [:]
        var taken: Set<String> = []
        for position in header.indices {
            let field = "spalte-\(position)"
            guard let word = form.text(field, max: 80), let role = Self.role(word) else { continue }
            if role != .indicator, !taken.insert(word).inserted { form.refuse(field, words.twice) }
            roles[position] = role
        }
        mapping.assign(roles, in: header)
        mapping.periodIs = form.text("zeitraum", max: 20)
        if let period = mapping.periodIs, Period(period) == nil { form.refuse("zeitraum", words.periodHint) }
        mapping.within = form.text("innerhalb", max: 80)
        mapping.indicatorIs = form.text("kenngroesse", max: 80)
        if mapping.indicatorIs != nil { mapping.indicator = [] }
        return mapping
    }
}
