import Design
import HTML
package import Web

/// Familien-Informationsportal: families find offers by the child's age, place, need and language.
package struct PortalRoom: Room {
    package static let name = "portal"

    package init() {}

    package func addRoutes(to routes: inout RouteTable) {
        routes.get("/", allow: .everyone) { visit in
            visit.page(PageHead("Startseite")) { h in h.h1("Lückenlos") }
        }
    }
}
