import HTML
import Web

/// Werkzeug: an entry of the start page that leads to a part of the room.
struct MonitoringTool: Sendable {
    let title: String
    let about: String
    let link: Link
    /// Who may open it; empty for everyone.
    let roles: Set<Role>

    var isInternal: Bool { !roles.isEmpty }

    init(_ title: String, _ about: String, _ link: Link, for roles: Set<Role> = []) {
        self.title = title
        self.about = about
        self.link = link
        self.roles = roles
    }
}
