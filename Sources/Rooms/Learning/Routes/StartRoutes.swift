import Areas
import HTML
import LearningNetwork
import Prevention
import Storage
import Texts
import Web

/// What the start page shows.
struct StartModel: Sendable {
    let groups: [LearningGroup]
    let meetings: [Meeting]
    let conferences: [Conference]
    /// Open tasks of the municipalities that the visitor speaks for.
    let tasks: [LearningTask]
    let products: [Product]
    let lab: [LabEntry]
    /// What the living networks are lacking this year.
    let reminders: [Rhythm.Reminder]

    func group(_ id: ID<LearningGroup>) -> LearningGroup? { groups.first { $0.id == id } }
}

extension LearningRoom {
    func addStart(to routes: inout RouteTable) {
        routes.get(LearningPath.start.pattern, allow: .signedIn, showStart)
        routes.get(LearningPath.tasks.pattern, allow: .signedIn, showTasks)
        routes.post(LearningPath.taskStep.pattern, allow: .signedIn, bodyLimit: 16_384, stepTask)
        routes.get(LearningPath.expertise.pattern, allow: .signedIn, showExpertise)
        routes.get(LearningPath.newExpertise.pattern, allow: .roles(LearningRights.members), editExpertise)
        routes.post(LearningPath.newExpertise.pattern, allow: .roles(LearningRights.members), editExpertise)
        routes.get(LearningPath.publications.pattern, allow: .everyone, showPublications)
        routes.get(LearningPath.newPublication.pattern, allow: .roles([.administrator]), editPublication)
        routes.post(LearningPath.newPublication.pattern, allow: .roles([.administrator]), editPublication)
        routes.get(LearningPath.chronicle.pattern, allow: .everyone, showChronicle)
    }

    /// `GET /lernnetz`
    @Sendable func showStart(_ visit: Visit) async throws -> Answer {
        let account = try visit.signedInAccount()
        let groups = try await store.groups()
        let living = Set(groups.filter { !$0.isArchived }.map(\.id))
        let meetings = try await store.meetings()
        var lab: [LabEntry] = []
        for group in groups where !group.isArchived { lab += try await store.lab(of: group.id) }
        let coming = meetings.filter { $0.day >= visit.today && $0.state != .cancelled && living.contains($0.groupID) }
        let conferences = try await store.conferences().filter { $0.day >= visit.today && $0.state != .cancelled }
        let tasks = try await tasks(of: account)
        let networks = Set(groups.filter { $0.kind == .network && !$0.isArchived }.map(\.id))
        let year = meetings.filter { networks.contains($0.groupID) && $0.state != .cancelled }
            .map { Rhythm.Meeting(day: $0.day, theme: $0.theme) }
        let model = StartModel(
            groups: groups, meetings: Array(coming.prefix(4)), conferences: Array(conferences.prefix(2)), tasks: tasks,
            products: try await store.products().filter { !$0.versions.isEmpty && $0.state != .retired }
                .sorted { ($1.versions.last?.at.description ?? "") < ($0.versions.last?.at.description ?? "") },
            lab: Array(lab.sorted { ($1.day, $1.id) < ($0.day, $0.id) }.prefix(3)),
            reminders: networks.isEmpty ? [] : Rhythm.reminders(year, on: visit.today))
        return startPage(visit, model, texts[visit.language])
    }

    /// The open tasks of the municipalities that the account works for.
    func tasks(of account: Account) async throws -> [LearningTask] {
        try await store.tasks().filter { $0.state == .open && LearningRights.hasTask(account, of: $0.owner.place) }
    }

    /// `GET /lernnetz/aufgaben`
    @Sendable func showTasks(_ visit: Visit) async throws -> Answer {
        let account = try visit.signedInAccount()
        let groups = try await store.groups()
        let meetings = try await store.meetings()
        let mine = Set(groups.filter { LearningRights.isMember(account, of: $0) }.map(\.id))
        return tasksPage(
            visit, try await store.tasks(), meetings: meetings, editable: mine, texts[visit.language])
    }

    /// `POST /lernnetz/aufgaben/7…/schritt`
    @Sendable func stepTask(_ visit: Visit) async throws -> Answer {
        guard let task = try await store.task(try visit.id(of: LearningTask.self)),
            let group = try await store.group(task.groupID)
        else { throw NotFound() }
        let account = try require(member: visit, of: group)
        let back = visit.form.text("zurueck")
        guard let step = visit.form.text("schritt").flatMap(TaskFlow.step) else { throw NotFound() }
        return try await acting(visit, back: ReturnPath.link(back ?? LearningPath.tasks.path())) {
            try await store.take(step, of: task.id, Trace(account.auditActor, at: visit.now))
        }
    }

