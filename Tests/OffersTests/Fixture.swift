import Areas
import Offers
import Prevention
import Storage
import StorageTesting

/// A small register: one area, one provider, two places, one full offer.
struct Fixture {
    static let migrations = AreaMigrations.all + OfferMigrations.all
    static let now = Instant("2026-05-04T08:00:00.000Z") ?? Instant(milliseconds: 0)
    static let today = now.berlinDay
    static let actor = AuditActor.user("test")

    let store: OfferStore
    var provider: Provider
    var open: Facility
    var hidden: Facility

    init(_ engine: TestEngine) async throws {
        let database = try await engine.database(Self.migrations)
        store = OfferStore(database: database)
        provider = try await store.save(
            Provider(name: "Familienbildung Musterstadt", kind: .welfareAssociation, email: "info@example.org"),
            by: Self.actor, at: Self.now)
        open = try await store.save(
            Facility(
                name: "Familienzentrum Nord", providerID: provider.id, kind: .familyCentre, street: "Nordring 1",
                postcode: "59423", town: "Unna", coordinate: Coordinate(latitude: 51.53, longitude: 7.69),
                accessibility: [.stepFree, .pram]), by: Self.actor, at: Self.now)
        hidden = try await store.save(
            Facility(
                name: "Haus Zuflucht", providerID: provider.id, kind: .adviceCentre, street: "Geheimer Weg 77",
                postcode: "59424", town: "Unna", coordinate: Coordinate(latitude: 51.54, longitude: 7.70),
                accessibilityNote: "Klingel Hinterhof", isAddressConfidential: true), by: Self.actor, at: Self.now)
    }

    func day(_ text: String) -> Day { Day(text) ?? Day(daysSince1970: 0) }

    /// Everything that can be stated is stated.
    func fullOffer() -> Offer {
        let tuesdays = Schedule(
            start: day("2026-01-06"), from: WallTime("9"), to: WallTime("11:30"),
            rule: RecurrenceRule("FREQ=WEEKLY;BYDAY=TU"), exceptions: [day("2026-05-05")],
            holidayRule: .notInSchoolHolidays, note: "im Café")
        let contact = OfferContact(label: "Sekretariat", email: "kontakt@example.org", phone: "0000 1", consent: [.web])
        let secret = OfferContact(label: "Leitung", email: "leitung@example.org", phone: "0000 2", consent: [.inquiry])
        return Offer(
            title: "Krabbelgruppe „Kleine Füße“", summary: "Spielen und reden. Kommen Sie einfach vorbei.",
            description: "Zeile 1\nZeile 2", providerID: provider.id, ageRange: AgeRange(-3, 36),
            fields: [.health, .education], topics: ["Krabbelgruppe", "Stillen"], settings: [.familyCentre],
            targetGroups: [.parents, .child], audience: "Eltern mit Babys", accessMode: .come, tier: .universal,
            languages: ["de", "tr"], hasInterpreter: true,
            cost: OfferCost(.amount, amount: Euro(cents: 250), per: "Termin", note: "bar", isEducationPackage: true),
            registration: Registration(.needed, link: "https://example.org/a", phone: "0000 3"), needsReferral: false,
            legalBasis: ["SGB VIII § 16"], fundingNote: "bis 2027",
            capacity: Capacity(total: 12, free: 3, waitingWeeks: 2, asOf: day("2026-04-01")), reachPerYear: 80,
            sites: [
                OfferSite(facilityID: open.id, schedules: [tuesdays], contact: contact, note: "1. Stock"),
                OfferSite(facilityID: hidden.id, note: "Treffpunkt Laterne"),
            ],
            schedules: [Schedule(purpose: .hours, start: day("2026-02-28"))], contacts: [contact.copy, secret],
            website: "https://example.org", status: .active, visibleFrom: day("2026-01-01"),
            visibleTo: day("2026-12-31"),
            alert: "Am 5. Mai geschlossen.", check: OfferCheck(on: day("2026-03-01"), by: .phone, method: "Anruf"),
            sources: [Source(document: "Fachbericht", section: "Unna")],
            external: ExternalKey(origin: "test", key: "a-1"), internalNote: "Rückfrage offen")
    }
}

extension OfferContact {
    /// The same contact as another record.
    var copy: OfferContact { OfferContact(label: label, email: email, phone: phone, consent: consent) }
}
