import ContextModel
import Prevention
import Storage

/// Bedingungskatalog: what good practices of a prevention chain have needed around them, in our own words.
///
/// A municipality answers a condition once; every practice that needs it uses the answer. Names in other frameworks are
/// those of CFIR 2022 and the four themes of PIET-T, so that studies can be found.
enum ConditionCatalogue {
    /// One condition under a short name that never changes: the key is derived from it.
    struct Line {
        let slug: String
        let category: Condition.Category
        let text: String
        let kind: Condition.Kind
        let check: String
        let names: [String]

        init(
            _ slug: String, _ category: Condition.Category, _ text: String, check: String, _ names: [String],
            kind: Condition.Kind = .yesNo
        ) {
            self.slug = slug
            self.category = category
            self.text = text
            self.kind = kind
            self.check = check
            self.names = names
        }
    }

    /// In the order of the twelve groups.
    static let all: [Condition] = lines.map { line in
        Condition(
            id: id(line.slug), category: line.category, text: line.text, kind: line.kind, howToCheck: line.check,
            alsoKnownAs: line.names)
    }

    /// The condition with this key; `nil` for one that the catalogue does not know.
    static func condition(_ id: ID<Condition>) -> Condition? { positions[id].map { all[$0] } }

    /// The condition with this short name.
    static func condition(slug: String) -> Condition? { condition(id(slug)) }

    private static let positions = Dictionary(
        zip(all.map(\.id), all.indices), uniquingKeysWith: { first, _ in first })

    private static func id(_ slug: String) -> ID<Condition> { ID(.context, name: "condition/" + slug) }

    private static let lines = people + institutions + means + surroundings
}

extension ConditionCatalogue {
    /// K1 to K3: need, mandate, law.
    static let people: [Line] = [
        Line(
            "bedarf-belegt", .need, "Der Bedarf ist mit eigenen Zahlen belegt",
            check: "Monitoring, Lückenbericht oder Schuleingangsuntersuchung ansehen",
            ["CFIR: Tension for Change", "PIET-T: Population"]),
        Line(
            "bedarf-von-familien", .need, "Familien selbst nennen diesen Bedarf",
            check: "Gespräche in Kita, Familienzentrum oder Beratungsstelle auswerten",
            ["CFIR: Innovation Recipients – Need", "PIET-T: Population"]),
        Line(
            "zielgruppe-gross-genug", .need, "Im Jahr kommen genug Kinder in das Alter, um das es geht",
            check: "Geburten oder Neuaufnahmen des letzten Jahres zählen",
            ["CFIR: Local Conditions", "PIET-T: Population"], kind: .quantity(unit: "Kinder im Jahr")),
        Line(
            "ratsbeschluss", .mandateAndPromoters, "Rat oder Ausschuss haben den Auftrag beschlossen",
            check: "Beschluss mit Datum heraussuchen", ["CFIR: Policies & Laws", "PIET-T: Environment"]),
        Line(
            "spitze-steht-dahinter", .mandateAndPromoters, "Die Verwaltungsspitze steht dahinter",
            check: "Ist die Leitung in der Lenkungsgruppe vertreten und hat sie zugesagt?",
            ["CFIR: High-level Leaders", "PIET-T: Environment"], kind: .level),
        Line(
            "fachpromotor", .mandateAndPromoters, "Eine Fachkraft treibt das Vorhaben an und wird gehört",
            check: "Wer hält die Fäden, und mit wie vielen Stunden?",
            ["CFIR: Mid-level Leaders", "CFIR: Opinion Leaders"]),
        Line(
            "koordinierung", .mandateAndPromoters, "Es gibt eine Stelle, die die Präventionskette koordiniert",
            check: "Stellenplan: Anteil und Dauer", ["CFIR: Implementation Leads", "PIET-T: Environment"]),
        Line(
            "eigenes-jugendamt", .competenceAndLaw, "Die Gemeinde hat ein eigenes Jugendamt",
            check: "Sonst mit dem Kreisjugendamt klären, wer entscheidet", ["CFIR: Local Conditions"]),
        Line(
            "zustaendigkeit-geklaert", .competenceAndLaw, "Es ist geklärt, welches Amt wofür zuständig ist",
            check: "Absprache der Ämter, möglichst schriftlich", ["CFIR: Policies & Laws", "PIET-T: Environment"]),
        Line(
            "einwilligung-datenregeln", .competenceAndLaw, "Einwilligung und Datenregeln stehen",
            check: "Vordruck der Einwilligung und Stellungnahme des Datenschutzes ansehen",
            ["CFIR: Policies & Laws"]),
        Line(
            "kooperationsvertrag", .competenceAndLaw, "Die Zusammenarbeit der Träger ist schriftlich vereinbart",
            check: "Vereinbarung mit Laufzeit heraussuchen", ["CFIR: Partnerships & Connections"]),
    ]

