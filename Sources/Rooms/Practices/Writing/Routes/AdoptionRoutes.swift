import Areas
import Practice
import Prevention
import Web

/// What a municipality says itself about a practice that it took over.
struct AdoptionRoutes: Sendable {
    let desk: WritingDesk

    func add(to routes: inout RouteTable) {
        routes.get(WritingPath.adoption.pattern, allow: EntryRoutes.access) { try await show($0) }
        routes.post(WritingPath.adoption.pattern, allow: EntryRoutes.access) { try await save($0) }
        routes.post(WritingPath.read.pattern, allow: EntryRoutes.access) { try await markRead($0) }
    }

    /// `GET /praxis/…/uebernahme?kommune=Unna`
    private func show(_ visit: Visit) async throws -> Answer {
        let (scene, file) = try await published(visit)
        let own = scene.adopters(of: file)
        let asked = visit.query.text("kommune").flatMap(scene.words.names.id)
        let chosen = own.first { $0.id == asked } ?? own.first
        let fields = chosen.map { Self.fields(of: file, $0.id, scene) } ?? Fields()
        return try await page(visit, scene, file, try FormReader(fields, language: visit.language), chosen)
    }

    /// `POST /praxis/…/uebernahme`
    private func save(_ visit: Visit) async throws -> Answer {
        let (scene, file) = try await published(visit)
        var form = try FormReader(visit)
        let texts = scene.words.entry
        let today = visit.now.berlinDay
        let name = form.requiredText("kommune")
        let chosen = name.flatMap(scene.words.names.id).flatMap { id in
            scene.adopters(of: file).first { $0.id == id }
        }
        if name != nil, chosen == nil { form.refuse("kommune", texts.foreignMunicipality) }
        let since = form.integer("seit", in: 1900...today.year)
        let result = form.required("ergebnis") { $0.choice("ergebnis", as: Adopter.Result.self) }
        let story = form.required("geschichte") { $0.longText("geschichte", max: 2_000) }
        let followedUp = Day(year: 1950, month: 1, day: 1).flatMap { form.day("nachschau", in: $0...today) }
        guard let chosen, let result, let story, form.isComplete else {
            return try await page(visit, scene, file, form, chosen)
        }
        let adopter = Adopter(
            municipality: chosen.id, kind: chosen.adopterKind, since: since, result: result, story: story,
            followedUp: followedUp)
        do {
            try await desk.store.adopt(
                adopter, of: file.id, basedOn: visit.form.text("fassung").flatMap { Int($0) } ?? 0,
                by: scene.writer.actor, at: visit.now)
        } catch PracticeRefusal.adoptionChanged(let current) {
            return try await page(visit, scene, file, form, chosen, conflict: current)
        }
        return desk.done(visit, WritingPath.adoption.path(file.slug), .adopted)
    }

    /// `POST /praxis/…/uebernahme/gelesen`
    private func markRead(_ visit: Visit) async throws -> Answer {
        let (scene, file) = try await published(visit)
        for area in scene.adopters(of: file) {
            try await desk.store.markRead(file.id, by: area.id, as: scene.writer.actor, at: visit.now)
        }
        return desk.done(visit, WritingPath.adoption.path(file.slug), .read)
    }

    private func published(_ visit: Visit) async throws -> (WritingScene, PracticeFile) {
        let scene = try await desk.scene(visit)
        let file = try await desk.file(visit, scene)
        guard file.publishedVersion != nil else { throw NotFound() }
        return (scene, file)
    }

    private func page(
        _ visit: Visit, _ scene: WritingScene, _ file: PracticeFile, _ form: FormReader, _ chosen: Area?,
        conflict: Int? = nil
    ) async throws -> Answer {
        let own = scene.adopters(of: file)
        let notices = try await desk.store.notices(to: Set(own.map(\.id))).filter { $0.practice == file.id }
        let version = file.adoptions.first { $0.adopter.municipality == chosen?.id }?.version ?? 0
        let sent = visit.form.text("fassung").flatMap { Int($0) }
        return adoptionPage(
            visit,
            AdoptionModel(
                scene: scene, file: file, form: form, own: own, notices: notices,
                version: conflict ?? sent ?? version, isConflict: conflict != nil))
    }

    /// What is known of an adoption so far: the municipality's own words, or else the entry's.
    private static func fields(of file: PracticeFile, _ area: ID<Area>, _ scene: WritingScene) -> Fields {
        let adopter = file.published?.practice.adopters.first { $0.municipality == area }
        return Fields([
            ("kommune", scene.words.names[area]), ("seit", adopter?.since.map(String.init) ?? ""),
            ("ergebnis", adopter?.result.rawValue ?? ""), ("geschichte", adopter?.story ?? ""),
            ("nachschau", adopter?.followedUp.map(EvidenceForm.day) ?? ""),
        ])
    }
}

extension WritingScene {
    /// The municipalities for which the visitor can say that they took the practice over.
    func adopters(of file: PracticeFile) -> [Area] {
        tree.municipalities.filter { $0.id != file.owner && writer.speaks(for: $0.id) }
    }
}

extension Area {
    /// What kind of municipality it is, for the spread of a practice.
    var adopterKind: Adopter.Kind {
        switch level {
        case .city: .city
        case .land, .kreis: .district
        default: kind.lowercased().contains("gemeinde") ? .village : .town
        }
    }
}
