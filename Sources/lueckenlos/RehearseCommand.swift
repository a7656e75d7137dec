import ArgumentParser
import Foundation
import ModelProject
import Prevention
import Rounds
import Transfers

/// `lueckenlos exchange`: rounds of the exchange from the command line.
struct ExchangeCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "exchange", abstract: "Transferbörse. / Exchange of know-how.", subcommands: [Rehearse.self])
}

/// `lueckenlos exchange rehearse kreis-unna`: a round with the real practices of the model project.
struct Rehearse: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "rehearse",
        abstract: "Planspiel mit echten Praxen rechnen und berichten. / Clear a rehearsal round and report on it.")

    @Argument(help: ArgumentHelp("kreis-unna oder modellkommunen.", valueName: "GRUPPE")) var group: String
    @Option(help: "Ordner Examples/model-project.") var examples: String?
    @Flag(help: "Modus B: zulässig oder nicht, statt Gewichten. / Strategy-proof mode.") var priority = false
    @Option(help: ArgumentHelp("Nummer eines Vorschlags, der abgelehnt wird. / Decline one.", valueName: "N"))
    var decline: Int?
    @Option(help: ArgumentHelp("Runde, Ergebnis und Nachweis als JSON schreiben.", valueName: "FILE")) var write:
        String?
    @Option(help: ArgumentHelp("Termine als Kalenderdatei schreiben.", valueName: "FILE")) var calendar: String?

    func run() async throws {
        guard let group = Rehearsal.Group(rawValue: group) else {
            let known = Rehearsal.Group.allCases.map(\.rawValue).joined(separator: ", ")
            throw ValidationError("Die Gruppe \(self.group) gibt es nicht. Möglich: \(known).")
        }
        let project = try DemoCommand.examples(examples)
        let facts = try ExchangeFacts(
            exchange: project.deletingLastPathComponent().appending(path: "exchange"), project: project)
        let rehearsal = try Rehearsal(group, facts, mode: priority ? .strategyProof : .weighted)
        var outcome = rehearsal.plan.cleared()
        let text = RehearsalText(rehearsal)
        if let decline {
            let first = outcome
            let proposals = text.inOrder(first.proposals)
            guard proposals.indices.contains(decline - 1) else {
                throw ValidationError("Es gibt die Vorschläge 1 bis \(proposals.count).")
            }
            outcome = first.resolved(declining: [proposals[decline - 1].pair])
            tell(text.change(from: first, to: outcome, declined: proposals[decline - 1]).joined(separator: "\n"))
        } else {
            tell(text.report(on: outcome).joined(separator: "\n"))
        }
        if let write { try save(outcome, to: write) }
        if let calendar { try save(text.calendar(of: outcome).bytes, to: calendar) }
    }

    private func save(_ outcome: RoundOutcome, to path: String) throws {
        guard let clearing = outcome.clearing else {
            throw CommandFailure("Die Runde hat kein Ergebnis; es gibt nichts zu schreiben.")
        }
        let encoder = JSONEncoder()
        encoder.outputFormatting = [.sortedKeys, .prettyPrinted, .withoutEscapingSlashes]
        try save(Array(try encoder.encode(ClearingStatement(clearing))) + [10], to: path)
    }

    private func save(_ bytes: [UInt8], to path: String) throws {
        do { try Data(bytes).write(to: URL(filePath: path), options: .atomic) } catch {
            throw CommandFailure("\(path) lässt sich nicht schreiben. Bitte Pfad und Rechte prüfen.")
        }
    }
}
