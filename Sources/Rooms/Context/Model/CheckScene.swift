import Areas
import ContextModel
import Prevention
import Web

/// Who has come, and what of the context model is theirs.
struct ContextCaller: Sendable {
    let account: Account?
    let tree: AreaTree

    /// Who may work in the context model, each for the area of the role.
    static let staff: Set<Role> = [.administrator, .coordinator, .planner, .editor]

    var isStaff: Bool { account?.holds(anyOf: Self.staff) ?? false }
    var reference: Reference { Reference(.user, account?.id ?? "") }

    /// Whether one of the roles reaches the municipality.
    func works(at area: ID<Area>) -> Bool {
        guard let account, let key = tree[area]?.key else { return false }
        return account.holds(anyOf: Self.staff, area: key.text)
    }

    /// Whether the roles reach everything.
    var worksEverywhere: Bool {
        account?.roles.contains { Self.staff.contains($0.role) && $0.organisation == nil && $0.area == nil } ?? false
    }

    func maySee(_ record: CheckRecord) -> Bool { works(at: record.receiver) || works(at: record.giver) }

    /// Whether what a practice needs may be changed: by its own municipality and by those who are responsible for all.
    func mayState(_ practice: ContextPorts.PracticeFacts) -> Bool {
        worksEverywhere || practice.municipalities.contains(where: works(at:))
    }

    func name(_ area: ID<Area>) -> String { tree[area]?.name ?? "–" }
}

/// One check as one visitor sees it.
struct CheckScene: Sendable {
    let caller: ContextCaller
    let file: CheckFile
    /// With the ratings that this visitor may see.
    let check: ContextCheck
    /// The assessments that this visitor may see, by requirement.
    let seen: [ID<Requirement>: Assessment]
    /// Requirements that somebody has rated and the visitor may not see yet.
    let hidden: Set<ID<Requirement>>
    let practice: ContextPorts.PracticeFacts?
    /// What the receiver's profile says.
    let profile: [ID<Condition>: ProfileAnswer]
    let today: Day

    init(
        _ caller: ContextCaller, _ file: CheckFile, practice: ContextPorts.PracticeFacts?,
        profile: [ID<Condition>: ProfileAnswer], today: Day
    ) {
        self.caller = caller
        self.file = file
        self.practice = practice
        self.profile = profile
        self.today = today
        let all = file.assessments
        check = file.check(seenBy: caller.reference)
        seen = Dictionary(
            all.map { ($0.requirement, $0.seen(by: caller.reference, isOpen: file.isOpen)) },
            uniquingKeysWith: { first, _ in first })
        hidden = Set(
            all.filter { $0.hides(from: caller.reference, isOpen: file.isOpen) }.map(\.requirement))
    }

    var record: CheckRecord { file.record }
    /// The receiver's people rate, compensate, decide and plan.
    var mayWork: Bool { caller.works(at: record.receiver) }
    /// The giver's people comment.
    var mayComment: Bool { caller.works(at: record.giver) }
    var coreElements: [String] { practice?.coreElements ?? [] }

    /// Number of a requirement in the order of the talk, from 1.
    func number(_ id: ID<Requirement>) -> Int {
        (check.rows.firstIndex { $0.requirement.id == id } ?? -1) + 1
    }

    /// Whether this visitor has rated a requirement.
    func hasRated(_ id: ID<Requirement>) -> Bool {
        seen[id]?.ratings.contains { $0.rater == caller.reference } ?? false
    }

    /// The first requirement that this visitor has not rated and that still takes a rating.
    var nextToRate: Requirement? {
        let all = Dictionary(
            file.assessments.map { ($0.requirement, $0.ratings.count) }, uniquingKeysWith: { a, _ in a })
        return check.rows.first { row in
            !hasRated(row.requirement.id) && (all[row.requirement.id] ?? 0) < 2
        }?.requirement
    }

    func ratedCount(_ raters: Int) -> Int { file.assessments.count { $0.ratings.count >= raters } }

    func lines(_ id: ID<Requirement>) -> [RatingLine] {
        let raters = Set((seen[id]?.ratings ?? []).map(\.rater))
        var newest: [RatingLine] = []
        for line in file.ratings where line.requirement == id && raters.contains(line.rating.rater) {
            if let place = newest.firstIndex(where: { $0.rating.rater == line.rating.rater }) {
                newest[place] = line
            } else {
                newest.append(line)
            }
        }
        return newest
    }

    /// Whether something about a requirement is an assumption: its weight, what was found, or what is done.
    func isAssumed(_ id: ID<Requirement>) -> Bool {
        file.requirements.assumed.contains(id) || lines(id).contains(where: \.isAssumed)
            || file.compensations.contains { $0.isAssumed && $0.compensation.requirement == id }
    }
}
