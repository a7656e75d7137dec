import Areas
import Design
import HTML
import Prevention
import Texts
import Web

/// `/kette/{area}/{stage}/{field}`
func cellPage(_ visit: Visit, _ model: CellModel, _ texts: ChainTexts) -> Answer {
    let overview = model.scene.overview
    let title = CellTitle(model.cell, texts.cell, visit.language)
    let finding = texts.cell.finding(model.total, in: visit.language)
        .filled(["area": overview.area.name, "stage": title.stage, "field": title.field])
    return visit.page(PageHead(finding, section: ChainRoom.name, isPrivate: true)) { h in
        chainCrumbs(h, model.scene, texts, last: "\(title.field), \(title.stage)")
        h.h1(finding)
        if case .only(let stage) = model.cell.stage, let range = stage.range { h.ageRibbon([RibbonBand(range)]) }
        if model.offers.isEmpty {
            h.emptyState(texts.cell.none, texts.cell.noneHint, icon: .chain) {
                h.linkButton(
                    texts.cell.back.filled(["area": overview.area.name]),
                    to: ChainPath.link(overview.area, overview.filter), .side)
            }
        } else {
            h.ul(.class("plain-list")) {
                for offer in model.offers { offerCard(h, offer, model.scene, texts.cell, visit.language) }
            }
            h.pagination(page: model.page, of: model.pageCount) {
                ChainPath.link(overview.area, model.cell, overview.filter, page: $0)
            }
            h.backLink(
                texts.cell.back.filled(["area": overview.area.name]), to: ChainPath.link(overview.area, overview.filter)
            )
        }
    }
}

/// A cell in words.
struct CellTitle {
    let stage: String
    let field: String

    init(_ cell: ChainCell, _ texts: ChainTexts.Cell, _ language: Language) {
        let words = Vocabulary(language)
        stage =
            switch cell.stage {
            case .any: texts.anyStage
            case .unknown: texts.unknownStage
            case .only(let stage): words[stage]
            }
        field =
            switch cell.field {
            case .any: texts.anyField
            case .unknown: texts.unknownField
            case .only(let field): words[field]
            }
    }
}

extension LifeStage {
    /// The stage as a range for the ribbon.
    var range: AgeRange? { AgeRange(ages.lowerBound, min(ages.upperBound, AgeInMonths.bounds.upperBound)) }
}

private func offerCard(
    _ h: HTML, _ offer: ChainOffer, _ scene: ChainScene, _ texts: ChainTexts.Cell, _ language: Language
) {
    h.li(.class("card")) {
        h.h2(.class("h4")) { h.a(offer.title, .href(ChainPath.offer(offer.id.text))) }
        if let ages = offer.ages { h.ageRow(ages) } else { h.p(texts.noAges, .class("small")) }
        let places = scene.placeNames(of: offer)
        h.facts(
            [(Icon.people, texts.provider.filled(["provider": offer.providerName]))]
                + (places.isEmpty ? [] : [(Icon.place, places.prefix(4).joined(separator: ", "))]))
        h.p(.class("row")) {
            for field in FieldOfAction.allCases where offer.fields.contains(field) {
                h.badge(Vocabulary(language)[field])
            }
            if scene.isStaff, let tier = offer.tier { h.badge(Vocabulary(language)[tier], .info) }
            if offer.isInvented { h.badge(texts.invented, .info) }
        }
        if let source = offer.sources.first {
            h.p(
                "\(texts.source) \(source.document)\(source.section.isEmpty ? "" : ", \(source.section)")",
                .class("small muted"))
        }
    }
}
