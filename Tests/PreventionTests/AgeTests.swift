import Prevention
import Testing

@Suite("Alter und Phasen") struct AgeTests {
    @Test(
        "ages outside −9…324 do not exist", arguments: [(-10, false), (-9, true), (0, true), (324, true), (325, false)])
    func bounds(months: Int, exists: Bool) { #expect((AgeInMonths(months) != nil) == exists) }

    @Test(
        "a month is complete on the birthday's day, or on the last day of a shorter month",
        arguments: [
            ("2024-01-31", "2024-02-28", 0), ("2024-01-31", "2024-02-29", 1), ("2023-01-31", "2023-02-28", 1),
            ("2024-02-29", "2025-02-28", 12), ("2024-05-10", "2024-12-09", 6), ("2024-05-10", "2024-12-10", 7),
            ("2025-08-20", "2025-01-20", -7), ("2025-08-20", "2025-01-19", -8),
        ])
    func completedMonths(birthday: String, today: String, months: Int) throws {
        let birthday = try #require(Day(birthday))
        let today = try #require(Day(today))
        #expect(AgeInMonths(birthday: birthday, on: today)?.months == months)
    }

    @Test("age never falls as time passes")
    func monotone() throws {
        let birthday = try #require(Day("2020-08-31"))
        var last = -9
        for offset in -250..<6_000 {
            let age = AgeInMonths(birthday: birthday, on: birthday.adding(days: offset))
            if let age {
                #expect(age.months >= last)
                last = age.months
            }
        }
    }

    @Test("the stages cover every age exactly once")
    func stages() throws {
        for months in -9...324 {
            #expect(LifeStage.allCases.filter { $0.ages.contains(months) }.count == 1)
            let age = try #require(AgeInMonths(months))
            #expect(LifeStage(at: age).ages.contains(months))
        }
    }

    @Test(
        "an offer that only touches a stage does not belong to it",
        arguments: [
            (0, 72, [LifeStage.pregnancyAndBirth, .aroundKita]), (-9, 324, LifeStage.allCases), (12, 12, [.aroundKita]),
            (72, 192, [.school]), (324, 324, [.youth]), (-9, 0, [.pregnancyAndBirth]),
        ])
    func stagesOfOffers(from: Int, to: Int, stages: [LifeStage]) throws {
        let range = try #require(AgeRange(from, to))
        #expect(LifeStage.stages(of: range) == stages)
    }

    @Test("every offer belongs to at least one stage")
    func everyRange() throws {
        for from in stride(from: -9, through: 324, by: 3) {
            for to in stride(from: from, through: 324, by: 3) {
                let range = try #require(AgeRange(from, to))
                #expect(!LifeStage.stages(of: range).isEmpty)
            }
        }
    }

    @Test("spans that merely meet share no time, a single age does")
    func sharing() throws {
        let (early, late) = (try #require(AgeRange(0, 36)), try #require(AgeRange(36, 72)))
        let (point, inside) = (try #require(AgeRange(36, 36)), try #require(AgeRange(35, 40)))
        #expect(!early.sharesTime(with: late) && !late.sharesTime(with: early))
        #expect(early.sharesTime(with: point) && point.sharesTime(with: late) && point.sharesTime(with: point))
        #expect(early.sharesTime(with: inside) && late.sharesTime(with: inside))
    }
}

@Suite("Schlüssel") struct IDTests {
    @Test("new keys are different, valid and read back")
    func random() {
        var seen: Set<String> = []
        for _ in 0..<1_000 {
            let id = ID<Source>()
            #expect(seen.insert(id.text).inserted)
            #expect(ID<Source>(id.text) == id && ID<Source>(id.text.uppercased()) == id)
            #expect(id.text.utf8.dropFirst(14).first == UInt8(ascii: "4"))
        }
    }

    @Test(
        "anything else is refused",
        arguments: [
            "", "7", "g0000000-0000-4000-8000-000000000000", "00000000-0000-4000-8000-00000000000",
            "000000000000-4000-8000-00000000-0000", "../../../../../../etc/passwd/xxxxxxxx",
        ])
    func refused(text: String) { #expect(ID<Source>(text) == nil) }
}
