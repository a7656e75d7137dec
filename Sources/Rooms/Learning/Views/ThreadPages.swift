import Design
import HTML
import LearningNetwork
import Prevention
import Texts
import Web

/// `/lernnetz/gespraech/{kind}/{id}`
func threadPage(_ visit: Visit, _ model: ThreadModel, _ form: FormReader, _ texts: LearningTexts) -> Answer {
    let words = texts.thread
    let title = words.title.filled(["title": model.object.title])
    let head = PageHead(title, section: LearningRoom.name, hasProblems: !form.isComplete, isPrivate: true)
    return visit.page(head, status: form.status) { h in
        h.backLink(words.toObject, to: .to(model.object.path))
        h.h1(title)
        h.p(lead(model.about.kind, words), .class("lead"))
        writeNotice(h, visit, texts)
        h.errorSummary(form.summary)
        if model.posts.isEmpty { h.emptyState(words.empty, words.emptyText, icon: .speech) }
        writePosts(h, visit, model, texts)
        h.section(.class("no-print"), .id("schreiben")) {
            h.h2(model.answering.map { words.answering.filled(["author": texts.author($0.author)]) } ?? words.write)
            h.postForm(to: LearningPath.thread.link(model.about.kind.rawValue, model.about.id), visit) {
                if let answering = model.answering { h.hiddenField("antwort", answering.id.text) }
                h.textArea(
                    form.state("text"), label: words.text, hint: words.textHint, rows: 6, limit: Conversation.longest)
                h.actions { h.submitButton(words.send, .next) }
            }
        }
        writeDigestForm(
            h, visit, model.digest, to: LearningPath.threadDigest.link(model.about.kind.rawValue, model.about.id), texts
        )
    }
}

private func lead(_ kind: Reference.Kind, _ words: LearningTexts.Thread) -> String {
    switch kind {
    case .practice: words.leadPractice
    case .meeting: words.leadMeeting
    default: words.leadTransfer
    }
}

/// Posts that begin something, each with its answers under it in the order of time.
private func writePosts(_ h: HTML, _ visit: Visit, _ model: ThreadModel, _ texts: LearningTexts) {
    let parents = Dictionary(model.posts.map { ($0.id, $0.parentID) }, uniquingKeysWith: { first, _ in first })
    let roots = Dictionary(grouping: model.posts) { post in
        var (id, steps) = (post.id, 0)
        while let parent = parents[id] ?? nil, steps < model.posts.count { (id, steps) = (parent, steps + 1) }
        return id
    }
    h.ul(.class("entries")) {
        for post in model.posts where post.parentID == nil {
            h.li {
                writePost(h, visit, post, model, texts)
                let answers = (roots[post.id] ?? []).filter { $0.id != post.id }
                if !answers.isEmpty {
                    h.ul(.class("entries answers")) {
                        for answer in answers { h.li { writePost(h, visit, answer, model, texts) } }
                    }
                }
            }
        }
    }
}

private func writePost(_ h: HTML, _ visit: Visit, _ post: Post, _ model: ThreadModel, _ texts: LearningTexts) {
    let words = texts.thread
    h.article(.class("card"), .id("beitrag-\(post.id.text)")) {
        h.p(.class("small muted")) {
            h.strong(texts.author(post.author))
            h.text(" · " + h.formats.moment(post.at))
            if post.isEdited { h.text(" · " + words.edited) }
        }
        guard post.withdrawnAt == nil else { return h.p(words.withdrawn, .class("muted")) }
        for line in post.text.split(separator: "\n") { writeLine(h, String(line)) }
        h.div(.class("row no-print")) {
            h.a(
                .class("btn btn-3 sm"),
                .href(
                    .to(
                        LearningPath.thread.path(model.about.kind.rawValue, model.about.id),
                        query: [("antwort", post.id.text)], fragment: "schreiben"))
            ) {
                h.text(words.answer)
                h.span(": " + texts.author(post.author), .class("vh"))
            }
            if post.author.account == model.account { writeOwn(h, visit, post, words) }
        }
    }
}

