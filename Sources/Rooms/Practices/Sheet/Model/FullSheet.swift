import Areas
import Practice
import Prevention
import Workflow

/// Probeblatt: an entry that fills every limit to the last character, with letters as wide as the limits let pass.
///
/// It must have two pages, no less and no more: the limits are proven against the layout.
enum FullSheet {
    static let entry = PracticeEntry(
        practice, slug: "probe", isInvented: true, version: 888, state: .published, expires: nil)

    /// As many conditions as are shown, and one more.
    static let conditions = lines(SheetLimits.shownConditions + 1, SheetLimits.condition)

    static let tree = AreaTree(
        [
            AreaKey(official: "05999").map { key in
                Area(
                    id: ID(key: key), key: key, level: .kreis, parentID: nil, name: "Kreis Mönchengladbach-Land",
                    population: Population(
                        total: 8_888_888, under18: 888_888,
                        source: "Fachbericht 2013 (Stand 23.09.2013, Stichtag nicht genannt)"),
                    isInvented: true)
            }
        ].compactMap { $0 })

    static let day = Day("2026-12-31") ?? Day(daysSince1970: 0)

    /// Wide letters, as many as pass, in words of seven, the last character a letter.
    static func text(_ count: Int, first: Character = "W") -> String {
        var text = ""
        for number in 1...max(count, 1) {
            if number == 1 {
                text.append(first)
            } else if number % 8 == 0, number < count {
                text.append(" ")
            } else {
                text.append(SheetLimits.length(text + "W") <= number ? "W" : "l")
            }
        }
        return text
    }

    static func lines(_ count: Int, _ length: Int) -> [String] {
        (0..<count).map { text(length, first: Array("WMODQGHN")[$0 % 8]) }
    }

    /// So many words with so many characters, blanks included.
    static func words(_ count: Int, characters: Int) -> String {
        var left = characters - count + 1
        var text = ""
        for word in 0..<count {
            if word > 0 { text.append(" ") }
            let length = left / (count - word)
            left -= length
            for _ in 0..<length { text.append(SheetLimits.length(text + "W") <= text.count + 1 ? "W" : "l") }
        }
        return text
    }

    static let practice: Practice = {
        var place = ChainPlace(ages: .wholeChain)
        place.fields = Choices(FieldOfAction.allCases)
        place.targetGroups = Choices(TargetGroup.allCases)
        place.strategies = Choices(StrategyLine.allCases)
        var practice = Practice(
            id: ID(bytes: [UInt8](repeating: 8, count: 16)) ?? ID(), title: text(SheetLimits.title), place: place)
        practice.municipalities = tree.areas.map(\.id)
        practice.lead = text(SheetLimits.lead)
        practice.need = "W"
        practice.goal = "W"
        practice.effectModel = EffectModel(input: "W", output: "W", outcome: "W")
        practice.elements = [PracticeElement(key: "w", text: "W", isCore: true)]
        practice.sheet = sheet
        practice.reach = PracticeReach(count: 888_888, of: 888_889, year: 2025)
        practice.since = 2012
        practice.steps = lines(SheetLimits.mostSteps, SheetLimits.step)
        practice.initiator = text(SheetLimits.initiator)
        let half = (SheetLimits.partners - 2) / 2
        practice.partners = lines(2, half) + ["W"]
        practice.status = .failed(why: text(SheetLimits.statusWhy))
        practice.successFactors = lines(SheetLimits.shownFactors + 1, SheetLimits.factor)
        practice.stumblingBlocks = lines(SheetLimits.shownFactors + 1, SheetLimits.factor)
        practice.contact = PracticeContact(role: text(SheetLimits.role), office: text(SheetLimits.office))
        practice.sources = [text(SheetLimits.sources), "W"]
        fillEffort(&practice)
        grade(&practice)
        return practice
    }()

    private static var sheet: SheetContent {
        var sheet = SheetContent()
        sheet.what = words(74, characters: 500)
        sheet.how = words(73, characters: 500)
        sheet.change = words(73, characters: 500)
        sheet.ticks = lines(SheetLimits.mostTicks, SheetLimits.tick)
        sheet.reachWords = text(SheetLimits.reachWords)
        return sheet
    }

    private static func fillEffort(_ practice: inout Practice) {
        practice.effort.staffHours = 88_888_888
        practice.effort.costOnce = Euro(cents: 8_888_888_888)
        practice.effort.costPerYear = Euro(cents: 8_888_888_888)
        practice.effort.costPerChild = Euro(cents: 888_888_888)
        practice.effort.funding = text(SheetLimits.funding)
        practice.effort.isDurable = false
    }

    private static func grade(_ practice: inout Practice) {
        let seen = Day("2025-12-31") ?? day
        practice.outcomes = (0...SheetLimits.shownOutcomes).map { _ in
            PracticeOutcome(
                indicator: text(SheetLimits.indicator), finding: "W",
                effect: Graded(.indication, criterion: text(SheetLimits.criterion), on: seen), source: "W")
        }
        practice.readiness = Graded(.transferredOnce, criterion: text(SheetLimits.criterion), on: seen)
        practice.trust = Graded(.secondMunicipality, criterion: text(SheetLimits.criterion), on: seen)
        practice.adopters = (0...SheetLimits.shownAdopters).map { _ in
            Adopter(
                municipality: tree.areas.first?.id ?? ID(), kind: .city, since: 2018, result: .notKnown, story: "W",
                followedUp: seen)
        }
    }
}
