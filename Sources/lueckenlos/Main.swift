import ArgumentParser

@main
struct Lueckenlos: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "lueckenlos",
        abstract: "Software für kommunale Präventionsketten. / Software for municipal prevention chains.",
        version: "0.1.0",
        subcommands: [
            DemoCommand.self, Serve.self, Import.self, Export.self, Synth.self, Migrate.self, Check.self, BackUp.self,
            Restore.self,
            Audit.self, User.self, SearchCommand.self, Measure.self,
        ])
}
