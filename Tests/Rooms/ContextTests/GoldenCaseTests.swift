import Context
import ContextModel
import Prevention
import RoomTesting
import Storage
import StorageTesting
import Testing
import Web

/// The worked example of the specification, from the file through the store to the pages.
@Suite("Düsseldorf nach Bielefeld, im Haus") struct GoldenCaseTests {
    @Test("the stored case gives the plan of the pure rules", arguments: TestEngine.available)
    func plan(engine: TestEngine) async throws {
        let context = try await ContextHouse(engine)
        let file = try #require(try await context.file(ContextHouse.kita, at: "05711"))
        #expect(
            file.check.rows.map(\.colour) == [
                .green, .red, .orange, .green, .orange, .yellow, .orange, .orange, .green, .green,
            ])
        #expect(
            file.check.rows.map(\.residual) == [
                .green, .orange, .yellow, .green, .yellow, .green, .yellow, .green, .green, .green,
            ])
        #expect(file.check.unknownShare == 0.2 && file.check.constitutive == (met: 2, of: 5))
        #expect(file.check.recommendation == .pilot([file.check.rows[1].requirement.id]))
        let plan = try #require(file.transferPlan)
        #expect(plan.scope == .pilot && plan.adaptations.count == 1 && plan.residual.count == 4)
        #expect(
            plan.milestones.map { "\($0.day) \($0.what)" } == [
                "2015-08-05 Vordruck und Rollenkonzept",
                "2015-08-06 Einladung beim Kita-Vertrag, in mehreren Sprachen",
                "2015-08-07 Feste halbe Tage",
                "2015-08-08 Mit dem eigenen Bestand abgleichen, Lücke schließen",
                "2015-08-10 Klären; beim Gesundheitsamt leihen",
                "2015-08-11 Konzept anpassen; Einrichtungen tauschen sich regelmäßig über Hilfen aus",
            ])
        #expect(
            plan.checks.map { "\($0.months) \($0.due)" } == ["6 2016-02-12", "12 2016-08-12", "24 2017-08-12"])
        #expect(file.decision?.deviates == false)
    }

    @Test("loading the examples a second time changes nothing")
    func twice() async throws {
        let context = try await ContextHouse(examples: ["duesseldorf-bielefeld", "musterkreis"])
        let checks = try await context.store.checks().count
        try await context.load("duesseldorf-bielefeld")
        try await context.load("musterkreis")
        #expect(try await context.store.checks().count == checks && checks == 6)
        let example = ContextHouse.reference("kreis-unna-ue1-protokoll")
        #expect(try await context.store.experiences(of: example).count == 6)
    }

    @Test("the page shows recommendation, decision, assumptions and both colours of each condition")
    func page() async throws {
        let context = try await ContextHouse()
        let file = try #require(try await context.file(ContextHouse.kita, at: "05711"))
        let planner = try await context.coordinator("05711")
        let answer = try await planner.get("/kontext/\(file.record.id.text)")
        #expect(answer.status == 200 && audit(answer.text) == [])
        for words in [
            "Von Düsseldorf nach Bielefeld", "Klein beginnen", "klein beginnen", "Annahme",
            "Ein erhöhtes Risiko bleibt bei: „Eine zusätzliche Fachkraft begleitet Eltern und Kinder“ (2)",
            "Anders als in Düsseldorf ist kein zusätzliches Personal verfügbar.", "2 von 5",
            "Vorher: 1 hoch, 4 erhöht, 1 mäßig und 4 gering. Nachher: 1 erhöht, 3 mäßig und 6 gering.",
            "Austausch kann einen Teil der Begleitung tragen",
        ] { #expect(answer.text.contains(words), "\(words)") }
        try expectSnapshot(Self.main(answer.text), named: "abgleich.html")
    }

    @Test("plan, later looks and requirements stand on pages of their own", arguments: ["plan", "nachschau", "urteil"])
    func pages(part: String) async throws {
        let context = try await ContextHouse()
        let file = try #require(try await context.file(ContextHouse.kita, at: "05711"))
        let planner = try await context.coordinator("05711")
        let answer = try await planner.get("/kontext/\(file.record.id.text)/\(part)")
        #expect(answer.status == 200 && audit(answer.text) == [])
        let expected = [
            "plan": "Nach einem Jahr nehmen weniger als die Hälfte der neuen Kinder teil",
            "nachschau": "Träger, Gesundheitsamt und Kitas tragen das angepasste Konzept.",
            "urteil": "Alle Bedingungen",
        ]
        #expect(answer.text.contains(expected[part] ?? "-"))
        #expect(answer.text.contains("Projektleitung (Annahme)") == (part == "plan"))
    }

    /// The page's own part, without the session's token.
    private static func main(_ html: String) -> String {
        guard let start = html.firstRange(of: "<main"), let end = html.firstRange(of: "</main>") else { return html }
        return String(html[start.lowerBound..<end.upperBound]).replacing(
            /name="_token" value="[^"]*"/, with: #"name="_token" value="…""#)
    }
}
