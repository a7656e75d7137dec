import Areas
import HTML
import Indicators
import Prevention
import Statistics
import Storage
import Texts
import Web

/// The addresses of the index designer.
enum IndexPath {
    static let new = Path("/monitoring/index/neu")
    static let index = Path("/monitoring/index/{id}")
    static let edit = Path("/monitoring/index/{id}/bearbeiten")
    static let remove = Path("/monitoring/index/{id}/entfernen")
    static let publication = Path("/monitoring/index/{id}/kenngroesse")
    static let steps = Path("/monitoring/index/{id}/schritte")
    static let csv = Path("/monitoring/index/{id}/index.csv")
    static let json = Path("/monitoring/index/{id}/index.json")

    static func new(from template: IndexTemplate) -> Link {
        .to(new.path(), query: [("vorlage", template.rawValue)])
    }
}

extension MonitoringRoom {
    /// Addresses of the index designer (Indexwerkstatt).
    func addIndexRoutes(to routes: inout RouteTable) {
        let edit = Access.roles(Self.planners)
        routes.get(MonitoringPath.index.pattern, allow: .everyone, indices)
        routes.get(IndexPath.new.pattern, allow: edit, newIndex)
        routes.post(IndexPath.new.pattern, allow: edit) { try await saveIndex($0, nil) }
        routes.get(IndexPath.index.pattern, allow: .everyone, index)
        routes.get(IndexPath.edit.pattern, allow: edit, editIndex)
        routes.post(IndexPath.edit.pattern, allow: edit) { try await saveIndex($0, try await definition($0)) }
        routes.post(IndexPath.remove.pattern, allow: edit, removeIndex)
        routes.post(IndexPath.publication.pattern, allow: edit, publishIndex)
        routes.get(IndexPath.steps.pattern, allow: .everyone) { visit in
            indexStepsPage(visit, try await scene(visit), texts[visit.language])
        }
        routes.get(IndexPath.csv.pattern, allow: .everyone) { try await indexFile($0, IndexFiles.csv) }
        routes.get(IndexPath.json.pattern, allow: .everyone) { try await indexFile($0, IndexFiles.json) }
    }

    /// What the start page offers of it.
    func indexTools(_ texts: MonitoringTexts) -> [MonitoringTool] {
        [MonitoringTool(texts.index.title, texts.index.about, MonitoringPath.index.link())]
    }

    private var definitions: IndexDefinitionStore { IndexDefinitionStore(database: database) }

    /// - Throws: `NotFound` if there is none that the visitor may see.
    private func definition(_ visit: Visit) async throws -> IndexDefinition {
        let id: ID<IndexDefinition> = try visit.id()
        guard let definition = try await definitions.definition(id, for: visit.audience) else { throw NotFound() }
        return definition
    }

    /// `GET /monitoring/index`
    private func indices(_ visit: Visit) async throws -> Answer {
        indexList(visit, try await definitions.definitions(for: visit.audience), texts[visit.language].index)
    }

    /// `GET /monitoring/index/neu`
    private func newIndex(_ visit: Visit) async throws -> Answer {
        let template = visit.query.text("vorlage").flatMap(IndexTemplate.init)
        return try await form(visit, nil, template?.definition ?? IndexDefinition())
    }

    /// `GET /monitoring/index/7…/bearbeiten`
    private func editIndex(_ visit: Visit) async throws -> Answer {
        let definition = try await definition(visit)
        return try await form(visit, definition, definition)
    }

    private func form(
        _ visit: Visit, _ stored: IndexDefinition?, _ shown: IndexDefinition
    ) async throws -> Answer {
        let reader = try FormReader(IndexForm.fields(of: shown, visit.language), language: visit.language)
        let choices = IndexForm.choices(try await series(for: visit), shown, texts[visit.language].index)
        return indexFormPage(
            visit, IndexFormPage(form: reader, stored: stored, shown: shown, choices: choices),
            texts[visit.language].index)
    }

