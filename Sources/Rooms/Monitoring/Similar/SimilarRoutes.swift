import Areas
import Design
import HTML
import Indicators
package import Prevention
import Texts
import Web

extension MonitoringRoom {
    /// Addresses of the similar municipalities (ähnliche Kommunen).
    func addSimilarRoutes(to routes: inout RouteTable) {
        routes.get(MonitoringPath.similarStart.pattern, allow: .everyone, similarStart)
        routes.get(MonitoringPath.similar.pattern, allow: .everyone, similar)
        routes.get(MonitoringPath.similar.pattern + "/werte.csv", allow: .everyone, similarFile)
    }

    /// What the start page offers of it.
    func similarTools(_ texts: MonitoringTexts) -> [MonitoringTool] {
        [MonitoringTool(texts.similar.title, texts.similar.about, MonitoringPath.similarStart.link())]
    }

    /// `GET /monitoring/aehnlich?gebiet=05913`: choose an area.
    private func similarStart(_ visit: Visit) async throws -> Answer {
        let texts = texts[visit.language]
        if let key = visit.query.text("gebiet").flatMap(AreaSlug.key) {
            return .redirect(to: MonitoringPath.similar.link(AreaSlug.text(key)), in: visit.language)
        }
        let tree = try await directory.current().tree
        let circumstances = try await series(for: visit).filter { SimilarAreas.reads($0.indicator) }
        let known = Set(circumstances.flatMap(\.areas))
        let areas = tree.areas.filter { known.contains($0.id) && $0.level > .kreis }
        return visit.page(
            PageHead(texts.similar.title, description: texts.similar.about, section: Self.name)
        ) { h in
            h.breadcrumb([Crumb(texts.navigation, MonitoringPath.start.link()), Crumb(texts.similar.title)])
            h.h1(texts.similar.title)
            h.p(areas.isEmpty ? texts.similar.noData : texts.similar.hint, .class("lead"))
            guard !areas.isEmpty else { return }
            h.form(.class("chooser no-print"), .action(MonitoringPath.similarStart.link())) {
                Pickers(texts: texts.shared, language: visit.language)
                    .region(h, areas, chosen: nil, tree: tree, label: texts.shared.area)
                h.button(texts.similar.choose, .class("btn btn-2"))
            }
        }
    }

    /// `GET /monitoring/aehnlich/05913?ergebnis=u8-teilnahme`
    private func similar(_ visit: Visit) async throws -> Answer {
        let page = try await similarPage(visit)
        let head = PageHead(
            page.title, description: page.texts.similar.about, section: Self.name,
            isPrivate: visit.query.text("ergebnis") != nil)
        return visit.page(head) { h in page.write(h) }
    }

    private func similarFile(_ visit: Visit) async throws -> Answer {
        let page = try await similarPage(visit)
        return .download(
            page.table.csv, name: "aehnlich-\(AreaSlug.text(page.area.key)).csv",
            contentType: "text/csv; charset=utf-8")
    }

    /// - Throws: `NotFound` for an area that there is not.
    private func similarPage(_ visit: Visit) async throws -> SimilarPage {
        let tree = try await directory.current().tree
        guard let area = AreaSlug.key(visit.parameters["area"] ?? "").flatMap({ tree.area(key: $0) }) else {
            throw NotFound()
        }
        let all = try await series(for: visit)
        let outcomes = all.filter { $0.indicator.isCompared && $0.indicator.kind == .outcome }
        let outcome = visit.query.text("ergebnis").flatMap { key in outcomes.first { $0.indicator.key == key } }
        let similar = SimilarAreas(to: area, all, tree, most: SimilarPage.most, outcome: outcome)
        // What a municipality has and does is its own affair until it tells; others are named to it alone.
        let isOwn = visit.account?.holds(anyOf: Self.staff, area: area.key.text) ?? false
        return SimilarPage(
            area: area, similar: similar, series: all, outcomes: outcomes.map(\.indicator), tree: tree,
            today: visit.now.berlinDay,
            others: isOwn ? try await ports.sameConditions(area.id) : [], texts: texts[visit.language],
            language: visit.language)
    }
}

/// Anschlüsse: what the room asks others for; without them it goes without.
package struct MonitoringPorts: Sendable {
    /// Municipalities that meet the same conditions of good practice as one, however different their numbers are.
    package var sameConditions: @Sendable (ID<Area>) async throws -> [SameConditions]

    package init(sameConditions: @escaping @Sendable (ID<Area>) async throws -> [SameConditions]) {
        self.sameConditions = sameConditions
    }

    package static let none = MonitoringPorts { _ in [] }
}

/// Gleiche Voraussetzungen: conditions of good practice that another municipality meets as this one does.
package struct SameConditions: Sendable, Hashable {
    package let area: ID<Area>
    /// In words.
    package let shared: [String]

    package init(area: ID<Area>, shared: [String]) {
        self.area = area
        self.shared = shared
    }
}
