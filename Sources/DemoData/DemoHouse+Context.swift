import Context
package import Foundation
import ModelProject
import Practices
package import Prevention
import Storage

extension DemoHouse {
    /// Loads the examples of the context model: Düsseldorf to Bielefeld as the source tells it, and invented checks in
    /// the Musterkreis; a second time changes nothing.
    ///
    /// - Parameter folder: `Examples/model-project`; the examples lie beside it.
    /// - Returns: checks that were new.
    @discardableResult
    package func loadContext(from folder: URL, at now: Instant) async throws -> Int {
        let entries = try await PracticeStore(database: database).entries()
        let known = Dictionary(entries.map { ($0.slug, $0.reference) }, uniquingKeysWith: { first, _ in first })
        let store = ContextStore(database: database)
        var count = 0
        for name in ["duesseldorf-bielefeld", "musterkreis"] {
            let file = folder.deletingLastPathComponent().appending(path: "context/\(name).json")
            guard let data = try? Data(contentsOf: file) else { throw ModelProjectError.missing(file.path) }
            count += try await store.load(ContextExample(json: data), by: actor, at: now) { slug in
                known[slug] ?? Reference(.practice, PracticeReader.id(slug))
            }
        }
        return count
    }
}
