import Exchange
import Prevention
import Transfers

/// Ein Schritt der Vorführung and how many days ago it was.
struct DemoEntry {
    let days: Int
    let hour: Int
    let action: () async throws -> Void
}

/// Ein Transfer der Vorführung on its way.
struct DemoCourse {
    let demo: DemoExchange
    let transfer: ID<Transfer>
    let giver: ID<Participant>
    let receiver: ID<Participant>

    func step(
        _ step: TransferStep, for who: ID<Participant>?, days: Int, hour: Int = 9, terms: String? = nil,
        _ reason: String
    ) -> DemoEntry {
        DemoEntry(days: days, hour: hour) {
            try await demo.store.take(
                step, of: transfer, terms: terms, demo.command(days, hour: hour, for: who, reason))
        }
    }

    /// Both say yes, sign and check the context.
    func agree(from days: Int, upTo last: TransferStage = .contextChecked) -> [DemoEntry] {
        let terms =
            "Drei Treffen in sechs Monaten: Vorstellung vor Ort, ein Arbeitstag, Begleitung per Video. "
            + "Ansprechstellen sind die Koordinationen beider Kommunen."
        let steps = [
            step(.accept(.giver), for: giver, days: days, "Wir geben es gern weiter"),
            step(.accept(.receiver), for: receiver, days: days, hour: 15, "Das hilft uns"),
            step(.agree, for: nil, days: days - 4, terms: terms, "Beide Seiten haben unterschrieben"),
            step(.checkContext, for: nil, days: days - 6, "Kein rotes Risiko"),
        ]
        return Array(steps.prefix(last == .accepted ? 2 : last == .agreed ? 3 : 4))
    }

    func confirm(_ parts: [TransferPart], from days: Int, every gap: Int) -> [DemoEntry] {
        parts.enumerated().map { index, part in
            step(.confirm(part), for: receiver, days: days - index * gap, hour: 16, "Wie vereinbart")
        }
    }

    /// - Parameters:
    ///   - day: days from now, below 0 in the past.
    ///   - made: how many days ago it was entered.
    func session(_ part: TransferPart, at day: Int, made: Int) -> DemoEntry {
        DemoEntry(days: made, hour: 11) {
            try await demo.store.add(
                SessionRecord(
                    id: demo.id("session/\(transfer)/\(part.rawValue)"), transfer: transfer, part: part,
                    startsAt: demo.at(-day, hour: 10), minutes: 180, place: "Rathaus der Geberin, Sitzungsraum",
                    createdAt: demo.at(made, hour: 11)),
                demo.command(made, hour: 11, for: receiver, "Termin"))
        }
    }
}
