package import Areas
package import Design
import HTML
package import Prevention
package import Storage
package import Texts
package import Web

/// Lernnetzwerk: groups that learn together, their meetings, labs, products, conferences and conversations.
package struct LearningRoom: Room {
    package static let name = "learning"
    package static let migrations = LearningMigrations.all

    let store: LearningStore
    let accounts: AccountStore
    let areas: AreaDirectory
    let ports: LearningPorts
    let post: DigestPost?
    let texts: TextCatalogue<LearningTexts>

    /// - Parameter post: how digests leave the house; none are sent without it.
    /// - Throws: if the texts in the binary cannot be read.
    package init(
        database: Database, areas: AreaDirectory, ports: LearningPorts = .none, post: DigestPost? = nil
    ) throws {
        store = LearningStore(database: database)
        accounts = AccountStore(database: database)
        self.areas = areas
        self.ports = ports
        self.post = post
        texts = try TextCatalogue(german: PackageResources.de_json, [.english: PackageResources.en_json])
    }

    package func addRoutes(to routes: inout RouteTable) {
        addStart(to: &routes)
        addGroups(to: &routes)
        addMeetings(to: &routes)
        addProducts(to: &routes)
        addConferences(to: &routes)
        addThreads(to: &routes)
    }

    package func navigation(_ language: Language, _ account: Account?) -> [NavigationItem] {
        guard account != nil else { return [] }
        return [NavigationItem(key: Self.name, title: texts[language].navigation, link: LearningPath.start.link())]
    }

    package func errands(for visit: Visit) async throws -> [Errand] {
        guard let account = visit.account else { return [] }
        return try await tasks(of: account).map { task in
            Errand(
                task.title, subject: "\(task.owner.role), \(task.owner.place.name)",
                link: task.meetingID.map { LearningPath.meeting.link($0.text) } ?? LearningPath.tasks.link(),
                due: task.due)
        }
    }

    package func tidy(at now: Instant) async throws {
        try await sendDigests(at: now)
        try await store.tidy(at: now)
    }
}

/// Addresses of the room.
enum LearningPath {
    static let start = Path("/lernnetz")
    static let groups = Path("/lernnetz/gruppen")
    static let newGroup = Path("/lernnetz/gruppen/neu")
    static let group = Path("/lernnetz/gruppen/{id}")
    static let newSeat = Path("/lernnetz/gruppen/{id}/mitglied")
    static let newMeeting = Path("/lernnetz/gruppen/{id}/treffen")
    static let newProduct = Path("/lernnetz/gruppen/{id}/produkt")
    static let newConference = Path("/lernnetz/gruppen/{id}/konferenz")
    static let lab = Path("/lernnetz/gruppen/{id}/praxislabor")
    static let newLab = Path("/lernnetz/gruppen/{id}/praxislabor/neu")
    static let groupDigest = Path("/lernnetz/gruppen/{id}/sammelmail")
    static let meeting = Path("/lernnetz/treffen/{id}")
    static let meetingStep = Path("/lernnetz/treffen/{id}/schritt")
    static let meetingFile = Path("/lernnetz/treffen/{id}/termin.ics")
    static let agenda = Path("/lernnetz/treffen/{id}/tagesordnung")
    static let newAgenda = Path("/lernnetz/treffen/{id}/tagesordnung/neu")
    static let minutes = Path("/lernnetz/treffen/{id}/protokoll")
    static let attendance = Path("/lernnetz/treffen/{id}/anwesenheit")
    static let newDecision = Path("/lernnetz/treffen/{id}/beschluss")
    static let newTask = Path("/lernnetz/treffen/{id}/aufgabe")
    static let tasks = Path("/lernnetz/aufgaben")
    static let taskStep = Path("/lernnetz/aufgaben/{id}/schritt")
    static let product = Path("/lernnetz/produkte/{id}")
    static let productStep = Path("/lernnetz/produkte/{id}/schritt")
    static let newVersion = Path("/lernnetz/produkte/{id}/fassung")
    static let version = Path("/lernnetz/produkte/{id}/fassungen/{nummer}")
    static let conference = Path("/lernnetz/konferenzen/{id}")
    static let conferenceStep = Path("/lernnetz/konferenzen/{id}/schritt")
    static let conferenceFile = Path("/lernnetz/konferenzen/{id}/termin.ics")
    static let newTopic = Path("/lernnetz/konferenzen/{id}/thema")
    static let hand = Path("/lernnetz/konferenzen/{id}/hand")
    static let merge = Path("/lernnetz/konferenzen/{id}/zusammenlegen")
    static let newPlace = Path("/lernnetz/konferenzen/{id}/platz")
    static let result = Path("/lernnetz/konferenzen/{id}/ergebnis")
    static let expertise = Path("/lernnetz/wissen")
    static let newExpertise = Path("/lernnetz/wissen/neu")
    static let publications = Path("/lernnetz/veroeffentlichungen")
    static let newPublication = Path("/lernnetz/veroeffentlichungen/neu")
    static let chronicle = Path("/lernnetz/chronik")
    static let thread = Path("/lernnetz/gespraech/{kind}/{id}")
    static let threadDigest = Path("/lernnetz/gespraech/{kind}/{id}/sammelmail")
    static let editPost = Path("/lernnetz/beitraege/{id}/bearbeiten")
    static let withdrawPost = Path("/lernnetz/beitraege/{id}/zurueckziehen")
    static let digests = Path("/lernnetz/sammelmail")
    static let unsubscribe = Path("/lernnetz/abbestellen/{token}")
}
