import Tables

extension RDFGraph {
    /// Turtle (W3C Recommendation, 2014).
    var turtle: String {
        var out = Self.namespaces.map { "@prefix \($0.prefix): <\($0.iri)> .\n" }.joined()
        for resource in resources {
            out += "\n<\(Self.iri(resource.iri))>\n"
            out += resource.statements.map { "    \($0.predicate.short) \(Self.turtle($0.object))" }.joined(
                separator: " ;\n")
            out += " .\n"
        }
        return out
    }

    private static func turtle(_ term: RDFTerm) -> String {
        switch term {
        case .iri(let iri): "<\(self.iri(iri))>"
        case .text(let text, let language): quoted(text) + (language.map { "@\($0)" } ?? "")
        case .typed(let text, let type): quoted(text) + "^^" + type.short
        }
    }

    private static func quoted(_ text: String) -> String {
        var out = "\""
        for scalar in text.unicodeScalars {
            switch scalar {
            case "\\": out += "\\\\"
            case "\"": out += "\\\""
            case "\n": out += "\\n"
            case "\r": out += "\\r"
            case "\t": out += "\\t"
            default: if scalar.value >= 32 { out.unicodeScalars.append(scalar) }
            }
        }
        return out + "\""
    }

    /// Signs that may not stand in an address are percent-encoded.
    private static func iri(_ text: String) -> String {
        var out = ""
        for scalar in text.unicodeScalars {
            if scalar.value <= 32 || "<>\"{}|^`\\".unicodeScalars.contains(scalar) {
                out += "%" + (scalar.value < 16 ? "0" : "") + String(scalar.value, radix: 16, uppercase: true)
            } else {
                out.unicodeScalars.append(scalar)
            }
        }
        return out
    }

    /// RDF 1.1 XML Syntax (W3C Recommendation, 2014).
    var xml: String {
        let spaces = Self.namespaces.map { "\n    xmlns:\($0.prefix)=\"\($0.iri)\"" }.joined()
        var out = "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n<rdf:RDF\(spaces)>\n"
        for resource in resources {
            out += "  <rdf:Description rdf:about=\"\(Self.escaped(Self.iri(resource.iri)))\">\n"
            for (predicate, object) in resource.statements { out += "    \(Self.xml(predicate, object))\n" }
            out += "  </rdf:Description>\n"
        }
        return out + "</rdf:RDF>\n"
    }

    private static func xml(_ predicate: RDFName, _ term: RDFTerm) -> String {
        let name = predicate.short
        return switch term {
        case .iri(let iri): "<\(name) rdf:resource=\"\(escaped(self.iri(iri)))\"/>"
        case .text(let text, let language):
            "<\(name)\(language.map { " xml:lang=\"\($0)\"" } ?? "")>\(escaped(text))</\(name)>"
        case .typed(let text, let type): "<\(name) rdf:datatype=\"\(type.iri)\">\(escaped(text))</\(name)>"
        }
    }

    private static func escaped(_ text: String) -> String {
        var out = ""
        for scalar in text.unicodeScalars {
            switch scalar {
            case "&": out += "&amp;"
            case "<": out += "&lt;"
            case ">": out += "&gt;"
            case "\"": out += "&quot;"
            case "\r": out += "&#13;"
            default: if scalar.value >= 32 || scalar == "\n" || scalar == "\t" { out.unicodeScalars.append(scalar) }
            }
        }
        return out
    }

    /// JSON-LD 1.1 (W3C Recommendation, 2020).
    var jsonLD: JSONValue {
        let context = Self.namespaces.map { JSONValue.Member($0.prefix, .text($0.iri)) }
        return .object([
            .init("@context", .object(context)), .init("@graph", .list(resources.map(Self.json))),
        ])
    }

    private static func json(_ resource: Resource) -> JSONValue {
        var order: [String] = []
        var members: [String: [JSONValue]] = [:]
        for (predicate, object) in resource.statements {
            let isType = predicate == RDFName("rdf", "type")
            let name = isType ? "@type" : predicate.short
            if members[name] == nil { order.append(name) }
            members[name, default: []].append(json(object, isType: isType))
        }
        return .object(
            [.init("@id", .text(iri(resource.iri)))] + order.map { .init($0, .list(members[$0] ?? [])) })
    }

    private static func json(_ term: RDFTerm, isType: Bool) -> JSONValue {
        switch term {
        case .iri(let iri): isType ? .text(iri) : .record([("@id", .text(self.iri(iri)))])
        case .text(let text, let language):
            .record([("@value", .text(plain(text))), ("@language", language.map(JSONValue.text) ?? .null)])
        case .typed(let text, let type): .record([("@value", .text(text)), ("@type", .text(type.iri))])
        }
    }

    /// Without the control characters that the other two forms cannot carry.
    private static func plain(_ text: String) -> String {
        String(
            String.UnicodeScalarView(
                text.unicodeScalars.filter { $0.value >= 32 || "\n\r\t".unicodeScalars.contains($0) }))
    }
}
