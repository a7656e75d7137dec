/// RDF-Graph: statements about resources, in the order in which they were made; written as Turtle, RDF/XML and JSON-LD.
struct RDFGraph: Sendable {
    /// One resource with what is said about it.
    struct Resource: Sendable {
        let iri: String
        var statements: [(predicate: RDFName, object: RDFTerm)] = []
    }

    private(set) var resources: [Resource] = []
    private var positions: [String: Int] = [:]

    /// The namespaces that names may come from.
    static let namespaces: [(prefix: String, iri: String)] = [
        ("adms", "http://www.w3.org/ns/adms#"), ("dcat", "http://www.w3.org/ns/dcat#"),
        ("dcatap", "http://data.europa.eu/r5r/"), ("dcatde", "http://dcat-ap.de/def/dcatde/"),
        ("dct", "http://purl.org/dc/terms/"), ("foaf", "http://xmlns.com/foaf/0.1/"),
        ("gsp", "http://www.opengis.net/ont/geosparql#"), ("rdf", "http://www.w3.org/1999/02/22-rdf-syntax-ns#"),
        ("skos", "http://www.w3.org/2004/02/skos/core#"), ("vcard", "http://www.w3.org/2006/vcard/ns#"),
        ("xsd", "http://www.w3.org/2001/XMLSchema#"),
    ]

    /// Says something; a `nil` object says nothing.
    mutating func add(_ subject: String, _ predicate: RDFName, _ object: RDFTerm?) {
        guard let object else { return }
        let position = positions[subject] ?? resources.count
        if position == resources.count {
            positions[subject] = position
            resources.append(Resource(iri: subject))
        }
        resources[position].statements.append((predicate, object))
    }

    mutating func add(_ subject: String, types: [RDFName]) {
        for type in types { add(subject, RDFName("rdf", "type"), .iri(type.iri)) }
    }
}

/// A name within one of the graph's namespaces: `dct:title`.
struct RDFName: Hashable, Sendable {
    let prefix: String
    let local: String

    init(_ prefix: String, _ local: String) {
        self.prefix = prefix
        self.local = local
    }

    var iri: String { (RDFGraph.namespaces.first { $0.prefix == prefix }?.iri ?? "") + local }
    var short: String { "\(prefix):\(local)" }
}

/// What is said about a resource: another resource or a value.
enum RDFTerm: Hashable, Sendable {
    case iri(String)
    case text(String, language: String?)
    case typed(String, RDFName)

    /// German text; `nil` for an empty one.
    static func german(_ text: String) -> RDFTerm? { text.isEmpty ? nil : .text(text, language: "de") }
    static func day(_ text: String) -> RDFTerm { .typed(text, RDFName("xsd", "date")) }
    static func moment(_ text: String) -> RDFTerm { .typed(text, RDFName("xsd", "dateTime")) }
}
