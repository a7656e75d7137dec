import Design
import HTML
import Texts
import Web

/// The head of a page of this room: nothing for search engines, "Fehler" in front if the form has problems.
func accountHead(_ title: String, _ form: FormReader? = nil) -> PageHead {
    PageHead(title, section: AccountsRoom.name, hasProblems: form?.isComplete == false, isPrivate: true)
}

/// `/anmelden`
func signInPage(_ visit: Visit, _ form: FormReader, _ texts: AccountTexts) -> Answer {
    visit.page(accountHead(texts.signIn.title, form), status: form.status) { h in
        h.h1(texts.signIn.title)
        h.p(texts.signIn.lead, .class("lead"))
        h.errorSummary(form.summary)
        h.postForm(to: AccountPaths.signIn, visit) {
            writeReturn(h, form)
            h.textField(form.state("email"), label: texts.signIn.email, kind: .email, autocomplete: "username")
            h.textField(
                form.state("passwort"), label: texts.signIn.password, kind: .password, autocomplete: "current-password")
            h.actions {
                h.submitButton(texts.signIn.button, .next)
                h.a(texts.signIn.forgotten, .href(AccountPaths.forgotten))
            }
        }
    }
}

/// `/anmelden/code`
func codePage(_ visit: Visit, _ form: FormReader, _ texts: AccountTexts) -> Answer {
    visit.page(accountHead(texts.signIn.codeTitle, form), status: form.status) { h in
        h.h1(texts.signIn.codeTitle)
        h.p(texts.signIn.codeLead, .class("lead"))
        h.errorSummary(form.summary)
        h.postForm(to: AccountPaths.code, visit) {
            writeReturn(h, form)
            writeCode(h, form, texts)
            h.actions { h.submitButton(texts.signIn.codeButton, .next) }
        }
        h.p(texts.signIn.codeLost)
    }
}

/// `/anmelden/bestaetigen`
func againPage(_ visit: Visit, _ form: FormReader, _ texts: AccountTexts) -> Answer {
    visit.page(accountHead(texts.signIn.againTitle, form), status: form.status) { h in
        h.h1(texts.signIn.againTitle)
        h.p(texts.signIn.againLead, .class("lead"))
        h.errorSummary(form.summary)
        h.postForm(to: AccountPaths.again, visit) {
            writeReturn(h, form)
            if let record = visit.signedIn?.record { writeAccountName(h, record) }
            h.textField(
                form.state("passwort"), label: texts.signIn.password, kind: .password, autocomplete: "current-password")
            if visit.signedIn?.record.hasSecondFactor == true { writeCode(h, form, texts) }
            h.actions { h.submitButton(texts.signIn.againButton, .next) }
        }
    }
}

private func writeReturn(_ h: HTML, _ form: FormReader) {
    guard let back = form.fields.text(ReturnPath.field) else { return }
    h.hiddenField(ReturnPath.field, back)
}

func writeCode(_ h: HTML, _ form: FormReader, _ texts: AccountTexts) {
    var state = form.state("code")
    state.values = []
    h.textField(
        state, label: texts.signIn.code, hint: texts.signIn.codeHint, kind: .oneTimeCode, width: .short,
        autocomplete: "one-time-code")
}
