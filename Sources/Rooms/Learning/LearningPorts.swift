package import Prevention
package import Texts
package import Web

/// Anschlüsse: what the room asks of the others.
package struct LearningPorts: Sendable {
    /// A practice, a request or a transfer as a conversation shows it.
    package struct Object: Hashable, Sendable {
        package let title: String
        /// Path of its page: `/praxis/…`.
        package let path: String

        package init(title: String, path: String) {
            self.title = title
            self.path = path
        }
    }

    /// Title and page; `nil` if there is no such thing.
    package var object: @Sendable (Reference, Language) async throws -> Object?
    /// Whether an account may read and join the conversation about a request or a transfer: its two sides and the board.
    package var mayJoin: @Sendable (Reference, Account) async throws -> Bool

    package init(
        object: @escaping @Sendable (Reference, Language) async throws -> Object?,
        mayJoin: @escaping @Sendable (Reference, Account) async throws -> Bool
    ) {
        self.object = object
        self.mayJoin = mayJoin
    }

    /// Nobody answers: only meetings can be talked about.
    package static let none = LearningPorts(object: { _, _ in nil }, mayJoin: { _, _ in false })
}
