import Areas
import Design
import Foundation
import Mail
import Offers
import Practice
import PracticeTesting
import Practices
import Prevention
import RoomTesting
import Storage
import StorageTesting
import Testing
import Texts
import Web

/// A house with the practice database, three towns, and one person for each part in the review.
struct WritingHouse {
    static let unna = ID<Area>(key: key("05978036"))
    static let kamen = ID<Area>(key: key("05978020"))
    static let luenen = ID<Area>(key: key("05978024"))

    let house: TestHouse
    let store: PracticeStore
    let author, colleague, neighbour, office: SignedInClient

    static func key(_ text: String) -> AreaKey {
        guard let key = AreaKey(text) else { preconditionFailure("no key: \(text)") }
        return key
    }

    init(_ engine: TestEngine = .sqlite, trades: [ID<Area>: Day] = [:]) async throws {
        house = try await TestHouse(
            engine, migrations: MailMigrations.all + AreaMigrations.all + OfferMigrations.all + PracticesRoom.migrations
        ) { parts in
            [
                try PracticesRoom(
                    database: parts.database, areas: AreaDirectory(AreaStore(database: parts.database)),
                    writing: WritingPorts { _ in trades }, mail: try Self.mail(parts.database, parts.clock))
            ]
        }
        store = PracticeStore(database: house.database)
        let kreis = Self.key("05978")
        let areas =
            [
                Area(id: ID(key: kreis), key: kreis, level: .kreis, parentID: nil, name: "Kreis Unna")
            ]
            + [("05978036", "Unna"), ("05978020", "Kamen"), ("05978024", "Lünen")].map { text, name in
                Area(
                    id: ID(key: Self.key(text)), key: Self.key(text), level: .municipality, parentID: ID(key: kreis),
                    name: name)
            }
        try await AreaStore(database: house.database).save(areas, by: .system("test"), at: TestHouse.start)
        author = try await house.signIn(RoleGrant(.editor, area: "05978036"))
        colleague = try await house.signIn(RoleGrant(.planner, area: "05978036"))
        neighbour = try await house.signIn(RoleGrant(.coordinator, area: "05978020"))
        office = try await house.signIn(RoleGrant(.administrator))
    }

    static func mail(_ database: Database, _ clock: Clock) throws -> AdopterMail {
        let sender = try MailAddress("haus@example.org")
        return AdopterMail(
            queue: MailQueue(database: database, sender: sender, clock: clock),
            templates: MailTemplates(sender: sender, house: "Testhaus", operatedBy: "Testkreis"),
            publicURL: "https://testhaus.example")
    }

    /// Every mail in the queue, oldest first: to whom, and as it travels, with lines joined again.
    func mails() async throws -> [(to: String, content: String)] {
        try await house.database.read { r in
            try r.rows("SELECT recipient, content FROM mail ORDER BY createdAt, recipient") {
                (
                    try $0.get(0),
                    String(decoding: try $0.get(1, as: [UInt8].self), as: UTF8.self).replacing("=\r\n", with: "")
                )
            }
        }
    }

    /// Works on a published practice and publishes it again.
    func revise(_ slug: String, _ change: ([(String, String)]) -> [(String, String)]) async throws {
        try await step("revise", slug, by: author)
        let fields = try await sentFields(slug, by: author)
        house.time.advance(seconds: 60)
        let saved = try await author.post("/praxis/\(slug)/bearbeiten", change(fields))
        #expect(saved.status == 303)
        try await publish(slug)
    }

    /// What the desk of an account with this role shows.
    func errands(_ role: RoleGrant) async throws -> [Errand] {
        let room = try PracticesRoom(
            database: house.database, areas: AreaDirectory(AreaStore(database: house.database)))
        return try await room.errands(
            for: Visit(
                method: "GET", path: "/schreibtisch", language: .german,
                account: Account(id: "u9", name: "", roles: [role]), now: house.time.now, requestID: "1",
                frame: Frame(language: .german, path: "/schreibtisch", houseName: "Test", sender: "Test")))
    }

