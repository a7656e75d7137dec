import HTML
import LearningNetwork
import Prevention
import Storage
import Texts
import Web

/// What a conversation's page shows.
struct ThreadModel: Sendable {
    let about: Reference
    let object: LearningPorts.Object
    let posts: [Post]
    /// Key of the visitor's account.
    let account: String
    /// The post that the visitor is answering.
    let answering: Post?
    let digest: DigestRhythm?
}

extension LearningRoom {
    func addThreads(to routes: inout RouteTable) {
        routes.get(LearningPath.thread.pattern, allow: .signedIn, showThread)
        routes.post(LearningPath.thread.pattern, allow: .signedIn, bodyLimit: 65_536, addPost)
        routes.post(LearningPath.threadDigest.pattern, allow: .signedIn, bodyLimit: 16_384, orderThreadDigest)
        routes.get(LearningPath.editPost.pattern, allow: .signedIn, editPost)
        routes.post(LearningPath.editPost.pattern, allow: .signedIn, bodyLimit: 65_536, editPost)
        routes.post(LearningPath.withdrawPost.pattern, allow: .signedIn, bodyLimit: 16_384, withdrawPost)
        routes.get(LearningPath.digests.pattern, allow: .signedIn, showDigests)
        routes.post(LearningPath.digests.pattern, allow: .signedIn, bodyLimit: 16_384, endDigests)
        routes.get(LearningPath.unsubscribe.pattern, allow: .personalLink, showUnsubscription)
        routes.post(LearningPath.unsubscribe.pattern, allow: .personalLink, bodyLimit: 16_384, unsubscribe)
    }

    /// The conversation of the address, if it hangs on something and the visitor may join it.
    ///
    /// - Throws: `NotFound` for every other kind, for things that do not exist and for those that others talk about.
    private func thread(_ visit: Visit) async throws -> (Reference, LearningPorts.Object, Account) {
        let account = try visit.signedInAccount()
        let key = visit.parameters["id"] ?? ""
        let isKey = (1...100).contains(key.utf8.count) && key.utf8.allSatisfy { $0 > 32 && $0 < 127 }
        guard isKey, let kind = visit.parameters["kind"].flatMap(Reference.Kind.init(rawValue:)),
            Conversation.places.contains(kind)
        else { throw NotFound() }
        let reference = Reference(kind, key)
        guard try await mayJoin(reference, account), let object = try await title(of: reference, visit.language) else {
            throw NotFound()
        }
        return (reference, object, account)
    }

    private func model(
        _ visit: Visit, _ reference: Reference, _ object: LearningPorts.Object, _ account: Account, answering: String?
    ) async throws -> ThreadModel {
        let posts = try await store.posts(about: reference)
        return ThreadModel(
            about: reference, object: object, posts: posts, account: account.id,
            answering: posts.first { $0.id.text == answering && $0.withdrawnAt == nil },
            digest: try await store.subscriptions(of: account.id).first { $0.about == reference }?.rhythm)
    }

    /// `GET /lernnetz/gespraech/practice/7…`
    @Sendable func showThread(_ visit: Visit) async throws -> Answer {
        let (reference, object, account) = try await thread(visit)
        let model = try await model(visit, reference, object, account, answering: visit.query.text("antwort"))
        return threadPage(visit, model, try FormReader(visit), texts[visit.language])
    }

    /// `POST /lernnetz/gespraech/practice/7…`
    @Sendable func addPost(_ visit: Visit) async throws -> Answer {
        let (reference, object, account) = try await thread(visit)
        var form = try FormReader(visit)
        let text = form.required("text") { $0.longText("text", max: Conversation.longest) }
        let answering = visit.form.text("antwort")
        guard let text, form.isComplete else {
            let model = try await model(visit, reference, object, account, answering: answering)
            return threadPage(visit, model, form, texts[visit.language])
        }
        let author = try await author(account)
        let parent = answering.flatMap { ID<Post>($0) }
        return try await acting(visit, back: LearningPath.thread.link(reference.kind.rawValue, reference.id)) {
            _ = try await store.add(
                text, about: reference, answering: parent, by: author, Trace(account.auditActor, at: visit.now))
        }
    }

