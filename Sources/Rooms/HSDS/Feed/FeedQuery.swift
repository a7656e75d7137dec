import Offers
import Prevention
import Web

/// Anfrage an den Feed: the parameters of all lists, read and checked.
struct FeedQuery: Sendable, Equatable {
    enum Format: String, Sendable { case json, ndjson }

    var search = ""
    var page = 1
    var perPage = 50
    var format = Format.json
    var termID: String?
    var taxonomyID: String?
    var organizationID: String?
    var modifiedAfter: Instant?
    var isMinimal = false
    var isFull = false
    /// Years, as the UK profile means them: the offer's minimum age is at least this.
    var minimumAge: Double?
    /// Years: the offer's maximum age is at most this.
    var maximumAge: Double?
    /// Our own: months; the offer fits a child of this age, unknown ages fit.
    var ageMonths: Int?
    var startTime: WallTime?
    var endTime: WallTime?
    /// 1 = Monday … 7 = Sunday.
    var day: Int?
    var postcode: String?
    /// Metres around the postcode's centre.
    var proximity: Int?
    var isTopOnly = false
    var parentID: String?
    /// Organisations: with their services (`full_service`).
    var withServices = false

    static let largestPage = 500
    static let longestSearch = 100
}

/// Reads the parameters; every wrong value is a problem, unknown names are ignored.
struct FeedQueryReader {
    private let fields: Fields
    private(set) var problems: [FieldProblem] = []

    init(_ fields: Fields) { self.fields = fields }

    mutating func read() -> FeedQuery {
        var query = FeedQuery()
        query.search = given("search") ?? ""
        if query.search.unicodeScalars.count > FeedQuery.longestSearch {
            wrong(
                "search", "höchstens \(FeedQuery.longestSearch) Zeichen / at most \(FeedQuery.longestSearch) characters"
            )
        }
        query.page = integer("page", 1...1_000_000) ?? 1
        query.perPage = integer("per_page", 1...FeedQuery.largestPage) ?? 50
        if let format = given("format") {
            if let known = FeedQuery.Format(rawValue: format) {
                query.format = known
            } else {
                wrong("format", "json, ndjson")
            }
        }
        query.termID = key("taxonomy_term_id")
        query.taxonomyID = key("taxonomy_id")
        query.organizationID = key("organization_id")
        query.parentID = key("parent_id")
        query.modifiedAfter = instant("modified_after")
        query.isMinimal = flag("minimal")
        query.isFull = flag("full")
        query.isTopOnly = flag("top_only")
        query.withServices = flag("full_service")
        query.minimumAge = number("minimum_age", 0...150)
        query.maximumAge = number("maximum_age", 0...150)
        query.ageMonths = integer("age_months", -9...324)
        query.startTime = time("start_time")
        query.endTime = time("end_time")
        query.day = weekday()
        query.postcode = postcode()
        query.proximity = integer("proximity", 1...1_000_000)
        return query
    }

    /// The value as it was sent; an empty one counts as given and is then wrong.
    private func given(_ name: String) -> String? { fields.all.first { $0.name == name }?.value }

    private mutating func wrong(_ name: String, _ expected: String) {
        problems.append(FieldProblem(name, "\(name): erwartet / expected \(expected)"))
    }

    private mutating func integer(_ name: String, _ range: ClosedRange<Int>) -> Int? {
        guard let text = given(name) else { return nil }
        if text.utf8.count <= 9, let value = Int(text), range.contains(value) { return value }
        wrong(name, "\(range.lowerBound)…\(range.upperBound)")
        return nil
    }

    private mutating func number(_ name: String, _ range: ClosedRange<Double>) -> Double? {
        guard let text = given(name) else { return nil }
        let isPlain = text.utf8.count <= 40 && text.utf8.allSatisfy { (43...57).contains($0) || $0 | 0x20 == 0x65 }
        if isPlain, let value = Double(text), range.contains(value) { return value }
        wrong(name, "\(Int(range.lowerBound))…\(Int(range.upperBound))")
        return nil
    }

    private mutating func key(_ name: String) -> String? {
        guard let text = given(name) else { return nil }
        if let id = ID<Void>(text) { return id.text }
        wrong(name, "UUID")
        return nil
    }

    private mutating func flag(_ name: String) -> Bool {
        switch given(name)?.lowercased() {
        case nil, "false", "0": return false
        case "true", "1": return true
        default:
            wrong(name, "true, false")
            return false
        }
    }

    private mutating func instant(_ name: String) -> Instant? {
        guard let text = given(name) else { return nil }
        if let instant = Instant(text) { return instant }
        if let day = Day(text) { return Instant("\(day)T00:00:00Z") }
        wrong(name, "2026-01-31 oder / or 2026-01-31T12:00:00Z")
        return nil
    }

    private mutating func time(_ name: String) -> WallTime? {
        guard let text = given(name) else { return nil }
        let isExact = text.utf8.count == 5 && text.utf8.dropFirst(2).first == UInt8(ascii: ":")
        if isExact, let time = WallTime(text) { return time }
        wrong(name, "09:30")
        return nil
    }

    private mutating func weekday() -> Int? {
        guard let text = given("day")?.uppercased() else { return nil }
        let codes = ["MO", "TU", "WE", "TH", "FR", "SA", "SU"]
        if let index = codes.firstIndex(of: String(text.prefix(2))), text.utf8.count <= 9 { return index + 1 }
        wrong("day", codes.joined(separator: ", "))
        return nil
    }

    private mutating func postcode() -> String? {
        guard let text = given("postcode") else { return nil }
        if text.utf8.count == 5, text.utf8.allSatisfy({ (48...57).contains($0) }) { return text }
        wrong("postcode", "59423")
        return nil
    }
}
