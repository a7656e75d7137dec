import Areas
import Offers
import Prevention
import Texts
import Web

/// `/register`: the worklist and what is shown of it as a file.
struct WorklistRoutes: Sendable {
    let desk: RegisterDesk
    static let access = Access.roles(Caller.all)
    static let perPage = 25

    func add(to routes: inout RouteTable) {
        routes.get(RegisterPath.list.pattern, allow: Self.access) { try await list($0) }
        routes.get(RegisterPath.csv.pattern, allow: Self.access) { try await file($0, isTable: true) }
        routes.get(RegisterPath.json.pattern, allow: Self.access) { try await file($0, isTable: false) }
        routes.get(RegisterPath.duplicates.pattern, allow: Self.access) { try await duplicates($0) }
    }

    /// `GET /register?status=draft&seite=2`
    private func list(_ visit: Visit) async throws -> Answer {
        let caller = try await desk.caller(visit).caller
        let query = WorklistQuery(visit.query)
        let filter = query.filter(caller)
        let page = visit.listPage
        let (total, items) = try await desk.offers.list(filter, on: visit.today, page: page, perPage: Self.perPage)
        var counts: [Freshness: Int] = [:]
        var findings: [QualityFinding: Int] = [:]
        if query.isEmpty {
            counts = try await desk.offers.freshnessCounts(on: visit.today, within: caller.reach)
            findings = try await desk.offers.findingCounts(on: visit.today, within: caller.reach)
        }
        let proposals = caller.isEditor ? try await desk.openProposals(caller).count : 0
        let model = WorklistModel(
            query: query, items: items, total: total, page: page, caller: caller, freshness: counts,
            findings: findings, proposals: proposals)
        return worklistPage(visit, model, desk.texts[visit.language])
    }

    /// `GET /register/angebote.csv?status=active`
    private func file(_ visit: Visit, isTable: Bool) async throws -> Answer {
        let (caller, areas) = try await desk.caller(visit)
        let filter = WorklistQuery(visit.query).filter(caller)
        var ids: [ID<Offer>] = []
        var page = 1
        while true {
            let (total, items) = try await desk.offers.list(filter, on: visit.today, page: page, perPage: 500)
            ids += items.map(\.id)
            if items.isEmpty || ids.count >= total { break }
            page += 1
        }
        var details: [OfferDetail] = []
        for part in stride(from: 0, to: ids.count, by: 500) {
            details += try await desk.offers.details(ids: Array(ids[part..<min(part + 500, ids.count)]))
        }
        let names = areas.tree.areas.map { ($0.id, $0.key.text) }
        let export = OfferExport(
            details, areaNames: Dictionary(names, uniquingKeysWith: { first, _ in first }), isInternal: caller.isEditor)
        let stem = "angebote-\(visit.today)"
        return isTable
            ? .download(export.csv(mark: true), name: stem + ".csv", contentType: "text/csv; charset=utf-8")
            : .download(export.json(), name: stem + ".json", contentType: "application/json; charset=utf-8")
    }

    /// `GET /register/doppelte`
    private func duplicates(_ visit: Visit) async throws -> Answer {
        let caller = try await desk.caller(visit).caller
        let groups = try await desk.offers.probableDuplicates(within: caller.reach)
        return duplicatesPage(visit, groups, desk.texts[visit.language])
    }
}
