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

/// Markup with a line break before each tag.
func onePerLine(_ html: String) -> String {
    html.replacing("><", with: ">\n<") + "\n"
}
