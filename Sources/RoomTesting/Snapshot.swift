import CustomDump
import Foundation
package import Testing

/// Compares text with a file `Snapshots/<name>` beside the test; `UPDATE_SNAPSHOTS=1` writes the file anew.
///
/// HTML is compared with one element per line, so that a difference is readable.
package func expectSnapshot(
    _ text: String, named name: String, filePath: StaticString = #filePath,
    sourceLocation: SourceLocation = #_sourceLocation
) throws {
    let folder = URL(filePath: "\(filePath)").deletingLastPathComponent().appending(path: "Snapshots")
    let file = folder.appending(path: name)
    let lines = name.hasSuffix(".html") ? onePerLine(text) : text
    if ProcessInfo.processInfo.environment["UPDATE_SNAPSHOTS"] == "1" {
        try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
        try Data(lines.utf8).write(to: file)
        return
    }
    guard let kept = try? String(contentsOf: file, encoding: .utf8) else {
        Issue.record("Snapshots/\(name) fehlt; mit UPDATE_SNAPSHOTS=1 schreiben", sourceLocation: sourceLocation)
        return
    }
    if let difference = diff(kept.split(separator: "\n"), lines.split(separator: "\n")) {
        Issue.record("\(name) hat sich geändert:\n\(difference)", sourceLocation: sourceLocation)
    }
}

/// What stands between a page's head and foot; keys and tokens, which are drawn anew each time, are levelled.
package func mainContent(_ page: String) throws -> String {
    let start = try #require(page.range(of: "<main"))
    let end = try #require(page.range(of: "</main>"))
    return String(page[start.lowerBound..<end.upperBound])
        .replacing(/[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}/, with: "{schluessel}")
        .replacing(/name="_token" value="[^"]*"/, with: "name=\"_token\"")
}

/// Markup with a line break before each tag.
func onePerLine(_ html: String) -> String {
    html.replacing("><", with: ">\n<") + "\n"
}
