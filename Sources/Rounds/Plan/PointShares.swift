import Prevention
import Transfers

/// Punkteanteile: what each giver of an offer gets for all its parts; the rule of `TransferOffer.shares`, part by part.
enum PointShares {
    static func points(
        givers: [ID<Participant>], parts: [TransferPart], _ rules: ExchangeRules
    ) -> [(giver: ID<Participant>, points: Int)] {
        var sums = [Int](repeating: 0, count: givers.count)
        for part in parts {
            let (each, rest) = rules.points[part].quotientAndRemainder(dividingBy: max(1, givers.count))
            for place in givers.indices { sums[place] += each + (place < rest ? 1 : 0) }
        }
        return zip(givers, sums).filter { $1 > 0 }.map { (giver: $0, points: $1) }
    }
}
