import Prevention
import Testing
import Texts

@Suite("Texte: Formate") struct FormatTests {
    let german = Formats(.german)
    let english = Formats(.english)

    @Test("numbers carry the separators of their language")
    func numbers() {
        #expect(german.number(1_234_567) == "1.234.567" && english.number(-1_000) == "−1,000")
        #expect(german.number(.min) == "−9.223.372.036.854.775.808")
        #expect(german.decimal(79.25, places: 1) == "79,3" && german.decimal(-0.04, places: 1) == "0,0")
        #expect(german.decimal(0.999, places: 2) == "1,00" && english.decimal(1_234.5, places: 0) == "1,235")
        #expect(german.decimal(.nan, places: 1) == "–" && german.decimal(1e300, places: 1) == "–")
        #expect(german.percent(79.23) == "79,2\u{A0}%" && english.percent(50, places: 0) == "50%")
    }

    @Test("money names euros, and cents only where there are any")
    func money() {
        #expect(german.money(Euro(cents: 250)) == "2,50\u{A0}Euro" && german.money(Euro(cents: 200)) == "2\u{A0}Euro")
        #expect(
            german.money(Euro(cents: 5)) == "0,05\u{A0}Euro" && english.money(Euro(cents: -123_456)) == "−€1,234.56")
    }

    @Test(
        "distances are as exact as one needs them on foot",
        arguments: [
            (20.0, "ganz nah"), (60, "100\u{A0}m"), (640, "600\u{A0}m"), (949, "900\u{A0}m"), (950, "1,0\u{A0}km"),
            (1_430, "1,4\u{A0}km"), (9_949, "9,9\u{A0}km"), (9_951, "10\u{A0}km"), (23_400, "23\u{A0}km"),
        ])
    func distances(metres: Double, words: String) { #expect(german.distance(metres: metres) == words) }

    @Test("days and times read as people say them")
    func days() throws {
        let day = try #require(Day("2026-05-03"))
        #expect(german.day(day) == "3. Mai 2026" && german.longDay(day) == "Sonntag, 3. Mai 2026")
        #expect(
            english.day(day) == "3 May 2026" && german.month(day) == "Mai 2026"
                && german.everyWeekday(4) == "donnerstags")
        #expect(german.time(hour: 14, minute: 0) == "14\u{A0}Uhr" && german.time(hour: 9, minute: 5) == "9:05\u{A0}Uhr")
        #expect(
            english.time(hour: 0, minute: 30) == "12:30\u{A0}am" && english.time(hour: 12, minute: 0) == "12\u{A0}pm")
        #expect(german.moment(try #require(Instant("2026-07-01T12:05:00Z"))) == "1. Juli 2026, 14:05\u{A0}Uhr")
        #expect(german.weekday(0).isEmpty && german.monthName(13).isEmpty)
    }

    @Test(
        "a child's age in words",
        arguments: [
            (-9, "1. Schwangerschaftsmonat"), (-1, "9. Schwangerschaftsmonat"), (0, "Geburt"), (1, "1 Monat"),
            (7, "7 Monate"),
            (12, "1 Jahr"), (18, "1½ Jahre"), (23, "23 Monate"), (24, "2 Jahre"), (28, "2 Jahre 4 Monate"),
            (324, "27 Jahre"),
        ])
    func ages(months: Int, words: String) { #expect(german.age(AgeInMonths(clamping: months)) == words) }

    @Test(
        "ages of an offer in words",
        arguments: [
            (2, 18, "2 bis 18 Monate"), (-9, 36, "Schwangerschaft bis 3 Jahre"), (0, 12, "Geburt bis 1 Jahr"),
            (36, 72, "3 bis 6 Jahre"), (72, 324, "ab 6 Jahren"), (-9, 0, "in der Schwangerschaft"),
            (-9, 324, "alle Alter, ab der Schwangerschaft"), (-6, 6, "4. Schwangerschaftsmonat bis 6 Monate"),
            (10, 24, "10 Monate bis 2 Jahre"),
        ])
    func ranges(from: Int, to: Int, words: String) throws {
        #expect(german.ages(try #require(AgeRange(from, to))) == words)
    }

    @Test("every age and every range has words in every language")
    func complete() throws {
        for language in Language.allCases {
            let formats = Formats(language)
            for from in stride(from: -9, through: 324, by: 3) {
                #expect(!formats.age(AgeInMonths(clamping: from)).isEmpty)
                for to in stride(from: from, through: 324, by: 37) {
                    #expect(!formats.ages(try #require(AgeRange(from, to))).isEmpty)
                }
            }
        }
        #expect(
            german.atAge(AgeInMonths(clamping: 7)) == "mit 7 Monaten" && german.list(["a", "b", "c"]) == "a, b und c")
    }

    @Test("languages of offers have names, unknown codes stay as they are")
    func languages() {
        #expect(
            LanguageNames.name(of: "uk", in: .german) == "Ukrainisch"
                && LanguageNames.name(of: "AR", in: .english) == "Arabic")
        #expect(LanguageNames.name(of: "xx", in: .german) == "xx" && LanguageNames.codes.first == "de")
    }
}
