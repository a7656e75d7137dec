import Practice
import PracticeTesting
import Prevention
import RoomTesting
import Testing
import Texts

@testable import Practices

@Suite("Programmheft") struct MagazineTests {
    static func facts(_ title: String, _ slug: String, towns: [Int], ages: AgeRange?) -> SheetFacts {
        var place = ChainPlace(ages: ages ?? .wholeChain)
        place.fields = [.education, .health]
        var practice = Practice(id: ID(), title: title, place: place)
        practice.municipalities = towns.map(Sample.town)
        return PracticeSheetTests.facts(practice, slug)
    }

    static func magazine(foreword: String = "") -> Magazine {
        var magazine = Magazine()
        magazine.foreword = foreword
        magazine.sheets = [
            facts("Zeitung", "zeitung", towns: [1], ages: AgeRange(0, 12)),
            facts("Ärzte", "aerzte", towns: [3, 2], ages: AgeRange(60, 84)),
            facts("Arbeit", "arbeit", towns: [2], ages: AgeRange(192, 324)),
        ]
        return magazine
    }

    @Test("each sheet has two pages after cover, contents and foreword; the index follows")
    func pages() {
        let magazine = Self.magazine()
        #expect(magazine.contents.map(\.page) == [3, 5, 7] && magazine.indexPage == 9)
        let withForeword = Self.magazine(foreword: "Guten Tag")
        #expect(withForeword.forewordPage == 3)
        #expect(withForeword.contents.map(\.page) == [4, 6, 8] && withForeword.indexPage == 10)
    }

    @Test("24 lines of contents fill a page, the 25th opens the next", arguments: [(24, 1, 3), (25, 2, 4), (64, 3, 5)])
    func contentsPages(count: Int, pages: Int, first: Int) {
        var magazine = Magazine()
        magazine.sheets = Array(repeating: Self.facts("A", "a", towns: [], ages: nil), count: count)
        #expect(magazine.contentsPages == pages && magazine.contents.first?.page == first)
        #expect(magazine.indexPage == first + 2 * count)
    }

    @Test("the index has words and titles in German order, and stages in the order of life")
    func index() {
        let magazine = Self.magazine()
        let towns = magazine.indexByPlace()
        #expect(towns.map(\.word) == ["Bielefeld", "Kamen", "Unna"])
        #expect(towns[1].places.map(\.title) == ["Arbeit", "Ärzte"] && towns[1].places.map(\.page) == [7, 5])
        let stages = magazine.indexByStage(Vocabulary(.german))
        #expect(
            stages.map(\.word) == [
                "Schwangerschaft & Geburt", "Rund um die Kita", "Grundschule bis weiterführende Schule",
                "Jugend & Beruf",
            ])
        #expect(magazine.indexByField(Vocabulary(.german)).map(\.word) == ["Bildung", "Gesundheit"])
    }

    @Test("German order: umlauts beside their vowels, ß as ss, marks and case do not count")
    func order() {
        let sorted = [
            "»achtung« – Kinder", "Ahlen", "Ärzte", "Arzt", "Mass", "Maß", "Masse", "Ökumene", "Olpe", "Zebra",
        ]
        #expect(
            sorted.shuffled().sorted(by: GermanOrder.precedes) == [
                "»achtung« – Kinder", "Ahlen", "Arzt", "Ärzte", "Mass", "Maß", "Masse", "Ökumene", "Olpe", "Zebra",
            ])
    }

    @Test("the magazine shows what was chosen, keeps what was typed and names what is too long")
    func route() async throws {
        let house = try await PracticeSheetTests.house()
        let empty = try await house.visitor.get("/praxis/magazin")
        #expect(empty.status == 200 && audit(empty.text) == [])
        #expect(empty.text.contains("Noch keine Praxis gewählt") && !empty.text.contains("leaf-cover"))
        let chosen = try await house.visitor.get(
            "/praxis/magazin?p=sprechstunde&p=besuch-nach-der-geburt&p=entwurf&p=x&titel=Heft+1&vorwort=Hallo")
        #expect(chosen.status == 200 && audit(chosen.text) == [])
        #expect(chosen.text.contains("id=\"sprechstunde\"") && chosen.text.contains("id=\"besuch-nach-der-geburt\""))
        #expect(!chosen.text.contains("id=\"entwurf\"") && chosen.text.contains("Heft 1"))
        let long = String(repeating: "a", count: Magazine.longestForeword + 1)
        let tooLong = try await house.visitor.get("/praxis/magazin?p=sprechstunde&vorwort=\(long)")
        #expect(tooLong.text.contains("Das sind 1.201 Zeichen, Platz ist für 1.200.") && tooLong.text.contains(long))
        #expect(!tooLong.text.contains("id=\"vorwort\""))
    }
}
