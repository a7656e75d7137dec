import Foundation
import House
import Storage
import Testing
import Web

@Suite("Schritte des Schemas") struct MigrationTests {
    @Test("released steps are never edited; a new one is written down beside them")
    func released() throws {
        let file = URL(filePath: #filePath).deletingLastPathComponent().appending(path: "released-migrations.txt")
        let released = try String(contentsOf: file, encoding: .utf8).split(separator: "\n").map(String.init)
        let lines = try House.migrations.map { migration in
            let text = try [EngineKind.sqlite, .postgres].flatMap { try migration.statements(for: $0) }
            return "\(migration.name) \(SecretToken.hash(text.joined(separator: ";\n")).prefix(16))"
        }
        // Data folders have run the released ones and will never run them again: what is missing there needs a new one.
        for line in released { #expect(lines.contains(line), "edited or gone: \(line)") }
        for line in lines where !released.contains(line) {
            Issue.record("not in released-migrations.txt; if it is a new step, add: \(line)")
        }
        #expect(released == released.sorted() && Set(lines).count == lines.count)
    }
}
