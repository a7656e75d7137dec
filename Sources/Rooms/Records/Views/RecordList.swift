import Design
import HTML
import Prevention
import Texts
import Web

/// What a list of the collection shows.
struct RecordListModel {
    let kind: Record.Kind
    let query: RecordQuery
    /// All that fit; one page of them is shown.
    let records: [Record]
    let page: Int
    let counts: [Record.Kind: Int]
    let places: [Record.Place]
    let fields: [String]

    private static let perPage = 40
    var pageCount: Int { max(1, (records.count + Self.perPage - 1) / Self.perPage) }
    var shown: ArraySlice<Record> {
        records.dropFirst((min(max(page, 1), pageCount) - 1) * Self.perPage).prefix(Self.perPage)
    }

    /// The same list on another page.
    func link(page: Int) -> Link {
        .to(
            kind.path,
            query: [
                ("q", query.text), ("ort", query.place ?? ""), ("phase", query.stage?.rawValue ?? ""),
                ("feld", query.field ?? ""), ("seite", page > 1 ? "\(page)" : ""),
            ])
    }

    /// Municipalities that occur, by name.
    static func places(of records: [Record]) -> [Record.Place] {
        Set(records.flatMap(\.places)).sorted { ($0.name, $0.key) < ($1.name, $1.key) }
    }

    static func fields(of records: [Record]) -> [String] { Set(records.flatMap(\.fields)).sorted() }
}

/// `/netze`, `/gremien`, `/ziele`
func recordList(_ visit: Visit, _ model: RecordListModel, _ texts: RecordTexts) -> Answer {
    let section = texts[model.kind]
    return visit.page(PageHead(section.title, description: section.lead, section: model.kind.rawValue)) { h in
        h.header {
            h.h1(section.title)
            h.p(section.lead, .class("lead muted"))
            kindSwitch(h, model, texts, visit.language)
        }
        h.div(.class("listing")) {
            recordFilter(h, model, texts, visit.language)
            h.section(.labelledBy("treffer")) {
                h.h2(section.count(model.records.count, in: visit.language), .id("treffer"))
                if model.records.isEmpty {
                    h.emptyState(texts.empty, texts.emptyHint) {
                        h.linkButton(texts.reset, to: .to(model.kind.path))
                    }
                } else {
                    h.ul(.class("entries")) {
                        for record in model.shown { recordCard(h, record, visit.language) }
                    }
                    h.pagination(page: model.page, of: model.pageCount) { model.link(page: $0) }
                }
            }
        }
    }
}

private func kindSwitch(_ h: HTML, _ model: RecordListModel, _ texts: RecordTexts, _ language: Language) {
    let formats = Formats(language)
    h.segments(
        texts.switchLabel,
        Record.Kind.allCases.map { kind in
            (
                title: "\(texts[kind].title) (\(formats.number(model.counts[kind] ?? 0)))", link: .to(kind.path),
                isCurrent: kind == model.kind
            )
        })
}

private func recordFilter(_ h: HTML, _ model: RecordListModel, _ texts: RecordTexts, _ language: Language) {
    let words = Vocabulary(language)
    let isNarrowed = model.query != RecordQuery()
    h.filterPanel(action: .to(model.kind.path), kept: [], reset: isNarrowed ? .to(model.kind.path) : nil) {
        h.textField(FieldState("q", model.query.text), label: texts.search)
        h.selectField(
            FieldState("ort", model.query.place ?? ""), label: texts.place,
            choices: model.places.map { Choice($0.key, $0.name) }, emptyChoice: texts.all)
        if model.kind == .network {
            h.selectField(
                FieldState("phase", model.query.stage?.rawValue ?? ""), label: texts.stage,
                choices: LifeStage.allCases.map { Choice($0.rawValue, words[$0]) }, emptyChoice: texts.all)
            h.selectField(
                FieldState("feld", model.query.field ?? ""), label: texts.field,
                choices: model.fields.map { Choice($0, $0) }, emptyChoice: texts.all)
        }
    }
}

private func recordCard(_ h: HTML, _ record: Record, _ language: Language) {
    h.li {
        h.card {
            h.h3(.class("h4")) { h.a(record.title, .href(.to(record.kind.path + "/" + record.key))) }
            let context = ([record.label] + record.places.prefix(3).map(\.name)).filter { !$0.isEmpty }
            h.p(context.joined(separator: " · "), .class("small muted"))
            if !record.summary.isEmpty { h.p(record.summary) }
            if let range = record.shownAges { h.ageRow(range) }
        }
    }
}

extension Record {
    /// Ages for the ribbon: as stated, else those of the stages if they lie side by side.
    var shownAges: AgeRange? {
        if let ages { return ages }
        let positions = stages.compactMap { LifeStage.allCases.firstIndex(of: $0) }
        guard let first = positions.min(), let last = positions.max(), last - first + 1 == Set(positions).count else {
            return nil
        }
        let from = LifeStage.allCases[first].ages.lowerBound
        return AgeRange(from, min(LifeStage.allCases[last].ages.upperBound, 324))
    }
}
