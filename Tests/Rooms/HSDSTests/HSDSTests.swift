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

    @Test("what the register cannot hold is listed by row, doubled services too, and the rest is stored")
    func limits() async throws {
        let owner = "{\"id\": \"\(UUID().uuidString.lowercased())\", \"name\": \"Verein\"}"
        func service(_ more: String, id: String = UUID().uuidString.lowercased()) -> String {
            "{\"id\": \"\(id)\", \"status\": \"active\", \"organization\": \(owner), \(more)}"
        }
        let long = String(repeating: "x", count: 1_000_000)
        let twice = UUID().uuidString.lowercased()
        let place = """
            {"id": "\(UUID().uuidString.lowercased())", "location_type": "physical", "latitude": 1e308, "longitude": -1e308,
            "addresses": [{"postal_code": "\(long)"}]}
            """
        let list = [
            service("\"name\": \"\(long)\""),
            service("\"name\": \"Gut\", \"minimum_age\": -1e300, \"maximum_age\": 1e300"),
            service("\"name\": \"Eins\"", id: twice), service("\"name\": \"Zwei\"", id: twice),
            service(
                "\"name\": \"Ort\", \"service_at_locations\": [{\"id\": \"\(UUID().uuidString.lowercased())\", "
                    + "\"location\": \(place)}]"),
        ]
        let database = try await house()
        let report = try await run("[\(list.joined(separator: ","))]", in: database)
        #expect(report.read == 5 && report.created == 3 && report.refused == 2)
        #expect(report.problems.map(\.row) == [1, 4, 5])
        let stored = try await OfferStore(database: database).details(ids: nil)
        #expect(stored.map(\.offer.title).sorted() == ["Eins", "Gut", "Ort"])
        #expect(stored.first { $0.offer.title == "Gut" }?.offer.ageRange == AgeRange(-9, 324))
    }

    @Test("a site's key that belongs to another offer is listed in one file and refused between two")
    func doubledSites() async throws {
        let ids = (0..<5).map { _ in UUID().uuidString.lowercased() }
        func service(_ id: String) -> String {
            """
            {"id": "\(id)", "status": "active", "name": "Gruppe", "organization": {"id": "\(ids[2])", "name": "Verein"},
            "service_at_locations": [{"id": "\(ids[3])", "location": {"id": "\(ids[4])", "name": "Haus",
            "location_type": "physical"}}]}
            """
        }
        let database = try await house()
        let report = try await run("[\(service(ids[0])),\(service(ids[1]))]", in: database)
        #expect(report.created == 2 && report.problems.map(\.row) == [2])
        let before = try await OfferStore(database: database).details(ids: nil)
        let failure = await #expect(throws: HSDSFailure.self) {
            try await run("[\(service(UUID().uuidString.lowercased()))]", in: database)
        }
        #expect(failure?.description.contains("Nichts wurde übernommen") == true)
        #expect(try await OfferStore(database: database).details(ids: nil) == before)
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

    @Test(
        "a package without tables and a ZIP archive get a sentence",
        arguments: [
            ("datapackage.json", "{\"resources\": {\"a\": 1}}", "resources"),
            ("datapackage.json", "{\"resources\": [{\"name\": \"services\"}]}", "resources"),
            ("feed.zip", "PK\u{3}\u{4}", "auspacken"),
        ])
    func noPackage(name: String, text: String, expected: String) async throws {
        let file = try temporaryFolder().appending(path: name)
        try Data(text.utf8).write(to: file)
        let database = try await house()
        let failure = await #expect(throws: HSDSFailure.self) {
            try await HSDSImport(database: database).run(file, isDryRun: false, by: .system("test"), at: now)
        }
        #expect(failure?.description.contains(expected) == true)
    }

    @Test("a package whose rows refer to each other in a circle, with numbers that are none, is read to its end")
    func circles() async throws {
        let folder = try temporaryFolder()
        let (first, second) = (UUID().uuidString.lowercased(), UUID().uuidString.lowercased())
        let tables = [
            "organizations.csv": "id,name,parent_organization_id\n\(first),A,\(second)\n\(second),B,\(first)\n",
            "services.csv": "id,organization_id,name,status,minimum_age,maximum_age,program_id\n"
                + "\(first),\(first),Eins,active,nan,inf,\(second)\n\(second),\(second),Zwei,active,1e300,-inf,\(first)\n",
            "cost_options.csv": "id,service_id,amount,currency\n1,\(first),inf,EUR\n2,\(second),1e300,EUR\n",
        ]
        for (name, text) in tables { try Data(text.utf8).write(to: folder.appending(path: name)) }
        let package = """
            {"resources": [{"name": "services", "path": "services.csv", "schema": {"fields": [
            {"name": "minimum_age", "type": "number"}, {"name": "maximum_age", "type": "number"}], "foreignKeys": [
            {"fields": "organization_id", "reference": {"resource": "organizations"}},
            {"fields": "program_id", "reference": {"resource": "services"}}]}},
            {"name": "organizations", "path": "organizations.csv", "schema": {"foreignKeys": [
            {"fields": "parent_organization_id", "reference": {"resource": "organizations"}}]}},
            {"name": "cost_options", "path": "cost_options.csv", "schema": {"fields": [
            {"name": "amount", "type": "number"}]}}, {"name": "folder", "path": "folder"}]}
            """
        try Data(package.utf8).write(to: folder.appending(path: "datapackage.json"))
        try FileManager.default.createDirectory(at: folder.appending(path: "folder"), withIntermediateDirectories: true)
        let database = try await house()
        let report = try await HSDSImport(database: database).run(
            folder, isDryRun: false, by: .system("test"), at: now)
        #expect(report.read == 2 && report.problems.contains { $0.file == "folder" })
        for detail in try await OfferStore(database: database).details(ids: nil) {
            #expect(detail.offer.ageRange.map { (-9...324).contains($0.from.months) } ?? true)
        }
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
