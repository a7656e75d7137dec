package import Areas
package import Design
import HTML
package import Offers
import Prevention
import Storage
package import Texts
package import Web

/// Die Kette: the overview for planners: life stage by field of action, with the offers behind every cell.
///
/// Counts of published offers hold nothing personal, so everyone may see them; kinds of prevention and unpublished
/// offers are for staff only.
package struct ChainRoom: Room {
    package static let name = "chain"
    package static let styles: Set<StyleAddition> = [.figures]
    let index: ChainIndex
    let areas: AreaStore
    let directory: AreaDirectory
    let ports: ChainPorts
    let texts: TextCatalogue<ChainTexts>

    /// Who counts as staff: sees kinds of prevention and what families do not see.
    static let staff: Set<Role> = [.administrator, .planner, .coordinator, .editor, .reader]

    package init(
        offers: OfferStore, areas: AreaStore, directory: AreaDirectory, ports: ChainPorts = .none
    ) throws {
        self.ports = ports
        index = ChainIndex(offers)
        self.areas = areas
        self.directory = directory
        texts = try TextCatalogue(german: PackageResources.de_json, [.english: PackageResources.en_json])
    }

    package func addRoutes(to routes: inout RouteTable) {
        routes.get(ChainPath.start.pattern, allow: .everyone, start)
        routes.get(ChainPath.area.pattern, allow: .everyone, area)
        routes.get(ChainPath.matrixFile.pattern, allow: .everyone, matrixFile)
        routes.get(ChainPath.offersFile.pattern, allow: .everyone, offersFile)
        routes.get(ChainPath.cell.pattern, allow: .everyone, cell)
        addGapRoutes(to: &routes)
    }

    package func navigation(_ language: Language, _ account: Account?) -> [NavigationItem] {
        [NavigationItem(key: Self.name, title: texts[language].navigation, link: ChainPath.start.link())]
    }

    // MARK: Handlers

    /// `GET /kette?ort=Unna`
    private func start(_ visit: Visit) async throws -> Answer {
        let snapshot = try await directory.current()
        var answer: PlaceAnswer?
        if let text = visit.query.text("ort") {
            let found = snapshot.gazetteer.find(text)
            if let place = found.place {
                return .redirect(to: ChainPath.link(place.area, ChainFilter()), in: visit.language)
            }
            answer = found
        }
        let model = ChainStartModel(
            tree: snapshot.tree, published: try await index.published(on: visit.today), today: visit.today,
            asked: visit.query.text("ort") ?? "", answer: answer)
        return chainStart(visit, model, texts[visit.language])
    }

    /// `GET /kette/05978?zugang=outreach`
    private func area(_ visit: Visit) async throws -> Answer {
        let scene = try await scene(visit)
        return chainPage(visit, try await pageModel(scene, visit), texts[visit.language])
    }

    /// `GET /kette/05978/kita/bildung?seite=2`
    private func cell(_ visit: Visit) async throws -> Answer {
        guard
            let cell = ChainCell(stageSlug: visit.parameters["stage"] ?? "", fieldSlug: visit.parameters["field"] ?? "")
        else { throw NotFound() }
        let scene = try await scene(visit)
        let page = visit.query.text("seite").flatMap { Int($0) } ?? 1
        return cellPage(visit, CellModel(scene, cell: cell, page: page), texts[visit.language])
    }

    private func matrixFile(_ visit: Visit) async throws -> Answer {
        let scene = try await scene(visit)
        return .download(
            ChainFiles(scene, visit.language, texts[visit.language]).matrix(today: visit.today),
            name: "kette-\(AreaSlug.text(scene.overview.area.key)).csv", contentType: "text/csv; charset=utf-8")
    }

    private func offersFile(_ visit: Visit) async throws -> Answer {
        let scene = try await scene(visit)
        return .download(
            ChainFiles(scene, visit.language, texts[visit.language]).offers(),
            name: "angebote-\(AreaSlug.text(scene.overview.area.key)).csv", contentType: "text/csv; charset=utf-8")
    }

    // MARK: What they show

    /// - Throws: `NotFound` if there is no such area.
    private func scene(_ visit: Visit) async throws -> ChainScene {
        let tree = try await directory.current().tree
        guard let area = AreaSlug.key(visit.parameters["area"] ?? "").flatMap({ tree.area(key: $0) }) else {
            throw NotFound()
        }
        let isStaff = visit.account?.holds(anyOf: Self.staff) ?? false
        let filter = ChainFilter(visit.query, isStaff: isStaff)
        let all =
            filter.isPublishedOnly
            ? try await index.published(on: visit.today) : try await index.current()
        return ChainScene(
            tree: tree, all: all, today: visit.today, isStaff: isStaff,
            overview: ChainOverview(area: area, filter: filter, tree: tree, all: all, today: visit.today))
    }

    private func pageModel(_ scene: ChainScene, _ visit: Visit) async throws -> ChainPageModel {
        let parts = scene.parts
        guard !parts.isEmpty else { return ChainPageModel(scene: scene, parts: [], outlines: [:], source: "") }
        let shapes = try await areas.shapes()
        let known = parts.compactMap { shapes[$0.area.id] }
        guard let projection = AreaMap.projection(of: known) else {
            return ChainPageModel(scene: scene, parts: parts, outlines: [:], source: "")
        }
        let outlines = try await areas.outlines(of: parts.map(\.area.id), projection.detail)
        let sources = Set(known.map(\.source)).filter { !$0.isEmpty }.sorted()
        return ChainPageModel(scene: scene, parts: parts, outlines: outlines, source: sources.joined(separator: ", "))
    }
}

extension Visit {
    /// The day in Berlin.
    var today: Day { now.berlinDay }
}
