import Areas
import ArgumentParser
import Foundation
import House
import Hummingbird
import Logging
import Offers
import Prevention
import Storage
import Synchronization
import Texts
import Web

/// Size of every public page and the time from the question to the finished HTML: route, search, database, rendering.
struct MeasurePages: AsyncParsableCommand {
    static let configuration = CommandConfiguration(commandName: "pages")

    @Option(help: "Wie oft jede Seite gerechnet wird.") var rounds = 40
    @OptionGroup var house: HouseOptions

    func run() async throws {
        let opened = try await House(
            database: try await house.database(), facts: DemoCommand.facts, clock: .live,
            mail: try HouseMail(dataFolder: try house.folder(), environment: [:]))
        for address in try await Self.addresses(opened) {
            guard let page = try? await opened.responder.publicPage(address) else { continue }
            var watch = Stopwatch()
            for _ in 0..<max(1, rounds) { try await watch.time { _ = try await opened.responder.publicPage(address) } }
            print("\(address)\t\(page.count)\t\(watch.middle)\t\(watch.quantile(0.95))")
        }
    }

    /// All pages without a place in their address, and examples of those that need a question or a key.
    static func addresses(_ house: House) async throws -> [String] {
        let plain = house.responder.table.routes
            .filter { $0.method == "GET" && !$0.pattern.contains("{") }.map(\.pattern)
        let tree = try await AreaStore(database: house.database).tree()
        let town = tree.areas.first(where: \.level.isTown)?.key.text ?? ""
        var questions = [
            "alter=7&ort=\(town)", "was=Beratung", "was=Hebame", "ort=\(town)&was=Krabbelgruppe",
            "was=Jugendtreff&alter=3",
            "alter=7&ort=\(town)&reihe=distance",
        ].map { "/angebote?" + $0 }
        if let offer = try await OfferStore(database: house.database).allIDs().first {
            questions.append("/angebote/\(offer.text)")
        }
        return plain + questions
    }
}

/// A plain greeting by the same web server, without the house: what the machine can do at best.
struct MeasureHello: AsyncParsableCommand {
    static let configuration = CommandConfiguration(commandName: "hello")

    @OptionGroup var address: AddressOptions

    func run() async throws {
        let router = Router()
        router.get("hello") { _, _ in "hello" }
        let application = Application(
            router: router, configuration: .init(address: .hostname(address.host, port: address.port)),
            logger: try LogSetting.logger())
        try await application.runService()
    }
}

/// Whether signing in and asking for a new password take as long for an unknown account as for a known one.
struct MeasureSignIn: AsyncParsableCommand {
    static let configuration = CommandConfiguration(commandName: "sign-in")

    @Option(help: "Wie viele Paare von Versuchen.") var pairs = 200
    @OptionGroup var house: HouseOptions

    func run() async throws {
        let known = "bekannt@example.org"
        // Every attempt is made a day later, so that none is throttled.
        let start = Clock.live.now()
        let days = Counter()
        let opened = try await House(
            database: try await house.database(), facts: DemoCommand.facts,
            clock: Clock { start.adding(seconds: days.value * 86_400) },
            mail: try HouseMail(dataFolder: try house.folder(), environment: [:]))
        var making = Stopwatch()
        try await making.time {
            try await opened.desk.add(
                email: known, name: "Planung", roles: [], password: "Nebel über dem Hafen", by: UserOptions.actor)
        }
        for (name, attempt) in Self.attempts(opened.desk) {
            var watches = [known: Stopwatch(), "fremd@example.org": Stopwatch()]
            for _ in 0..<max(1, pairs) {
                for email in watches.keys {
                    days.advance()
                    try await watches[email]?.time { try await attempt(email) }
                }
            }
            for (email, watch) in watches { print("\(name)\t\(email)\t\(watch.middle)\t\(watch.quantile(0.95))") }
        }
    }

    typealias Attempt = @Sendable (String) async throws -> Void

    static func attempts(_ desk: SignInDesk) -> [(String, Attempt)] {
        [
            (
                "Anmelden",
                { email in
                    _ = try await desk.signIn(
                        email: email, password: "falsch und lang", address: "192.0.2.1", device: "")
                }
            ),
            (
                "Passwort vergessen",
                { email in try await desk.requestReset(email: email, language: .german, address: "192.0.2.1") }
            ),
        ]
    }
}

/// Days that have passed in a measurement.
final class Counter: Sendable {
    private let count = Atomic<Int>(0)

    func advance() { count.add(1, ordering: .relaxed) }

    var value: Int { count.load(ordering: .relaxed) }
}
