import Prevention
import Tables
import Web

/// Anfrage an die Schnittstelle: parameters read and checked; unknown names are ignored.
struct APIQuery {
    private(set) var page = 1
    private(set) var perPage = 100
    private(set) var period: Period?
    private(set) var area: AreaKey?
    private(set) var problems: [FieldProblem] = []

    static let largestPage = 1_000

    /// - Parameter hasPlace: whether period and area may be asked for.
    init(_ fields: Fields, hasPlace: Bool) {
        page = integer(fields, "page", 1...1_000_000) ?? page
        perPage = integer(fields, "perPage", 1...Self.largestPage) ?? perPage
        guard hasPlace else { return }
        if let text = Self.given(fields, "period") {
            period = text.utf8.count <= 20 ? Period(text) : nil
            if period == nil { wrong("period", "2022, 2022/23, 2022-Q3, 2022-06, 2022-12-31") }
        }
        if let text = Self.given(fields, "area") {
            area = text.utf8.count <= 80 ? AreaKey(text) : nil
            if area == nil { wrong("area", "05978036, 05315/101") }
        }
    }

    private static func given(_ fields: Fields, _ name: String) -> String? {
        fields.all.first { $0.name == name }?.value
    }

    private mutating func integer(_ fields: Fields, _ name: String, _ range: ClosedRange<Int>) -> Int? {
        guard let text = Self.given(fields, name) else { return nil }
        let isPlain = (1...9).contains(text.utf8.count) && text.utf8.allSatisfy { (48...57).contains($0) }
        if isPlain, let value = Int(text), range.contains(value) { return value }
        wrong(name, "\(range.lowerBound)…\(range.upperBound)")
        return nil
    }

    private mutating func wrong(_ name: String, _ expected: String) {
        problems.append(FieldProblem(name, "\(name): erwartet / expected \(expected)"))
    }

    /// What is wrong, as problem details (RFC 9457).
    var refusal: Answer {
        let object = JSONValue.record([
            ("type", .text("about:blank")), ("title", .text("Ungültige Angaben / Invalid parameters")),
            ("status", .int(400)), ("detail", .text(problems.map(\.message).joined(separator: "; "))),
        ])
        return Answer(status: 400, contentType: "application/problem+json", body: Array(object.description.utf8))
    }
}
