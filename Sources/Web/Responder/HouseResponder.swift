import Design
import HTML
import HTTPTypes
package import Hummingbird
package import Logging
package import Prevention
package import Storage
import Texts

/// The whole house as one HTTP responder: reads the address, finds the route, checks access, reads the body, answers.
package struct HouseResponder: HTTPResponder {
    package typealias Context = HouseContext
    package let rooms: [any Room]
    package let table: RouteTable
    package let settings: WebSettings
    let facts: HouseFacts
    let clock: Clock
    let database: Database
    let matcher: RouteMatcher
    let dressing: Dressing
    let sessions: SessionStore
    let metrics = Metrics()
    let finished = FinishedPages()
    let logger: Logger?

    /// - Throws: if the texts in the binary cannot be read.
    package init(
        rooms: [any Room], facts: HouseFacts, clock: Clock, database: Database, settings: WebSettings = WebSettings(),
        logger: Logger? = nil
    ) throws {
        _ = try WebTexts.of(.german)
        self.rooms = rooms
        self.facts = facts
        self.clock = clock
        self.database = database
        self.settings = settings
        self.logger = logger
        dressing = Dressing(settings: settings)
        sessions = SessionStore(database: database)
        var table = RouteTable()
        AssetRoutes().add(to: &table)
        ObservationRoutes(database: database, metrics: metrics, settings: settings, clock: clock).add(to: &table)
        for room in rooms { table.add(room) }
        self.table = table
        matcher = RouteMatcher(table.routes)
    }

    package func respond(to request: Request, context: HouseContext) async throws -> Response {
        let started = ContinuousClock.now
        let facts = RequestFacts(request, remote: context.remoteAddress, trusted: settings.trustedProxies)
        var occasion = Dressing.Occasion(
            isHead: facts.method == "HEAD", requestID: facts.requestID, accepted: facts.headers)
        let answer: Answer
        do throws(Refusal) {
            let target = try RequestTarget(request.head.path ?? "")
            occasion.isInterface = target.isInterface
            answer = await self.answer(request, facts, target, &occasion)
        } catch {
            // The address could not be read, so only its beginning tells who asked.
            let pages = ErrorPages(frame: frame(.german, "/"), requestID: facts.requestID)
            occasion.isInterface = RequestTarget.isInterface(request.head.path ?? "")
            answer = occasion.isInterface ? pages.problem(error) : pages.page(error)
        }
        let response = dressing.response(answer, occasion)
        note(facts, occasion, response.status.code, ContinuousClock.now - started)
        return response
    }

    /// One line in the log and one count for each request: the route's pattern, never the address or what was sent.
    private func note(_ facts: RequestFacts, _ occasion: Dressing.Occasion, _ status: Int, _ duration: Duration) {
        let seconds = duration / .seconds(1)
        let method = RequestFacts.knownMethods.contains(facts.method) ? facts.method : "OTHER"
        metrics.count(method: method, route: occasion.route, status: status, seconds: seconds)
        logger?.info(
            "request",
            metadata: [
                "id": "\(facts.requestID)", "method": "\(method)", "route": "\(occasion.route)", "status": "\(status)",
                "ms": "\((seconds * 10_000).rounded() / 10)",
            ])
    }

    /// The answer of a route, or of the refusal that stands in its way.
    private func answer(
        _ request: Request, _ facts: RequestFacts, _ target: RequestTarget, _ occasion: inout Dressing.Occasion
    ) async -> Answer {
        var visit = Visit(
            method: facts.method, path: target.path, headers: facts.headers, language: target.language,
            now: clock.now(), requestID: facts.requestID,
            frame: frame(target.language, target.encodedPath, target.query))
        visit.clientAddress = facts.clientAddress
        do {
            guard !facts.areHeadersTooLong else { throw Refusal(431) }
            switch matcher.find(facts.method, target.segments) {
            case .nothing:
                try await recognise(&visit)
                throw Refusal(404)
            case .otherMethods(let methods) where facts.method == "OPTIONS": return Self.options(methods)
            case .otherMethods(let methods): throw Refusal(405, headers: [("Allow", methods.joined(separator: ", "))])
            case .route(let route, let places):
                occasion.isPrivate = route.access != .everyone
                occasion.route = route.pattern
                visit.method = route.method
                visit.parameters = places
                visit.frame.styles = route.styles
                guard let key = FinishedPages.key(route, facts, target) else {
                    try await recognise(&visit)
                    occasion.isPrivate = occasion.isPrivate || visit.signedIn != nil || visit.awaitingCode != nil
                    return try await answer(request, target, route, visit)
                }
                let writes = database.writes
                if let kept = finished.answer(key, at: visit.now, writes: writes) { return kept }
                let page = try await answer(request, target, route, visit)
                finished.keep(page, as: key, at: visit.now, writes: writes)
                return page
            }
        } catch {
            return refused(error, visit, target)
        }
    }

    /// Finds out who asks.
    private func recognise(_ visit: inout Visit) async throws {
        guard let token = SessionCookie(settings).token(in: visit.headers["cookie"]),
            let found = try await sessions.signedIn(token: token, at: visit.now)
        else { return }
        guard found.session.stage == .full else {
            visit.awaitingCode = found
            return
        }
        if visit.now.seconds(since: found.session.seenAt) >= 60 {
            try await sessions.touch(found.session.id, at: visit.now)
        }
        let account = found.record.account
        visit.signedIn = found
        visit.account = account
        visit.formToken = SecretToken.masked(found.session.formToken)
        visit.frame.accountName = account.name
        visit.frame.formToken = visit.formToken
        visit.frame.navigation = navigation(visit.language, account)
    }

    /// Checks what a route demands, reads the body, lets the room answer.
    private func answer(
        _ request: Request, _ target: RequestTarget, _ route: Route, _ recognised: Visit
    ) async throws -> Answer {
        var visit = recognised
        switch route.access.decide(visit.account, isDevelopment: settings.isDevelopment) {
        case .allowed: break
        case .hidden: throw Refusal(404)
        case .forbidden: throw Refusal(403)
        case .signIn: return try signIn(visit, target)
        }
        if mustEnrol(visit), route.access != .everyone, target.segments.first != "konto" {
            return .redirect(to: .to("/konto/zweiter-faktor"), in: visit.language)
        }
        visit.query = try Fields(form: target.query)
        if route.method != "GET" { try await readBody(of: request, route, &visit) }
        let ready = visit
        return try await Deadline.run(seconds: settings.answerSeconds, late: TookTooLong()) {
            try await route.handler(ready)
        }
    }

    private func readBody(of request: Request, _ route: Route, _ visit: inout Visit) async throws {
        try SameSite.check(visit.headers, settings)
        visit.body = try await BodyReader.bytes(of: request, limit: route.bodyLimit, seconds: settings.bodySeconds)
        let form = try FormBody(visit.body, contentType: visit.headers["content-type"])
        visit.form = form.fields
        visit.files = form.files
        guard let session = visit.signedIn?.session else { return }
        // Pages for everybody do nothing in the account's name; a browser that vouches for the page is enough there.
        if route.access == .everyone, visit.headers["sec-fetch-site"] == "same-origin" { return }
        let sent = form.fields.text(HiddenFields.token) ?? visit.headers["x-form-token"] ?? ""
        guard SecretToken.matches(sent, session.formToken) else { throw Refusal(.missingToken) }
    }

    /// Pages lead to signing in and back; what was sent cannot be repeated and is refused.
    private func signIn(_ visit: Visit, _ target: RequestTarget) throws -> Answer {
        guard visit.method == "GET" else { throw Refusal(.signInFirst) }
        let back = target.encodedPath + (target.query.isEmpty ? "" : "?" + target.query)
        let link = Link.to("/anmelden", query: [(ReturnPath.field, back)])
        return .redirect(to: link, in: visit.language)
    }

    private func mustEnrol(_ visit: Visit) -> Bool {
        guard let record = visit.signedIn?.record, !settings.isDevelopment else { return false }
        return !record.hasSecondFactor && record.account.holds(anyOf: settings.secondFactorRoles)
    }

    private func refused(_ error: any Error, _ visit: Visit, _ target: RequestTarget) -> Answer {
        if let stale = error as? StaleSignIn {
            let link = Link.to("/anmelden/bestaetigen", query: [(ReturnPath.field, stale.back)])
            return .redirect(to: link, in: visit.language)
        }
        let refusal = Refusal(error)
        if refusal.status >= 500 {
            logger?.error(
                "request failed",
                metadata: ["id": "\(visit.requestID)", "error": "\(String(describing: type(of: error)))"])
        }
        let pages = ErrorPages(frame: visit.frame, requestID: visit.requestID)
        return target.isInterface ? pages.problem(refusal) : pages.page(refusal)
    }

    private static func options(_ methods: [String]) -> Answer {
        let list = methods.joined(separator: ", ")
        return Answer(
            status: 204,
            headers: [
                ("Allow", list), ("Access-Control-Allow-Methods", list),
                ("Access-Control-Allow-Headers", "Accept, Content-Type"), ("Access-Control-Max-Age", "86400"),
            ])
    }

    func navigation(_ language: Language, _ account: Account?) -> [NavigationItem] {
        rooms.flatMap { $0.navigation(language, account) }
    }

    /// What surrounds a page.
    func frame(_ language: Language, _ path: String, _ query: String = "") -> Frame {
        Frame(
            language: language, path: path, query: query, houseName: facts.name, sender: facts.sender,
            navigation: navigation(language, nil), notice: facts.notice)
    }
}
