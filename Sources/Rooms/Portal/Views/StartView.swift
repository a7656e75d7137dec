import Design
import HTML
import Offers
import Prevention
import Texts
import Web

/// Startseite: what helps you right now?
struct StartView {
    let texts: PortalTexts
    let model: AskModel
    /// The whole register with its facets, for the counts.
    let counts: OfferResults
    let phone: String?
    /// The other rooms of the house, for those who work for families.
    let others: [NavigationItem]

    func write(_ h: HTML) {
        h.div(.class("hero")) {
            h.div(.class("wrap")) {
                h.div {
                    h.h1 {
                        h.text(texts.start.headBefore)
                        h.em(texts.start.headMarked)
                        h.text(texts.start.headAfter)
                    }
                    h.p(texts.start.lead, .class("lead"))
                    h.ul(.class("promise")) {
                        for promise in texts.start.promises {
                            h.li {
                                h.icon(.checkCircle)
                                h.text(promise)
                            }
                        }
                    }
                }
                AskForm(texts: texts.start, model: model).write(h)
                path(h)
            }
        }
        h.div(.class("wrap page")) {
            topics(h)
            about(h)
        }
    }

    private func path(_ h: HTML) {
        h.section(.class("path"), .labelledBy("lebensweg")) {
            h.h2(texts.start.pathTitle, .id("lebensweg"))
            h.ageRibbon([RibbonBand(.wholeChain)], label: h.words.ribbon.whole)
            StageLinks(texts: texts.stage, current: nil).write(h)
        }
    }

    private func topics(_ h: HTML) {
        let facet = counts.facets.first { $0.kind == .field }
        let found = facet?.values.filter { $0.count > 0 } ?? []
        guard !found.isEmpty else { return }
        h.section(.labelledBy("themen")) {
            h.h2(texts.start.topics, .id("themen"))
            TopicTiles(values: found, stage: nil).write(h)
        }
    }

    private func about(_ h: HTML) {
        h.section(.class("duo")) {
            h.div {
                h.h2(texts.start.aboutTitle)
                h.p(texts.start.aboutText)
            }
            if !others.isEmpty {
                h.div {
                    h.h2(texts.start.workTitle)
                    h.p(texts.start.workText)
                    h.ul(.class("worklinks")) {
                        for item in others { h.li { h.a(item.title, .href(item.link)) } }
                    }
                }
            }
            if let phone {
                h.div(.class("panel")) {
                    h.h2(texts.start.helpTitle)
                    h.p(texts.start.helpText)
                    h.p(.class("row")) {
                        h.icon(.phone)
                        h.a(phone, .href(Contact.call(phone)))
                    }
                }
            }
        }
    }
}

/// The four stages of life as links below the ribbon.
struct StageLinks {
    let texts: PortalTexts.Stage
    let current: LifeStage?

    func write(_ h: HTML) {
        let vocabulary = Vocabulary(h.language)
        h.nav(.label(h.words.ribbon.stagesLabel)) {
            h.ol(.class("stages")) {
                for (index, stage) in LifeStage.allCases.enumerated() {
                    h.li {
                        h.a(
                            .class("stage"), .href(PortalPaths.stage.link(texts.slugs[index])),
                            .current(stage == current ? "page" : nil)
                        ) {
                            h.strong(vocabulary[stage])
                            h.span(h.words.ribbon.stageAges[index])
                        }
                    }
                }
            }
        }
    }
}

/// The fields of action as tiles with the number of their offers.
struct TopicTiles {
    let values: [Facet.Value]
    let stage: LifeStage?

    func write(_ h: HTML) {
        let vocabulary = Vocabulary(h.language)
        h.ul(.class("tiles")) {
            for value in values {
                if let field = FieldOfAction(rawValue: value.key) {
                    h.li {
                        h.a(.class("topic"), .href(link(field))) {
                            h.icon(Self.icon(field))
                            h.strong(vocabulary[field])
                            h.span(.class("count")) {
                                h.text(h.formats.number(value.count))
                                h.icon(.arrow)
                            }
                        }
                    }
                }
            }
        }
    }

    private func link(_ field: FieldOfAction) -> Link {
        PortalQuestion().with {
            $0.fields = [field]
            $0.stage = stage
        }.link
    }

    static func icon(_ field: FieldOfAction) -> Icon {
        switch field {
        case .health: .heart
        case .childAndYouthWelfare: .people
        case .education: .book
        case .socialSecurityAndWork: .money
        case .integration: .globe
        case .sport: .ball
        case .cultureAndLeisure: .star
        case .participation: .speech
        }
    }
}

/// Links to telephones and mailboxes.
enum Contact {
    static func call(_ phone: String) -> Link? { Link.outside("tel:" + phone.filter { $0.isNumber || $0 == "+" }) }
    static func write(_ email: String) -> Link? { Link.outside("mailto:" + email) }
}
