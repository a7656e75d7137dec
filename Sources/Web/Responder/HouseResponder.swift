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
        var table = RouteTable()
        AssetRoutes().add(to: &table)
        for room in rooms { room.addRoutes(to: &table) }
        self.table = table
        matcher = RouteMatcher(table.routes)
    }

    package func respond(to request: Request, context: HouseContext) async throws -> Response {
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
        return dressing.response(answer, occasion)
    }

    /// The answer of a route, or of the refusal that stands in its way.
    private func answer(
        _ request: Request, _ facts: RequestFacts, _ target: RequestTarget, _ occasion: inout Dressing.Occasion
    ) async -> Answer {
        var frame = frame(target.language, target.encodedPath, target.query)
        do {
            guard !facts.areHeadersTooLong else { throw Refusal(431) }
            switch matcher.find(facts.method, target.segments) {
            case .nothing:
                throw Refusal(404)
            case .otherMethods(let methods) where facts.method == "OPTIONS":
                return Self.options(methods)
            case .otherMethods(let methods):
                throw Refusal(405, headers: [("Allow", methods.joined(separator: ", "))])
            case .route(let route, let places):
                occasion.isPrivate = route.access != .everyone
                return try await self.answer(request, facts, target, route, places, &frame)
            }
        } catch {
            let refusal = Refusal(error)
            if refusal.status >= 500 {
                logger?.error(
                    "request failed",
                    metadata: ["id": "\(facts.requestID)", "error": "\(String(describing: type(of: error)))"])
            }
            let pages = ErrorPages(frame: frame, requestID: facts.requestID)
            return target.isInterface ? pages.problem(refusal) : pages.page(refusal)
        }
    }

    private func answer(
        _ request: Request, _ facts: RequestFacts, _ target: RequestTarget, _ route: Route,
        _ places: [String: String], _ frame: inout Frame
    ) async throws -> Answer {
        guard route.access != .development || settings.isDevelopment else { throw Refusal(404) }
        let query = try Fields(form: target.query)
        var visit = Visit(
            method: route.method, path: target.path, query: query, parameters: places, headers: facts.headers,
            language: target.language, now: clock.now(), requestID: facts.requestID, frame: frame)
        if route.method != "GET" {
            try SameSite.check(facts.headers, settings)
            visit.body = try await BodyReader.bytes(of: request, limit: route.bodyLimit, seconds: settings.bodySeconds)
            let form = try FormBody(visit.body, contentType: facts.headers["content-type"])
            visit.form = form.fields
            visit.files = form.files
        }
        let ready = visit
        return try await Deadline.run(seconds: settings.answerSeconds, late: TookTooLong()) {
            try await route.handler(ready)
        }
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

    /// What surrounds a page.
    func frame(_ language: Language, _ path: String, _ query: String = "") -> Frame {
        Frame(
            language: language, path: path, query: query, houseName: facts.name, sender: facts.sender,
            navigation: rooms.flatMap { $0.navigation(language, nil) }, notice: facts.notice)
    }
}
