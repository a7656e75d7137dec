import Areas
import Design
import HTML
import Offers
import Prevention
import Texts
import Web

/// `…/ziel`: a goal to write on, with the numbers of the cell; nothing is stored.
func gapGoalPage(_ visit: Visit, _ model: GapCellScene, _ chain: ChainTexts) -> Answer {
    let words = GapWords(chain, visit.language)
    let texts = words.texts.goal
    let cell = model.cell
    let names = draftNames(model, words)
    let title = texts.title.filled(names)
    let isGap = cell.state == .gap || cell.state == .tight
    let numbers = names.merging([
        "missing": isGap ? words.places(cell.gap ?? 0) : "…", "capacity": words.fine(cell.capacity),
        "expected": words.fine(cell.expected), "lambda": words.formats.decimal(model.scene.gaps.lambda, places: 1),
        "offers": words.formats.number(cell.offers), "without": words.formats.number(cell.offersWithoutPlaces),
        "children": words.people(cell.population), "need": words.share(cell.need),
        "day": words.formats.day(model.scene.today), "sources": gapNote(model, words).source,
    ]) { $1 }
    return visit.page(PageHead(title, section: ChainRoom.name, isPrivate: true)) { h in
        draftHead(h, model, words, title, texts.lead)
        if !isGap { h.alert(.info, texts.noGap) }
        let lines = [
            (texts.what, texts.whatText), (texts.measure, texts.measureText),
            (texts.attractive, texts.attractiveText), (texts.realistic, texts.realisticText),
            (texts.time, texts.timeText), (texts.why, texts.whyText),
        ]
        for (heading, text) in lines {
            h.h2(heading, .class("h3"))
            h.p(text.filled(numbers))
        }
        if let size = model.group.supply.usualSize, isGap, size > 0 {
            let count = Int(((cell.gap ?? 0) / size).rounded(.up))
            h.p(
                texts.groups.filled([
                    "size": words.fine(size), "count": words.formats.number(count), "area": cell.part.name,
                ]))
        }
        let near = GapProvider.near(model).filter { $0.relation == .inCell }.map(\.name)
        if !near.isEmpty {
            h.p(
                texts.providers.filled([
                    "area": cell.part.name, "providers": words.formats.list(Array(near.prefix(6))),
                ]))
        }
        h.p(texts.sources.filled(numbers), .class("small muted"))
        h.h2(texts.next, .class("h3 no-print"))
        h.ul(.class("no-print")) {
            h.li { h.a(texts.others, .href(ChainPath.goals(model.stage, model.field))) }
            h.li {
                h.a(
                    words.texts.survey.practice,
                    .href(ChainPath.practices(model.scene, model.stage, model.field, model.cell.part)))
            }
            h.li {
                h.a(
                    words.texts.cell.ask,
                    .href(
                        ChainPath.gapSurvey(model.scene.area, model.chainCell, cell.part, model.scene.filter)))
            }
        }
        draftFoot(h, model, words)
    }
}

/// `…/fragen`: whom to ask and what, to print or copy.
func gapSurveyPage(_ visit: Visit, _ model: GapCellScene, _ chain: ChainTexts) -> Answer {
    let words = GapWords(chain, visit.language)
    let texts = words.texts.survey
    let names = draftNames(model, words)
    let title = texts.title.filled(names)
    return visit.page(PageHead(title, section: ChainRoom.name, isPrivate: true)) { h in
        draftHead(h, model, words, title, texts.lead)
        h.p(
            texts.occasion.filled([
                "finding": words.finding(model.cell, model.stage, model.field),
                "day": words.formats.day(model.scene.today),
            ]))
        let providers = GapProvider.near(model)
        h.h2(texts.who)
        if providers.isEmpty {
            h.p(texts.none)
        } else {
            h.dataTable(
                DataTable(
                    texts.who, columns: [Column(texts.provider), Column(texts.offers), Column(texts.where)],
                    rows: providers.prefix(30).map { provider in
                        [
                            .text(provider.name),
                            .links(provider.offers.prefix(4).map { ($0.title, ChainPath.offer($0.id.text)) }),
                            .text(relation(provider.relation, texts).filled(names)),
                        ]
                    }, isCaptionHidden: true))
        }
        h.h2(texts.questions)
        h.ol {
            for question in texts.q {
                h.li {
                    h.p(question.filled(names))
                    h.p(texts.answer, .class("muted"))
                }
            }
        }
        h.h2(texts.next, .class("h3 no-print"))
        h.ul(.class("no-print")) {
            h.li { h.a(texts.networks, .href(ChainPath.networks(model.stage))) }
            h.li {
                h.a(
                    texts.practice,
                    .href(ChainPath.practices(model.scene, model.stage, model.field, model.cell.part)))
            }
        }
        draftFoot(h, model, words)
    }
}

private func relation(_ relation: GapProvider.Relation, _ texts: GapTexts.Survey) -> String {
    switch relation {
    case .inCell: texts.inCell
    case .nextStage: texts.nextStage
    case .nextPart: texts.nextPart
    }
}

private func draftNames(_ model: GapCellScene, _ words: GapWords) -> [String: String] {
    [
        "field": words.words[model.field], "stage": words.chain[model.stage], "area": model.cell.name,
    ]
}

private func draftHead(_ h: HTML, _ model: GapCellScene, _ words: GapWords, _ title: String, _ lead: String) {
    gapCrumbs(h, model.scene, words, last: title)
    h.h1(title)
    h.p(lead, .class("lead"))
    if model.scene.gaps.isInvented { h.alert(.info, words.texts.page.invented) }
}

private func draftFoot(_ h: HTML, _ model: GapCellScene, _ words: GapWords) {
    h.div(.class("row actions no-print")) { h.printButton() }
    h.backLink(
        words.texts.cell.how,
        to: ChainPath.gapCell(model.scene.area, model.chainCell, model.cell.part, model.scene.filter))
}

/// Wen fragen: a provider in or next to a cell, with those of its offers that lie there.
struct GapProvider: Sendable {
    enum Relation: Int, Sendable, Comparable {
        case inCell, nextPart, nextStage

        static func < (left: Self, right: Self) -> Bool { left.rawValue < right.rawValue }
    }

    let name: String
    let offers: [ChainOffer]
    let relation: Relation

    /// Those in the cell first, then the same cell elsewhere, then the same field in the stages before and after.
    static func near(_ model: GapCellScene) -> [GapProvider] {
        var found: [ID<Provider>: (relation: Relation, offers: [ChainOffer])] = [:]
        let take = { (offer: ChainOffer, relation: Relation) in
            if let known = found[offer.providerID], known.relation <= relation {
                if known.relation == relation, !known.offers.contains(offer) {
                    found[offer.providerID]?.offers.append(offer)
                }
            } else {
                found[offer.providerID] = (relation, [offer])
            }
        }
        for entry in model.group.supply.entries {
            take(entry.offer, entry.weights[model.number] > 0 ? .inCell : .nextPart)
        }
        let stages = LifeStage.allCases
        let place = stages.firstIndex(of: model.stage) ?? 0
        for next in [place - 1, place + 1] where stages.indices.contains(next) {
            for entry in model.scene.gaps.basis.group(stages[next], model.field).supply.entries
            where entry.weights[model.number] > 0 { take(entry.offer, .nextStage) }
        }
        return found.values.compactMap { item in
            item.offers.first.map {
                GapProvider(name: $0.providerName, offers: item.offers, relation: item.relation)
            }
        }.sorted { ($0.relation.rawValue, $0.name) < ($1.relation.rawValue, $1.name) }
    }
}
