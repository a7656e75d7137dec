import Clearing
package import Prevention
package import Transfers

/// Prognose der Börse: how many half-years until everybody has every duty link, and what no plan can undercut.
///
/// A link counts as reached once it is anchored; who receives it passes it on after the lag.
package struct RoundForecast: Hashable, Sendable {
    package struct HalfYear: Hashable, Sendable {
        package let transfers: Int
        /// Whole transfers' worth of credit that the fund gives before the round.
        package let fromFund: Int
        /// Links still missing afterwards, over all participants.
        package let missing: Int
    }

    /// Duty links missing today, over all participants.
    package let missing: Int
    /// Half-years that no plan can do without; `nil`: some link can never reach everybody.
    package let lowerBound: Int?
    /// `nil`: it comes to a standstill, or takes longer than looked ahead.
    package let finishedAfter: Int?
    package let halfYears: [HalfYear]
    /// Duty links that nobody has: they cannot be reached from within and are left out of everything above.
    package let withoutGiver: [ID<LinkType>]
    /// Half-years from receiving a link to passing it on.
    package let lag: Int

    /// - Parameters:
    ///   - lag: 2 by the usual course: introduced, six months to the evaluation, anchored, cleared to pass on.
    ///   - most: half-years to look ahead.
    package init(
        _ participants: [Participant], _ links: [LinkType], _ levels: LevelTable, _ rules: ExchangeRules,
        lag: Int = 2, seed: String = "", most: Int = 40
    ) {
        let duties = links.filter { $0.obligation == .duty }.map(\.id).sorted()
        let towns = participants.sorted { $0.id < $1.id }
        func owners(_ link: ID<LinkType>) -> Set<Int> {
            Set(towns.indices.filter { levels[link, towns[$0].id] >= .anchored })
        }
        let standards = duties.map(owners).filter { !$0.isEmpty }
        let goal = LevelGoal(
            participants: towns.map { .init($0.id.text, give: $0.limits.give, receive: $0.limits.receive) },
            standards: standards, lag: lag)
        missing = standards.reduce(0) { $0 + towns.count - $1.count }
        lowerBound = goal.lowerBound
        withoutGiver = duties.filter { owners($0).isEmpty }
        self.lag = max(0, lag)
        var settings = LevelForecast.Rules()
        settings.floor = -rules.creditTransfers
        settings.ceiling = rules.highestTransfers ?? settings.ceiling
        settings.fund = rules.fundTransfers
        settings.loadStep = rules.loadCost
        settings.creditStep = rules.creditCost
        settings.weight = rules.weights.base + rules.weights.duty
        settings.waiting = rules.weights.waiting
        settings.seed = seed
        let forecast = try? LevelForecast(goal, rules: settings, most: most)
        finishedAfter = forecast?.finishedAfter
        halfYears = (forecast?.halfYears ?? []).map {
            HalfYear(transfers: $0.transfers, fromFund: $0.fromFund, missing: $0.missing)
        }
    }
}
