import Design
import HTML
import Mail
import Texts
import Web

/// `/-/postausgang`
func outboxPage(_ visit: Visit, _ mails: [Outbox.Entry], _ texts: MailroomTexts) -> Answer {
    visit.page(PageHead(texts.outbox.title, isPrivate: true)) { h in
        h.h1(texts.outbox.title)
        h.p(texts.outbox.lead, .class("lead"))
        guard !mails.isEmpty else {
            h.emptyState(texts.outbox.empty, texts.outbox.emptyHint, icon: .mail)
            return
        }
        let columns = [texts.columns.subject, texts.columns.to, texts.columns.date].map { Column($0) }
        let rows = mails.map { mail in
            [
                TableCell.link(mail.subject, MailroomPath.filed.link(mail.name)), .text(mail.to),
                .text(mail.date),
            ]
        }
        h.dataTable(DataTable(texts.outbox.caption, columns: columns, rows: rows))
    }
}

/// `/-/postausgang/….eml`
func filedPage(_ visit: Visit, _ mail: Outbox.Entry, _ texts: MailroomTexts) -> Answer {
    visit.page(PageHead(mail.subject, isPrivate: true)) { h in
        h.p { h.a(texts.outbox.back, .href(MailroomPath.outbox.link())) }
        h.h1(mail.subject)
        h.descriptionList([(texts.columns.to, mail.to), (texts.columns.date, mail.date)])
        h.card {
            h.div(.lang(mail.language)) {
                for paragraph in paragraphs(mail.text) {
                    h.p {
                        for (index, line) in paragraph.enumerated() {
                            if index > 0 { h.br() }
                            mailLine(h, line)
                        }
                    }
                }
            }
        }
    }
}

/// A line that is nothing but an address becomes a link, as mail programs show it.
private func mailLine(_ h: HTML, _ line: String) {
    if line.hasPrefix("http"), !line.contains(" "), let link = Link.outside(line) {
        h.a(line, .href(link))
    } else {
        h.text(line)
    }
}

/// The lines between blank lines.
private func paragraphs(_ text: String) -> [[String]] {
    text.split(separator: "\n", omittingEmptySubsequences: false)
        .split { $0.isEmpty }
        .map { $0.map(String.init) }
}
