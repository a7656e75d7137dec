import Design
package import HTML

/// Handles one request of a room.
package typealias Handler = @Sendable (Visit) async throws -> Answer

/// One route: method, address, who may use it and what answers.
package struct Route: Sendable {
    package let method: String
    /// Address with named places: `/angebote/{id}`.
    package let pattern: String
    package let access: Access
    /// Largest accepted body in bytes.
    package let bodyLimit: Int
    package let handler: Handler
    /// What the room's pages need beside the style sheet of all pages.
    var styles: Set<StyleAddition> = []
}

/// The routes of a house, each with its declared access.
package struct RouteTable: Sendable {
    package private(set) var routes: [Route] = []

    package init() {}

    /// The routes of a room.
    mutating func add(_ room: any Room) {
        let first = routes.endIndex
        room.addRoutes(to: &self)
        for index in routes[first...].indices { routes[index].styles = type(of: room).styles }
    }

    /// A page or file; also answers HEAD.
    package mutating func get(_ pattern: String, allow access: Access, _ handler: @escaping Handler) {
        routes.append(Route(method: "GET", pattern: pattern, access: access, bodyLimit: 0, handler: handler))
    }

    /// A command. Signed-in forms need the session's token; the table's caller checks it before the handler runs.
    package mutating func post(
        _ pattern: String, allow access: Access, bodyLimit: Int = 1 << 20, _ handler: @escaping Handler
    ) {
        routes.append(Route(method: "POST", pattern: pattern, access: access, bodyLimit: bodyLimit, handler: handler))
    }
}

/// The address of a record in router and links alike.
///
/// ```swift
/// static let offer = Path("/angebote/{id}")     // .pattern for the table, .link(id) for views
/// ```
package struct Path: Sendable {
    package let pattern: String

    package init(_ pattern: String) { self.pattern = pattern }

    /// The path with its places filled in order, percent-encoded.
    package func path(_ keys: String...) -> String {
        var keys = keys[...]
        let segments = pattern.split(separator: "/").map { segment -> String in
            segment.hasPrefix("{") ? PercentEncoding.query(keys.popFirst() ?? "") : String(segment)
        }
        return "/" + segments.joined(separator: "/")
    }

    /// Link to the page with its places filled in order.
    package func link(_ keys: String...) -> Link {
        switch keys.count {
        case 0: .to(path())
        case 1: .to(path(keys[0]))
        default: .to(path(keys[0], keys[1]))
        }
    }
}
