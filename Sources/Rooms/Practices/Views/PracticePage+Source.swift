import Design
import HTML
import Practice
import Prevention
import Texts
import Web

/// Who began it, who takes part, whom to ask: roles and offices, never persons.
func practicePeople(_ h: HTML, _ model: PracticePageModel, _ words: ReadingWords) {
    let practice = model.practice
    let texts = words.texts.page
    let contact = [practice.contact.role, practice.contact.office].filter { !$0.isEmpty }.joined(separator: ", ")
    h.section(.labelledBy("beteiligte")) {
        h.h2(texts.people, .id("beteiligte"))
        h.dl(.class("rows")) {
            if !practice.initiator.isEmpty { h.descriptionRow(texts.initiator) { h.text(practice.initiator) } }
            practiceRow(h, texts.partners, practice.partners)
            practiceRow(h, texts.roles, practice.roles)
            h.descriptionRow(texts.contact) { h.text(contact.isEmpty ? texts.noContact : contact) }
        }
    }
}

/// A row with one value or a list of them; none without values.
private func practiceRow(_ h: HTML, _ term: String, _ values: [String]) {
    let values = values.filter { !$0.isEmpty }
    guard !values.isEmpty else { return }
    h.descriptionRow(term) {
        if values.count == 1 { h.text(values[0]) } else { h.ul { for value in values { h.li(value) } } }
    }
}

/// What other registries say, beside ours and never instead.
func practiceRatings(_ h: HTML, _ model: PracticePageModel, _ words: ReadingWords) {
    guard !model.practice.ratings.isEmpty else { return }
    let texts = words.texts.page
    h.section(.labelledBy("register")) {
        h.h2(texts.ratings, .id("register"))
        h.dataTable(
            DataTable(
                texts.ratings,
                columns: [texts.registry, texts.rating, texts.mapped, texts.asOf].map { Column($0) },
                rows: model.practice.ratings.map { rating in
                    let name: TableCell =
                        rating.address.flatMap(Link.outside).map { .link(rating.registry, $0) }
                        ?? .text(rating.registry)
                    return [
                        name, .text(rating.rating),
                        .text(rating.mapped.map { words.level($0.rawValue, of: .effect) } ?? "–"),
                        .text(rating.day.map(words.formats.day) ?? "–"),
                    ]
                }, isCaptionHidden: true))
    }
}

/// What the source tells beyond the questions of the form.
func practiceTold(_ h: HTML, _ model: PracticePageModel, _ words: ReadingWords) {
    let place = model.practice.place
    let texts = words.texts.page
    let told = model.practice.background
    let groups = place.targetGroups.list.map { words.vocabulary[$0] }
    let settings = place.settings.list.map { words.vocabulary[$0] }
    h.section(.labelledBy("angaben")) {
        h.h2(texts.told, .id("angaben"))
        h.dl(.class("rows")) {
            practiceRow(h, texts.aliases, told?.aliases ?? [])
            practiceRow(h, texts.area, [told?.area ?? ""])
            practiceRow(h, texts.ageNote, [told?.ageNote ?? ""])
            practiceRow(h, texts.audience, told.map(\.audience) ?? groups)
            practiceRow(h, texts.locations, told.map(\.locations) ?? settings)
            practiceRow(h, texts.topics, told?.topics ?? [])
            practiceRow(h, texts.access, place.access.list.map { words.vocabulary[$0] })
            practiceRow(h, texts.period, [told?.period ?? ""])
            practiceRow(h, texts.state, [told?.state ?? ""])
            practiceRow(h, texts.languages, told?.languages ?? [])
            practiceRow(h, texts.familyCost, [told?.costForFamilies ?? ""])
            practiceRow(h, texts.evaluation, [told?.evaluation ?? ""])
            practiceRow(h, texts.standards, told?.standards ?? [])
            practiceRow(h, texts.standardsBasis, [told?.standardsBasis ?? ""])
        }
    }
    practiceFigures(h, told?.figures ?? [], words)
}

private func practiceFigures(_ h: HTML, _ figures: [PracticeFigure], _ words: ReadingWords) {
    guard !figures.isEmpty else { return }
    let texts = words.texts.page
    h.section(.labelledBy("zahlen")) {
        h.h2(texts.figures, .id("zahlen"))
        h.dataTable(
            DataTable(
                texts.figures,
                columns: [
                    Column(texts.figure), Column(texts.value, isNumeric: true), Column(texts.year), Column(texts.note),
                ],
                rows: figures.map { figure in
                    let number = figure.value.map { value in
                        value == value.rounded()
                            ? words.formats.number(Int(value)) : words.formats.decimal(value, places: 1)
                    }
                    let amount = [number ?? "", figure.unit].filter { !$0.isEmpty }.joined(separator: " ")
                    return [
                        .text(figure.label), .number(amount, figure.value),
                        .text(figure.year.map(String.init) ?? ""), .text(figure.note),
                    ]
                }, isCaptionHidden: true))
    }
}

func practiceDocuments(_ h: HTML, _ model: PracticePageModel, _ words: ReadingWords) {
    guard !model.practice.documents.isEmpty else { return }
    let texts = words.texts.page
    h.section(.labelledBy("unterlagen")) {
        h.h2(texts.documents, .id("unterlagen"))
        h.ul {
            for document in model.practice.documents {
                h.li {
                    if let link = document.address.flatMap(Link.outside) {
                        h.a(document.title, .href(link))
                    } else {
                        h.text(document.title)
                    }
                    h.span(
                        " (\(document.licence.isEmpty ? texts.noLicence : "\(texts.licence): \(document.licence)"))",
                        .class("small muted"))
                }
            }
        }
    }
}

func practiceLinks(_ h: HTML, _ model: PracticePageModel, _ words: ReadingWords) {
    let texts = words.texts.page
    let kinds: [(PracticeLink.Kind, String, String)] = [
        (.practice, texts.related, "/praxis/"), (.network, texts.networks, "/netze/"),
        (.offer, texts.offers, "/angebote/"),
    ]
    for (kind, title, path) in kinds {
        let links = model.practice.background?.links.filter { $0.kind == kind } ?? []
        if links.isEmpty { continue }
        h.section {
            h.h2(title)
            h.ul { for link in links { h.li { h.a(link.title, .href(.to(path + link.key))) } } }
        }
    }
}

func practiceSources(_ h: HTML, _ model: PracticePageModel, _ words: ReadingWords) {
    let sources = model.practice.sources
    guard !sources.isEmpty else { return }
    let texts = words.texts.page
    h.section(.labelledBy("quellen")) {
        h.h2(sources.count == 1 ? texts.oneSource : texts.sources, .id("quellen"))
        h.ul(.class("small")) { for source in sources { h.li(source) } }
        h.p(.class("small no-print")) {
            h.a(texts.json, .href(.file(PracticesPath.practiceJSON.path(model.entry.slug))))
        }
    }
}
