package import Disclosure
package import Prevention

/// Kenngröße: a defined number per area (or facility) and period.
package struct Indicator: Hashable, Sendable {
    package let id: ID<Indicator>
    /// Short and stable, for addresses and files: "kinder-sgb2"; lower case letters, digits, hyphens.
    package var key: String
    /// German name: "Kinder unter 15 in SGB II".
    package var name: String
    package var kind: Kind
    package var measure: Measure
    /// Whether counts of shorter periods add up to those of longer ones.
    package var counting: Counting
    package var direction: Direction
    /// As people read it: "%", "je 1.000", "Kinder", "Punkte".
    package var unit: String
    /// What is counted, and out of what; the latter empty where nothing is divided.
    package var numerator: String
    package var denominator: String
    /// Key of the count indicator that is the base of this rate or count; the same base links tables.
    package var baseKey: String?
    /// Key of the count indicator of which this count is one part; all parts together are the whole.
    package var wholeKey: String?
    /// Gliederung: by what the whole is divided ("Alter", "Geschlecht"); parts of one breakdown add up to it.
    package var breakdown: String
    package var stages: [LifeStage]
    package var fields: [FieldOfAction]
    package var use: Use
    package var source: String
    /// The office that answers for it: "Jugendamt".
    package var office: String
    /// How often it is collected: "jährlich, Stichtag 31.12.".
    package var periodicity: String
    package var licence: String
    /// How the number is to be read, one or two sentences.
    package var readingAid: String
    /// What the number does not say.
    package var caveat: String
    /// Values outside are refused at import.
    package var plausible: ClosedRange<Double>?
    /// Counts from 1 to below are hidden; 1 where nothing is about persons.
    package var threshold: Int
    /// Whether a count of 0 is hidden as well.
    package var hidesZero: Bool
    /// For amounts (euros, hours): which part single facilities may have in them; `nil` where nothing is to be checked.
    package var dominance: DominanceRule?
    package var targets: [Target]
    /// Whether it is invented, as in the Musterkreis; pages must say so.
    package var isInvented: Bool

    /// Art: what kind of knowledge the number is.
    package enum Kind: String, CaseIterable, Sendable { case outcome, reach, process, milestone, context }

    /// Messung: how values are stored and shown.
    package enum Measure: Hashable, Sendable {
        /// Persons or things.
        case count
        /// Events out of a base, shown per `per` (100 for percent).
        case share(per: Double)
        /// Events in relation to a base that they are not part of, and may exceed (cases per 1,000 children).
        case ratio(per: Double)
        /// A number with its own scale, known ready made: mean, index, score.
        case score
        /// Reached or not: 1 or 0. Milestones are no numbers and are never mapped or ranked.
        case yesNo
    }

    /// Zählweise: what the count of a longer period has to do with those of shorter ones.
    package enum Counting: String, CaseIterable, Sendable {
        /// The definition does not say; the publish gate takes it for `flow` wherever the numbers do not contradict.
        case unknown
        /// Bestand on a day or on average: periods do not add up.
        case stock
        /// Ereignisse of a period: a year is the sum of its quarters.
        case flow
    }

    /// Richtung: which way is good.
    package enum Direction: Hashable, Sendable {
        case higherIsBetter, lowerIsBetter
        /// A need or a circumstance, neither good nor bad.
        case neutral
        /// Good between the two.
        case within(ClosedRange<Double>)
    }

    /// What the chain uses it for.
    package enum Use: String, CaseIterable, Sendable {
        case none
        /// How many children or families there are in the stage.
        case population
        /// How great the need is; 0…1 after scaling.
        case need
    }

    /// Ziel: baseline and target for an area, or for all of them.
    package struct Target: Hashable, Sendable {
        package var areaID: ID<Area>?
        package var baseline: Double?
        package var baselinePeriod: Period?
        package var value: Double
        package var period: Period

        package init(
            areaID: ID<Area>? = nil, baseline: Double? = nil, baselinePeriod: Period? = nil, value: Double,
            period: Period
        ) {
            self.areaID = areaID
            self.baseline = baseline
            self.baselinePeriod = baselinePeriod
            self.value = value
            self.period = period
        }
    }

    package init(
        id: ID<Indicator>, key: String, name: String, kind: Kind = .context, measure: Measure = .count,
        counting: Counting = .unknown,
        direction: Direction = .neutral, unit: String = "", numerator: String = "", denominator: String = "",
        baseKey: String? = nil, wholeKey: String? = nil, breakdown: String = "", stages: [LifeStage] = [],
        fields: [FieldOfAction] = [],
        use: Use = .none, source: String = "", office: String = "", periodicity: String = "", licence: String = "",
        readingAid: String = "", caveat: String = "", plausible: ClosedRange<Double>? = nil, threshold: Int = 3,
        hidesZero: Bool = false, dominance: DominanceRule? = nil, targets: [Target] = [], isInvented: Bool = false
    ) {
        self.id = id
        self.key = key
        self.name = name
        self.kind = kind
        self.measure = measure
        self.counting = counting
        self.direction = direction
        self.unit = unit
        self.numerator = numerator
        self.denominator = denominator
        self.baseKey = baseKey
        self.wholeKey = wholeKey
        self.breakdown = breakdown
        self.stages = stages
        self.fields = fields
        self.use = use
        self.source = source
        self.office = office
        self.periodicity = periodicity
        self.licence = licence
        self.readingAid = readingAid
        self.caveat = caveat
        self.plausible = plausible
        self.threshold = threshold
        self.hidesZero = hidesZero
        self.dominance = dominance
        self.targets = targets
        self.isInvented = isInvented
    }
}
