import Context
import ContextModel
import Prevention
import Storage
import StorageTesting
import Testing

@Suite("Was andere Räume vom Kontextmodell erfahren") struct ServiceTests {
    @Test("fit comes from the check if there is one, else from the profile", arguments: TestEngine.available)
    func fit(engine: TestEngine) async throws {
        let context = try await ContextHouse(engine, examples: ["duesseldorf-bielefeld", "musterkreis"])
        let kita = ContextHouse.reference(ContextHouse.kita)
        let checked = try await context.services.fit(of: kita, at: ContextHouse.area("05711"))
        #expect(checked?.met == 2 && checked?.of == 5)
        // Musterau has answered: providers agree and rules on data are there; no check of this practice.
        let profiled = try await context.services.fit(of: kita, at: ContextHouse.area("/musterkreis/stadt-1"))
        #expect(profiled?.met == 2 && profiled?.of == 5)
        let unknown = try await context.services.fit(of: kita, at: ContextHouse.area("05913"))
        #expect(unknown?.met == 0 && unknown?.of == 5)
        let stranger = try await context.services.fit(
            of: ContextHouse.reference("gibt-es-nicht"), at: ContextHouse.area("05913"))
        #expect(stranger == nil)
        let all = try await context.services.fits(at: ContextHouse.area("05711"))
        #expect(all.count == 6 && all[kita]?.met == 2)
    }

    @Test("red risks are those that nothing compensates, by the newest check with a result")
    func risks() async throws {
        let context = try await ContextHouse(examples: ["duesseldorf-bielefeld", "musterkreis"])
        let kita = ContextHouse.reference(ContextHouse.kita)
        #expect(try await context.services.hasRedRisk(kita, at: ContextHouse.area("05711")) == false)
        let visits = ContextHouse.reference("gelsenkirchen-begruessungshausbesuche")
        #expect(try await context.services.hasRedRisk(visits, at: ContextHouse.area("/musterkreis/stadt-2")))
        let red = try await context.services.redRisks()
        #expect(red[ContextHouse.area("/musterkreis/stadt-2")] == [visits] && red[ContextHouse.area("05711")] == nil)
    }

    @Test("the sheet gets what a practice needs, constitutive conditions first")
    func requirements() async throws {
        let context = try await ContextHouse()
        let weights = try await context.services.requirements(of: ContextHouse.reference(ContextHouse.kita)).map(
            \.weight)
        #expect(weights == weights.sorted(by: >) && weights.count == 10 && weights.first == .constitutive)
    }
}
