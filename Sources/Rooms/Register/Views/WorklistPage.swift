import Design
import HTML
import Offers
import Prevention
import Texts
import Web

/// What the worklist shows.
struct WorklistModel {
    let query: WorklistQuery
    let items: [OfferListItem]
    let total: Int
    let page: Int
    let caller: Caller
    /// Only without a filter.
    let freshness: [Freshness: Int]
    let findings: [QualityFinding: Int]
    /// Proposals that wait for a decision.
    let proposals: Int
}

/// The head of a page of this room.
func registerHead(_ title: String, _ form: FormReader? = nil) -> PageHead {
    PageHead(title, section: RegisterRoom.name, hasProblems: form?.isComplete == false, isPrivate: true)
}

/// `/register`
func worklistPage(_ visit: Visit, _ model: WorklistModel, _ texts: RegisterTexts) -> Answer {
    let words = texts.worklist
    return visit.page(registerHead(words.title)) { h in
        h.header {
            h.h1(words.title)
            h.p(model.caller.isEditor ? words.lead : words.leadProvider, .class("lead muted"))
            h.actions {
                h.linkButton(words.new, to: RegisterPath.newOffer.link(), .next, icon: .plus)
                h.linkButton(words.providers, to: RegisterPath.providers.link(), icon: .people)
                h.linkButton(words.facilities, to: RegisterPath.facilities.link(), icon: .place)
                if model.caller.isUnlimited, model.caller.isEditor {
                    h.linkButton(words.upload, to: RegisterPath.upload.link(), icon: .upload)
                }
            }
        }
        if model.proposals > 0 {
            h.alert(.info) {
                h.a(words.openProposals(model.proposals, in: visit.language), .href(RegisterPath.proposals.link()))
            }
        }
        if model.query.isEmpty { writeTodo(h, model, texts, visit.language) }
        h.section(.class("listing")) {
            writeFilter(h, model, texts, visit.language)
            h.section(.labelledBy("treffer")) {
                h.h2(words.count(model.total, in: visit.language), .id("treffer"))
                if model.items.isEmpty {
                    h.emptyState(words.empty, words.emptyHint) {
                        if !model.query.isEmpty { h.linkButton(words.reset, to: RegisterPath.list.link()) }
                    }
                } else {
                    writeItems(h, model.items, texts, visit)
                    let pages = (model.total + WorklistRoutes.perPage - 1) / WorklistRoutes.perPage
                    h.pagination(page: model.page, of: pages) { model.query.link(page: $0) }
                    h.actions {
                        h.linkButton(
                            words.exportCSV, to: model.query.link(RegisterPath.csv), icon: .download, isSmall: true)
                        h.linkButton(
                            words.exportJSON, to: model.query.link(RegisterPath.json), icon: .download, isSmall: true)
                        h.a(words.duplicates, .href(RegisterPath.duplicates.link()))
                    }
                }
            }
        }
    }
}

/// What is to be done, each a link to its offers.
private func writeTodo(_ h: HTML, _ model: WorklistModel, _ texts: RegisterTexts, _ language: Language) {
    let formats = Formats(language)
    let stale: [(String, Int, WorklistQuery)] = [.unconfirmed, .expired, .stale, .ageing].compactMap { state in
        (model.freshness[state] ?? 0) > 0
            ? (texts[state], model.freshness[state] ?? 0, WorklistQuery().with { $0.freshness = state }) : nil
    }
    let lacking: [(String, Int, WorklistQuery)] = QualityFinding.allCases.compactMap { finding in
        (model.findings[finding] ?? 0) > 0
            ? (texts[finding], model.findings[finding] ?? 0, WorklistQuery().with { $0.finding = finding }) : nil
    }
    guard !(stale + lacking).isEmpty else { return h.alert(.good, texts.worklist.todoNone) }
    h.section(.labelledBy("zu-tun")) {
        h.h2(texts.worklist.todo, .id("zu-tun"))
        h.div(.class("row")) {
            for (title, count, query) in stale + lacking {
                h.linkButton("\(title): \(formats.number(count))", to: query.link(), isSmall: true)
            }
        }
    }
}

