import Areas
import Design
import HTML
import Indicators
import Offers
import Prevention
import Texts
import Web

extension MonitoringPath {
    static let facilities = Path("/monitoring/einrichtungen")
    static let facilitiesOf = Path("/monitoring/einrichtungen/{indicator}")
}

extension MonitoringRoom {
    /// Addresses of published values of single facilities (Einrichtungen).
    func addFacilityRoutes(to routes: inout RouteTable) {
        routes.get(MonitoringPath.facilities.pattern, allow: .everyone, startFacilities)
        routes.get(MonitoringPath.facilitiesOf.pattern, allow: .everyone, showFacilities)
        routes.get(MonitoringPath.facilitiesOf.pattern + "/{file}", allow: .everyone, facilityFile)
    }

    /// What the start page offers of it.
    func facilityTools(_ texts: MonitoringTexts) -> [MonitoringTool] {
        [MonitoringTool(texts.facilities.title, texts.facilities.about, MonitoringPath.facilities.link())]
    }

    /// `GET /monitoring/einrichtungen?kenngroesse=…`: leads to the indicator asked for, or to the first one.
    @Sendable private func startFacilities(_ visit: Visit) async throws -> Answer {
        let texts = texts[visit.language]
        let known = try await source.withFacilities(visit.audience, visit.today)
        let asked = visit.query.text("kenngroesse").flatMap { key in known.first { $0.key == key } }
        guard let indicator = asked ?? known.first else {
            let words = texts.facilities
            return figureNothing(visit, words.title, words.nothing, part: words.title, texts)
        }
        let fields = visit.query.all.filter { $0.name != "kenngroesse" }.map { ($0.name, $0.value) }
        return .redirect(
            to: .to(MonitoringPath.facilitiesOf.path(indicator.key), query: fields), in: visit.language)
    }

    /// `GET /monitoring/einrichtungen/deutsch-foerderbedarf?zeit=2024`
    @Sendable private func showFacilities(_ visit: Visit) async throws -> Answer {
        let page = try await facilityPage(visit)
        let known = try await source.withFacilities(visit.audience, visit.today)
        let head = PageHead(
            page.title, description: texts[visit.language].facilities.about, section: Self.name,
            isPrivate: visit.query.all.count > 1)
        return visit.page(head) { h in page.write(h, known) }
    }

    @Sendable private func facilityFile(_ visit: Visit) async throws -> Answer {
        let page = try await facilityPage(visit)
        return try await FigureFile(
            name: "einrichtungen-\(page.indicator.key)-\(page.period.description.replacing("/", with: "-"))",
            table: page.table, indicators: [page.indicator], page.texts, visit.language
        ).answer(visit.parameters["file"], pictures, visit, back: .to(page.path, query: page.fields))
    }

    private func facilityPage(_ visit: Visit) async throws -> FacilityPage {
        let known = try await source.withFacilities(visit.audience, visit.today)
        guard let indicator = known.first(where: { $0.key == visit.parameters["indicator"] }) else { throw NotFound() }
        let closed = Set(try await offers.facilities().filter(\.isAddressConfidential).map(\.id.text))
        let shown = try await source.facilities(indicator.key, visit.audience, visit.today).filter {
            !closed.contains($0.facility.reference.id)
        }
        let page = FacilityPage(
            indicator: indicator, facilities: shown, asked: visit.query.text("zeit").flatMap { Period($0) },
            tree: try await directory.current().tree, texts: texts[visit.language], language: visit.language)
        guard let page else { throw NotFound() }
        return page
    }
}
