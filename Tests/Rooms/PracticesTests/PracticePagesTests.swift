import Areas
import Foundation
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
import Workflow

@Suite("Seiten der guten Praxis") struct PracticePagesTests {
    /// A house with a complete practice, one that failed, and one of which only the source is known.
    struct PracticeHouse {
        let house: TestHouse

        init(_ engine: TestEngine, ports: PracticePorts = .none) async throws {
            house = try await TestHouse(engine, migrations: AreaMigrations.all + PracticesRoom.migrations) { parts in
                [
                    try PracticesRoom(
                        database: parts.database, areas: AreaDirectory(AreaStore(database: parts.database)),
                        ports: ports)
                ]
            }
            let names = [("Unna", "05978036"), ("Kamen", "05978020"), ("Selm", "05978032")]
            let areas = try names.map { name, key in
                let key = try #require(AreaKey(official: key))
                return Area(id: ID(key: key), key: key, level: .municipality, parentID: nil, name: name)
            }
            _ = try await AreaStore(database: house.database).save(areas, by: .system("test"), at: TestHouse.start)
            try await PracticeStore(database: house.database).load(
                Self.practices(areas), origin: "test", by: .system("test"), at: TestHouse.start)
        }

        private static func practices(_ areas: [Area]) -> [LoadedPractice] {
            var full = Sample.practice
            full.municipalities = [areas[0].id]
            full.adopters = zip(full.adopters, areas.dropFirst()).map { adopter, area in
                Adopter(
                    municipality: area.id, kind: adopter.kind, since: adopter.since, result: adopter.result,
                    story: adopter.story, followedUp: adopter.followedUp)
            }
            var failed = Practice(id: key(1), title: "Familien-App <neu>", place: full.place)
            failed.municipalities = [areas[1].id]
            failed.status = .failed(why: "Niemand nutzte sie.")
            failed.titles["en"] = "Family app"
            var told = Practice(id: key(2), title: "Elterncafé", place: ChainPlace(ages: .wholeChain))
            told.municipalities = [areas[2].id]
            told.lead = "Ein Café für Eltern."
            told.status = .notStated
            told.sources = ["Fachbericht der 18 Modellkommunen, September 2013"]
            told.background = background
            return [
                LoadedPractice(full, slug: "besuch", isInvented: true),
                LoadedPractice(failed, slug: "app", isInvented: true), LoadedPractice(told, slug: "cafe"),
            ]
        }

        private static func key(_ number: UInt8) -> ID<Practice> {
            ID(bytes: [UInt8](repeating: 9, count: 15) + [number]) ?? ID()
        }

        private static var background: PracticeBackground {
            var told = PracticeBackground()
            told.form = .offer
            told.ages = .derived
            told.aliases = ["Brücke"]
            told.topics = ["Familienbildung"]
            told.audience = ["Eltern mit kleinen Kindern"]
            told.locations = ["Quartier"]
            told.standards = ["Soziale Inklusion"]
            told.languages = ["Deutsch", "Türkisch"]
            told.figures = [
                PracticeFigure(label: "Standorte", value: 24, unit: "Standorte", year: 2016, note: "Zeitbezug offen")
            ]
            told.links = [
                PracticeLink(.practice, key: "besuch", title: "Besuch nach der Geburt"),
                PracticeLink(.network, key: "netz", title: "Netz Frühe Hilfen"),
                PracticeLink(.offer, key: "7", title: "Café am Markt"),
            ]
            return told
        }
    }

    @Test(
        "the list names each practice with its municipality, its levels and how many there are",
        arguments: TestEngine.available)
    func list(engine: TestEngine) async throws {
        let page = try await PracticeHouse(engine).house.visitor.get("/praxis")
        #expect(page.status == 200 && audit(page.text) == [])
        #expect(page.text.contains("3 Praxen") && page.text.contains("href=\"/praxis/besuch\""))
        #expect(page.text.contains("Unna") && page.text.contains("gescheitert") && page.text.contains("erfunden"))
        #expect(page.text.contains("Reichweite gezählt"), "the criterion stands on the card")
        #expect(page.text.contains("Familien-App &lt;neu&gt;"))
    }

