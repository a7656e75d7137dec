import Prevention
import Rounds

/// Rundengedächtnis: results computed again from what was stored. What is stored of a round only grows, so they stay
/// true; a page that shows one does not cost a clearing each time, however many ask at once.
package actor RoundMemory {
    struct Key: Hashable {
        let round: ID<Round>
        /// How many stored inputs it was computed from.
        let inputs: Int
    }

    /// As many as are kept.
    private static let most = 8
    private var kept: [(key: Key, outcome: RoundOutcome)] = []
    /// How often something had to be computed.
    package private(set) var computations = 0

    func outcome(_ key: Key) -> RoundOutcome? { kept.first { $0.key == key }?.outcome }

    /// The result under the key, computed where nobody has asked for it before; one after the other.
    func outcome(_ key: Key, _ compute: @Sendable () throws -> RoundOutcome) rethrows -> RoundOutcome {
        if let known = outcome(key) { return known }
        let outcome = try compute()
        computations += 1
        kept = kept.suffix(Self.most - 1) + [(key, outcome)]
        return outcome
    }
}
