import Design
import HTML
import LearningNetwork
import Prevention
import Texts
import Web
import Workflow

/// `/lernnetz/konferenzen/{id}`: the wall of topics, then the agenda, then the results.
func conferencePage(_ visit: Visit, _ model: ConferenceModel, _ texts: LearningTexts) -> Answer {
    let (words, conference) = (texts.conference, model.conference)
    let id = conference.id.text
    return visit.page(PageHead(conference.title, section: LearningRoom.name, isPrivate: true)) { h in
        h.backLink(model.group.title, to: LearningPath.group.link(model.group.id.text))
        h.div(.class("row")) { h.badge(texts.state(conference.state), conference.state.tone) }
        h.h1(conference.title)
        h.p(conference.about, .class("lead"))
        writeNotice(h, visit, texts)
        h.keyFacts([
            KeyFact(texts.meeting.when, h.formats.longDay(conference.day), icon: .calendar),
            KeyFact(texts.meeting.venue, conference.location, icon: .place),
            KeyFact(texts.meeting.group, model.group.title, icon: .people),
        ])
        writeWay(h, conference.state, texts)
        h.div(.class("row no-print")) {
            h.linkButton(
                texts.meeting.calendar, to: .file(LearningPath.conferenceFile.path(id)), icon: .calendar, isSmall: true)
        }
        if model.isMember {
            let steps = conference.course.possible.filter {
                ($0 != .gather || !conference.topics.isEmpty) && ($0 != .agree || !conference.agenda.isEmpty)
            }
            writeSteps(
                h, visit, steps, to: LearningPath.conferenceStep.link(id), isFinal: { $0 == .cancel },
                words: texts.step)
        }
        if conference.state == .announced { h.p(words.lead) } else { writeWall(h, visit, model, texts) }
        if ![.announced, .proposing, .cancelled].contains(conference.state) {
            writeConferenceAgenda(h, visit, model, texts)
        }
    }
}

/// Where the conference stands on its way.
private func writeWay(_ h: HTML, _ state: ConferenceFlow.State, _ texts: LearningTexts) {
    let way: [ConferenceFlow.State] = [.announced, .proposing, .gathered, .agreed, .held, .reported]
    guard let current = way.firstIndex(of: state) else { return }
    h.steps(way.map { Crumb(texts.state($0)) }, current: current)
}

private func writeWall(_ h: HTML, _ visit: Visit, _ model: ConferenceModel, _ texts: LearningTexts) {
    let (words, conference) = (texts.conference, model.conference)
    h.h2(words.topics)
    h.p(words.handsHint, .class("hint"))
    if conference.topics.isEmpty { h.p(words.topicsEmpty) }
    let wall = conference.wall
    h.ol(.class("entries")) {
        for ranked in wall.ranked {
            if let topic = conference.topics.first(where: { $0.id.text == ranked.key }) {
                h.li { writeTopic(h, visit, topic, support: wall.support(ranked.key), model, texts) }
            }
        }
    }
    guard model.isMember else { return }
    if conference.state == .proposing, !model.places.isEmpty {
        h.p(.class("no-print")) {
            h.linkButton(words.addTopic, to: LearningPath.newTopic.link(conference.id.text), .next, icon: .plus)
        }
    }
    if wall.ranked.count > 1, conference.state == .proposing || conference.state == .gathered {
        writeMerging(h, visit, model, texts)
    }
}

private func writeTopic(
    _ h: HTML, _ visit: Visit, _ topic: ConferenceTopic, support: Set<String>, _ model: ConferenceModel,
    _ texts: LearningTexts
) {
    let (words, conference) = (texts.conference, model.conference)
    h.card {
        h.h3(topic.title)
        if !topic.about.isEmpty { h.p(topic.about) }
        h.facts([
            (.people, words.hands(support.count, in: h.formats.language)),
            (.place, words.by.filled(["place": topic.place.name])),
        ])
        let merged = conference.topics.filter { $0.mergedInto == topic.id }
        if !merged.isEmpty {
            h.p(.class("small")) {
                h.strong(words.merged + " ")
                h.text(merged.map(\.title).joined(separator: " · "))
            }
        }
        if model.isMember, conference.state == .proposing || conference.state == .gathered {
            writeHand(h, visit, topic, model, texts)
        }
    }
}

/// Raising the hand: a button where somebody speaks for one municipality, a choice where for several.
private func writeHand(
    _ h: HTML, _ visit: Visit, _ topic: ConferenceTopic, _ model: ConferenceModel, _ texts: LearningTexts
) {
    let words = texts.conference
    let link = LearningPath.hand.link(model.conference.id.text)
    if model.places.count == 1, let place = model.places.first {
        let isUp = topic.hands.contains(place.area)
        h.postForm(to: link, visit) {
            h.hiddenField("thema", topic.id.text)
            if isUp { h.hiddenField("runter", "ja") }
            h.actions {
                h.submitButton(
                    isUp ? words.lower : words.raise, isUp ? .side : .confirm, icon: isUp ? nil : .up, isSmall: true)
            }
        }
        return
    }
    let open = model.places.filter { !topic.hands.contains($0.area) }
    guard !open.isEmpty else { return }
    h.disclosure(words.raise) {
        h.postForm(to: link, visit) {
            h.hiddenField("thema", topic.id.text)
            let name = "kommune"
            h.element("label", [.for("hand-\(topic.id.text)")], text: words.for)
            h.select(.id("hand-\(topic.id.text)"), .name(name)) {
                for place in open { h.option(place.name, .value(place.area)) }
            }
            h.actions { h.submitButton(words.raise, icon: .up, isSmall: true) }
        }
    }
}

