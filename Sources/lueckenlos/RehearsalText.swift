import ModelProject
import Prevention
import Rounds
import Transfers

/// A rehearsal as a report to read: plain lines, the same on every machine.
struct RehearsalText {
    private let rehearsal: Rehearsal
    private var plan: RoundPlan { rehearsal.plan }

    init(_ rehearsal: Rehearsal) { self.rehearsal = rehearsal }

    func report(on outcome: RoundOutcome) -> [String] {
        let report = rehearsal.report(on: outcome)
        return head + [""] + assumptions(report) + [""] + result(outcome) + [""] + rings(outcome) + [""]
            + unmet(report) + [""] + standings(report) + [""] + timetable(outcome) + [""] + forecast(report)
    }

    /// The proposals by receiver, then giver: the order in which they are numbered.
    func inOrder(_ proposals: [RoundProposal]) -> [RoundProposal] {
        proposals.sorted {
            (plan.name($0.receiver), givers($0), title($0), $0.pair)
                < (plan.name($1.receiver), givers($1), title($1), $1.pair)
        }
    }

    // MARK: What goes in

    private var head: [String] {
        let round = plan.round
        let admissible = plan.facts.keys.count { plan.obstacles($0).isEmpty }
        let mode = round.mode == .weighted ? "nach Gewichten" : "Modus B (zulässig oder nicht)"
        return [
            "Planspiel der Transferbörse \(round.period), Gruppe \(rehearsal.group.rawValue), \(mode)",
            "Nichts wird vorgeschlagen, nichts gebucht.",
            "\(plan.participants.count) Teilnehmende, \(plan.offers.count) Angebote, \(plan.requests.count) Gesuche, "
                + "\(admissible) zulässige Paare",
            "Regeln \(round.rules.version) und Startwert „\(round.seed)“, veröffentlicht \(round.publishedOn), "
                + "Frist \(round.deadline)",
        ]
    }

    private func assumptions(_ report: RoundReport) -> [String] {
        ["Angenommen, weil keine Quelle es sagt:"] + report.assumptions.map { "- \($0.sentence)" }
    }

    // MARK: What comes out

    private func result(_ outcome: RoundOutcome) -> [String] {
        var lines = outcome.remarks.map { "Bemerkung: \(words($0))" }
        let worth =
            plan.round.mode == .weighted
            ? "Auswahlwert \(outcome.objective)" : "so viele, wie ohne Guthaben möglich sind"
        let proof =
            outcome.isVerified ? "Nachweis geprüft: Ein besseres Ergebnis gibt es nicht." : "Ohne geprüften Nachweis."
        lines.append("Ergebnis: \(outcome.proposals.count) Transfers, \(worth). \(proof)")
        for (number, proposal) in inOrder(outcome.proposals).enumerated() {
            lines.append("\(number + 1). \(line(proposal))")
            let terms = proposal.weight.terms.filter { ($0.value ?? 0) != 0 }
                .map { "\($0.term.word) \($0.value ?? 0)" }
            lines.append("   \(proposal.weight.total) = \(terms.joined(separator: " + "))")
        }
        return lines
    }

    private func rings(_ outcome: RoundOutcome) -> [String] {
        func names(_ ids: [ID<Participant>]) -> String { ids.map(plan.name).joined(separator: " → ") }
        return ["Ringe (jede gibt der nächsten, die letzte der ersten):"]
            + (outcome.rings.isEmpty ? ["- keine"] : outcome.rings.map { "- \(names($0))" })
            + ["Ketten (die erste verdient Guthaben, die letzte nutzt es):"]
            + (outcome.chains.isEmpty ? ["- keine"] : outcome.chains.map { "- \(names($0))" })
    }

    private func unmet(_ report: RoundReport) -> [String] {
        var lines = ["Kettenglieder nach Nachfrage (Gesuche, davon erfüllt; Angebote):"]
        for one in report.demand {
            lines.append("- \(title(one.link)): \(one.requests), \(one.met); \(one.offers)")
        }
        let reasons = report.unmet.reduce(into: [String: Int]()) { $0[$1.why.sentence, default: 0] += 1 }
        lines.append("\(report.unmet.count) Gesuche gehen in dieser Runde leer aus:")
        for (reason, count) in reasons.sorted(by: { ($1.value, $0.key) < ($0.value, $1.key) }) {
            lines.append("- \(count): \(reason)")
        }
        return lines
    }

    private func standings(_ report: RoundReport) -> [String] {
        ["Last und Konto (nach Namen): gibt, bekommt, Punkte vorher und nachher"]
            + report.standings.map {
                "- \(plan.name($0.participant)): \($0.gives), \($0.receives); \($0.before) → \($0.after)"
            }
    }

