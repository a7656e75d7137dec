import HTML
import Prevention
import Testing

@testable import Design

@Suite("Lebensweg-Band") struct RibbonTests {
    @Test("ages lie in order on the ribbon, from its beginning to its end")
    func order() {
        for size in [RibbonSize.large, .compact] {
            let positions = AgeInMonths.bounds.map { size.scale.x(AgeInMonths(clamping: $0)) }
            for (left, right) in zip(positions, positions.dropFirst()) { #expect(left < right) }
            #expect(positions.first == 0 && positions.last == size.width)
        }
    }

    @Test(
        "transitions lie where the reference has them",
        arguments: [
            (-9, 0.0), (0, 10.714), (12, 25), (72, 50), (120, 60), (192, 75), (324, 100),
        ])
    func joins(months: Int, percent: Double) {
        #expect(abs(RibbonScale(width: 100).x(AgeInMonths(clamping: months)) - percent) < 0.001)
    }

    @Test("inside a stage equal spans of time are equally long")
    func linear() {
        let scale = RibbonScale(width: 960)
        for stage in LifeStage.allCases {
            let ages = Array(stage.ages.lowerBound...min(stage.ages.upperBound, 324))
            let steps = zip(ages, ages.dropFirst()).map {
                scale.x(AgeInMonths(clamping: $0.1)) - scale.x(AgeInMonths(clamping: $0.0))
            }
            #expect((steps.max() ?? 0) - (steps.min() ?? 0) < 1e-9)
        }
    }

    @Test("every band lies inside the ribbon and is at least as long as it is high")
    func bands() throws {
        for size in [RibbonSize.large, .compact] {
            for from in stride(from: -9, through: 324, by: 5) {
                for to in stride(from: from, through: 324, by: 11) {
                    let span = size.span(try #require(AgeRange(from, to)))
                    #expect(span.x >= size.endGap - 1e-9 && span.x + span.width <= size.width - size.endGap + 1e-9)
                    #expect(span.width >= size.band - 1e-9)
                }
            }
        }
    }

    @Test("the ribbon speaks: its sentence names bands, gaps and the age asked for")
    func sentence() throws {
        let h = HTML()
        h.ageRibbon(
            [RibbonBand(try #require(AgeRange(-9, 0)), .gap), RibbonBand(try #require(AgeRange(0, 12)))],
            marker: AgeInMonths(clamping: 7))
        #expect(
            h.string.contains(
                "aria-label=\"Lebensweg: Lücke: in der Schwangerschaft, Geburt bis 1 Jahr, gesuchtes Alter: 7 Monate\"")
        )
        #expect(h.needs == ["ribbon-large", "hatch"])
        let english = HTML(pathPrefix: "/en")
        english.ageRibbon([])
        #expect(english.string.contains("Life path from nine months before birth"))
    }

    @Test("numbers of drawings have at most one decimal and no exponent")
    func points() {
        #expect(Points.text(-0.04) == "0" && Points.text(3.75) == "3.8" && Points.text(-12.34) == "-12.3")
        #expect(Points.text(960) == "960")
    }

    @Test("the age scale covers the whole ribbon without gaps, as wide as its sections are on it")
    func sections() throws {
        let sections = AgeScale.sections
        #expect(sections.count == 8 && sections.first?.from == .conception && sections.last?.to == .firstJob)
        for (left, right) in zip(sections, sections.dropFirst()) { #expect(left.to == right.from) }
        let css = "\(StyleSheet.ribbon)"
        let columns = try #require(css.firstMatch(of: /agescale \{[^}]*grid-template-columns: ([^;]+);/)?.1)
        let widths = columns.split(separator: " ").compactMap { Double($0.dropLast(2)) }
        let scale = RibbonScale(width: widths.reduce(0, +))
        for (section, width) in zip(sections, widths) {
            #expect(abs(scale.x(section.to) - scale.x(section.from) - width) < 1.5, "\(section)")
        }
    }

    @Test("a second section stretches the choice, one inside narrows it, the only one chosen ends it")
    func choice() throws {
        let sections = AgeScale.sections
        let span = try #require(AgeRange(36, 120))
        #expect(AgeScale.choice(sections[3], from: nil) == sections[3])
        #expect(AgeScale.choice(sections[4], from: sections[3]) == span)
        #expect(AgeScale.choice(sections[0], from: span) == AgeRange(-9, 120))
        #expect(AgeScale.choice(sections[7], from: span) == AgeRange(36, 324))
        #expect(AgeScale.choice(sections[3], from: span) == sections[3])
        #expect(AgeScale.choice(sections[3], from: sections[3]) == nil)
        #expect(AgeScale.choice(sections[4], from: AgeRange(40, 50)) == AgeRange(40, 120))
    }
}
