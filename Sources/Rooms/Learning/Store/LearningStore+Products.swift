package import LearningNetwork
package import Prevention
import Storage
import Workflow

extension LearningStore {
    /// All products, or those of one group, by title.
    package func products(of group: ID<LearningGroup>? = nil) async throws -> [Product] {
        try await database.read { r in try Self.products(r, group.map { "groupId = \($0)" } ?? "TRUE") }
    }

    package func product(_ id: ID<Product>) async throws -> Product? {
        try await database.read { r in try Self.products(r, "id = \(id)").first }
    }

    private static func products(_ r: Reader, _ condition: SQL) throws -> [Product] {
        var found = try r.rows(
            "SELECT id, groupId, title, about FROM learningProduct WHERE \(condition) ORDER BY title, id"
        ) { row in
            Product(id: try row.get(0), groupID: try row.get(1), title: try row.get(2), about: try row.get(3))
        }
        let ids = found.map(\.id.text)
        let courses: [String: Course<ProductFlow>] = try r.courses(.product, of: ids)
        var versions: [String: [ProductVersion]] = [:]
        try r.each(
            """
            SELECT productId, n, at, note, content, link FROM learningProductVersion
            WHERE productId IN \(list: ids)
            ORDER BY productId, n
            """
        ) { row in
            versions[try row.get(0), default: []].append(
                ProductVersion(
                    number: try row.get(1), at: try row.get(2), note: try row.get(3), content: try row.get(4),
                    link: try row.get(5)))
        }
        for index in found.indices {
            found[index].course = courses[found[index].id.text] ?? Course()
            found[index].versions = versions[found[index].id.text] ?? []
        }
        return found
    }

    /// Adds a product in the state of an idea; versions come later.
    package func add(_ product: Product, _ trace: Trace) async throws {
        try await database.write { w in
            try Self.requireLiving(w, product.groupID)
            try w.run(
                """
                INSERT INTO learningProduct (id, groupId, title, about, createdAt)
                VALUES (\(product.id), \(product.groupID), \(product.title), \(product.about), \(trace.at))
                """)
            try w.audit(trace.entry("learning.product.create", Reference(.product, product.id)))
        }
    }

    /// Adds the next version. The idea becomes a draft, and what was tested or published is a draft again.
    ///
    /// - Throws: `LearningRefusal.notNow` for a product that was retired.
    package func addVersion(
        _ content: String, note: String, link: String, to id: ID<Product>, _ trace: Trace
    ) async throws {
        try await database.write { w in
            guard let product = try Self.products(w, "id = \(id)").first, product.state != .retired else {
                throw LearningRefusal.notNow
            }
            try w.run(
                """
                INSERT INTO learningProductVersion (productId, n, at, note, content, link)
                VALUES (\(id), \(product.versions.count + 1), \(trace.at), \(note), \(content), \(link))
                """)
            try w.audit(trace.entry("learning.product.version", Reference(.product, id)))
            let step: ProductFlow.Step? =
                switch product.state {
                case .idea: .draft
                case .tested, .published: .revise
                case .draft, .retired: nil
                }
            if let step { try w.take(step, .product, of: id.text, as: ProductFlow.self, trace) }
        }
    }

    package func take(_ step: ProductFlow.Step, of id: ID<Product>, _ trace: Trace) async throws {
        try await database.write { w in
            guard let product = try Self.products(w, "id = \(id)").first else { throw LearningRefusal.notNow }
            // Drafts and revisions come with their version.
            guard step != .draft, step != .revise, step == .retire || !product.versions.isEmpty else {
                throw LearningRefusal.notNow
            }
            try w.take(step, .product, of: id.text, as: ProductFlow.self, trace)
        }
    }
}
