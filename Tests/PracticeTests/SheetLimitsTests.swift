import Foundation
import Practice
import PracticeTesting
import Prevention
import Testing
import Workflow

@Suite("Grenzen des Praxisblatts")
struct SheetLimitsTests {
    /// An entry in which every field of the sheet is as long as it may be.
    static let full: Practice = {
        var practice = Sample.practice
        practice.titles["de"] = text(SheetLimits.title)
        practice.lead = text(SheetLimits.lead)
        var sheet = SheetContent()
        sheet.what = text(500)
        sheet.how = text(500)
        sheet.change = text(500)
        sheet.ticks = lines(SheetLimits.mostTicks, SheetLimits.tick)
        sheet.reachWords = text(SheetLimits.reachWords)
        practice.sheet = sheet
        practice.steps = lines(SheetLimits.mostSteps, SheetLimits.step)
        practice.initiator = text(SheetLimits.initiator)
        practice.effort.funding = text(SheetLimits.funding)
        practice.status = .ended(why: text(SheetLimits.statusWhy))
        practice.successFactors = lines(4, SheetLimits.factor)
        practice.stumblingBlocks = lines(4, SheetLimits.factor)
        practice.outcomes = [outcome(text(SheetLimits.indicator), text(SheetLimits.criterion))]
        practice.readiness = Graded(
            .transferredOnce, criterion: text(SheetLimits.criterion), on: Sample.day("2025-06-01"))
        practice.trust = Graded(.selfReport, criterion: text(SheetLimits.criterion), on: Sample.day("2025-06-01"))
        practice.contact = PracticeContact(role: text(SheetLimits.role), office: text(SheetLimits.office))
        return practice
    }()

    static func text(_ count: Int, _ first: Character = "W") -> String {
        String(first) + String(repeating: "Wie lang", count: count / 8 + 1).prefix(count - 1)
    }

    static func lines(_ count: Int, _ length: Int) -> [String] {
        (0..<count).map { text(length, Array("ABCDEFGH")[$0]) }
    }

    static func outcome(_ indicator: String, _ criterion: String) -> PracticeOutcome {
        PracticeOutcome(
            indicator: indicator, finding: "f",
            effect: Graded(.tried, criterion: criterion, on: Sample.day("2025-06-01")), source: "s")
    }

    static let over: [([PracticeGap], @Sendable (inout Practice) -> Void)] = [
        ([.tooLong(.title, 61, of: 60)], { $0.titles["de"]?.append("W") }),
        ([.tooLong(.shortTitle, 61, of: 60)], { $0.sheet?.shortTitle = text(61) }),
        ([.tooLong(.lead, 201, of: 200)], { $0.lead.append("W") }),
        ([.tooLong(.sheetText, 1_501, of: 1_500)], { $0.sheet?.change.append("W") }),
        ([.tooLong(.ticks, 71, of: 70, line: 2)], { $0.sheet?.ticks[1].append("W") }),
        ([.tooMany(.ticks, 7, of: 6)], { $0.sheet?.ticks.append("W") }),
        ([.tooFew(.ticks, 3, of: 4)], { $0.sheet?.ticks.removeLast(3) }),
        ([.tooLong(.reach, 61, of: 60)], { $0.sheet?.reachWords.append("W") }),
        ([.tooLong(.steps, 71, of: 70, line: 6)], { $0.steps[5].append("W") }),
        ([.tooMany(.steps, 7, of: 6)], { $0.steps.append("W") }),
        ([.tooLong(.initiator, 101, of: 100)], { $0.initiator.append("W") }),
        ([.tooLong(.effort, 81, of: 80)], { $0.effort.funding.append("W") }),
        ([.tooLong(.status, 101, of: 100)], { $0.status = .failed(why: text(101)) }),
        ([.tooLong(.successFactors, 121, of: 120, line: 1)], { $0.successFactors[0].append("W") }),
        ([.tooLong(.stumblingBlocks, 121, of: 120, line: 4)], { $0.stumblingBlocks[3].append("W") }),
        ([.tooLong(.outcomes, 61, of: 60, line: 1)], { $0.outcomes = [outcome(text(61), text(85))] }),
        ([.tooLong(.outcomes, 86, of: 85, line: 1)], { $0.outcomes = [outcome(text(60), text(86))] }),
        (
            [.tooLong(.readiness, 86, of: 85)],
            { $0.readiness = Graded(.transferredOnce, criterion: text(86), on: Sample.day("2025-06-01")) }
        ),
        (
            [.tooLong(.trust, 86, of: 85)],
            { $0.trust = Graded(.selfReport, criterion: text(86), on: Sample.day("2025-06-01")) }
        ),
        ([.tooLong(.contact, 61, of: 60)], { $0.contact.role.append("W") }),
        ([.tooLong(.contact, 61, of: 60)], { $0.contact.office.append("W") }),
    ]

    @Test("an entry that is full to the last character has no gaps")
    func full() {
        #expect(Self.full.gaps(on: Sample.today) == [])
    }

    @Test("one character or line more is found by itself, with its field and its line", arguments: over.indices)
    func limits(number: Int) {
        var practice = Self.full
        Self.over[number].1(&practice)
        #expect(practice.gaps(on: Sample.today) == Self.over[number].0)
    }

    @Test("220 words in the three blocks are enough, 221 are too many; marks alone are no words")
    func words() {
        var practice = Self.full
        practice.sheet?.what = String(repeating: "Wort ", count: 100)
        practice.sheet?.how = String(repeating: "Wort\n", count: 100)
        practice.sheet?.change = String(repeating: "Wort – ", count: 20)
        #expect(practice.gaps(on: Sample.today) == [])
        practice.sheet?.change.append("noch")
        #expect(practice.gaps(on: Sample.today) == [.tooManyWords(.sheetText, 221, of: 220)])
    }

    @Test(
        "wide letters take the room of more; usual text counts as its characters",
        arguments: [
            ("", 0), ("Eine Lotsin besucht jede Familie", 32), ("WWWW", 6), ("illi", 4), ("Familienhebammen", 16),
            ("ÄÖÜß", 5), ("\u{4E2D}\u{6587}", 4), ("»Frühe Hilfen« – 2015", 21),
        ])
    func length(text: String, count: Int) {
        #expect(SheetLimits.length(text) == count)
        #expect(SheetLimits.length(text) >= text.count)
    }

    @Test("a short title of its own lets the title be longer")
    func shortTitle() {
        var practice = Self.full
        practice.titles["de"] = Self.text(120)
        practice.sheet?.shortTitle = Self.text(60)
        #expect(practice.gaps(on: Sample.today) == [])
    }

    @Test("words of the sheet are written, read and compared; a file without them is still read")
    func coding() throws {
        let data = try PracticeJSON.encode(Self.full)
        #expect(try PracticeJSON.decode(data) == Self.full)
        var practice = Self.full
        practice.sheet = nil
        let without = try PracticeJSON.encode(practice)
        #expect(!String(decoding: without, as: UTF8.self).contains("sheet"))
        #expect(try PracticeJSON.decode(without) == practice)
        #expect(
            practice.changes(to: Self.full) == [.field(.sheetText), .field(.ticks)])
        var empty = practice
        empty.sheet = SheetContent()
        #expect(practice.changes(to: empty) == [])
        empty.sheet?.shortTitle = "Kurz"
        #expect(practice.changes(to: empty) == [.field(.shortTitle)])
    }
}
