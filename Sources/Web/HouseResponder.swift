import Design
import HTML
import HTTPTypes
package import Hummingbird
import NIOCore
package import Prevention
package import Storage
import Texts

/// What a house is called and how it presents itself.
package struct HouseFacts: Sendable {
    package var name: String
    package var sender: String
    package var notice: String?

    package init(name: String, sender: String, notice: String? = nil) {
        self.name = name
        self.sender = sender
        self.notice = notice
    }
}

/// The whole house as one HTTP responder: finds the route, checks access, makes the visit, answers.
package struct HouseResponder: HTTPResponder {
    package typealias Context = BasicRequestContext
    let rooms: [any Room]
    let table: RouteTable
    let facts: HouseFacts
    let clock: Clock
    let database: Database

    package init(rooms: [any Room], facts: HouseFacts, clock: Clock, database: Database) {
        self.rooms = rooms
        self.facts = facts
        self.clock = clock
        self.database = database
        var table = RouteTable()
        table.get(Assets.styleSheetPath, allow: .everyone) { _ in
            Answer(contentType: "text/css; charset=utf-8", body: Assets.styleSheet)
        }
        for room in rooms { room.addRoutes(to: &table) }
        self.table = table
    }

    package func respond(to request: Request, context: BasicRequestContext) async throws -> Response {
        let answer = await self.answer(request)
        var headers = HTTPFields()
        for (name, value) in answer.headers {
            if let name = HTTPField.Name(name) { headers.append(HTTPField(name: name, value: value)) }
        }
        return Response(
            status: .init(code: answer.status), headers: headers,
            body: .init(byteBuffer: ByteBuffer(bytes: answer.body)))
    }

    private func answer(_ request: Request) async -> Answer {
        var path = request.uri.path
        var language = Language.german
        for candidate in Language.allCases
        where !candidate.pathPrefix.isEmpty
            && (path == candidate.pathPrefix || path.hasPrefix(candidate.pathPrefix + "/"))
        {
            language = candidate
            path = String(path.dropFirst(candidate.pathPrefix.count))
            if path.isEmpty { path = "/" }
        }
        let found = language
        let frame = Frame(
            language: language, path: path, houseName: facts.name, sender: facts.sender,
            navigation: rooms.flatMap { $0.navigation(found, nil) }, notice: facts.notice)
        for route in table.routes where route.method == request.method.rawValue {
            guard let parameters = match(route.pattern, path) else { continue }
            let visit = Visit(
                method: route.method, path: path, query: Fields(urlEncoded: request.uri.query ?? "") ?? Fields(),
                parameters: parameters, language: language, now: clock.now(), requestID: ID<Visit>().text, frame: frame)
            do { return try await route.handler(visit) } catch is NotFound {
                return Answer(status: 404)
            } catch {
                return Answer(status: 500)
            }
        }
        return Answer(status: 404)
    }

    private func match(_ pattern: String, _ path: String) -> [String: String]? {
        let wanted = pattern.split(separator: "/")
        let given = path.split(separator: "/")
        guard wanted.count == given.count else { return nil }
        var parameters: [String: String] = [:]
        for (want, have) in zip(wanted, given) {
            if want.hasPrefix("{") {
                parameters[String(want.dropFirst().dropLast())] = PercentEncoding.decode(have, plusIsBlank: false)
            } else if want != have {
                return nil
            }
        }
        return parameters
    }
}
