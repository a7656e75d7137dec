import ContextModel
import Prevention

/// The worked example of the specification: Kita-Eingangsuntersuchung from Düsseldorf, in Bielefeld "Fit für die Schule".
enum KitaCheck {
    typealias Line = (
        category: Condition.Category, text: String, weight: Requirement.Weight, found: Fulfilment, fix: Fix?
    )
    typealias Fix = (kinds: [Compensation.Kind], measure: String, residual: RiskColour)

    static let practice = Reference(.practice, "kita-eingangsuntersuchung")
    static let start = Day("2015-08-12") ?? Day(daysSince1970: 0)

    /// What Bielefeld has, and what was done about what it has not.
    static let lines: [Line] = [
        (.partnersAndNetwork, "Das Gesundheitsamt macht mit einer Kinderärztin mit", .constitutive, .met, nil),
        (
            .staffAndQualification, "Eine zusätzliche Fachkraft begleitet Eltern und Kinder", .constitutive, .notMet,
            ([.adapt, .replace], "Konzept anpassen; Einrichtungen tauschen sich regelmäßig über Hilfen aus", .orange)
        ),
        (
            .staffAndQualification, "Eine Pflegekraft prüft Sehen und Hören", .important, .unknown,
            ([.clarify, .borrow], "Klären; beim Gesundheitsamt leihen", .yellow)
        ),
        (.partnersAndNetwork, "Träger und Kitas sind einverstanden", .constitutive, .met, nil),
        (
            .followOnOffers, "Es gibt Angebote im Stadtteil, in die vermittelt werden kann", .constitutive, .partly,
            ([.build], "Mit dem eigenen Bestand abgleichen, Lücke schließen", .yellow)
        ),
        (
            .roomsAndEquipment, "Die Kita hat einen Raum", .important, .partly,
            ([.adapt], "Feste halbe Tage", .green)
        ),
        (
            .accessAndTrust, "Eltern kommen mit", .important, .unknown,
            ([.build], "Einladung beim Kita-Vertrag, in mehreren Sprachen", .yellow)
        ),
        (
            .competenceAndLaw, "Einwilligung und Datenregeln stehen", .constitutive, .partly,
            ([.build], "Vordruck und Rollenkonzept", .green)
        ),
        (.dataAndInstruments, "Das Screening folgt anerkannten Verfahren", .important, .met, nil),
        (.sizeAndSettlement, "Beginn in belasteten Stadtteilen, dann Ausweitung", .helpful, .met, nil),
    ]

    static func key<Record>(_ number: Int, _: Record.Type = Record.self) -> ID<Record> {
        ID(bytes: [UInt8](repeating: 0, count: 15) + [UInt8(truncatingIfNeeded: number)]) ?? ID()
    }

    static var requirements: [Requirement] {
        lines.enumerated().map { number, line in
            Requirement(
                id: key(number + 1), practice: practice,
                condition: Condition(
                    id: key(100 + number), category: line.category, text: line.text, kind: .yesNo,
                    howToCheck: "Gespräch mit beiden Seiten"),
                threshold: .yesNo(true), weight: line.weight, why: "trägt den Erfolg", basis: .giverSays)
        }
    }

    static func assessments() throws -> [Assessment] {
        try lines.enumerated().map { number, line in
            var assessment = Assessment(key(number + 1))
            for rater in ["giver", "receiver"] {
                try assessment.add(
                    Rating(
                        rater: Reference(.user, rater), fulfilment: line.found, evidence: "Moderiertes Gespräch",
                        day: start.adding(days: -90)))
            }
            return assessment
        }
    }

    static var compensations: [Compensation] {
        lines.enumerated().compactMap { number, line in
            line.fix.map { fix in
                Compensation(
                    id: key(50 + number), requirement: key(number + 1), kinds: fix.kinds, measure: fix.measure,
                    owner: "Projektleitung", due: start.adding(days: -number), residual: fix.residual,
                    touchesCore: number == 1 ? "Begleitung von Eltern und Kindern" : nil,
                    giversComment: number == 1 ? "Austausch kann einen Teil der Begleitung tragen" : nil)
            }
        }
    }

    static let adaptation = Adaptation(
        moment: .before, isPlanned: true, decidedBy: ["Gesundheitsamt", "Träger", "Kitas"], part: .content,
        what: "Statt einer eigenen Fachkraft tauschen sich die Einrichtungen regelmäßig aus", level: .district,
        nature: .substituted, coreElement: "Begleitung von Eltern und Kindern",
        why: "Für eine zusätzliche Stelle ist kein Geld da", day: start.adding(days: -60))
}
