import Foundation
import Indicators
import Prevention
import Statistics
import Texts

/// Every number of a gap table as a file.
struct GapFiles {
    private let gaps: ChainGaps
    private let texts: GapTexts
    private let language: Language

    init(_ gaps: ChainGaps, _ texts: GapTexts, _ language: Language) {
        self.gaps = gaps
        self.texts = texts
        self.language = language
    }

    /// One line for each part, stage and field; numbers with a decimal comma in German.
    func csv() -> [UInt8] {
        let words = Vocabulary(language)
        let t = texts.file
        var csv = CSVText(head: [
            t.area, t.key, t.field, t.stage, t.children, t.childrenSource, t.need, t.needSource, t.places,
            t.placesFilled, t.offers, t.without, t.lambda, t.weight, t.expected, t.gap, t.gapFilled, t.state, t.reason,
            t.day,
        ])
        for row in rows() {
            csv.append([
                .text(row.area), .text(row.key), .text(words[row.found.field]), .text(words[row.found.stage]),
                number(row.children), .text(row.childrenSource), number(row.need),
                .text(row.needSources.joined(separator: "|")), number(row.places), number(row.placesFilled),
                .number(row.offers), .number(row.offersWithoutPlaces), number(row.lambda), number(row.weight),
                number(row.expected), number(row.gap), number(row.gapFilled), .text(texts[row.found.cell.state]),
                .text(row.found.cell.unknown.map { texts[$0] } ?? ""), .text(row.day),
            ])
        }
        return csv.bytes
    }

    /// The same with fixed English keys, numbers in full precision, `null` for unknown.
    func json() throws -> [UInt8] {
        let encoder = JSONEncoder()
        encoder.outputFormatting = [.sortedKeys, .withoutEscapingSlashes]
        return Array(
            try encoder.encode(
                Sheet(
                    area: gaps.area.name, key: gaps.area.key.text, lambda: gaps.lambda,
                    day: gaps.basis.frame.today.description, isInvented: gaps.isInvented, cells: rows())))
    }

    private struct Sheet: Encodable {
        let area, key: String
        let lambda: Double
        let day: String
        let isInvented: Bool
        let cells: [Row]
    }

    private struct Row: Encodable {
        let found: ChainGaps.Found
        let area, key, stage, field, state, reason, childrenSource, day: String
        let needSources: [String]
        let children, need, weight, expected, gap, gapFilled: Double?
        let places, placesFilled, lambda: Double
        let offers, offersWithoutPlaces: Int

        enum CodingKeys: String, CodingKey {
            case area, key, stage, field, state, reason, childrenSource, day, needSources, children, need, weight,
                expected, gap, gapFilled, places, placesFilled, lambda, offers, offersWithoutPlaces
        }
    }

    private func rows() -> [Row] {
        gaps.found.map { found in
            let group = gaps.basis.group(found.stage, found.field)
            let part = gaps.basis.frame.position(of: found.cell.part.id) ?? 0
            return Row(
                found: found, area: found.cell.name, key: found.cell.part.key.text, stage: found.stage.rawValue,
                field: found.field.rawValue, state: found.cell.state.rawValue,
                reason: found.cell.unknown?.rawValue ?? "",
                childrenSource: group.populationReading.map(Self.source) ?? "",
                day: gaps.basis.frame.today.description,
                needSources: group.need.index.map { [Self.source($0)] } ?? group.need.readings.map(Self.source),
                children: found.cell.population, need: found.cell.need,
                weight: gaps.share(found.stage, found.field).weights[part], expected: found.cell.expected,
                gap: found.cell.gap, gapFilled: found.cell.filledGap, places: found.cell.capacity,
                placesFilled: group.supply.filled[part], lambda: gaps.lambda, offers: found.cell.offers,
                offersWithoutPlaces: found.cell.offersWithoutPlaces)
        }
    }

    private static func source(_ need: GapIndexNeed) -> String {
        "Index \(need.name), Fassung \(need.definition.version) (\(need.sources.joined(separator: "; ")))"
    }

    private static func source(_ reading: GapReading) -> String {
        "\(reading.indicator.key) \(reading.period) (\(reading.indicator.source))"
    }

    private func number(_ value: Double?) -> CSVText.Cell {
        guard let value, value.isFinite else { return .empty }
        return .decimal((value * 10_000).rounded() / 10_000, mark: language == .english ? "." : ",")
    }
}
