import ContextModel
import Design
import HTML
import Prevention
import Texts
import Web

/// What the start page shows.
struct StartModel {
    let caller: ContextCaller
    /// Checks that the visitor may see.
    let files: [CheckFile]
    /// Practices whose conditions are known.
    let practices: [ContextPorts.PracticeFacts]
    let today: Day

    /// Something to be done by a day, or at once.
    struct Due {
        let day: Day?
        let title: String
        let text: String
        let path: String
    }

    /// What is due within a month or overdue, soonest first.
    func due(_ words: ContextWords) -> [Due] {
        let soon = today.adding(days: 30)
        return files.filter { caller.works(at: $0.record.receiver) && $0.outcome == nil }.flatMap { file -> [Due] in
            let id = file.record.id.text
            let title = "\(file.record.practiceTitle), \(caller.name(file.record.receiver))"
            guard let plan = file.transferPlan else {
                guard file.decision == nil || file.decision?.choice == .plan || file.decision?.choice == .pilot else {
                    return []
                }
                return [Due(day: nil, title: title, text: words.state(file), path: ContextPath.check.path(id))]
            }
            let milestones = plan.milestones.filter { (today...soon).contains($0.day) }.map {
                Due(
                    day: $0.day, title: title, text: "\(words.texts.state.milestone): \($0.what)",
                    path: ContextPath.plan.path(id))
            }
            // Older transfers are on record; nobody is asked for them any more.
            let recent = today.adding(days: -730)...soon
            let looks = plan.checks.filter { recent.contains($0.due) && !$0.open.isEmpty }.prefix(1).map {
                Due(
                    day: $0.due, title: title,
                    text: words.texts.state.review.filled(["months": "\($0.months)"]),
                    path: ContextPath.review.path(id))
            }
            return milestones + looks
        }.sorted { ($0.day ?? today, $0.title) < ($1.day ?? today, $1.title) }
    }
}

/// `/kontext`
func startPage(_ visit: Visit, _ model: StartModel, _ words: ContextWords) -> Answer {
    let texts = words.texts.start
    return visit.page(PageHead(texts.title, description: texts.lead, section: ContextRoom.name)) { h in
        h.h1(texts.title)
        h.p(texts.lead, .class("lead"))
        h.ol(.class("ctx-three")) {
            for (title, text) in [
                (texts.one, texts.oneText), (texts.two, texts.twoText), (texts.three, texts.threeText),
            ] {
                h.li {
                    h.h2(title, .class("h3"))
                    h.p(text)
                }
            }
        }
        if model.caller.isStaff {
            h.actions {
                h.linkButton(texts.new, to: ContextPath.new.link(), .next, icon: .plus)
                h.linkButton(texts.profile, to: .to("/kontext/profil"))
                h.linkButton(texts.learning, to: ContextPath.learning.link())
                h.linkButton(texts.catalogue, to: ContextPath.catalogue.link())
            }
            writeDue(h, model, words)
            writeChecks(h, model, words)
        } else {
            h.p(texts.visitor)
            h.p { h.a(texts.catalogue, .href(ContextPath.catalogue.link())) }
        }
        guard !model.practices.isEmpty else { return }
        h.h2(texts.needs)
        h.ul {
            for practice in model.practices {
                h.li { h.a(practice.title, .href(ContextPath.practice.link(practice.slug))) }
            }
        }
    }
}

private func writeDue(_ h: HTML, _ model: StartModel, _ words: ContextWords) {
    h.h2(words.texts.start.due)
    let due = model.due(words)
    guard !due.isEmpty else { return h.p(words.texts.start.dueNone, .class("muted")) }
    h.ul(.class("tasks")) {
        for item in due {
            h.li {
                h.a(item.title, .href(.to(item.path)))
                h.badge(
                    [item.day.map(h.formats.day), item.text].compactMap { $0 }.joined(separator: ": "),
                    item.day.map { $0 < model.today } == true ? .danger : .warning)
            }
        }
    }
}

private func writeChecks(_ h: HTML, _ model: StartModel, _ words: ContextWords) {
    let texts = words.texts.start
    h.h2(texts.checks)
    guard !model.files.isEmpty else {
        return h.emptyState(texts.checksNone, texts.checksNoneText, icon: .exchange)
    }
    h.dataTable(
        DataTable(
            texts.checks,
            columns: [Column(texts.practice), Column(texts.way), Column(texts.state), Column(texts.begun)],
            rows: model.files.map { file in
                let record = file.record
                let giver = model.caller.name(record.giver)
                let receiver = model.caller.name(record.receiver)
                return [
                    .link(record.practiceTitle, ContextPath.check.link(record.id.text)),
                    .text(
                        "\(giver) → \(receiver)" + (record.isInvented ? " (\(words.texts.common.invented))" : "")),
                    .text(words.state(file)), .text(words.formats.day(record.startedAt.berlinDay)),
                ]
            }, isCaptionHidden: true))
}