    /// Both buttons of the form: work out the weights and offer more lines, or store.
    private func saveIndex(_ visit: Visit, _ stored: IndexDefinition?) async throws -> Answer {
        let words = texts[visit.language].index
        var reader = try FormReader(visit)
        let choices = IndexForm.choices(try await series(for: visit), stored, words)
        var definition = IndexForm.read(&reader, over: stored ?? IndexDefinition(), choices, words)
        guard reader.isComplete else {
            return indexFormPage(
                visit, IndexFormPage(form: reader, stored: stored, shown: definition, choices: choices), words)
        }
        guard visit.form.text("tun") == "speichern" else { return try await form(visit, stored, definition) }
        definition.version = Int(visit.form.text("fassung") ?? "") ?? 0
        do {
            let actor = visit.account?.auditActor ?? .system("monitoring")
            let saved = try await definitions.save(definition, by: actor, at: visit.now)
            return .redirect(to: IndexPath.index.link(saved.id.text), in: visit.language)
        } catch StorageError.stale {
            var page = IndexFormPage(form: reader, stored: stored, shown: definition, choices: choices)
            page.isStale = true
            return indexFormPage(visit, page, words)
        }
    }

    /// `POST /monitoring/index/7…/entfernen`
    private func removeIndex(_ visit: Visit) async throws -> Answer {
        let actor = visit.account?.auditActor ?? .system("monitoring")
        try await definitions.remove(try await definition(visit).id, by: actor, at: visit.now)
        return .redirect(to: MonitoringPath.index.link(), in: visit.language)
    }

    /// `GET /monitoring/index/7…`
    private func index(_ visit: Visit) async throws -> Answer {
        indexResultPage(visit, try await scene(visit), texts[visit.language])
    }

    private func indexFile(_ visit: Visit, _ write: (IndexScene) -> Answer) async throws -> Answer {
        write(try await scene(visit))
    }

    private func scene(_ visit: Visit) async throws -> IndexScene {
        let definition = try await definition(visit)
        var series: [String: PublishedSeries] = [:]
        for part in definition.parts {
            series[part.indicator] = try await source.one(part.indicator, visit.audience, visit.today)
        }
        return try await scene(visit, definition, series)
    }

    private func scene(
        _ visit: Visit, _ definition: IndexDefinition, _ series: [String: PublishedSeries], _ asked: Fields? = nil
    ) async throws -> IndexScene {
        let tree = try await directory.current().tree
        let coverage = AreaCoverage(Set(series.values.flatMap(\.areas)), tree)
        let scope = IndexScene.scope(asked ?? visit.query, coverage, tree)
        var layer: AreaLayer?
        if let scope { layer = try await layers.layer(scope) }
        return await IndexScene(
            definition, series, coverage, layer, tree, upTo: visit.query.text("stand").flatMap { Period($0) },
            edition: try await definitions.editions(of: definition.id).last, indexFindings)
    }

    /// `POST /monitoring/index/7…/kenngroesse`: the index becomes an indicator, of what everyone may see.
    private func publishIndex(_ visit: Visit) async throws -> Answer {
        let definition = try await definition(visit)
        var series: [String: PublishedSeries] = [:]
        for part in definition.parts {
            series[part.indicator] = try await source.one(part.indicator, .everyone, visit.today)
        }
        let scene = try await scene(visit, definition, series, visit.form)
        guard let layer = scene.layer else { return refused(visit, scene, .nothingComputable) }
        let territory = IndexTerritory(
            root: layer.scope.root, floor: layer.scope.floor.rawValue, areas: layer.areas)
        do {
            let actor = visit.account?.auditActor ?? .system("monitoring")
            try await IndexPublisher(store: IndicatorStore(database: database)).publish(
                definition, series, over: territory, by: actor, at: visit.now)
        } catch let refusal as IndexRefusal {
            return refused(visit, scene, refusal)
        }
        return .redirect(
            to: .to(IndexPath.index.path(definition.id.text), query: scene.query + [("fertig", "kenngroesse")]),
            in: visit.language)
    }

    private func refused(_ visit: Visit, _ scene: IndexScene, _ refusal: IndexRefusal) -> Answer {
        indexResultPage(visit, scene, texts[visit.language], refusal: refusal)
    }
}
