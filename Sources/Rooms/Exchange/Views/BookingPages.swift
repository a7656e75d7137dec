import Design
import HTML
import Prevention
import Texts
import Transfers
import Web

/// Seite der Buchungsliste: youngest first, of all accounts or of one.
struct BookingList {
    static let size = 50

    let account: Transfers.Account?
    let lines: [(number: Int, booking: Booking)]
    /// From 1.
    let page: Int
    let pages: Int

    init(_ ledger: Ledger, of account: Transfers.Account?, page: Int) {
        self.account = account
        let all = ledger.bookings.enumerated().filter { _, booking in
            account == nil || booking.from == account || booking.to == account
        }
        pages = max(1, (all.count + Self.size - 1) / Self.size)
        self.page = min(max(1, page), pages)
        lines = all.reversed().dropFirst((self.page - 1) * Self.size).prefix(Self.size).map {
            ($0.offset + 1, $0.element)
        }
    }

    func link(_ page: Int) -> Link {
        .to(ExchangePath.bookings.path(), query: [("konto", account?.description ?? ""), ("seite", "\(page)")])
    }
}

/// `/boerse/buchungen`: every line of the ledger, for the steering body.
func bookingsPage(_ scene: Scene, _ list: BookingList) -> Answer {
    let (texts, words) = (scene.texts.bookings, scene.texts.ledger)
    return scene.page(texts.title) { h in
        scene.crumbs(h, texts.title, Crumb(words.fundTitle, ExchangePath.fund.link()))
        h.h1(texts.title)
        h.p(texts.lead, .class("lead"))
        h.actions { h.linkButton(scene.texts.redeem.title, to: ExchangePath.redeem.link(), icon: .exchange) }
        h.form(.attribute("method", "get"), .action(ExchangePath.bookings.link()), .class("row exchoose")) {
            h.selectField(
                FieldState("konto", list.account?.description ?? ""), label: texts.filter,
                choices: scene.market.participants.map { Choice($0.id.text, $0.name) }
                    + [Choice(Transfers.Account.fund.description, scene.texts.fundName)],
                emptyChoice: texts.all, width: .half)
            h.submitButton(texts.show, .side, isSmall: true)
        }
        guard !list.lines.isEmpty else { return h.p(words.none, .class("muted")) }
        h.dataTable(
            DataTable(
                texts.title,
                columns: [
                    Column(words.what), Column(words.when), Column(texts.from), Column(texts.to),
                    Column(words.change, isNumeric: true),
                ],
                rows: list.lines.map { number, booking in
                    [
                        .link(line(scene, booking), ExchangePath.booking.link("\(number)")),
                        .text(scene.day(booking.at)), .text(scene.name(booking.from)), .text(scene.name(booking.to)),
                        .number(scene.formats.number(booking.points), Double(booking.points)),
                    ]
                }, isCaptionHidden: true))
        h.pagination(page: list.page, of: list.pages, link: list.link)
    }
}

/// `/boerse/buchungen/{nummer}`: one line, what takes it back, or what would.
func bookingPage(_ scene: Scene, _ number: Int, _ booking: Booking, _ form: FormReader) -> Answer {
    let (texts, words) = (scene.texts.bookings, scene.texts.ledger)
    let title = texts.one.filled(["number": scene.formats.number(number)])
    return scene.page(title, status: form.status, hasProblems: !form.isComplete) { h in
        scene.crumbs(h, title, Crumb(texts.title, ExchangePath.bookings.link()))
        h.h1(title)
        h.errorSummary(form.summary)
        h.dl(.class("rows")) {
            h.descriptionRow(words.what) { h.text(purpose(scene, booking)) }
            h.descriptionRow(texts.from) { h.text(scene.name(booking.from)) }
            h.descriptionRow(texts.to) { h.text(scene.name(booking.to)) }
            h.descriptionRow(words.change) { h.text(scene.points(booking.points)) }
            h.descriptionRow(words.when) { h.text(scene.formats.moment(booking.at)) }
            h.descriptionRow(words.reason) { h.text(booking.reason) }
            if let (term, other) = mirror(scene, booking) {
                h.descriptionRow(term) { h.a(other.title, .href(other.link)) }
            }
        }
        reversal(h, scene, number, booking, form)
    }
}

/// The line that takes a booking back, or the one it takes back.
private func mirror(_ scene: Scene, _ booking: Booking) -> (term: String, other: (title: String, link: Link))? {
    let (texts, ledger) = (scene.texts.bookings, scene.market.ledger)
    func other(_ key: String) -> (title: String, link: Link)? {
        guard let place = ledger.bookings.firstIndex(where: { $0.key == key }) else { return nil }
        return (
            texts.one.filled(["number": scene.formats.number(place + 1)]), ExchangePath.booking.link("\(place + 1)")
        )
    }
    if case .reversal(let key) = booking.purpose { return other(key).map { (texts.reverses, $0) } }
    return other("reversal/\(booking.key)").map { (texts.reversedBy, $0) }
}

private func reversal(_ h: HTML, _ scene: Scene, _ number: Int, _ booking: Booking, _ form: FormReader) {
    let (texts, ledger) = (scene.texts.bookings, scene.market.ledger)
    guard ledger.booking("reversal/\(booking.key)") == nil else { return }
    h.section(.labelledBy("zuruecknehmen")) {
        h.h2(texts.reverse, .id("zuruecknehmen"))
        switch booking.purpose {
        case .reversal, .closing: return h.p(texts.notReversible, .class("muted"))
        case .part, .fundIssue, .expiry, .redemption: break
        }
        guard scene.market.takePart(booking) else { return h.p(texts.left, .class("muted")) }
        h.p(texts.reverseLead)
        balances(h, scene, texts.accounts, [(booking.to, -booking.points), (booking.from, booking.points)])
        h.postForm(to: ExchangePath.booking.link("\(number)"), scene.visit) {
            h.textField(form.state("grund"), label: scene.texts.offer.reason, hint: scene.texts.offer.reasonHint)
            h.actions { h.submitButton(texts.reverseNow, .final) }
        }
    }
}

/// Accounts before and after something is booked.
func balances(_ h: HTML, _ scene: Scene, _ title: String, _ changes: [(Transfers.Account, Int)]) {
    let texts = scene.texts.bookings
    h.dataTable(
        DataTable(
            title,
            columns: [
                Column(scene.texts.rules.account), Column(texts.before, isNumeric: true),
                Column(texts.after, isNumeric: true),
            ],
            rows: changes.map { account, change in
                let now = scene.market.ledger.balance(of: account)
                return [
                    .text(scene.name(account)), .number(scene.formats.number(now), Double(now)),
                    .number(scene.formats.number(now + change), Double(now + change)),
                ]
            }))
}
