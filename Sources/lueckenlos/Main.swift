import ArgumentParser

@main
struct Lueckenlos: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "lueckenlos", abstract: "Software für kommunale Präventionsketten.",
        subcommands: [Serve.self])
}
