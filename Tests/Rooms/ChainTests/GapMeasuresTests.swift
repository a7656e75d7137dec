import Areas
import Indicators
import Prevention
import Similarity
import Testing
import Texts

@testable import Chain

@Suite("Drei Arten, die Lücke zu messen") struct GapMeasuresTests {
    /// Children 400, 300, 200, 100; the offers of each part stay there.
    private func sample(_ offers: (inout GapSample) -> Void) throws -> GapSample {
        var sample = try GapSample()
        try sample.standard()
        offers(&sample)
        return sample
    }

    @Test("absolute: children × target − places; offers without places make it an upper bound")
    func absolute() throws {
        let sample = try sample {
            $0.offer("A", places: 60, scope: [0])
            $0.offer("B", places: nil, scope: [1])
        }
        let gaps = sample.gaps()
        let first = try #require(gaps[.aroundKita, .education, sample.districts[0].id])
        let known = try #require(GapAbsolute(first, target: 25))
        #expect(known.wanted == 100 && abs(known.gap - 40) < 1e-9 && !known.isUpperBound)
        let second = try #require(gaps[.aroundKita, .education, sample.districts[1].id])
        #expect(try #require(GapAbsolute(second, target: 10)).isUpperBound)
        #expect(GapAbsolute(first, target: nil) == nil)
    }

    @Test("reach: taken places out of all children; silent offers make it a lower bound, none at all unknown")
    func reach() throws {
        let sample = try sample {
            $0.offer("A", places: 60, scope: [0], free: 15)
            $0.offer("B", places: 20, scope: [0], free: 0)
            $0.offer("C", places: 30, scope: [1])
            $0.offer("D", places: 10, scope: [2], free: 4)
            $0.offer("E", places: nil, scope: [2])
        }
        let gaps = sample.gaps()
        let supply = gaps.basis.group(.aroundKita, .education).supply
        let reached = try sample.districts.enumerated().map { number, area in
            GapReached(try #require(gaps[.aroundKita, .education, area.id]), supply, part: number)
        }
        let first = try #require(reached[0])
        #expect(abs(first.used - 65) < 1e-9 && abs(first.places - 80) < 1e-9 && first.eligible == 400)
        #expect(abs(first.gap - 335) < 1e-9 && abs(first.share - 16.25) < 1e-9 && !first.isLowerBound)
        #expect(reached[1] == nil && reached[3] == nil)
        let third = try #require(reached[2])
        #expect(abs(third.used - 6) < 1e-9 && third.isLowerBound && third.silent == 1 && third.offers == 1)
    }

    @Test("more free places than there are say nothing")
    func impossible() throws {
        let sample = try sample { $0.offer("A", places: 10, scope: [0], free: 11) }
        let gaps = sample.gaps()
        let cell = try #require(gaps[.aroundKita, .education, sample.districts[0].id])
        #expect(GapReached(cell, gaps.basis.group(.aroundKita, .education).supply, part: 0) == nil)
    }
}

@Suite("Praxis aus ähnlichen Kommunen") struct GapPracticesTests {
    /// A Kreis with four towns; A and B are alike, then C, then D.
    private struct Land {
        let tree: AreaTree
        let towns: [Area]
        let district: Area
        var context: [PublishedSeries] = []

        init() throws {
            let kreis = try GapSample.area("05978", .kreis, nil, "Kreis Unna")
            towns = try ["A", "B", "C", "D"].enumerated().map {
                try GapSample.area("0597800\($0 + 1)", .municipality, kreis, $1)
            }
            district = try GapSample.area("05978001/1", .district, towns[0], "Nord")
            tree = AreaTree([kreis, district] + towns)
            context = [try series("armut", [10, 11, 20, 40]), try series("zuzug", [5, 9, 5.5, 30])]
        }

        func series(_ key: String, _ values: [Double?]) throws -> PublishedSeries {
            let year = try #require(Period(year: 2024))
            let cells = zip(towns, values).map {
                ($0.id, PublishedValue(state: $1 == nil ? .notAvailable : .available, value: $1))
            }
            return PublishedSeries(
                Indicator(id: ID(), key: key, name: key, kind: .context, measure: .share(per: 100)),
                [year: Dictionary(uniqueKeysWithValues: cells)])
        }
    }

    private let practices = [
        ChainPractice(key: "1", title: "Eins", places: ["D"]), ChainPractice(key: "2", title: "Zwei", places: ["X"]),
        ChainPractice(key: "3", title: "Drei", places: ["B", "X"]),
        ChainPractice(key: "4", title: "Vier", places: ["A"]),
    ]

    @Test("the likest municipality comes first with what it differs in, and nothing is left out")
    func order() throws {
        let land = try Land()
        let found = GapPractices(practices, for: land.district, land.tree, context: land.context)
        #expect(found.town?.name == "A" && found.similar?.areas.map(\.name) == ["B", "C", "D"])
        #expect(found.items.map(\.practice.key) == ["3", "1", "2", "4"])
        #expect(found.items[0].similar?.closeness == .close)
        #expect(found.items[0].similar?.differing.map(\.key) == ["zuzug", "armut"])
        #expect(found.items[1].similar?.closeness == .different && found.items[2].similar == nil)
    }

    @Test("the reason says how near a municipality is, what it differs in and what is not known there")
    func reason() throws {
        var land = try Land()
        land.context.append(try land.series("wohnen", [1, nil, 2, 3]))
        let texts = try TextCatalogue<ChainTexts>(
            german: PackageResources.de_json, [.english: PackageResources.en_json])
        let found = GapPractices(practices, for: land.district, land.tree, context: land.context)
        let reasons = { (language: Language) in
            found.items.map { gapPracticeReason($0, found.town, GapWords(texts[language], language)) }
        }
        #expect(
            reasons(.german) == [
                "ähnlich; am ehesten verschieden in: zuzug und armut; dort nicht bekannt: wohnen",
                "unter den nächsten, aber wenig ähnlich; am ehesten verschieden in: armut, zuzug und wohnen",
                "passt nach Alter und Feld", "aus der eigenen Kommune",
            ])
        #expect(reasons(.english)[0] == "similar; differs most in: zuzug and armut; not known there: wohnen")
        for language in [Language.german, .english] {
            let words = texts[language].gaps.practices.closeness
            #expect(Set(words.keys) == Set(Neighbour.Closeness.allCases.map(\.rawValue)))
        }
    }

    @Test("without published circumstances the order is that of the titles")
    func none() throws {
        let land = try Land()
        let found = GapPractices(practices, for: land.district, land.tree, context: [])
        #expect(found.items.map(\.practice.key) == ["1", "2", "3", "4"] && found.similar?.areas.isEmpty == true)
    }

    @Test("an index or a mean is no circumstance of its own")
    func noIndices() {
        #expect(!SimilarAreas.uses(Indicator(id: ID(), key: "i", name: "i", kind: .context, measure: .score)))
        #expect(SimilarAreas.uses(Indicator(id: ID(), key: "i", name: "i", kind: .context, measure: .share(per: 100))))
        #expect(!SimilarAreas.uses(Indicator(id: ID(), key: "i", name: "i", kind: .outcome, measure: .share(per: 100))))
    }
}
