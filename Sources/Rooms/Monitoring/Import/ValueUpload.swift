import Indicators
import Prevention
import Storage
import Tables
import Web

/// Hochgeladene Wertetabelle: a waiting file of values with how its columns are to be read.
struct ValueUpload: Sendable {
    /// What `WaitingFile` calls it.
    static let kind = "values"

    let file: WaitingFile
    var mapping: ValueMapping

    init(_ file: WaitingFile) {
        self.file = file
        mapping = JSONValue(json: file.mapping).flatMap { try? ValueMapping(json: $0) } ?? ValueMapping()
    }

    /// What the change log says about it.
    func entry(_ action: String, by actor: AuditActor, at now: Instant) -> AuditEntry {
        AuditEntry(actor: actor, action: action, object: Reference(.indicator, mapping.origin), at: now)
    }
}
