import Areas
import Foundation
import Indicators
import Musterkreis
import Prevention
import Testing

@Suite("Kennzahlen des Musterkreises") struct KreisNumbersTests {
    static let today = Day(daysSince1970: 20_700)

    private struct Place: Hashable {
        let key: String
        let area: ID<Area>
        let period: Period
    }

    private func numbers(_ kreis: Musterkreis) -> [Place: KreisNumber] {
        Dictionary(
            kreis.numbers.map { (Place(key: $0.indicator, area: $0.areaID, period: $0.period), $0) },
            uniquingKeysWith: { a, _ in a })
    }

    @Test("the same seed gives the same numbers, another seed others; offers do not change them")
    func deterministic() throws {
        let a = Musterkreis(try MusterkreisPlan(offers: 0, seed: 7), today: Self.today)
        let b = Musterkreis(try MusterkreisPlan(offers: 10, seed: 7), today: Self.today)
        let c = Musterkreis(try MusterkreisPlan(offers: 0, seed: 8), today: Self.today)
        #expect(a.numbers == b.numbers && a.indicators == b.indicators && a.outlines == b.outlines)
        #expect(a.numbers != c.numbers && a.indicators == c.indicators && a.outlines != c.outlines)
    }

    @Test("counts add up from districts to towns to the Kreis, in every year", arguments: [2026, 5, 77] as [UInt64])
    func hierarchy(seed: UInt64) throws {
        let kreis = Musterkreis(try MusterkreisPlan(offers: 0, seed: seed), today: Self.today)
        let found = numbers(kreis)
        var sums = 0
        for (place, number) in found {
            let parts = kreis.areas.filter { $0.parentID == place.area }
                .compactMap { found[Place(key: place.key, area: $0.id, period: place.period)] }
            guard !parts.isEmpty, number.events != nil, parts.allSatisfy(\.isKnown) else { continue }
            #expect(parts.reduce(0) { $0 + ($1.events ?? 0) } == number.events)
            if let base = number.base { #expect(parts.reduce(0) { $0 + ($1.base ?? 0) } == base) }
            sums += 1
        }
        #expect(sums > 1_000)
    }

    @Test("age groups add up to the whole they name, bases are the counts they name")
    func wholes() throws {
        let kreis = Musterkreis(try MusterkreisPlan(offers: 0), today: Self.today)
        let found = numbers(kreis)
        let byWhole = Dictionary(grouping: kreis.indicators.filter { $0.wholeKey != nil }, by: \.wholeKey)
        #expect(byWhole.count == 4)
        for (place, number) in found {
            if let parts = byWhole[place.key] {
                let sum = parts.reduce(0) {
                    $0 + (found[Place(key: $1.key, area: place.area, period: place.period)]?.events ?? 0)
                }
                #expect(sum == number.events)
            }
            let indicator = try #require(kreis.indicators.first { $0.key == place.key })
            if let baseKey = indicator.baseKey, let base = number.base, let events = number.events {
                #expect(found[Place(key: baseKey, area: place.area, period: place.period)]?.events == base)
                if case .share = indicator.measure { #expect((0...base).contains(events)) }
            }
        }
    }

    @Test("towns have as many people and children in the last year as their areas say")
    func people() throws {
        let kreis = Musterkreis(try MusterkreisPlan(offers: 0), today: Self.today)
        let found = numbers(kreis)
        let last = try #require(kreis.numbers.map(\.period).max())
        #expect(last == Period(year: Self.today.year - 1))
        for town in kreis.areas where town.level == .municipality {
            #expect(found[Place(key: "einwohner", area: town.id, period: last)]?.events == town.population?.total)
            #expect(
                found[Place(key: "kinder-unter-18", area: town.id, period: last)]?.events == town.population?.under18)
        }
    }

    @Test("the 16 indicators of Gelsenkirchen's index are there under their names")
    func gelsenkirchen() throws {
        struct File: Decodable {
            struct Part: Decodable { let indicators: [Entry] }
            struct Entry: Decodable { let title: String }
            let sub_indices: [Part]
        }
        let file = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
            .deletingLastPathComponent().appending(path: "Examples/model-project/index-gelsenkirchen.json")
        let parts = try JSONDecoder().decode(File.self, from: Data(contentsOf: file)).sub_indices
        let kreis = Musterkreis(try MusterkreisPlan(offers: 0), today: Self.today)
        let names = Set(kreis.indicators.map(\.name))
        let wanted = parts.flatMap { $0.indicators.map(\.title) }
        #expect(wanted.count == 16 && wanted.allSatisfy(names.contains))
        for indicator in kreis.indicators where wanted.contains(indicator.name) {
            #expect(indicator.key == Self.slug(indicator.name))
        }
    }

    @Test("each indicator says all that readers need and is marked as invented")
    func described() throws {
        let kreis = Musterkreis(try MusterkreisPlan(offers: 0), today: Self.today)
        #expect(Set(kreis.indicators.map(\.key)).count == kreis.indicators.count)
        #expect(Set(kreis.indicators.map(\.id)).count == kreis.indicators.count)
        for indicator in kreis.indicators {
            #expect(indicator.isInvented && indicator.licence == "CC0-1.0" && indicator.source.contains("erfunden"))
            #expect(!indicator.numerator.isEmpty && !indicator.readingAid.isEmpty && !indicator.caveat.isEmpty)
            #expect(
                !indicator.office.isEmpty && !indicator.periodicity.isEmpty && indicator.key == Self.slug(indicator.key)
            )
            if case .share = indicator.measure { #expect(indicator.baseKey != nil && !indicator.denominator.isEmpty) }
        }
        #expect(kreis.indicators.contains { $0.kind == .milestone && $0.measure == .yesNo })
        #expect(kreis.indicators.contains { if case .within = $0.direction { true } else { false } })
        #expect(kreis.indicators.contains { $0.direction == .neutral && $0.measure == .share(per: 100) })
    }

    @Test("every stage has a population, every stage and field one need, so that each cell can be judged")
    func chain() throws {
        let kreis = Musterkreis(try MusterkreisPlan(offers: 0), today: Self.today)
        for stage in LifeStage.allCases {
            #expect(kreis.indicators.filter { $0.use == .population && $0.stages.contains(stage) }.count == 1)
            for field in FieldOfAction.allCases {
                let needs = kreis.indicators.filter {
                    $0.use == .need && $0.stages.contains(stage) && $0.fields.contains(field)
                }
                #expect(needs.count == 1, "\(stage) \(field)")
            }
        }
    }

    @Test("numbers lie where the indicator allows, some are unknown, some are small, places differ")
    func realistic() throws {
        let kreis = Musterkreis(try MusterkreisPlan(offers: 0), today: Self.today)
        let byKey = Dictionary(grouping: kreis.numbers, by: \.indicator)
        var small = 0
        var unknown = 0
        for indicator in kreis.indicators {
            let all = try #require(byKey[indicator.key])
            unknown += all.count { !$0.isKnown }
            let values = all.compactMap { number -> Double? in
                guard let events = number.events.map(Double.init) else { return number.score }
                switch indicator.measure {
                case .share(let per), .ratio(let per): return number.base.map { $0 > 0 ? events / Double($0) * per : 0 }
                default: return events
                }
            }
            if let plausible = indicator.plausible {
                #expect(values.allSatisfy(plausible.contains), "\(indicator.key)")
            }
            #expect(Set(values).count > 1, "\(indicator.key)")
            small += all.count { ($0.events ?? 99) > 0 && ($0.events ?? 99) < indicator.threshold }
        }
        #expect(unknown > 100 && unknown < kreis.numbers.count / 10)
        #expect(small > 20 && small < kreis.numbers.count / 20)
    }

    @Test("as many years as asked for, up to the last full one", arguments: [1, 6, 12])
    func years(count: Int) throws {
        let kreis = Musterkreis(try MusterkreisPlan(towns: 2, districts: 2, offers: 0, years: count), today: Self.today)
        let periods = Set(kreis.numbers.map(\.period)).sorted()
        #expect(periods == ((Self.today.year - count)..<Self.today.year).compactMap { Period(year: $0) })
    }

    private static func slug(_ name: String) -> String {
        let letters = ["ä": "ae", "ö": "oe", "ü": "ue", "ß": "ss"]
        let plain = name.lowercased().map { letters[String($0)] ?? String($0) }.joined()
        return plain.split { !($0.isASCII && ($0.isLetter || $0.isNumber)) }.joined(separator: "-")
    }
}
