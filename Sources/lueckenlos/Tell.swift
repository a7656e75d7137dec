import Foundation

/// One line for the person who started the house, at once even when the output goes to a file.
func tell(_ line: String) {
    guard !line.isEmpty else { return }
    FileHandle.standardOutput.write(Data((line + "\n").utf8))
}
