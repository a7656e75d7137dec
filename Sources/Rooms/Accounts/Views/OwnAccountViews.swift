import Design
import HTML
import Prevention
import Texts
import Web

/// `/konto`
func ownAccountPage(_ visit: Visit, _ signedIn: SignedIn, _ sessions: [Session], _ texts: AccountTexts) -> Answer {
    visit.page(accountHead(texts.own.title)) { h in
        h.h1(texts.own.title)
        if let done = doneMessage(visit.query.text("fertig"), texts) { h.alert(.good, done, isAnswer: true) }
        let roles = signedIn.record.roles.map { roleText($0, texts) }.sorted().joined(separator: "; ")
        h.descriptionList([
            (term: texts.own.name, value: signedIn.record.name), (term: texts.own.email, value: signedIn.record.email),
            (term: texts.own.roles, value: roles.isEmpty ? texts.own.noRoles : roles),
        ])
        h.h2(texts.own.passwordTitle)
        h.p { h.linkButton(texts.own.changePassword, to: AccountPaths.password) }
        h.h2(texts.own.factorTitle)
        if signedIn.record.hasSecondFactor {
            h.p(texts.own.factorOn)
        } else {
            h.p(texts.own.factorOff)
            h.p { h.linkButton(texts.own.turnOn, to: AccountPaths.factor, .next) }
        }
        h.h2(texts.own.sessionsTitle)
        h.dataTable(sessionTable(sessions, signedIn.session, visit.language, texts))
        if sessions.count > 1 {
            h.postForm(to: AccountPaths.otherSessions, visit) {
                h.actions { h.submitButton(texts.own.endOthers, .side) }
            }
        }
    }
}

private func doneMessage(_ key: String?, _ texts: AccountTexts) -> String? {
    switch key {
    case "passwort": texts.password.changed
    case "faktor": texts.factor.done
    case "sitzungen": texts.own.othersEnded
    default: nil
    }
}

private func sessionTable(
    _ sessions: [Session], _ current: Session, _ language: Language, _ texts: AccountTexts
) -> DataTable {
    DataTable(
        texts.own.sessionsCaption,
        columns: [Column(texts.own.device), Column(texts.own.started), Column(texts.own.seen)],
        rows: sessions.map { session in
            let name =
                session.id == current.id ? texts.own.thisSession.filled(["device": session.device]) : session.device
            return [
                .text(name), .text(Formats(language).moment(session.startedAt)),
                .text(Formats(language).moment(session.seenAt)),
            ]
        }, isCaptionHidden: true)
}

/// `Planung: 05978`, `Redaktion: überall`
func roleText(_ grant: RoleGrant, _ texts: AccountTexts) -> String {
    let places = [grant.organisation, grant.area].compactMap { $0 }
    return texts.roles[grant.role] + ": " + (places.isEmpty ? texts.own.everywhere : places.joined(separator: ", "))
}

/// `/konto/zweiter-faktor`
func factorPage(
    _ visit: Visit, _ signedIn: SignedIn, _ secret: String, _ form: FormReader, _ texts: AccountTexts,
    _ desk: SignInDesk
) -> Answer {
    let groups = stride(from: 0, to: secret.count, by: 4).map { String(secret.dropFirst($0).prefix(4)) }
    let address = OneTimeCode.appLink(secret: secret, account: signedIn.record.email, house: visit.frame.houseName)
    return visit.page(accountHead(texts.factor.title, form), status: form.status) { h in
        h.backLink(texts.own.title, to: AccountPaths.own)
        h.h1(texts.factor.title)
        h.p(texts.factor.lead, .class("lead"))
        if signedIn.record.account.holds(anyOf: desk.settings.secondFactorRoles) { h.alert(.info, texts.factor.must) }
        h.errorSummary(form.summary)
        h.ol {
            h.li(texts.factor.stepApp)
            h.li {
                h.p(texts.factor.stepKey)
                h.p {
                    h.text(texts.factor.key + ": ")
                    h.code(groups.joined(separator: " "))
                }
                if let link = Link.authenticator(address) { h.p { h.a(texts.factor.appLink, .href(link)) } }
            }
            h.li(texts.factor.stepCode)
        }
        h.postForm(to: AccountPaths.factor, visit) {
            h.hiddenField("schluessel", secret)
            writeCode(h, form, texts)
            h.actions { h.submitButton(texts.factor.button, .next) }
        }
    }
}
