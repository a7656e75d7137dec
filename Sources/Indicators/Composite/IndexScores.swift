import Prevention
import Statistics
import Tables

/// Indexwerte: the scores of an index for all periods, as they become values of an indicator.
struct IndexScores: Sendable {
    let definition: IndexDefinition
    /// Oldest first.
    let evaluations: [(period: Period, evaluation: IndexEvaluation)]
    private let series: [String: PublishedSeries]

    /// The fewest areas with a score that make a comparison.
    static let fewest = 3

    /// Periods for which half of the indicators have values of their own and three areas get a score; what a period
    /// lacks comes from the newest one before it.
    init(_ definition: IndexDefinition, _ series: [String: PublishedSeries], over territory: IndexTerritory) {
        self.definition = definition
        self.series = series
        let parts = definition.parts.map(\.indicator)
        let own = { (period: Period) in parts.count { series[$0]?.periods.contains(period) ?? false } }
        let periods = Set(parts.flatMap { series[$0]?.periods ?? [] }).sorted()
        evaluations = periods.filter { own($0) * 2 >= parts.count }.compactMap { period in
            guard let found = try? IndexEvaluation(definition, series, areas: territory.areas, upTo: period),
                found.scores().count(where: { $0 != nil }) >= Self.fewest
            else { return nil }
            return (period, found)
        }
    }

    /// A score is "suppressed" where a hidden value keeps it from being computed.
    func values(of indicator: ID<Indicator>) -> [MeasuredValue] {
        evaluations.flatMap { period, found in
            zip(found.areas.indices, found.scores()).map { place, score in
                let isHidden = found.values.values.contains { $0[place].state == .suppressed }
                return MeasuredValue(
                    indicator: indicator, place: .area(found.areas[place].id), period: period,
                    state: score != nil ? .available : isHidden ? .suppressed : .notAvailable, value: score)
            }
        }
    }

    /// Each source once, in the order of the indicators.
    var sources: [String] { each(\.source) }

    private func each(_ text: (Indicator) -> String) -> [String] {
        var all: [String] = []
        for part in definition.parts {
            let word = series[part.indicator].map { text($0.indicator) } ?? ""
            if !word.isEmpty, !all.contains(word) { all.append(word) }
        }
        return all
    }

    var provenance: JSONValue {
        let weights = (try? definition.design.effectiveWeights()) ?? [:]
        let periods = evaluations.map { period, found in
            let each = definition.parts.compactMap { part in
                found.periods[part.indicator].map { (part.indicator, JSONValue.text($0.description)) }
            }
            return (period.description, JSONValue.record(each))
        }
        return .record([
            ("version", .int(definition.version)), ("definition", definition.json),
            (
                "weights",
                .record(definition.parts.map { ($0.indicator, .number(weights[$0.indicator] ?? 0)) })
            ),
            ("sources", .texts(sources)), ("periods", .record(periods)),
        ])
    }

    /// The indicator that holds the scores. What planners decide about it later (office, use in the chain, targets)
    /// stays as it is.
    func indicator(_ id: ID<Indicator>, over known: Indicator?) -> Indicator {
        let isOpen = definition.hasOpenScale
        var indicator =
            known
            ?? Indicator(
                id: id, key: Self.key(definition), name: definition.name, kind: .context, measure: .score,
                unit: "Punkte")
        indicator.name = definition.name
        indicator.measure = .score
        indicator.direction = .higherIsBetter
        indicator.threshold = 1
        indicator.plausible = isOpen ? nil : 0...100
        indicator.numerator =
            "aus \(definition.parts.count) veröffentlichten Kenngrößen in \(definition.groups.count) Teilindizes"
        indicator.periodicity = "neu gerechnet, wenn die Kenngrößen neu veröffentlicht sind"
        indicator.source = sources.joined(separator: "; ")
        indicator.licence = each(\.licence).joined(separator: "; ")
        indicator.isInvented = series.values.contains { $0.indicator.isInvented }
        indicator.readingAid =
            (isOpen ? "Je höher, desto günstiger. " : "0 ist am ungünstigsten, 100 am günstigsten. ")
            + "Verglichen werden die Gebiete eines Jahres miteinander: Steigt der Wert, steht das Gebiet im Vergleich "
            + "günstiger da als im Jahr davor."
        indicator.caveat =
            "Gewichte und Verfahren sind Entscheidungen (Fassung \(definition.version)). Wie fest ein Platz ist, zeigt "
            + "die Seite des Index mit Platzspannen."
        return indicator
    }

    /// "index-" and the name, at most 60 letters, digits and hyphens.
    static func key(_ definition: IndexDefinition) -> String {
        let words = IndexTemplate.key(of: definition.name).split(separator: "-")
        return words.reduce("index") { $0.utf8.count + $1.utf8.count < 60 ? "\($0)-\($1)" : $0 }
    }
}

extension IndexDefinition {
    /// Whether its scores have no fixed ends.
    var hasOpenScale: Bool {
        design.scale(normalisation, aggregation).normalisation == .z || aggregation == .copeland
    }
}
