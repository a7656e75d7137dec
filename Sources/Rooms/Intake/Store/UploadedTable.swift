import Offers
import Prevention
import Storage
import Tables
import Web

/// Hochgeladene Tabelle: a waiting file of offers or providers with how its columns are to be read.
struct UploadedTable: Sendable {
    /// What its rows are.
    enum Kind: String, CaseIterable, Sendable, SQLConvertible {
        case offers, providers
    }

    let file: WaitingFile
    let kind: Kind
    var mapping: OfferMapping

    init(_ file: WaitingFile, _ kind: Kind, _ mapping: OfferMapping) {
        self.file = file
        self.kind = kind
        self.mapping = mapping
    }

    /// `nil` if the file is of a kind that the program does not know any more.
    init?(_ file: WaitingFile) {
        guard let kind = Kind(rawValue: file.kind) else { return nil }
        self.init(file, kind, OfferMapping(storedText: file.mapping, origin: file.origin))
    }

    /// What the change log says about it.
    func entry(_ action: String, by actor: AuditActor, at now: Instant) -> AuditEntry {
        let object = Reference(kind == .offers ? .offer : .provider, file.origin)
        return AuditEntry(actor: actor, action: action, object: object, at: now)
    }
}

extension OfferMapping {
    /// The chosen columns as they are stored; read again by `init(storedText:origin:)`.
    var storedText: String {
        let members = columns.sorted { $0.key.rawValue < $1.key.rawValue }.map { column, heading in
            (column.rawValue, heading.map(JSONValue.text) ?? .null)
        }
        return JSONValue.record([("columns", .object(members.map { JSONValue.Member($0.0, $0.1) }))]).description
    }

    /// A mapping of an earlier version of the program that is not understood any more starts anew.
    init(storedText: String, origin: String) {
        self = JSONValue(json: storedText).flatMap { try? OfferMapping(json: $0) } ?? OfferMapping()
        self.origin = origin
    }
}
