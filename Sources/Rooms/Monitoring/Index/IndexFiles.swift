import Indicators
import Prevention
import Statistics
import Tables
import Web

/// The result as files.
enum IndexFiles {
    /// One row for each area: places, scores, and the values they were made of.
    static func csv(_ scene: IndexScene) -> Answer {
        let groups = scene.definition.groups.indices.map { IndexDefinition.id(ofGroup: $0) }
        let parts = scene.definition.parts.map(\.indicator)
        var writer = CSVWriter(
            header: ["schluessel", "gebiet", "platz_von", "platz_mitte", "platz_bis", "index"]
                + scene.definition.groups.map(\.name) + parts.flatMap { [$0, $0 + "_stand", $0 + "_zustand"] },
            mark: true)
        guard let evaluation = scene.evaluation else { return file(writer, scene) }
        func number(_ value: Double?) -> String { value.map { "\($0)".replacing(".", with: ",") } ?? "" }
        for place in scene.order {
            let area = evaluation.areas[place]
            let band = scene.bands[place]
            var cells = [area.key.text, scene.title(place)]
            cells += [band?.lower, band?.median, band?.upper].map { $0.map(String.init) ?? "" }
            cells += ([IndexDefinition.whole] + groups).map { number(evaluation.result.scores[$0]?[place]) }
            for key in parts {
                let value = evaluation.values[key]?[place] ?? .notAvailable
                cells += [number(value.value), evaluation.periods[key]?.description ?? "", state(value.state)]
            }
            writer.append(cells)
        }
        return file(writer, scene)
    }

    private static func file(_ writer: CSVWriter, _ scene: IndexScene) -> Answer {
        .download(writer.file, name: name(scene) + ".csv", contentType: "text/csv; charset=utf-8")
    }

    private static func name(_ scene: IndexScene) -> String { "index-" + IndexTemplate.key(of: scene.definition.name) }

    private static func state(_ state: PublishedValue.State) -> String {
        switch state {
        case .available: "vorhanden"
        case .suppressed: "geheim"
        case .notAvailable: "nicht vorhanden"
        }
    }

    /// Definition, scores, bands, log: what is needed to compute it again.
    static func json(_ scene: IndexScene) -> Answer {
        let evaluation = scene.evaluation
        func numbers(_ values: [Double?]) -> JSONValue { .list(values.map { $0.map(JSONValue.number) ?? .null }) }
        let scores = (evaluation?.result.scores ?? [:]).sorted { $0.key < $1.key }.map { key, values in
            JSONValue.Member(key == IndexDefinition.whole ? "index" : key, numbers(values))
        }
        let value: JSONValue = .record([
            ("id", .text(scene.definition.id.text)), ("version", .int(scene.definition.version)),
            ("definition", scene.definition.json), ("invented", .bool(scene.isInvented)),
            ("sources", .texts(scene.sources)),
            ("areas", .texts(evaluation?.areas.map(\.key.text) ?? [])),
            ("names", .texts(evaluation?.areas.map(\.name) ?? [])),
            (
                "periods",
                .object(
                    (evaluation?.periods ?? [:]).sorted { $0.key < $1.key }.map {
                        .init($0.key, .text($0.value.description))
                    })
            ),
            ("scores", .object(scores)),
            (
                "bands",
                .list(scene.bands.map { $0.map { .list([.int($0.lower), .int($0.median), .int($0.upper)]) } ?? .null })
            ),
            (
                "leaveOneOut",
                .list(
                    scene.leftOut.map {
                        .object([
                            .init("id", .text($0.id)),
                            .init("meanRankChange", $0.meanRankChange.map(JSONValue.number) ?? .null),
                        ])
                    })
            ),
            ("log", .list((evaluation?.result.log ?? []).map(entry))),
        ])
        return Answer.json(value.description).adding(
            ("Content-Disposition", "attachment; filename=\"\(name(scene)).json\""))
    }

    private static func entry(_ entry: IndexLogEntry) -> JSONValue {
        .record([
            ("step", .text(entry.step.rawValue)), ("action", .text(entry.action.rawValue)),
            ("subject", .text(entry.subject)), ("count", .int(entry.count)),
            ("skew", entry.before.map { .number($0.skew) } ?? .null),
            ("kurtosis", entry.before.map { .number($0.kurtosis) } ?? .null),
        ])
    }
}
