import Areas
import Indicators
import Offers
import Prevention
import Testing

@testable import Chain

@Suite("Die Lückentabelle")
struct ChainGapsTests {
    private func isClose(_ left: [Double], _ right: [Double]) -> Bool {
        left.count == right.count && zip(left, right).allSatisfy { abs($0 - $1) < 1e-9 }
    }

    private func cells(_ gaps: ChainGaps, _ field: FieldOfAction = .education) -> [GapCell] {
        gaps.cells(.aroundKita, field)
    }

    @Test("need, share and gap by hand: children 400 to 100, need 0 to 1, 100 places")
    func byHand() throws {
        var sample = try GapSample()
        try sample.standard()
        for (district, places) in [40, 30, 20, 10].enumerated() {
            sample.offer("Gruppe \(district)", places: places, scope: [district])
        }
        let even = cells(sample.gaps(lambda: 0))
        #expect(even.allSatisfy { abs($0.gap ?? 1) < 1e-9 && $0.state == .fits })
        let cells = cells(sample.gaps(lambda: 1))
        // Mean need (300/3 + 200·2/3 + 100)/1000 = 1/3, so weights 2/3, 1, 4/3, 5/3 and shares 26.67, 30, 26.67, 16.67.
        let expected: [Double] = [80.0 / 3, 30, 80.0 / 3, 50.0 / 3]
        #expect(isClose(cells.compactMap(\.expected), expected))
        #expect(cells.map(\.state) == [.oversupply, .fits, .gap, .gap])
        #expect(abs(sample.gaps().sumOfGaps(.aroundKita, .education)) < 1e-9)
    }

    @Test("what is not known or kept back is unknown and never a gap")
    func unknownIsNoGap() throws {
        var sample = try GapSample(5)
        try sample.figure("kinder", .population, [400, nil, .nan, 300, 300])
        try sample.figure("bedarf", .need, [10, 20, 30, nil, .nan])
        sample.offer("Gruppe", places: 50, scope: [0])
        let cells = cells(sample.gaps())
        #expect(cells.map(\.state) == [.fits, .unknown, .unknown, .unknown, .unknown])
        let reasons: [GapCell.Unknown?] = [
            nil, .populationMissing, .populationSuppressed, .needMissing, .needSuppressed,
        ]
        #expect(cells.map(\.unknown) == reasons)
        #expect(cells.dropFirst().allSatisfy { $0.gap == nil })
    }

    @Test("offers without known places are counted, not taken as empty")
    func unknownPlaces() throws {
        var sample = try GapSample()
        try sample.figure("kinder", .population, [200, 200, 200, 200])
        try sample.figure("bedarf", .need, [10, 10, 10, 10])
        for district in 0..<3 { sample.offer("Gruppe \(district)", places: 20, scope: [district]) }
        let certain = cells(sample.gaps())
        #expect(certain[3].state == .gap && certain[3].offers == 0)
        sample.offer("Ohne Zahl", places: nil, scope: [3])
        let cells = cells(sample.gaps())
        #expect(cells[3].state == .unknown && cells[3].unknown == .placesMissing)
        #expect(cells[3].offers == 1 && cells[3].offersWithoutPlaces == 1 && cells[3].capacity == 0)
        // Filled with the median (20) nothing is missing; known alone, 15 are.
        let range = try #require(cells[3].range)
        #expect(isClose([range.lowerBound, range.upperBound], [0, 15]))
    }

    @Test("groups are no places, families are; offers for professionals alone do not count")
    func units() throws {
        var sample = try GapSample()
        try sample.standard()
        sample.offer("Gruppen", places: 3, scope: [0], unit: "Gruppen")
        sample.offer("Familien", places: 12, scope: [1], unit: "Familien")
        sample.offer("Fortbildung", places: 90, scope: [1], groups: [.professionals])
        let cells = cells(sample.gaps())
        #expect(cells[0].capacity == 0 && cells[0].offersWithoutPlaces == 1)
        #expect(cells[1].capacity == 12 && cells[1].offers == 1)
    }

    @Test("without any known places there is nothing to share out, which is not a gap")
    func nothingToShare() throws {
        var sample = try GapSample()
        try sample.standard()
        #expect(cells(sample.gaps()).allSatisfy { $0.state == .unknown && $0.unknown == .nothingToShare })
        sample.offer("Ohne Zahl", places: nil, scope: [0])
        #expect(cells(sample.gaps()).allSatisfy { $0.unknown == .placesMissing })
    }

    @Test("places are spread over stages by months, and count in each field")
    func stages() throws {
        var sample = try GapSample()
        for (number, stage) in LifeStage.allCases.enumerated() {
            try sample.figure("kinder-\(number)", .population, [100, 100, 100, 100], stages: [stage])
        }
        try sample.figure("bedarf", .need, [1, 2, 3, 4], stages: [])
        sample.offer("0 bis 3", places: 36, scope: [0], ages: AgeRange(0, 36), fields: [.education, .health])
        let gaps = sample.gaps()
        for field in [FieldOfAction.education, .health] {
            let capacities = [LifeStage.pregnancyAndBirth, .aroundKita].map { gaps.cells($0, field)[0].capacity }
            #expect(isClose(capacities, [12, 24]))
        }
        #expect(gaps.cells(.school, .health)[0].capacity == 0)
    }

