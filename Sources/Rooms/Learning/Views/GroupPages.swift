import Design
import HTML
import LearningNetwork
import Prevention
import Texts
import Web

/// `/lernnetz/gruppen`
func groupsPage(_ visit: Visit, _ groups: [LearningGroup], mayAdd: Bool, _ texts: LearningTexts) -> Answer {
    let words = texts.group
    let (past, living) = (groups.filter(\.isArchived), groups.filter { !$0.isArchived })
    return visit.page(PageHead(words.title, section: LearningRoom.name, isPrivate: true)) { h in
        h.backLink(words.back, to: LearningPath.start.link())
        h.h1(words.title)
        h.p(words.lead, .class("lead"))
        if mayAdd { h.p { h.linkButton(words.new, to: LearningPath.newGroup.link(), .confirm, icon: .plus) } }
        if past.isEmpty || !living.isEmpty {
            h.h2(words.living)
            writeGroups(h, living, texts)
        }
        if !past.isEmpty {
            h.h2(words.past)
            writeGroups(h, past, texts)
        }
    }
}

func groupForm(_ visit: Visit, _ form: FormReader, _ texts: LearningTexts) -> Answer {
    let words = texts.group
    let page = FormPage(
        title: words.new, lead: words.lead, back: (words.title, LearningPath.groups.link()),
        action: LearningPath.newGroup.link(), button: texts.save)
    return formPage(visit, page, form) { h in
        h.radioGroup(
            form.state("art"), legend: words.kind,
            choices: [
                Choice(GroupKind.network.rawValue, words.network, hint: words.networkHint),
                Choice(GroupKind.cluster.rawValue, words.cluster, hint: words.clusterHint),
                Choice(GroupKind.development.rawValue, words.development, hint: words.developmentHint),
            ])
        h.textField(form.state("name"), label: words.name)
        h.textField(form.state("thema"), label: words.theme)
        h.textArea(form.state("worum"), label: words.about, limit: 2_000, isOptional: true)
        h.textField(form.state("ergebnis"), label: words.productDue, isOptional: true)
    }
}

func seatForm(
    _ visit: Visit, _ form: FormReader, _ group: LearningGroup, _ towns: [String], _ texts: LearningTexts
) -> Answer {
    let words = texts.group
    let page = FormPage(
        title: words.addSeat, lead: words.lead, back: (group.title, LearningPath.group.link(group.id.text)),
        action: LearningPath.newSeat.link(group.id.text), button: texts.save)
    return formPage(visit, page, form) { h in
        h.textField(form.state("kommune"), label: words.place, suggestions: towns)
        h.textField(form.state("rolle"), label: words.role, hint: words.roleHint)
    }
}

/// `/lernnetz/gruppen/{id}`
func groupPage(_ visit: Visit, _ model: GroupModel, _ texts: LearningTexts) -> Answer {
    let (words, group) = (texts.group, model.group)
    return visit.page(PageHead(group.title, section: LearningRoom.name, isPrivate: true)) { h in
        h.backLink(words.title, to: LearningPath.groups.link())
        h.div(.class("row")) {
            h.badge(texts.kind(group.kind), icon: .people)
            if group.isArchived { h.badge(words.archived) }
        }
        h.h1(group.title)
        if group.theme != group.title { h.p(group.theme, .class("lead")) }
        writeNotice(h, visit, texts)
        writeLines(h, group.about)
        if !group.productDue.isEmpty { h.descriptionList([(words.productDue, group.productDue)]) }
        if !group.source.isEmpty { h.p("\(words.source): \(group.source)", .class("source small muted")) }
        if group.kind == .network, !group.isArchived { writeRhythm(h, visit, model, texts) }
        if !group.isArchived {
            writeMeetings(h, visit, model, texts)
            writeOpenTasks(h, visit, model, texts)
            writeGroupProducts(h, model, texts)
            writeLab(h, model, texts)
        }
        writeMembers(h, model, texts)
        if model.isMember {
            writeDigestForm(h, visit, model.digest, to: LearningPath.groupDigest.link(group.id.text), texts)
        }
    }
}

private func writeRhythm(_ h: HTML, _ visit: Visit, _ model: GroupModel, _ texts: LearningTexts) {
    let meetings = model.meetings.filter { $0.state != .cancelled }
        .map { Rhythm.Meeting(day: $0.day, theme: $0.theme) }
    writeReminders(h, Rhythm.reminders(meetings, on: visit.today), texts)
}

private func writeMeetings(_ h: HTML, _ visit: Visit, _ model: GroupModel, _ texts: LearningTexts) {
    let words = texts.group
    h.h2(words.meetings)
    if model.meetings.isEmpty {
        h.p(words.meetingsEmpty)
    } else {
        h.timeline(
            model.meetings.map { meeting in
                TimelineItem(
                    when: h.formats.longDay(meeting.day), title: meeting.title,
                    text: [meeting.theme, texts.state(meeting.state)].filter { !$0.isEmpty }.joined(separator: " · "),
                    mark: meeting.state == .cancelled ? .gap : meeting.day == visit.today ? .now : .usual,
                    link: LearningPath.meeting.link(meeting.id.text))
            })
    }
    if !model.conferences.isEmpty {
        h.h3(words.conferences)
        h.ul {
            for conference in model.conferences {
                h.li {
                    h.a(conference.title, .href(LearningPath.conference.link(conference.id.text)))
                    h.text(", \(h.formats.day(conference.day)) ")
                    h.badge(texts.state(conference.state), conference.state.tone)
                }
            }
        }
    }
    guard model.isMember else { return }
    h.div(.class("row no-print")) {
        h.linkButton(words.addMeeting, to: LearningPath.newMeeting.link(model.group.id.text), .confirm, icon: .calendar)
        h.linkButton(words.addConference, to: LearningPath.newConference.link(model.group.id.text), icon: .plus)
    }
}