    // MARK: Shelf

    @Sendable func showExpertise(_ visit: Visit) async throws -> Answer {
        let mayAdd = try visit.signedInAccount().holds(anyOf: LearningRights.members)
        return expertisePage(visit, try await store.expertise(), mayAdd: mayAdd, texts[visit.language])
    }

    /// `GET` and `POST /lernnetz/wissen/neu`
    @Sendable func editExpertise(_ visit: Visit) async throws -> Answer {
        let account = try visit.signedInAccount()
        let towns = try await areas.current().tree.areas.filter { $0.level == .municipality || $0.level == .kreis }
            .filter { account.holds(anyOf: LearningRights.members, area: $0.key.text) }
        var form = try FormReader(visit)
        let words = texts[visit.language]
        guard visit.method == "POST" else { return expertiseForm(visit, form, towns.map(\.name), words) }
        let topic = form.requiredText("thema")
        let place = form.required("kommune") { $0.text("kommune") }
        let role = form.requiredText("rolle")
        let note = form.longText("hinweis", max: 1_000)
        let town = towns.first { $0.name == place }
        if place != nil, town == nil { form.refuse("kommune", words.group.noSuchPlace) }
        guard let topic, let town, let role, form.isComplete else {
            return expertiseForm(visit, form, towns.map(\.name), words)
        }
        let owner = Seat(Place(area: town.key.text, name: town.name), role: role)
        try await store.add(
            Expertise(topic: topic, owner: owner, note: note ?? ""), Trace(account.auditActor, at: visit.now))
        return .redirect(to: LearningPath.expertise.link(), in: visit.language)
    }

    @Sendable func showPublications(_ visit: Visit) async throws -> Answer {
        let products = try await store.products().filter { $0.state == .published }
        let mayAdd = visit.account.map(LearningRights.isBoard) ?? false
        return publicationsPage(
            visit, try await store.publications(), visit.account == nil ? [] : products, mayAdd: mayAdd,
            texts[visit.language])
    }

    /// `GET` and `POST /lernnetz/veroeffentlichungen/neu`
    @Sendable func editPublication(_ visit: Visit) async throws -> Answer {
        let account = try visit.signedInAccount()
        guard LearningRights.isBoard(account) else { throw NotFound() }
        var form = try FormReader(visit)
        let words = texts[visit.language]
        guard visit.method == "POST" else { return publicationForm(visit, form, words) }
        let title = form.requiredText("titel", max: 300)
        let year = form.integer("jahr", in: 1990...2100)
        let kind = form.requiredText("art", max: 100)
        let about = form.longText("inhalt", max: 2_000)
        let link = address("adresse", &form, words)
        guard let title, let kind, form.isComplete else { return publicationForm(visit, form, words) }
        try await store.add(
            Publication(title: title, year: year, kind: kind, about: about ?? "", link: link),
            Trace(account.auditActor, at: visit.now))
        return .redirect(to: LearningPath.publications.link(), in: visit.language)
    }

    @Sendable func showChronicle(_ visit: Visit) async throws -> Answer {
        chroniclePage(visit, try await store.chronicle(), texts[visit.language])
    }

    // MARK: Shared

    /// Does something and goes back; a refusal is shown there.
    func acting(_ visit: Visit, back: Link, _ work: () async throws -> Void) async throws -> Answer {
        do { try await work() } catch let refusal as LearningRefusal {
            let path = back.address().split(separator: "?").first.map(String.init) ?? LearningPath.start.path()
            return .redirect(to: .to(path, query: [("hinweis", refusal.key)]), in: visit.language)
        }
        return .redirect(to: back, in: visit.language)
    }

    /// A complete `https` address, or nothing.
    func address(_ field: String, _ form: inout FormReader, _ words: LearningTexts) -> String {
        guard let text = form.text(field, max: 500) else { return "" }
        if !text.hasPrefix("https://") || Link.outside(text) == nil { form.refuse(field, words.product.badLink) }
        return text
    }
}

extension LearningRefusal {
    /// How the refusal stands in an address.
    var key: String {
        switch self {
        case .notNow, .twice: "notNow"
        case .wall(.isMerged): "merged"
        case .wall(.sameTopic): "same"
        case .wall: "notNow"
        case .post(.tooLate): "tooLate"
        case .post: "notNow"
        }
    }
}
