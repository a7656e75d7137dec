import Areas
import Design
import HTML
import Prevention
import Rounds
import Texts
import Transfers
import Web
import Workflow

/// Alles für eine Seite: the market, who looks at it, and the words for it.
struct Scene {
    let visit: Visit
    let market: Market
    /// `nil` for visitors and for accounts without a role in the exchange.
    let caller: ExchangeCaller?
    let tree: AreaTree
    let practices: [ExchangePorts.Practice]
    let texts: ExchangeTexts
    let words: Vocabulary
    let formats: Formats

    func name(_ id: ID<Participant>) -> String { market.participant(id)?.name ?? texts.nobody }

    /// "Stadt A und Stadt B".
    func names(_ ids: [ID<Participant>]) -> String { formats.list(ids.map(name)) }

    func name(_ account: Transfers.Account) -> String {
        switch account {
        case .participant(let id): name(id)
        case .fund: texts.fundName
        }
    }

    func title(_ link: ID<LinkType>) -> String { market.link(link)?.title ?? texts.nobody }

    func title(_ practice: Reference) -> String {
        practices.first { $0.slug == practice.id }?.title ?? Self.readable(practice.id)
    }

    /// A key as words, for practices that the database does not know.
    private static func readable(_ slug: String) -> String {
        slug.split(separator: "-").map { $0.prefix(1).uppercased() + $0.dropFirst() }.joined(separator: " ")
    }

    func points(_ count: Int) -> String { "\(formats.number(count)) \(texts.desk.points)" }

    func day(_ instant: Instant) -> String { formats.day(instant.berlinDay) }

    /// Whether a day can be meant: a year back, three ahead. Far days would leave the years that instants can name.
    func isNear(_ day: Day) -> Bool { (market.day.adding(days: -365)...market.day.adding(days: 1_100)).contains(day) }

    /// "2. Halbjahr 2026".
    func half(_ period: Period) -> String {
        let (first, year) = (period.firstDay, "\(period.firstDay.year)")
        return texts.round.half.filled(["half": first.month > 6 ? "2" : "1", "year": year])
    }

    /// The parts of a package in words.
    func parts(_ parts: [TransferPart]) -> String {
        formats.list(parts.map { texts.words.partsShort[$0.rawValue] ?? $0.rawValue })
    }

    /// State of a transfer: badge words and tone.
    func state(_ state: TransferState) -> (String, Tone?) {
        let words = texts.words
        switch state {
        case .proposed(let side):
            return (
                [words.stages["proposed"], side.flatMap { words.roles["accepted_\($0.rawValue)"] }]
                    .compactMap { $0 }.joined(separator: ", "), .warning
            )
        case .running(let stage):
            return (words.stages[stage.rawValue] ?? stage.rawValue, stage >= .introduced ? .good : .info)
        case .suspended: return (texts.transfer.suspended, .warning)
        case .stopped(_, .asAgreed): return (words.stopReasons[StopReason.asAgreed.rawValue] ?? "", .good)
        case .stopped(_, let reason):
            return ("\(texts.transfer.stopped): \(words.stopReasons[reason.rawValue] ?? "")", nil)
        case .declined(_, let reason):
            return ("\(texts.transfer.declined): \(words.declineReasons[reason.rawValue] ?? "")", nil)
        }
    }

    func tone(_ state: OfferFlow.State) -> Tone? {
        switch state {
        case .open: .good
        case .draft, .reviewed: .warning
        case .full, .paused: .info
        case .expired: nil
        }
    }

    func tone(_ state: RequestFlow.State) -> Tone? {
        switch state {
        case .open, .matched: .info
        case .draft, .clarified: .warning
        case .met: .good
        case .withdrawn: nil
        }
    }

    /// The steps that a caller can take of an offer now, in whose name.
    func steps(_ record: OfferRecord) -> [(step: OfferFlow.Step, participant: ID<Participant>?)] {
        guard let caller else { return [] }
        let offer = record.offer
        let own = caller.own.first { offer.givers.contains($0.id) }?.id
        return offer.course.possible.filter {
            $0 != .fill && $0 != .free && ($0 != .open || record.waiting.isEmpty)
        }.compactMap { step in
            if caller.isBoard { return (step, nil) }
            if let own, step.isFor(own, of: offer) { return (step, own) }
            return nil
        }
    }

    func steps(_ request: TransferRequest) -> [(step: RequestFlow.Step, participant: ID<Participant>?)] {
        guard let caller else { return [] }
        let isTiedUp = market.transfers.contains { $0.transfer.request == request.id && !$0.state.isOver }
        let possible = request.course.possible.filter { step in
            [.clarify, .open].contains(step) || step == .withdraw && !isTiedUp
        }
        if caller.owns(request.receiver) { return possible.map { ($0, request.receiver) } }
        return caller.isBoard ? possible.map { ($0, nil) } : []
    }

