import Design
import HTML
import Practice
import Prevention
import Texts

/// Rückseite: what is proven, how it is done, what it needs, and whom to ask.
extension SheetView {
    func back(_ h: HTML) {
        h.div(.class("leaf-body")) {
            evidence(h)
            h.section {
                heading(h, texts.steps, icon: .chain)
                steps(h)
            }
            h.div(.class("leaf-two")) {
                part(h, texts.effort, .money) { effort(h) }
                part(h, texts.byWhom, .people) {
                    people(h, texts.initiator, sheet.initiator)
                    people(h, texts.partners, sheet.partners)
                }
                part(h, texts.successFactors, .checkCircle) {
                    lines(h, sheet.successFactors, icon: .check, unknown: texts.factorsUnknown)
                }
                part(h, texts.stumblingBlocks, .warning) {
                    lines(h, sheet.stumblingBlocks, icon: .minus, unknown: texts.blocksUnknown)
                }
                part(h, texts.needed, .lock) {
                    lines(h, facts.conditions, icon: .check, unknown: texts.neededUnknown)
                }
                part(h, texts.adopters, .exchange) { adopters(h) }
            }
            h.div {
                contact(h)
                sources(h)
            }
        }
    }

    private func part(_ h: HTML, _ title: String, _ icon: Icon, content: () -> Void) {
        h.section {
            heading(h, title, icon: icon)
            content()
        }
    }

    // MARK: Evidence

    private func evidence(_ h: HTML) {
        h.section(.class("leaf-evidence")) {
            heading(h, texts.stateOfReview, icon: .eye)
            h.dl {
                card(h, texts.effect) { effect(h) }
                card(h, texts.readiness) {
                    graded(h, practice.readiness, { "T\($0.rawValue)" }, texts.readinessLevels)
                }
                card(h, texts.trust) { graded(h, practice.trust, { "V\($0.rawValue)" }, texts.trustLevels) }
            }
        }
    }

    private func card(_ h: HTML, _ title: String, content: () -> Void) {
        h.div {
            h.dt(title)
            h.dd(content: content)
        }
    }

    private func effect(_ h: HTML) {
        if sheet.outcomes.isEmpty { h.p(texts.noOutcome, .class("leaf-unknown")) }
        for outcome in sheet.outcomes {
            let level = outcome.effect.level
            // With a true minus sign.
            let code = level == .noneOrAdverse ? "W−" : level.rawValue
            self.level(h, code, (texts.effectLevels[level.rawValue] ?? "") + ": " + outcome.indicator)
        }
        if let latest = sheet.outcomes.map(\.effect).max(by: { $0.day < $1.day }) { dated(h, latest) }
        more(h, sheet.outcomesLeftOut)
    }

    private func level(_ h: HTML, _ code: String, _ words: String) {
        h.p(.class("leaf-level")) {
            h.b(code)
            h.text(" " + words)
        }
    }

    private func graded<Level>(
        _ h: HTML, _ graded: Graded<Level>?, _ code: (Level) -> String, _ names: [String: String]
    ) {
        guard let graded else {
            h.p(texts.notGraded, .class("leaf-unknown"))
            return
        }
        let code = code(graded.level)
        level(h, code, names[code] ?? "")
        if SheetLimits.length(graded.criterion) <= SheetLimits.criterion { h.p(graded.criterion) }
        dated(h, graded)
    }

    private func dated<Level>(_ h: HTML, _ graded: Graded<Level>) {
        let pattern = graded.isExpired(on: facts.day) ? texts.expired : texts.graded
        h.p(
            pattern.filled(["day": formats.day(graded.day), "expires": formats.day(graded.expires)]),
            .class("leaf-more"))
    }

    // MARK: How

    private func steps(_ h: HTML) {
        if sheet.steps.shown.isEmpty {
            h.p(texts.stepsUnknown, .class("leaf-unknown"))
        } else {
            h.ol(.class("leaf-steps")) { for step in sheet.steps.shown { h.li { h.span(step) } } }
        }
        more(h, sheet.steps.leftOut)
    }

    private func effort(_ h: HTML) {
        let effort = practice.effort
        let rows: [(String, String?)] = [
            (texts.hours, effort.staffHours.map(formats.number)), (texts.costOnce, effort.costOnce.map(formats.money)),
            (texts.costPerYear, effort.costPerYear.map(formats.money)),
            (texts.costPerChild, effort.costPerChild.map(formats.money)),
        ]
        let funding = funding(effort)
        if rows.allSatisfy({ $0.1 == nil }), funding == nil {
            h.p(texts.effortUnknown, .class("leaf-unknown"))
            return
        }
        h.dl(.class("leaf-facts")) {
            for (term, value) in rows {
                h.div {
                    h.dt(term)
                    h.dd(value ?? texts.unknown)
                }
            }
        }
        h.p {
            h.b(texts.funding + ": ")
            h.text(funding ?? texts.unknown)
        }
    }

    private func funding(_ effort: PracticeEffort) -> String? {
        let words = SheetLimits.length(effort.funding) <= SheetLimits.funding ? effort.funding : ""
        let durable = effort.isDurable.map { $0 ? texts.durable : texts.notDurable } ?? ""
        let parts = [words, durable].filter { !$0.isBlank }
        return parts.isEmpty ? nil : parts.joined(separator: ", ")
    }

    private func people(_ h: HTML, _ title: String, _ people: SheetLines) {
        h.p {
            h.b(title + ": ")
            h.text(people.shown.isEmpty ? texts.unknown : people.shown.joined(separator: ", "))
        }
        more(h, people.leftOut)
    }

    private func adopters(_ h: HTML) {
        guard !sheet.adopters.isEmpty else {
            h.p(texts.adoptersNone, .class("leaf-unknown"))
            return
        }
        h.ul(.class("leaf-list")) {
            for (adopter, name) in zip(sheet.adopters, facts.adopters) {
                let since = adopter.since.map { texts.adopterSince.filled(["year": String($0)]) }
                let result = texts.results[adopter.result.rawValue]
                h.li {
                    h.icon(.place)
                    h.span {
                        h.b(name)
                        h.text(", " + [since, result].compactMap { $0 }.joined(separator: ", "))
                    }
                }
            }
        }
        more(h, sheet.adoptersLeftOut)
    }
}
