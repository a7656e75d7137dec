import Areas
import ContextModel
import HTML
import Prevention
import Storage
import Texts
import Web

extension ContextRoom {
    /// `GET /kontext`
    @Sendable func showStart(_ visit: Visit) async throws -> Answer {
        let caller = try await caller(visit)
        let known = Set(try await store.requirementSets().map(\.practice))
        let practices = try await ports.practices().filter { known.contains($0.reference) }
        return startPage(
            visit,
            StartModel(caller: caller, files: try await files(for: caller), practices: practices, today: visit.today),
            words(visit))
    }

    func files(for caller: ContextCaller) async throws -> [CheckFile] {
        caller.isStaff ? try await store.files().filter { caller.maySee($0.record) } : []
    }

    /// `GET /kontext/abgleich?praxis=…&nach=…&transfer=…`: on to the check of a transfer, else to one of the same pair;
    /// where there is none, to the form that begins one, or to what is known of the practice's conditions.
    @Sendable func findCheck(_ visit: Visit) async throws -> Answer {
        let caller = try await caller(visit)
        let slug = visit.query.text("praxis") ?? ""
        let (area, transfer) = (visit.query.text("nach") ?? "", visit.query.text("transfer") ?? "")
        let receiver = AreaKey(area).map { ID<Area>(key: $0) }
        let records = try await files(for: caller).map(\.record)
        let found =
            records.first { $0.transfer != nil && $0.transfer == transfer }
            ?? records.first { $0.transfer == nil && $0.practiceSlug == slug && $0.receiver == receiver }
        if let found { return .redirect(to: ContextPath.check.link(found.id.text), in: visit.language) }
        guard let practice = try await ports.practices().first(where: { $0.slug == slug }) else {
            return .redirect(to: ContextPath.start.link(), in: visit.language)
        }
        guard let set = try await store.requirements(of: practice.reference), !set.lines.isEmpty,
            let receiver, caller.works(at: receiver)
        else { return .redirect(to: ContextPath.practice.link(slug), in: visit.language) }
        let query = [("praxis", slug), ("nach", area), ("transfer", transfer)]
        return .redirect(to: .to(ContextPath.new.path(), query: query), in: visit.language)
    }

    /// `GET /kontext/neu?praxis=…&nach=…&transfer=…`
    @Sendable func showNew(_ visit: Visit) async throws -> Answer {
        newPage(visit, try await newModel(visit), try FormReader(visit), words(visit))
    }

    /// `POST /kontext/neu`
    @Sendable func begin(_ visit: Visit) async throws -> Answer {
        let model = try await newModel(visit)
        let words = words(visit)
        var form = try FormReader(visit)
        let slug = form.required("praxis") { $0.choice("praxis", among: model.practices.map(\.slug)) }
        let practice = model.practices.first { $0.slug == slug }
        let giver = form.required("von") { form in
            form.choice("von", among: model.givers.map(\.id.text)).flatMap { ID<Area>($0) }
        }
        let receiver = form.required("nach") { form in
            form.choice("nach", among: model.receivers.map(\.id.text)).flatMap { ID<Area>($0) }
        }
        let occasion = form.text("anlass", max: 300)
        let transfer = form.text("transfer", max: 60).flatMap { ID<Reference>($0)?.text }
        if let giver, giver == receiver { form.refuse("nach", words.texts.new.same) }
        if let practice, let giver, !practice.municipalities.isEmpty, !practice.municipalities.contains(giver) {
            form.refuse("von", words.texts.new.notGiver)
        }
        guard form.isComplete, let practice, let giver, let receiver,
            let set = try await store.requirements(of: practice.reference)
        else { return newPage(visit, model, form, words) }
        let record = CheckRecord(
            practice: practice.reference, practiceSlug: practice.slug, practiceTitle: practice.title,
            requirementVersion: set.version, giver: giver, receiver: receiver, transfer: transfer,
            isInvented: practice.isInvented, occasion: occasion ?? "", startedAt: visit.now)
        try await store.insert(record, by: try visit.signedInAccount().auditActor)
        return .redirect(to: ContextPath.check.link(record.id.text), in: visit.language)
    }

    private func newModel(_ visit: Visit) async throws -> NewModel {
        let caller = try await caller(visit)
        let known = Set(
            try await store.requirementSets().filter { !$0.lines.isEmpty }.map(\.practice))
        let practices = try await ports.practices().filter { known.contains($0.reference) }
        let towns = caller.tree.areas.filter { $0.level.isTown || $0.level == .kreis }
        let names = towns.sorted { ($0.name, $0.key) < ($1.name, $1.key) }
        let givers = Set(practices.flatMap(\.municipalities))
        return NewModel(
            practices: practices, givers: names.filter { givers.isEmpty || givers.contains($0.id) },
            receivers: names.filter { caller.works(at: $0.id) },
            chosen: practices.first { $0.slug == visit.query.text("praxis") },
            receiver: visit.query.text("nach").flatMap { AreaKey($0) }.map { ID(key: $0) },
            transfer: visit.query.text("transfer") ?? "")
    }

    /// `GET /kontext/bedingungen`
    @Sendable func showCatalogue(_ visit: Visit) throws -> Answer { cataloguePage(visit, words(visit)) }
}
