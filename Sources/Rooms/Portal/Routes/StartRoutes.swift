import Areas
import Design
import HTML
import Offers
import Prevention
import Texts
import Web

extension PortalRoom {
    /// `GET /`, also with the fields of a question to change it.
    @Sendable func startPage(_ visit: Visit) async throws -> Answer {
        let question = PortalQuestion(visit.query)
        return try await start(visit, AskModel(question, places: try await placeNames()))
    }

    /// `POST /suche`: turns a birthday into months and sends the family to the address of its question.
    @Sendable func search(_ visit: Visit) async throws -> Answer {
        var form = try FormReader(visit)
        var question = PortalQuestion(form.fields)
        let today = visit.now.berlinDay
        if form.hasDay("geburtstag"), let day = form.day("geburtstag") {
            question.age = AgeInMonths(birthday: day, on: today)
            if question.age == nil { form.refuse("geburtstag", texts(visit.language).start.birthdayRange) }
        } else if question.hasBadAge {
            form.refuse("alter", texts(visit.language).results.badAge)
        }
        guard form.isComplete else {
            let model = AskModel(question, places: try await placeNames(), form: form)
            return try await start(visit, model)
        }
        return .redirect(to: question.with { $0.stage = nil }.link, in: visit.language)
    }

    private func start(_ visit: Visit, _ model: AskModel) async throws -> Answer {
        let texts = texts(visit.language)
        var everything = OfferQuery()
        everything.forFamilies = true
        everything.perPage = 1
        let counts = try await finder.find(everything, visit.now)
        let others = visit.frame.navigation.filter { $0.key != "offers" }
        let head = PageHead(
            texts.start.title, description: texts.start.description, layout: .bare, hasProblems: !model.problems.isEmpty
        )
        return visit.page(head, status: model.problems.isEmpty ? 200 : 422) { h in
            StartView(texts: texts, model: model, counts: counts, phone: facts.phone, others: others).write(h)
        }
    }

    /// Names that the place field suggests: towns and Kreise, then districts; at most 300.
    private func placeNames() async throws -> [String] {
        let tree = try await areas.current().tree
        let wanted = tree.areas.filter { $0.level != .land }.sorted { ($0.level, $0.name) < ($1.level, $1.name) }
        var seen: Set<String> = []
        return wanted.map(\.name).filter { seen.insert($0).inserted }.prefix(300).map { $0 }
    }
}

/// What the form of three questions shows.
struct AskModel: Sendable {
    var question: PortalQuestion
    var places: [String]
    var problems: [(field: String, message: String)] = []
    var birthday = DateFieldState("geburtstag")

    init(_ question: PortalQuestion, places: [String]) {
        self.question = question
        self.places = places
    }

    init(_ question: PortalQuestion, places: [String], form: FormReader) {
        self.init(question, places: places)
        problems = form.summary.map { problem in
            problem.field == "geburtstag" ? ("geburtstag-tag", problem.message) : problem
        }
        let names = DateFieldState.names("geburtstag")
        birthday.day = form.fields.raw(names.day)
        birthday.month = form.fields.raw(names.month)
        birthday.year = form.fields.raw(names.year)
        birthday.problem = form.problem("geburtstag")
    }
}
