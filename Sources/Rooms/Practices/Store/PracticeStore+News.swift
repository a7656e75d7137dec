import Storage

extension PracticeStore {
    /// Number of the newest audit entry, and whether one about a practice came after `number`; `nil`: any.
    func news(after number: Int?) async throws -> (head: Int, isNew: Bool) {
        try await database.read { r in
            let head = try r.auditHead().n
            guard let number else { return (head, true) }
            if head == number { return (head, false) }
            let count: Int? = try r.value(
                "SELECT count(*) FROM audit WHERE n > \(number) AND objectKind = \("practice")")
            return (head, count ?? 0 > 0)
        }
    }
}
