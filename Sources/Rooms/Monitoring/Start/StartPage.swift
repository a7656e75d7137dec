import Design
import HTML
import Indicators
import Texts
import Web

/// `/monitoring`
func monitoringStart(
    _ visit: Visit, _ series: [PublishedSeries], _ tools: [MonitoringTool], _ texts: MonitoringTexts
) -> Answer {
    let head = PageHead(texts.start.title, description: texts.start.lead, section: MonitoringRoom.name)
    return visit.page(head) { h in
        h.header(.class("masthead")) {
            h.h1(texts.start.title)
            h.p(texts.start.lead, .class("lead"))
        }
        if series.isEmpty { h.emptyState(texts.start.empty, texts.start.emptyHint, icon: .chain) {} }
        toolList(h, texts.start.tools, tools.filter { !$0.isInternal })
        toolList(h, texts.start.internal, tools.filter(\.isInternal))
    }
}

private func toolList(_ h: HTML, _ title: String, _ tools: [MonitoringTool]) {
    guard !tools.isEmpty else { return }
    h.section(.label(title)) {
        h.h2(title)
        h.div(.class("grid")) {
            for tool in tools {
                h.div(.class("card")) {
                    h.h3(.class("h4")) { h.a(tool.title, .href(tool.link)) }
                    h.p(tool.about)
                }
            }
        }
    }
}
