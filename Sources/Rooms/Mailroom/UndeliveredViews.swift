import Design
import HTML
import Mail
import Prevention
import Texts
import Web

/// `/poststelle`
func undeliveredPage(
    _ visit: Visit, _ items: [MailQueue.Item], _ counts: [MailState: Int], _ texts: MailroomTexts
) -> Answer {
    let words = texts.undelivered
    return visit.page(PageHead(words.title, section: MailroomRoom.name, isPrivate: true)) { h in
        h.h1(words.title)
        h.p(words.lead, .class("lead"))
        let formats = Formats(visit.language)
        h.dataTable(
            DataTable(
                words.states, columns: [Column(texts.columns.state), Column(words.count, isNumeric: true)],
                rows: MailState.allCases.map { state in
                    [.text(texts[state]), .number(formats.number(counts[state] ?? 0), Double(counts[state] ?? 0))]
                }))
        guard !items.isEmpty else {
            h.emptyState(words.empty, words.emptyHint, icon: .mail)
            return
        }
        h.dataTable(undelivered(items, texts, formats))
    }
}

private func undelivered(_ items: [MailQueue.Item], _ texts: MailroomTexts, _ formats: Formats) -> DataTable {
    let columns = texts.columns
    return DataTable(
        texts.undelivered.caption,
        columns: [
            Column(columns.created), Column(columns.about), Column(columns.state),
            Column(columns.attempts, isNumeric: true),
            Column(columns.reply), Column(columns.action),
        ],
        rows: items.map { item in
            [
                .text(formats.moment(item.createdAt)), .text(texts[about: item.about.kind]),
                .badge(texts[item.state], item.state == .failed ? .danger : .warning),
                .number(formats.number(item.attempts), Double(item.attempts)), .text(reply(item.reply, texts)),
                .link(texts.undelivered.again, MailroomPath.again.link(item.id.text)),
            ]
        })
}

private func reply(_ reply: SMTPReply, _ texts: MailroomTexts) -> String {
    let words = reply.words.isEmpty ? texts.noReply : reply.words
    return reply.code == 0 ? words : "\(reply.code) \(words)"
}

/// `/poststelle/…/neuer-versand`
func againPage(_ visit: Visit, _ item: MailQueue.Item, _ texts: MailroomTexts) -> Answer {
    let words = texts.undelivered
    return visit.page(PageHead(words.againTitle, section: MailroomRoom.name, isPrivate: true)) { h in
        h.confirmPage(
            words.againTitle, consequences: [item.state == .failed ? words.againFailed : words.againUncertain],
            action: MailroomPath.again.link(item.id.text), button: words.again,
            cancel: MailroomPath.undelivered.link(), token: visit.formToken)
    }
}
