import Design
import HTML
import Prevention
import Texts
import Web

/// `/netze/{key}` and its siblings: the entry with all its facts and where they come from.
func recordPage(_ visit: Visit, _ record: Record, _ texts: RecordTexts) -> Answer {
    let head = PageHead(record.title, description: record.summary, section: record.kind.rawValue)
    return visit.page(head) { h in
        h.backLink(texts[record.kind].title, to: .to(record.kind.path))
        h.article {
            h.header {
                let context = ([record.label] + record.places.map(\.name)).filter { !$0.isEmpty }
                h.h1(record.title)
                h.p(context.joined(separator: " · "), .class("muted"))
                if !record.summary.isEmpty { h.p(record.summary, .class("lead")) }
                if let range = record.shownAges { h.ageRibbon([RibbonBand(range)]) }
                fields(h, record)
            }
            facts(h, record, texts)
            links(h, record, texts)
            sources(h, record, texts)
        }
    }
}

private func fields(_ h: HTML, _ record: Record) {
    guard !record.fields.isEmpty else { return }
    h.div(.class("row")) { for field in record.fields { h.badge(field) } }
}

private func facts(_ h: HTML, _ record: Record, _ texts: RecordTexts) {
    guard !record.facts.isEmpty else { return }
    h.section(.labelledBy("angaben")) {
        h.h2(texts.facts, .id("angaben"))
        h.dl(.class("rows")) {
            for fact in record.facts {
                h.descriptionRow(texts[fact.label]) {
                    if fact.values.count == 1 {
                        h.text(fact.values[0])
                    } else {
                        h.ul { for value in fact.values { h.li(value) } }
                    }
                }
            }
        }
    }
}

private func links(_ h: HTML, _ record: Record, _ texts: RecordTexts) {
    for role in [RecordLink.Role.parent, .reportsTo] {
        let links = record.links.filter { $0.role == role }
        if links.isEmpty { continue }
        h.section {
            h.h2(texts.roles[role.rawValue] ?? "")
            h.ul { for link in links { h.li { h.a(link.title, .href(.to(link.kind.path + "/" + link.key))) } } }
        }
    }
}

private func sources(_ h: HTML, _ record: Record, _ texts: RecordTexts) {
    h.section(.labelledBy("quellen")) {
        h.h2(record.sources.count == 1 ? texts.source : texts.sources, .id("quellen"))
        h.ul(.class("small")) {
            for source in record.sources {
                h.li([texts.document(source.document), source.section].filter { !$0.isEmpty }.joined(separator: ", "))
            }
        }
    }
}
