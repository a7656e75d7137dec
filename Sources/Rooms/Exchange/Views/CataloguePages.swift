import Design
import HTML
import Prevention
import Texts
import Transfers
import Web
import Workflow

/// `/boerse/kettenglieder`: which links can be passed on, stage by stage.
func cataloguePage(_ scene: Scene) -> Answer {
    let texts = scene.texts.levels
    return scene.page(texts.catalogueTitle, isPrivate: false) { h in
        scene.crumbs(h, texts.catalogueTitle)
        h.h1(texts.catalogueTitle)
        h.p(texts.catalogueLead, .class("lead"))
        guard !scene.market.links.isEmpty else { return h.p(texts.none, .class("muted")) }
        h.dataTable(
            DataTable(
                texts.catalogueTitle,
                columns: [
                    Column(texts.link), Column(texts.stage), Column(texts.field), Column(texts.obligation),
                    Column(scene.texts.offer.title, isNumeric: true),
                ],
                rows: scene.market.links.map { link in
                    let offers = scene.market.offers.count {
                        $0.offer.linkType == link.id && $0.offer.course.state == .open
                    }
                    return [
                        .text(link.title), .text(scene.words[link.stage]), .text(scene.words[link.field]),
                        .badge(
                            scene.texts.words.obligations[link.obligation.rawValue] ?? "",
                            link.obligation == .duty ? .info : nil),
                        .number(scene.formats.number(offers), Double(offers)),
                    ]
                }, isCaptionHidden: true))
    }
}
