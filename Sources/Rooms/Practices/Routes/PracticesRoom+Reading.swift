import Areas
import Foundation
import HTML
import Practice
import Prevention
import Texts
import Web

/// Searching and reading practices.
extension PracticesRoom {
    func addReadingRoutes(to routes: inout RouteTable) {
        routes.get(PracticesPath.list.pattern, allow: .everyone, list)
        routes.get(PracticesPath.table.pattern, allow: .everyone, table)
        routes.get(PracticesPath.json.pattern, allow: .everyone, tableJSON)
        routes.get(PracticesPath.practice.pattern, allow: .everyone, show)
        routes.get(PracticesPath.practiceJSON.pattern, allow: .everyone, practiceJSON)
    }

    /// `GET /praxis?q=…&phase=kita&feld=education&von=0&bis=36&fuer=05978036`
    private func list(_ visit: Visit) async throws -> Answer {
        let model = try await listModel(PracticeQuery(visit.query), visit)
        return practiceList(visit, model, words(visit))
    }

    /// `GET /praxis/tabelle.csv`: all hits of the question.
    private func table(_ visit: Visit) async throws -> Answer {
        let model = try await listModel(PracticeQuery(visit.query), visit)
        return .download(
            PracticeTable(model, words(visit)).csv(), name: "gute-praxis.csv", contentType: "text/csv; charset=utf-8")
    }

    private func tableJSON(_ visit: Visit) async throws -> Answer {
        let model = try await listModel(PracticeQuery(visit.query), visit)
        return .download(
            try PracticeTable(model, words(visit)).json(), name: "gute-praxis.json", contentType: "application/json")
    }

    /// `GET /praxis/kreis-unna-famos?fuer=05711`
    private func show(_ visit: Visit) async throws -> Answer {
        let index = try await shelf.current(on: visit.now.berlinDay)
        let entry = try find(visit, in: index)
        let query = PracticeQuery(visit.query)
        let town = town(query, index.tree)
        let fit = try await fits(town, visit)?[entry.practice.id]
        let model = PracticePageModel(
            entry: entry, tree: index.tree, today: visit.now.berlinDay,
            conditions: try await ports.conditions(entry.practice.id), pages: pages(visit), town: town, fit: fit,
            gap: query.gap, isSignedIn: visit.account != nil)
        return practicePage(visit, model, words(visit))
    }

    private func practiceJSON(_ visit: Visit) async throws -> Answer {
        let entry = try find(visit, in: try await shelf.current(on: visit.now.berlinDay))
        return .download(
            Array(try PracticeJSON.encode(entry.practice)), name: "\(entry.slug).json",
            contentType: "application/json")
    }

    // MARK: What they show

    private func words(_ visit: Visit) -> ReadingWords { ReadingWords(reading, visit.language) }

    /// - Throws: `NotFound` for drafts, too.
    private func find(_ visit: Visit, in index: PracticeIndex) throws -> PracticeEntry {
        guard let place = index.place(of: visit.parameters["slug"] ?? "") else { throw NotFound() }
        return index.entries[place]
    }

    private func town(_ query: PracticeQuery, _ tree: AreaTree) -> Area? {
        query.town.flatMap(AreaParameter.key).flatMap { tree.area(key: $0) }
    }

    /// What a municipality has is its own affair where the house says so.
    private func fits(_ town: Area?, _ visit: Visit) async throws -> [ID<Practice>: PracticeFit]? {
        guard let town else { return nil }
        if let roles = ports.fitReaders {
            guard visit.account?.holds(anyOf: roles, area: town.key.text) == true else { return nil }
        }
        return try await ports.fit(town.id)
    }

    private func listModel(_ query: PracticeQuery, _ visit: Visit) async throws -> PracticeListModel {
        let today = visit.now.berlinDay
        let index = try await shelf.current(on: today)
        let town = town(query, index.tree)
        let needs = try await ports.needs(today)
        let search = PracticeSearch(
            query: query, index: index, analysis: shelf.analysis(of: query.text, in: index),
            coaching: try await ports.coaching(today), fit: try await fits(town, visit),
            need: query.need.flatMap { key in needs.first { $0.key == key } })
        return PracticeListModel(
            search: search, result: search.run(), towns: Self.towns(of: index.tree), town: town, needs: needs,
            pages: pages(visit))
    }

    /// Municipalities to choose from by name; none where a list would be too long.
    private static func towns(of tree: AreaTree) -> [Area] {
        let towns = tree.roots.flatMap { root in [root] + tree.descendants(of: root.id) }
            .filter { $0.level.isTown || $0.level == .kreis }
        guard towns.count <= 120 else { return [] }
        return towns.sorted { first, second in
            let order = first.name.localizedStandardCompare(second.name)
            return order == .orderedSame ? first.key < second.key : order == .orderedAscending
        }
    }
}