    @Test("a page shows all of an entry; of what the source is silent about it says so")
    func pages() async throws {
        let visitor = try await PracticeHouse(.sqlite).house.visitor
        let full = try await visitor.get("/praxis/besuch")
        #expect(full.status == 200 && audit(full.text) == [])
        let practice = Sample.practice
        let lists = [
            practice.elements.map(\.text), practice.steps, practice.successFactors, practice.stumblingBlocks,
            practice.adopters.map(\.story), practice.documents.map(\.title),
            [practice.need, practice.goal, practice.lead, practice.contact.role, practice.effectModel.outcome],
        ]
        for text in lists.flatMap({ $0 }) { #expect(full.text.contains(text), "\(text)") }
        #expect(full.text.contains("Erreicht: 774 von 977 im Jahr 2015, das sind 79"))
        #expect(full.text.contains("aufgehört") && full.text.contains("CC BY 4.0") && full.text.contains("60.000"))
        let told = try await visitor.get("/praxis/cafe").text
        #expect(audit(told) == [])
        for text in [
            "Die Quelle nennt keine Stolpersteine.", "Die Quelle nennt kein Ergebnis.",
            "Das Alter nennt die Quelle nicht.", "Zeitbezug offen", "Brücke", "href=\"/netze/netz\"",
            "href=\"/angebote/7\"", "href=\"/praxis/besuch\"", "Türkisch", "Soziale Inklusion",
        ] { #expect(told.contains(text), "\(text)") }
        let failed = try await visitor.get("/praxis/app").text
        #expect(audit(failed) == [] && failed.contains("Gescheitert: Niemand nutzte sie."))
    }

    @Test("pages speak both languages, titles where they are translated")
    func english() async throws {
        let visitor = try await PracticeHouse(.sqlite).house.visitor
        for address in ["/en/praxis", "/en/praxis/besuch", "/en/praxis/app"] {
            let page = try await visitor.get(address)
            #expect(page.status == 200 && audit(page.text) == [], "\(address)")
        }
        #expect(try await visitor.get("/en/praxis/app").text.contains("<h1>Family app</h1>"))
        #expect(try await visitor.get("/en/praxis/besuch").text.contains("<h1 lang=\"de\">"))
    }

    @Test("an unknown address, a draft and a broken question are answered plainly", arguments: TestEngine.available)
    func badInput(engine: TestEngine) async throws {
        let visitor = try await PracticeHouse(engine).house.visitor
        #expect(try await visitor.get("/praxis/gibt-es-nicht").status == 404)
        #expect(try await visitor.get("/praxis/gibt-es-nicht/praxis.json").status == 404)
        for query in [
            "seite=-1", "seite=99999999999999999999", "von=x", "phase=%3Cb%3E", "fuer=%2F..", "luecke=//x",
            "q=%22%3B--",
        ] {
            let page = try await visitor.get("/praxis?" + query)
            #expect(page.status == 200 && audit(page.text) == [], "\(query)")
            #expect(!page.text.contains("<b>\""))
        }
    }

    @Test("coming from a gap the list says so and leads back, also from the practice")
    func gap() async throws {
        let visitor = try await PracticeHouse(.sqlite).house.visitor
        let query = "?phase=pregnancy_birth&feld=health&fuer=05978036&luecke=05978/luecken/kita/bildung/05978036~2"
        let list = try await visitor.get("/praxis" + query).text
        #expect(list.contains("Sie suchen zu einer Lücke: Schwangerschaft &amp; Geburt, Gesundheit in Unna."))
        #expect(list.contains("href=\"/kette/05978/luecken/kita/bildung/05978036~2\""))
        #expect(list.contains("/praxis/besuch?fuer=05978036&amp;luecke="), "cards keep it")
        let page = try await visitor.get("/praxis/besuch" + query).text
        #expect(page.contains("href=\"/kette/05978/luecken/kita/bildung/05978036~2\""))
        for text in [page, list] {
            #expect(text.contains("Suchen Sie Hilfe für Ihre Familie?"), "whoever looks for help is shown the way")
        }
    }

    @Test("whoever comes from a gap takes it along to the request and to the check")
    func alongTheThread() async throws {
        let ports = PracticePorts(pages: Set(PracticePage.allCases))
        let house = try await PracticeHouse(.sqlite, ports: ports).house
        let path = "/praxis/besuch?fuer=05978036&luecke=05978/luecken/kita/bildung/05978036~2"
        let request = "/boerse/gesuche/neu?praxis=besuch&amp;phase=kita&amp;feld=bildung&amp;gebiet=05978036"
        let page = try await house.signIn(.init(.coordinator, area: "05978036")).get(path).text
        #expect(page.contains(request) && page.contains("/kontext/abgleich?praxis=besuch&amp;nach=05978036"))
        #expect(!page.contains("Suchen Sie Hilfe für Ihre Familie?"))
        let open = try await house.visitor.get(path).text
        #expect(open.contains("href=\"/kontext/praxis/besuch\"") && !open.contains("/kontext/abgleich"))
    }

    @Test("other rooms are linked only where they are; what they know is shown")
    func ports() async throws {
        let plain = try await PracticeHouse(.sqlite).house.visitor.get("/praxis/besuch").text
        for path in ["/boerse", "/kontext", "/lernnetz"] { #expect(!plain.contains(path)) }
        let condition = PracticeCondition("Klinik am Ort", why: "Dort beginnt das Gespräch", isConstitutive: true)
        let house = try await PracticeHouse(
            .sqlite,
            ports: PracticePorts(
                coaching: { _ in [Sample.practice.id] },
                fit: { _ in [Sample.practice.id: PracticeFit(met: 1, of: 2)] }, conditions: { _ in [condition] },
                pages: Set(PracticePage.allCases)))
        let page = try await house.house.visitor.get("/praxis/besuch?fuer=05978036").text
        for text in [
            "/praxis/besuch/blatt",
            "/boerse/gesuche/neu?praxis=besuch", "/kontext/praxis/besuch", "Klinik am Ort",
            "1 von 2 unverzichtbaren Bedingungen in Unna erfüllt", "/lernnetz/gespraech/practice/",
        ] { #expect(page.contains(text), "\(text)") }
        for path in ["/praxis/besuch/pruefung", "/praxis/besuch/fassungen"] {
            #expect(!page.contains(path), "only who has a role there")
        }
        #expect(audit(page) == [])
        let list = try await house.house.visitor.get("/praxis?coaching=frei&passt=wenige&fuer=05978036").text
        #expect(list.contains("1 Praxis") && list.contains("in diesem Halbjahr frei"))
    }

    @Test("the list can be taken along as a table and as JSON, with the same question")
    func files() async throws {
        let visitor = try await PracticeHouse(.sqlite).house.visitor
        let table = try await visitor.get("/praxis/tabelle.csv?status=failed").text
        #expect(table.split(separator: "\r\n").count == 2 && table.contains("Familien-App"))
        let json = try await visitor.get("/praxis/tabelle.json?status=failed").bytes
        let object = try #require(try JSONSerialization.jsonObject(with: Data(json)) as? [String: Any])
        #expect((object["practices"] as? [[String: Any]])?.first?["address"] as? String == "/praxis/app")
        let one = try await visitor.get("/praxis/besuch/praxis.json").bytes
        #expect(try PracticeJSON.decode(Data(one)).title == Sample.practice.titles["de"])
    }

    @Test("a practice that is written while the house is open is found at once", arguments: TestEngine.available)
    func fresh(engine: TestEngine) async throws {
        let practices = try await PracticeHouse(engine)
        #expect(try await practices.house.visitor.get("/praxis").text.contains("3 Praxen"))
        var more = Sample.practice
        more = Practice(id: ID(), title: "Noch eine", place: more.place)
        more.municipalities = Sample.practice.municipalities
        try await PracticeStore(database: practices.house.database).load(
            [LoadedPractice(more)], origin: "mehr", by: .system("test"), at: TestHouse.start)
        practices.house.time.advance(seconds: 5)
        #expect(try await practices.house.visitor.get("/praxis").text.contains("4 Praxen"))
    }
}

extension Practice {
    fileprivate var title: String? { titles["de"] }
}
