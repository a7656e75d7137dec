import Areas
import ContextModel
import HTML
import Prevention
import Texts
import Web

extension ContextRoom {
    /// `GET /kontext/profil?gemeinde=…`: the own one if there is only one.
    @Sendable func showProfileStart(_ visit: Visit) async throws -> Answer {
        let caller = try await caller(visit)
        let own = towns(caller)
        if let chosen = visit.query.text("gemeinde"), let area = own.first(where: { AreaSlug.text($0.key) == chosen }) {
            return .redirect(to: ContextPath.profile.link(AreaSlug.text(area.key)), in: visit.language)
        }
        if own.count == 1, let area = own.first {
            return .redirect(to: ContextPath.profile.link(AreaSlug.text(area.key)), in: visit.language)
        }
        return profileStartPage(visit, own, words(visit))
    }

    /// `GET /kontext/profil/05978020?gruppe=K4`
    @Sendable func showProfile(_ visit: Visit) async throws -> Answer {
        profilePage(visit, try await profileScene(visit), group(visit.query), try FormReader(visit), words(visit))
    }

    /// `POST /kontext/profil/05978020`: the answers of one group.
    @Sendable func saveProfile(_ visit: Visit) async throws -> Answer {
        let scene = try await profileScene(visit)
        let words = words(visit)
        guard let group = group(visit.form) else { throw NotFound() }
        var form = try FormReader(visit)
        var answers: [ProfileAnswer] = []
        var withdrawn: [ID<Condition>] = []
        for (place, condition) in ConditionCatalogue.all.enumerated() where condition.category == group {
            let value = value(&form, "wert-\(place)", condition)
            let evidence = form.text("beleg-\(place)", max: 300)
            guard let value else {
                withdrawn.append(condition.id)
                continue
            }
            guard let evidence else {
                form.refuse("beleg-\(place)", words.texts.profile.evidenceMissing)
                continue
            }
            let old = scene.answers[condition.id]
            let isSame = old?.value == value && old?.evidence == evidence
            answers.append(
                ProfileAnswer(
                    condition: condition.id, value: value, evidence: evidence,
                    day: isSame ? old?.day ?? visit.today : visit.today, isInvented: scene.area.isInvented))
        }
        guard form.isComplete else { return profilePage(visit, scene, group, form, words) }
        try await store.save(
            answers, withdrawn: withdrawn, of: scene.area.id, by: try visit.signedInAccount().auditActor,
            at: visit.now)
        return .redirect(
            to: .to(ContextPath.profile.path(AreaSlug.text(scene.area.key)), query: [("fertig", "1")]),
            in: visit.language)
    }

    private func value(_ form: inout FormReader, _ field: String, _ condition: Condition) -> ConditionValue? {
        switch condition.kind {
        case .yesNo: form.choice(field, among: ["ja", "nein"]).map { .yesNo($0 == "ja") }
        case .level: form.choice(field, among: ["0", "1", "2", "3"]).flatMap { Int($0) }.map { .level($0) }
        case .quantity: form.decimal(field, in: 0...1_000_000_000).map { .quantity($0) }
        }
    }

    private func group(_ fields: Fields) -> Condition.Category? {
        fields.text("gruppe").flatMap { Condition.Category(rawValue: $0) }
    }

    private func towns(_ caller: ContextCaller) -> [Area] {
        caller.tree.areas.filter { ($0.level.isTown || $0.level == .kreis) && caller.works(at: $0.id) }
            .sorted { ($0.name, $0.key) < ($1.name, $1.key) }
    }

    /// - Throws: `NotFound` for other municipalities.
    private func profileScene(_ visit: Visit) async throws -> ProfileScene {
        let caller = try await caller(visit)
        guard let key = AreaSlug.key(visit.parameters["area"] ?? ""), let area = caller.tree.area(key: key),
            caller.works(at: area.id)
        else { throw NotFound() }
        let services = ContextServices(store: store)
        let fits = try await services.fits(at: area.id)
        return ProfileScene(
            caller: caller, area: area, answers: try await store.answers(of: area.id),
            fits: try await ports.practices().compactMap { practice in
                fits[practice.reference].map { ProfileFit(practice: practice, met: $0.met, of: $0.of) }
            },
            kin: try await services.kin(of: area.id).map { ProfileKin(area: $0.area, shared: $0.shared) })
    }
}

/// How well one practice fits.
struct ProfileFit: Sendable {
    let practice: ContextPorts.PracticeFacts
    let met: Int
    let of: Int
}

/// Another municipality with the same conditions.
struct ProfileKin: Sendable {
    let area: ID<Area>
    let shared: [Condition]
}

/// The profile of one municipality.
struct ProfileScene: Sendable {
    let caller: ContextCaller
    let area: Area
    let answers: [ID<Condition>: ProfileAnswer]
    let fits: [ProfileFit]
    let kin: [ProfileKin]
}
