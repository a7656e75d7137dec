import Areas
import Practice
import Prevention
import Texts

/// Was auf einem Blatt steht, besides the entry itself.
struct SheetFacts: Sendable {
    let entry: PracticeEntry
    let sheet: PracticeSheet
    let place: SheetPlace
    /// Names of the adopters, in their order.
    let adopters: [String]
    let conditions: SheetLines
    /// Address of the live record with the house's name; empty if not known.
    let address: String
    let day: Day
    /// Whether the house has an exchange in which the practice can be asked for.
    var hasExchange = true

    var practice: Practice { entry.practice }

    init(
        _ entry: PracticeEntry, _ tree: AreaTree, conditions: [String], house: String, day: Day, _ language: Language,
        _ words: SheetTexts.Sheet
    ) {
        self.entry = entry
        sheet = PracticeSheet(entry.practice, language, words)
        place = SheetPlace(entry.practice.municipalities, tree)
        adopters = sheet.adopters.map { tree[$0.municipality]?.name ?? words.municipality }
        self.conditions = .fitting(conditions, each: SheetLimits.condition, most: SheetLimits.shownConditions)
        address = house.isEmpty ? "" : house + "/praxis/" + entry.slug
        self.day = day
    }
}
