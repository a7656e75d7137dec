import Foundation
import ModelProject
import Prevention
import Rounds
import Testing
import Transfers

@Suite("Planspiele mit echten Praxen")
struct RehearsalTests {
    static let examples = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
        .deletingLastPathComponent().appending(path: "Examples")

    static func facts() throws -> ExchangeFacts {
        try ExchangeFacts(
            exchange: examples.appending(path: "exchange"), project: examples.appending(path: "model-project"))
    }

    private struct Named: Decodable { let id: String }

    @Test("each of the 64 practices belongs to exactly one of the 18 links, and nothing is named that does not exist")
    func catalogue() throws {
        let data = try Data(contentsOf: Self.examples.appending(path: "model-project/practices.json"))
        let practices = try JSONDecoder().decode([Named].self, from: data).map(\.id)
        let catalogue = try Self.facts().catalogue
        #expect(catalogue.links.count == 18 && Set(catalogue.links.map(\.id)).count == 18)
        #expect(catalogue.links.flatMap(\.practices).sorted() == practices.sorted())
        #expect(catalogue.notYetRunning.isSubset(of: practices))
        let tables = try ["offers-kreis-unna.csv", "offers-other.csv", "goals.json"].map {
            try String(contentsOf: Self.examples.appending(path: "model-project/\($0)"), encoding: .utf8)
        }
        for link in catalogue.links {
            for offer in link.offers { #expect((tables[0] + tables[1]).contains("\n\(offer);"), "\(offer)") }
            for goal in link.goals { #expect(tables[2].contains("\"\(goal)\""), "\(goal)") }
        }
    }

    @Test("a level is the highest that a source tells: a running practice, an offer, a goal, else nothing known")
    func levels() throws {
        let facts = try Self.facts()
        func level(_ link: String, _ town: String) throws -> LinkLevel? {
            let id = try #require(facts.catalogue.links.first { $0.slug == link }?.id)
            let participant = try #require(facts.town(town)?.id)
            return facts.levels.knows(id, participant) ? facts.levels[id, participant] : nil
        }
        #expect(try level("rund-um-die-geburt", "bergkamen") == .mayPassOn)
        #expect(try level("rund-um-die-geburt", "boenen") == .introduced)
        #expect(try level("rund-um-die-geburt", "dortmund") == .planned)
        #expect(try level("rund-um-die-geburt", "schwerte") == nil)
        #expect(try level("hilfe-an-der-schule", "kamen") == .planned)
    }

    @Test(
        "both rehearsals are cleared, proven, bind nobody and give only what a town really runs",
        arguments: Rehearsal.Group.allCases)
    func rounds(group: Rehearsal.Group) throws {
        let rehearsal = try Rehearsal(group, try Self.facts())
        let plan = rehearsal.plan
        let outcome = plan.cleared()
        #expect(plan.participants.count == (group == .kreisUnna ? 10 : 18) && plan.round.kind == .rehearsal)
        #expect(outcome.isVerified && outcome.proposals.count == (group == .kreisUnna ? 12 : 36))
        for proposal in outcome.proposals {
            let slug = try #require(rehearsal.practices[proposal.pair.offer])
            let giver = try #require(rehearsal.facts.towns.first { [$0.id] == proposal.givers })
            #expect(rehearsal.facts.running.contains { $0.practice == slug && $0.town == giver.slug })
            #expect(proposal.practice == Reference(.practice, slug))
        }
        let again = try Rehearsal(group, try Self.facts()).plan.cleared()
        #expect(again.proposals == outcome.proposals && again.objective == outcome.objective)
        let report = rehearsal.report(on: outcome)
        #expect(report.assumptions == Rehearsal.assumptions && report.forecast?.finishedAfter != nil)
        #expect(report.demand.reduce(0) { $0 + $1.requests } == plan.requests.count)
        #expect(
            report.standings.map { plan.name($0.participant) }
                == report.standings.map { plan.name($0.participant) }.sorted())
    }

    @Test("one decline after the other: everything else stays, the proof holds")
    func declines() throws {
        for group in Rehearsal.Group.allCases {
            let outcome = try Rehearsal(group, try Self.facts()).plan.cleared()
            for declined in outcome.proposals {
                let again = outcome.resolved(declining: [declined.pair])
                let kept = Set(outcome.proposals.map(\.pair)).subtracting([declined.pair])
                #expect(again.isVerified && kept.isSubset(of: Set(again.proposals.map(\.pair))))
                #expect(again.objective <= outcome.objective)
            }
        }
    }

    @Test("a broken catalogue is refused with the file and the link")
    func broken() throws {
        let folder = FileManager.default.temporaryDirectory.appending(path: UUID().uuidString)
        try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
        defer { try? FileManager.default.removeItem(at: folder) }
        #expect(throws: ModelProjectError.self) { try LinkCatalogue(folder: folder) }
        let text = """
            {"notYetRunning": [], "links": [{"slug": "x", "title": "X", "obligation": "muss", "lifeStage": "kita",
            "field": "health", "practices": [], "offers": [], "goals": []}]}
            """
        try text.write(to: folder.appending(path: "links.json"), atomically: true, encoding: .utf8)
        #expect { try LinkCatalogue(folder: folder) } throws: { "\($0)".contains("x:") }
    }
}
