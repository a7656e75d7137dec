import Design
import HTML
import Practice
import Prevention
import Texts
import Web

/// What the page of versions shows.
struct VersionsModel {
    let file: PracticeFile
    /// Those that the visitor may see, oldest first.
    let shown: [PracticeVersion]
    /// The numbers that are compared.
    let from: Int
    let to: Int
    let scene: WritingScene
}

/// `/praxis/…/fassungen`
func versionsPage(_ visit: Visit, _ model: VersionsModel) -> Answer {
    let words = model.scene.words
    let texts = words.entry.versions
    let title = model.shown.last?.practice.titles["de"] ?? ""
    let head = PageHead("\(texts.title): \(title)", section: PracticesRoom.name, isPrivate: true)
    return visit.page(head) { h in
        h.backLink(words.entry.toReview, to: WritingPath.review.link(model.file.slug))
        h.h1(texts.title)
        h.p(title, .class("lead"))
        h.p(texts.lead)
        h.dataTable(
            DataTable(
                texts.caption,
                columns: [Column(texts.number), Column(texts.when), Column(texts.who), Column(texts.what)],
                rows: model.shown.reversed().map { version in
                    let isPublished = version.number == model.file.publishedVersion
                    let sentences = version.changes.map(words.sentence)
                    return [
                        .text(isPublished ? "\(version.number) (\(texts.published))" : "\(version.number)"),
                        .text(words.formats.moment(version.at)),
                        .text(words.actor(version.by, of: model.file, model.scene.writer)),
                        .text(version.number == 1 ? words.entry.changes.first : sentences.joined(separator: " ")),
                    ]
                }))
        if model.shown.count > 1 { writeComparison(h, model) }
    }
}

private func writeComparison(_ h: HTML, _ model: VersionsModel) {
    let words = model.scene.words
    let texts = words.entry.versions
    h.h2(texts.compareTitle)
    h.form(.class("chooser no-print"), .action(WritingPath.versions.link(model.file.slug))) {
        let choices = model.shown.map { Choice("\($0.number)", "\($0.number)") }
        h.selectField(FieldState("von", "\(model.from)"), label: texts.older, choices: choices)
        h.selectField(FieldState("bis", "\(model.to)"), label: texts.newer, choices: choices)
        h.submitButton(texts.compareButton, .side)
    }
    guard let before = model.shown.first(where: { $0.number == model.from })?.practice,
        let after = model.shown.first(where: { $0.number == model.to })?.practice
    else { return }
    let changes = before.changes(to: after)
    guard !changes.isEmpty else { return h.p(texts.same) }
    if changes.contains(where: \.touchesCore) { h.alert(.warning, words.entry.changes.core) }
    let told = changes.filter(\.concernsAdopters)
    if !told.isEmpty { h.ul { for change in told { h.li(words.sentence(change)) } } }
    let fields = changes.compactMap { change -> PracticeField? in
        if case .field(let field) = change { field } else { nil }
    }
    guard !fields.isEmpty else { return }
    h.dataTable(
        DataTable(
            texts.compareTitle, columns: [Column(texts.fieldColumn), Column(texts.before), Column(texts.after)],
            rows: fields.map { field in
                [before, after].reduce(into: [TableCell.text(words.entry[field])]) { row, practice in
                    let lines = words.lines(field, of: practice)
                    row.append(.text(lines.isEmpty ? texts.nothing : lines.joined(separator: "; ")))
                }
            }, isCaptionHidden: true))
}