    @Test("an offer serves whom it is meant for, else those in reach, and its own part always")
    func reach() throws {
        var sample = try GapSample(3, apart: 0.02)  // centres 2.2 km apart, 2.9 by road
        try sample.figure("kinder", .population, [100, 100, 100])
        try sample.figure("bedarf", .need, [1, 2, 3])
        sample.offer("nur hier", places: 10, scope: [0], coordinate: sample.districts[0].center)
        #expect(isClose(cells(sample.gaps()).map(\.capacity), [10, 0, 0]))
        sample.offers = []
        sample.offer("in Reichweite", places: 19, at: 0, coordinate: sample.districts[0].center)
        let near = cells(sample.gaps()).map(\.capacity)
        // Rings 1.5, 3 and 6 km: the own part fully, the next at 0.68, the one after (5.8 km) at 0.22.
        #expect(isClose(near, [10, 6.8, 2.2]))
        sample.offers = []
        sample.offer("ganze Stadt", places: 30, scopeIDs: [sample.town.id])
        #expect(isClose(cells(sample.gaps()).map(\.capacity), [10, 10, 10]))
        sample.offers = []
        sample.offer("ohne Koordinate", places: 7, at: 2)
        #expect(isClose(cells(sample.gaps()).map(\.capacity), [0, 0, 7]))
    }

    @Test("places within reach add up to the places of the offers that serve somebody")
    func invariant() throws {
        var sample = try GapSample(6, apart: 0.03)
        try sample.figure("kinder", .population, [120, 80, 300, nil, 40, 90])
        try sample.figure("bedarf", .need, [1, 2, 3, 4, 5, 6])
        var random = SeededGenerator(seed: 4)
        for number in 0..<40 {
            sample.offer(
                "Angebot \(number)", places: 10, at: Int.random(in: 0..<6, using: &random),
                coordinate: Coordinate(
                    latitude: 51.5 + Double.random(in: 0...0.15, using: &random),
                    longitude: 7.7 + Double.random(in: -0.03...0.03, using: &random)))
        }
        let group = sample.gaps().basis.group(.aroundKita, .education)
        let reached = group.supply.places.reduce(0, +)
        let serving = group.supply.entries.filter { $0.reached.contains { $0 > 0 } }
        #expect(abs(reached - Double(serving.count) * 10) < 1e-9)
    }

    @Test("what is meant for more than the town stays out and is counted apart")
    func larger() throws {
        var sample = try GapSample()
        try sample.standard()
        sample.offer("Kreisweit", places: 99, at: 0, scopeIDs: sample.tree.ancestors(of: sample.town.id).map(\.id))
        let gaps = sample.gaps()
        #expect(cells(gaps).allSatisfy { $0.capacity == 0 })
        #expect(gaps.basis.left.larger.map(\.title) == ["Kreisweit"])
    }

    @Test("a population of the field goes before the general one, a future period is not read")
    func readings() throws {
        var sample = try GapSample()
        try sample.standard()
        try sample.figure("kinder-neu", .population, [40, 30, 20, 10], fields: [.integration])
        try sample.figure("vorausberechnet", .population, [1, 1, 1, 1], year: 2035)
        sample.offer("Gruppe", places: 50, scope: [0], fields: [.education, .integration])
        let gaps = sample.gaps()
        #expect(gaps.cells(.aroundKita, .integration).map(\.population) == [40, 30, 20, 10])
        #expect(gaps.cells(.aroundKita, .education).map(\.population) == [400, 300, 200, 100])
    }

    @Test("need is read in its bad direction and averaged; two thirds of the indicators must be known")
    func need() throws {
        var sample = try GapSample(3)
        try sample.figure("kinder", .population, [100, 100, 100])
        try sample.figure("a", .need, [10, 20, 30])
        try sample.figure("b", .need, [90, 80, nil], direction: .higherIsBetter)
        try sample.figure("c", .need, [nil, 5, 10], direction: .within(4...6))
        try sample.figure("nebenan", .need, [0, 0, 99], stages: [.youth])
        sample.offer("Gruppe", places: 30, scope: [0])
        let need = cells(sample.gaps()).map(\.need)
        // a: 0, ½, 1; b: 0, 1, unknown; c: unknown, 0, 1.
        #expect(need == [0, 0.5, 1] as [Double?])
    }

    @Test("an area without parts has no table")
    func leaf() throws {
        var sample = try GapSample()
        try sample.standard()
        let gaps = sample.gaps(of: sample.districts[0])
        #expect(gaps.parts.isEmpty && gaps.cells(.youth, .sport).isEmpty)
    }

    @Test("on demand the smallest areas are compared, and numbers of a town are put together from its districts")
    func finest() throws {
        var sample = try GapSample()
        try sample.standard()
        sample.offer("Gruppe", places: 50, scope: [0])
        let kreis = try #require(sample.tree.ancestors(of: sample.town.id).first)
        #expect(sample.gaps(finest: true, of: kreis).parts.map(\.name) == sample.districts.map(\.name))
        let reading = try #require(
            GapReading(
                sample.figures[0],
                GapFrame(
                    area: kreis, tree: AreaTree(sample.tree.areas + [try other(kreis)]), today: GapSample.today,
                    finest: false)))
        #expect(reading.values.compactMap { $0 } == [1_000] && reading.isSummed.contains(true))
    }

    private func other(_ kreis: Area) throws -> Area {
        try GapSample.area("05978020", .municipality, kreis, "Kamen")
    }
}
