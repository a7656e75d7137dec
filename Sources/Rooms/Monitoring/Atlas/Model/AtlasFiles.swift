import Design
import HTML
import Indicators
import Prevention
import Print
import Statistics
import Texts

/// A map as files: table (CSV, ODS) and picture (SVG, PNG).
struct AtlasFiles {
    let words: AtlasWords
    /// Places with offers that are drawn on it.
    var points: [ClassMap.Point] = []
    private var scene: AtlasScene { words.scene }
    private var shared: MonitoringTexts.Shared { words.texts.shared }

    private var head: [String] {
        let texts = words.texts.atlas
        return [
            texts.csvKey, texts.csvName, texts.csvIndicator, texts.csvPeriod, texts.csvValue, texts.csvUnit,
            texts.csvState, texts.csvLower, texts.csvUpper, texts.events, shared.base, texts.csvVersion, shared.source,
        ]
    }

    /// One row for each area of the layer, and one for the region as a whole if it is published.
    private var rows: [[TableCell]] {
        let layer = scene.layer
        var rows = layer.areas.indices.map { place in
            row(layer.areas[place], layer.names[place], scene.column.values[place], scene.column.states[place])
        }
        let published = scene.series[layer.root.id, scene.period]
        if let value = published.number(scene.query.shown, scene.indicator.measure) {
            rows.append(row(layer.root, layer.root.name, value, .available))
        }
        return rows
    }

    private func row(_ area: Area, _ name: String, _ value: Double, _ state: PublishedValue.State) -> [TableCell] {
        let published = scene.series[area.id, scene.period]
        let limits = scene.query.shown == .published ? published.limits(scene.indicator.measure) : nil
        let number = { (value: Double?) -> TableCell in
            value.map { $0.isFinite ? .number("\($0)", $0) : .empty } ?? .empty
        }
        let known = state == .available ? words.texts.atlas.stateKnown : words.values.state(state)
        return [
            .text(area.key.text), .text(name), .text(scene.indicator.name), .text(scene.period.description),
            number(value), .text(words.unit), .text(known), number(limits?.lower), number(limits?.upper),
            number(published.events), number(published.base), number(Double(published.version)),
            .text(scene.indicator.source),
        ]
    }

    func table() -> [UInt8] {
        var csv = CSVText(head: head)
        let mark = words.language == .english ? "." : ","
        for row in rows {
            csv.append(
                row.map { cell in
                    switch cell {
                    case .number(_, let number?): .decimal(number, mark: mark)
                    case .text(let words): .text(words)
                    default: .empty
                    }
                })
        }
        return csv.bytes
    }

    func drawing() -> [UInt8] {
        let note = words.note
        let notes = [
            words.legendTitle, points.isEmpty ? "" : "\(words.texts.atlas.offersKey.prefix { $0 != "." }).",
            "\(shared.source): \(note.source)",
            scene.indicator.isInvented ? shared.invented : "",
        ]
        return words.map(points, linked: false).file(notes: notes.filter { !$0.isEmpty })
    }

    /// The same map as spreadsheet and as PNG.
    var figure: FigureFile {
        FigureFile(
            name: name(""), picture: PictureFile(finished: drawing()),
            table: DataTable(words.heading, columns: head.map { Column($0) }, rows: rows),
            sources: ["\(shared.source): \(words.note.source)"] + FigureFile.notes([scene.indicator], words.texts),
            words.texts, words.language)
    }

    /// `atlas-kinder-sgb2-05913-2022.csv`; without an ending just the name.
    func name(_ ending: String) -> String {
        let period = scene.period.description.replacing("/", with: "-")
        return "atlas-\(scene.indicator.key)-\(AreaSlug.text(scene.layer.root.key))-\(period)"
            + (ending.isEmpty ? "" : ".\(ending)")
    }
}

/// Antwort auf einen Wechsel: what the script needs to colour a map it already has.
struct AtlasAnswer {
    let words: AtlasWords
    private var scene: AtlasScene { words.scene }

    /// Compact JSON: 4,500 areas stay below 5 kB.
    func json() -> String {
        let quoted = JSONText.quoted
        let legend = words.legend.map { "[\($0.step),\(quoted($0.words))]" }.joined(separator: ",")
        var text = "{\"m\":\(quoted(scene.layer.mark)),\"k\":\"\(words.digits)\",\"p\":\"\(words.palette.rawValue)\""
        text += ",\"l\":[\(legend)],\"n\":\(quoted(words.legendTitle)),\"t\":\(quoted(words.heading))"
        text += ",\"z\":\(quoted(scene.period.description))"
        if !scene.layer.isLarge {
            text += ",\"f\":\(quoted(words.finding))"
            let all = scene.layer.areas.indices
            text += ",\"w\":[\(all.map { quoted(words.words(at: $0)) }.joined(separator: ","))]"
            if scene.layer.projection == nil {
                text += ",\"v\":[\(all.map { quoted(words.short(at: $0)) }.joined(separator: ","))]"
            }
        }
        return text + "}"
    }
}