private func writeMerging(_ h: HTML, _ visit: Visit, _ model: ConferenceModel, _ texts: LearningTexts) {
    let (words, conference) = (texts.conference, model.conference)
    let choices = conference.topics.filter { $0.mergedInto == nil }.map { Choice($0.id.text, $0.title) }
    h.disclosure(words.mergeTitle) {
        h.postForm(to: LearningPath.merge.link(conference.id.text), visit) {
            h.selectField(FieldState("dieses"), label: words.mergeThis, choices: choices)
            h.selectField(FieldState("jenes"), label: words.mergeInto, choices: choices.reversed())
            h.actions { h.submitButton(words.merge, isSmall: true) }
        }
    }
}

private func writeConferenceAgenda(
    _ h: HTML, _ visit: Visit, _ model: ConferenceModel, _ texts: LearningTexts
) {
    let (words, conference) = (texts.conference, model.conference)
    let hasResults = conference.state == .held || conference.state == .reported
    h.h2(words.agenda)
    if conference.agenda.isEmpty {
        h.p(words.agendaEmpty)
    } else {
        let titles = Dictionary(conference.topics.map { ($0.id, $0.title) }, uniquingKeysWith: { first, _ in first })
        h.dataTable(
            DataTable(
                words.agenda,
                columns: [
                    Column(words.topic), Column(words.slot), Column(words.room), Column(words.owner), Column(words.due),
                ] + (hasResults ? [Column(words.result)] : []),
                rows: conference.agenda.map { place in
                    [
                        .text(titles[place.topicID] ?? ""),
                        .text(words.slotNumber.filled(["number": "\(place.slot)"])), .text(place.room),
                        .text(place.owner), .text(h.formats.day(place.due)),
                    ] + (hasResults ? [.text(place.result)] : [])
                }, isCaptionHidden: true))
    }
    guard model.isMember else { return }
    h.p(.class("no-print")) {
        if conference.state == .gathered {
            h.linkButton(words.addPlace, to: LearningPath.newPlace.link(conference.id.text), .next, icon: .plus)
        }
        if conference.state == .held {
            h.linkButton(words.addResult, to: LearningPath.result.link(conference.id.text), .next, icon: .edit)
        }
    }
}

// MARK: Forms

func conferenceForm(_ visit: Visit, _ form: FormReader, _ group: LearningGroup, _ texts: LearningTexts) -> Answer {
    let words = texts.conference
    let page = FormPage(
        title: words.new, lead: words.lead, back: (group.title, LearningPath.group.link(group.id.text)),
        action: LearningPath.newConference.link(group.id.text), button: texts.save)
    return formPage(visit, page, form) { h in
        h.textField(form.state("titel"), label: words.name)
        h.textArea(form.state("worum"), label: words.about, limit: 2_000)
        h.dateField(form.dayState("tag"), legend: words.day)
        h.textField(form.state("ort"), label: words.location)
    }
}

private func page(_ title: String, _ model: ConferenceModel, _ path: Path, _ texts: LearningTexts) -> FormPage {
    FormPage(
        title: title, back: (model.conference.title, LearningPath.conference.link(model.conference.id.text)),
        action: path.link(model.conference.id.text), button: texts.save)
}

func topicForm(_ visit: Visit, _ form: FormReader, _ model: ConferenceModel, _ texts: LearningTexts) -> Answer {
    let words = texts.conference
    return formPage(visit, page(words.addTopic, model, LearningPath.newTopic, texts), form) { h in
        h.textField(form.state("thema"), label: words.topic)
        h.textArea(form.state("worum"), label: words.topicAbout, limit: 1_000, isOptional: true)
        writePlaceField(h, form, model.places, texts)
    }
}

func placeForm(_ visit: Visit, _ form: FormReader, _ model: ConferenceModel, _ texts: LearningTexts) -> Answer {
    let (words, conference) = (texts.conference, model.conference)
    let placed = Set(conference.agenda.map(\.topicID))
    let free = conference.topics.filter { $0.mergedInto == nil && !placed.contains($0.id) }
    return formPage(visit, page(words.addPlace, model, LearningPath.newPlace, texts), form) { h in
        h.selectField(
            form.state("thema"), label: words.topic, choices: free.map { Choice($0.id.text, $0.title) },
            hint: words.openTopics, emptyChoice: "–")
        h.textField(form.state("runde"), label: words.slot, kind: .number, width: .short)
        h.textField(form.state("raum"), label: words.room, width: .half)
        h.textField(form.state("wer"), label: words.owner, hint: words.ownerHint)
        h.dateField(form.dayState("frist"), legend: words.due)
    }
}

func resultForm(_ visit: Visit, _ form: FormReader, _ model: ConferenceModel, _ texts: LearningTexts) -> Answer {
    let (words, conference) = (texts.conference, model.conference)
    let placed = Set(conference.agenda.map(\.topicID))
    return formPage(visit, page(words.addResult, model, LearningPath.result, texts), form) { h in
        h.selectField(
            form.state("thema"), label: words.topic,
            choices: conference.topics.filter { placed.contains($0.id) }.map { Choice($0.id.text, $0.title) },
            emptyChoice: "–")
        h.textArea(form.state("ergebnis"), label: words.result, limit: 3_000)
    }
}
