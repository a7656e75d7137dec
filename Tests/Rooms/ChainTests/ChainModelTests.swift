import Areas
import Offers
import Prevention
import Testing
import Web

@testable import Chain

@Suite("Die Kette: Zählen") struct ChainModelTests {
    @Test("a cell's address leads back to the cell")
    func slugs() {
        let stages: [ChainCell.Choice<LifeStage>] = LifeStage.allCases.map { .only($0) } + [.any, .unknown]
        let fields: [ChainCell.Choice<FieldOfAction>] = FieldOfAction.allCases.map { .only($0) } + [.any, .unknown]
        var seen: Set<String> = []
        for stage in stages {
            for field in fields {
                let cell = ChainCell(stage, field)
                #expect(ChainCell(stageSlug: cell.stageSlug, fieldSlug: cell.fieldSlug) == cell)
                seen.insert(cell.stageSlug + "/" + cell.fieldSlug)
            }
        }
        #expect(seen.count == 60)
        #expect(
            ChainCell(stageSlug: "rente", fieldSlug: "alle") == nil && ChainCell(stageSlug: "", fieldSlug: "") == nil)
    }

    @Test("a filter's address asks for the same filter again; families cannot ask for what is internal")
    func filters() {
        let fields = Fields([
            ("umfeld", "ja"), ("jahr", "2026"), ("ort", "kita"), ("zugang", "outreach"), ("traegerart", "church"),
            ("stand", "alle"), ("art", "indicated"), ("jahr", "1"),
        ])
        let staff = ChainFilter(fields, isStaff: true)
        #expect(ChainFilter(Fields(staff.query), isStaff: true) == staff)
        #expect(staff.includesHidden && staff.tier == .indicated && staff.year == 2026)
        let family = ChainFilter(fields, isStaff: false)
        #expect(!family.includesHidden && family.tier == nil && family.access == .outreach)
        #expect(ChainFilter(Fields([("jahr", "zwei"), ("ort", "mond"), ("zugang", "")]), isStaff: true).isEmpty)
    }

    @Test("counts of a map fall into classes that cover every count, fuller ones higher")
    func classes() {
        let counts = [0, 1, 1, 2, 3, 5, 8, 13, 21]
        let classes = CountClasses(counts)
        #expect(classes.level(0) == 0)
        let levels = counts.dropFirst().map(classes.level)
        #expect(levels == levels.sorted() && levels.first == 1 && levels.last == 4)
        #expect(classes.ranges.map(\.to) == classes.bounds)
        for (left, right) in zip(classes.ranges, classes.ranges.dropFirst()) { #expect(right.from == left.to + 1) }
        #expect(CountClasses([]).level(3) == 0 && CountClasses([0, 0]).ranges.isEmpty)
        #expect(CountClasses([7, 7, 7]).level(7) == 4)
    }
}
