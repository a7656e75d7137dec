/// Standortwahl: which of the possible sites to open, and whether that is known to be the best.
///
/// - Source: Hakimi 1964 (p-median); Church & ReVelle 1974 (max-cover); Teitz & Bart 1968 (exchange).
package struct SiteChoice: Sendable, Hashable {
    /// Numbers of the chosen sites from 0, rising.
    package let sites: [Int]
    /// p-median: Σ population · way to the nearest chosen site. Max-cover: population within the limit.
    package let objective: Double
    /// What no choice can beat: a lower bound for the p-median, an upper one for max-cover.
    package let bound: Double
    /// Whether nothing better exists; otherwise it is the best that greedy choice and exchange found.
    package let isProven: Bool
    /// For each place of demand the chosen site that serves it; `nil` where none is in reach.
    package let serving: [Int?]

    /// p-Median: the least total way.
    ///
    /// - Parameters:
    ///   - cost: the way from each site (row) to each place of demand (column).
    ///   - count: sites to open, 1 to the number of sites.
    ///   - effort: steps of the exact search before it gives up.
    package static func pMedian(
        population: [Double], cost: [[Double]], count: Int, effort: Int = 2_000_000
    ) -> SiteChoice {
        var search = MedianSearch(
            weighted: cost.map { row in zip(row, population).map { $0 * $1 } }, count: count, effort: effort)
        let result = search.solve()
        let serving = population.indices.map { place in
            result.sites.min { cost[$0][place] < cost[$1][place] }
        }
        let total = zip(population, serving.indices).lazy.map { people, place in
            serving[place].map { cost[$0][place] * people } ?? 0
        }.compensatedSum()
        return SiteChoice(
            sites: result.sites, objective: total, bound: result.isProven ? total : result.bound,
            isProven: result.isProven, serving: serving)
    }

    /// Größte Abdeckung: as many people as possible within the limit.
    ///
    /// - Parameter cost: `nil` = no way.
    package static func maximumCover(
        population: [Double], cost: [[Double?]], limit: Double, count: Int, effort: Int = 2_000_000
    ) -> SiteChoice {
        let covers = cost.map { row in row.map { $0.map { $0 <= limit } ?? false } }
        // Covering most is missing fewest: a median with ways of 0 and 1.
        var search = MedianSearch(
            weighted: covers.map { row in zip(row, population).map { $0 ? 0 : $1 } }, count: count, effort: effort)
        let result = search.solve()
        let serving = population.indices.map { place in
            result.sites.filter { covers[$0][place] }.min { (cost[$0][place] ?? 0) < (cost[$1][place] ?? 0) }
        }
        let covered = zip(population, serving).lazy.map { $1 == nil ? 0 : $0 }.compensatedSum()
        let all = population.compensatedSum()
        return SiteChoice(
            sites: result.sites, objective: covered, bound: result.isProven ? covered : min(all, all - result.bound),
            isProven: result.isProven, serving: serving)
    }
}
