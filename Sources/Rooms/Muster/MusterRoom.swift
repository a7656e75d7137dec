package import Design
import HTML
package import Web

/// Gestaltungsmuster: every component of the design in every state, for looking and for the audit.
package struct MusterRoom: Room {
    package static let name = "muster"
    package static let styles: Set<StyleAddition> = [.figures]

    package init() {}

    package func addRoutes(to routes: inout RouteTable) {
        routes.get("/-/muster", allow: .everyone) { visit in
            visit.page(
                PageHead(
                    "Gestaltungsmuster", description: "Alle Bausteine der Seiten in allen Zuständen.", layout: .bare,
                    quickExit: true, isPrivate: true)
            ) { h in
                PatternPage.write(h)
            }
        }
    }
}
