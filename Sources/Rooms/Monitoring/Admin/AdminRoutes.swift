import Areas
import Design
import HTML
import Indicators
import Texts
import Web

extension MonitoringRoom {
    /// Addresses of the administration of indicators (Kenngrößen pflegen).
    func addAdminRoutes(to routes: inout RouteTable) {
        let access = Access.roles(Self.dataOffice)
        routes.get(AdminPath.list.pattern, allow: access, showIndicators)
        routes.get(AdminPath.new.pattern, allow: access, showNewIndicator)
        routes.post(AdminPath.new.pattern, allow: access, createIndicator)
        routes.get(AdminPath.indicator.pattern, allow: access, showIndicator)
        routes.post(AdminPath.indicator.pattern, allow: access, changeIndicator)
    }

    /// What the start page offers of it.
    func adminTools(_ texts: MonitoringTexts) -> [MonitoringTool] {
        [MonitoringTool(texts.admin.title, texts.admin.about, AdminPath.list.link(), for: Self.dataOffice)]
    }

    private var store: IndicatorStore { IndicatorStore(database: database) }

    /// `GET /monitoring/kenngroessen`
    private func showIndicators(_ visit: Visit) async throws -> Answer {
        indicatorList(visit, try await store.overview(), texts[visit.language].admin)
    }

    /// `GET /monitoring/kenngroessen/neu`
    private func showNewIndicator(_ visit: Visit) throws -> Answer {
        indicatorForm(
            visit, nil, IndicatorFields(["threshold": "3"]), try FormReader(visit), texts[visit.language].admin)
    }

    /// `POST /monitoring/kenngroessen/neu`
    private func createIndicator(_ visit: Visit) async throws -> Answer {
        try await save(nil, visit)
    }

    /// `GET /monitoring/kenngroessen/kinder-sgb2`
    private func showIndicator(_ visit: Visit) async throws -> Answer {
        let indicator = try await named(visit)
        // The fields of the form are for the target of all areas.
        var general = indicator
        general.targets = indicator.targets.filter { $0.areaID == nil }
        var fields = IndicatorFields(json: general.definition)
        fields.texts[AreaTargets.field] = AreaTargets(try await directory.current().tree).text(indicator.targets)
        return indicatorForm(visit, indicator, fields, try FormReader(visit), texts[visit.language].admin)
    }

    /// `POST /monitoring/kenngroessen/kinder-sgb2`
    private func changeIndicator(_ visit: Visit) async throws -> Answer {
        try await save(try await named(visit), visit)
    }

    private func named(_ visit: Visit) async throws -> Indicator {
        guard let key = visit.parameters["indicator"], let found = try await store.indicator(key: key) else {
            throw NotFound()
        }
        return found
    }

    /// All faults at once, or the list with the new definition in it.
    private func save(_ known: Indicator?, _ visit: Visit) async throws -> Answer {
        let words = texts[visit.language].admin
        var form = try FormReader(visit)
        var values: [String: String] = [:]
        for (name, _) in IndicatorFields.headings { values[name] = form.longText(name, max: 2_000) ?? "" }
        for name in ["stages", "fields"] {
            values[name] = form.fields.all.filter { $0.name == name }.map(\.value).joined(separator: ",")
        }
        if let known { values["key"] = known.key }
        var fields = IndicatorFields(values)
        var indicator = fields.indicator(over: known)
        let goals = form.longText(AreaTargets.field, max: 10_000) ?? ""
        fields.texts[AreaTargets.field] = goals
        let read = AreaTargets(try await directory.current().tree).read(goals)
        indicator.targets = indicator.targets.filter { $0.areaID == nil } + read.targets
        if !read.wrongLines.isEmpty {
            let lines = read.wrongLines.map(String.init).joined(separator: ", ")
            form.refuse(AreaTargets.field, words.wrongTargets.filled(["lines": lines]))
        }
        for fault in fields.faults { form.refuse(fault.name, words.expected.filled(["what": fault.expected])) }
        if known == nil, try await store.indicator(key: indicator.key) != nil { form.refuse("key", words.taken) }
        guard form.isComplete else { return indicatorForm(visit, known, fields, form, words) }
        let account = try visit.signedInAccount()
        try await store.save(indicator, by: account.auditActor, at: visit.now)
        return .redirect(to: .to(AdminPath.list.path(), query: [("gespeichert", indicator.key)]), in: visit.language)
    }
}
