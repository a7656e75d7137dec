package import Design
import HTML
import Prevention
package import Storage
package import Texts
package import Web

/// Sammlung: networks, bodies and goals of the model project to read, until each gets a room of its own.
package struct RecordsRoom: Room {
    package static let name = "records"
    package let store: RecordStore
    let texts: TextCatalogue<RecordTexts>

    package init(database: Database) throws {
        store = RecordStore(database: database)
        texts = try TextCatalogue(
            german: PackageResources.de_json,
            [.english: PackageResources.en_json])
    }

    package func addRoutes(to routes: inout RouteTable) {
        for kind in Record.Kind.allCases {
            routes.get(kind.path, allow: .everyone) { visit in try await list(visit, kind) }
            routes.get(kind.path + "/{key}", allow: .everyone) { visit in try await show(visit, kind) }
        }
    }

    package func navigation(_ language: Language, _ account: Account?) -> [NavigationItem] {
        let texts = texts[language]
        return [Record.Kind.network].map { kind in
            NavigationItem(key: kind.rawValue, title: texts[kind].navigation, link: .to(kind.path))
        }
    }

    /// `GET /netze?q=…&ort=…&phase=…&feld=…`
    private func list(_ visit: Visit, _ kind: Record.Kind) async throws -> Answer {
        var query = RecordQuery()
        query.text = visit.query.text("q") ?? ""
        query.place = visit.query.text("ort")
        query.stage = visit.query.text("phase").flatMap(LifeStage.init(rawValue:))
        query.field = visit.query.text("feld")
        let all = try await store.records(kind)
        let found = all.filter(query.accepts)
        let counts = try await store.counts()
        let model = RecordListModel(
            kind: kind, query: query, records: found,
            page: visit.query.text("seite").flatMap { Int($0) } ?? 1, counts: counts,
            places: RecordListModel.places(of: all), fields: RecordListModel.fields(of: all))
        return recordList(visit, model, texts[visit.language])
    }

    /// `GET /netze/neff-dormagen`
    private func show(_ visit: Visit, _ kind: Record.Kind) async throws -> Answer {
        guard let record = try await store.record(kind, visit.parameters["key"] ?? "") else { throw NotFound() }
        return recordPage(visit, record, texts[visit.language])
    }
}
