import Areas
import Offers
import Prevention
import Storage
import Texts
import Web

/// Facilities: list, entry, new.
struct FacilityRoutes: Sendable {
    let desk: RegisterDesk
    private static let access = Access.roles(Caller.all)

    init(desk: RegisterDesk) { self.desk = desk }

    func add(to routes: inout RouteTable) {
        routes.get(RegisterPath.facilities.pattern, allow: Self.access) { try await list($0) }
        routes.get(RegisterPath.newFacility.pattern, allow: Self.access) { try await new($0) }
        routes.post(RegisterPath.newFacility.pattern, allow: Self.access) { try await save($0, nil) }
        routes.get(RegisterPath.facility.pattern, allow: Self.access) { try await show($0) }
        routes.post(RegisterPath.facility.pattern, allow: Self.access) { visit in
            try await save(visit, try await facility(visit, try await desk.caller(visit).caller))
        }
    }

    private func list(_ visit: Visit) async throws -> Answer {
        let caller = try await desk.caller(visit).caller
        let words = (visit.query.text("text") ?? "").folded.split(separator: " ")
        let own = try await desk.offers.facilities().filter { facility in
            let label = facility.label.folded
            return caller.mayEdit(facility) && words.allSatisfy { label.contains($0) }
        }
        return facilitiesPage(visit, own, desk.texts[visit.language])
    }

    private func new(_ visit: Visit) async throws -> Answer {
        let (caller, areas) = try await desk.caller(visit)
        let only = try await desk.stock(caller, areas).onlyProvider
        let form = try FormReader(Fields([("traeger", only?.name ?? "")]), language: visit.language)
        return facilityFormPage(visit, FacilityPage(form: form, facility: nil), desk.texts[visit.language])
    }

    private func show(_ visit: Visit) async throws -> Answer {
        let (caller, areas) = try await desk.caller(visit)
        let facility = try await facility(visit, caller)
        let fields = FacilityForm.fields(
            of: facility, providers: try await desk.offers.providers(), tree: areas.tree)
        var page = FacilityPage(form: try FormReader(fields, language: visit.language), facility: facility)
        page.offers = try await desk.offers.offers(at: facility.id)
        return facilityFormPage(visit, page, desk.texts[visit.language])
    }

    /// - Throws: `NotFound` beyond the caller's reach.
    private func facility(_ visit: Visit, _ caller: Caller) async throws -> Facility {
        guard let facility = try await desk.offers.facility(try visit.id(of: Facility.self)), caller.mayEdit(facility)
        else { throw NotFound() }
        return facility
    }

    private func save(_ visit: Visit, _ current: Facility?) async throws -> Answer {
        let (caller, areas) = try await desk.caller(visit)
        let texts = desk.texts[visit.language]
        var form = try FormReader(visit)
        var facility = current ?? Facility(name: "")
        if current != nil { facility.version = visit.seenVersion }
        FacilityForm.read(
            &form, over: &facility, providers: try await desk.offers.providers(), areas, texts)
        if form.isComplete, !caller.mayEdit(facility) { form.refuse("traeger", texts.form.beyondReach) }
        var page = FacilityPage(form: form, facility: current)
        page.seen = visit.seenVersion
        guard form.isComplete else { return facilityFormPage(visit, page, texts) }
        do {
            let stored = try await desk.offers.save(facility, by: caller.actor, at: visit.now)
            return desk.done(visit, RegisterPath.facility.path(stored.id.text), .saved)
        } catch StorageError.stale {
            page.isStale = true
            return facilityFormPage(visit, page, texts)
        }
    }
}
