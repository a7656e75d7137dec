package import Design
import HTML
import Prevention
package import Texts
package import Web

/// Schreibtisch: what waits for the signed-in person in all rooms, soonest first.
package struct DeskRoom: Room {
    package static let name = "desk"
    private let rooms: [any Room]
    private let texts: TextCatalogue<DeskTexts>

    /// - Parameter rooms: those that are asked what waits.
    /// - Throws: if the texts in the binary cannot be read.
    package init(rooms: [any Room]) throws {
        self.rooms = rooms
        texts = try TextCatalogue(german: PackageResources.de_json, [.english: PackageResources.en_json])
    }

    package func addRoutes(to routes: inout RouteTable) {
        routes.get(DeskPath.desk.pattern, allow: .signedIn, show)
    }

    package func navigation(_ language: Language, _ account: Account?) -> [NavigationItem] {
        guard account != nil else { return [] }
        return [NavigationItem(key: Self.name, title: texts[language].navigation, link: DeskPath.desk.link())]
    }

    /// Keys of texts that a language lacks.
    package var missingTexts: [String] { texts.missing.values.flatMap { $0 }.sorted() }

    /// `GET /schreibtisch`
    @Sendable private func show(_ visit: Visit) async throws -> Answer {
        let words = texts[visit.language]
        var errands: [DeskErrand] = []
        for room in rooms {
            let name = type(of: room).name
            errands += try await room.errands(for: visit).map { DeskErrand($0, room: words.rooms[name] ?? "") }
        }
        return deskPage(visit, DeskModel(errands, today: visit.now.berlinDay), words)
    }
}

/// Addresses of the room.
enum DeskPath {
    static let desk = Path("/schreibtisch")
}

/// What waits, and in which room.
struct DeskErrand: Hashable {
    let errand: Errand
    let room: String

    init(_ errand: Errand, room: String) {
        self.errand = errand
        self.room = room
    }
}

/// What the desk shows: overdue, soon, later, without a day; soonest first.
struct DeskModel {
    static let daysSoon = 14

    let overdue: [DeskErrand]
    let soon: [DeskErrand]
    let later: [DeskErrand]
    let undated: [DeskErrand]

    init(_ errands: [DeskErrand], today: Day) {
        let dated = errands.compactMap { item in item.errand.due.map { (day: $0, item: item) } }
            .sorted { ($0.day, $0.item.errand.subject) < ($1.day, $1.item.errand.subject) }
        let end = today.adding(days: Self.daysSoon)
        overdue = dated.filter { $0.day < today }.map(\.item)
        soon = dated.filter { (today...end).contains($0.day) }.map(\.item)
        later = dated.filter { $0.day > end }.map(\.item)
        undated = errands.filter { $0.errand.due == nil }
    }

    var count: Int { overdue.count + soon.count + later.count + undated.count }
}
