package import LearningNetwork
package import Prevention
package import Web

/// Beitrag in a conversation.
package struct Post: Hashable, Sendable {
    package let id: ID<Post>
    /// What the conversation is about.
    package let about: Reference
    /// The post that it answers; `nil` if it begins something.
    package let parentID: ID<Post>?
    package let author: PostAuthor
    package let at: Instant
    /// Oldest first; empty once withdrawn.
    package let versions: [PostVersion]
    package let withdrawnAt: Instant?

    package init(
        id: ID<Post> = ID(), about: Reference, parentID: ID<Post>? = nil, author: PostAuthor, at: Instant,
        versions: [PostVersion], withdrawnAt: Instant? = nil
    ) {
        self.id = id
        self.about = about
        self.parentID = parentID
        self.author = author
        self.at = at
        self.versions = versions
        self.withdrawnAt = withdrawnAt
    }

    /// What it says now; empty once withdrawn.
    package var text: String { versions.last?.text ?? "" }
    package var isEdited: Bool { versions.count > 1 }
}

/// Fassung eines Beitrags.
package struct PostVersion: Hashable, Sendable {
    package let text: String
    package let at: Instant

    package init(_ text: String, at: Instant) {
        self.text = text
        self.at = at
    }
}

/// Wer schreibt: shown as role and municipality, never by name.
package struct PostAuthor: Hashable, Sendable {
    /// Key of the account.
    package let account: String
    package let role: Role
    /// Name of the municipality; empty for roles that hold everywhere.
    package let place: String

    package init(account: String, role: Role, place: String) {
        self.account = account
        self.role = role
        self.place = place
    }
}

/// Abonnement: what somebody wants to hear of by digest.
package struct Subscription: Hashable, Sendable {
    package let account: String
    /// A group, or the object of a conversation.
    package let about: Reference
    package let rhythm: DigestRhythm
    /// Language tag of the mails.
    package let language: String
    /// Everything up to here has been told.
    package let toldUntil: Instant
}

/// Why the room refuses what somebody wants to do; the pages know the words.
package enum LearningRefusal: Error, Hashable, Sendable {
    /// Not at this stage.
    case notNow
    /// It exists already.
    case twice
    /// The place is already taken on the agenda, by the rules of the wall.
    case wall(OpenSpace.Refusal)
    case post(Conversation.Refusal)
}
