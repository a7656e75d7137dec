import Design
package import HTML
import Prevention

/// The pattern page: exhibits one below the other, all places, offers and numbers invented.
package enum PatternPage {
    package static func write(_ h: HTML) {
        h.div(.class("wrap page")) {
            h.h1("Gestaltungsmuster")
            h.p(
                "Alle Bausteine in allen Zuständen. Orte, Angebote und Zahlen auf dieser Seite sind erfunden.",
                .class("lead"))
            for exhibit in exhibits {
                h.section(.id(exhibit.id), .labelledBy("h-" + exhibit.id)) {
                    h.h2(exhibit.title, .id("h-" + exhibit.id))
                    exhibit.write(h)
                }
            }
        }
    }

    private struct Exhibit {
        let id: String
        let title: String
        let write: (HTML) -> Void
    }

    private static var exhibits: [Exhibit] {
        [
            Exhibit(id: "band", title: "Lebensweg-Band", write: ribbons),
            Exhibit(id: "knoepfe", title: "Knöpfe, Abzeichen, Meldungen", write: controls),
            Exhibit(id: "karten", title: "Karten und Listen", write: cards),
            Exhibit(id: "wege", title: "Wege", write: ways),
            Exhibit(id: "felder", title: "Formularfelder", write: FormPatterns.write),
            Exhibit(id: "tabellen", title: "Tabellen", write: FigurePatterns.tables),
            Exhibit(id: "kette", title: "Die Kette: 3 Lücken in Musterstadt", write: FigurePatterns.chain),
            Exhibit(id: "karten-diagramme", title: "Diagramme und Karten", write: FigurePatterns.figures),
            Exhibit(id: "klassen", title: "Wertekarten", write: ChartPatterns.classes),
            Exhibit(id: "verlauf", title: "Verläufe", write: ChartPatterns.series),
            Exhibit(id: "vergleich", title: "Vergleiche", write: ChartPatterns.comparison),
            Exhibit(id: "punktwolken", title: "Punkte und Grenzen", write: ChartPatterns.clouds),
            Exhibit(id: "zeichen", title: "Zeichen", write: icons),
        ]
    }

    /// A range of ages for examples; the whole chain if it is not valid.
    static func ages(_ from: Int, _ to: Int) -> AgeRange { AgeRange(from, to) ?? .wholeChain }

    private static func ribbons(_ h: HTML) {
        h.ageRibbon([RibbonBand(ages(-9, 36))])
        h.ageRibbon([RibbonBand(ages(-9, 0), .gap), RibbonBand(ages(0, 12)), RibbonBand(ages(120, 192), .gap)])
        h.ageRibbon([RibbonBand(.wholeChain)], marker: AgeInMonths(clamping: 90))
        h.div(.class("grid")) {
            for range in [ages(2, 18), ages(-6, 6), ages(72, 120), ages(192, 324), ages(24, 24)] {
                h.card { h.ageRow(range, marker: AgeInMonths(clamping: 24)) }
            }
            h.card { h.ageRibbon([RibbonBand(ages(12, 72), .gap)], size: .compact) }
        }
    }

    private static func controls(_ h: HTML) {
        h.p(.class("row")) {
            h.linkButton("Hauptweg", to: .to("/"), .next, icon: .arrow)
            h.linkButton("Speichern", to: .to("/"), .confirm)
            h.linkButton("Nebenweg", to: .to("/"), .side, icon: .print)
            h.linkButton("Endgültig löschen", to: .to("/"), .final, icon: .trash)
            h.linkButton("Klein", to: .to("/"), .confirm, isSmall: true)
            h.printButton()
            h.shareButton()
        }
        h.p(.class("row")) {
            h.badge("ohne Anmeldung")
            for tone in Tone.allCases {
                h.badge(tone == .good ? "gut" : tone == .info ? "Gute Praxis" : "Zustand", tone)
            }
            h.badge("Lücke", .danger, icon: .gap)
            h.checkedBadge(CheckedMark(Day("2026-03-03")))
            h.checkedBadge(CheckedMark(Day("2025-10-09"), isOverdue: true))
            h.checkedBadge(CheckedMark(nil))
        }
        h.checkedLine(CheckedMark(Day("2026-03-03"), by: "Familienbüro Musterstadt"))
        h.alert(.info, "Am 1. Mai ist geschlossen.")
        h.alert(.good, "Ihr Wunsch ist angekommen.")
        h.alert(.warning, "Diese Angabe ist fünf Monate alt.")
        h.alert(.danger) {
            h.text("Die Datei ist zu groß. Erlaubt sind 5 Megabyte. ")
            h.a("Datei verkleinern", .href(.to("/")))
        }
    }

    private static func cards(_ h: HTML) {
        h.ol(.class("hits")) {
            h.li {
                h.card("offer") {
                    h.span("1", .class("pin"), .hidden())
                    h.h3 { h.a("Eltern-Baby-Café am Hafen", .href(.to("/"))) }
                    h.ageRow(ages(2, 18))
                    h.p("Frühstück mit anderen Eltern. Eine Hebamme ist da und hat Zeit für Fragen.")
                    h.facts([
                        (.place, "1,4 km, Musterstadt"), (.money, "2 Euro"), (.speech, "Deutsch, Türkisch"),
                        (.clock, "donnerstags, 9:30 Uhr"), (.pram, "mit Kinderwagen"),
                    ])
                    h.p(.class("row small")) {
                        h.checkedBadge(CheckedMark(Day("2026-03-03")))
                        h.badge("ohne Anmeldung")
                    }
                }
            }
        }
        h.div(.class("duo")) {
            h.div {
                h.descriptionList([
                    ("Träger", "Familienbüro Musterstadt"), ("Ort", "Hafenstraße"), ("Kosten", "2 Euro"),
                ])
                h.dl(.class("rows")) {
                    h.descriptionRow("Sprachen", change: .to("/")) { h.text("Deutsch, Türkisch") }
                }
                h.tickedList(["ohne Antrag", "läuft seit elf Jahren"])
            }
            h.div {
                h.h3("Bestandsaufnahme")
                h.taskList([
                    TaskItem("Einrichtung", .to("/"), .done),
                    TaskItem("Angebote bestätigen", .to("/"), .begun("4 von 7")),
                    TaskItem("Netzwerke", .to("/"), .open), TaskItem("Absenden", nil, .blocked),
                ])
            }
        }
        h.div(.class("head")) {
            h.h3("Besuch zu Hause", .class("h1"))
            h.p("Nach der Geburt kommt jemand zu Ihnen nach Hause.", .class("lead"))
            h.keyFacts([
                KeyFact("Für wen", "Schwangerschaft bis 3 Jahre", icon: .people),
                KeyFact("Wo", "bei Ihnen zu Hause", icon: .place),
                KeyFact("Kosten", "kostenlos", icon: .money),
                KeyFact("Sprachen", ["Deutsch", "Türkisch"], icon: .speech),
            ])
        }
        h.emptyState("Hier gibt es noch nichts", "Für diese Suche haben wir kein Angebot gefunden.") {
            h.linkButton("Im ganzen Kreis suchen", to: .to("/"), .confirm, isSmall: true)
        }
    }

    private static func ways(_ h: HTML) {
        h.breadcrumb([Crumb("Startseite", .to("/")), Crumb("Angebote", .to("/")), Crumb("Besuch zu Hause")])
        h.backLink("Zurück zu den Angeboten", to: .to("/"))
        h.steps([Crumb("Angaben", .to("/")), Crumb("Prüfen"), Crumb("Absenden")], current: 1)
        h.pagination(page: 6, of: 14) { .to("/", query: [("seite", "\($0)")]) }
        h.segments("Ansicht", [("Liste", .to("/"), true), ("Karte", .to("/"), false)])
        h.disclosure("Was heißt das?") { h.p("Hier steht eine Erklärung, die nicht alle brauchen.") }
        h.disclosure("Schon offen", isOpen: true) { h.p("Dieser Teil war von Anfang an offen.") }
        h.h3("Unterwegs mit einer Familie")
        h.timeline([
            TimelineItem(when: "Geburt · Klinik", title: "Gespräch", text: "Die Familie entscheidet, wer was erfährt."),
            TimelineItem(
                when: "3 Wochen · zu Hause", title: "Besuch des Familienbüros", text: "angekommen", link: .to("/")),
            TimelineItem(when: "6 Monate", title: "Familienhebamme, wöchentlich", mark: .now),
            TimelineItem(when: "1 Jahr · Kita", title: "Noch kein Platz", text: "offenes Glied", mark: .gap),
        ])
    }

    private static func icons(_ h: HTML) {
        h.ul(.class("facts")) {
            for icon in Icon.allCases {
                h.li {
                    h.icon(icon)
                    h.text("\(icon)")
                }
            }
        }
        h.p(.class("row")) { h.icon(.checkCircle, meaning: "Zeichen mit eigener Bedeutung: erledigt") }
    }
}
