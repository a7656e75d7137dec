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

/// `/boerse/regeln`: the rules in force, in words and numbers, and what each reason counts.
func rulesPage(_ scene: Scene) -> Answer {
    let texts = scene.texts.rules
    let rules = scene.market.rules
    return scene.page(texts.title, isPrivate: false) { h in
        scene.crumbs(h, texts.title)
        h.h1(texts.title)
        h.p(texts.lead, .class("lead"))
        h.descriptionList([
            (texts.version, rules.version),
            (texts.valid, rules == .start ? texts.start : scene.formats.day(rules.validFrom)),
        ])
        h.section(.labelledBy("punkte")) {
            h.h2(texts.points, .id("punkte"))
            table(h, scene, texts.points, ruleNumbers(rules))
        }
        h.section(.labelledBy("gewichte")) {
            h.h2(texts.weights, .id("gewichte"))
            h.p(texts.limits)
            table(h, scene, texts.weights, weightNumbers(rules.weights))
        }
    }
}

private func table(_ h: HTML, _ scene: Scene, _ title: String, _ numbers: [(RuleNumber, Int)]) {
    let texts = scene.texts.rules
    h.dataTable(
        DataTable(
            title, columns: [Column(title), Column(scene.texts.round.rules, isNumeric: true)],
            rows: numbers.map { number, value in
                let unit = texts.units[number.rawValue].map { " " + $0 } ?? ""
                return [
                    .text(texts.names[number.rawValue] ?? number.rawValue),
                    .number(scene.formats.number(value) + unit, Double(value)),
                ]
            }, isCaptionHidden: true))
}

private func ruleNumbers(_ rules: ExchangeRules) -> [(RuleNumber, Int)] {
    [
        (.presentation, rules.points.presentation), (.factors, rules.points.factors),
        (.coaching, rules.points.coaching), (.creditTransfers, rules.creditTransfers),
        (.creditMonths, rules.creditMonths), (.fundTransfers, rules.fundTransfers), (.fundBudget, rules.fundBudget),
        (.answerDays, rules.answerDays), (.evaluationMonths, rules.evaluationMonths),
        (.declineMonths, rules.declineMonths), (.samePracticeMonths, rules.samePracticeMonths),
        (.loadCost, rules.loadCost),
    ]
}

private func weightNumbers(_ weights: PairWeights) -> [(RuleNumber, Int)] {
    [
        (.base, weights.base), (.duty, weights.duty), (.urgency, weights.urgency), (.waiting, weights.waiting),
        (.fit, weights.fit), (.evidence, weights.evidence), (.multiplier, weights.multiplier),
        (.similarity, weights.similarity), (.travel, -weights.travel), (.mutualInterest, weights.mutualInterest),
    ]
}
