import Areas
package import Foundation
import Indicators
import ModelProject
package import Musterkreis
package import Offers
import Practices
package import Prevention
import Records
package import Storage

/// Vorführhaus: fills a house with the model project's facts and the invented Musterkreis.
package struct DemoHouse: Sendable {
    let database: Database
    let actor = AuditActor.system("demo")

    /// - Parameter database: migrated.
    package init(database: Database) { self.database = database }

    /// What was new.
    package struct Report: Sendable, Equatable {
        package var areas = 0
        package var offers = 0
        package var records = 0
        package var practices = 0
        /// Measured values of indicators.
        package var values = 0
        /// The Musterkreis provider with the most offers.
        package var busiestProvider: ID<Provider>?

        package init(
            areas: Int = 0, offers: Int = 0, records: Int = 0, practices: Int = 0, values: Int = 0,
            busiest: ID<Provider>? = nil
        ) {
            busiestProvider = busiest
            self.values = values
            self.areas = areas
            self.offers = offers
            self.records = records
            self.practices = practices
        }
    }

    /// Loads the model project from `Examples/model-project`; running it again changes nothing.
    ///
    /// - Throws: `ModelProjectError` naming the file that is missing or broken.
    package func loadModelProject(from folder: URL, at now: Instant) async throws -> Report {
        var report = Report()
        let file = folder.appending(path: "municipalities.json")
        guard let data = try? Data(contentsOf: file) else { throw ModelProjectError.missing(file.path) }
        let areas = try MunicipalityImporter(data, file: file.path).areas()
        report.areas = try await AreaStore(database: database).save(areas.areas, by: actor, at: now).created
        let content = try OfferReader(folder: folder).content()
        report.offers = try await OfferStore(database: database).load(
            RegisterStock(providers: content.providers, offers: content.offers), origin: "model-project", by: actor,
            at: now)
        let records = try RecordReader(folder: folder).records()
        report.records = try await RecordStore(database: database).save(records, by: actor, at: now).created
        report.practices = try await loadPractices(
            try PracticeReader(folder: folder).practices().map {
                LoadedPractice($0.practice, slug: $0.slug)
            }, from: "model-project", at: now)
        try await loadLearning(from: folder, at: now)
        let figures = try FigureReader(folder: folder).content()
        report.values = try await load(
            figures.indicators, figures.values, from: ValueOrigin(name: "Modellvorhaben"), at: now)
        return report
    }

    /// Loads a Musterkreis; running it again with the same plan changes nothing.
    package func loadMusterkreis(_ plan: MusterkreisPlan, at now: Instant) async throws -> Report {
        var report = Report()
        let kreis = Musterkreis(plan, today: now.utcDay)
        let areas = AreaImportPlan(areas: kreis.areas, outlines: kreis.outlines, source: "Musterkreis, erfunden")
        report.areas = try await AreaStore(database: database).apply(areas, by: actor, at: now).created
        report.offers = try await OfferStore(database: database).load(
            RegisterStock(providers: kreis.providers, facilities: kreis.facilities, offers: kreis.offers),
            origin: "musterkreis", by: actor, at: now)
        report.practices = try await loadPractices(
            kreis.practices.map { LoadedPractice($0.practice, slug: $0.slug, isInvented: true) }, from: "musterkreis",
            at: now)
        try await loadLearning(of: kreis, at: now)
        report.values = try await load(
            kreis.indicators, kreis.values, from: ValueOrigin(name: "Musterkreis"), at: now)
        let kitas = kreis.examinedByKita
        report.values += try await IndicatorStore(database: database).record(
            kitas.values, facilities: kitas.facilities, from: ValueOrigin(name: "Musterkreis"), by: actor, at: now
        ).created
        let counts = Dictionary(grouping: kreis.offers, by: \.providerID).mapValues(\.count)
        report.busiestProvider = counts.max { ($0.value, $1.key.text) < ($1.value, $0.key.text) }?.key
        return report
    }
}
