import Areas
import Foundation
import ModelProject
import Practice
import Prevention
import Testing
import Workflow

@Suite("Gute Praxis des Modellvorhabens lesen") struct PracticeReaderTests {
    static let folder = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
        .deletingLastPathComponent().appending(path: "Examples/model-project")

    let items: [PracticeReader.Item]

    init() throws { items = try PracticeReader(folder: Self.folder).practices() }

    private func practice(_ slug: String) throws -> Practice {
        try #require(items.first { $0.slug == slug }).practice
    }

    /// Every text and number of the source, by the key of its practice.
    private func raw() throws -> [String: [String: Any]] {
        let data = try Data(contentsOf: Self.folder.appending(path: "practices.json"))
        let list = try #require(try JSONSerialization.jsonObject(with: data) as? [[String: Any]])
        return Dictionary(
            uniqueKeysWithValues: list.compactMap { item in
                (item["id"] as? String).map { ($0, item) }
            })
    }

    @Test("all 64 arrive, each with its municipality, its source, an address and a key of its own")
    func all() throws {
        #expect(items.count == 64)
        #expect(Set(items.map(\.slug)).count == 64 && Set(items.map(\.practice.id)).count == 64)
        for item in items {
            #expect(!item.practice.municipalities.isEmpty && !item.practice.sources.isEmpty, "\(item.slug)")
            #expect(!item.practice.place.fields.isEmpty && !item.practice.lead.isEmpty, "\(item.slug)")
            #expect(item.practice.id == PracticeReader.id(item.slug))
        }
    }

