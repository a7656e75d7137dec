import Areas
package import Foundation
package import Indicators
import Prevention
import Storage

/// Kennzahlen des Modellvorhabens: the few real numbers of the reports that stand for whole municipalities.
package struct FigureReader {
    /// Indicators with their measured values.
    package struct Content: Sendable {
        package let indicators: [Indicator]
        package let values: [MeasuredValue]
    }

    private let municipalities: [Municipality]
    private let practices: [SourcePractice]

    /// - Parameter folder: `Examples/model-project`.
    /// - Throws: `ModelProjectError` naming the file that is missing or broken.
    package init(folder: URL) throws {
        let files = SourceFolder(url: folder)
        municipalities = try files.read("municipalities.json")
        practices = try files.read("practices.json")
    }

    private struct Municipality: Decodable {
        struct Count: Decodable {
            let reportYear, total: Int
            let under18: Int?
            let note: String?
        }

        let ags: String
        let modelMunicipality: Bool?
        let population: [Count]
    }

    package func content() -> Content {
        let people = Self.people
        let children = Self.children
        let share = Self.share
        var values: [MeasuredValue] = []
        for municipality in municipalities where municipality.modelMunicipality == true {
            guard let key = AreaKey(official: municipality.ags) else { continue }
            let place = MeasuredValue.Place.area(ID(key: key))
            // The report of 2016 mostly reprints the numbers of 2013, which then say nothing about 2016.
            for count in municipality.population
            where count.reportYear >= 2013 && count.note?.hasPrefix("unverändert") != true {
                guard let period = Period(year: count.reportYear) else { continue }
                let total = Double(count.total)
                values.append(MeasuredValue(people, place: place, period: period, events: total))
                guard let under18 = count.under18.map(Double.init) else { continue }
                values.append(MeasuredValue(children, place: place, period: period, events: under18))
                values.append(MeasuredValue(share, place: place, period: period, events: under18, base: total))
            }
        }
        return Content(indicators: [people, children, share, Self.reached, Self.births], values: values + famos())
    }

    /// Births in the hospital of Unna and women whom FamoS advised, as the practice tells them.
    private func famos() -> [MeasuredValue] {
        guard let practice = practices.first(where: { $0.id == "kreis-unna-famos" }),
            let key = AreaKey(official: "05978")
        else { return [] }
        let figure = { (label: String) in practice.keyFigures.first { $0.label == label } }
        guard let births = figure("Geburten"), let reached = figure("beratene Wöchnerinnen"), let base = births.value,
            let events = reached.value, let period = births.year.flatMap({ Period(year: $0) })
        else { return [] }
        let place = MeasuredValue.Place.area(ID<Area>(key: key))
        return [
            MeasuredValue(Self.births, place: place, period: period, events: base),
            MeasuredValue(Self.reached, place: place, period: period, events: events, base: base),
        ]
    }

    // MARK: Definitions

    private static let report = "Fachbericht 2013 und Abschlussbericht 2016 „Kommunale Präventionsketten“"
    private static let caveat =
        "Die Berichte nennen keinen Stichtag; wo 2016 nur die Zahl von 2013 wiederholt, steht sie nur bei 2013."

    private static let people = Indicator(
        id: id("einwohner-modellkommunen"), key: "einwohner-modellkommunen", name: "Einwohner der Modellkommunen",
        measure: .count, unit: "Menschen", numerator: "Einwohnerinnen und Einwohner laut Bericht", source: report,
        office: "Modellkommunen", periodicity: "einmalig je Bericht", licence: "Angabe der Berichte",
        readingAid: "So viele Menschen nennt der Bericht für die Kommune.", caveat: caveat, plausible: 0...10_000_000,
        threshold: 1)
    private static let children = Indicator(
        id: id("unter-18-modellkommunen"), key: "unter-18-modellkommunen", name: "Unter 18-Jährige der Modellkommunen",
        measure: .count, unit: "Kinder", numerator: "Kinder und Jugendliche unter 18 Jahren laut Bericht",
        baseKey: people.key, source: report, office: "Modellkommunen", periodicity: "einmalig je Bericht",
        licence: "Angabe der Berichte", readingAid: "So viele Kinder und Jugendliche nennt der Bericht.",
        caveat: caveat + " Meist auf Zehner gerundet.", plausible: 0...10_000_000, threshold: 1)
    private static let share = Indicator(
        id: id("anteil-unter-18-modellkommunen"), key: "anteil-unter-18-modellkommunen",
        name: "Anteil der unter 18-Jährigen, Modellkommunen", measure: .share(per: 100), unit: "%",
        numerator: children.numerator, denominator: people.numerator, baseKey: people.key, source: report,
        office: "Modellkommunen", periodicity: "einmalig je Bericht", licence: "Angabe der Berichte",
        readingAid: "Von 100 Menschen der Kommune sind so viele unter 18 Jahre alt.", caveat: caveat,
        plausible: 0...100, threshold: 1)
    private static let births = Indicator(
        id: id("geburten-katharinen-hospital-unna"), key: "geburten-katharinen-hospital-unna",
        name: "Geburten im Katharinen-Hospital Unna", measure: .count, unit: "Geburten",
        numerator: "Geburten in der Klinik", stages: [.pregnancyAndBirth], fields: [.health],
        source: "Abschlussbericht 2016, Teil C, Kap. 6: FamoS", office: "FamoS, Kreis Unna", periodicity: "jährlich",
        licence: "Angabe des Berichts", readingAid: "So viele Kinder kamen in der Klinik zur Welt.",
        caveat: "Geburten in einer Klinik, nicht alle Geburten des Kreises.", plausible: 0...100_000, threshold: 3)
    private static let reached = Indicator(
        id: id("famos-beratene-muetter"), key: "famos-beratene-muetter", name: "Von FamoS beratene Mütter",
        kind: .reach, measure: .share(per: 100), direction: .higherIsBetter, unit: "%",
        numerator: "nach der Geburt beratene Frauen", denominator: "Geburten in der Klinik", baseKey: births.key,
        stages: [.pregnancyAndBirth], fields: [.health, .childAndYouthWelfare],
        source: "Abschlussbericht 2016, Teil C, Kap. 6: FamoS", office: "FamoS, Kreis Unna", periodicity: "jährlich",
        licence: "Angabe des Berichts",
        readingAid: "Nach so vielen von 100 Geburten im Katharinen-Hospital hat FamoS die Mutter beraten.",
        caveat: "Geburten und Frauen sind bei Mehrlingen nicht dasselbe.", plausible: 0...100, threshold: 3)

    /// Derived from the key, so that every house gives the same indicator the same id.
    private static func id(_ key: String) -> ID<Indicator> { ID(.modelProject, name: "indicator/" + key) }
}
