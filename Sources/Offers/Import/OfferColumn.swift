import Tables

/// Spalte of a table of offers that the register understands.
///
/// Raw values are the names used in mapping files and never change.
package enum OfferColumn: String, CaseIterable, Sendable, Hashable {
    case key, title, summary, description
    case provider, providerKind
    case facility, facilityKind, street, postcode, town, latitude, longitude, accessibility, confidential
    case area
    case ageFromMonths, ageToMonths, ageFromYears, ageToYears, ages, stages
    case fields, topics, settings, targetGroups, audience, access, tier, languages, interpreter
    case cost, costPer, registration, registrationLink, referral, legalBasis, funding
    case places, freePlaces, waitingWeeks, capacityDay, reach
    case rule, start, weekdays, from, to, holidays, timesNote
    case contact, email, phone, consent, website
    case status, visibleFrom, visibleTo, alert, checkedOn, sources, internalNote

    /// The column's place in `allCases`: a case without values is stored as its number.
    var slot: Int { Int(unsafeBitCast(self, to: UInt8.self)) }

    /// The heading that exports write and mapping pages show.
    package var heading: String {
        switch self {
        case .key: "Schlüssel"
        case .title: "Titel"
        case .summary: "Kurzbeschreibung"
        case .description: "Beschreibung"
        case .provider: "Träger"
        case .providerKind: "Trägerart"
        case .facility: "Einrichtung"
        case .facilityKind: "Einrichtungsart"
        case .street: "Straße"
        case .postcode: "PLZ"
        case .town: "Ort"
        case .latitude: "Breitengrad"
        case .longitude: "Längengrad"
        case .accessibility: "Barrierefreiheit"
        case .confidential: "Schutzadresse"
        case .area: "Einzugsgebiet"
        case .ageFromMonths: "Alter von (Monate)"
        case .ageToMonths: "Alter bis (Monate)"
        case .ageFromYears: "Alter von (Jahre)"
        case .ageToYears: "Alter bis (Jahre)"
        case .ages: "Alter"
        case .stages: "Altersphase"
        case .fields: "Handlungsfeld"
        case .topics: "Themen"
        case .settings: "Ort des Angebots"
        case .targetGroups: "Zielgruppe"
        default: lateHeading
        }
    }

    private var lateHeading: String {
        switch self {
        case .audience: "Für wen"
        case .access: "Zugang"
        case .tier: "Präventionsart"
        case .languages: "Sprachen"
        case .interpreter: "Dolmetschen"
        case .cost: "Kosten"
        case .costPer: "Kosten je"
        case .registration: "Anmeldung"
        case .registrationLink: "Anmeldelink"
        case .referral: "Überweisung nötig"
        case .legalBasis: "Rechtsgrundlage"
        case .funding: "Finanzierung"
        case .places: "Plätze"
        case .freePlaces: "Freie Plätze"
        case .waitingWeeks: "Wartezeit (Wochen)"
        case .capacityDay: "Plätze am"
        case .reach: "Erreichte im Jahr"
        case .rule: "Wiederholung"
        case .start: "Erster Termin"
        case .weekdays: "Wochentage"
        case .from: "Beginn"
        case .to: "Ende"
        case .holidays: "Ferien"
        case .timesNote: "Hinweis zu den Zeiten"
        case .contact: "Ansprechstelle"
        case .email: "E-Mail"
        case .phone: "Telefon"
        case .consent: "Einwilligung"
        default: managementHeading
        }
    }

    private var managementHeading: String {
        switch self {
        case .website: "Internetseite"
        case .status: "Status"
        case .visibleFrom: "Sichtbar ab"
        case .visibleTo: "Sichtbar bis"
        case .alert: "Aktueller Hinweis"
        case .checkedOn: "Geprüft am"
        case .sources: "Quelle"
        default: "Interne Notiz"
        }
    }

    /// Other headings under which offices keep the same thing, folded.
    private var otherHeadings: [String] {
        switch self {
        case .key: ["id", "key", "nr", "nummer", "kennung", "externeid", "externalid"]
        case .title: ["name", "angebot", "bezeichnung", "title", "nameangebot", "namedesangebots", "angebotsname"]
        case .summary: ["kurztext", "kurzinfo", "summary", "zusammenfassung"]
        case .description: ["description", "inhalt", "text", "beschreibungdesangebots"]
        case .provider: ["traegername", "anbieter", "provider", "organisation", "veranstalter", "institution"]
        case .facility: ["veranstaltungsort", "facility", "standort", "einrichtungsname"]
        case .street: ["strassenr", "strasseundhausnummer", "adresse", "anschrift", "street", "strassehausnummer"]
        case .postcode: ["postleitzahl", "postcode", "zip"]
        case .town: ["stadt", "gemeinde", "town", "city", "wohnort"]
        case .latitude: ["lat", "latitude", "breite"]
        case .longitude: ["lon", "lng", "longitude", "laenge"]
        case .area: ["gebiet", "ags", "kommune", "municipality", "area", "stadtteil", "sozialraum"]
        case .ageFromMonths: ["agefrommonths", "altervonmonate", "altervoninmonaten", "alterabmonate"]
        case .ageToMonths: ["agetomonths", "alterbismonate", "alterbisinmonaten"]
        case .ageFromYears: ["altervon", "agefrom", "mindestalter", "alterab", "altervoninjahren"]
        case .ageToYears: ["alterbis", "ageto", "hoechstalter", "alterbisinjahren"]
        case .ages: ["altersgruppe", "altersspanne", "age"]
        case .stages: ["lifestage", "lebensphase", "phase"]
        case .fields: ["handlungsfelder", "field", "fields", "bereich", "themenfeld", "handlungsfeldbereich"]
        case .topics: ["thema", "topics", "schlagworte", "stichworte", "schlagwoerter", "tags"]
        case .settings: ["setting", "settings", "ortart", "lebenswelt"]
        case .targetGroups: ["targetgroup", "zielgruppen", "targetgroups"]
        case .access: ["accessmode", "zugangsart"]
        case .languages: ["sprache", "language", "languages"]
        case .cost: ["preis", "gebuehr", "teilnahmebeitrag", "entgelt", "cost", "kostenineuro"]
        case .registration: ["anmeldungerforderlich", "anmeldungnoetig", "registration"]
        case .rule: ["rrule", "rhythmus"]
        case .start: ["start", "startdatum", "datum", "ersterterminam", "kursbeginn"]
        case .weekdays: ["wochentag", "tag", "weekday", "tage"]
        case .from: ["uhrzeitvon", "von", "beginnuhrzeit", "uhrzeit"]
        case .to: ["uhrzeitbis", "bis", "endeuhrzeit"]
        case .contact: ["ansprechpartner", "kontakt", "contact", "ansprechperson", "ansprechpartnerin"]
        case .email: ["mail", "emailadresse", "kontaktemail"]
        case .phone: ["telefonnummer", "phone", "tel", "kontakttelefon"]
        case .website: ["webseite", "homepage", "url", "web", "internet", "link", "website"]
        case .checkedOn: ["stand", "aktualisiertam", "geprueft"]
        case .sources: ["quellen", "source", "sources"]
        case .status: ["state"]
        case .internalNote: ["notiz", "bemerkung", "internebemerkung", "anmerkung"]
        default: []
        }
    }

    /// The column meant by a heading, if it is one of the known words.
    package static func named(_ heading: String) -> OfferColumn? { byHeading[Folding.fold(heading)] }

    private static let byHeading: [String: OfferColumn] = {
        var result: [String: OfferColumn] = [:]
        for column in allCases {
            for word in [column.heading, column.rawValue] { result[Folding.fold(word)] = column }
        }
        for column in allCases {
            for word in column.otherHeadings where result[Folding.fold(word)] == nil {
                result[Folding.fold(word)] = column
            }
        }
        return result
    }()
}