    @Test("nothing the source tells is lost: every text and every figure is in the entry")
    func nothingLost() throws {
        let raw = try raw()
        for item in items {
            let source = try #require(raw[item.slug])
            let kept = texts(item.practice).joined(separator: "\n")
            let ignored: Set = [
                "id", "kind", "collections", "life_stages", "municipality_ids", "standards_met",
                "standards_basis", "related_practice_ids", "network_ids", "offer_ids", "source", "key_figures",
            ]
            for (key, value) in source where !ignored.contains(key) {
                for text in strings(value) { #expect(kept.contains(text), "\(item.slug) \(key): \(text)") }
            }
            let figures = (source["key_figures"] as? [[String: Any]]) ?? []
            let told = try #require(item.practice.background)
            #expect(told.figures.count == figures.count)
            for (figure, read) in zip(figures, told.figures) {
                #expect(read.label == figure["label"] as? String && read.year == figure["year"] as? Int)
                #expect(read.value == (figure["value"] as? NSNumber)?.doubleValue)
                #expect(read.unit == figure["unit"] as? String ?? "" && read.note == figure["note"] as? String ?? "")
            }
            #expect(item.practice.since == source["start_year"] as? Int)
            #expect(told.form?.rawValue == source["kind"] as? String)
            #expect(told.standards.count == strings(source["standards_met"] ?? []).count)
            let links = strings(source["related_practice_ids"] ?? []) + strings(source["network_ids"] ?? [])
            #expect(Set(links).isSubset(of: told.links.map(\.key)), "\(item.slug)")
            #expect(item.practice.sources.count == (source["source"] as? [Any])?.count)
        }
    }

    @Test("nothing is invented: every text of the entry stands in the files of the source")
    func nothingInvented() throws {
        let names = ["practices", "standards", "networks", "transfer"]
        let files = try names.map {
            try String(contentsOf: Self.folder.appending(path: $0 + ".json"), encoding: .utf8)
        }.joined().replacing("\\\"", with: "\"")
        for item in items {
            let practice = item.practice
            let told = try #require(practice.background)
            let said =
                practice.titles.values.map { $0 } + [practice.lead, practice.effort.funding]
                + practice.initiator.split(separator: ", ").map(String.init) + practice.partners
                + practice.successFactors + practice.documents.map(\.title) + practice.outcomes.map(\.indicator)
                + practice.adopters.map(\.story) + told.aliases + told.topics + told.audience + told.locations
                + told.languages + told.achieved + told.standards + [told.area, told.ageNote, told.evaluation]
                + [told.costForFamilies, told.state]
            for text in said where !text.isEmpty { #expect(files.contains(text), "\(item.slug): \(text)") }
            #expect(practice.stumblingBlocks.isEmpty && practice.need.isEmpty && practice.goal.isEmpty)
            #expect(practice.elements.isEmpty && practice.steps.isEmpty && practice.contact == PracticeContact())
        }
    }

    @Test("FamoS reached 774 of 977 births in 2015; no other practice counts both")
    func reach() throws {
        #expect(try practice("kreis-unna-famos").reach == PracticeReach(count: 774, of: 977, year: 2015))
        #expect(items.filter { $0.practice.reach != nil }.count == 1)
    }

    @Test("levels never go beyond the source, carry its year, and have run out since")
    func evidence() throws {
        let today = try #require(Day("2026-11-21"))
        for item in items {
            let practice = item.practice
            let trust = try #require(practice.trust)
            let readiness = try #require(practice.readiness)
            #expect(trust.isExpired(on: today) && readiness.isExpired(on: today), "\(item.slug)")
            #expect(trust.level == .selfReport || trust.level == .specialistOffice)
            #expect(readiness.level <= .writtenDown)
            #expect((readiness.level == .writtenDown) == !practice.documents.isEmpty)
            for outcome in practice.outcomes {
                #expect(outcome.effect.level == .tried || outcome.effect.level == .idea)
                #expect(outcome.effect.level == .idea || outcome.finding.contains { $0.isNumber })
                #expect(!outcome.source.isEmpty && !outcome.effect.criterion.isEmpty)
            }
            let years = Set([trust.day.year, readiness.day.year])
            #expect(years.isSubset(of: [2011, 2013, 2014, 2016]), "\(item.slug)")
        }
        #expect(try practice("unna-keep").trust?.day.year == 2011)
        #expect(try practice("kreis-unna-famos").outcomes.first?.effect.level == .tried)
    }

    @Test("ages the source does not state are marked as derived from the life stages")
    func ages() throws {
        let famos = try practice("kreis-unna-famos")
        #expect(famos.place.ages == AgeRange(-9, 12) && famos.background?.ages == .stated)
        let kita = try practice("duesseldorf-kita-eingangsuntersuchung")
        #expect(kita.place.ages == AgeRange(12, 72) && kita.background?.ages == .derived)
        #expect(try practice("kamen-kontaktstelle-kindergesundheit").background?.ages == .partlyDerived)
        let bases = Dictionary(grouping: items.compactMap(\.practice.background), by: \.ages).mapValues(\.count)
        #expect(bases == [.stated: 24, .partlyDerived: 2, .derived: 38])
    }

    @Test("Bielefeld took the examination of new Kita children over from Düsseldorf and adapted it")
    func adopter() throws {
        let adopters = try practice("duesseldorf-kita-eingangsuntersuchung").adopters
        let bielefeld = try #require(AreaKey(official: "05711"))
        #expect(adopters.map(\.municipality) == [ID(key: bielefeld)])
        #expect(adopters.first?.since == 2015 && adopters.first?.result == .adapted)
        #expect(items.filter { !$0.practice.adopters.isEmpty }.count == 1)
    }

    @Test(
        "every link leads to a practice, a network or a public offer; no entry holds a mail address or a phone number")
    func links() throws {
        let slugs = Set(items.map(\.slug))
        for item in items {
            for link in item.practice.background?.links ?? [] where link.kind == .practice {
                #expect(slugs.contains(link.key))
            }
            let text = texts(item.practice).joined(separator: " ")
            #expect(!text.contains("@") && text.firstMatch(of: /0\d{3,4}[ \/-]\d{4,}/) == nil, "\(item.slug)")
        }
        #expect(items.contains { $0.practice.background?.links.contains { $0.kind == .offer } ?? false })
    }

    @Test("the status is only what the source says")
    func status() throws {
        #expect(try practice("kreis-warendorf-cafe-kinderwagen").status == .standard)
        #expect(try practice("unna-kooperativer-kinderschutz").status == .ended(why: ""))
        #expect(try practice("bielefeld-fit-fuer-die-schule").status == .pilot)
        #expect(items.filter { $0.practice.status == .notStated }.count == 58)
    }

    // MARK: Reading

    private func strings(_ value: Any) -> [String] {
        if let text = value as? String { return [text] }
        return (value as? [String]) ?? []
    }

    /// All texts and years of an entry.
    private func texts(_ practice: Practice) -> [String] {
        let told = practice.background ?? PracticeBackground()
        return practice.titles.values.map { $0 } + [practice.lead, practice.initiator, practice.effort.funding]
            + practice.partners + practice.successFactors + practice.documents.map(\.title) + practice.sources
            + practice.outcomes.flatMap { [$0.indicator, $0.finding] } + told.aliases + told.topics + told.audience
            + told.locations + told.languages + told.achieved + told.standards
            + [told.area, told.ageNote, told.period, told.state, told.costForFamilies, told.evaluation]
    }
}
