import Prevention
import Tables

/// The words of tables for the vocabulary: raw values, German names and common spellings, folded.
enum ImportWords {
    static let fields = table(
        [
            .health: ["Gesundheit", "Sucht und Psychiatrie", "Bewegung und Ernährung", "Frühförderung"],
            .childAndYouthWelfare: [
                "Kinder- und Jugendhilfe", "Jugendhilfe", "Frühe Hilfen", "Familienbildung", "Kinderschutz",
                "Recht und Ordnung",
                "Beratung/Erziehung", "Beratung", "Erziehung", "Betreuung",
            ],
            .education: ["Bildung", "Sprache", "Schule"],
            .socialSecurityAndWork: [
                "Soziales", "Soziale Sicherung und Arbeit", "Arbeit und Ausbildung", "Wohnen", "materielle Sicherung",
                "Arbeit",
                "Wohnen/Umfeld",
            ],
            .integration: ["Integration", "Sprache/Integration", "Migration"],
            .sport: ["Sport", "Bewegung", "Sport/Bewegung"],
            .cultureAndLeisure: ["Kultur und Freizeit", "Kultur", "Freizeit", "Kultur/Freizeit"],
            .participation: ["Beteiligung", "Ehrenamt", "Steuerung und Planung", "Stadtentwicklung", "Partizipation"],
        ] as [FieldOfAction: [String]])

    static let settings = table(
        [
            .maternityClinic: ["Geburtsklinik", "Klinik", "Krankenhaus"], .doctorsPractice: ["Arztpraxis", "Praxis"],
            .home: ["Zuhause", "zu Hause", "Hausbesuch"], .kita: ["Kita", "Kindertagesstätte", "Kindergarten"],
            .familyCentre: ["Familienzentrum"], .childMinder: ["Kindertagespflege", "Tagespflege"],
            .primarySchool: ["Grundschule", "OGS"], .secondarySchool: ["Weiterführende Schule", "Schule"],
            .specialSchool: ["Förderschule"], .youthCentre: ["Jugendeinrichtung", "Jugendzentrum"],
            .neighbourhood: ["Quartier", "Stadtteil", "Nachbarschaft"], .adviceCentre: ["Beratungsstelle"],
            .familyOffice: ["Familienbüro"], .administration: ["Verwaltung", "Rathaus", "Jugendamt"],
            .healthService: ["Gesundheitswesen", "Gesundheitsamt"],
            .familyEducationCentre: ["Familienbildungsstätte", "Familienbildung"], .club: ["Verein", "Sportverein"],
            .company: ["Betrieb", "Unternehmen"], .policeAndJustice: ["Polizei und Justiz", "Polizei"],
            .online: ["Online", "Internet"], .print: ["Printmedium", "Broschüre"], .jobcentre: ["Jobcenter"],
        ] as [Setting: [String]])

    static let targetGroups = table(
        [
            .child: ["Kinder", "Kind"], .youth: ["Jugendliche"], .parents: ["Eltern"], .mothers: ["Mütter"],
            .fathers: ["Väter"], .singleParents: ["Alleinerziehende"],
            .expectantParents: ["Werdende Eltern", "Schwangere"], .families: ["Familien", "Familie"],
            .newcomers: ["Neu Zugewanderte", "Zugewanderte", "Geflüchtete"], .professionals: ["Fachkräfte"],
        ] as [TargetGroup: [String]])

    static let access = table(
        [
            .come: ["Komm-Struktur", "Kommstruktur", "Die Familie kommt"],
            .outreach: ["Geh-Struktur", "Gehstruktur", "aufsuchend"],
            .universalSetting: ["in Regeleinrichtung", "Regeleinrichtung", "in Regeleinrichtung platziert"],
            .remote: ["online", "Telefon", "online/Telefon", "telefonisch"],
        ] as [AccessMode: [String]])

