import ArgumentParser
import Compute
import Foundation

/// `lueckenlos compute NAME [--input FILE]`
struct ComputeCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "compute",
        abstract: "Nachrechnen: JSON oder CSV hinein, JSON heraus. / Compute: JSON or CSV in, JSON out.",
        discussion: Self.list)

    @Argument(help: ArgumentHelp("Welche Berechnung. / Which computation.", valueName: "NAME")) var name: String
    @Option(help: ArgumentHelp("Eingabe, sonst von der Standardeingabe. / Input file.", valueName: "FILE"))
    var input: String?
    @Argument(
        parsing: .allUnrecognized,
        help: ArgumentHelp("Einstellungen wie --level 0.998, siehe oben. / Settings.", valueName: "--NAME WERT"))
    var settings: [String] = []

    func run() async throws {
        guard let computation = Computations.named(name) else {
            let known = Computations.all.map { $0.name }.joined(separator: ", ")
            throw ValidationError("Die Berechnung \(name) gibt es nicht. Möglich: \(known).")
        }
        do {
            let answer = try computation.run(input: try bytes(), settings: try pairs())
            FileHandle.standardOutput.write(answer + Data("\n".utf8))
        } catch let problems as ComputeProblems {
            let encoder = JSONEncoder()
            encoder.outputFormatting = [.sortedKeys, .withoutEscapingSlashes]
            FileHandle.standardOutput.write(try encoder.encode(problems) + Data("\n".utf8))
            throw ExitStatus.problems
        }
    }

    private func bytes() throws -> Data {
        guard let input, input != "-" else { return try FileHandle.standardInput.readToEnd() ?? Data() }
        do { return try FileHandle(forReadingFrom: URL(filePath: input)).readToEnd() ?? Data() } catch {
            throw CommandFailure("\(input) lässt sich nicht lesen. Bitte Pfad und Rechte prüfen.")
        }
    }

    /// `--level 0.998` and `--level=0.998`.
    private func pairs() throws -> [(name: String, text: String)] {
        var pairs: [(name: String, text: String)] = []
        var rest = settings[...]
        while let word = rest.popFirst() {
            let parts = word.split(separator: "=", maxSplits: 1, omittingEmptySubsequences: false).map(String.init)
            guard word.hasPrefix("--"), let text = parts.count == 2 ? parts[1] : rest.popFirst() else {
                throw ValidationError("\(word): Bitte als --NAME WERT angeben.")
            }
            pairs.append((String(parts[0].dropFirst(2)), text))
        }
        return pairs
    }

    /// What can be computed, with the columns of a CSV file and the settings.
    private static var list: String {
        let parts = Computations.all.map { computation in
            var lines = ["\(computation.name): \(computation.summary)"]
            if let table = computation.table {
                let columns = table.columns.map { $0.isOptional ? "[\($0.name)]" : $0.name }.joined(separator: ", ")
                lines.append("    CSV-Spalten: \(columns)")
            }
            lines += computation.options.map { "    --\($0.name): \($0.help)" }
            return lines.joined(separator: "\n")
        }
        return parts.joined(separator: "\n")
            + "\n\nOhne --input wird von der Standardeingabe gelesen. Formeln und Beispiele: docs/COMPUTE.md."
    }
}
