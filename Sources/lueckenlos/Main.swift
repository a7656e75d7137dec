import ArgumentParser
import Foundation

@main
struct Lueckenlos: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "lueckenlos",
        abstract: "Software für kommunale Präventionsketten. / Software for municipal prevention chains.",
        version: "0.1.0",
        subcommands: [
            DemoCommand.self, Serve.self, Import.self, ConvertValues.self, Export.self, Synth.self, Migrate.self,
            Check.self, BackUp.self,
            Restore.self,
            Audit.self, User.self, AskProviders.self, SearchCommand.self, ExchangeCommand.self, ComputeCommand.self,
            Measure.self,
        ])

    /// Runs the command named on the command line; wrong use ends with `ExitStatus.wrongUse`, as everywhere in the house.
    static func main() async {
        do {
            var command = try parseAsRoot()
            if var command = command as? any AsyncParsableCommand {
                try await command.run()
            } else {
                try command.run()
            }
        } catch {
            guard exitCode(for: error) == .validationFailure else { exit(withError: error) }
            FileHandle.standardError.write(Data((fullMessage(for: error) + "\n").utf8))
            Foundation.exit(ExitStatus.wrongUse.rawValue)
        }
    }
}