    static let tiers = table(
        [
            .universal: ["universell", "primär"], .selective: ["selektiv", "sekundär"],
            .indicated: ["indiziert", "tertiär"],
        ] as [PreventionTier: [String]])

    static let providerKinds = table(
        [
            .publicBody: ["öffentlich", "Öffentlicher Träger", "Kommune"],
            .welfareAssociation: ["Wohlfahrtsverband", "frei", "Freier Träger"], .association: ["Verein"],
            .church: ["Kirche", "Kirche oder Religionsgemeinschaft"], .commercial: ["gewerblich", "privat"],
            .selfHelp: ["Selbsthilfe"], .healthInsurance: ["Krankenkasse", "Kasse"], .school: ["Schule"],
            .unknown: ["unbekannt", "Nicht angegeben"],
        ] as [ProviderKind: [String]])

    static let stages = table(
        [
            .pregnancyAndBirth: [
                "Schwangerschaft & Geburt", "Schwangerschaft und Geburt", "Schwangerschaft", "Geburt",
            ],
            .aroundKita: ["Rund um die Kita", "Kita"],
            .school: ["Grundschule bis weiterführende Schule", "Grundschule", "Schule"],
            .youth: ["Jugend & Beruf", "Jugend", "Beruf"],
        ] as [LifeStage: [String]])

    static let accessibility = table(
        [
            .stepFree: ["Ohne Stufen", "stufenlos", "rollstuhlgerecht", "barrierefrei"],
            .accessibleToilet: ["Barrierefreies WC", "WC", "Behinderten-WC"], .lift: ["Aufzug"],
            .hearingLoop: ["Höranlage", "Induktionsschleife"], .quietRoom: ["Ruheraum"],
            .pram: ["Platz für Kinderwagen", "Kinderwagen"], .signLanguage: ["Gebärdensprache", "DGS"],
            .parking: ["Behindertenparkplatz"],
        ] as [AccessibilityFeature: [String]])

    static let statuses = table(
        [
            .draft: ["Entwurf"], .inReview: ["in Prüfung"], .active: ["aktiv"], .paused: ["pausiert"],
            .ended: ["beendet", "abgelaufen"],
        ] as [OfferStatus: [String]])

    static let consents = table(
        [
            .web: ["Internet", "Portal"], .print: ["Druck", "Broschüre"], .inquiry: ["Auskunft", "auf Anfrage"],
        ] as [OfferContact.Channel: [String]])

    static let holidays = table(
        [
            .normal: ["auch in den Ferien", "immer"],
            .notInSchoolHolidays: ["nicht in den Schulferien", "nicht in den Ferien", "nein"],
            .onlyInSchoolHolidays: ["nur in den Schulferien", "nur in den Ferien"],
        ] as [Schedule.HolidayRule: [String]])

    static let weekdays: [String: Int] = {
        var result: [String: Int] = [:]
        for (index, names) in zip(GermanDay.names, GermanDay.adverbs).enumerated() {
            for word in [names.0, names.1, String(names.0.prefix(2)), RecurrenceRule.dayCodes[index]] {
                result[Folding.fold(word)] = index + 1
            }
        }
        return result
    }()

    static let languages: [String: String] = {
        var result: [String: String] = [:]
        for (code, words) in SpokenLanguages.germanNames {
            for word in words + [code] { result[Folding.fold(word)] = code }
        }
        return result
    }()

    static let yes: Set<String> = ["ja", "j", "yes", "true", "1", "x", "wahr"]
    static let no: Set<String> = ["nein", "n", "no", "false", "0", "falsch"]

    private static func table<Word: RawRepresentable<String> & Hashable & CaseIterable>(
        _ names: [Word: [String]]
    ) -> [String: Word] {
        var result: [String: Word] = [:]
        for (word, spellings) in names { for spelling in spellings { result[Folding.fold(spelling)] = word } }
        for word in Word.allCases { result[Folding.fold(word.rawValue)] = word }
        return result
    }
}
