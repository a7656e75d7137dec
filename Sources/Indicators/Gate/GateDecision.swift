import Disclosure
import Tables

/// Entscheidung: what the register says about one publication.
package struct GateDecision: Hashable, Sendable {
    package let publication: Publication
    package let rules: [GateReport.Rule]
    package let periods: [String]
    /// Cells by verdict.
    package let counts: [GateReport.Verdict: Int]
    package let isProvenBest: Bool

    /// Reads the rules as they were stored.
    package init(_ publication: Publication) {
        self.publication = publication
        let decision = JSONValue(json: publication.rules) ?? .null
        rules = decision["rules"].items.map {
            GateReport.Rule(
                indicator: $0["indicator"].string ?? "", threshold: $0["threshold"].int ?? 0,
                hidesZero: $0["hidesZero"].boolean ?? false,
                dominance: $0["dominance"].string.flatMap { DominanceRule($0) })
        }
        periods = decision["periods"].strings
        counts = Dictionary(
            decision["cells"].members.compactMap { member in
                GateReport.Verdict(rawValue: member.name).map { ($0, member.value.int ?? 0) }
            }, uniquingKeysWith: { first, _ in first })
        isProvenBest = decision["isProvenBest"].boolean ?? false
    }
}
