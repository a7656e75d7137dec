import Areas
import Mail
import Offers
import Prevention
import RoomTesting
import Storage
import StorageTesting
import Testing
import Web

@testable import Register

/// A house with the register, three areas, two providers and an offer of each.
struct RegisterHouse {
    let house: TestHouse
    let offers: OfferStore
    /// Looks after one provider, "Familientreff".
    let own: Provider
    let foreign: Provider
    let offer: Offer
    let foreignOffer: Offer
    static let actor = AuditActor.system("test")

    init(_ engine: TestEngine = .sqlite) async throws {
        let sender = try MailAddress("register@example.org")
        house = try await TestHouse(
            engine, migrations: MailMigrations.all + AreaMigrations.all + OfferMigrations.all
        ) { parts in
            let checks = CheckMail(
                queue: MailQueue(database: parts.database, sender: sender, clock: parts.clock),
                templates: MailTemplates(sender: sender, house: "Testhaus", operatedBy: "Testkreis"),
                publicURL: "https://testhaus.example")
            return [
                try RegisterRoom(
                    offers: OfferStore(database: parts.database),
                    areas: AreaDirectory(AreaStore(database: parts.database)), checks: checks)
            ]
        }
        offers = OfferStore(database: house.database)
        let now = house.time.now
        try await Self.fillAreas(AreaStore(database: house.database), now)
        own = try await offers.save(
            Provider(name: "Familientreff", email: "treff@example.org", areaKey: "05978036"), by: Self.actor, at: now)
        foreign = try await offers.save(Provider(name: "Sportverein", areaKey: "05978020"), by: Self.actor, at: now)
        offer = try await offers.save(Self.offer("Babytreff", own, "05978036"), by: Self.actor, at: now)
        foreignOffer = try await offers.save(Self.offer("Turnen", foreign, "05978020"), by: Self.actor, at: now)
    }

    static func id(_ key: String) throws -> ID<Area> { ID(key: try #require(AreaKey(key))) }

    private static func offer(_ title: String, _ provider: Provider, _ area: String) throws -> Offer {
        Offer(title: title, summary: "Kurz.", providerID: provider.id, areaScope: [try id(area)], status: .active)
    }

    private static func fillAreas(_ store: AreaStore, _ now: Instant) async throws {
        let rows: [(String, String, AreaLevel, String?)] = [
            ("05978", "Kreis Unna", .kreis, nil), ("05978036", "Unna", .municipality, "05978"),
            ("05978020", "Kamen", .municipality, "05978"),
        ]
        let areas = try rows.map { key, name, level, parent in
            Area(
                id: try id(key), key: try #require(AreaKey(key)), level: level, parentID: try parent.map(id), name: name
            )
        }
        try await store.save(areas, by: actor, at: now)
    }

    var editor: SignedInClient { get async throws { try await house.signIn(RoleGrant(.editor)) } }
    /// Works for "Familientreff" only.
    var provider: SignedInClient {
        get async throws { try await house.signIn(RoleGrant(.provider, organisation: own.id.text)) }
    }

    /// The address of a page of the own offer.
    func path(_ part: String = "", of offer: Offer? = nil) -> String {
        "/register/angebote/\((offer ?? self.offer).id.text)" + part
    }

    /// The offer as it is stored now.
    func stored(_ offer: Offer? = nil) async throws -> Offer {
        try #require(try await offers.offer((offer ?? self.offer).id))
    }

    /// Fields of a complete first step.
    static func fields(_ title: String = "Babytreff", version: Int = 1, _ more: [(String, String)] = []) -> [(
        String, String
    )] {
        let all = [
            ("fassung", "\(version)"), ("traeger", "Familientreff"), ("titel", title), ("kurz", "Ein Treff."),
            ("alter-von", "-9 Monate"), ("alter-bis", "3 Jahre"), ("thema", "health"), ("kosten", "free"),
            ("anmeldung", "not_needed"), ("stelle", "Sekretariat"), ("einwilligung", "web"),
            ("z1-rhythmus", "weekly"), ("z1-tag", "2"), ("z1-tag", "4"), ("z1-beginn", "9:30"), ("z1-ende", "11:00"),
            ("z1-ferien", "not_in_school_holidays"), ("z1-feiertage", ""),
        ]
        let names = Set(more.map(\.0))
        return all.filter { !names.contains($0.0) } + more
    }
}

extension TestAnswer {
    var location: String { header("Location") ?? "" }
    /// The page without what is wrong with it for readers.
    var findings: [String] { audit(text) }
}