private func writeFilter(_ h: HTML, _ model: WorklistModel, _ texts: RegisterTexts, _ language: Language) {
    let (words, query) = (texts.worklist, model.query)
    let kept = query.providerID.map { [("von", $0.text)] } ?? []
    h.filterPanel(
        action: RegisterPath.list.link(), kept: kept, reset: query.isEmpty ? nil : RegisterPath.list.link()
    ) {
        h.textField(FieldState("text", query.text), label: words.search, kind: .search)
        h.selectField(
            FieldState("status", query.status?.rawValue ?? ""), label: words.status,
            choices: OfferStatus.allCases.map { Choice($0.rawValue, texts[$0]) }, emptyChoice: words.all)
        h.selectField(
            FieldState("frische", query.freshness?.rawValue ?? ""), label: words.freshness,
            choices: Freshness.allCases.map { Choice($0.rawValue, texts[$0]) }, emptyChoice: words.all)
        h.textField(FieldState("traeger", query.provider), label: words.provider, kind: .search)
        h.selectField(
            FieldState("thema", query.field?.rawValue ?? ""), label: texts.form.fields,
            choices: FieldOfAction.allCases.map { Choice($0.rawValue, Vocabulary(language)[$0]) },
            emptyChoice: words.all)
        h.selectField(
            FieldState("fehlt", query.finding?.rawValue ?? ""), label: words.finding,
            choices: QualityFinding.allCases.map { Choice($0.rawValue, texts[$0]) }, emptyChoice: words.all)
    }
}

private func writeItems(_ h: HTML, _ items: [OfferListItem], _ texts: RegisterTexts, _ visit: Visit) {
    let (words, formats) = (texts.worklist, Formats(visit.language))
    h.ul(.class("entries")) {
        for item in items {
            h.li {
                h.card {
                    h.h3(.class("h4")) { h.a(item.title, .href(RegisterPath.offer.link(item.id.text))) }
                    h.p(
                        [item.providerName, item.town].filter { !$0.isEmpty }.joined(separator: " · "),
                        .class("small muted"))
                    h.p(.class("row")) {
                        statusBadge(h, item.status, texts)
                        freshnessBadge(h, Freshness(checkedOn: item.checkedOn, today: visit.today), texts)
                        if let day = item.checkedOn {
                            h.span("\(words.checked) \(formats.day(day))", .class("small muted"))
                        }
                    }
                }
            }
        }
    }
}

func statusBadge(_ h: HTML, _ status: OfferStatus, _ texts: RegisterTexts) {
    let tone: Tone? =
        switch status {
        case .active: .good
        case .inReview: .info
        case .paused: .warning
        case .draft, .ended: nil
        }
    h.badge(texts[status], tone)
}

func freshnessBadge(_ h: HTML, _ freshness: Freshness, _ texts: RegisterTexts) {
    let tone: Tone? =
        switch freshness {
        case .fresh: .good
        case .ageing: nil
        case .stale, .unconfirmed: .warning
        case .expired: .danger
        }
    h.badge(texts[freshness], tone)
}

/// `/register/doppelte`
func duplicatesPage(_ visit: Visit, _ groups: [[OfferListItem]], _ texts: RegisterTexts) -> Answer {
    let words = texts.worklist
    return visit.page(registerHead(words.duplicates)) { h in
        h.backLink(words.title, to: RegisterPath.list.link())
        h.h1(words.duplicates)
        h.p(words.duplicatesLead, .class("lead"))
        if groups.isEmpty { h.alert(.good, words.duplicatesNone) }
        for group in groups.prefix(100) {
            h.h2(group.first?.title ?? "")
            h.ul {
                for item in group {
                    h.li {
                        h.a(item.title, .href(RegisterPath.offer.link(item.id.text)))
                        h.text(" · \(item.providerName) · \(texts[item.status])")
                    }
                }
            }
        }
    }
}
