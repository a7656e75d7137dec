import Design
import HTML

/// The form fields in their states: empty, filled, wrong.
enum FormPatterns {
    static func write(_ h: HTML) {
        h.errorSummary([
            (field: "termin-monat", message: "Den Monat 14 gibt es nicht"),
            (field: "telefon", message: "Bitte geben Sie eine Nummer an"),
        ])
        h.form(.class("duo"), .action(.to("/-/muster"))) {
            h.div { problems(h) }
            h.div { choices(h) }
        }
        h.searchField(FieldState("suche"), label: "Im Register suchen", hint: "Name, Ort oder Träger")
    }

    private static func problems(_ h: HTML) {
        h.dateField(
            DateFieldState(
                "termin", day: "3", month: "14", year: "2026", problem: "Den Monat 14 gibt es nicht", wrong: [.month]),
            legend: "Wann ist der Geburtstermin?")
        h.textField(
            FieldState("telefon", problem: "Bitte geben Sie eine Nummer an"), label: "Telefon", kind: .phone,
            width: .half,
            autocomplete: "tel")
        h.textField(FieldState("plaetze", "12"), label: "Plätze", kind: .number, width: .short, suffix: "Plätze")
        h.textArea(
            FieldState("noch", "Wir kommen zu zweit."), label: "Was sollen wir wissen?", rows: 3, limit: 300,
            isOptional: true)
        h.fileField(
            FieldState("datei"), label: "Liste hochladen", hint: "Eine Tabelle als CSV.", accept: ".csv",
            limitMegabytes: 5)
        h.actions {
            h.submitButton("Angaben prüfen", .next)
            h.a("Abbrechen", .href(.to("/")))
        }
    }

    private static func choices(_ h: HTML) {
        h.selectField(
            FieldState("alter", "6"), label: "Wie alt ist Ihr Kind?",
            choices: [Choice("-9", "Ich bin schwanger"), Choice("6", "6 Monate"), Choice("12", "1 Jahr")])
        h.radioGroup(
            FieldState("melden", "anruf"), legend: "Wie sollen wir uns melden?",
            choices: [
                Choice("anruf", "Anruf"), Choice("nachricht", "Nachricht", hint: "Wir antworten an Werktagen."),
                Choice("nein", "Das möchte ich noch nicht sagen"),
            ])
        h.checkboxGroup(
            FieldState("sprache", values: ["ar"], problem: "Bitte wählen Sie höchstens zwei Sprachen"),
            legend: "Sprache",
            choices: [
                Choice("tr", "Türkisch", count: 2), Choice("ar", "العربية", count: 1, lang: "ar"),
                Choice("uk", "Ukrainisch", count: 1),
            ])
        h.checkbox(FieldState("hilfe", "ja"), label: "Ich brauche Hilfe beim Ausfüllen")
        h.fieldGroup("Adresse", hint: "Wo findet das Angebot statt?") {
            h.textField(FieldState("ort"), label: "Ort", autocomplete: "address-level2")
            h.textField(FieldState("plz"), label: "Postleitzahl", kind: .postcode, width: .short, isOptional: true)
        }
    }
}