    /// The sample as a practice of Unna, taken over by Kamen and Lünen.
    static func practice(_ id: ID<Practice> = ID()) -> Practice {
        var practice = Practice(id: id, title: Sample.practice.titles["de"] ?? "", place: Sample.practice.place)
        let sample = Sample.practice
        practice.municipalities = [unna]
        practice.lead = sample.lead
        practice.need = sample.need
        practice.goal = sample.goal
        practice.effectModel = sample.effectModel
        practice.elements = sample.elements
        practice.steps = sample.steps
        practice.reach = sample.reach
        practice.effort = sample.effort
        practice.since = sample.since
        practice.status = sample.status
        practice.successFactors = sample.successFactors
        practice.stumblingBlocks = sample.stumblingBlocks
        practice.outcomes = sample.outcomes
        practice.readiness = sample.readiness
        practice.trust = sample.trust
        practice.contact = sample.contact
        practice.documents = sample.documents
        practice.adopters = zip([kamen, luenen], sample.adopters).map { area, adopter in
            Adopter(
                municipality: area, kind: adopter.kind, since: adopter.since, result: adopter.result,
                story: adopter.story, followedUp: adopter.followedUp)
        }
        return practice
    }

    /// A draft of the author.
    func draft(_ practice: Practice = practice()) async throws -> String {
        try await store.create(
            practice, isInvented: false, by: .user(author.account.text), at: house.time.now)
    }

    /// Takes a step and moves the clock on by a minute.
    @discardableResult
    func step(_ step: String, _ slug: String, by client: SignedInClient) async throws -> TestAnswer {
        house.time.advance(seconds: 60)
        return try await client.post("/praxis/\(slug)/pruefung", [("schritt", step), ("begruendung", "Probe")])
    }

    /// The whole way from draft to publication.
    func publish(_ slug: String) async throws {
        for (name, client) in [("hand_in", author), ("check", neighbour), ("approve", office), ("publish", office)] {
            let answer = try await step(name, slug, by: client)
            #expect(answer.status == 303, "\(name): \(answer.text.prefix(3_000))")
        }
    }

    /// A room of its own on the same database, as another instance would have it.
    var room: PracticesRoom? {
        try? PracticesRoom(
            database: house.database, areas: AreaDirectory(AreaStore(database: house.database)))
    }

    /// Moves the clock; sessions end meanwhile, so the person signs in anew.
    func later(_ seconds: Int, _ client: SignedInClient) async throws -> SignedInClient {
        house.time.advance(seconds: seconds)
        return try await house.signIn(client.account)
    }

    /// The fields that a browser would send back from the form, as it was served.
    func sentFields(_ slug: String, by client: SignedInClient) async throws -> [(String, String)] {
        BrowserForm.fields(try await client.get("/praxis/\(slug)/bearbeiten").text)
    }
}

/// Reads the fields of the one long form of a page, as a browser does.
enum BrowserForm {
    static func fields(_ html: String) -> [(String, String)] {
        guard let start = html.range(of: "novalidate"),
            let end = html.range(of: "</form>", range: start.upperBound..<html.endIndex)
        else { return [] }
        let form = html[start.upperBound..<end.lowerBound]
        var result: [(String, String)] = []
        for piece in form.split(separator: "<").dropFirst() {
            let tag = piece.prefix { $0 != ">" }
            let name = attribute("name", tag) ?? ""
            if piece.hasPrefix("input"), name != "_token" {
                let type = attribute("type", tag) ?? "text"
                let isChosen = !["radio", "checkbox"].contains(type) || tag.contains(" checked")
                if isChosen, !name.isEmpty { result.append((name, attribute("value", tag) ?? "")) }
            }
            if piece.hasPrefix("textarea") {
                result.append((name, unescaped(String(piece.dropFirst(tag.count + 1)))))
            }
            if piece.hasPrefix("select") { result.append((name, "")) }
            if piece.hasPrefix("option"), tag.contains(" selected"), let last = result.indices.last {
                result[last].1 = attribute("value", tag) ?? ""
            }
        }
        return result
    }

    private static func attribute(_ name: String, _ tag: Substring) -> String? {
        guard let start = tag.range(of: " \(name)=\"") else { return nil }
        return unescaped(String(tag[start.upperBound...].prefix { $0 != "\"" }))
    }

    private static func unescaped(_ text: String) -> String {
        text.replacing("&lt;", with: "<").replacing("&gt;", with: ">").replacing("&quot;", with: "\"")
            .replacing("&#39;", with: "'").replacing("&amp;", with: "&")
    }
}
