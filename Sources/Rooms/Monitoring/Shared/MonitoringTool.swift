import HTML

/// Werkzeug: an entry of the start page that leads to a part of the room.
struct MonitoringTool: Sendable {
    let title: String
    let about: String
    let link: Link
    /// For planners only.
    let isInternal: Bool

    init(_ title: String, _ about: String, _ link: Link, isInternal: Bool = false) {
        self.title = title
        self.about = about
        self.link = link
        self.isInternal = isInternal
    }
}
