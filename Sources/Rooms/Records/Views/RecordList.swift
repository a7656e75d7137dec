import Design
import HTML
import Prevention
import Texts
import Web

/// What a list of the collection shows.
struct RecordListModel {
    let kind: Record.Kind
    let query: RecordQuery
    let records: [Record]
    let counts: [Record.Kind: Int]
    let places: [Record.Place]
    let fields: [String]

    /// Municipalities that occur, by name.
    static func places(of records: [Record]) -> [Record.Place] {
        Set(records.flatMap(\.places)).sorted { ($0.name, $0.key) < ($1.name, $1.key) }
    }

    static func fields(of records: [Record]) -> [String] { Set(records.flatMap(\.fields)).sorted() }
}

/// `/praxis`, `/netze`, `/gremien`, `/ziele`
func recordList(_ visit: Visit, _ model: RecordListModel, _ texts: RecordTexts) -> Answer {
    let section = texts[model.kind]
    return visit.page(PageHead(section.title, description: section.lead, section: model.kind.rawValue)) { h in
        h.div(.class("wrap")) {
            h.header(.class("masthead")) {
                h.h1(section.title)
                h.p(section.lead, .class("muted"))
            }
            kindSwitch(h, model, texts, visit.language)
            recordFilter(h, model, texts, visit.language)
            h.h2(section.count(model.records.count, in: visit.language), .class("h4"))
            if model.records.isEmpty {
                h.p(texts.empty)
                h.p(texts.emptyHint, .class("muted"))
            } else {
                h.ul(.class("plain cards")) { for record in model.records { recordCard(h, record, visit.language) } }
            }
        }
    }
}

private func kindSwitch(_ h: HTML, _ model: RecordListModel, _ texts: RecordTexts, _ language: Language) {
    h.nav(.class("row"), .label(texts.switchLabel)) {
        for kind in Record.Kind.allCases {
            h.a(
                "\(texts[kind].title) (\(Formats(language).number(model.counts[kind] ?? 0)))",
                .href(.to(kind.path)), .class("chip"), .current(kind == model.kind ? "page" : nil))
        }
    }
}

private func recordFilter(_ h: HTML, _ model: RecordListModel, _ texts: RecordTexts, _ language: Language) {
    let words = Vocabulary(language)
    h.form(.action(.to(model.kind.path)), .attribute("method", "get"), .class("filter-bar"), .label(texts.filter)) {
        h.div(.class("field")) {
            h.label(texts.search, .for("q"))
            h.input(.id("q"), .name("q"), .type("search"), .value(model.query.text))
        }
        choice(h, "ort", texts.place, model.places.map { ($0.key, $0.name) }, model.query.place, texts)
        if model.kind == .practice || model.kind == .network {
            let stages = LifeStage.allCases.map { ($0.rawValue, words[$0]) }
            choice(h, "phase", texts.stage, stages, model.query.stage?.rawValue, texts)
            choice(h, "feld", texts.field, model.fields.map { ($0, $0) }, model.query.field, texts)
        }
        h.div(.class("row")) {
            h.button(texts.show, .type("submit"), .class("btn"))
            if model.query != RecordQuery() { h.a(texts.reset, .href(.to(model.kind.path))) }
        }
    }
}

private func choice(
    _ h: HTML, _ name: String, _ label: String, _ options: [(String, String)], _ chosen: String?, _ texts: RecordTexts
) {
    h.div(.class("field")) {
        h.label(label, .for(name))
        h.select(.id(name), .name(name)) {
            h.option(texts.all, .value(""))
            for (value, title) in options { h.option(title, .value(value), .flag("selected", value == chosen)) }
        }
    }
}

private func recordCard(_ h: HTML, _ record: Record, _ language: Language) {
    h.li(.class("card")) {
        h.h3(.class("h4")) { h.a(record.title, .href(.to(record.kind.path + "/" + record.key))) }
        let context = ([record.label] + record.places.prefix(3).map(\.name)).filter { !$0.isEmpty }
        h.p(context.joined(separator: " · "), .class("small muted"))
        if !record.summary.isEmpty { h.p(record.summary) }
        if !record.stages.isEmpty {
            h.p(record.stages.map { Vocabulary(language)[$0] }.joined(separator: " · "), .class("small"))
        }
    }
}
