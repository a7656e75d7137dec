import Areas
import HTML
import Offers
import Practice
package import Prevention
import Storage
import Texts
import Web

/// What the writing side needs from other rooms.
package struct WritingPorts: Sendable {
    /// The day of the last trade between a municipality and each other one.
    let trades: @Sendable (ID<Area>) async throws -> [ID<Area>: Day]

    package init(trades: @escaping @Sendable (ID<Area>) async throws -> [ID<Area>: Day]) { self.trades = trades }

    /// A house without an exchange.
    package static let none = WritingPorts { _ in [:] }
}

/// Arbeitsplatz der Praxisdatenbank: what every page of the writing side needs.
struct WritingDesk: Sendable {
    let store: PracticeStore
    let offers: OfferStore
    let areas: AreaDirectory
    let texts: TextCatalogue<WritingTexts>
    let ports: WritingPorts
    /// `nil`: news stand on the pages only.
    let mail: AdopterMail?

    /// - Throws: if the texts in the binary cannot be read.
    init(_ store: PracticeStore, _ areas: AreaDirectory, _ ports: WritingPorts, _ mail: AdopterMail?) throws {
        self.store = store
        self.areas = areas
        self.ports = ports
        self.mail = mail
        offers = OfferStore(database: store.database)
        texts = try TextCatalogue(
            german: PackageResources.writing_de_json, [.english: PackageResources.writing_en_json])
    }

    /// Who has come, with the areas of now.
    ///
    /// - Throws: `Forbidden` without any role here.
    func scene(_ visit: Visit) async throws -> WritingScene {
        let tree = try await areas.current().tree
        return WritingScene(
            writer: try PracticeWriter(visit, tree), tree: tree,
            words: EntryWords(texts[visit.language], visit.language, MunicipalityNames(tree)))
    }

    /// Takes a step of the review; adopters whom it concerns get their mail with it.
    ///
    /// - Throws: `PracticeRefusal.review`; nothing has changed then.
    func take(
        _ step: ReviewFlow.Step, on id: ID<Practice>, by person: Review.Person, as actor: AuditActor,
        because reason: String, at now: Instant, trades: [ID<Area>: Day] = [:], _ tree: AreaTree
    ) async throws {
        try await store.take(step, on: id, by: person, as: actor, because: reason, at: now, trades: trades) {
            try mail?.send($0, tree, texts, $1)
        }
    }

    /// The practice of the address, if the visitor may read it.
    func file(_ visit: Visit, _ scene: WritingScene) async throws -> PracticeFile {
        guard let file = try await store.file(visit.parameters["slug"] ?? ""), scene.writer.reads(file) else {
            throw NotFound()
        }
        return file
    }

    /// Back to a page, which says what was done.
    func done(_ visit: Visit, _ path: String, _ what: WritingDone) -> Answer {
        .redirect(to: .to(path, query: [("fertig", what.rawValue)]), in: visit.language)
    }
}

/// Who has come and the words of the page.
struct WritingScene: Sendable {
    let writer: PracticeWriter
    let tree: AreaTree
    let words: EntryWords

    /// Name of an area that is made up, so that everything about it is.
    func isInvented(_ area: ID<Area>) -> Bool { tree[area]?.isInvented ?? false }
}
