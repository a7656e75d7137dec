import HTML
import Prevention
import Storage
import Texts
import Web

/// Routes of signing in, in one or two steps, and out.
struct SignInRoutes: Sendable {
    let desk: SignInDesk
    let texts: TextCatalogue<AccountTexts>
    private var cookie: SessionCookie { SessionCookie(desk.settings) }

    init(desk: SignInDesk, texts: TextCatalogue<AccountTexts>) {
        self.desk = desk
        self.texts = texts
    }

    func add(to routes: inout RouteTable) {
        routes.get("/anmelden", allow: .everyone) { visit in try show(visit) }
        routes.post("/anmelden", allow: .everyone, bodyLimit: 16_384) { visit in try await signIn(visit) }
        routes.get("/anmelden/code", allow: .everyone) { visit in try showCode(visit) }
        routes.post("/anmelden/code", allow: .everyone, bodyLimit: 16_384) { visit in try await confirmCode(visit) }
        routes.get("/anmelden/bestaetigen", allow: .signedIn) { visit in try showAgain(visit) }
        routes.post("/anmelden/bestaetigen", allow: .signedIn, bodyLimit: 16_384) { visit in try await again(visit) }
        routes.post("/abmelden", allow: .everyone, bodyLimit: 16_384) { visit in try await signOut(visit) }
    }

    private func show(_ visit: Visit) throws -> Answer {
        guard visit.account == nil else { return .redirect(to: AccountPaths.own, in: visit.language) }
        return signInPage(visit, try FormReader(visit.query, language: visit.language), texts[visit.language])
    }

    private func signIn(_ visit: Visit) async throws -> Answer {
        var form = try FormReader(visit)
        let email = form.requiredText("email", max: 254)
        let password = visit.form.raw("passwort")
        guard let email, password.utf8.count <= 1_024 else { return signInPage(visit, form, texts[visit.language]) }
        let outcome = try await desk.signIn(
            email: email, password: password, address: visit.clientAddress,
            device: Device.name(visit.headers["user-agent"]), language: visit.language)
        let back = visit.form.text(ReturnPath.field)
        switch outcome {
        case .refused:
            form.refuse("email", texts[visit.language].signIn.refused)
            return signInPage(visit, form, texts[visit.language])
        case .needsCode(let token):
            let link = Link.to("/anmelden/code", query: [(ReturnPath.field, back ?? "")])
            return .redirect(to: link, in: visit.language).adding(cookie.keep(token))
        case .signedIn(let token):
            return .redirect(to: ReturnPath.link(back ?? AccountPaths.desk), in: visit.language).adding(
                cookie.keep(token))
        }
    }

    private func showCode(_ visit: Visit) throws -> Answer {
        guard visit.awaitingCode != nil else { return .redirect(to: AccountPaths.signIn, in: visit.language) }
        return codePage(visit, try FormReader(visit.query, language: visit.language), texts[visit.language])
    }

    private func confirmCode(_ visit: Visit) async throws -> Answer {
        guard let pending = visit.awaitingCode else { return .redirect(to: AccountPaths.signIn, in: visit.language) }
        var form = try FormReader(visit)
        if let code = form.requiredText("code", max: 20) {
            if let token = try await desk.confirmCode(code, of: pending, address: visit.clientAddress) {
                let link = ReturnPath.link(visit.form.text(ReturnPath.field) ?? AccountPaths.desk)
                return .redirect(to: link, in: visit.language).adding(cookie.keep(token))
            }
            form.refuse("code", texts[visit.language].signIn.codeWrong)
        }
        return codePage(visit, form, texts[visit.language])
    }

    private func showAgain(_ visit: Visit) throws -> Answer {
        againPage(visit, try FormReader(visit.query, language: visit.language), texts[visit.language])
    }

    private func again(_ visit: Visit) async throws -> Answer {
        guard let signedIn = visit.signedIn else { throw Forbidden() }
        var form = try FormReader(visit)
        let token = try await desk.authenticateAgain(
            signedIn, password: String(visit.form.raw("passwort").prefix(1_024)),
            code: form.text("code", max: 20) ?? "",
            address: visit.clientAddress)
        guard let token else {
            form.refuse("passwort", texts[visit.language].signIn.againWrong)
            return againPage(visit, form, texts[visit.language])
        }
        return .redirect(to: ReturnPath.link(visit.form.text(ReturnPath.field)), in: visit.language).adding(
            cookie.keep(token))
    }

    private func signOut(_ visit: Visit) async throws -> Answer {
        if let signedIn = visit.signedIn ?? visit.awaitingCode {
            try await desk.sessions.end(signedIn.session, by: .user(signedIn.record.id.text), at: visit.now)
        }
        return .redirect(to: .to("/"), in: visit.language).adding(cookie.forget)
            .adding(("Clear-Site-Data", "\"cache\", \"cookies\", \"storage\""))
    }
}

/// What kind of browser a session runs in, without version numbers that would tell more than a person can recognise.
enum Device {
    static func name(_ agent: String?) -> String {
        let agent = agent ?? ""
        let browsers = [
            ("Edg/", "Edge"), ("OPR/", "Opera"), ("Firefox/", "Firefox"), ("Chrome/", "Chrome"), ("Safari/", "Safari"),
        ]
        let systems = [
            ("iPhone", "iPhone"), ("iPad", "iPad"), ("Android", "Android"), ("Windows", "Windows"), ("Mac OS", "Mac"),
            ("Linux", "Linux"),
        ]
        let found = [browsers, systems].compactMap { list in list.first { agent.contains($0.0) }?.1 }
        return found.isEmpty ? "Browser" : found.joined(separator: ", ")
    }
}
