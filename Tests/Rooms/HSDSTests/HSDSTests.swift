import Areas
import Foundation
import HSDS
import Musterkreis
import Offers
import Prevention
import Storage
import StorageTesting
import Testing

@Suite("HSDS einlesen und ausgeben") struct HSDSTests {
    let now = Instant(milliseconds: 1_790_000_000_000)
    var today: Day { now.berlinDay }

    func house(_ engine: TestEngine = .sqlite, offers: Int = 0) async throws -> Database {
        let database = try await engine.database(AreaMigrations.all + OfferMigrations.all)
        let kreis = Musterkreis(try MusterkreisPlan(towns: 3, districts: 2, offers: offers), today: today)
        _ = try await AreaStore(database: database).save(kreis.areas, by: .system("test"), at: now)
        try await OfferStore(database: database).load(
            RegisterStock(providers: kreis.providers, facilities: kreis.facilities, offers: kreis.offers),
            origin: "musterkreis", by: .system("test"), at: now)
        return database
    }

    func temporaryFolder() throws -> URL {
        let url = FileManager.default.temporaryDirectory.appending(path: UUID().uuidString)
        try FileManager.default.createDirectory(at: url, withIntermediateDirectories: true)
        return url
    }

    func run(_ text: String, in database: Database, dryRun: Bool = false) async throws -> ImportReport {
        let file = try temporaryFolder().appending(path: "feed.json")
        try Data(text.utf8).write(to: file)
        return try await HSDSImport(database: database).run(file, isDryRun: dryRun, by: .system("test"), at: now)
    }

    @Test("export, import into an empty house, export again: the same bytes", arguments: TestEngine.available)
    func roundTrip(engine: TestEngine) async throws {
        let first = try await HSDSExport(database: try await house(engine, offers: 90)).json(today: today)
        let other = try await house(engine)
        let report = try await run(String(decoding: first, as: UTF8.self), in: other)
        #expect(report.created == 90 && report.problems.isEmpty)
        let second = try await HSDSExport(database: other).json(today: today)
        let pairs = zip(first.split(separator: 10), second.split(separator: 10))
        for (a, b) in pairs where a != b {
            Issue.record(
                "\(String(decoding: a.prefix(4_000), as: UTF8.self))\n\(String(decoding: b.prefix(4_000), as: UTF8.self))"
            )
            break
        }
        #expect(first == second)
    }

    @Test("the tabular package carries the same services as the nested file")
    func tables() async throws {
        let database = try await house(offers: 60)
        let folder = try temporaryFolder()
        for (name, bytes) in try await HSDSExport(database: database).tables(today: today) {
            try Data(bytes).write(to: folder.appending(path: name))
        }
        let other = try await house()
        let report = try await HSDSImport(database: other).run(folder, isDryRun: false, by: .system("test"), at: now)
        #expect(report.problems.isEmpty && report.created == 60)
        let first = try await OfferStore(database: database).allOffers()
        let second = try await OfferStore(database: other).allOffers()
        #expect(second.map(\.id) == first.map(\.id))
        #expect(second.map(\.ageRange) == first.map(\.ageRange) && second.map(\.fields) == first.map(\.fields))
        #expect(second.map(\.schedules) == first.map(\.schedules) && second.map(\.cost) == first.map(\.cost))
        #expect(second.map { $0.sites.map(\.facilityID) } == first.map { $0.sites.map(\.facilityID) })
    }

    @Test("importing again changes nothing, a changed service becomes a new version, internal fields stay")
    func again() async throws {
        let database = try await house(offers: 12)
        let store = OfferStore(database: database)
        let text = String(decoding: try await HSDSExport(database: database).json(today: today), as: UTF8.self)
        _ = try await run(text, in: database)
        let repeated = try await run(text, in: database)
        #expect(repeated.unchanged == 12 && repeated.updated == 0)
        let offer = try #require(try await store.allOffers().first)
        let changed = try await run(text.replacing(offer.title, with: "Neuer Name"), in: database)
        #expect(changed.updated >= 1)
        let after = try #require(try await store.offer(offer.id))
        #expect(after.title == "Neuer Name" && after.version == offer.version + 1 && after.tier == offer.tier)
    }

    @Test("a dry run counts and writes nothing")
    func dryRun() async throws {
        let text = String(
            decoding: try await HSDSExport(database: try await house(offers: 9)).json(today: today), as: UTF8.self)
        let other = try await house()
        #expect(try await run(text, in: other, dryRun: true).created == 9)
        #expect(try await OfferStore(database: other).allOffers().isEmpty)
    }

