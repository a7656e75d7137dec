import Areas
import HTML
import Indicators
import Prevention
import Texts
import Web

extension MonitoringRoom {
    /// Addresses of the atlas.
    func addAtlasRoutes(to routes: inout RouteTable) {
        routes.get(AtlasLink.start, allow: .everyone, atlasStart)
        routes.get(AtlasLink.map, allow: .everyone, atlasMap)
        routes.get(AtlasLink.csv, allow: .everyone, atlasTable)
        routes.get(AtlasLink.svg, allow: .everyone, atlasDrawing)
        routes.get(AtlasLink.png, allow: .everyone) { visit in try await atlasFile(visit, .png) }
        routes.get(AtlasLink.ods, allow: .everyone) { visit in try await atlasFile(visit, .ods) }
        routes.get(AtlasLink.answer, allow: .everyone, atlasAnswer)
        routes.get(AtlasLink.outlines, allow: .everyone, atlasOutlines)
        routes.get(AtlasLink.embedded, allow: .everyone, atlasFrame)
    }

    /// What the start page offers of it.
    func atlasTools(_ texts: MonitoringTexts) -> [MonitoringTool] {
        [MonitoringTool(texts.atlas.title, texts.atlas.about, .to(AtlasLink.start))]
    }

    /// `GET /monitoring/atlas?kenngroesse=kinder-sgb2&zeit=2022`: leads to the map.
    private func atlasStart(_ visit: Visit) async throws -> Answer {
        let query = AtlasQuery(visit.query)
        let indicators = try await indicators(for: visit)
        let asked = visit.query.text("kenngroesse").flatMap { key in indicators.first { $0.key == key } }
        guard let indicator = asked ?? indicators.first(where: \.measure.isMapped) else {
            return .redirect(to: MonitoringPath.start.link(), in: visit.language)
        }
        return .redirect(to: AtlasLink.map(indicator.key, query), in: visit.language)
    }

    /// `GET /monitoring/atlas/kinder-sgb2?gebiet=05913&ebene=stadtteile&zeit=2022`
    private func atlasMap(_ visit: Visit) async throws -> Answer {
        let series = try await series(visit.parameters["indicator"], for: visit)
        let words = texts[visit.language]
        guard case .map(let scene) = try await atlasView(series, AtlasQuery(visit.query)) else {
            return atlasNothing(visit, series, words)
        }
        let model = AtlasPageModel(
            scene: scene, indicators: try await indicators(for: visit), places: try await places(scene, visit),
            others: try await others(scene, visit))
        return atlasPage(visit, model, words)
    }

    /// `GET /monitoring/atlas/kinder-sgb2/werte.csv`
    private func atlasTable(_ visit: Visit) async throws -> Answer {
        let files = AtlasFiles(words: try await atlasWords(visit))
        return .download(files.table(), name: files.name("csv"), contentType: "text/csv; charset=utf-8")
    }

    /// `GET /monitoring/atlas/kinder-sgb2/karte.svg`
    private func atlasDrawing(_ visit: Visit) async throws -> Answer {
        let files = try await atlasFiles(visit)
        return Answer(
            contentType: "image/svg+xml",
            headers: [("Content-Disposition", "inline; filename=\"\(files.name("svg"))\"")], body: files.drawing())
    }

    /// `GET /monitoring/atlas/kinder-sgb2/karte.png`, `GET /monitoring/atlas/kinder-sgb2/werte.ods`
    private func atlasFile(_ visit: Visit, _ format: FigureFile.Format) async throws -> Answer {
        let files = try await atlasFiles(visit)
        return try await files.figure.answer(
            format.rawValue, pictures, visit, back: AtlasLink.map(files.words.scene))
    }

    private func atlasFiles(_ visit: Visit) async throws -> AtlasFiles {
        let words = try await atlasWords(visit)
        return AtlasFiles(words: words, points: words.points(try await places(words.scene, visit)))
    }

    /// `GET /monitoring/werte/kinder-sgb2?zeit=2021`: the classes alone, for the script.
    private func atlasAnswer(_ visit: Visit) async throws -> Answer {
        .json(AtlasAnswer(words: try await atlasWords(visit)).json())
    }

    /// `GET /monitoring/umrisse/05913/stadtteile/1kx3…`: geometry, which never changes under one address.
    private func atlasOutlines(_ visit: Visit) async throws -> Answer {
        guard let key = AreaSlug.key(visit.parameters["area"] ?? ""),
            let floor = AreaFloor(rawValue: visit.parameters["floor"] ?? ""),
            let layer = try await layers.layer(AreaScope(root: ID(key: key), floor: floor)),
            layer.mark == visit.parameters["mark"]
        else { throw NotFound() }
        return Answer(
            contentType: "application/json; charset=utf-8",
            headers: [("Cache-Control", "public, max-age=31536000, immutable")], body: layer.file)
    }

    /// `GET /monitoring/einbetten/kinder-sgb2`
    private func atlasFrame(_ visit: Visit) async throws -> Answer {
        atlasEmbedded(visit, try await atlasWords(visit).scene, texts[visit.language])
    }

    /// - Throws: `NotFound` where there is no map.
    private func atlasWords(_ visit: Visit) async throws -> AtlasWords {
        let series = try await series(visit.parameters["indicator"], for: visit)
        guard case .map(let scene) = try await atlasView(series, AtlasQuery(visit.query)) else { throw NotFound() }
        return AtlasWords(scene, texts[visit.language], visit.language)
    }

    private func places(_ scene: AtlasScene, _ visit: Visit) async throws -> [OfferPlace] {
        guard scene.query.showsOffers, scene.layer.projection != nil else { return [] }
        return try await offerPlaces.places(in: scene.indicator.fields, on: visit.today)
    }

    /// Further maps of the same areas: of all periods, or of all indicators.
    private func others(_ scene: AtlasScene, _ visit: Visit) async throws -> [AtlasScene] {
        var result: [AtlasScene] = []
        switch scene.query.view {
        case .map: return []
        case .periods:
            for period in scene.series.periods.suffix(16) {
                let view = try await atlasView(scene.series, scene.asking { $0.period = period })
                if case .map(let other) = view { result.append(other) }
            }
        case .indicators:
            for series in try await series(for: visit) where series.indicator.measure.isMapped {
                let period = series.periods.last { $0 <= scene.period } ?? series.periods.first
                let view = try await atlasView(series, scene.asking { $0.period = period })
                guard case .map(let other) = view, other.layer.mark == scene.layer.mark, !other.column.known.isEmpty
                else { continue }
                result.append(other)
                if result.count == 24 { break }
            }
        }
        return result
    }
}
