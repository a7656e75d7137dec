/// Finds the route of a path: a tree of segments, built once. Fixed segments win over places.
struct RouteMatcher: Sendable {
    /// What was found at an address.
    enum Found: Sendable {
        case route(Route, [String: String])
        /// The address exists, but not for this method; the methods it knows.
        case otherMethods([String])
        case nothing
    }

    private indirect enum Child: Sendable {
        case node(Node)
    }

    private struct Node: Sendable {
        var fixed: [String: Child] = [:]
        var place: Child?
        var routes: [String: Route] = [:]

        mutating func insert(_ route: Route, _ segments: ArraySlice<Substring>) {
            guard let segment = segments.first else {
                routes[route.method] = routes[route.method] ?? route
                return
            }
            let isPlace = segment.hasPrefix("{")
            var node = Node()
            if case .node(let existing)? = isPlace ? place : fixed[String(segment)] { node = existing }
            node.insert(route, segments.dropFirst())
            if isPlace { place = .node(node) } else { fixed[String(segment)] = .node(node) }
        }

        func find(_ segments: ArraySlice<String>, _ places: [String]) -> (Node, [String])? {
            guard let segment = segments.first else { return routes.isEmpty ? nil : (self, places) }
            let rest = segments.dropFirst()
            if case .node(let node)? = fixed[segment], let found = node.find(rest, places) { return found }
            guard case .node(let node)? = place, !segment.isEmpty else { return nil }
            return node.find(rest, places + [segment])
        }
    }

    private var root = Node()

    init(_ routes: [Route]) {
        for route in routes { root.insert(route, route.pattern.split(separator: "/")[...]) }
    }

    /// - Parameter method: as sent; HEAD finds the route of GET.
    func find(_ method: String, _ segments: [String]) -> Found {
        guard let (node, values) = root.find(segments[...], []) else { return .nothing }
        guard let route = node.routes[method == "HEAD" ? "GET" : method] else {
            var methods = node.routes.keys.sorted()
            if node.routes["GET"] != nil { methods.append("HEAD") }
            return .otherMethods((methods + ["OPTIONS"]).sorted())
        }
        let names = route.pattern.split(separator: "/").filter { $0.hasPrefix("{") }.map {
            String($0.dropFirst().dropLast())
        }
        return .route(route, Dictionary(zip(names, values), uniquingKeysWith: { first, _ in first }))
    }
}
