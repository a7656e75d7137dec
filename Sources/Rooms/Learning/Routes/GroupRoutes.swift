import Areas
import HTML
import LearningNetwork
import Prevention
import Storage
import Texts
import Web

/// What a group's page shows.
struct GroupModel: Sendable {
    let group: LearningGroup
    let meetings: [Meeting]
    let tasks: [LearningTask]
    let products: [Product]
    let conferences: [Conference]
    let lab: [LabEntry]
    let isMember: Bool
    let isBoard: Bool
    /// The visitor's digest of the group.
    let digest: DigestRhythm?
}

extension LearningRoom {
    func addGroups(to routes: inout RouteTable) {
        let members = Access.roles(LearningRights.members)
        routes.get(LearningPath.groups.pattern, allow: .signedIn, showGroups)
        routes.get(LearningPath.newGroup.pattern, allow: .roles([.administrator]), editGroup)
        routes.post(LearningPath.newGroup.pattern, allow: .roles([.administrator]), editGroup)
        routes.get(LearningPath.group.pattern, allow: .signedIn, showGroup)
        routes.get(LearningPath.newSeat.pattern, allow: .roles([.administrator]), editSeat)
        routes.post(LearningPath.newSeat.pattern, allow: .roles([.administrator]), editSeat)
        routes.get(LearningPath.lab.pattern, allow: .signedIn, showLab)
        routes.get(LearningPath.newLab.pattern, allow: members, editLab)
        routes.post(LearningPath.newLab.pattern, allow: members, editLab)
        routes.post(LearningPath.groupDigest.pattern, allow: members, bodyLimit: 16_384, orderGroupDigest)
    }

    func group(_ visit: Visit) async throws -> LearningGroup {
        guard let group = try await store.group(try visit.id(of: LearningGroup.self)) else { throw NotFound() }
        return group
    }

    /// `GET /lernnetz/gruppen`
    @Sendable func showGroups(_ visit: Visit) async throws -> Answer {
        let isBoard = LearningRights.isBoard(try visit.signedInAccount())
        return groupsPage(visit, try await store.groups(), mayAdd: isBoard, texts[visit.language])
    }

    /// `GET /lernnetz/gruppen/7…`
    @Sendable func showGroup(_ visit: Visit) async throws -> Answer {
        let account = try visit.signedInAccount()
        let group = try await group(visit)
        let about = Reference(.group, group.id)
        let model = GroupModel(
            group: group, meetings: try await store.meetings(of: group.id), tasks: try await store.tasks(of: group.id),
            products: try await store.products(of: group.id), conferences: try await store.conferences(of: group.id),
            lab: try await store.lab(of: group.id),
            isMember: !group.isArchived && LearningRights.isMember(account, of: group),
            isBoard: LearningRights.isBoard(account) && !group.isArchived,
            digest: try await store.subscriptions(of: account.id).first { $0.about == about }?.rhythm)
        return groupPage(visit, model, texts[visit.language])
    }

    /// `GET` and `POST /lernnetz/gruppen/neu`
    @Sendable func editGroup(_ visit: Visit) async throws -> Answer {
        let account = try visit.signedInAccount()
        guard LearningRights.isBoard(account) else { throw NotFound() }
        var form = try FormReader(visit)
        guard visit.method == "POST" else { return groupForm(visit, form, texts[visit.language]) }
        let kind = form.required("art") { $0.choice("art", as: GroupKind.self) }
        let title = form.requiredText("name", max: 120)
        let theme = form.requiredText("thema")
        let about = form.longText("worum", max: 2_000)
        let due = form.text("ergebnis")
        guard let kind, let title, let theme, form.isComplete else {
            return groupForm(visit, form, texts[visit.language])
        }
        let group = LearningGroup(
            kind: kind, title: title, theme: theme, about: about ?? "", productDue: due ?? "")
        try await store.add(group, Trace(account.auditActor, at: visit.now))
        return .redirect(to: LearningPath.group.link(group.id.text), in: visit.language)
    }

