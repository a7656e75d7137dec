import Design
import HTML
import Prevention
import Texts
import Web

/// `/praxis/{key}` and its siblings: the entry with all its facts and where they come from.
func recordPage(_ visit: Visit, _ record: Record, _ texts: RecordTexts) -> Answer {
    let head = PageHead(record.title, description: record.summary, section: record.kind.rawValue)
    return visit.page(head) { h in
        h.article(.class("wrap")) {
            h.header(.class("masthead")) {
                h.p { h.a("← " + texts[record.kind].title, .href(.to(record.kind.path))) }
                h.h1(record.title)
                let context = ([record.label] + record.places.map(\.name)).filter { !$0.isEmpty }
                h.p(context.joined(separator: " · "), .class("muted"))
                if !record.summary.isEmpty { h.p(record.summary, .class("lead")) }
                chips(h, record, visit.language)
            }
            facts(h, record, texts)
            links(h, record, texts)
            sources(h, record, texts)
        }
    }
}

private func chips(_ h: HTML, _ record: Record, _ language: Language) {
    let words = record.stages.map { Vocabulary(language)[$0] } + record.fields
    guard !words.isEmpty else { return }
    h.ul(.class("plain row")) { for word in words { h.li(word, .class("badge")) } }
}

private func facts(_ h: HTML, _ record: Record, _ texts: RecordTexts) {
    guard !record.facts.isEmpty else { return }
    h.section(.labelledBy("angaben")) {
        h.h2(texts.facts, .id("angaben"), .class("h4"))
        h.dl(.class("facts")) {
            for fact in record.facts {
                h.div {
                    h.dt(texts[fact.label])
                    if fact.values.count == 1 {
                        h.dd(fact.values[0])
                    } else {
                        h.dd { h.ul { for value in fact.values { h.li(value) } } }
                    }
                }
            }
        }
    }
}

private func links(_ h: HTML, _ record: Record, _ texts: RecordTexts) {
    for role in [RecordLink.Role.parent, .reportsTo, .related, .network] {
        let links = record.links.filter { $0.role == role }
        if links.isEmpty { continue }
        h.section {
            h.h2(texts.roles[role.rawValue] ?? "", .class("h4"))
            h.ul { for link in links { h.li { h.a(link.title, .href(.to(link.kind.path + "/" + link.key))) } } }
        }
    }
}

private func sources(_ h: HTML, _ record: Record, _ texts: RecordTexts) {
    h.section(.class("source-note")) {
        h.h2(record.sources.count == 1 ? texts.source : texts.sources, .class("h4"))
        h.ul(.class("small")) {
            for source in record.sources {
                h.li([texts.document(source.document), source.section].filter { !$0.isEmpty }.joined(separator: ", "))
            }
        }
    }
}
