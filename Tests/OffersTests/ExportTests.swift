import Offers
import Prevention
import Storage
import StorageTesting
import Tables
import Testing

@Suite("Ausgabe") struct ExportTests {
    private static let secrets = [
        "Geheimer Weg", "Haus Zuflucht", "59424", "51.54", "Klingel Hinterhof", "Treffpunkt Laterne",
        "leitung@example.org",
        "0000 2",
    ]

    private func details(_ fixture: Fixture) async throws -> [OfferDetail] {
        var hiddenOnly = fixture.fullOffer()
        hiddenOnly = Offer(
            title: "Schutz", providerID: fixture.provider.id,
            sites: [
                OfferSite(
                    facilityID: fixture.hidden.id,
                    contact: OfferContact(label: "x", email: "leitung@example.org", consent: []),
                    note: "Treffpunkt Laterne")
            ], status: .active)
        try await fixture.store.save(fixture.fullOffer(), by: Fixture.actor, at: Fixture.now)
        try await fixture.store.save(hiddenOnly, by: Fixture.actor, at: Fixture.now)
        return try await fixture.store.details(ids: nil)
    }

    @Test("confidential addresses and contacts without consent are in no file", arguments: [false, true])
    func secretsStayInside(isInternal: Bool) async throws {
        let fixture = try await Fixture(.sqlite)
        let export = OfferExport(try await details(fixture), isInternal: isInternal)
        for file in [export.csv(), export.csv(mark: true), export.json()] {
            let text = String(decoding: file, as: UTF8.self)
            #expect(text.contains("Schutz") && text.contains("Kleine Füße") && text.contains("Nordring 1"))
            for secret in Self.secrets { #expect(!text.contains(secret), "\(secret)") }
            #expect(text.contains("SGB VIII § 16") == isInternal)
            #expect(text.contains("Rückfrage offen") == isInternal)
        }
    }

    @Test("summaries and published details hold nothing confidential")
    func published() async throws {
        let fixture = try await Fixture(.sqlite)
        for detail in try await details(fixture) {
            for channel in [OfferContact.Channel.web, .print] {
                let text = "\(detail.published(for: channel)) \(OfferSummary(detail, today: Fixture.today))"
                for secret in Self.secrets { #expect(!text.contains(secret), "\(secret)") }
            }
        }
    }

    @Test("reading our own table back changes nothing")
    func roundTrip() async throws {
        let fixture = try await Fixture(.sqlite)
        var offer = fixture.fullOffer()
        offer.sites = [OfferSite(facilityID: fixture.open.id)]
        offer.external = ExternalKey(origin: "runde", key: "=1+1")
        offer.title = "-Minus & \"Zeichen\"; und\u{A0}mehr"
        offer.description = "@nachricht\nzweite Zeile;"
        offer.contacts = [offer.contacts[0]]
        offer.schedules = [
            Schedule(
                start: fixture.day("2026-01-06"), from: WallTime("9"), to: WallTime("11:30"),
                rule: RecurrenceRule("FREQ=WEEKLY;BYDAY=TU,TH"), holidayRule: .notInSchoolHolidays)
        ]
        offer.sources = [Source(document: "Liste", section: "")]
        offer.check = OfferCheck(on: fixture.day("2026-03-01"), by: .town, method: "Liste")
        let stored = try await fixture.store.save(offer, by: Fixture.actor, at: Fixture.now)
        let file = OfferExport(try await fixture.store.details(ids: nil), isInternal: true).csv(mark: true)
        let report = try await OfferImport(store: fixture.store, mapping: OfferMapping(origin: "runde")).run(
            file: "a.csv", bytes: file, by: Fixture.actor, at: Fixture.now.adding(seconds: 9))
        #expect(report.problems.isEmpty)
        #expect(report.unchanged == 1)
        #expect(try await fixture.store.allOffers() == [stored])
    }

    @Test(
        "cells that a program would run become text, numbers stay numbers",
        arguments: [
            ("=cmd|'/C calc'!A0", "'=cmd|'/C calc'!A0"), ("+49 2303", "'+49 2303"), ("@SUM(A1)", "'@SUM(A1)"),
            ("-9", "-9"),
            ("-2,5", "-2,5"), ("-", "'-"), ("-1+1", "'-1+1"), ("\t=1", "'\t=1"), ("Text", "Text"), ("", ""),
        ])
    func formulas(cell: String, expected: String) { #expect(CSVWriter.harmless(cell) == expected) }
}