    /// `GET` and `POST /lernnetz/gruppen/7…/mitglied`
    @Sendable func editSeat(_ visit: Visit) async throws -> Answer {
        let account = try visit.signedInAccount()
        let group = try await group(visit)
        guard LearningRights.isBoard(account), !group.isArchived else { throw NotFound() }
        let words = texts[visit.language]
        let towns = try await areas.current().tree.areas.filter { $0.level == .municipality || $0.level == .kreis }
        var form = try FormReader(visit)
        guard visit.method == "POST" else { return seatForm(visit, form, group, towns.map(\.name), words) }
        let place = form.requiredText("kommune")
        let role = form.requiredText("rolle")
        let town = towns.first { $0.name == place }
        if place != nil, town == nil { form.refuse("kommune", words.group.noSuchPlace) }
        guard let town, let role, form.isComplete else {
            return seatForm(visit, form, group, towns.map(\.name), words)
        }
        do {
            let seat = Seat(Place(area: town.key.text, name: town.name), role: role)
            try await store.add(seat, to: group.id, Trace(account.auditActor, at: visit.now))
        } catch LearningRefusal.twice {
            form.refuse("rolle", words.group.twice)
            return seatForm(visit, form, group, towns.map(\.name), words)
        }
        return .redirect(to: LearningPath.group.link(group.id.text), in: visit.language)
    }

    // MARK: Lab

    /// `GET /lernnetz/gruppen/7…/praxislabor`
    @Sendable func showLab(_ visit: Visit) async throws -> Answer {
        let account = try visit.signedInAccount()
        let group = try await group(visit)
        let mayAdd = !group.isArchived && !LearningRights.places(account, in: group).isEmpty
        return labPage(visit, group, try await store.lab(of: group.id), mayAdd: mayAdd, texts[visit.language])
    }

    /// `GET` and `POST /lernnetz/gruppen/7…/praxislabor/neu`
    @Sendable func editLab(_ visit: Visit) async throws -> Answer {
        let group = try await group(visit)
        let account = try require(member: visit, of: group)
        let places = LearningRights.places(account, in: group)
        guard !places.isEmpty else { throw NotFound() }
        let words = texts[visit.language]
        var form = try FormReader(visit)
        guard visit.method == "POST" else { return labForm(visit, form, group, places, words) }
        let place = self.place(&form, among: places)
        let day = form.required("tag") { $0.day("tag", in: visit.today.adding(days: -730)...visit.today) }
        let tried = form.required("probiert") { $0.longText("probiert", max: 3_000) }
        let saw = form.required("gesehen") { $0.longText("gesehen", max: 3_000) }
        let next = form.required("weiter") { $0.longText("weiter", max: 3_000) }
        guard let place, let day, let tried, let saw, let next, form.isComplete else {
            return labForm(visit, form, group, places, words)
        }
        let entry = LabEntry(groupID: group.id, place: place, day: day, tried: tried, saw: saw, next: next)
        try await store.add(entry, Trace(account.auditActor, at: visit.now))
        return .redirect(to: LearningPath.lab.link(group.id.text), in: visit.language)
    }

    /// The municipality that somebody speaks for: chosen where there are several.
    func place(_ form: inout FormReader, among places: [Place]) -> Place? {
        if places.count == 1 { return places.first }
        let area = form.required("kommune") { $0.choice("kommune", among: places.map(\.area)) }
        return places.first { $0.area == area }
    }

    /// `POST /lernnetz/gruppen/7…/sammelmail`
    @Sendable func orderGroupDigest(_ visit: Visit) async throws -> Answer {
        let group = try await group(visit)
        let account = try require(member: visit, of: group)
        let rhythm = visit.form.text("rhythmus").flatMap(DigestRhythm.init(rawValue:))
        try await store.subscribe(
            account.id, to: Reference(.group, group.id), rhythm, language: visit.language.tag,
            Trace(account.auditActor, at: visit.now))
        return .redirect(to: LearningPath.group.link(group.id.text), in: visit.language)
    }
}
