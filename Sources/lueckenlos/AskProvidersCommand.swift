import ArgumentParser
import Foundation
import House
import Prevention
import Web

/// `lueckenlos ask-providers`: one round of check mails; meant for a timer, because a round repeated does nothing.
struct AskProviders: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "ask-providers",
        abstract: "Träger per Mail um Bestätigung ihrer Angebote bitten. / Mail providers about unconfirmed offers.",
        discussion: """
            Eine Mail mit persönlichem Link geht an jeden Träger, der eine Adresse hat und ein Angebot, das seit sechs
            Monaten niemand bestätigt hat; höchstens eine in 30 Tagen. Das offene Haus verschickt sie.
            """)

    @OptionGroup var house: HouseOptions
    @Flag(help: "Nur zählen, nichts senden. / Count only.") var dryRun = false

    func run() async throws {
        let environment = ProcessInfo.processInfo.environment
        let house = try await House(
            database: try await house.database(), facts: HouseFacts(name: "Familien und Prävention", sender: ""),
            clock: .live,
            settings: try WebSettings(environment: environment),
            mail: try HouseMail(dataFolder: try house.folder(), environment: environment))
        let (due, refused) = try await house.askProviders(at: Clock.live.now(), isDryRun: dryRun)
        print(dryRun ? "Fällig wären Mails an \(due) Träger." : "Mails an \(due - refused) Träger sind unterwegs.")
        if refused > 0 {
            throw CommandFailure(
                "\(refused) Träger haben eine Adresse, an die keine Mail gehen kann. Bitte im Register prüfen.")
        }
    }
}
