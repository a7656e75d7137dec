import ArgumentParser
import Clearing
import Foundation
import Prevention

/// Time of clearing a land, a Kreis and a decline; the invented rounds can be written down for other solvers.
struct MeasureClear: AsyncParsableCommand {
    static let configuration = CommandConfiguration(commandName: "clear")

    @Option(help: "Wie oft jede Runde gerechnet wird.") var rounds = 3
    @Option(help: "Ordner, in den die Runden geschrieben werden, zum Vergleich mit anderen Programmen.")
    var write: String?

    func run() async throws {
        for (name, towns, isSkewed) in [("gleichmäßig", 400, false), ("schief", 400, true), ("Kreis", 10, false)] {
            let round = InventedMarket(towns: towns, isSkewed: isSkewed).round
            var (clearing, resolving, checking) = (Stopwatch(), Stopwatch(), Stopwatch())
            var said = ""
            for _ in 0..<max(1, towns < 100 ? 20 * rounds : rounds) {
                var solver: ClearingSolver?
                let result = try await clearing.time {
                    var fresh = try ClearingSolver(round)
                    let result = try fresh.solve()
                    solver = fresh
                    return result
                }
                let check = await checking.time { Self.check(round, result) }
                guard check.isOptimal, let declined = result.transfers.first else {
                    throw ValidationError("\(name): Nachweis trägt nicht: \(check.violations.prefix(3))")
                }
                let pivots = solver?.pivots ?? 0
                let signed = Set(result.transfers.dropFirst(result.transfers.count / 2))
                let again = try await resolving.time {
                    try solver?.resolve(declining: [declined], signed: signed)
                }
                said =
                    "\(round.pairs.count) Paare, \(result.transfers.count) Transfers, Auswahlwert \(result.objective), "
                    + "\(pivots) Schritte, nach einer Absage \(again?.objective ?? 0)"
            }
            print("\(name): \(said)")
            print("  lösen mit Nachweis \(clearing); nach einer Absage \(resolving); nachprüfen \(checking)")
            if let write { try save(round, to: "\(write)/\(name).json") }
        }
        print("RSS \(MeasureSearch.residentMegabytes()) MB")
    }

    private static func check(_ round: ClearingRound, _ result: ClearingResult) -> ClearingCheck {
        ClearingCheck(
            round, transfers: result.transfers, objective: result.objective, balances: result.balances,
            certificate: result.certificate)
    }

    /// The round as `compute clear` reads it.
    private func save(_ round: ClearingRound, to path: String) throws {
        let participants = round.participants.map { one in
            #"{"id":"\#(one.id)","give":\#(one.give),"receive":\#(one.receive),"balance":\#(one.balance),"#
                + #""floor":\#(one.floor),"ceiling":\#(one.ceiling)}"#
        }
        let offers = round.offers.map { offer in
            let owner = round.participants[offer.participant].id
            return #"{"id":"\#(offer.id)","participant":"\#(owner)","capacity":\#(offer.capacity)}"#
        }
        let requests = round.requests.map { request in
            #"{"id":"\#(request.id)","participant":"\#(round.participants[request.participant].id)"}"#
        }
        let pairs = round.pairs.map { pair in
            let (offer, request) = (round.offers[pair.offer].id, round.requests[pair.request].id)
            return #"{"offer":"\#(offer)","request":"\#(request)","weight":\#(pair.weight)}"#
        }
        func list(_ items: [String]) -> String { "[\(items.joined(separator: ","))]" }
        let text =
            #"{"participants":\#(list(participants)),"offers":\#(list(offers)),"requests":\#(list(requests)),"#
            + #""pairs":\#(list(pairs)),"loadStep":\#(round.loadStep),"creditStep":\#(round.creditStep),"#
            + #""seed":"\#(round.seed)"}"#
        try Data(text.utf8).write(to: URL(fileURLWithPath: path))
    }
}

/// Messmarkt: towns with 20 offers and 20 requests each, of 150 topics; skewed: few topics are in great demand.
struct InventedMarket {
    let round: ClearingRound

    init(towns: Int, isSkewed: Bool) {
        var random = SeededGenerator(seed: isSkewed ? 2 : 1)
        // With fewer towns there are fewer topics, so that there is something to choose from.
        let topics = towns >= 100 ? 150 : 40
        func topic() -> Int {
            guard isSkewed else { return random.number(in: 0...(topics - 1)) }
            // The least of two or three draws: topic 0 is in greatest demand.
            let draws = (0..<(random.chance(50) ? 2 : 3)).map { _ in random.number(in: 0...(topics - 1)) }
            return draws.min() ?? 0
        }
        var round = ClearingRound(
            participants: (0..<towns).map {
                .init("Stadt \($0)", give: 4, receive: 4, balance: 0, floor: -2, ceiling: 2)
            }, offers: [], requests: [], pairs: [], loadStep: 40, creditStep: 20, seed: "2026-2")
        var offered = [[Int]](repeating: [], count: topics)
        var wanted: [(request: Int, topic: Int)] = []
        for town in 0..<towns {
            for number in 0..<20 {
                offered[topic()].append(round.offers.count)
                round.offers.append(.init("\(town)/a\(number)", by: town, capacity: random.number(in: 1...3)))
                wanted.append((round.requests.count, topic()))
                round.requests.append(.init("\(town)/g\(number)", by: town))
            }
        }
        for (request, topic) in wanted {
            let urgency = random.number(in: 0...4) * 700 + (random.chance(40) ? 2_500 : 0)
            for offer in offered[topic] where round.offers[offer].participant != round.requests[request].participant {
                let fit = random.number(in: 0...900) + random.number(in: 0...600) - random.number(in: 0...400)
                round.pairs.append(.init(offer, request, weight: 1_000 + urgency + fit))
            }
        }
        self.round = round
    }
}
