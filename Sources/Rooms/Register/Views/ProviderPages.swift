import Design
import HTML
import Offers
import Prevention
import Texts
import Web

/// A provider's entry as it is shown.
struct ProviderPage {
    let form: FormReader
    /// `nil` for a new one.
    let provider: Provider?
    var offers: [Offer] = []
    var links: [ProviderLink] = []
    /// A link made just now, shown once.
    var newLink: String?
    var isEditor = false
    var isStale = false
    var seen: Int?

    init(form: FormReader, provider: Provider?) {
        self.form = form
        self.provider = provider
    }

    var version: Int { isStale ? provider?.version ?? 0 : seen ?? provider?.version ?? 0 }
}

/// `/register/traeger`
func providersPage(_ visit: Visit, _ providers: [Provider], isEditor: Bool, _ texts: RegisterTexts) -> Answer {
    let words = texts.parties
    return visit.page(registerHead(texts.worklist.providers)) { h in
        h.backLink(texts.worklist.title, to: RegisterPath.list.link())
        h.h1(texts.worklist.providers)
        h.p(words.providersLead, .class("lead"))
        if isEditor { h.p { h.linkButton(words.newProvider, to: RegisterPath.newProvider.link(), .next, icon: .plus) } }
        h.form(.action(RegisterPath.providers.link()), .role("search")) {
            h.searchField(FieldState("text", visit.query.text("text") ?? ""), label: words.name, button: words.find)
        }
        guard !providers.isEmpty else { return h.emptyState(words.noProviders, words.noProvidersHint) }
        let size = 50
        let pages = (providers.count + size - 1) / size
        let page = min(visit.listPage, pages)
        h.dataTable(
            DataTable(
                words.caption, columns: [Column(words.name), Column(words.kind), Column(words.email)],
                rows: providers.dropFirst((page - 1) * size).prefix(size).map { provider in
                    [
                        .link(provider.name, RegisterPath.provider.link(provider.id.text)),
                        .text(Vocabulary(visit.language)[provider.kind]), .text(provider.email ?? ""),
                    ]
                }))
        h.pagination(page: page, of: pages) { number in
            .to(
                RegisterPath.providers.path(),
                query: [("text", visit.query.text("text") ?? ""), ("seite", "\(number)")])
        }
    }
}

/// `/register/traeger/neu`, `/register/traeger/7…`
func providerFormPage(_ visit: Visit, _ page: ProviderPage, _ texts: RegisterTexts) -> Answer {
    let words = texts.parties
    let title = page.provider?.name ?? words.newProvider
    let status = page.isStale ? 409 : page.form.isComplete || page.provider == nil && visit.method == "GET" ? 200 : 422
    return visit.page(registerHead(title, page.form), status: status) { h in
        h.backLink(texts.worklist.providers, to: RegisterPath.providers.link())
        h.h1(title)
        writeDone(h, visit, texts)
        if page.isStale { h.alert(.warning, texts.form.stale, isAnswer: true) }
        if let link = page.newLink {
            h.alert(.good, words.linkOnce, isAnswer: true)
            h.p { h.strong(link) }
        }
        h.errorSummary(page.form.summary)
        if let provider = page.provider { writeOffers(h, provider, page.offers, visit, texts) }
        if page.isEditor, let provider = page.provider { writeLinks(h, provider, page, visit, texts) }
        if page.provider != nil { h.h2(words.details) }
        let action = page.provider.map { RegisterPath.provider.link($0.id.text) } ?? RegisterPath.newProvider.link()
        h.postForm(to: action, visit) {
            h.hiddenField("fassung", "\(page.version)")
            writeProviderFields(h, page.form, texts, visit.language)
            h.actions { h.submitButton(words.save, .next) }
        }
    }
}

private func writeProviderFields(_ h: HTML, _ form: FormReader, _ texts: RegisterTexts, _ language: Language) {
    let words = texts.parties
    h.textField(form.state("name"), label: words.name)
    h.selectField(
        form.state("art"), label: words.kind,
        choices: ProviderKind.allCases.map { Choice($0.rawValue, Vocabulary(language)[$0]) }, width: .half)
    h.textField(form.state("email"), label: words.email, hint: words.emailHint, kind: .email, isOptional: true)
    h.textField(form.state("telefon"), label: words.phone, kind: .phone, width: .half, isOptional: true)
    h.textField(form.state("internet"), label: words.website, kind: .address, isOptional: true)
    h.textField(form.state("gebiet"), label: words.seat, hint: words.seatHint, width: .half, isOptional: true)
    h.textField(form.state("verband"), label: words.parent, hint: words.parentHint, isOptional: true)
    h.textField(form.state("registernummer"), label: words.registerNumber, isOptional: true)
    h.textArea(form.state("beschreibung"), label: words.description, rows: 3, isOptional: true)
}

private func writeOffers(
    _ h: HTML, _ provider: Provider, _ offers: [Offer], _ visit: Visit, _ texts: RegisterTexts
) {
    h.h2(texts.worklist.count(offers.count, in: visit.language))
    h.ul {
        for offer in offers.prefix(20) {
            h.li {
                h.a(offer.title, .href(RegisterPath.offer.link(offer.id.text)))
                h.text(" ")
                freshnessBadge(h, offer.freshness(on: visit.today), texts)
            }
        }
    }
    h.actions {
        h.linkButton(
            texts.worklist.new, to: .to(RegisterPath.newOffer.path(), query: [("von", provider.id.text)]), icon: .plus,
            isSmall: true)
        if offers.count > 20 {
            h.a(texts.parties.allOffers, .href(WorklistQuery().with { $0.providerID = provider.id }.link()))
        }
    }
}

private func writeLinks(
    _ h: HTML, _ provider: Provider, _ page: ProviderPage, _ visit: Visit, _ texts: RegisterTexts
) {
    let (words, formats) = (texts.parties, Formats(visit.language))
    h.h2(words.links)
    h.p(words.linksLead)
    if !page.links.isEmpty {
        h.ul(.class("entries")) {
            for (index, link) in page.links.prefix(20).enumerated() {
                h.li {
                    h.div(.class("row")) {
                        h.badge(
                            link.isValid(at: visit.now) ? words.open : words.closed,
                            link.isValid(at: visit.now) ? .good : nil)
                        h.span("\(words.validUntil) \(formats.day(link.expiresAt.berlinDay))")
                        h.span(
                            "\(words.lastUsed): \(link.lastUsedAt.map { formats.moment($0) } ?? words.neverUsed)",
                            .class("muted"))
                        if link.isValid(at: visit.now) {
                            h.postForm(to: .to(RegisterPath.revocation.path(provider.id.text, link.id.text)), visit) {
                                h.button(.class("btn btn-4 sm")) {
                                    h.text(words.revoke)
                                    h.span(" " + words.linkNumber.filled(["number": "\(index + 1)"]), .class("vh"))
                                }
                            }
                        }
                    }
                }
            }
        }
    }
    h.div(.class("row actions")) {
        h.postForm(to: RegisterPath.providerLinks.link(provider.id.text), visit) {
            h.submitButton(words.createLink, .side, icon: .plus, isSmall: true)
        }
        if let email = provider.email, !page.offers.isEmpty {
            h.postForm(to: RegisterPath.checkMail.link(provider.id.text), visit) {
                h.submitButton(words.sendMail.filled(["email": email]), .side, icon: .mail, isSmall: true)
            }
        }
    }
    if provider.email == nil { h.p(words.noEmail, .class("hint")) }
}
