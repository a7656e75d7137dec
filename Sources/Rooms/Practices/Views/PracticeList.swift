import Areas
import Design
import HTML
import Practice
import Prevention
import Texts
import Web

/// What the list of practices shows.
struct PracticeListModel: Sendable {
    let search: PracticeSearch
    let result: PracticeSearch.Result
    /// Municipalities to choose from; empty where there are too many for a list.
    let towns: [Area]
    /// The municipality asked for.
    let town: Area?
    let needs: [PracticeNeed]
    let pages: Set<PracticePage>

    static let perPage = 12

    var query: PracticeQuery { search.query }
    var pageCount: Int { max(1, (result.places.count + Self.perPage - 1) / Self.perPage) }
    var page: Int { min(query.page, pageCount) }
    var shown: [PracticeSearch.Result.Hit] {
        result.places.dropFirst((page - 1) * Self.perPage).prefix(Self.perPage).map(search.hit)
    }
}

/// `/praxis`
func practiceList(_ visit: Visit, _ model: PracticeListModel, _ words: ReadingWords) -> Answer {
    let texts = words.texts.list
    let head = PageHead(
        texts.title, description: texts.lead, section: PracticesRoom.name, isPrivate: !model.query.fields.isEmpty)
    return visit.page(head) { h in
        h.header {
            h.h1(texts.title)
            h.p(texts.lead, .class("lead muted"))
        }
        familyLink(h, visit, words)
        practiceGap(h, model, words)
        practiceRibbon(h, model, words)
        h.div(.class("listing")) {
            practiceFilter(h, model, words)
            h.section(.labelledBy("treffer")) {
                h.h2(texts.count(model.result.places.count, in: words.language), .id("treffer"))
                practiceHint(h, model, words)
                if model.result.places.isEmpty {
                    h.emptyState(texts.empty, texts.emptyHint) {
                        h.linkButton(texts.reset, to: PracticesPath.list.link())
                    }
                } else {
                    h.ul(.class("entries")) {
                        for hit in model.shown { practiceCard(h, hit, model, words) }
                    }
                    h.pagination(page: model.page, of: model.pageCount) { model.query.link(page: $0) }
                    practiceFiles(h, model, words)
                }
            }
        }
    }
}

/// Whoever looks for help and not for practice is shown the way; those who are signed in know it.
func familyLink(_ h: HTML, _ visit: Visit, _ words: ReadingWords) {
    guard visit.account == nil else { return }
    h.p(.class("no-print")) {
        h.text(words.texts.list.family + " ")
        h.a(words.texts.list.familyLink, .href(PracticesPath.help))
    }
}

/// The gap one comes from, with the way back.
private func practiceGap(_ h: HTML, _ model: PracticeListModel, _ words: ReadingWords) {
    guard let gap = model.query.gap else { return }
    let texts = words.texts.list
    let stages = model.query.chosen[.stage].map { $0.map { words.value($0, of: .stage) }.sorted() } ?? []
    let fields = model.query.chosen[.field].map { $0.map { words.value($0, of: .field) }.sorted() } ?? []
    let place = model.town.map { [texts.inTown.filled(["town": $0.name])] } ?? []
    let cell = stages + fields
    h.alert(.info) {
        h.text(
            (cell.isEmpty
                ? texts.gapPlain
                : texts.gap.filled(["cell": ([cell.joined(separator: ", ")] + place).joined(separator: " ")])) + " ")
        h.a(texts.gapBack, .href(gap.link))
    }
}

/// The path of life with the ages asked for, to be chosen on it.
private func practiceRibbon(_ h: HTML, _ model: PracticeListModel, _ words: ReadingWords) {
    let query = model.query
    let texts = words.texts.list
    let ages = query.shownAges
    h.ageRibbon(ages.map { RibbonBand($0) })
    h.ageScale(texts.ages, ages) { query.aged($0).link() }
    h.p(.class("small muted no-print")) {
        guard !ages.isEmpty else { return h.text(texts.agesHint) }
        h.text(texts.agesChosen.filled(["ages": ages.map(words.formats.ages).joined(separator: ", ")]) + " ")
        h.a(texts.agesNone, .href(query.aged(nil).link()))
    }
}

