package import Practice
package import Prevention
import Workflow

/// Beispiel: a complete entry for tests, and keys that are the same for the same number.
package enum Sample {
    /// The day on which tests take place.
    package static let today = day("2026-03-01")

    /// 1970-01-01 where the text is no day.
    package static func day(_ text: String) -> Day { Day(text) ?? Day(daysSince1970: 0) }

    /// Noon of a day in UTC.
    package static func noon(_ text: String) -> Instant { Instant("\(text)T12:00:00Z") ?? Instant(milliseconds: 0) }

    /// The same key for the same number.
    package static func town(_ number: Int) -> ID<Area> {
        ID(bytes: [UInt8](repeating: 7, count: 15) + [UInt8(truncatingIfNeeded: number)]) ?? ID()
    }

    /// An account by its name.
    package static func user(_ name: String) -> Reference { Reference(.user, name) }

    /// Nothing is missing in it.
    package static let practice: Practice = {
        var place = ChainPlace(ages: AgeRange(-9, 36) ?? .wholeChain)
        place.fields = [.health, .childAndYouthWelfare]
        place.targetGroups = [.parents, .expectantParents]
        place.access = [.outreach]
        place.settings = [.maternityClinic, .home]
        place.strategies = [.outreach, .strengthenParents]
        place.transition = .birth
        var practice = Practice(
            id: ID(bytes: [UInt8](repeating: 3, count: 16)) ?? ID(), title: "Besuch nach der Geburt", place: place)
        practice.municipalities = [town(1)]
        practice.lead = "Eine Lotsin besucht jede Familie in der Geburtsklinik."
        practice.need = "Familien kennen die Hilfen nicht."
        practice.goal = "Jede Familie hat ein Gespräch."
        practice.effectModel = EffectModel(input: "Eine Lotsin", output: "Gespräche", outcome: "Hilfen werden genutzt")
        practice.elements = [
            PracticeElement(key: "visit", text: "Besuch in der Klinik", isCore: true),
            PracticeElement(key: "free", text: "Freiwillig und kostenlos", isCore: true),
            PracticeElement(key: "folder", text: "Mappe mit Adressen", isCore: false),
        ]
        practice.steps = ["Klinik gewinnen", "Lotsin einstellen", "Beginnen"]
        practice.reach = PracticeReach(count: 774, of: 977, year: 2015)
        practice.effort.costPerYear = Euro(cents: 6_000_000)
        practice.effort.isDurable = true
        practice.since = 2012
        practice.status = .standard
        practice.successFactors = ["Chefarzt überzeugt", "Feste Zeiten", "Wertschätzender Ton"]
        practice.stumblingBlocks = ["Wochenenden", "Datenschutz", "Wechsel im Team"]
        practice.outcomes = [
            PracticeOutcome(
                indicator: "Beratene Mütter", finding: "79,2 %",
                effect: Graded(.tried, criterion: "Reichweite gezählt", on: day("2025-06-01")), source: "Bericht 2015")
        ]
        practice.readiness = Graded(.transferredOnce, criterion: "Eine Kommune mit Nachschau", on: day("2025-06-01"))
        practice.trust = Graded(.selfReport, criterion: "Eigene Angabe", on: day("2025-06-01"))
        practice.adopters = [
            Adopter(
                municipality: town(2), kind: .town, since: 2018, result: .stopped,
                story: "Nach zwei Jahren ohne Klinik beendet", followedUp: day("2021-05-01")),
            Adopter(municipality: town(3), kind: .city, since: 2022, result: .works, story: "Läuft in zwei Kliniken"),
        ]
        practice.documents = [PracticeDocument(title: "Konzept", licence: "CC BY 4.0", address: nil)]
        practice.contact = PracticeContact(role: "Koordination Frühe Hilfen", office: "Jugendamt")
        return practice
    }()
}
