import Areas
import Design
import HTML
import Practice
import Prevention
import Texts
import Web

/// Routen der Praxisblätter: the sheet of one practice, and the magazine of several.
struct SheetRoutes: Sendable {
    /// All published entries.
    let index: @Sendable (Day) async throws -> PracticeIndex
    /// What a practice cannot do without.
    let conditions: @Sendable (ID<Practice>) async throws -> [String]
    let publicURL: String?
    /// Whether a transfer can be asked for in this house.
    let hasExchange: Bool

    /// `GET /praxis/kreis-unna-famos/blatt`
    @Sendable func sheet(_ visit: Visit) async throws -> Answer {
        let index = try await index(visit.now.berlinDay)
        guard let place = index.place(of: visit.parameters["slug"] ?? "") else { throw NotFound() }
        let facts = try await facts(index.entries[place], index.tree, visit)
        let page = SheetPage(facts: facts, texts: texts(visit).sheet, language: visit.language)
        var head = PageHead(page.title, description: facts.sheet.lead, section: PracticesRoom.name)
        head.styles.insert(.leaves)
        return visit.page(head) { page.write($0) }
    }

    /// `GET /-/muster/praxisblatt`: the fullest sheet that the limits let pass.
    @Sendable func fullest(_ visit: Visit) async throws -> Answer {
        let facts = SheetFacts(
            FullSheet.entry, FullSheet.tree, conditions: FullSheet.conditions, house: visit.houseAddress(publicURL),
            day: FullSheet.day, visit.language, texts(visit).sheet)
        let page = SheetPage(facts: facts, texts: texts(visit).sheet, language: visit.language)
        var head = PageHead(page.title, isPrivate: true)
        head.styles.insert(.leaves)
        return visit.page(head) { page.write($0) }
    }

    /// `GET /praxis/magazin?p=kreis-unna-famos&p=…&titel=…&ausgabe=…&programm=…&vorwort=…`
    @Sendable func magazine(_ visit: Visit) async throws -> Answer {
        let texts = texts(visit)
        let index = try await index(visit.now.berlinDay)
        let all = index.entries.map { MagazineChoice($0, index.tree, visit.language) }.sorted { $0.order < $1.order }
        let chosen = Set(visit.query.values("p"))
        var magazine = Magazine()
        for choice in all where chosen.contains(choice.entry.slug) {
            magazine.sheets.append(try await facts(choice.entry, index.tree, visit))
        }
        var problems: [FieldProblem] = []
        magazine.name = read("titel", Magazine.longestName, visit, texts.magazine, &problems)
        magazine.issue = read("ausgabe", Magazine.longestName, visit, texts.magazine, &problems)
        magazine.programme = read("programm", Magazine.longestName, visit, texts.magazine, &problems)
        magazine.foreword = read("vorwort", Magazine.longestForeword, visit, texts.magazine, &problems)
        let page = MagazinePage(
            magazine: magazine, all: all, problems: problems, query: visit.query, texts: texts,
            language: visit.language)
        var head = PageHead(
            magazine.name.isEmpty ? texts.magazine.title : magazine.name, section: PracticesRoom.name,
            hasProblems: !problems.isEmpty, isPrivate: !magazine.sheets.isEmpty)
        if !magazine.sheets.isEmpty { head.styles.insert(.leaves) }
        return visit.page(head) { page.write($0) }
    }

    /// A text that fits; one that is too long is a problem and is left out of the magazine.
    private func read(
        _ name: String, _ most: Int, _ visit: Visit, _ texts: SheetTexts.Magazine, _ problems: inout [FieldProblem]
    ) -> String {
        let text = visit.query.text(name) ?? ""
        guard text.count > most else { return text }
        let formats = Formats(visit.language)
        problems.append(
            FieldProblem(
                name,
                texts.tooLong.filled(["count": formats.number(text.count), "most": formats.number(most)])))
        return ""
    }

    private func texts(_ visit: Visit) -> SheetTexts { SheetTexts.catalogue[visit.language] }

    private func facts(_ entry: PracticeEntry, _ tree: AreaTree, _ visit: Visit) async throws -> SheetFacts {
        var facts = SheetFacts(
            entry, tree, conditions: try await conditions(entry.practice.id),
            house: visit.houseAddress(publicURL), day: visit.now.berlinDay, visit.language, texts(visit).sheet)
        facts.hasExchange = hasExchange
        return facts
    }
}

extension PracticesRoom {
    /// The sheets and the magazine.
    func addSheetRoutes(to table: inout RouteTable) {
        let routes = SheetRoutes(
            index: { try await shelf.current(on: $0) },
            conditions: { try await ports.conditions($0).filter(\.isConstitutive).map(\.text) },
            publicURL: publicURL, hasExchange: ports.pages.contains(.request))
        table.get("/praxis/magazin", allow: .everyone, routes.magazine)
        table.get("/-/muster/praxisblatt", allow: .development, routes.fullest)
        table.get("/praxis/{slug}/blatt", allow: .everyone, routes.sheet)
    }
}
