import Design
import HTML
import LearningNetwork
import Prevention
import Texts
import Web

/// `/lernnetz/wissen`: who can be asked about what.
func expertisePage(_ visit: Visit, _ list: [Expertise], mayAdd: Bool, _ texts: LearningTexts) -> Answer {
    let words = texts.expertise
    return visit.page(PageHead(words.title, section: LearningRoom.name, isPrivate: true)) { h in
        h.backLink(texts.group.back, to: LearningPath.start.link())
        h.h1(words.title)
        h.p(words.lead, .class("lead"))
        if list.isEmpty { h.emptyState(words.empty, words.emptyText, icon: .speech) }
        let topics = Dictionary(grouping: list, by: \.topic).sorted { $0.key < $1.key }
        for (topic, entries) in topics {
            h.h2(topic)
            h.ul(.class("plain-list")) {
                for entry in entries {
                    h.li {
                        h.strong(entry.owner.place.name)
                        if !entry.owner.role.isEmpty { h.text(", " + entry.owner.role) }
                        if !entry.note.isEmpty { h.p(entry.note) }
                        if !entry.source.isEmpty {
                            h.p("\(words.source): \(entry.source)", .class("source small muted"))
                        }
                    }
                }
            }
        }
        h.p {
            if mayAdd { h.linkButton(words.add, to: LearningPath.newExpertise.link(), .confirm, icon: .plus) }
        }
        h.h2(texts.start.standing)
        h.p(texts.start.standingText)
        h.p { h.linkButton(texts.start.standing, to: .to("/boerse/angebote/neu"), icon: .exchange) }
    }
}

func expertiseForm(_ visit: Visit, _ form: FormReader, _ towns: [String], _ texts: LearningTexts) -> Answer {
    let words = texts.expertise
    let page = FormPage(
        title: words.add, lead: words.lead, back: (words.title, LearningPath.expertise.link()),
        action: LearningPath.newExpertise.link(), button: texts.save)
    return formPage(visit, page, form) { h in
        h.textField(form.state("thema"), label: words.topic)
        h.textField(form.state("kommune"), label: texts.group.place, suggestions: towns)
        h.textField(form.state("rolle"), label: texts.group.role, hint: texts.group.roleHint)
        h.textArea(form.state("hinweis"), label: words.note, limit: 1_000, isOptional: true)
    }
}

/// `/lernnetz/veroeffentlichungen`
func publicationsPage(
    _ visit: Visit, _ list: [Publication], _ products: [Product], mayAdd: Bool, _ texts: LearningTexts
) -> Answer {
    let words = texts.publication
    return visit.page(PageHead(words.title, description: words.lead, section: LearningRoom.name)) { h in
        if visit.account != nil { h.backLink(texts.group.back, to: LearningPath.start.link()) }
        h.h1(words.title)
        h.p(words.lead, .class("lead"))
        if list.isEmpty { h.emptyState(words.empty, words.emptyText, icon: .book) }
        h.ul(.class("entries")) {
            for item in list {
                h.li {
                    h.card {
                        h.div(.class("row")) {
                            h.badge(item.year.map(String.init) ?? words.unknownYear, icon: .calendar)
                            h.badge(item.kind)
                        }
                        h.h2(.class("h3")) {
                            if let link = Link.outside(item.link) {
                                h.a(item.title, .href(link))
                            } else {
                                h.text(item.title)
                            }
                        }
                        if !item.about.isEmpty { h.p(item.about) }
                        if !item.source.isEmpty { h.p("\(words.source): \(item.source)", .class("source small muted")) }
                    }
                }
            }
        }
        if !products.isEmpty {
            h.h2(words.ours)
            writeProducts(h, products, [], texts, empty: "")
        }
        if mayAdd { h.p { h.linkButton(words.add, to: LearningPath.newPublication.link(), .confirm, icon: .plus) } }
    }
}

func publicationForm(_ visit: Visit, _ form: FormReader, _ texts: LearningTexts) -> Answer {
    let words = texts.publication
    let page = FormPage(
        title: words.add, back: (words.title, LearningPath.publications.link()),
        action: LearningPath.newPublication.link(), button: texts.save)
    return formPage(visit, page, form) { h in
        h.textField(form.state("titel"), label: words.name)
        h.textField(form.state("jahr"), label: words.year, kind: .number, width: .short, isOptional: true)
        h.textField(form.state("art"), label: words.kind, width: .half)
        h.textArea(form.state("inhalt"), label: words.about, isOptional: true)
        h.textField(
            form.state("adresse"), label: words.link, hint: texts.product.linkHint, kind: .address, isOptional: true)
    }
}

/// `/lernnetz/chronik`: what happened in the programme, year by year.
func chroniclePage(_ visit: Visit, _ events: [ChronicleEvent], _ texts: LearningTexts) -> Answer {
    let words = texts.chronicle
    return visit.page(PageHead(words.title, description: words.lead, section: LearningRoom.name)) { h in
        if visit.account != nil { h.backLink(texts.group.back, to: LearningPath.start.link()) }
        h.h1(words.title)
        h.p(words.lead, .class("lead"))
        if events.isEmpty { h.emptyState(words.empty, words.emptyText, icon: .calendar) }
        for (year, inYear) in Dictionary(grouping: events, by: { $0.when.isEmpty ? "9" : String($0.when.prefix(4)) })
            .sorted(by: { $0.key < $1.key })
        {
            h.h2(year == "9" ? words.noYear : year)
            h.timeline(
                inYear.map { event in
                    let text = [event.kind, event.place, event.about, event.source].filter { !$0.isEmpty }
                    return TimelineItem(
                        when: when(event, h.formats, words), title: event.title, text: text.joined(separator: " · "))
                })
        }
    }
}

private func when(_ event: ChronicleEvent, _ formats: Formats, _ words: LearningTexts.Chronicle) -> String {
    if !event.dateWords.isEmpty { return event.dateWords }
    if let day = Day(event.when) { return formats.day(day) }
    if let first = Day(event.when + "-01") { return formats.month(first) }
    return event.when.isEmpty ? words.noDate : event.when
}
