import Design
import Offers
import Practice
import Prevention
import Storage
import Texts
import Web

/// A new entry, its form and its versions.
struct EntryRoutes: Sendable {
    let desk: WritingDesk
    static let access = Access.roles(PracticeWriter.roles)

    func add(to routes: inout RouteTable) {
        routes.get(WritingPath.new.pattern, allow: Self.access) { try await new($0) }
        routes.post(WritingPath.new.pattern, allow: Self.access) { try await create($0) }
        routes.get(WritingPath.edit.pattern, allow: Self.access) { try await edit($0) }
        routes.post(WritingPath.edit.pattern, allow: Self.access) { try await save($0) }
        routes.get(WritingPath.versions.pattern, allow: Self.access) { try await versions($0) }
    }

    // MARK: New

    /// `GET /praxis/neu?angebot=7…&stand=failed`
    private func new(_ visit: Visit) async throws -> Answer {
        let scene = try await desk.scene(visit)
        var practice = Practice(id: ID(), title: "", place: ChainPlace(ages: .wholeChain))
        practice.status = visit.query.text("stand") == "failed" ? .failed(why: "") : .notStated
        practice.trust = Graded(
            .selfReport, criterion: scene.words.entry.label("eigene-angabe"), on: visit.now.berlinDay)
        let offer = try await offer(visit)
        if let offer { prefill(&practice, from: offer) }
        var fields = PracticeForm.fields(of: practice, scene.words.names)
        if let home = scene.writer.homes.first {
            fields = Fields([("kommune", scene.words.names[home])] + fields.pairs)
        }
        var page = PracticeFormPage(
            form: try FormReader(fields, language: visit.language), file: nil, scene: scene)
        if let offer { page.alert = (.info, scene.words.entry.fromOffer.filled(["title": offer.title])) }
        return practiceFormPage(visit, page)
    }

    /// A published offer of the register, for the beginning of an entry.
    private func offer(_ visit: Visit) async throws -> Offer? {
        guard let id = visit.query.text("angebot").flatMap({ ID<Offer>($0) }),
            let offer = try await desk.offers.offer(id), offer.status == .active
        else { return nil }
        return offer
    }

    private func prefill(_ practice: inout Practice, from offer: Offer) {
        practice.titles["de"] = offer.title
        practice.lead = offer.summary
        practice.goal = offer.description
        practice.place.ages = offer.ageRange ?? .wholeChain
        practice.place.fields = Choices(offer.fields)
        practice.place.targetGroups = Choices(offer.targetGroups)
        practice.place.settings = Choices(offer.settings)
        practice.place.access = Choices(offer.accessMode.map { [$0] } ?? [])
        practice.sources = offer.sources.map {
            [$0.document, $0.section].filter { !$0.isEmpty }.joined(separator: ", ")
        }
    }

    /// `POST /praxis/neu`
    private func create(_ visit: Visit) async throws -> Answer {
        let scene = try await desk.scene(visit)
        var page = PracticeFormPage(form: try FormReader(visit), file: nil, scene: scene)
        if page.form.flag("mehr") { return practiceFormPage(visit, page) }
        var practice = Practice(id: ID(), title: "", place: ChainPlace(ages: .wholeChain))
        PracticeForm.read(&page.form, over: &practice, reading(visit, scene))
        guard page.form.isComplete, let owner = practice.municipalities.first else {
            return practiceFormPage(visit, page)
        }
        let slug = try await desk.store.create(
            practice, isInvented: scene.isInvented(owner), by: scene.writer.actor, at: visit.now)
        return saved(visit, slug)
    }

    // MARK: Editing

    /// `GET /praxis/…/bearbeiten`
    private func edit(_ visit: Visit) async throws -> Answer {
        let scene = try await desk.scene(visit)
        let file = try await writableFile(visit, scene)
        guard file.review.state == .draft else {
            return .redirect(to: WritingPath.review.link(file.slug), in: visit.language)
        }
        let fields = PracticeForm.fields(of: file.newest.practice, scene.words.names)
        var page = PracticeFormPage(form: try FormReader(fields, language: visit.language), file: file, scene: scene)
        page.gaps = file.draft.gaps(on: visit.now.berlinDay)
        if WritingDone(visit) == .saved {
            page.alert = (.good, scene.words.entry.saved)
        }
        return practiceFormPage(visit, page)
    }

    /// `POST /praxis/…/bearbeiten`
    private func save(_ visit: Visit) async throws -> Answer {
        let scene = try await desk.scene(visit)
        let file = try await writableFile(visit, scene)
        var page = PracticeFormPage(form: try FormReader(visit), file: file, scene: scene)
        page.gaps = file.draft.gaps(on: visit.now.berlinDay)
        let seen = visit.form.text("fassung").flatMap { Int($0) } ?? -1
        page.seen = seen
        if page.form.flag("mehr") { return practiceFormPage(visit, page) }
        let base = file.versions.all.first { $0.number == seen }?.practice ?? file.newest.practice
        var practice = base
        PracticeForm.read(&page.form, over: &practice, reading(visit, scene))
        guard page.form.isComplete else { return practiceFormPage(visit, page) }
        do {
            try await desk.store.save(practice, basedOn: seen, by: scene.writer.actor, at: visit.now)
            return saved(visit, file.slug)
        } catch PracticeRefusal.version(.changedMeanwhile(let newest)) {
            page.conflict = (newest, file.versions.changes(from: seen, to: newest))
            return practiceFormPage(visit, page)
        } catch PracticeRefusal.review {
            page.alert = (.warning, scene.words.entry.isInReview)
            page.isClosed = true
            return practiceFormPage(visit, page)
        }
    }

    /// Whoever may not write on a draft is not told that there is one.
    private func writableFile(_ visit: Visit, _ scene: WritingScene) async throws -> PracticeFile {
        let file = try await desk.file(visit, scene)
        guard scene.writer.writes(for: file.owner) else { throw NotFound() }
        return file
    }

    private func reading(_ visit: Visit, _ scene: WritingScene) -> PracticeForm.Reading {
        PracticeForm.Reading(
            writer: scene.writer, names: scene.words.names, texts: scene.words.entry, today: visit.now.berlinDay)
    }

    private func saved(_ visit: Visit, _ slug: String) -> Answer {
        visit.form.text("weiter") == nil
            ? desk.done(visit, WritingPath.edit.path(slug), .saved)
            : desk.done(visit, WritingPath.review.path(slug), .saved)
    }

    // MARK: Versions

    /// `GET /praxis/…/fassungen?von=1&bis=3`
    private func versions(_ visit: Visit) async throws -> Answer {
        let scene = try await desk.scene(visit)
        let file = try await desk.file(visit, scene)
        let isInside = scene.writer.writes(for: file.owner)
        let shown = file.versions.all.filter { isInside || $0.number <= file.publishedVersion ?? 0 }
        guard let newest = shown.last else { throw NotFound() }
        let numbers = Set(shown.map(\.number))
        func asked(_ field: String) -> Int? {
            visit.query.text(field).flatMap { Int($0) }.flatMap { numbers.contains($0) ? $0 : nil }
        }
        let to = asked("bis") ?? newest.number
        return versionsPage(
            visit, VersionsModel(file: file, shown: shown, from: asked("von") ?? max(to - 1, 1), to: to, scene: scene))
    }
}

extension Fields {
    /// The fields as pairs, to lay others before them.
    var pairs: [(String, String)] { all.map { ($0.name, $0.value) } }
}
