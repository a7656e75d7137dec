import Areas
import Indicators
import Offers
import Prevention
import Texts
import Web

/// The pages of need and gaps.
extension ChainRoom {
    func addGapRoutes(to routes: inout RouteTable) {
        routes.get(ChainPath.gaps.pattern, allow: .everyone, gapOverview)
        routes.get(ChainPath.gapFile.pattern, allow: .everyone, gapFile)
        routes.get(ChainPath.gapJSON.pattern, allow: .everyone, gapJSON)
        routes.get(ChainPath.gapField.pattern, allow: .everyone, gapField)
        routes.get(ChainPath.gapCell.pattern, allow: .everyone, gapCell)
        routes.get(ChainPath.gapGoal.pattern, allow: .everyone, gapGoal)
        routes.get(ChainPath.gapSurvey.pattern, allow: .everyone, gapSurvey)
    }

    /// `GET /kette/05978/luecken?lambda=1&gebiet=05978036`
    private func gapOverview(_ visit: Visit) async throws -> Answer {
        let scene = try await gapScene(visit)
        if scene.gaps.parts.isEmpty, let above = scene.tree.ancestors(of: scene.area.id).first,
            scene.tree.children(of: above.id).count > 1
        {
            // A smallest area is judged beside its neighbours.
            return .redirect(
                to: ChainPath.gaps(above, scene.filter.with(part: scene.area.key)), in: visit.language)
        }
        return gapPage(visit, scene, texts[visit.language])
    }

    /// `GET /kette/05978036/luecken/kita/bildung`
    private func gapField(_ visit: Visit) async throws -> Answer {
        let (stage, field) = try cell(of: visit)
        var scene = try await gapScene(visit)
        guard !scene.gaps.parts.isEmpty else { throw NotFound() }
        scene = try await withOutlines(scene)
        return gapFieldPage(visit, scene, stage, field, texts[visit.language])
    }

    /// `GET /kette/05978036/luecken/kita/bildung/05978036~3`
    private func gapCell(_ visit: Visit) async throws -> Answer {
        gapCellPage(visit, try await gapCellScene(visit), texts[visit.language])
    }

    private func gapGoal(_ visit: Visit) async throws -> Answer {
        gapGoalPage(visit, try await gapCellScene(visit), texts[visit.language])
    }

    private func gapSurvey(_ visit: Visit) async throws -> Answer {
        gapSurveyPage(visit, try await gapCellScene(visit), texts[visit.language])
    }

    private func gapFile(_ visit: Visit) async throws -> Answer {
        let scene = try await gapScene(visit)
        return .download(
            GapFiles(scene.gaps, texts[visit.language].gaps, visit.language).csv(),
            name: "luecken-\(AreaSlug.text(scene.area.key)).csv", contentType: "text/csv; charset=utf-8")
    }

    private func gapJSON(_ visit: Visit) async throws -> Answer {
        let scene = try await gapScene(visit)
        return .download(
            try GapFiles(scene.gaps, texts[visit.language].gaps, visit.language).json(),
            name: "luecken-\(AreaSlug.text(scene.area.key)).json", contentType: "application/json")
    }

    // MARK: What they show

    /// - Throws: `NotFound` if there is no such area.
    private func gapScene(_ visit: Visit) async throws -> GapScene {
        let tree = try await directory.current().tree
        guard let area = AreaSlug.key(visit.parameters["area"] ?? "").flatMap({ tree.area(key: $0) }) else {
            throw NotFound()
        }
        let filter = GapFilter(visit.query)
        let isStaff = visit.account?.holds(anyOf: Self.staff) ?? false
        let published = try await index.published(on: visit.today)
        let near = tree.idsWithin(area.id).union(tree.ancestors(of: area.id).map(\.id))
        let audience: Audience = isStaff ? .offices : .everyone
        let indices = try await ports.indices(audience)
        let frame = GapFrame(area: area, tree: tree, today: visit.today, finest: filter.isFinest)
        let basis = GapBasis(
            frame, offers: published.offers(in: near), figures: try await ports.series(audience, visit.today),
            rule: .standard, index: try await need(by: filter.need, indices, frame, audience))
        return GapScene(
            tree: tree, gaps: ChainGaps(basis, lambda: filter.lambda), filter: filter, today: visit.today,
            outlines: [:], outlineSource: "", indices: indices)
    }

    /// `nil` if no index is chosen, or one that is not there (any more).
    private func need(
        by choice: GapNeedChoice?, _ indices: [IndexDefinition], _ frame: GapFrame, _ audience: Audience
    ) async throws -> GapIndexNeed? {
        guard let choice, let definition = indices.first(where: { $0.id == choice.index }) else { return nil }
        var series: [String: PublishedSeries] = [:]
        for part in definition.parts {
            series[part.indicator] = try await ports.figure(part.indicator, audience, frame.today)
        }
        return GapIndexNeed(choice, definition, series, frame)
    }

    private func gapCellScene(_ visit: Visit) async throws -> GapCellScene {
        let (stage, field) = try cell(of: visit)
        let scene = try await gapScene(visit)
        guard let key = AreaSlug.key(visit.parameters["part"] ?? ""),
            let number = scene.gaps.parts.firstIndex(where: { $0.key == key }),
            let cell = scene.gaps[stage, field, scene.gaps.parts[number].id]
        else { throw NotFound() }
        let audience: Audience = visit.account?.holds(anyOf: Self.staff) ?? false ? .offices : .everyone
        return GapCellScene(
            scene: scene, stage: stage, field: field, cell: cell, number: number,
            searches: try await ports.searches(cell.part.id, stage, field, visit.today),
            practices: GapPractices(
                try await ports.practices(stage, field), for: cell.part, scene.tree,
                context: try await ports.context(audience, visit.today)))
    }

    private func cell(of visit: Visit) throws -> (LifeStage, FieldOfAction) {
        guard
            let cell = ChainCell(
                stageSlug: visit.parameters["stage"] ?? "", fieldSlug: visit.parameters["field"] ?? ""),
            case .only(let stage) = cell.stage, case .only(let field) = cell.field
        else { throw NotFound() }
        return (stage, field)
    }

    private func withOutlines(_ scene: GapScene) async throws -> GapScene {
        let shapes = try await areas.shapes()
        let known = scene.gaps.parts.compactMap { shapes[$0.id] }
        guard let projection = AreaMap.projection(of: known) else { return scene }
        let sources = Set(known.map(\.source)).filter { !$0.isEmpty }.sorted()
        return GapScene(
            tree: scene.tree, gaps: scene.gaps, filter: scene.filter, today: scene.today,
            outlines: try await areas.outlines(of: scene.gaps.parts.map(\.id), projection.detail),
            outlineSource: sources.joined(separator: ", "), indices: scene.indices)
    }
}
