import Design
import HTML
import Practice
import Prevention
import Texts
import Web

/// What the worklist of the reviews shows.
struct WorklistModel {
    let scene: WritingScene
    let waiting: [PracticeFile]
    let own: [PracticeFile]
    /// Publications that end within 60 days or have ended.
    let soon: [PracticeFile]
    let news: [(PracticeNotice, PracticeFile)]
    let today: Day
}

extension WorklistModel {
    /// What the visitor has to do, for the desk: what waits, own drafts, what ends, and what has changed elsewhere.
    var errands: [Errand] {
        let words = scene.words
        func errand(_ file: PracticeFile, _ key: String, _ link: Link, due: Day? = nil) -> Errand {
            let title = file.newest.practice.titles["de"] ?? ""
            return Errand(
                words.review.worklist.errands[key] ?? "", subject: "\(title), \(words.names[file.owner])", link: link,
                due: due)
        }
        let drafts = own.filter { $0.review.state == .draft && !scene.writer.isUnlimited }
        let ending = soon.filter { file in !waiting.contains { $0.id == file.id } }
        return waiting.map { errand($0, $0.review.state.rawValue, WritingPath.review.link($0.slug)) }
            + drafts.map { errand($0, "draft", WritingPath.review.link($0.slug)) }
            + ending.map {
                errand($0, $0.review.state.rawValue, WritingPath.review.link($0.slug), due: $0.review.expires)
            }
            + news.map { errand($0.1, "news", WritingPath.adoption.link($0.1.slug)) }
    }
}

/// `/praxis/pruefungen`
func worklistPage(_ visit: Visit, _ model: WorklistModel) -> Answer {
    let texts = model.scene.words.review.worklist
    let head = PageHead(texts.title, section: PracticesRoom.name, isPrivate: true)
    return visit.page(head) { h in
        h.backLink(model.scene.words.entry.backToList, to: WritingPath.list.link())
        h.h1(texts.title)
        h.p(texts.lead, .class("lead"))
        h.actions {
            h.linkButton(texts.new, to: WritingPath.new.link(), .next, icon: .plus)
        }
        h.p(texts.newHint, .class("hint"))
        if !model.news.isEmpty { writeNews(h, model) }
        writeFiles(h, model, texts.mine, texts.mineEmpty, model.waiting)
        writeFiles(h, model, texts.own, texts.ownEmpty, model.own)
        writeFiles(h, model, texts.due, texts.dueEmpty, model.soon)
    }
}

private func writeNews(_ h: HTML, _ model: WorklistModel) {
    let words = model.scene.words
    h.h2(words.review.worklist.news)
    h.ul(.class("entries")) {
        for (notice, file) in model.news {
            h.li {
                h.a(
                    file.published?.title ?? "", .href(WritingPath.adoption.link(file.slug)))
                h.text(
                    " (\(words.names[notice.municipality]), \(words.formats.day(notice.toldAt.berlinDay)))")
                h.ul {
                    for sentence in words.sentences(notice, file) { h.li(sentence) }
                }
            }
        }
    }
}

private func writeFiles(_ h: HTML, _ model: WorklistModel, _ title: String, _ empty: String, _ files: [PracticeFile]) {
    let words = model.scene.words
    let texts = words.review.worklist
    h.h2(title)
    guard !files.isEmpty else { return h.p(empty) }
    h.dataTable(
        DataTable(
            title,
            columns: [
                Column(texts.practice, sort: .text), Column(texts.municipality, sort: .text), Column(texts.state),
                Column(texts.next), Column(texts.until),
            ],
            rows: files.map { file in
                let gaps = file.draft.gaps(on: model.today).count
                let state = words.review.states[file.review.state.rawValue] ?? ""
                let next =
                    file.review.state == .draft && gaps > 0
                    ? words.entry.gapCount(gaps, in: words.language)
                    : words.review.next[file.review.state.rawValue] ?? ""
                return [
                    .link(file.newest.practice.titles["de"] ?? "", WritingPath.review.link(file.slug)),
                    .text(words.names[file.owner]), .text(state), .text(next),
                    .text(file.review.expires.map(words.formats.day) ?? texts.none),
                ]
            }, isCaptionHidden: true))
}
