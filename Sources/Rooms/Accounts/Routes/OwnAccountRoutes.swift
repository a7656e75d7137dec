import HTML
import Prevention
import Storage
import Texts
import Web

/// Routes of the own account.
struct OwnAccountRoutes: Sendable {
    let desk: SignInDesk
    let texts: TextCatalogue<AccountTexts>

    func add(to routes: inout RouteTable) {
        routes.get("/konto", allow: .signedIn) { visit in try await show(visit) }
        routes.post("/konto/sitzungen", allow: .signedIn, bodyLimit: 16_384) { visit in try await endOthers(visit) }
        routes.get("/konto/zweiter-faktor", allow: .signedIn) { visit in try showFactor(visit) }
        routes.post("/konto/zweiter-faktor", allow: .signedIn, bodyLimit: 16_384) { visit in try await enrol(visit) }
    }

    private func show(_ visit: Visit) async throws -> Answer {
        guard let signedIn = visit.signedIn else { throw Forbidden() }
        let sessions = try await desk.sessions.sessions(of: signedIn.record.id, at: visit.now)
        return ownAccountPage(visit, signedIn, sessions, texts[visit.language])
    }

    private func endOthers(_ visit: Visit) async throws -> Answer {
        guard let signedIn = visit.signedIn else { throw Forbidden() }
        let id = signedIn.record.id
        try await desk.sessions.endAll(of: id, except: signedIn.session.id, by: .user(id.text), at: visit.now)
        return .redirect(to: .to("/konto", query: [("fertig", "sitzungen")]), in: visit.language)
    }

    private func showFactor(_ visit: Visit) throws -> Answer {
        guard let signedIn = visit.signedIn else { throw Forbidden() }
        guard !signedIn.record.hasSecondFactor else { return .redirect(to: AccountPaths.own, in: visit.language) }
        try visit.requireFreshSignIn()
        return factorPage(visit, signedIn, OneTimeCode.makeSecret(), try FormReader(visit), texts[visit.language], desk)
    }

    private func enrol(_ visit: Visit) async throws -> Answer {
        guard let signedIn = visit.signedIn else { throw Forbidden() }
        guard !signedIn.record.hasSecondFactor else { return .redirect(to: AccountPaths.own, in: visit.language) }
        try visit.requireFreshSignIn(back: "/konto/zweiter-faktor")
        var form = try FormReader(visit)
        guard let secret = form.text("schluessel", max: 64), OneTimeCode.isSecret(secret) else {
            throw BadRequest(texts[visit.language].factor.wrong)
        }
        if let code = form.requiredText("code", max: 20) {
            if let token = try await desk.enrol(signedIn, secret: secret, code: code) {
                return .redirect(to: .to("/konto", query: [("fertig", "faktor")]), in: visit.language)
                    .adding(SessionCookie(desk.settings).keep(token))
            }
            form.refuse("code", texts[visit.language].factor.wrong)
        }
        return factorPage(visit, signedIn, secret, form, texts[visit.language], desk)
    }
}
