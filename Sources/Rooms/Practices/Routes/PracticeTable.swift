import Foundation
import Practice
import Prevention
import Tables
import Web

/// Liste als Tabelle: all hits of a question, to compute with.
struct PracticeTable {
    private let model: PracticeListModel
    private let words: ReadingWords

    init(_ model: PracticeListModel, _ words: ReadingWords) {
        self.model = model
        self.words = words
    }

    func csv() -> [UInt8] {
        var text = CSVText(head: words.texts.columns)
        for place in model.result.places {
            let row = Row(model.search.hit(place), model.search.index.today)
            text.append([
                .text(row.title), .text(row.municipalities.joined(separator: ", ")), .number(row.fromMonths),
                .number(row.toMonths),
                .text(row.fields.map { words.value($0, of: .field) }.joined(separator: ", ")),
                .text(words.value(row.status, of: .status)), row.since.map { .number($0) } ?? .empty,
                .text(words.level(row.effect, of: .effect)), .text(words.level(row.readiness, of: .readiness)),
                .text(words.level(row.trust, of: .trust)), .text(words.value(row.validity, of: .validity)),
                row.reached.map { .number($0) } ?? .empty, row.reachable.map { .number($0) } ?? .empty,
                .text(row.isInvented ? words.texts.yes : words.texts.no), .text(row.address),
            ])
        }
        return text.bytes
    }

    func json() throws -> [UInt8] {
        let encoder = JSONEncoder()
        encoder.outputFormatting = [.sortedKeys, .withoutEscapingSlashes, .prettyPrinted]
        let rows = model.result.places.map { Row(model.search.hit($0), model.search.index.today) }
        return Array(try encoder.encode(File(format: 1, practices: rows)))
    }

    private struct File: Encodable {
        let format: Int
        let practices: [Row]
    }

    /// One practice; what is not known is left out.
    private struct Row: Encodable {
        let title, address, status, effect, readiness, trust, validity: String
        let municipalities, fields: [String]
        let fromMonths, toMonths: Int
        let since, reached, reachable: Int?
        let isInvented: Bool

        init(_ hit: PracticeSearch.Result.Hit, _ today: Day) {
            let practice = hit.entry.practice
            title = hit.entry.title
            address = PracticesPath.practice.path(hit.entry.slug)
            municipalities = hit.names
            fields = practice.place.fields.list.map(\.rawValue)
            fromMonths = practice.place.ages.from.months
            toMonths = practice.place.ages.to.months
            status = PracticeStanding(practice.status).rawValue
            since = practice.since
            effect = hit.entry.bestOutcome?.effect.level.rawValue ?? PracticeFacet.none
            readiness = practice.readiness.map { "T\($0.level.rawValue)" } ?? PracticeFacet.none
            trust = practice.trust.map { "V\($0.level.rawValue)" } ?? PracticeFacet.none
            validity = hit.entry.validity(on: today)
            reached = practice.reach?.count
            reachable = practice.reach?.of
            isInvented = hit.entry.isInvented
        }
    }
}
