import Prevention
import Transfers
import Workflow

/// Keys, days and things of a small market; the same for the same number.
enum Market {
    static let actor = Reference(.user, "u1")
    static let rules = ExchangeRules(version: "2026-1", validFrom: day("2026-01-01"))

    static func day(_ text: String) -> Day { Day(text) ?? Day(daysSince1970: 0) }

    static func noon(_ text: String, plus seconds: Int = 0) -> Instant {
        (Instant("\(text)T12:00:00Z") ?? Instant(milliseconds: 0)).adding(seconds: seconds)
    }

    static func key<Record>(_ number: Int, _: Record.Type = Record.self) -> ID<Record> {
        ID(bytes: (0..<16).map { UInt8(truncatingIfNeeded: number >> (8 * (15 - $0))) }) ?? ID()
    }

    static func town(_ number: Int) -> ID<Participant> { key(number) }
    static func account(_ number: Int) -> Account { .participant(town(number)) }
    static let link: ID<LinkType> = key(900)
    static let practice = Reference(.practice, "p1")

    static func offer(
        _ number: Int = 1, givers: [Int] = [1], parts: Set<TransferPart> = Set(TransferPart.allCases),
        steps: [OfferFlow.Step] = [.review, .open]
    ) throws -> TransferOffer {
        var offer = try required(
            TransferOffer(
                id: key(number), kind: .practice, givers: givers.map(town), linkType: link, practice: practice,
                parts: parts, capacity: 1))
        for step in steps { try offer.take(step, by: actor, at: noon("2026-01-02"), because: "Probe") }
        return offer
    }

    static func request(
        _ number: Int = 1, receiver: Int = 2, steps: [RequestFlow.Step] = [.clarify, .open]
    ) throws -> TransferRequest {
        var request = TransferRequest(id: key(number), receiver: town(receiver), linkType: link)
        for step in steps { try request.take(step, by: actor, at: noon("2026-01-02"), because: "Probe") }
        return request
    }

    static func transfer(
        _ number: Int = 1, givers: [Int] = [1], receiver: Int = 2,
        parts: Set<TransferPart> = Set(TransferPart.allCases),
        on day: String = "2026-02-01"
    ) throws -> Transfer {
        try required(
            Transfer(
                id: key(number), offer: try offer(number, givers: givers, parts: parts),
                request: try request(number, receiver: receiver), proposedAt: noon(day)))
    }

    static func booking(
        _ key: String, from: Account, to: Account, points: Int, purpose: Booking.Purpose, on day: String = "2026-02-01"
    ) -> Booking {
        Booking(
            key: key, from: from, to: to, points: points, purpose: purpose, actor: actor, at: noon(day),
            reason: "Probe")
    }

    static func part(_ key: String, from: Int, to: Int, points: Int, on day: String = "2026-02-01") -> Booking {
        booking(
            key, from: account(from), to: account(to), points: points, purpose: .part(.presentation, self.key(77)),
            on: day)
    }

    struct Missing: Error {}

    static func required<Value>(_ value: Value?) throws -> Value {
        guard let value else { throw Missing() }
        return value
    }
}

extension Transfer {
    /// The usual way up to a stage: each step by whom it belongs to, one day after the other.
    mutating func go(to stage: TransferStage, rules: ExchangeRules = Market.rules) throws {
        let third = Market.town(99)
        let way: [(TransferStep, ID<Participant>?, TransferStage)] = [
            (.accept(.giver), givers[0], .accepted), (.accept(.receiver), receiver, .accepted),
            (.agree, nil, .agreed), (.checkContext, nil, .contextChecked),
            (.confirm(.presentation), receiver, .presented), (.confirm(.factors), receiver, .workedThrough),
            (.confirm(.coaching), receiver, .coached), (.introduce, receiver, .introduced),
            (.evaluate, third, .evaluated), (.anchor, nil, .anchored), (.clearToPassOn, nil, .clearedToPassOn),
        ]
        for (place, (step, participant, reached)) in way.enumerated() where reached <= stage {
            let days = place < 8 ? place : 300 + place
            try take(
                step, for: participant, by: Market.actor, at: proposedAt.adding(seconds: days * 86_400),
                because: "Probe", rules: rules)
        }
    }
}
