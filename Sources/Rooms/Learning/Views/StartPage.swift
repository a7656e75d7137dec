import Design
import HTML
import LearningNetwork
import Prevention
import Texts
import Web

/// `/lernnetz`: what is coming, what is up to the visitor, what is new.
func startPage(_ visit: Visit, _ model: StartModel, _ texts: LearningTexts) -> Answer {
    let words = texts.start
    return visit.page(PageHead(words.title, section: LearningRoom.name, isPrivate: true)) { h in
        h.h1(words.title)
        h.p(words.lead, .class("lead"))
        writeNotice(h, visit, texts)
        writeReminders(h, model.reminders, texts)
        h.h2(words.coming)
        writeComing(h, model, texts)
        h.h2(words.mine)
        if model.tasks.isEmpty {
            h.p(words.mineEmpty)
        } else {
            writeTaskTable(h, Array(model.tasks.prefix(6)), caption: words.mine, on: visit.today, texts)
        }
        h.p { h.linkButton(words.allTasks, to: LearningPath.tasks.link(), icon: .list, isSmall: true) }
        h.h2(words.products)
        writeProducts(h, Array(model.products.prefix(3)), model.groups, texts, empty: words.productsEmpty)
        if !model.lab.isEmpty {
            h.h2(words.lab)
            h.div(.class("grid")) { for entry in model.lab { writeLabCard(h, entry, texts, isShort: true) } }
        }
        h.h2(words.groups)
        writeGroups(h, model.groups.filter { !$0.isArchived }, texts)
        h.p { h.linkButton(words.allGroups, to: LearningPath.groups.link(), icon: .people, isSmall: true) }
        writeMore(h, words)
    }
}

private func writeMore(_ h: HTML, _ words: LearningTexts.Start) {
    h.h2(words.more)
    h.div(.class("grid")) {
        h.card {
            h.h3 { h.a(words.expertise, .href(LearningPath.expertise.link())) }
            h.h3 { h.a(words.publications, .href(LearningPath.publications.link())) }
            h.h3 { h.a(words.chronicle, .href(LearningPath.chronicle.link())) }
            h.h3 { h.a(words.digests, .href(LearningPath.digests.link())) }
        }
        h.card {
            h.h3 { h.a(words.standing, .href(.to("/boerse/angebote/neu"))) }
            h.p(words.standingText)
        }
    }
}

/// What the rule of four meetings a year finds wanting.
func writeReminders(_ h: HTML, _ reminders: [Rhythm.Reminder], _ texts: LearningTexts) {
    guard !reminders.isEmpty else { return }
    let words = texts.reminder
    let sentences = reminders.map { reminder in
        switch reminder {
        case .meetingsMissing(let count): words.missing(count, in: h.formats.language)
        case .quarterEmpty(let quarter): words.quarter.filled(["quarter": "\(quarter)"])
        case .themeMissing(let day): words.noTheme.filled(["day": h.formats.day(day)])
        case .themeTwice(let theme): words.twice.filled(["theme": theme])
        }
    }
    h.alert(.warning, (sentences + [words.rule]).joined(separator: " "))
}

private func writeComing(_ h: HTML, _ model: StartModel, _ texts: LearningTexts) {
    guard !model.meetings.isEmpty || !model.conferences.isEmpty else { return h.p(texts.start.comingEmpty) }
    h.div(.class("grid")) {
        for meeting in model.meetings {
            h.card {
                h.div(.class("row")) { h.badge(texts.state(meeting.state), meeting.state.tone) }
                h.h3 { h.a(meeting.title, .href(LearningPath.meeting.link(meeting.id.text))) }
                h.facts([
                    (.calendar, "\(h.formats.longDay(meeting.day)), \(h.formats.clock(meeting.from))"),
                    (.place, meeting.location), (.book, meeting.theme),
                    (.people, model.group(meeting.groupID)?.title ?? ""),
                ])
            }
        }
        for conference in model.conferences {
            h.card {
                h.div(.class("row")) { h.badge(texts.state(conference.state), conference.state.tone) }
                h.h3 { h.a(conference.title, .href(LearningPath.conference.link(conference.id.text))) }
                h.facts([
                    (.calendar, h.formats.longDay(conference.day)), (.place, conference.location),
                    (.people, model.group(conference.groupID)?.title ?? ""),
                ])
            }
        }
    }
}

/// Cards of groups with kind, theme and size.
func writeGroups(_ h: HTML, _ groups: [LearningGroup], _ texts: LearningTexts) {
    guard !groups.isEmpty else { return h.emptyState(texts.group.empty, texts.group.emptyText, icon: .people) }
    h.div(.class("grid")) {
        for group in groups {
            h.card {
                h.div(.class("row")) {
                    h.badge(texts.kind(group.kind), icon: .people)
                    if group.isArchived { h.badge(texts.group.archived) }
                }
                h.h3 { h.a(group.title, .href(LearningPath.group.link(group.id.text))) }
                if group.theme != group.title { h.p(group.theme) }
                h.facts([(.place, texts.group.places(group.places.count, in: h.formats.language))])
            }
        }
    }
}

/// Cards of products with state and latest version.
func writeProducts(
    _ h: HTML, _ products: [Product], _ groups: [LearningGroup], _ texts: LearningTexts, empty: String
) {
    guard !products.isEmpty else { return h.p(empty) }
    h.div(.class("grid")) {
        for product in products {
            h.card {
                h.div(.class("row")) { h.badge(texts.state(product.state), product.state.tone) }
                h.h3 { h.a(product.title, .href(LearningPath.product.link(product.id.text))) }
                h.p(product.about)
                var facts: [(icon: Icon, text: String)] = []
                if let version = product.versions.last {
                    let number = texts.product.version.filled(["number": "\(version.number)"])
                    facts.append((.document, "\(number), \(h.formats.day(version.at.berlinDay))"))
                }
                if let group = groups.first(where: { $0.id == product.groupID }) {
                    facts.append((.people, group.title))
                }
                h.facts(facts)
            }
        }
    }
}

/// One entry of a lab as a card.
func writeLabCard(_ h: HTML, _ entry: LabEntry, _ texts: LearningTexts, isShort: Bool = false) {
    h.card {
        h.facts([(.place, entry.place.name), (.calendar, h.formats.day(entry.day))])
        h.h3(texts.lab.tried)
        writeLines(h, entry.tried)
        h.h3(texts.lab.saw)
        writeLines(h, entry.saw)
        if isShort {
            h.p { h.a(texts.group.toLab, .href(LearningPath.lab.link(entry.groupID.text))) }
        } else {
            h.h3(texts.lab.next)
            writeLines(h, entry.next)
        }
    }
}
