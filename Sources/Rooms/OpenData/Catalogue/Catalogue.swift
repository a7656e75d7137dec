import Indicators
import Prevention
import Texts
import Web

/// Katalog: all data sets of the house in the German profile of the European data catalogue vocabulary.
///
/// - Source: DCAT-AP.de 3.0 on DCAT-AP 3.0; lists of the EU Publications Office and of dcat-ap.de.
struct Catalogue {
    let base: String
    let house: String
    let facts: OpenDataFacts
    let texts: OpenDataTexts

    private static let publications = "http://publications.europa.eu/resource/authority/"
    private static let german = RDFTerm.iri(publications + "language/DEU")
    private static let isPublic = RDFTerm.iri(publications + "access-right/PUBLIC")
    private static let available = RDFTerm.iri(publications + "planned-availability/AVAILABLE")

    private var catalogue: String { base + "/offene-daten#katalog" }
    private var publisher: String { base + "/offene-daten#herausgeber" }
    private var contact: String { base + "/offene-daten#kontakt" }
    private var service: String { base + "/api/monitoring#dienst" }

    func graph(_ datasets: [Dataset]) -> RDFGraph {
        var graph = RDFGraph()
        addCatalogue(to: &graph, datasets)
        addAgents(to: &graph)
        addService(to: &graph, datasets)
        addRegister(to: &graph)
        for dataset in datasets { add(dataset, to: &graph) }
        return graph
    }

    // MARK: The catalogue itself

    private func addCatalogue(to graph: inout RDFGraph, _ datasets: [Dataset]) {
        graph.add(catalogue, types: [RDFName("dcat", "Catalog")])
        graph.add(catalogue, RDFName("dct", "title"), .german(texts.catalogueTitle.filled(["house": house])))
        graph.add(catalogue, RDFName("dct", "description"), .german(texts.lead))
        graph.add(catalogue, RDFName("dct", "publisher"), .iri(publisher))
        graph.add(catalogue, RDFName("dct", "language"), Self.german)
        graph.add(catalogue, RDFName("dct", "license"), .iri(Licence.attribution.iri))
        graph.add(catalogue, RDFName("foaf", "homepage"), .iri(base + "/"))
        graph.add(catalogue, RDFName("dcat", "themeTaxonomy"), .iri(Self.publications + "data-theme"))
        graph.add(
            catalogue, RDFName("dct", "modified"), datasets.compactMap(\.modified).max().map { .moment($0.description) }
        )
        graph.add(catalogue, RDFName("dcat", "service"), .iri(service))
        graph.add(catalogue, RDFName("dcat", "dataset"), .iri(register))
        for dataset in datasets { graph.add(catalogue, RDFName("dcat", "dataset"), .iri(address(dataset))) }
    }

    private func addAgents(to graph: inout RDFGraph) {
        graph.add(publisher, types: [RDFName("foaf", "Agent"), RDFName("foaf", "Organization")])
        graph.add(publisher, RDFName("foaf", "name"), .german(facts.publisher))
        graph.add(publisher, RDFName("dct", "type"), .iri("http://purl.org/adms/publishertype/LocalAuthority"))
        graph.add(contact, types: [RDFName("vcard", "Kind"), RDFName("vcard", "Organization")])
        graph.add(contact, RDFName("vcard", "fn"), .text(facts.publisher, language: nil))
        graph.add(contact, RDFName("vcard", "hasEmail"), facts.email.map { .iri("mailto:" + $0) })
        graph.add(contact, RDFName("vcard", "hasURL"), .iri(base + "/rueckmeldung"))
    }

