/// Standards für alle: who has which standard already, and what everybody can give and receive in a half-year.
package struct LevelGoal: Sendable {
    package struct Participant: Sendable, Hashable {
        package var id: String
        package var give: Int
        package var receive: Int

        package init(_ id: String, give: Int, receive: Int) {
            self.id = id
            self.give = give
            self.receive = receive
        }
    }

    package var participants: [Participant]
    /// Places of participants that have a standard, by standard.
    package var standards: [Set<Int>]
    /// Whole half-years for which one must have a standard before passing it on.
    package var lag: Int

    package init(participants: [Participant], standards: [Set<Int>], lag: Int) {
        self.participants = participants
        self.standards = standards
        self.lag = max(0, lag)
    }

    /// Untere Schranke: half-years that no plan can do without; `nil` where a standard can never reach everybody.
    ///
    /// The greatest of three: what one participant still needs by what it can receive, what all need by what all can
    /// give, and how fast one standard can spread when everybody passes it on as soon as possible.
    package var lowerBound: Int? {
        var bound = 0
        var total = 0
        for (place, one) in participants.enumerated() {
            let missing = standards.count { !$0.contains(place) }
            total += missing
            guard missing > 0 else { continue }
            guard one.receive > 0 else { return nil }
            bound = max(bound, Self.ceiling(missing, one.receive))
        }
        guard total > 0 else { return 0 }
        let give = participants.reduce(0) { $0 + max(0, $1.give) }
        guard give > 0 else { return nil }
        bound = max(bound, Self.ceiling(total, give))
        for standard in standards {
            guard let spread = spread(standard) else { return nil }
            bound = max(bound, spread)
        }
        return bound
    }

    /// Half-years until one standard has reached everybody, if nothing else were passed on.
    ///
    /// Those who have it at the beginning give as much as they can; later ones are counted with the largest limits first,
    /// so that no plan can be faster.
    private func spread(_ standard: Set<Int>) -> Int? {
        guard standard.count < participants.count else { return 0 }
        let first = standard.reduce(0) { $0 + max(0, participants[$1].give) }
        let later = participants.indices.filter { !standard.contains($0) }.map { max(0, participants[$0].give) }
            .sorted(by: >)
        var have = [standard.count]
        while let last = have.last, last < participants.count {
            let since = have.count - 1 - lag
            let givers = since >= 0 ? have[since] - standard.count : 0
            let reached = min(first + later.prefix(max(0, givers)).reduce(0, +), participants.count - last)
            // Nobody can give now, and nobody is on the way to it.
            if reached == 0, have.suffix(lag + 1).allSatisfy({ $0 == last }) { return nil }
            have.append(last + reached)
        }
        return have.count - 1
    }

    private static func ceiling(_ a: Int, _ b: Int) -> Int { (a + b - 1) / b }
}