private func practiceHint(_ h: HTML, _ model: PracticeListModel, _ words: ReadingWords) {
    let texts = words.texts.list
    if model.result.isLoose, !model.result.places.isEmpty { h.p(texts.loose, .class("muted")) }
    guard let better = model.result.didYouMean else { return }
    var query = model.query
    query.text = better
    query.page = 1
    h.p {
        h.text(texts.didYouMean + " ")
        h.a(better, .href(query.link()))
        h.text("?")
    }
}

private func practiceFiles(_ h: HTML, _ model: PracticeListModel, _ words: ReadingWords) {
    let texts = words.texts.list
    h.ul(.class("worklinks no-print")) {
        h.li {
            h.a(texts.csv, .href(.to(PracticesPath.table.path(), query: model.query.fields)))
        }
        h.li { h.a(texts.json, .href(.to(PracticesPath.json.path(), query: model.query.fields))) }
        if model.pages.contains(.magazine) { h.li { h.a(texts.magazine, .href(.to("/praxis/magazin"))) } }
        if model.pages.contains(.entry) {
            h.li { h.a(texts.new, .href(WritingPath.new.link())) }
            h.li { h.a(texts.reviews, .href(WritingPath.worklist.link())) }
        }
    }
}

/// One practice with what one decides by: for whom, how far it is, and what that rests on.
private func practiceCard(
    _ h: HTML, _ hit: PracticeSearch.Result.Hit, _ model: PracticeListModel, _ words: ReadingWords
) {
    let entry = hit.entry
    let practice = entry.practice
    let texts = words.texts.proof
    let kept = model.query.fields.filter { $0.0 == "luecke" || $0.0 == "fuer" }
    let effect = ShownProof.effect(entry, model.search.index.today, words)
    h.li {
        h.card {
            h.h3(.class("h4")) {
                h.a(words.title(entry), .href(.to(PracticesPath.practice.path(entry.slug), query: kept)))
            }
            let state: [String] = practice.status == .notStated ? [] : [words.standing(practice.status)]
            let since = practice.since.map { [texts.since.filled(["year": "\($0)"])] } ?? []
            h.p((hit.names + state + since).joined(separator: " · "), .class("small muted"))
            if !practice.lead.isEmpty { h.p(practice.lead) }
            h.ageRow(practice.place.ages)
            h.ul(.class("proofs")) {
                h.proof(effect)
                h.proof(.readiness(entry, model.search.index.today, words))
                h.proof(.trust(entry, model.search.index.today, words))
            }
            if !effect.criterion.isEmpty {
                h.p(texts.criterion.filled(["criterion": effect.criterion]), .class("small muted"))
            }
            practiceMarks(h, hit, model, words)
        }
    }
}

/// Failed, invented, and how it fits the chosen municipality.
private func practiceMarks(
    _ h: HTML, _ hit: PracticeSearch.Result.Hit, _ model: PracticeListModel, _ words: ReadingWords
) {
    let status = hit.entry.practice.status
    let isOver = status.why != nil
    guard isOver || hit.entry.isInvented || hit.fit != nil else { return }
    h.div(.class("row")) {
        if isOver { h.badge(words.standing(status), PracticeStanding(status) == .failed ? .danger : .warning) }
        if hit.entry.isInvented { h.badge(words.texts.proof.invented, .info) }
        if let fit = hit.fit, let town = model.town {
            h.badge(
                words.texts.proof.fit.filled([
                    "met": words.formats.number(fit.met), "of": words.formats.number(fit.of), "town": town.name,
                ]), fit.share == .all ? .good : .info)
        }
    }
}