    private func addService(to graph: inout RDFGraph, _ datasets: [Dataset]) {
        graph.add(service, types: [RDFName("dcat", "DataService")])
        graph.add(service, RDFName("dct", "title"), .german(texts.interface))
        graph.add(service, RDFName("dct", "description"), .german(texts.interfaceText))
        graph.add(service, RDFName("dcat", "endpointURL"), .iri(base + "/api/monitoring"))
        graph.add(service, RDFName("dcat", "endpointDescription"), .iri(base + "/api/monitoring/openapi.json"))
        graph.add(service, RDFName("dct", "publisher"), .iri(publisher))
        graph.add(service, RDFName("dcat", "contactPoint"), .iri(contact))
        graph.add(service, RDFName("dct", "license"), .iri(Licence.attribution.iri))
        graph.add(service, RDFName("dct", "accessRights"), Self.isPublic)
        for dataset in datasets { graph.add(service, RDFName("dcat", "servesDataset"), .iri(address(dataset))) }
    }

    // MARK: Data sets

    /// What all data sets have in common.
    private func addDataset(
        _ iri: String, to graph: inout RDFGraph, title: String, description: String, page: String, themes: [String],
        keywords: [String]
    ) {
        graph.add(iri, types: [RDFName("dcat", "Dataset")])
        graph.add(iri, RDFName("dct", "title"), .german(title))
        graph.add(iri, RDFName("dct", "description"), .german(description))
        graph.add(iri, RDFName("dct", "identifier"), .text(iri, language: nil))
        graph.add(iri, RDFName("dct", "publisher"), .iri(publisher))
        graph.add(iri, RDFName("dcat", "contactPoint"), .iri(contact))
        graph.add(iri, RDFName("dcatde", "contributorID"), facts.contributor.map { .iri($0) })
        graph.add(iri, RDFName("dcat", "landingPage"), .iri(page))
        graph.add(iri, RDFName("dct", "language"), Self.german)
        graph.add(iri, RDFName("dct", "accessRights"), Self.isPublic)
        graph.add(iri, RDFName("dcatap", "availability"), Self.available)
        for theme in themes {
            graph.add(iri, RDFName("dcat", "theme"), .iri(Self.publications + "data-theme/" + theme))
        }
        for keyword in keywords { graph.add(iri, RDFName("dcat", "keyword"), .german(keyword)) }
    }

    private func addDistribution(
        _ iri: String, to graph: inout RDFGraph, of dataset: String, title: String, url: String, format: String,
        mediaType: String, licence: Licence, attribution: String
    ) {
        graph.add(dataset, RDFName("dcat", "distribution"), .iri(iri))
        graph.add(iri, types: [RDFName("dcat", "Distribution")])
        graph.add(iri, RDFName("dct", "title"), .german(title))
        graph.add(iri, RDFName("dcat", "accessURL"), .iri(url))
        graph.add(iri, RDFName("dcat", "downloadURL"), .iri(url))
        graph.add(iri, RDFName("dct", "license"), .iri(licence.iri))
        graph.add(iri, RDFName("dcatde", "licenseAttributionByText"), .german(attribution))
        graph.add(iri, RDFName("dct", "format"), .iri(Self.publications + "file-type/" + format))
        graph.add(
            iri, RDFName("dcat", "mediaType"), .iri("https://www.iana.org/assignments/media-types/" + mediaType))
        graph.add(iri, RDFName("dct", "language"), Self.german)
        graph.add(iri, RDFName("dcatap", "availability"), Self.available)
    }

    /// The register of offers, which has its own standard.
    private var register: String { base + "/offene-daten/angebote#datensatz" }

    private func addRegister(to graph: inout RDFGraph) {
        addDataset(
            register, to: &graph, title: texts.register.title, description: texts.register.text,
            page: base + OpenDataPath.register.path(), themes: ["SOCI"], keywords: texts.register.keywords)
        addDistribution(
            base + "/offene-daten/angebote#json", to: &graph, of: register, title: texts.register.title + " (JSON)",
            url: base + "/hsds/v3/services", format: "JSON", mediaType: "application/json", licence: .attribution,
            attribution: facts.publisher)
    }

    func address(_ dataset: Dataset) -> String { page(dataset) + "#datensatz" }
    private func page(_ dataset: Dataset) -> String { base + OpenDataPath.dataset.path(dataset.indicator.key) }

