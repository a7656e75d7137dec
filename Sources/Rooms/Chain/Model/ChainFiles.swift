import Areas
import Prevention
import Texts

/// The room's tables as files.
struct ChainFiles {
    private let scene: ChainScene
    private let words: Vocabulary
    private let texts: ChainTexts.File

    init(_ scene: ChainScene, _ language: Language, _ texts: ChainTexts) {
        self.scene = scene
        words = Vocabulary(language)
        self.texts = texts.file
    }

    /// One line for each cell of the chain.
    func matrix(today: Day) -> [UInt8] {
        let overview = scene.overview
        var csv = CSVText(
            head: [texts.area, texts.key, texts.field, texts.stage, texts.offers, texts.places, texts.need, texts.day])
        for field in FieldOfAction.allCases {
            for stage in LifeStage.allCases {
                let supply = overview[stage, field]
                csv.append([
                    .text(overview.area.name), .text(overview.area.key.text), .text(words[field]), .text(words[stage]),
                    .number(supply.offers), .number(supply.places), supply.need.map { .number($0) } ?? .empty,
                    .text(today.description),
                ])
            }
        }
        return csv.bytes
    }

    /// One line for each offer.
    func offers() -> [UInt8] {
        var head = [
            texts.id, texts.title, texts.provider, texts.town, texts.ageFrom, texts.ageTo, texts.stage, texts.field,
            texts.settings, texts.access, texts.source, texts.invented,
        ]
        if scene.isStaff { head.append(texts.tier) }
        var csv = CSVText(head: head)
        for offer in scene.overview.offers { csv.append(line(offer)) }
        return csv.bytes
    }

    private func line(_ offer: ChainOffer) -> [CSVText.Cell] {
        let list = { (values: [String]) in CSVText.Cell.text(values.joined(separator: "|")) }
        var line: [CSVText.Cell] = [
            .text(offer.id.text), .text(offer.title), .text(offer.providerName), list(scene.placeNames(of: offer)),
            offer.ages.map { .number($0.from.months) } ?? .empty, offer.ages.map { .number($0.to.months) } ?? .empty,
            list(offer.stages.map { words[$0] }),
            list(FieldOfAction.allCases.filter(offer.fields.contains).map { words[$0] }),
            list(Setting.allCases.filter(offer.settings.contains).map { words[$0] }),
            .text(offer.access.map { words[$0] } ?? ""),
            list(offer.sources.map { [$0.document, $0.section].filter { !$0.isEmpty }.joined(separator: " ") }),
            .text(offer.isInvented ? texts.yes : texts.no),
        ]
        if scene.isStaff { line.append(.text(offer.tier.map { words[$0] } ?? "")) }
        return line
    }
}
