import Offers
import Tables

/// Profil "HSDS-DE Präventionskette": what we add to HSDS 3.1, as JSON merge patches of its schemas.
enum Profile {
    static func document(_ publicURL: String) -> JSONValue {
        .record([
            ("name", .text("HSDS-DE Präventionskette")), ("base", .text("HSDS 3.1")),
            ("uri", .text(publicURL + "/hsds/profil")),
            (
                "rules",
                .texts([
                    "Uhrzeiten sind Ortszeiten in Europe/Berlin; timezone wird nicht ausgegeben.",
                    "minimum_age und maximum_age sind Jahre ab 0; die genauen Monate stehen in de_age_from_months und de_age_to_months, ab −9 für die Schwangerschaft.",
                    "age_months findet Angebote, die zum Alter passen; Angebote ohne Altersangabe passen immer.",
                    "Geschützte Adressen werden nie ausgegeben: location_type ist dann virtual, das Gebiet steht in service_areas.",
                    "Eigene Felder beginnen mit de_.",
                ])
            ),
            (
                "patches",
                .record([("service", patch(service)), ("schedule", patch(schedule)), ("organization", patch(invented))])
            ),
        ])
    }

    private static func patch(_ members: [(String, JSONValue)]) -> JSONValue {
        .record([("properties", .record(members))])
    }

    private static func property(_ type: String, _ description: String) -> JSONValue {
        .record([("type", .text(type)), ("description", .text(description))])
    }

    private static let invented = [("de_invented", property("boolean", "Erfundener Eintrag zum Vorführen."))]

    private static let service: [(String, JSONValue)] =
        [
            ("de_age_from_months", property("integer", "Alter ab, in Monaten; −9 ist der Beginn der Schwangerschaft.")),
            ("de_age_to_months", property("integer", "Alter bis, in Monaten, einschließlich.")),
            ("de_summary", property("string", "Zwei einfache Sätze.")),
            ("de_topics", property("array", "Themen in freien Worten.")),
            ("de_needs_referral", property("boolean", "Nur mit Überweisung oder Vermittlung.")),
            ("de_registration", property("string", "needed, not_needed oder unknown.")),
        ] + invented

    private static let schedule: [(String, JSONValue)] = [
        ("de_purpose", property("string", "hours: Öffnungszeit, session: Termin mit Beginn.")),
        ("de_holiday_rule", property("string", "not_in_school_holidays oder only_in_school_holidays (NRW).")),
        ("de_exceptions", property("array", "Tage, an denen es ausfällt.")),
        ("de_public_holidays", property("boolean", "Auch an Feiertagen.")),
    ]
}
