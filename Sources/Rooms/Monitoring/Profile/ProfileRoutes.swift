import Areas
import Design
import HTML
import Indicators
import Prevention
import Texts
import Web

extension MonitoringRoom {
    /// Addresses of the area profile (Steckbrief).
    func addProfileRoutes(to routes: inout RouteTable) {
        routes.get("/monitoring/steckbrief", allow: .everyone, profileStart)
        routes.get(MonitoringPath.profile.pattern, allow: .everyone, profile)
        routes.get(MonitoringPath.profile.pattern + "/{file}", allow: .everyone, profileFile)
    }

    /// What the start page offers of it.
    func profileTools(_ texts: MonitoringTexts) -> [MonitoringTool] {
        [MonitoringTool(texts.profile.title, texts.profile.about, .to("/monitoring/steckbrief"))]
    }

    /// `GET /monitoring/steckbrief?gebiet=05913~1`: choose an area.
    private func profileStart(_ visit: Visit) async throws -> Answer {
        let texts = texts[visit.language]
        if let key = visit.query.text("gebiet").flatMap(AreaSlug.key) {
            return .redirect(to: MonitoringPath.profile.link(AreaSlug.text(key)), in: visit.language)
        }
        let tree = try await directory.current().tree
        let known = Set(try await series(for: visit).flatMap(\.areas))
        let areas = tree.areas.filter { known.contains($0.id) }
        return visit.page(
            PageHead(texts.profile.title, description: texts.profile.about, section: Self.name)
        ) { h in
            h.breadcrumb([Crumb(texts.navigation, MonitoringPath.start.link()), Crumb(texts.profile.title)])
            h.h1(texts.profile.title)
            h.p(areas.isEmpty ? texts.profile.tooFew : texts.profile.about, .class("lead"))
            if !areas.isEmpty { areaForm(h, areas, nil, tree, texts, visit.language) }
        }
    }

    /// `GET /monitoring/steckbrief/05913~1`
    private func profile(_ visit: Visit) async throws -> Answer {
        let page = try await profilePage(visit)
        let head = PageHead(page.title, description: page.lead, section: Self.name)
        return visit.page(head) { h in page.write(h) }
    }

    private func profileFile(_ visit: Visit) async throws -> Answer {
        let page = try await profilePage(visit)
        return try await FigureFile(
            name: "steckbrief-" + AreaSlug.text(page.profile.area.key), table: page.table,
            indicators: page.profile.indicators, page.texts, visit.language
        ).answer(visit.parameters["file"], pictures, visit, back: .to(page.path))
    }

    /// - Throws: `NotFound` for an area that there is not.
    private func profilePage(_ visit: Visit) async throws -> ProfilePage {
        let tree = try await directory.current().tree
        guard let key = AreaSlug.key(visit.parameters["area"] ?? ""), let area = tree.area(key: key) else {
            throw NotFound()
        }
        return ProfilePage(
            profile: AreaProfile(area, try await series(for: visit), tree), tree: tree, texts: texts[visit.language],
            language: visit.language)
    }
}

private func areaForm(
    _ h: HTML, _ areas: [Area], _ chosen: Area?, _ tree: AreaTree, _ texts: MonitoringTexts, _ language: Language
) {
    h.form(.class("chooser no-print"), .action(.to("/monitoring/steckbrief"))) {
        Pickers(texts: texts.shared, language: language)
            .region(h, areas, chosen: chosen, tree: tree, label: texts.shared.area)
        h.button(texts.profile.choose, .class("btn btn-2"))
    }
}
