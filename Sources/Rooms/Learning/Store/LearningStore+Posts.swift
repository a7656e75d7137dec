import LearningNetwork
package import Prevention
import Storage
import Web

extension Role: SQLConvertible {}

extension LearningStore {
    /// A conversation, oldest post first.
    package func posts(about reference: Reference) async throws -> [Post] {
        try await database.read { r in
            try Self.posts(r, "p.aboutKind = \(reference.kind) AND p.aboutId = \(reference.id)")
        }
    }

    package func post(_ id: ID<Post>) async throws -> Post? {
        try await database.read { r in try Self.posts(r, "p.id = \(id)").first }
    }

    static func posts(_ r: Reader, _ condition: SQL) throws -> [Post] {
        var versions: [String: [PostVersion]] = [:]
        try r.each(
            """
            SELECT v.postId, v.words, v.at FROM learningPostVersion AS v JOIN learningPost AS p ON p.id = v.postId
            WHERE \(condition)
            ORDER BY v.postId, v.n
            """
        ) { row in versions[try row.get(0), default: []].append(PostVersion(try row.get(1), at: try row.get(2))) }
        let found = versions
        return try r.rows(
            """
            SELECT p.id, p.aboutKind, p.aboutId, p.parentId, p.accountId, p.role, p.place, p.at, p.withdrawnAt
            FROM learningPost AS p
            WHERE \(condition)
            ORDER BY p.at, p.id
            """
        ) { row in
            let id: ID<Post> = try row.get(0)
            return Post(
                id: id, about: Reference(try row.get(1), try row.get(2, as: String.self)),
                parentID: try row.optional(3),
                author: PostAuthor(account: try row.get(4), role: try row.get(5), place: try row.get(6)),
                at: try row.get(7), versions: found[id.text] ?? [], withdrawnAt: try row.optional(8))
        }
    }

    /// Adds a post; an answer belongs to a post of the same conversation.
    package func add(
        _ text: String, about reference: Reference, answering parent: ID<Post>?, by author: PostAuthor, _ trace: Trace
    ) async throws -> ID<Post> {
        let id = ID<Post>()
        try await database.write { w in
            if let parent {
                let known = try w.value(
                    """
                    SELECT count(*) FROM learningPost
                    WHERE id = \(parent) AND aboutKind = \(reference.kind) AND aboutId = \(reference.id)
                    """, as: Int.self)
                guard known == 1 else { throw LearningRefusal.notNow }
            }
            try w.run(
                """
                INSERT INTO learningPost (id, aboutKind, aboutId, parentId, accountId, role, place, at)
                VALUES (\(id), \(reference.kind), \(reference.id), \(parent), \(author.account), \(author.role),
                    \(author.place), \(trace.at))
                """)
            try w.run(
                "INSERT INTO learningPostVersion (postId, n, words, at) VALUES (\(id), 1, \(text), \(trace.at))")
            try w.audit(trace.entry("learning.post.add", Reference(.thread, id)))
        }
        return id
    }

    /// Adds a new version of one's own post.
    package func edit(_ id: ID<Post>, _ text: String, by account: String, _ trace: Trace) async throws {
        try await change(id) { w, post in
            try Conversation.checkEdit(
                author: post.author.account, by: account, postedAt: post.at, isWithdrawn: post.withdrawnAt != nil,
                at: trace.at)
            guard text != post.text else { return }
            try w.run(
                """
                INSERT INTO learningPostVersion (postId, n, words, at)
                VALUES (\(id), \(post.versions.count + 1), \(text), \(trace.at))
                """)
            try w.audit(trace.entry("learning.post.edit", Reference(.thread, id)))
        }
    }

    /// Takes one's own post back: that there was one stays, every version of its words goes.
    package func withdraw(_ id: ID<Post>, by account: String, _ trace: Trace) async throws {
        try await change(id) { w, post in
            try Conversation.checkWithdrawal(
                author: post.author.account, by: account, isWithdrawn: post.withdrawnAt != nil)
            try w.run("UPDATE learningPost SET withdrawnAt = \(trace.at) WHERE id = \(id)")
            try w.run("DELETE FROM learningPostVersion WHERE postId = \(id)")
            try w.audit(trace.entry("learning.post.withdraw", Reference(.thread, id)))
        }
    }

    private func change(_ id: ID<Post>, _ work: @escaping @Sendable (Writer, Post) throws -> Void) async throws {
        try await database.write { w in
            guard let post = try Self.posts(w, "p.id = \(id)").first else { throw LearningRefusal.notNow }
            do { try work(w, post) } catch let refusal as Conversation.Refusal { throw LearningRefusal.post(refusal) }
        }
    }
}
