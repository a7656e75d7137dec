import Prevention
import Storage
import Transfers
import Workflow

extension Participant.Kind: SQLConvertible {}
extension LinkType.Obligation: SQLConvertible {}
extension TransferOffer.Kind: SQLConvertible {}
extension Transfer.Origin: SQLConvertible {}
extension TransferPart: SQLConvertible {}
extension Redemption: SQLConvertible {}
extension EvaluationRecord.Reached: SQLConvertible {}

extension Reference {
    /// Stored as `kind/key`.
    init?(stored text: String) {
        let parts = text.split(separator: "/", maxSplits: 1).map(String.init)
        guard parts.count == 2, let kind = Kind(rawValue: parts[0]) else { return nil }
        self.init(kind, parts[1])
    }

    var stored: String { "\(kind.rawValue)/\(id)" }

    /// Who acts, as courses and bookings name it.
    init(_ actor: AuditActor) {
        let user = "user:"
        self =
            actor.text.hasPrefix(user)
            ? Reference(.user, String(actor.text.dropFirst(user.count))) : Reference(.body, actor.text)
    }
}

/// Beschädigter Datensatz: a stored row says something that cannot be; names the row, never its content.
struct BrokenRecord: Error, CustomStringConvertible {
    let record: String

    init(_ record: String) { self.record = record }

    var description: String { "Der Datensatz \(record) der Transferbörse ist nicht lesbar." }
}

extension Row {
    func reference(_ column: String) throws -> Reference {
        guard let reference = Reference(stored: try get(column)) else { throw BrokenRecord(column) }
        return reference
    }

    func account(_ column: String) throws -> Transfers.Account {
        guard let account = Transfers.Account(try get(column, as: String.self)) else { throw BrokenRecord(column) }
        return account
    }

    func parts(_ column: String) throws -> Set<TransferPart> {
        Set(try get(column, as: String.self).split(separator: ",").compactMap { TransferPart(rawValue: String($0)) })
    }
}

extension Booking.Purpose {
    /// The stored form, in columns.
    var columns: (purpose: String, part: TransferPart?, transfer: ID<Transfer>?, period: String?, reversed: String?) {
        switch self {
        case .part(let part, let transfer): ("part", part, transfer, nil, nil)
        case .fundIssue(let period): ("issue", nil, nil, period.description, nil)
        case .expiry: ("expiry", nil, nil, nil, nil)
        case .redemption: ("redemption", nil, nil, nil, nil)
        case .closing: ("closing", nil, nil, nil, nil)
        case .reversal(let key): ("reversal", nil, nil, nil, key)
        }
    }

    var redemption: Redemption? {
        guard case .redemption(let use) = self else { return nil }
        return use
    }

    init(_ row: Row) throws {
        switch try row.get("purpose", as: String.self) {
        case "part": self = .part(try row.get("part"), try row.get("transferId"))
        case "issue":
            guard let period = Period(try row.get("period", as: String.self)) else { throw BrokenRecord("period") }
            self = .fundIssue(period)
        case "expiry": self = .expiry
        case "redemption": self = .redemption(try row.get("redeemedFor"))
        case "closing": self = .closing
        case "reversal": self = .reversal(of: try row.get("reversed"))
        default: throw BrokenRecord("purpose")
        }
    }
}

extension Booking {
    init(_ row: Row) throws {
        self.init(
            key: try row.get("bookingKey"), from: try row.account("fromAccount"), to: try row.account("toAccount"),
            points: try row.get("points"), purpose: try Purpose(row), actor: try row.reference("actor"),
            at: try row.get("at"), reason: try row.get("reason"))
    }
}