private func writeOpenTasks(_ h: HTML, _ visit: Visit, _ model: GroupModel, _ texts: LearningTexts) {
    let open = model.tasks.filter { $0.state == .open }
    guard !open.isEmpty else { return }
    h.h2(texts.task.title)
    writeTaskTable(h, open, caption: texts.task.title, on: visit.today, texts)
    h.p { h.a(texts.start.allTasks, .href(LearningPath.tasks.link())) }
}

private func writeGroupProducts(_ h: HTML, _ model: GroupModel, _ texts: LearningTexts) {
    h.h2(texts.group.products)
    writeProducts(h, model.products, [], texts, empty: texts.group.productsEmpty)
    if model.isMember {
        h.p {
            h.linkButton(
                texts.group.addProduct, to: LearningPath.newProduct.link(model.group.id.text), icon: .plus,
                isSmall: true)
        }
    }
}

private func writeLab(_ h: HTML, _ model: GroupModel, _ texts: LearningTexts) {
    h.h2(texts.group.lab)
    if model.lab.isEmpty { h.p(texts.group.labEmpty) }
    h.div(.class("grid")) { for entry in model.lab.prefix(2) { writeLabCard(h, entry, texts) } }
    h.p {
        h.linkButton(
            texts.group.toLab, to: LearningPath.lab.link(model.group.id.text), icon: .list, isSmall: true)
    }
}

private func writeMembers(_ h: HTML, _ model: GroupModel, _ texts: LearningTexts) {
    let words = texts.group
    h.h2(words.members)
    if model.group.seats.isEmpty {
        h.p(words.membersEmpty)
    } else {
        let roles = Dictionary(grouping: model.group.seats, by: \.place).mapValues { $0.map(\.role) }
        h.dataTable(
            DataTable(
                words.members, columns: [Column(words.place), Column(words.roles)],
                rows: model.group.places.map { place in
                    [.text(place.name), .text(h.formats.list(roles[place] ?? []))]
                }, isCaptionHidden: true))
    }
    if model.isBoard {
        h.p {
            h.linkButton(
                words.addSeat, to: LearningPath.newSeat.link(model.group.id.text), icon: .plus, isSmall: true)
        }
    }
}

/// Choice of how often a digest comes.
func writeDigestForm(_ h: HTML, _ visit: Visit, _ rhythm: DigestRhythm?, to link: Link, _ texts: LearningTexts) {
    let words = texts.digest
    h.section(.class("no-print")) {
        h.h2(words.title)
        h.p(words.lead)
        h.postForm(to: link, visit) {
            h.radioGroup(
                FieldState("rhythmus", rhythm?.rawValue ?? "nie"), legend: words.rhythm,
                choices: [
                    Choice("nie", words.never), Choice(DigestRhythm.daily.rawValue, words.daily),
                    Choice(DigestRhythm.weekly.rawValue, words.weekly),
                ], isInline: true)
            h.actions { h.submitButton(words.save, isSmall: true) }
        }
    }
}

/// `/lernnetz/gruppen/{id}/praxislabor`: the diary of what was tried.
func labPage(
    _ visit: Visit, _ group: LearningGroup, _ entries: [LabEntry], mayAdd: Bool, _ texts: LearningTexts
) -> Answer {
    let title = texts.lab.title.filled(["group": group.title])
    return visit.page(PageHead(title, section: LearningRoom.name, isPrivate: true)) { h in
        h.backLink(group.title, to: LearningPath.group.link(group.id.text))
        h.h1(title)
        h.p(texts.lab.lead, .class("lead"))
        if mayAdd {
            h.p { h.linkButton(texts.lab.add, to: LearningPath.newLab.link(group.id.text), .next, icon: .edit) }
        }
        h.h2(texts.group.lab)
        if entries.isEmpty { h.p(texts.group.labEmpty) }
        h.ul(.class("entries")) { for entry in entries { h.li { writeLabCard(h, entry, texts) } } }
    }
}

func labForm(
    _ visit: Visit, _ form: FormReader, _ group: LearningGroup, _ places: [Place], _ texts: LearningTexts
) -> Answer {
    let words = texts.lab
    let page = FormPage(
        title: words.add, lead: words.lead, back: (group.title, LearningPath.lab.link(group.id.text)),
        action: LearningPath.newLab.link(group.id.text), button: texts.save)
    return formPage(visit, page, form) { h in
        writePlaceField(h, form, places, texts)
        h.dateField(form.dayState("tag"), legend: words.day)
        h.textArea(form.state("probiert"), label: words.tried, limit: 3_000)
        h.textArea(form.state("gesehen"), label: words.saw, limit: 3_000)
        h.textArea(form.state("weiter"), label: words.next, limit: 3_000)
    }
}

/// Which municipality somebody speaks for; not asked where there is only one.
func writePlaceField(_ h: HTML, _ form: FormReader, _ places: [Place], _ texts: LearningTexts) {
    guard places.count != 1 else { return }
    h.selectField(
        form.state("kommune"), label: texts.group.place, choices: places.map { Choice($0.area, $0.name) },
        emptyChoice: "–", width: .half)
}
