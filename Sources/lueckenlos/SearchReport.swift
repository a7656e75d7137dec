import Foundation
import Offers
import Prevention

/// Results of `search` in the shape of specs/command-line.md.
struct SearchReport: Encodable {
    struct Hit: Encodable {
        let id: String
        let title: String
        let provider: String
        let town: String
        let ageFromMonths: Int?
        let ageToMonths: Int?
        let score: Double
        let distanceKilometres: Double?

        enum CodingKeys: CodingKey {
            case id, title, provider, town, ageFromMonths, ageToMonths, score, distanceKilometres
        }

        init(_ hit: OfferHit) {
            id = hit.summary.id.text
            title = hit.summary.title
            provider = hit.summary.providerName
            town = hit.summary.town
            ageFromMonths = hit.summary.ageRange?.from.months
            ageToMonths = hit.summary.ageRange?.to.months
            score = hit.score
            distanceKilometres = hit.distanceKilometres.map { ($0 * 10).rounded() / 10 }
        }

        /// Ages that nobody stated are `null`, not absent.
        func encode(to encoder: any Encoder) throws {
            var container = encoder.container(keyedBy: CodingKeys.self)
            try container.encode(id, forKey: .id)
            try container.encode(title, forKey: .title)
            try container.encode(provider, forKey: .provider)
            try container.encode(town, forKey: .town)
            try container.encode(ageFromMonths, forKey: .ageFromMonths)
            try container.encode(ageToMonths, forKey: .ageToMonths)
            try container.encode(score, forKey: .score)
            try container.encodeIfPresent(distanceKilometres, forKey: .distanceKilometres)
        }
    }

    struct Alternative: Encodable {
        let relaxed: String
        let offer: Hit
    }

    let total: Int
    let results: [Hit]
    let corrections: [String]
    let alternatives: [Alternative]

    init(_ results: OfferResults) {
        total = results.total
        self.results = results.items.map(Hit.init)
        corrections = results.corrections
        alternatives = results.alternatives.map { Alternative(relaxed: $0.relaxed.rawValue, offer: Hit($0.hit)) }
    }

    func json() throws -> String {
        let encoder = JSONEncoder()
        encoder.outputFormatting = [.prettyPrinted, .withoutEscapingSlashes]
        return String(decoding: try encoder.encode(self), as: UTF8.self)
    }
}

extension SearchReport {
    /// A list to read.
    static func text(_ results: OfferResults) -> String {
        var lines: [String] = []
        if let place = results.understood.place { lines.append("Ort: \(place)") }
        if let age = results.understood.age { lines.append("Alter: \(words(age.months))") }
        switch results.total {
        case 0: lines.append("Kein Angebot passt zu allen Angaben.")
        case 1: lines.append("1 Angebot")
        default: lines.append("\(results.total) Angebote")
        }
        if !results.corrections.isEmpty {
            lines.append("Meinten Sie: " + results.corrections.map { "„\($0)“" }.joined(separator: ", ") + "?")
        }
        lines += results.items.enumerated().map { "\($0.offset + 1). \(line($0.element))" }
        if results.items.count < results.total, !results.items.isEmpty {
            lines.append("… und \(results.total - results.items.count) weitere (mehr mit --limit N).")
        }
        for way in OfferAlternative.Relaxed.allCases {
            let found = results.alternatives.filter { $0.relaxed == way }
            guard !found.isEmpty else { continue }
            lines.append(heading(way))
            lines += found.map { "- \(line($0.hit))" }
        }
        return lines.joined(separator: "\n")
    }

    private static func line(_ hit: OfferHit) -> String {
        let summary = hit.summary
        var parts = [summary.title, summary.providerName]
        if !summary.town.isEmpty { parts.append(summary.town) }
        if let distance = hit.distanceKilometres {
            parts.append("\(String(format: "%.1f", distance).replacing(".", with: ",")) km")
        }
        if let ages = summary.ageRange { parts.append("\(words(ages.from.months)) bis \(words(ages.to.months))") }
        if summary.isFree { parts.append("kostenlos") }
        return parts.joined(separator: " · ")
    }

    private static func words(_ months: Int) -> String {
        if months < 0 { return "Schwangerschaft" }
        if months >= 24, months % 12 == 0 { return "\(months / 12) Jahre" }
        return months == 0 ? "Geburt" : months == 1 ? "1 Monat" : "\(months) Monate"
    }

    private static func heading(_ way: OfferAlternative.Relaxed) -> String {
        switch way {
        case .place: "An anderen Orten:"
        case .age: "Für ein anderes Alter:"
        case .text: "Mit einem Teil der Wörter:"
        case .day: "An anderen Tagen:"
        case .cost: "Nicht kostenlos:"
        case .language: "In anderen Sprachen:"
        case .other: "Ähnliche Angebote:"
        }
    }
}
