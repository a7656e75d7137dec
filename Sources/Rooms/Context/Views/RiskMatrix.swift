import ContextModel
import Design
import HTML
import Prevention
import Texts

extension HTML {
    /// Risikomatrix: weight by fulfilment, each cell in the colour, shape and word of its risk, with what lies in it.
    func riskMatrix(_ scene: CheckScene, _ words: ContextWords) {
        let texts = words.texts.check
        scrollBox(texts.matrixCaption) {
            table(.class("ctx-matrix")) {
                caption(texts.matrixCaption, .class("vh"))
                thead {
                    tr {
                        th(texts.weight, .scope("col"))
                        for fulfilment in Fulfilment.allCases { th(words[fulfilment], .scope("col")) }
                    }
                }
                tbody {
                    for weight in Requirement.Weight.allCases.reversed() {
                        tr {
                            th(.scope("row")) {
                                text(words[weight])
                                small(words.long(weight))
                            }
                            for fulfilment in Fulfilment.allCases { matrixCell(weight, fulfilment, scene, words) }
                        }
                    }
                }
            }
        }
    }

    private func matrixCell(
        _ weight: Requirement.Weight, _ fulfilment: Fulfilment, _ scene: CheckScene, _ words: ContextWords
    ) {
        let colour = RiskColour(weight, fulfilment)
        let own = scene.check.rows.filter { $0.requirement.weight == weight && $0.fulfilment == fulfilment }
        td(.class(own.isEmpty ? colour.style + " none" : colour.style)) {
            span(.class("ctx-cell")) {
                riskShape(colour)
                b(words.formats.number(own.count))
                span(words.short(colour), .class("ctx-state"))
            }
            if !own.isEmpty {
                ul(.class("ctx-names")) {
                    for row in own {
                        li {
                            let number = scene.number(row.requirement.id)
                            a(.href(.fragment("b-\(number)"))) {
                                b("\(number)")
                                text(" " + row.requirement.condition.text)
                            }
                            if case .disputed = row.verdict { em(" " + words.texts.check.disputed) }
                        }
                    }
                }
            }
        }
    }
}
