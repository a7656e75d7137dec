import Offers
import Prevention
import Storage
import StorageTesting
import Tables
import Testing

@Suite("Feindliche Eingaben") struct HostileInputTests {
    private func read(_ bytes: [UInt8], _ fixture: Fixture, dryRun: Bool = false) async throws -> ImportReport {
        try await OfferImport(store: fixture.store, mapping: OfferMapping(origin: "liste")).run(
            file: "x.csv", bytes: bytes, by: Fixture.actor, at: Fixture.now, dryRun: dryRun)
    }

    private static let table = "Titel;Träger;Zielgruppe\nGrüße €;Öl & Co;Mütter\n"

    private static var encodings: [(String, [UInt8])] {
        let utf16 = table.utf16.flatMap { [UInt8($0 & 255), UInt8($0 >> 8)] }
        let utf16Big = table.utf16.flatMap { [UInt8($0 >> 8), UInt8($0 & 255)] }
        let windows = table.unicodeScalars.map { $0 == "€" ? 0x80 : UInt8(truncatingIfNeeded: $0.value) }
        return [
            ("UTF-8", Array(table.utf8)), ("UTF-8 with mark", [0xEF, 0xBB, 0xBF] + Array(table.utf8)),
            ("UTF-16 little", [0xFF, 0xFE] + utf16), ("UTF-16 big", [0xFE, 0xFF] + utf16Big),
            ("UTF-16 without mark", utf16), ("Windows-1252", windows),
        ]
    }

    @Test("every usual encoding gives the same offer", arguments: 0..<6)
    func encodings(index: Int) async throws {
        let fixture = try await Fixture(.sqlite)
        let report = try await read(Self.encodings[index].1, fixture)
        #expect(report.created == 1 && report.problems.isEmpty, "\(Self.encodings[index].0)")
        let detail = try #require(try await fixture.store.details(ids: nil).first)
        #expect(detail.offer.title == "Grüße €" && detail.provider.name == "Öl & Co")
        #expect(detail.offer.targetGroups == [.mothers])
    }

    @Test("a heading with very many columns costs no memory for rows with few cells")
    func wideHeading() async throws {
        let fixture = try await Fixture(.sqlite)
        let heading = "Titel;Träger;" + (0..<20_000).map { "s\($0)" }.joined(separator: ";")
        let report = try await read(
            Array((heading + "\n" + String(repeating: "a\n", count: 70_000)).utf8), fixture, dryRun: true)
        #expect((report.read, report.refused) == (70_000, 70_000))
    }

    @Test(
        "what is no table is refused with a sentence that helps",
        arguments: [
            [], [0x0A, 0x0A], [0x50, 0x4B, 3, 4, 0, 0, 0, 0, 7, 9], [0xFF, 0xD8, 0xFF, 0xE0, 0, 0x10],
            [0xFE, 0xFF, 0xD8], Array("Titel;Träger\n\"offen;X\n".utf8), [0, 0, 0, 0],
        ] as [[UInt8]])
    func noTable(bytes: [UInt8]) async throws {
        let fixture = try await Fixture(.sqlite)
        let report = try await read(bytes, fixture)
        #expect(report.hasErrors && report.created == 0)
        #expect(report.problems.allSatisfy { !$0.hint.isEmpty })
    }

    @Test("a cell of ten million letters is refused, not stored and not echoed")
    func hugeCell() async throws {
        let fixture = try await Fixture(.sqlite)
        let report = try await read(
            Array(("Titel;Träger\n" + String(repeating: "ä", count: 10_000_000) + ";X\n").utf8), fixture)
        #expect(report.refused == 1)
        #expect(report.problems.allSatisfy { $0.found.count <= 80 })
    }

    @Test("20,000 rows with an error in each are all listed")
    func manyErrors() async throws {
        let fixture = try await Fixture(.sqlite)
        var text = "Titel;Träger;Alter von (Monate)\n"
        for number in 1...20_000 { text += "A\(number);X;abc\n" }
        let report = try await read(Array(text.utf8), fixture)
        #expect(report.refused == 20_000 && report.problems.count == 20_000)
        #expect(report.problems.last?.row == 20_000)
        #expect(try await fixture.store.allOffers().isEmpty)
    }

    @Test("control characters, text direction marks and NUL never reach the register", arguments: TestEngine.available)
    func controlCharacters(engine: TestEngine) async throws {
        let fixture = try await Fixture(engine)
        let stored = try await fixture.store.save(
            Offer(
                title: " A\u{0}\u{202E}B\u{7}\r\nC\u{FEFF} ", summary: "x\r\ny\u{0}", providerID: fixture.provider.id),
            by: Fixture.actor, at: Fixture.now)
        #expect(stored.title == "AB C" && stored.summary == "x\ny")
        #expect(try await fixture.store.offer(stored.id) == stored)
    }

    @Test("texts beyond their limits and impossible numbers are refused by name")
    func limits() async throws {
        let fixture = try await Fixture(.sqlite)
        var offer = Offer(title: String(repeating: "a", count: 301), providerID: fixture.provider.id)
        await #expect(throws: RecordRefusal.tooLong(field: "title", limit: 300)) {
            try await fixture.store.save(offer, by: Fixture.actor, at: Fixture.now)
        }
        offer.title = " \n "
        await #expect(throws: RecordRefusal.empty(field: "title")) {
            try await fixture.store.save(offer, by: Fixture.actor, at: Fixture.now)
        }
        offer.title = "A"
        offer.capacity = Capacity(total: -1)
        await #expect(throws: RecordRefusal.outOfRange(field: "capacity")) {
            try await fixture.store.save(offer, by: Fixture.actor, at: Fixture.now)
        }
    }

    @Test("an unknown provider, place or area leaves nothing behind", arguments: TestEngine.available)
    func foreignKeys(engine: TestEngine) async throws {
        let fixture = try await Fixture(engine)
        for offer in [
            Offer(title: "A", providerID: ID()), Offer(title: "A", providerID: fixture.provider.id, areaScope: [ID()]),
            Offer(title: "A", providerID: fixture.provider.id, sites: [OfferSite(facilityID: ID())]),
        ] {
            await #expect(throws: StorageError.self) {
                try await fixture.store.save(offer, by: Fixture.actor, at: Fixture.now)
            }
        }
        #expect(try await fixture.store.allOffers().isEmpty)
        #expect(try await fixture.store.lastChange() == 0)
    }

    @Test(
        "JSON that is none is not read",
        arguments: [
            "", "{", "[1,]", "{\"a\":1,}", "01", "1.", "nul", "\"\\ud800\"", "\"\u{1}\"", "[1] x", "{a:1}", "+1",
            String(repeating: "[", count: 5_000),
        ])
    func badJSON(text: String) { #expect(JSONValue(json: text) == nil) }

    @Test(
        "JSON that is some comes back as it was",
        arguments: ["{\"a\":[1,-2,3.5,true,null,\"ü\\n\\\"\\\\\"]}", "[]", "\"\\u0001\"", "0", "{}"])
    func goodJSON(text: String) { #expect(JSONValue(json: text)?.description == text) }
}