/// What an author may do with an own post.
private func writeOwn(_ h: HTML, _ visit: Visit, _ post: Post, _ words: LearningTexts.Thread) {
    if visit.now < post.at.adding(seconds: Conversation.editSeconds) {
        h.linkButton(words.edit, to: LearningPath.editPost.link(post.id.text), icon: .edit, isSmall: true)
    }
    h.postForm(to: LearningPath.withdrawPost.link(post.id.text), visit) {
        h.submitButton(words.withdraw, .final, isSmall: true)
    }
}

/// A line of a post; web addresses become links that show their whole address.
private func writeLine(_ h: HTML, _ line: String) {
    h.p {
        for piece in Conversation.pieces(line) {
            if piece.isAddress, let link = Link.outside(piece.text) {
                h.a(piece.text, .href(link), .attribute("rel", "nofollow noopener"))
            } else {
                h.text(piece.text)
            }
        }
    }
}

/// `/lernnetz/beitraege/{id}/bearbeiten`
func postForm(_ visit: Visit, _ form: FormReader, _ post: Post, _ texts: LearningTexts) -> Answer {
    let words = texts.thread
    let page = FormPage(
        title: words.editTitle, lead: words.editLead,
        back: (words.post, LearningPath.thread.link(post.about.kind.rawValue, post.about.id)),
        action: LearningPath.editPost.link(post.id.text), button: words.save)
    return formPage(visit, page, form) { h in
        let state = visit.method == "POST" ? form.state("text") : FieldState("text", post.text)
        h.textArea(state, label: words.text, hint: words.textHint, rows: 6, limit: Conversation.longest)
    }
}

// MARK: Digest

/// `/lernnetz/sammelmail`
func digestsPage(
    _ visit: Visit, _ lines: [(title: String, link: Link?, rhythm: DigestRhythm)], _ texts: LearningTexts
) -> Answer {
    let words = texts.digest
    return visit.page(PageHead(words.mine, section: LearningRoom.name, isPrivate: true)) { h in
        h.backLink(texts.group.back, to: LearningPath.start.link())
        h.h1(words.mine)
        guard !lines.isEmpty else { return h.emptyState(words.mineEmpty, words.mineEmptyText, icon: .mail) }
        h.p(words.mineLead, .class("lead"))
        h.dataTable(
            DataTable(
                words.mine, columns: [Column(words.about), Column(words.rhythm)],
                rows: lines.map { line in
                    [
                        line.link.map { TableCell.link(line.title, $0) } ?? .text(words.gone),
                        .text(line.rhythm == .daily ? words.daily : words.weekly),
                    ]
                }, isCaptionHidden: true))
        h.postForm(to: LearningPath.digests.link(), visit) {
            h.actions { h.submitButton(words.end, .final) }
        }
    }
}

/// `/lernnetz/abbestellen/{token}`
func unsubscribePage(_ visit: Visit, _ token: String, _ texts: LearningTexts) -> Answer {
    let words = texts.digest
    return visit.page(PageHead(words.endQuestion, section: LearningRoom.name, isPrivate: true)) { h in
        h.confirmPage(
            words.endQuestion, consequences: [words.endText], action: LearningPath.unsubscribe.link(token),
            button: words.end, cancel: LearningPath.start.link(), token: visit.formToken)
    }
}

/// After the link was used, or where it is not known.
func closedDigestPage(_ visit: Visit, isDone: Bool, _ texts: LearningTexts) -> Answer {
    let words = texts.digest
    let title = isDone ? words.ended : words.unknownLink
    return visit.page(
        PageHead(title, section: LearningRoom.name, isPrivate: true), status: isDone ? 200 : 404
    ) { h in
        if isDone {
            h.confirmationPanel(words.ended, words.endedText)
        } else {
            h.h1(words.unknownLink)
            h.p(words.unknownText)
        }
    }
}