    @Test("confidential addresses and internal fields are in no export")
    func confidential() async throws {
        let database = try await house(offers: 30)
        let store = OfferStore(database: database)
        for facility in try await store.facilities() {
            var hidden = facility
            hidden.street = "Geheimweg 7"
            hidden.isAddressConfidential = true
            try await store.save(hidden, by: .system("test"), at: now)
        }
        for offer in try await store.allOffers() {
            var secret = offer
            secret.fundingNote = "Kanarienvogel"
            secret.internalNote = "Kanarienvogel"
            secret.legalBasis = ["Kanarienvogel"]
            try await store.save(secret, by: .system("test"), at: now)
        }
        let export = HSDSExport(database: database)
        var texts = [String(decoding: try await export.json(today: today), as: UTF8.self)]
        texts += try await export.tables(today: today).values.map { String(decoding: $0, as: UTF8.self) }
        for text in texts {
            #expect(!text.contains("Geheimweg") && !text.contains("Kanarienvogel"))
            #expect(!text.contains("null") && !text.contains("\"tier\""))
        }
    }

    @Test(
        "hostile files get a sentence and store nothing",
        arguments: ["", "{", "42", "\"x\"", String(repeating: "[", count: 100_000), "{\"contents\": 7", "\u{0}"])
    func hostile(text: String) async throws {
        let database = try await house()
        await #expect(throws: HSDSFailure.self) { try await run(text, in: database) }
        #expect(try await OfferStore(database: database).allOffers().isEmpty)
    }

    @Test(
        "objects with faults are listed one by one",
        arguments: [
            "[{\"status\": \"active\", \"name\": \"x\"}]", "[{\"id\": \"7\", \"status\": \"active\", \"name\": \"x\"}]",
            "[{\"id\": \"ac148810-d857-441c-9679-408f346de14b\", \"status\": \"active\", \"name\": \"x\"}]",
            "[7, null, []]",
        ])
    func faults(text: String) async throws {
        let report = try await run(text, in: try await house())
        #expect(report.hasErrors && report.created == 0)
    }

    @Test("a package that points outside its folder is not followed")
    func pathTricks() async throws {
        let folder = try temporaryFolder()
        let package = """
            {"resources": [{"name": "services", "path": "../../../etc/passwd"}, {"name": "x", "path": "/etc/passwd"}]}
            """
        try Data(package.utf8).write(to: folder.appending(path: "datapackage.json"))
        let report = try await HSDSImport(database: try await house()).run(
            folder, isDryRun: false, by: .system("test"), at: now)
        #expect(report.problems.count == 2 && report.created == 0)
    }
}

/// The official sample files, third-party data that is not part of the project.
private enum Official {
    static let folder = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
        .deletingLastPathComponent().deletingLastPathComponent().deletingLastPathComponent()
        .appending(path: "shared/data/hsds")
    static let exist = FileManager.default.fileExists(atPath: folder.path)
}

@Suite("HSDS: offizielle Beispiele", .enabled(if: Official.exist, "../shared/data/hsds fehlt: übersprungen"))
struct OfficialFileTests {
    let now = Instant(milliseconds: 1_790_000_000_000)

    @Test("the broken 3.0 package lists exactly its four broken references and the rest is imported")
    func brokenPackage() async throws {
        let database = try await TestEngine.sqlite.database(AreaMigrations.all + OfferMigrations.all)
        let report = try await HSDSImport(database: database).run(
            Official.folder.appending(path: "v3.0-tabular/csv"), isDryRun: false, by: .system("test"), at: now)
        let found = report.problems.map { "\($0.file) \($0.column)" }.sorted()
        #expect(
            found == [
                "contacts.csv organization_id", "contacts.csv service_at_location_id", "locations.csv organization_id",
                "taxonomy_terms.csv taxonomy_id",
            ])
        #expect(report.created == 1 && report.refused == 0)
        let detail = try #require(try await OfferStore(database: database).details(ids: nil).first)
        #expect(detail.offer.title == "Community Counselling" && detail.provider.name == "Example Organization Inc.")
        #expect(
            detail.places.first?.facility.name == "MyCity Civic Center" && detail.offer.ageRange == AgeRange(144, 324))
    }

    @Test("the official full examples can be read", arguments: ["service_full", "organization_full"])
    func examples(name: String) async throws {
        let database = try await TestEngine.sqlite.database(AreaMigrations.all + OfferMigrations.all)
        let report = try await HSDSImport(database: database).run(
            Official.folder.appending(path: "v3.1/examples/\(name).json"), isDryRun: false, by: .system("test"), at: now
        )
        #expect(report.problems.isEmpty)
        let providers = try await OfferStore(database: database).providers()
        #expect(providers.map(\.name) == ["Example Organization Inc."])
    }
}