    /// K4, K7, K8: staff, partners, experience.
    static let institutions: [Line] = [
        Line(
            "fachkraft-begleitet", .staffAndQualification, "Eine zusätzliche Fachkraft begleitet Eltern und Kinder",
            check: "Stelle, Stunden und Befristung erfragen",
            ["CFIR: Innovation Deliverers – Capability", "PIET-T: Environment"]),
        Line(
            "pflegekraft", .staffAndQualification, "Eine Pflegekraft prüft Sehen und Hören",
            check: "Gesundheitsamt fragen: Stunden je Monat", ["CFIR: Available Resources"]),
        Line(
            "hebamme", .staffAndQualification, "Eine Hebamme oder Familienhebamme arbeitet mit",
            check: "Zahl und Stunden bei den Frühen Hilfen erfragen", ["CFIR: Innovation Deliverers"]),
        Line(
            "fortbildung", .staffAndQualification, "Die Fachkräfte sind für die Aufgabe geschult oder werden es",
            check: "Fortbildungsplan, freie Tage, Referentin", ["CFIR: Access to Knowledge & Information"],
            kind: .level),
        Line(
            "mehrsprachige-kraefte", .staffAndQualification,
            "Menschen, die die Sprachen der Familien sprechen, arbeiten mit",
            check: "Liste der Sprachen, Zahl der Personen, Art der Bezahlung", ["CFIR: Innovation Deliverers"]),
        Line(
            "ehrenamtliche", .staffAndQualification, "Freiwillige lassen sich gewinnen und begleiten",
            check: "Freiwilligenagentur oder Verbände fragen", ["CFIR: Assets of the community"]),
        Line(
            "gesundheitsamt-kinderaerztin", .partnersAndNetwork,
            "Das Gesundheitsamt macht mit einer Kinderärztin mit", check: "Zusage mit Stunden je Woche einholen",
            ["CFIR: Partnerships & Connections", "PIET-T: Environment"]),
        Line(
            "traeger-und-kitas", .partnersAndNetwork, "Träger und Kitas sind einverstanden",
            check: "Trägerrunde: Wer hat zugesagt, wer zögert?", ["CFIR: Engaging – Innovation Deliverers"]),
        Line(
            "klinik-macht-mit", .partnersAndNetwork, "Die Geburtsklinik arbeitet mit",
            check: "Leitung der Station fragen; gibt es überhaupt eine Klinik am Ort?",
            ["CFIR: Partnerships & Connections"]),
        Line(
            "schulen-machen-mit", .partnersAndNetwork, "Die Schulen arbeiten mit",
            check: "Schulleitungen und Schulaufsicht fragen", ["CFIR: Partnerships & Connections"]),
        Line(
            "jobcenter-macht-mit", .partnersAndNetwork, "Das Jobcenter arbeitet mit",
            check: "Feste Ansprechstelle mit Entscheidungsrecht erfragen", ["CFIR: Partnerships & Connections"]),
        Line(
            "netzwerk-trifft-sich", .partnersAndNetwork,
            "Ein Netzwerk der Beteiligten trifft sich mindestens viermal im Jahr",
            check: "Protokolle des letzten Jahres zählen", ["CFIR: Relational Connections"]),
        Line(
            "erfahrung-projekt", .experience, "Die Einrichtungen haben schon Ähnliches gemeinsam getan",
            check: "Nach dem letzten gemeinsamen Vorhaben fragen: Was blieb davon?",
            ["CFIR: Compatibility", "PIET-T: Environment"], kind: .level),
        Line(
            "erfahrung-aufsuchend", .experience, "Fachkräfte sind gewohnt, zu den Familien zu gehen",
            check: "Hausbesuche oder Sprechstunden in der Kita im letzten Jahr", ["CFIR: Recipient-Centeredness"]),
        Line(
            "familienzentrum", .experience, "Es gibt Familienzentren, die Eltern gut kennen",
            check: "Zahl und Lage; wer geht hin?", ["CFIR: Structural Characteristics"]),
    ]

