import Practice
import Prevention

/// Was die Quelle belegt: the three axes of one practice, never more than its source bears, dated as the source.
struct PracticeEvidence {
    let reach: PracticeReach?
    let outcomes: [PracticeOutcome]
    let readiness: Graded<TransferReadiness>?
    let trust: Graded<TrustLevel>?

    init(_ source: SourcePractice) {
        let documents = source.source.compactMap { reference in
            SourceDocument(rawValue: reference.doc).map { (document: $0, section: reference.section) }
        }
        reach = Self.reach(source)
        guard let newest = documents.max(by: { $0.document.day < $1.document.day }) else {
            outcomes = []
            readiness = nil
            trust = nil
            return
        }
        let day = newest.document.day
        let name = [newest.document.title, newest.section].filter { !$0.isEmpty }.joined(separator: ", ")
        outcomes = Self.outcomes(source, day, name)
        readiness =
            source.documents.isEmpty
            ? Graded(.onePlace, criterion: "Die Quelle nennt keine Unterlagen zum Weitergeben.", on: day)
            : Graded(.writtenDown, criterion: "Die Quelle nennt Unterlagen dazu.", on: day)
        let chosen = documents.contains { $0.document == .report2016 }
        trust =
            chosen
            ? Graded(
                .specialistOffice,
                criterion: "Die Landeskoordinierungsstelle beschreibt sie in ihrem Abschlussbericht.",
                on: SourceDocument.report2016.day)
            : Graded(.selfReport, criterion: "Die Kommune beschreibt sie selbst.", on: day)
    }

    /// Reached people with how many there were, where the source counts both in the same year.
    private static func reach(_ source: SourcePractice) -> PracticeReach? {
        let pairs = [("beratene Wöchnerinnen", "Geburten")]
        for (reached, all) in pairs {
            guard let part = source.keyFigures.first(where: { $0.label == reached }),
                let whole = source.keyFigures.first(where: { $0.label == all }), part.year == whole.year,
                let year = part.year, let count = part.value, let of = whole.value
            else { continue }
            return PracticeReach(count: Int(count), of: Int(of), year: year)
        }
        return nil
    }

    /// What was counted (W2), then what is told without a number (W0).
    private static func outcomes(_ source: SourcePractice, _ day: Day, _ name: String) -> [PracticeOutcome] {
        let counted = source.keyFigures.filter { counts.contains($0.label) && $0.year != nil }.map { figure in
            PracticeOutcome(
                indicator: figure.label, finding: finding(figure),
                effect: Graded(.tried, criterion: "Die Quelle zählt, wen die Praxis erreicht.", on: day), source: name)
        }
        let told = source.achieved.map { words in
            PracticeOutcome(
                indicator: words, finding: "",
                effect: Graded(
                    .idea, criterion: "Die Quelle nennt das Ergebnis ohne Zahl und ohne Wirkmodell.", on: day),
                source: name)
        }
        return counted + told
    }

    /// "774 Frauen (2015), …" in the source's words.
    private static func finding(_ figure: SourceFigure) -> String {
        guard let value = figure.value else { return figure.note ?? "" }
        let number = value == value.rounded() ? String(Int(value)) : String(value).replacing(".", with: ",")
        let amount = [number, figure.unit ?? ""].filter { !$0.isEmpty }.joined(separator: " ")
        return amount + (figure.year.map { " (\($0))" } ?? "") + (figure.note.map { ", \($0)" } ?? "")
    }

    /// Figures that say who was reached; all others say how a practice is set up.
    private static let counts: Set<String> = [
        "Jugendliche, die ihre Auflagen erfüllen", "durchschnittlich erreichte Eltern",
        "durchschnittlich erreichte Personen", "beratene Wöchnerinnen", "Erreichungsquote",
        "vor der Entbindung beratene Schwangere", "Eltern je Woche (bis zu)", "Eltern je Woche (rund)",
        "Teilnehmende der Entwicklungskonferenz", "Eltern, die zum Austausch bereit sind (mehr als)",
        "erreichte Ersteltern je Jahr (über)", "Anteil der Besuchten, die ein Angebot nutzten",
        "Teilnehmende (mehr als)", "Elternkontakte je Monat", "Flüchtlingsfamilien je Monat von",
        "Flüchtlingsfamilien je Monat bis", "befragte Kinder und Jugendliche (knapp)", "aktive Jugendliche von",
        "aktive Jugendliche bis", "beteiligte Familien",
    ]
}

/// Quelldokument des Modellvorhabens.
enum SourceDocument: String, CaseIterable {
    case application2011 = "application-2011"
    case report2013 = "report-2013"
    case report2016 = "report-2016"
    case slidesMarch2014 = "slides-2014-03"
    case slidesOctober2014 = "slides-2014-10"

    /// Title as people know it.
    var title: String {
        switch self {
        case .application2011: "Förderantrag Kreis Unna und Städte, Dezember 2011"
        case .report2013: "Fachbericht der 18 Modellkommunen, September 2013"
        case .report2016: "Abschlussbericht der Landeskoordinierungsstelle, 2016"
        case .slidesMarch2014: "Vortrag Kreis Unna, März 2014"
        case .slidesOctober2014: "Vortrag Kreis Unna, Oktober 2014"
        }
    }

    /// Last day of the month, or of the year, in which it appeared.
    var day: Day {
        let text =
            switch self {
            case .application2011: "2011-12-31"
            case .report2013: "2013-09-30"
            case .report2016: "2016-12-31"
            case .slidesMarch2014: "2014-03-31"
            case .slidesOctober2014: "2014-10-31"
            }
        return Day(text) ?? Day(daysSince1970: 0)
    }
}
