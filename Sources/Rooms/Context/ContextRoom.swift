package import Areas
package import Design
import HTML
import Prevention
package import Storage
package import Texts
package import Web

/// Kontextmodell: what a practice needs, whether it is there at the receiver, and what follows.
///
/// What a practice needs is open to everybody; checks and profiles are for the municipalities that take part.
package struct ContextRoom: Room {
    package static let name = "context"
    package static let styles: Set<StyleAddition> = [.exchange]
    package static let migrations: [Migration] = ContextMigrations.all

    let store: ContextStore
    let directory: AreaDirectory
    let ports: ContextPorts
    let texts: TextCatalogue<ContextTexts>

    /// - Throws: if the texts in the binary cannot be read.
    package init(database: Database, directory: AreaDirectory, ports: ContextPorts = .none) throws {
        store = ContextStore(database: database)
        self.directory = directory
        self.ports = ports
        texts = try TextCatalogue(german: PackageResources.de_json, [.english: PackageResources.en_json])
    }

    package func addRoutes(to routes: inout RouteTable) {
        let staff = Access.roles(ContextCaller.staff)
        routes.get(ContextPath.start.pattern, allow: .everyone, showStart)
        routes.get(ContextPath.catalogue.pattern, allow: .everyone, showCatalogue)
        routes.get(ContextPath.guide.pattern, allow: .everyone, showGuide)
        routes.get(ContextPath.practice.pattern, allow: .everyone, showPractice)
        routes.get(ContextPath.requirement.pattern, allow: staff, showRequirement)
        routes.post(ContextPath.requirement.pattern, allow: staff, saveRequirement)
        routes.post(ContextPath.removal.pattern, allow: staff, removeRequirement)
        routes.get(ContextPath.new.pattern, allow: staff, showNew)
        routes.get(ContextPath.find.pattern, allow: staff, findCheck)
        routes.post(ContextPath.new.pattern, allow: staff, begin)
        routes.get(ContextPath.learning.pattern, allow: staff, showLearning)
        routes.post(ContextPath.learning.pattern, allow: staff, confirmLesson)
        routes.get("/kontext/profil", allow: staff, showProfileStart)
        routes.get(ContextPath.profile.pattern, allow: staff, showProfile)
        routes.post(ContextPath.profile.pattern, allow: staff, saveProfile)
        addCheckRoutes(to: &routes, staff)
    }

    private func addCheckRoutes(to routes: inout RouteTable, _ staff: Access) {
        routes.get(ContextPath.check.pattern, allow: staff, showCheck)
        routes.get(ContextPath.rating.pattern, allow: staff, showRating)
        routes.post(ContextPath.rating.pattern, allow: staff, rate)
        routes.post(ContextPath.opening.pattern, allow: staff, openRatings)
        routes.get(ContextPath.compensation.pattern, allow: staff, showCompensation)
        routes.post(ContextPath.compensation.pattern, allow: staff, saveCompensation)
        routes.post(ContextPath.compensationRemoval.pattern, allow: staff, removeCompensation)
        routes.get(ContextPath.comment.pattern, allow: staff, showComment)
        routes.post(ContextPath.comment.pattern, allow: staff, saveComment)
        routes.get(ContextPath.adaptation.pattern, allow: staff, showAdaptation)
        routes.post(ContextPath.adaptation.pattern, allow: staff, saveAdaptation)
        routes.get(ContextPath.decision.pattern, allow: staff, showDecision)
        routes.post(ContextPath.decision.pattern, allow: staff, decide)
        routes.get(ContextPath.plan.pattern, allow: staff, showPlan)
        routes.post(ContextPath.plan.pattern, allow: staff, savePlan)
        routes.post(ContextPath.session.pattern, allow: staff, addSession)
        routes.get(ContextPath.review.pattern, allow: staff, showReview)
        routes.post(ContextPath.review.pattern, allow: staff, saveFinding)
        routes.post(ContextPath.outcome.pattern, allow: staff, saveOutcome)
        routes.get(ContextPath.inquiry.pattern, allow: staff, showInquiry)
        routes.post(ContextPath.inquiry.pattern, allow: staff, answerInquiry)
        routes.post(ContextPath.inquiryBegin.pattern, allow: staff, beginInquiry)
        routes.post(ContextPath.inquiryNeed.pattern, allow: staff, nameNeed)
    }

    package func navigation(_ language: Language, _ account: Account?) -> [NavigationItem] {
        guard account?.holds(anyOf: ContextCaller.staff) == true else { return [] }
        return [NavigationItem(key: Self.name, title: texts[language].navigation, link: ContextPath.start.link())]
    }

    /// What is due of the checks of the visitor's municipalities, as the start page shows it.
    package func errands(for visit: Visit) async throws -> [Errand] {
        let caller = try await caller(visit)
        guard caller.isStaff else { return [] }
        let model = StartModel(caller: caller, files: try await files(for: caller), practices: [], today: visit.today)
        let words = words(visit)
        return model.due(words).map { item in
            let task = item.day == nil ? words.texts.start.errand.filled(["state": item.text]) : item.text
            return Errand(task, subject: item.title, link: .to(item.path), due: item.day)
        }
    }

    // MARK: What handlers share

    func caller(_ visit: Visit) async throws -> ContextCaller {
        ContextCaller(account: visit.account, tree: try await directory.current().tree)
    }

    func words(_ visit: Visit) -> ContextWords { ContextWords(texts[visit.language], Formats(visit.language)) }

    /// The practice of the address.
    ///
    /// - Throws: `NotFound` if there is none, or nobody may see it.
    func practice(slug: String) async throws -> ContextPorts.PracticeFacts {
        guard let found = try await ports.practices().first(where: { $0.slug == slug }) else { throw NotFound() }
        return found
    }

    /// The check of the address, as the visitor may see it.
    ///
    /// - Throws: `NotFound`: whoever takes no part is not told that it exists.
    func scene(_ visit: Visit) async throws -> CheckScene {
        let caller = try await caller(visit)
        guard let file = try await store.file(try visit.id(of: CheckRecord.self)), caller.maySee(file.record) else {
            throw NotFound()
        }
        let practices = try await ports.practices()
        return CheckScene(
            caller, file, practice: practices.first { $0.reference == file.record.practice },
            profile: try await store.answers(of: file.record.receiver), today: visit.today)
    }

    /// The check of the address for the people who work on it.
    ///
    /// - Throws: `NotFound` also for the giver, who reads and comments.
    func workScene(_ visit: Visit) async throws -> CheckScene {
        let scene = try await scene(visit)
        guard scene.mayWork else { throw NotFound() }
        return scene
    }

    func back(to path: Path, _ scene: CheckScene, _ visit: Visit) -> Answer {
        .redirect(
            to: .to(path.path(scene.record.id.text), query: [("fertig", "1")]), in: visit.language)
    }
}

extension Visit {
    /// The day in Berlin.
    var today: Day { now.berlinDay }
    /// Whether the page is shown after something was saved.
    var isDone: Bool { query.text("fertig") != nil }
}
