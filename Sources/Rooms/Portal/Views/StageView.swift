import Design
import HTML
import Offers
import Prevention
import Texts
import Web

/// Seite of one stage of life: where it lies, what it is about, what there is.
struct StageView {
    let texts: PortalTexts
    let stage: LifeStage
    let index: Int
    let model: ResultsModel

    func write(_ h: HTML) {
        let vocabulary = Vocabulary(h.language)
        h.div(.class("head")) {
            h.h1(vocabulary[stage])
            h.p(texts.stage.leads[index], .class("lead"))
            h.div(.class("lane")) {
                h.ageRibbon(
                    AgeRange(stage.ages.lowerBound, stage.ages.upperBound == 325 ? 324 : stage.ages.upperBound).map {
                        [RibbonBand($0)]
                    } ?? [])
            }
            StageLinks(texts: texts.stage, current: stage).write(h)
        }
        let fields = model.results.facets.first { $0.kind == .field }?.values.filter { $0.count > 0 } ?? []
        if !fields.isEmpty {
            h.section(.labelledBy("themen")) {
                h.h2(texts.stage.topics, .id("themen"))
                TopicTiles(values: fields, stage: stage).write(h)
            }
        }
        h.section(.labelledBy("angebote")) {
            h.h2(texts.stage.offers, .id("angebote"))
            h.ul(.class("hits grid")) {
                for hit in model.results.items {
                    h.li {
                        OfferCard(
                            texts: texts, summary: hit.summary, place: model.placeWords(hit.summary), now: model.now
                        ).write(h)
                    }
                }
            }
            h.actions {
                h.linkButton(
                    texts.stage.all.filled(["count": h.formats.number(model.results.total)]), to: model.question.link,
                    .next,
                    icon: .arrow)
            }
        }
    }
}