    private func timetable(_ outcome: RoundOutcome) -> [String] {
        let plan = sessions(outcome)
        var lines = [
            "Terminplan: dienstags ab \(Self.firstSession), \(plan.days.count) Tage, weniger als "
                + "\(plan.fewestDays) sind nicht möglich; \(plan.unscheduled.count) Treffen ohne Termin"
        ]
        for (day, meetings) in plan.days {
            let parts = Set(meetings.map(\.part)).sorted().map(\.word).joined(separator: ", ")
            lines.append("- \(day): \(meetings.count) Treffen (\(parts))")
        }
        return lines
    }

    private func forecast(_ report: RoundReport) -> [String] {
        guard let forecast = report.forecast else { return [] }
        func halfYears(_ count: Int?) -> String { count.map { "\($0) Halbjahre" } ?? "nie" }
        var lines = [
            "Prognose: \(forecast.missing) Pflichtglieder fehlen; untere Schranke \(halfYears(forecast.lowerBound)), "
                + "gerechnet \(halfYears(forecast.finishedAfter)), bis alle sie haben"
        ]
        for (number, half) in forecast.halfYears.enumerated() {
            lines.append(
                "- \(number + 1). Halbjahr: \(half.transfers) Transfers, \(half.fromFund) aus dem Fonds, es fehlen "
                    + "\(half.missing)")
        }
        if !forecast.withoutGiver.isEmpty {
            lines.append(
                "Von innen nicht zu erreichen, weil niemand sie hat: "
                    + rehearsal.facts.catalogue.links.filter { forecast.withoutGiver.contains($0.id) }
                    .map(\.title).joined(separator: "; "))
        }
        return lines
    }

    // MARK: After a decline

    func change(from first: RoundOutcome, to again: RoundOutcome, declined: RoundProposal) -> [String] {
        let before = Set(first.proposals.map(\.pair))
        let after = Set(again.proposals.map(\.pair))
        let new = inOrder(again.proposals.filter { !before.contains($0.pair) })
        let kept = before.intersection(after).count
        let proof = again.isVerified ? "Nachweis geprüft." : "Ohne geprüften Nachweis."
        return [
            "Abgelehnt: \(line(declined))",
            "Alle anderen \(kept) von \(before.count - 1) Vorschlägen bleiben, wie sie sind.",
            new.isEmpty ? "Niemand rückt nach." : "Es rückt nach:",
        ] + new.map { "- \(line($0))" } + [
            "Ergebnis: \(again.proposals.count) Transfers, Auswahlwert \(again.objective) (vorher \(first.objective)). \(proof)"
        ]
    }

    // MARK: Sessions

    private static let firstSession = Day(daysSince1970: 20_697)  // Tuesday, 2026-09-01

    private func sessions(_ outcome: RoundOutcome) -> SessionTimetable {
        SessionTimetable(
            outcome.proposals.map { SessionTimetable.Wish($0) },
            on: (0..<16).map { Self.firstSession.adding(days: 7 * $0) })
    }

    func calendar(of outcome: RoundOutcome) -> CalendarFile {
        let events = sessions(outcome).appointments(host: "planspiel.invalid") { meeting in
            let proposal = outcome.proposal(meeting.pair)
            return (
                "Planspiel: \(meeting.part.word) – \(proposal.map(title) ?? "")",
                "Gibt: \(meeting.givers.map(plan.name).joined(separator: ", "))\nBekommt: \(plan.name(meeting.receiver))"
            )
        }
        return CalendarFile(events, at: BerlinTime(plan.round.deadline, hour: 12)?.instant ?? Instant(milliseconds: 0))
    }

    // MARK: Words

    private func givers(_ proposal: RoundProposal) -> String {
        proposal.givers.map(plan.name).joined(separator: " mit ")
    }

    private func title(_ proposal: RoundProposal) -> String {
        let slug = rehearsal.practices[proposal.pair.offer] ?? ""
        return rehearsal.facts.running.first { $0.practice == slug }?.title ?? slug
    }

    private func words(_ remark: RoundRemark) -> String {
        switch remark {
        case .finding(let finding): finding.sentence(plan.name)
        case .contradiction(let problem): "Die Zahlen widersprechen einander: \(problem)"
        case .stuckBelowFloor(let ids):
            "Unter dem Überziehungsrahmen, und diese Runde hilft ihnen nicht: \(ids.map(plan.name).joined(separator: ", "))"
        case .receivesAtMost(let id, let most):
            "\(plan.name(id)) bekommt höchstens \(most), weil die Punkte nicht reichen."
        case .givesAtMost(let id, let most):
            "\(plan.name(id)) gibt selbst höchstens \(most), neben gemeinsamen Angeboten."
        case .jointOfferAtMost(let id, let most):
            "Das gemeinsame Angebot \(id) wird höchstens \(most)-mal vorgeschlagen."
        case .namedTwice(let key): "Der Schlüssel \(key) kommt doppelt vor."
        }
    }

    private func title(_ link: ID<LinkType>) -> String { rehearsal.facts.catalogue.link(link)?.title ?? link.text }

    private func line(_ proposal: RoundProposal) -> String {
        "\(givers(proposal)) → \(plan.name(proposal.receiver)): \(title(proposal)) (\(title(proposal.linkType)))"
    }
}
