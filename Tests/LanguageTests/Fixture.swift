import Foundation

/// A file of Tests/LanguageTests/Fixtures, written by scripts/oracle/language_oracle.py.
func fixture(_ name: String) throws -> String {
    let folder = URL(filePath: #filePath).deletingLastPathComponent()
    return try String(contentsOf: folder.appending(path: "Fixtures/\(name)"), encoding: .utf8)
}