    private func add(_ dataset: Dataset, to graph: inout RDFGraph) {
        let (iri, indicator) = (address(dataset), dataset.indicator)
        addDataset(
            iri, to: &graph, title: indicator.name, description: Dataset.description(indicator), page: page(dataset),
            themes: dataset.themes, keywords: keywords(indicator))
        graph.add(iri, RDFName("dct", "type"), .iri(Self.publications + "dataset-type/STATISTICAL"))
        graph.add(iri, RDFName("dct", "issued"), dataset.issued.map { .moment($0.description) })
        graph.add(iri, RDFName("dct", "modified"), dataset.modified.map { .moment($0.description) })
        graph.add(
            iri, RDFName("dct", "accrualPeriodicity"), .iri(Self.publications + "frequency/" + dataset.frequency))
        addOffice(indicator, iri, to: &graph)
        addPlace(dataset, iri, to: &graph)
        addTime(dataset, iri, to: &graph)
        for (name, format, type) in [("csv", "CSV", "text/csv"), ("json", "JSON", "application/json")] {
            let file = name == "csv" ? OpenDataPath.csv : OpenDataPath.json
            addDistribution(
                page(dataset) + "#" + name, to: &graph, of: iri, title: "\(indicator.name) (\(format))",
                url: base + file.path(indicator.key), format: format, mediaType: type, licence: dataset.licence,
                attribution: indicator.source.isEmpty ? facts.publisher : indicator.source)
        }
    }

    /// The office that answers for the numbers.
    private func addOffice(_ indicator: Indicator, _ iri: String, to graph: inout RDFGraph) {
        guard !indicator.office.isEmpty else { return }
        let office = base + OpenDataPath.dataset.path(indicator.key) + "#amt"
        graph.add(iri, RDFName("dcatde", "originator"), .iri(office))
        graph.add(office, types: [RDFName("foaf", "Agent"), RDFName("foaf", "Organization")])
        graph.add(office, RDFName("foaf", "name"), .german(indicator.office))
    }

    private func addPlace(_ dataset: Dataset, _ iri: String, to graph: inout RDFGraph) {
        let place = dataset.place
        for address in place.addresses { graph.add(iri, RDFName("dcatde", "politicalGeocodingURI"), .iri(address)) }
        graph.add(
            iri, RDFName("dcatde", "politicalGeocodingLevelURI"),
            place.level.map { .iri("http://dcat-ap.de/def/politicalGeocoding/Level/" + $0) })
        graph.add(iri, RDFName("dcatde", "geocodingDescription"), .german(place.names.joined(separator: ", ")))
        guard let center = place.center else { return }
        let location = page(dataset) + "#gebiet"
        graph.add(iri, RDFName("dct", "spatial"), .iri(location))
        graph.add(location, types: [RDFName("dct", "Location")])
        graph.add(location, RDFName("skos", "prefLabel"), .german(place.names.joined(separator: ", ")))
        graph.add(
            location, RDFName("dcat", "centroid"),
            .typed("POINT(\(center.longitude) \(center.latitude))", RDFName("gsp", "wktLiteral")))
    }

    private func addTime(_ dataset: Dataset, _ iri: String, to graph: inout RDFGraph) {
        guard let first = dataset.periods.map(\.firstDay).min(), let last = dataset.periods.map(\.lastDay).max() else {
            return
        }
        let time = page(dataset) + "#zeitraum"
        graph.add(iri, RDFName("dct", "temporal"), .iri(time))
        graph.add(time, types: [RDFName("dct", "PeriodOfTime")])
        graph.add(time, RDFName("dcat", "startDate"), .day(first.description))
        graph.add(time, RDFName("dcat", "endDate"), .day(last.description))
    }

    private func keywords(_ indicator: Indicator) -> [String] {
        let words = Vocabulary(.german)
        return texts.keywords + indicator.fields.map { words[$0] } + indicator.stages.map { words[$0] }
            + (indicator.isInvented ? [texts.invented] : [])
    }
}
