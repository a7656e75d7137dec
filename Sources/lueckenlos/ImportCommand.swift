import ArgumentParser

/// `lueckenlos import …`: brings files into the house; each kind of file is a command of its own.
struct Import: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        abstract: "Dateien einlesen. / Import files.",
        subcommands: [
            ImportAreas.self, ImportOffers.self, ImportProviders.self, ImportHSDS.self, ImportIndicators.self,
            ImportValues.self, ImportCrosswalk.self, ImportPractices.self,
        ])
}
