import Offers
import Prevention
import Storage
import Tables

/// Hochgeladene Tabelle: a file that waits to be taken over, seen only by who sent it.
struct UploadedTable: Sendable {
    /// What its rows are.
    enum Kind: String, CaseIterable, Sendable, SQLConvertible {
        case offers, providers
    }

    /// Largest accepted file; the command line takes larger ones.
    static let mostBytes = 20_000_000
    /// Tables of one account that may wait at the same time; the oldest goes first.
    static let mostWaiting = 5
    /// Hours after which a waiting table is thrown away.
    static let hours = 24

    let id: ID<UploadedTable>
    let accountID: String
    let kind: Kind
    let fileName: String
    /// Name of the list under which its rows are known again: `kita-liste`.
    let origin: String
    var mapping: OfferMapping
    let bytes: [UInt8]
    let uploadedAt: Instant
}

extension OfferMapping {
    /// The chosen columns as they are stored; read again by `init(json:)`.
    var storedText: String {
        let members = columns.sorted { $0.key.rawValue < $1.key.rawValue }.map { column, heading in
            (column.rawValue, heading.map(JSONValue.text) ?? .null)
        }
        return JSONValue.record([("columns", .object(members.map { JSONValue.Member($0.0, $0.1) }))]).description
    }
}
