import Crypto
import Disclosure
import Prevention
import Tables

extension GateReport {
    /// The decision as JSON for the register: rules, what was examined and how it came out.
    var rulesText: String {
        let rules = rules.map { rule in
            JSONValue.record([
                ("indicator", .text(rule.indicator)), ("threshold", .int(rule.threshold)),
                ("hidesZero", .bool(rule.hidesZero)),
                ("dominance", rule.dominance.map { .text($0.description) } ?? .null),
            ])
        }
        let counts = Verdict.allCases.map { ($0.rawValue, JSONValue.int(count($0))) }.filter { $0.1 != .int(0) }
        return JSONValue.record([
            ("rules", .list(rules)), ("periods", .texts(request.periods.map(\.description))),
            ("criterion", .text("width >= 1, threshold possible")), ("cells", .record(counts)),
            ("withFacilities", .bool(request.withFacilities)),
            ("linkedPeriods", .texts(linkedPeriods.map(\.description))), ("linked", .texts(linked)),
            ("examined", .int(examined)), ("sums", .int(sums)), ("known", .int(known)),
            ("isProvenBest", .bool(isProvenBest)),
        ]).description
    }

    /// SHA-256 over rules and cells, as hexadecimal digits.
    static func fingerprint(_ request: PublicationRequest, _ rules: [Rule], _ cells: [Cell]) -> String {
        var hasher = SHA256()
        func take(_ parts: [String]) { hasher.update(data: Array((parts.joined(separator: "\t") + "\n").utf8)) }
        for rule in rules {
            take([rule.indicator, "\(rule.threshold)", "\(rule.hidesZero)", rule.dominance?.description ?? "-"])
        }
        for cell in cells {
            let value = cell.value
            let numbers = [value.value, value.events, value.base].map { $0.map { "\($0)" } ?? "-" }
            take([cell.indicator, cell.place.text, cell.period.description, cell.verdict.rawValue] + numbers)
        }
        let digits = Array("0123456789abcdef")
        return String(hasher.finalize().flatMap { [digits[Int($0 >> 4)], digits[Int($0 & 15)]] })
    }
}
