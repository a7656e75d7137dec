import Prevention
import Storage
import StorageTesting
import Testing

@testable import Indicators

/// A town of five districts whose children have a mean each; the first district has two children.
private struct GateMeans {
    let town: GateTown
    let children: Indicator
    let mean: Indicator
    let bases: [Double] = [2, 33, 40, 50, 30]

    init(_ engine: TestEngine = .sqlite, threshold: Int = 3, withBases: Bool = true) async throws {
        town = try await GateTown(engine, districts: 5)
        children = Indicator(id: ID(), key: "kinder", name: "Kinder", unit: "Kinder")
        mean = Indicator(
            id: ID(), key: "zaehne", name: "Kranke Zähne je Kind", measure: .score, baseKey: "kinder",
            threshold: threshold)
        try await town.fixture.store.save(
            [children, mean], by: IndicatorFixture.actor, at: IndicatorFixture.now)
        let means = [7.5, 1.2, 1.4, 1.1, 1.3]
        let all = zip(means, bases).reduce(0) { $0 + $1.0 * $1.1 } / bases.reduce(0, +)
        let numbers = zip(means + [all], bases + [bases.reduce(0, +)])
        try await town.record(
            zip(town.areas, numbers).flatMap { area, number in
                let value = MeasuredValue(
                    mean, place: .area(area.id), period: GateTown.year, value: number.0,
                    base: withBases ? number.1 : nil)
                let count = MeasuredValue(children, place: .area(area.id), period: GateTown.year, events: number.1)
                return withBases ? [value, count] : [value]
            })
    }

    func publish(_ key: String) async throws -> [PublishedValue] {
        let report = try await town.gate.publish(
            PublicationRequest(indicators: [key], periods: [GateTown.year]), by: IndicatorFixture.actor,
            at: IndicatorFixture.now)
        return town.areas.compactMap { area in report.cells.first { $0.area == area.id }?.value }
    }
}

@Suite("Mittelwerte in der Freigabe") struct GateScoreTests {
    @Test("the base of a hidden mean does not follow from the town's base", arguments: TestEngine.available)
    func means(engine: TestEngine) async throws {
        let means = try await GateMeans(engine)
        let seen = try await means.publish("zaehne")
        #expect(seen.count == 6 && seen[5].base == 155)
        let hidden = seen.dropLast().filter { $0.state == .suppressed }
        #expect(seen[0].state == .suppressed && hidden.count == 2)
        #expect(hidden.allSatisfy { $0.base == nil && $0.value == nil })
        // What is left is a mean of more than two children.
        #expect(155 - seen.dropLast().compactMap(\.base).reduce(0, +) >= 3)
    }

    @Test("mean and children hide the same districts, whichever is published first", arguments: [true, false])
    func twice(isMeanFirst: Bool) async throws {
        let means = try await GateMeans()
        let keys = isMeanFirst ? ["zaehne", "kinder"] : ["kinder", "zaehne"]
        var known: [Double?] = means.bases.map { _ in nil }
        for key in keys {
            for (place, value) in try await means.publish(key).dropLast().enumerated() {
                known[place] = known[place] ?? value.base ?? (key == "kinder" ? value.value : nil)
            }
        }
        #expect(known[0] == nil && known.count { $0 == nil } >= 2)
    }

    @Test("a mean of an unknown number of children is not published, unless nothing is about persons")
    func withoutBase() async throws {
        let means = try await GateMeans(withBases: false)
        #expect(try await means.publish("zaehne").allSatisfy { $0.state == .suppressed })
        let free = try await GateMeans(threshold: 1, withBases: false)
        #expect(try await free.publish("zaehne").allSatisfy { $0.state == .available })
    }

    @Test("a mean of two children is hidden with another one even if everybody knows all bases")
    func knownBase() async throws {
        let means = try await GateMeans()
        var free = means.children
        free.threshold = 1
        try await means.town.fixture.store.save([free], by: IndicatorFixture.actor, at: IndicatorFixture.now)
        #expect(try await means.publish("kinder").allSatisfy { $0.state == .available })
        let seen = try await means.publish("zaehne")
        #expect(seen[0].state == .suppressed && seen.count { $0.state == .suppressed } == 2)
    }
}
