import Areas
package import Mail
import Practice
import Prevention
import Storage
import Texts
import Web

/// Nachricht an Nachahmerinnen: tells those responsible in the municipalities that took a practice over what is new.
package struct AdopterMail: Sendable {
    let queue: MailQueue
    let templates: MailTemplates
    /// Address of the house without a slash at its end.
    let publicURL: String

    package init(queue: MailQueue, templates: MailTemplates, publicURL: String?) {
        self.queue = queue
        self.templates = templates
        self.publicURL = publicURL ?? "http://127.0.0.1:8080"
    }

    /// Puts one mail for each responsible account into the queue, in the transaction of the step that made the news.
    ///
    /// Responsible are the coordinators of the municipality, else those of the nearest area above it. An account whose
    /// address takes no mail finds the news on its pages.
    func send(_ news: AdopterNews, _ tree: AreaTree, _ texts: TextCatalogue<WritingTexts>, _ w: Writer) throws {
        let coordinators = try AccountStore.holders(of: .coordinator, w)
        var areas: [ID<Account>: [ID<Area>]] = [:]
        for area in news.municipalities {
            for account in Self.responsible(for: area, tree, coordinators) {
                areas[account.id, default: []].append(area)
            }
        }
        for account in coordinators {
            guard let own = areas[account.id], let address = try? MailAddress(account.email) else { continue }
            let mail = try templates.practiceNews(
                letter(news, own, tree, texts, account.language), to: address, language: account.language)
            try queue.enqueue(
                mail, key: "practice-news:\(news.file.id):\(news.from):\(news.to):\(account.id)",
                about: Reference(.practice, news.file.id), by: news.actor, in: w)
        }
    }

    private static func responsible(
        for area: ID<Area>, _ tree: AreaTree, _ coordinators: [AccountRecord]
    ) -> [AccountRecord] {
        for place in [area] + tree.ancestors(of: area).map(\.id) {
            let found = coordinators.filter { record in
                record.roles.contains { grant in
                    grant.role == .coordinator && grant.organisation == nil
                        && grant.area.flatMap { AreaKey($0) }.map { ID<Area>(key: $0) } == place
                }
            }
            if !found.isEmpty { return found }
        }
        return []
    }

    private func letter(
        _ news: AdopterNews, _ areas: [ID<Area>], _ tree: AreaTree, _ texts: TextCatalogue<WritingTexts>,
        _ language: Language
    ) -> MailTemplates.PracticeNews {
        let words = EntryWords(texts[language], language, MunicipalityNames(tree))
        let titles = news.file.newest.practice.titles
        return MailTemplates.PracticeNews(
            title: titles[language.tag] ?? titles["de"] ?? "", municipalities: areas.map { words.names[$0] },
            changes: news.end.map { [words.entry.changes.ended.filled(["reason": $0])] }
                ?? news.changes.map(words.sentence), isEnd: news.end != nil, day: news.at.berlinDay,
            link: publicURL + language.pathPrefix + WritingPath.adoption.path(news.file.slug))
    }
}
