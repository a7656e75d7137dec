package import Areas
import Indicators
import Prevention
import Tables
import Texts
package import Web

/// Offene Daten: what everybody may see of the monitoring, for people, harvesters and programs.
///
/// Nothing but published values before whose embargo has ended leaves this room, whoever asks.
package struct OpenDataRoom: Room {
    package static let name = "open-data"
    let source: OpenDataSource
    let directory: AreaDirectory
    let house: HouseFacts
    let facts: OpenDataFacts
    let publicURL: String?
    let texts: TextCatalogue<OpenDataTexts>

    /// - Parameter publicURL: address of the house without a slash at its end; `nil` takes the one by which the visitor
    ///   came.
    package init(
        source: OpenDataSource, directory: AreaDirectory, house: HouseFacts, facts: OpenDataFacts, publicURL: String?
    ) throws {
        self.source = source
        self.directory = directory
        self.house = house
        self.facts = facts
        self.publicURL = publicURL
        texts = try TextCatalogue(german: PackageResources.de_json, [.english: PackageResources.en_json])
    }

    package func addRoutes(to routes: inout RouteTable) {
        routes.get(OpenDataPath.start.pattern, allow: .everyone) { visit in
            cataloguePage(visit, try await datasets(visit), texts[visit.language])
        }
        routes.get(OpenDataPath.dataset.pattern, allow: .everyone) { visit in
            let series = try await series(visit)
            let facilities = try await source.facilities(series.indicator.key, visit.now.berlinDay)
            return datasetPage(
                visit, try await dataset(series, visit), try await rows(series), hasFacilities: !facilities.isEmpty,
                texts[visit.language])
        }
        addFiles(to: &routes)
        addFacilities(to: &routes)
        addAPI(to: &routes)
    }

    private func addFiles(to routes: inout RouteTable) {
        routes.get(OpenDataPath.turtle.pattern, allow: .everyone) { visit in
            Answer(
                contentType: "text/turtle; charset=utf-8", body: Array(try await graph(visit).turtle.utf8))
        }
        routes.get(OpenDataPath.xml.pattern, allow: .everyone) { visit in
            Answer(
                contentType: "application/rdf+xml; charset=utf-8", body: Array(try await graph(visit).xml.utf8))
        }
        routes.get(OpenDataPath.jsonLD.pattern, allow: .everyone) { visit in
            Answer(
                contentType: "application/ld+json; charset=utf-8",
                body: Array(try await graph(visit).jsonLD.description.utf8))
        }
        routes.get(OpenDataPath.csv.pattern, allow: .everyone) { visit in
            let series = try await series(visit)
            return .download(
                ValuesFile(series: series, rows: try await rows(series)).csv, name: series.indicator.key + ".csv",
                contentType: "text/csv; charset=utf-8; header=present")
        }
        routes.get(OpenDataPath.csvDescription.pattern, allow: .everyone) { visit in
            let series = try await series(visit)
            let dataset = try await dataset(series, visit)
            let url = visit.houseAddress(publicURL) + OpenDataPath.csv.path(series.indicator.key)
            return .json(
                ValuesFile(series: series, rows: []).csvDescription(
                    url: url, publisher: facts.publisher, licence: dataset.licence, modified: dataset.modified
                ).description)
        }
        routes.get(OpenDataPath.json.pattern, allow: .everyone) { visit in
            let series = try await series(visit)
            let description = MonitoringAPI(base: visit.houseAddress(publicURL)).indicator(
                try await dataset(series, visit))
            return .json(ValuesFile(series: series, rows: try await rows(series)).json(description).description)
        }
    }

    // MARK: What routes need

    func series(_ visit: Visit) async throws -> PublishedSeries {
        guard let key = visit.parameters["key"], let series = try await source.one(key, visit.now.berlinDay) else {
            throw NotFound()
        }
        return series
    }

    func dataset(_ series: PublishedSeries, _ visit: Visit) async throws -> Dataset {
        Dataset(
            series, try await directory.current().tree,
            moments: try await source.moments(series.indicator.key, visit.now.berlinDay))
    }

    func datasets(_ visit: Visit) async throws -> [Dataset] {
        var datasets: [Dataset] = []
        for series in try await source.series(visit.now.berlinDay) { datasets.append(try await dataset(series, visit)) }
        return datasets
    }

    private func rows(_ series: PublishedSeries) async throws -> [ValueRow] {
        series.rows(try await directory.current().tree)
    }

    /// The catalogue is German, whatever the visitor speaks.
    private func graph(_ visit: Visit) async throws -> RDFGraph {
        let address = visit.houseAddress(publicURL)
        return Catalogue(
            base: address.isEmpty ? "http://localhost" : address, house: house.name, facts: facts, texts: texts[.german]
        ).graph(try await datasets(visit))
    }
}

extension OpenDataRoom {
    /// Keys of texts that a language lacks.
    package var missingTexts: [String] { texts.missing.values.flatMap { $0 }.sorted() }
}