    /// A post of the visitor's own, in a conversation that the visitor may still join.
    private func ownPost(_ visit: Visit) async throws -> (Post, Account) {
        let account = try visit.signedInAccount()
        guard let post = try await store.post(try visit.id(of: Post.self)), post.author.account == account.id,
            try await mayJoin(post.about, account)
        else { throw NotFound() }
        return (post, account)
    }

    /// `GET` and `POST /lernnetz/beitraege/7…/bearbeiten`
    @Sendable func editPost(_ visit: Visit) async throws -> Answer {
        let (post, account) = try await ownPost(visit)
        let back = LearningPath.thread.link(post.about.kind.rawValue, post.about.id)
        guard post.withdrawnAt == nil else { throw NotFound() }
        let words = texts[visit.language]
        var form = try FormReader(visit)
        guard visit.method == "POST" else { return postForm(visit, form, post, words) }
        let text = form.required("text") { $0.longText("text", max: Conversation.longest) }
        guard let text, form.isComplete else { return postForm(visit, form, post, words) }
        return try await acting(visit, back: back) {
            try await store.edit(post.id, text, by: account.id, Trace(account.auditActor, at: visit.now))
        }
    }

    @Sendable func withdrawPost(_ visit: Visit) async throws -> Answer {
        let (post, account) = try await ownPost(visit)
        return try await acting(visit, back: LearningPath.thread.link(post.about.kind.rawValue, post.about.id)) {
            try await store.withdraw(post.id, by: account.id, Trace(account.auditActor, at: visit.now))
        }
    }

    // MARK: Digest

    @Sendable func orderThreadDigest(_ visit: Visit) async throws -> Answer {
        let (reference, _, account) = try await thread(visit)
        let rhythm = visit.form.text("rhythmus").flatMap(DigestRhythm.init(rawValue:))
        try await store.subscribe(
            account.id, to: reference, rhythm, language: visit.language.tag, Trace(account.auditActor, at: visit.now))
        return .redirect(to: LearningPath.thread.link(reference.kind.rawValue, reference.id), in: visit.language)
    }

    /// `GET /lernnetz/sammelmail`
    @Sendable func showDigests(_ visit: Visit) async throws -> Answer {
        let account = try visit.signedInAccount()
        var lines: [(title: String, link: Link?, rhythm: DigestRhythm)] = []
        for subscription in try await store.subscriptions(of: account.id) {
            if subscription.about.kind == .group {
                let group = try await ID<LearningGroup>(subscription.about.id).asyncMap { try await store.group($0) }
                lines.append(
                    (group?.title ?? "", group.map { LearningPath.group.link($0.id.text) }, subscription.rhythm))
            } else {
                let mayJoin = try await mayJoin(subscription.about, account)
                let object = mayJoin ? try await title(of: subscription.about, visit.language) : nil
                let link = LearningPath.thread.link(subscription.about.kind.rawValue, subscription.about.id)
                lines.append((object?.title ?? "", object == nil ? nil : link, subscription.rhythm))
            }
        }
        return digestsPage(visit, lines, texts[visit.language])
    }

    @Sendable func endDigests(_ visit: Visit) async throws -> Answer {
        let account = try visit.signedInAccount()
        try await store.unsubscribe(account.id, Trace(account.auditActor, at: visit.now))
        return .redirect(to: LearningPath.digests.link(), in: visit.language)
    }

    /// `GET /lernnetz/abbestellen/{token}`: asks once; nothing changes by opening the link.
    @Sendable func showUnsubscription(_ visit: Visit) async throws -> Answer {
        let token = visit.parameters["token"] ?? ""
        guard try await store.account(ofToken: token) != nil else {
            return closedDigestPage(visit, isDone: false, texts[visit.language])
        }
        return unsubscribePage(visit, token, texts[visit.language])
    }

    @Sendable func unsubscribe(_ visit: Visit) async throws -> Answer {
        guard let account = try await store.account(ofToken: visit.parameters["token"] ?? "") else {
            return closedDigestPage(visit, isDone: false, texts[visit.language])
        }
        try await store.unsubscribe(account, Trace(.user(account), at: visit.now))
        return closedDigestPage(visit, isDone: true, texts[visit.language])
    }
}

extension Optional {
    fileprivate func asyncMap<Result>(_ work: (Wrapped) async throws -> Result?) async rethrows -> Result? {
        guard let self else { return nil }
        return try await work(self)
    }
}
