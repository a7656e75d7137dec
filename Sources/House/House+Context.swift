import Areas
import Context
import Practices
import Prevention
import Storage

extension ContextRoom {
    /// The room with what it needs from the practice database.
    init(database: Database, directory: AreaDirectory, practices: @escaping @Sendable () async throws -> [ContextPorts.PracticeFacts])
        throws
    {
        try self.init(database: database, directory: directory, ports: ContextPorts(practices: practices))
    }
}
