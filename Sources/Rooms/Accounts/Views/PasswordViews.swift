import Design
import HTML
import Texts
import Web

/// `/passwort-vergessen`
func forgottenPage(_ visit: Visit, _ form: FormReader, _ texts: AccountTexts) -> Answer {
    visit.page(accountHead(texts.password.forgottenTitle, form), status: form.status) { h in
        h.h1(texts.password.forgottenTitle)
        h.p(texts.password.forgottenLead, .class("lead"))
        h.errorSummary(form.summary)
        h.postForm(to: AccountPaths.forgotten, visit) {
            h.textField(form.state("email"), label: texts.signIn.email, kind: .email, autocomplete: "email")
            h.actions { h.submitButton(texts.password.forgottenButton, .next) }
        }
    }
}

/// The same for known and unknown addresses.
func sentPage(_ visit: Visit, _ texts: AccountTexts) -> Answer {
    visit.page(accountHead(texts.password.sentTitle)) { h in
        h.confirmationPanel(texts.password.sentTitle, texts.password.sentText)
        h.p(texts.password.sentSpam)
    }
}

/// `/zugang/{token}`
func choosePage(
    _ visit: Visit, _ record: AccountRecord, _ token: String, _ form: FormReader, _ texts: AccountTexts
) -> Answer {
    let title = record.hasPassword ? texts.password.resetTitle : texts.password.inviteTitle
    return visit.page(accountHead(title, form), status: form.status) { h in
        h.h1(title)
        h.p(texts.password.lead, .class("lead"))
        h.errorSummary(form.summary)
        h.postForm(to: AccountPaths.access.link(token), visit) {
            h.descriptionList([(term: texts.signIn.email, value: record.email)])
            writeAccountName(h, record)
            writeNewPassword(h, form, "passwort", texts)
            h.actions { h.submitButton(texts.password.button, .next) }
        }
    }
}

/// Tells password managers whose password it is: a field nobody sees, since browsers pass over those of type "hidden".
func writeAccountName(_ h: HTML, _ record: AccountRecord) {
    h.input(
        .type("email"), .name("email"), .value(record.email), .attribute("autocomplete", "username"),
        .flag("hidden"))
}

func writeNewPassword(_ h: HTML, _ form: FormReader, _ name: String, _ texts: AccountTexts) {
    h.textField(
        form.state(name), label: texts.password.label, hint: texts.password.hint, kind: .password,
        autocomplete: "new-password")
}

func chosenPage(_ visit: Visit, _ texts: AccountTexts) -> Answer {
    visit.page(accountHead(texts.password.doneTitle)) { h in
        h.confirmationPanel(texts.password.doneTitle, texts.password.doneText)
        h.p { h.linkButton(texts.signIn.button, to: AccountPaths.signIn, .next) }
    }
}

func expiredPage(_ visit: Visit, _ texts: AccountTexts) -> Answer {
    visit.page(accountHead(texts.password.expiredTitle), status: 410) { h in
        h.h1(texts.password.expiredTitle)
        h.p(texts.password.expiredText, .class("lead"))
        h.p { h.linkButton(texts.password.forgottenButton, to: AccountPaths.forgotten, .next) }
    }
}

/// `/konto/passwort`
func changePage(_ visit: Visit, _ form: FormReader, _ texts: AccountTexts) -> Answer {
    visit.page(accountHead(texts.password.changeTitle, form), status: form.status) { h in
        h.backLink(texts.own.title, to: AccountPaths.own)
        h.h1(texts.password.changeTitle)
        h.errorSummary(form.summary)
        h.postForm(to: AccountPaths.password, visit) {
            if let record = visit.signedIn?.record { writeAccountName(h, record) }
            h.textField(
                form.state("bisher"), label: texts.password.current, kind: .password, autocomplete: "current-password")
            writeNewPassword(h, form, "neu", texts)
            h.actions { h.submitButton(texts.password.changeButton, .next) }
        }
    }
}