    /// K5, K6, K11: rooms, money, instruments.
    static let means: [Line] = [
        Line(
            "raum-in-der-kita", .roomsAndEquipment, "Die Kita hat einen Raum",
            check: "Begehen: ruhig, hell, mindestens einen halben Tag frei", ["CFIR: Available Resources – Space"]),
        Line(
            "raum-im-quartier", .roomsAndEquipment, "Es gibt einen Ort im Quartier, den Familien gut erreichen",
            check: "Zu Fuß, mit dem Kinderwagen und mit dem Bus ausprobieren",
            ["CFIR: Available Resources – Space"]),
        Line(
            "geraete", .roomsAndEquipment, "Geräte und Material sind da oder können beschafft werden",
            check: "Liste der gebenden Gemeinde durchgehen",
            ["CFIR: Available Resources – Materials & Equipment"]),
        Line(
            "kostenlos", .durableMoney, "Für Familien kostet es nichts", check: "Auch Fahrt und Material bedenken",
            ["CFIR: Innovation Cost", "PIET-T: Intervention"]),
        Line(
            "geld-drei-jahre", .durableMoney, "Das Geld reicht für mindestens drei Jahre",
            check: "Haushalt, Förderbescheid, Ende der Förderung", ["CFIR: Financing", "PIET-T: Environment"]),
        Line(
            "geld-dauerhaft", .durableMoney, "Das Geld steht dauerhaft im Haushalt",
            check: "Produkt und Konto im Haushalt nennen", ["CFIR: Financing"]),
        Line(
            "anschub", .durableMoney, "Für den Anfang sind Sachmittel da",
            check: "Betrag, der ohne neuen Beschluss verfügbar ist", ["CFIR: Available Resources – Funding"],
            kind: .quantity(unit: "Euro")),
        Line(
            "anerkanntes-verfahren", .dataAndInstruments, "Das Screening folgt anerkannten Verfahren",
            check: "Bogen der gebenden Gemeinde und Handbuch ansehen",
            ["CFIR: Innovation Evidence-Base", "PIET-T: Intervention"]),
        Line(
            "wirkung-messbar", .dataAndInstruments, "Es wird gezählt, wen das Angebot erreicht",
            check: "Wer zählt was, seit wann, wer sieht es?", ["CFIR: Reflecting & Evaluating"]),
        Line(
            "bestand-bekannt", .dataAndInstruments, "Ein aktuelles Verzeichnis der Angebote liegt vor",
            check: "Tag der letzten Prüfung im Register", ["CFIR: Information Technology Infrastructure"]),
    ]

    /// K9, K10, K12: access, follow-on offers, size.
    static let surroundings: [Line] = [
        Line(
            "eltern-kommen-mit", .accessAndTrust, "Eltern kommen mit",
            check: "Anteil der Eltern, die zum letzten ähnlichen Termin kamen",
            ["CFIR: Engaging – Innovation Recipients", "PIET-T: Population"]),
        Line(
            "vertrauen", .accessAndTrust, "Familien vertrauen der Stelle, die sie anspricht",
            check: "Eltern und Fachkräfte getrennt fragen", ["CFIR: Local Attitudes", "PIET-T: Population"],
            kind: .level),
        Line(
            "sprachen", .accessAndTrust, "Einladung und Gespräch gibt es in den Sprachen der Familien",
            check: "Sprachen der Familien mit den vorhandenen Texten vergleichen",
            ["CFIR: Recipient-Centeredness", "PIET-T: Population"]),
        Line(
            "erreichbar-fuer-alle", .accessAndTrust, "Der Zugang führt über einen Ort, an den fast alle Kinder kommen",
            check: "Klinik, Praxis, Kita oder Schule: Wie viele Kinder fehlen dort?", ["CFIR: Compatibility"]),
        Line(
            "angebote-im-stadtteil", .followOnOffers,
            "Es gibt Angebote im Stadtteil, in die vermittelt werden kann",
            check: "Lückenbericht für Alter und Stadtteil ansehen", ["CFIR: Assets of the community"]),
        Line(
            "fruehfoerderung", .followOnOffers, "Frühförderung und Beratung haben freie Plätze",
            check: "Wartezeit in Wochen erfragen", ["PIET-T: Environment"]),
        Line(
            "uebergabe-geregelt", .followOnOffers, "Es ist geregelt, wer eine Familie weiterbegleitet",
            check: "Ein Beispiel durchspielen: Wer ruft wen an?", ["CFIR: Communications"]),
        Line(
            "kleiner-anfang", .sizeAndSettlement,
            "Der Anfang ist dort möglich, wo der Bedarf am größten ist; danach wird ausgeweitet",
            check: "Zwei oder drei Stadtteile für den Anfang benennen", ["CFIR: Trialability"]),
        Line(
            "kurze-wege", .sizeAndSettlement, "Die Wege zwischen den Beteiligten sind kurz",
            check: "Fahrzeit mit Bus und Bahn", ["CFIR: Local Conditions", "PIET-T: Environment"]),
        Line(
            "groesse-vergleichbar", .sizeAndSettlement,
            "Die Zahl der Einrichtungen ist so, dass eine Fachkraft sie betreuen kann",
            check: "Einrichtungen durch Stellen teilen", ["CFIR: Structural Characteristics"]),
    ]
}
