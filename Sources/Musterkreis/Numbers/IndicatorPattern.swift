import Indicators
import Prevention

/// Muster of an invented indicator: its description and how its values come about.
struct IndicatorPattern {
    let key: String
    let name: String
    var kind = Indicator.Kind.outcome
    var measure = Indicator.Measure.share(per: 100)
    var direction = Indicator.Direction.lowerIsBetter
    var unit = "%"
    let numerator: String
    var denominator = ""
    var base: String?
    var whole: String?
    var stages: [LifeStage] = []
    var fields: [FieldOfAction] = []
    var use = Indicator.Use.none
    let office: String
    var periodicity = "jährlich"
    let readingAid: String
    let caveat: String
    var plausible: ClosedRange<Double>? = 0...100
    var threshold = 3
    /// What the Kreis wants to reach three years after the last.
    var target: Double?
    let recipe: Recipe
    var absence = Absence.none

    /// Where the numbers come from.
    enum Recipe {
        /// The people of these ages.
        case people([AgeGroup])
        /// A share of the people of these ages: births, examined children.
        case part([AgeGroup], share: Double)
        /// Events out of the base.
        case events(Rate)
        /// Events of another indicator, and more out of what its base leaves of this one's.
        case eventsBeyond(String, Rate)
        /// A mean with its own scale; areas above have the mean of their districts, weighted by the base or by people.
        case score(Rate)
        /// Reached or not, for towns and the Kreis: from a year on that chance sets.
        case milestone
    }

    /// How common something is: `usual` in the middle of the Kreis in the last year.
    struct Rate {
        let usual: Double
        /// By what part it grows with each step of hardship.
        var hardship = 0.0
        /// By what part it grows each year.
        var trend = 0.0
        /// By what part districts differ beyond that.
        var noise = 0.1
    }

    /// What nobody knows.
    enum Absence {
        case none
        /// Of the districts in the first years; the towns are known.
        case districtsAtFirst(years: Int)
        /// Of the districts of the last town in the last year; the town is known.
        case districtsOfLastTownNow
        /// Of the last town and so of the Kreis, in every year.
        case lastTown
        /// In every second year, the last one being known.
        case everySecondYear
    }

    func indicator(years: [Int]) -> Indicator {
        var targets: [Indicator.Target] = []
        if let target, let first = years.first.flatMap({ Period(year: $0) }),
            let goal = years.last.flatMap({ Period(year: $0 + 3) })
        {
            targets = [Indicator.Target(baselinePeriod: first, value: target, period: goal)]
        }
        return Indicator(
            id: Self.id(key), key: key, name: name, kind: kind, measure: measure, direction: direction, unit: unit,
            numerator: numerator, denominator: denominator, baseKey: base, wholeKey: whole, stages: stages,
            fields: fields, use: use, source: "Musterkreis, erfunden", office: office, periodicity: periodicity,
            licence: "CC0-1.0", readingAid: readingAid, caveat: caveat + " Alle Werte sind erfunden.",
            plausible: plausible, threshold: threshold, targets: targets, isInvented: true)
    }

    /// The same in every Musterkreis, whatever its seed.
    private static func id(_ key: String) -> ID<Indicator> {
        var generator = SeededGenerator(seed: 0, name: "indicator/" + key)
        return ID(bytes: generator.uuidBytes()) ?? ID()
    }
}

extension IndicatorPattern {
    /// All of them, bases before what is counted out of them.
    static let all: [IndicatorPattern] = people + chances + chain
}
