import Foundation
import Testing

/// What keeps measured values inside: nothing but store, import and gate of the indicators reads them.
@Suite("Rohwerte bleiben im Haus") struct RawValueTests {
    private static let sources = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
        .deletingLastPathComponent().appending(path: "Sources")

    /// Source files with their paths below `Sources`.
    private func files() throws -> [(path: String, text: String)] {
        let root = Self.sources.path + "/"
        let all = FileManager.default.enumerator(at: Self.sources, includingPropertiesForKeys: nil)
        return try (all?.compactMap { $0 as? URL } ?? []).filter { $0.pathExtension == "swift" }.map {
            ($0.path.replacing(root, with: ""), try String(contentsOf: $0, encoding: .utf8))
        }
    }

    @Test("no file outside the indicators names the table of measured values or the type of a raw cell")
    func outside() throws {
        let files = try files()
        try #require(files.count > 300, "the sources are there")
        for (path, text) in files where !path.hasPrefix("Indicators/") {
            #expect(!text.contains("indicatorValue"), "\(path)")
            #expect(!text.contains("RawCell"), "\(path)")
        }
    }

    @Test("inside, only store, import and gate read them, and no such function can be called from outside")
    func inside() throws {
        let readers = [
            "Indicators/Store/", "Indicators/Import/", "Indicators/Gate/", "Indicators/Crosswalk/",
            "Indicators/IndicatorMigrations",
        ]
        for (path, text) in try files() where path.hasPrefix("Indicators/") {
            if !readers.contains(where: path.hasPrefix) {
                #expect(!text.contains("rawCells(") && !text.contains("FROM indicatorValue"), "\(path)")
            }
            for line in text.split(separator: "\n") where line.contains("RawCell") || line.contains("rawCells(") {
                #expect(!line.contains("package ") && !line.contains("public "), "\(path): \(line)")
            }
        }
    }
}
