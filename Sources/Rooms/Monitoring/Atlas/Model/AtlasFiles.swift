import Design
import HTML
import Indicators
import Prevention
import Statistics
import Texts

/// A map as files.
struct AtlasFiles {
    let words: AtlasWords
    private var scene: AtlasScene { words.scene }

    /// One line for each area of the layer, and one for the region as a whole if it is published.
    func table() -> [UInt8] {
        let texts = words.texts.atlas
        let shared = words.texts.shared
        var csv = CSVText(head: [
            texts.csvKey, texts.csvName, texts.csvIndicator, texts.csvPeriod, texts.csvValue, texts.csvUnit,
            texts.csvState, texts.csvLower, texts.csvUpper, texts.events, shared.base, texts.csvVersion, shared.source,
        ])
        for (place, area) in scene.layer.areas.enumerated() {
            csv.append(line(area, scene.column.values[place], scene.column.states[place]))
        }
        let root = scene.layer.root
        let published = scene.series[root.id, scene.period]
        if let value = published.number(scene.query.shown, scene.indicator.measure) {
            csv.append(line(root, value, .available))
        }
        return csv.bytes
    }

    private func line(_ area: Area, _ value: Double, _ state: PublishedValue.State) -> [CSVText.Cell] {
        let published = scene.series[area.id, scene.period]
        let limits = scene.query.shown == .published ? published.limits(scene.indicator.measure) : nil
        let number = { (value: Double?) -> CSVText.Cell in
            value.map { .decimal($0, mark: words.language == .english ? "." : ",") } ?? .empty
        }
        let known = state == .available ? words.texts.atlas.stateKnown : words.values.state(state)
        return [
            .text(area.key.text), .text(area.name), .text(scene.indicator.name), .text(scene.period.description),
            number(value), .text(words.unit), .text(known), number(limits?.lower), number(limits?.upper),
            number(published.events), number(published.base), .number(published.version),
            .text(scene.indicator.source),
        ]
    }

    func drawing() -> [UInt8] {
        let note = words.note
        let notes = [
            words.legendTitle, "\(words.texts.shared.source): \(note.source)",
            scene.indicator.isInvented ? words.texts.shared.invented : "",
        ]
        return words.map(linked: false).file(notes: notes.filter { !$0.isEmpty })
    }

    /// `atlas-kinder-sgb2-05913-2022.csv`
    func name(_ ending: String) -> String {
        let period = scene.period.description.replacing("/", with: "-")
        return "atlas-\(scene.indicator.key)-\(AreaSlug.text(scene.layer.root.key))-\(period).\(ending)"
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