    /// A page of the room for members.
    func page(
        _ title: String, status: Int = 200, isPrivate: Bool = true, hasProblems: Bool = false, _ content: (HTML) -> Void
    ) -> Answer {
        let head = PageHead(title, section: ExchangeRoom.name, hasProblems: hasProblems, isPrivate: isPrivate)
        return visit.page(head, status: status) { h in
            if let done = visit.query.text("fertig").flatMap({ texts.done[$0] }) {
                h.alert(.good, done, isAnswer: true)
            }
            content(h)
        }
    }

    func crumbs(_ h: HTML, _ last: String, _ between: Crumb...) {
        h.breadcrumb([Crumb(texts.navigation, ExchangePath.start.link())] + between + [Crumb(last)])
    }

    /// A command could not be done: says why, in a sentence, and leads back.
    func refusal(_ refusal: ExchangeRefusal, back: Link) -> Answer {
        page(texts.refusal.title, status: 422) { h in
            h.h1(texts.refusal.title)
            h.alert(.warning, sentence(refusal), isAnswer: true)
            h.backLink(texts.refusal.back, to: back)
        }
    }

    /// Answer to a command: back to a page that says what was done.
    func done(_ path: String, _ what: String) -> Answer {
        .redirect(to: .to(path, query: [("fertig", what)]), in: visit.language)
    }

    /// Does what a form asks for: back to the page with what was done, or the reason for which it cannot be.
    ///
    /// - Parameter command: gives the key of what was done.
    func after(_ path: String, _ command: () async throws -> String) async throws -> Answer {
        do { return done(path, try await command()) } catch let reason as ExchangeRefusal {
            return refusal(reason, back: .to(path))
        }
    }

    func sentence(_ refusal: ExchangeRefusal) -> String {
        let texts = texts.refusal.texts
        func text(_ key: String) -> String { texts[key] ?? self.texts.refusal.generic }
        switch refusal {
        case .transfer(let reason): return sentence(reason)
        case .course(let reason): return sentence(reason)
        case .ledger(.beyondFloor(let accounts)):
            return text("beyondFloor").filled([
                "names": formats.list(accounts.keys.sorted().map(name))
            ])
        case .ledger(.fundExhausted(let points)): return text("fundExhausted").filled(["points": self.points(points)])
        case .ledger(.noSuchCredit(let points)): return text("noSuchCredit").filled(["points": self.points(points)])
        case .ledger(.nothingToReverse): return text("nothingToReverse")
        case .ledger: return text("ledger")
        case .notYours: return text("notYours")
        case .hasLeft: return text("hasLeft")
        case .consentMissing(let ids): return text("consentMissing").filled(["names": names(ids)])
        case .mismatch: return text("mismatch")
        case .changed: return text("changed")
        case .unknown: return text("unknown")
        case .rules: return text("rules")
        case .backdated: return text("rules")
        case .versionTaken: return text("versionTaken")
        case .round(.tooEarly(let day)): return text("roundTooEarly").filled(["day": formats.day(day)])
        case .round(.rehearsalBindsNothing): return text("rehearsal")
        case .round(.publishedTooLate): return text("publishedTooLate")
        case .round(.anotherIsUnderWay): return text("anotherRound")
        case .round: return text("round")
        case .tooMany(let most): return text("tooMany").filled(["most": formats.number(most)])
        }
    }

    private func sentence(_ refusal: TransferRefusal) -> String {
        let texts = texts.refusal.texts
        switch refusal {
        case .notYours(let role):
            return (texts["role"] ?? "").filled(["role": self.texts.words.roles[role.rawValue] ?? role.rawValue])
        case .partNotAgreed(let part):
            return (texts["part"] ?? "").filled(["part": self.texts.words.parts[part.rawValue] ?? part.rawValue])
        case .tooLate(let day): return (texts["tooLate"] ?? "").filled(["day": formats.day(day)])
        case .tooEarly(let day): return (texts["tooEarly"] ?? "").filled(["day": formats.day(day)])
        case .course(let reason): return sentence(reason)
        }
    }

    private func sentence(_ refusal: CourseRefusal) -> String {
        let texts = texts.refusal.texts
        switch refusal {
        case .impossible: return texts["impossible"] ?? ""
        case .reasonMissing: return texts["reasonMissing"] ?? ""
        case .timeRunsBack: return texts["timeRunsBack"] ?? ""
        }
    }
}
