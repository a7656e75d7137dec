import Design
import HTML
import Indicators
import Prevention
import Texts
import Web

/// `/monitoring/index`
func indexList(_ visit: Visit, _ definitions: [IndexDefinition], _ texts: MonitoringTexts.Index) -> Answer {
    let head = PageHead(texts.title, description: texts.lead, section: MonitoringRoom.name)
    return visit.page(head) { h in
        h.header(.class("masthead")) {
            h.h1(texts.title)
            h.p(texts.lead, .class("lead"))
        }
        if definitions.isEmpty { h.emptyState(texts.empty, texts.emptyHint, icon: .chain) {} }
        h.div(.class("grid")) {
            for definition in definitions { indexCard(h, definition, isStaff: visit.isStaff, texts) }
        }
        if visit.isPlanner {
            h.actions {
                h.linkButton(texts.new, to: IndexPath.new.link(), .next, icon: .plus)
                h.linkButton(texts.fromTemplate, to: IndexPath.new(from: .gelsenkirchen), .side)
            }
            h.p(texts.gelsenkirchen, .class("hint"))
        }
    }
}

private func indexCard(_ h: HTML, _ definition: IndexDefinition, isStaff: Bool, _ texts: MonitoringTexts.Index) {
    h.card {
        h.h2(.class("h4")) { h.a(definition.name, .href(IndexPath.index.link(definition.id.text))) }
        h.p(
            texts.composition.filled([
                "groups": h.formats.number(definition.groups.count),
                "indicators": h.formats.number(definition.parts.count),
            ]))
        if isStaff {
            h.p { h.badge(definition.isPublic ? texts.isPublic : texts.isDraft, definition.isPublic ? .good : .info) }
        }
    }
}
