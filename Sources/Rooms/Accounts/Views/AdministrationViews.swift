import Design
import HTML
import Prevention
import Texts
import Web

/// `/konten`
func accountListPage(_ visit: Visit, _ records: [AccountRecord], _ texts: AccountTexts) -> Answer {
    let words = texts.administration
    return visit.page(accountHead(words.title)) { h in
        h.h1(words.title)
        h.p(words.lead, .class("lead"))
        if visit.query.text("fertig") == "eingeladen" { h.alert(.good, words.invitedDone, isAnswer: true) }
        h.p { h.linkButton(words.invite, to: AccountPaths.invite, .next) }
        h.dataTable(
            DataTable(
                words.caption,
                columns: [
                    Column(texts.own.name, sort: .text), Column(words.state), Column(texts.own.roles),
                    Column(words.secondFactor),
                ],
                rows: records.map { record in
                    let roles = record.roles.map { roleText($0, texts) }.sorted().joined(separator: "; ")
                    return [
                        .link(record.name, AccountPaths.account.link(record.id.text)), state(record, words),
                        .text(roles), .text(record.hasSecondFactor ? words.yes : words.no),
                    ]
                }))
    }
}

private func state(_ record: AccountRecord, _ words: AccountTexts.Administration) -> TableCell {
    if record.disabledAt != nil { return .badge(words.locked, .danger) }
    return record.hasPassword ? .badge(words.active, .good) : .badge(words.invited, .info)
}

/// `/konten/einladen`
func invitePage(_ visit: Visit, _ form: FormReader, _ texts: AccountTexts) -> Answer {
    let words = texts.administration
    return visit.page(accountHead(words.inviteTitle, form), status: form.status) { h in
        h.backLink(words.back, to: AccountPaths.list)
        h.h1(words.inviteTitle)
        h.p(words.inviteLead, .class("lead"))
        h.errorSummary(form.summary)
        h.postForm(to: AccountPaths.invite, visit) {
            h.textField(form.state("name"), label: texts.own.name, hint: words.nameHint, autocomplete: "off")
            h.textField(
                form.state("email"), label: texts.own.email, hint: words.emailHint, kind: .email, autocomplete: "off")
            writeGrant(h, form, texts)
            h.actions { h.submitButton(words.inviteButton, .next) }
        }
    }
}

private func writeGrant(_ h: HTML, _ form: FormReader, _ texts: AccountTexts) {
    let words = texts.administration
    h.radioGroup(
        form.state("aufgabe"), legend: words.role, choices: Role.allCases.map { Choice($0.rawValue, texts.roles[$0]) })
    h.textField(form.state("anbieter"), label: words.organisation, hint: words.organisationHint, isOptional: true)
    h.textField(
        form.state("gebiet"), label: words.area, hint: words.areaHint, width: .half, isOptional: true)
}

/// `/konten/{id}`
func accountPage(_ visit: Visit, _ record: AccountRecord, _ form: FormReader, _ texts: AccountTexts) -> Answer {
    let words = texts.administration
    return visit.page(accountHead(record.name, form), status: form.status) { h in
        h.backLink(words.back, to: AccountPaths.list)
        h.h1(record.name)
        if visit.query.text("fertig") != nil { h.alert(.good, words.changed, isAnswer: true) }
        h.errorSummary(form.summary)
        h.descriptionList([
            (term: texts.own.email, value: record.email),
            (term: words.secondFactor, value: record.hasSecondFactor ? words.yes : words.no),
        ])
        h.h2(words.rolesCaption)
        writeRoles(h, visit, record, texts)
        h.h2(words.addRole)
        h.postForm(to: AccountPaths.roles.link(record.id.text), visit) {
            writeGrant(h, form, texts)
            h.actions { h.submitButton(words.addRoleButton) }
        }
        h.h2(words.actions)
        writeActions(h, visit, record, words)
    }
}

private func writeRoles(_ h: HTML, _ visit: Visit, _ record: AccountRecord, _ texts: AccountTexts) {
    guard !record.roles.isEmpty else { return h.p(texts.own.noRoles) }
    h.ul(.class("plain")) {
        for grant in record.roles.sorted(by: { $0.text < $1.text }) {
            h.li {
                h.postForm(to: AccountPaths.roleEnd.link(record.id.text), visit) {
                    h.hiddenField("aufgabe", grant.text)
                    h.actions {
                        h.span(roleText(grant, texts))
                        h.button(.class("btn btn-4 sm")) {
                            h.text(texts.administration.take)
                            h.span(" " + roleText(grant, texts), .class("vh"))
                        }
                    }
                }
            }
        }
    }
}

private func writeActions(_ h: HTML, _ visit: Visit, _ record: AccountRecord, _ words: AccountTexts.Administration) {
    let id = record.id.text
    func command(_ path: Path, _ title: String, _ kind: ButtonKind, _ hint: String? = nil) {
        h.postForm(to: path.link(id), visit) {
            if let hint { h.p(hint, .class("hint")) }
            h.actions { h.submitButton(title, kind) }
        }
    }
    if record.disabledAt == nil {
        if !record.hasPassword { command(AccountPaths.invitation, words.sendAgain, .side) }
        command(AccountPaths.sessionEnd, words.endSessions, .side)
        if record.hasSecondFactor {
            command(AccountPaths.factorEnd, words.removeFactor, .final, words.removeFactorText)
        }
        command(AccountPaths.lock, words.lock, .final, words.lockText)
    } else {
        command(AccountPaths.unlock, words.unlock, .confirm)
    }
}
