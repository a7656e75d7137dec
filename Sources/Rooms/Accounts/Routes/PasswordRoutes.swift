import HTML
import Texts
import Web

/// Routes of passwords: forgotten, chosen by one-time link, changed.
struct PasswordRoutes: Sendable {
    let desk: SignInDesk
    let texts: TextCatalogue<AccountTexts>

    func add(to routes: inout RouteTable) {
        routes.get("/passwort-vergessen", allow: .everyone) { visit in
            forgottenPage(visit, try FormReader(visit), texts[visit.language])
        }
        routes.post("/passwort-vergessen", allow: .everyone, bodyLimit: 16_384) { visit in try await forgotten(visit) }
        routes.get(AccountPaths.access.pattern, allow: .personalLink) { visit in try await showLink(visit) }
        routes.post(AccountPaths.access.pattern, allow: .personalLink, bodyLimit: 16_384) { visit in
            try await useLink(visit)
        }
        routes.get("/konto/passwort", allow: .signedIn) { visit in
            changePage(visit, try FormReader(visit), texts[visit.language])
        }
        routes.post("/konto/passwort", allow: .signedIn, bodyLimit: 16_384) { visit in try await change(visit) }
    }

    private func forgotten(_ visit: Visit) async throws -> Answer {
        var form = try FormReader(visit)
        guard let email = form.required("email", { $0.email("email") }) else {
            return forgottenPage(visit, form, texts[visit.language])
        }
        try await desk.requestReset(email: email, language: visit.language, address: visit.clientAddress)
        return sentPage(visit, texts[visit.language])
    }

    private func showLink(_ visit: Visit) async throws -> Answer {
        let token = visit.parameters["token"] ?? ""
        guard let record = try await desk.account(ofLink: token) else {
            return expiredPage(visit, texts[visit.language])
        }
        return choosePage(visit, record, token, try FormReader(visit), texts[visit.language])
    }

    private func useLink(_ visit: Visit) async throws -> Answer {
        let token = visit.parameters["token"] ?? ""
        let texts = texts[visit.language]
        guard let record = try await desk.account(ofLink: token) else { return expiredPage(visit, texts) }
        var form = try FormReader(visit)
        let password = visit.form.raw("passwort")
        if let problem = desk.passwordRules(for: record).problem(password) {
            form.refuse("passwort", texts.password.text(problem))
            return choosePage(visit, record, token, form, texts)
        }
        guard try await desk.usePasswordLink(token, password: password) else { return expiredPage(visit, texts) }
        return chosenPage(visit, texts)
    }

    private func change(_ visit: Visit) async throws -> Answer {
        guard let signedIn = visit.signedIn else { throw Forbidden() }
        let texts = texts[visit.language]
        var form = try FormReader(visit)
        let new = visit.form.raw("neu")
        if let problem = desk.passwordRules(for: signedIn.record).problem(new) {
            form.refuse("neu", texts.password.text(problem))
            return changePage(visit, form, texts)
        }
        let current = String(visit.form.raw("bisher").prefix(1_024))
        let token = try await desk.changePassword(
            of: signedIn, current: current, new: new, address: visit.clientAddress)
        guard let token else {
            form.refuse("bisher", texts.password.currentWrong)
            return changePage(visit, form, texts)
        }
        return .redirect(to: .to("/konto", query: [("fertig", "passwort")]), in: visit.language)
            .adding(SessionCookie(desk.settings).keep(token))
    }
}
