import LearningNetwork
package import Mail
package import Prevention
import Storage
import Texts
import Web

/// Absender der Sammelmails: where mails go and how they name the house.
package struct DigestPost: Sendable {
    let queue: MailQueue
    let houseName: String
    /// Address of the house without a slash at its end.
    let publicURL: String

    package init(queue: MailQueue, houseName: String, publicURL: String?) {
        self.queue = queue
        self.houseName = houseName
        self.publicURL = publicURL ?? "http://127.0.0.1:8080"
    }
}

extension LearningRoom {
    /// Sends every digest whose period has ended: one mail for each account and rhythm, nothing where there is no news.
    ///
    /// Running it again, or on two instances at once, sends nothing twice. What an account may not read any more is left out.
    ///
    /// - Returns: how many mails went into the queue.
    @discardableResult
    package func sendDigests(at now: Instant) async throws -> Int {
        guard let post else { return 0 }
        var count = 0
        for rhythm in DigestRhythm.allCases {
            let period = DigestPeriod(rhythm, endedBy: now)
            let due = try await store.subscriptions(rhythm, before: period.end)
            for (account, mine) in Dictionary(grouping: due, by: \.account).sorted(by: { $0.key < $1.key }) {
                count += try await send(mine, to: account, period, through: post, at: now) ? 1 : 0
            }
        }
        return count
    }

    private func send(
        _ subscriptions: [Subscription], to key: String, _ period: DigestPeriod, through post: DigestPost,
        at now: Instant
    ) async throws -> Bool {
        guard let id = ID<Account>(key), let record = try await accounts.account(id), record.disabledAt == nil else {
            return false
        }
        let language = subscriptions.first.flatMap { first in Language.allCases.first { $0.tag == first.language } }
        let words = Digest(texts: texts[language ?? .german], language: language ?? .german, post: post)
        var parts: [String] = []
        for subscription in subscriptions {
            parts += try await part(of: subscription, for: record.account, until: period.end, words)
        }
        let found = parts
        let since = subscriptions.map(\.toldUntil).min() ?? now
        var mail: (@Sendable (String) throws -> MailMessage)?
        if let address = try? MailAddress(record.email), !found.isEmpty {
            mail = { token in try words.mail(found, to: address, period, token: token) }
        }
        return try await store.tell(
            key, period.rhythm, until: period.end, key: "learning-digest:\(key):\(period.key):\(since)",
            through: post.queue, at: now, mail: mail)
    }

    /// The paragraph about one subscription; empty if there is nothing that this reader may see.
    private func part(
        of subscription: Subscription, for account: Account, until end: Instant, _ words: Digest
    ) async throws -> [String] {
        let from = subscription.toldUntil
        if subscription.about.kind == .group {
            guard let id = ID<LearningGroup>(subscription.about.id), let group = try await store.group(id),
                LearningRights.isMember(account, of: group)
            else { return [] }
            var lines = try await store.news(of: id, after: from, until: end).map(words.line)
            for meeting in try await store.meetings(of: id) {
                let reference = Reference(.meeting, meeting.id)
                let posts = try await store.posts(about: reference, after: from, until: end)
                if !posts.isEmpty { lines += [words.heading(of: meeting.title, reference)] + posts.map(words.line) }
            }
            return lines.isEmpty ? [] : [([group.title] + lines).joined(separator: "\n")]
        }
        guard try await mayJoin(subscription.about, account),
            let title = try await title(of: subscription.about, words.language)
        else { return [] }
        let posts = try await store.posts(about: subscription.about, after: from, until: end)
        guard !posts.isEmpty else { return [] }
        let head = words.heading(of: title.title, subscription.about)
        return [([head] + posts.map(words.line)).joined(separator: "\n")]
    }

    /// Title and page of what a conversation is about; `nil` if there is no such thing.
    func title(of reference: Reference, _ language: Language) async throws -> LearningPorts.Object? {
        guard reference.kind == .meeting else { return try await ports.object(reference, language) }
        guard let id = ID<Meeting>(reference.id), let meeting = try await store.meeting(id) else { return nil }
        return LearningPorts.Object(title: meeting.title, path: LearningPath.meeting.path(id.text))
    }
}

/// The words of one digest.
struct Digest: Sendable {
    let texts: LearningTexts
    let language: Language
    let post: DigestPost

    private var words: LearningTexts.Mail { texts.mail }

    func heading(of title: String, _ reference: Reference) -> String {
        let path = LearningPath.thread.path(reference.kind.rawValue, reference.id)
        return "\(title)\n\(post.publicURL)\(language.pathPrefix)\(path)"
    }

    func line(_ post: Post) -> String {
        let author = texts.author(post.author)
        let lines = post.text.split(separator: "\n", omittingEmptySubsequences: false).map { "    " + $0 }
        return "– \(author), \(Formats(language).moment(post.at)):\n" + lines.joined(separator: "\n")
    }

    func line(_ news: GroupNews) -> String {
        let (pattern, path) =
            switch news.kind {
            case .meeting: (words.newMeeting, LearningPath.meeting.path(news.id))
            case .minutes: (words.newMinutes, LearningPath.meeting.path(news.id))
            case .lab: (words.newLab, LearningPath.lab.path(news.id))
            case .product: (words.newVersion, LearningPath.product.path(news.id))
            case .conference: (words.newConference, LearningPath.conference.path(news.id))
            }
        return "– \(pattern.filled(["title": news.title]))\n  \(post.publicURL)\(language.pathPrefix)\(path)"
    }

    func mail(
        _ parts: [String], to address: MailAddress, _ period: DigestPeriod, token: String
    ) throws -> MailMessage {
        let formats = Formats(language)
        let days = period.rhythm == .daily ? words.day : words.week
        let places = [
            "house": post.houseName, "from": formats.day(period.from),
            "to": formats.day(period.until.adding(days: -1)),
        ]
        let link = post.publicURL + language.pathPrefix + LearningPath.unsubscribe.path(token)
        let text =
            [words.greeting, days.filled(places)] + parts
            + [words.why + "\n" + link, "-- \n" + words.closing.filled(places)]
        return try MailMessage(
            from: post.queue.sender, to: address, subject: words.subject.filled(places),
            text: Self.clean(text.joined(separator: "\n\n")), language: language.tag,
            unsubscribe: link.hasPrefix("https://") ? link : nil)
    }

    /// Without control characters, which no mail may hold.
    private static func clean(_ text: String) -> String {
        String(String.UnicodeScalarView(text.unicodeScalars.filter { $0.value >= 32 && $0.value != 127 || $0 == "\n" }))
    }
}
