import Foundation
import Prevention

/// Handlungsfelder of the sources in our words.
enum FieldWords {
    static let all: [String: FieldOfAction] = [
        "Gesundheit": .health, "Sucht und Psychiatrie": .health, "Bewegung und Ernährung": .health,
        "Kinder- und Jugendhilfe": .childAndYouthWelfare, "Frühe Hilfen": .childAndYouthWelfare,
        "Familienbildung": .childAndYouthWelfare, "Kinderschutz": .childAndYouthWelfare,
        "Recht und Ordnung": .childAndYouthWelfare, "Bildung": .education, "Sprache": .education,
        "Soziales": .socialSecurityAndWork, "Arbeit und Ausbildung": .socialSecurityAndWork,
        "Wohnen": .socialSecurityAndWork, "Integration": .integration, "Sport": .sport, "Kultur": .cultureAndLeisure,
        "Beteiligung": .participation, "Ehrenamt": .participation, "Steuerung und Planung": .participation,
        "Stadtentwicklung": .participation,
    ]

    /// Words that say more than the field they fall under.
    static let topics: Set<String> = [
        "Sucht und Psychiatrie", "Bewegung und Ernährung", "Frühe Hilfen", "Familienbildung", "Kinderschutz",
        "Recht und Ordnung", "Sprache", "Arbeit und Ausbildung", "Wohnen", "Ehrenamt", "Steuerung und Planung",
        "Stadtentwicklung",
    ]
}

/// Orte der Angebote in the sources' words.
enum SettingWords {
    static let all: [String: Setting] = [
        "Geburtsklinik": .maternityClinic, "Arztpraxis": .doctorsPractice, "Zuhause": .home, "Kita": .kita,
        "Familienzentrum": .familyCentre, "Kindertagespflege": .childMinder, "Grundschule": .primarySchool,
        "Weiterführende Schule": .secondarySchool, "Förderschule": .specialSchool, "Jugendeinrichtung": .youthCentre,
        "Quartier": .neighbourhood, "Beratungsstelle": .adviceCentre, "Familienbüro": .familyOffice,
        "Verwaltung": .administration, "Gesundheitswesen": .healthService,
        "Familienbildungsstätte": .familyEducationCentre, "Verein": .club, "Betrieb": .company,
        "Polizei und Justiz": .policeAndJustice, "Online": .online, "Printmedium": .print, "Jobcenter": .jobcentre,
    ]
}

/// Trägerarten that follow from a provider's name; everything else stays unknown.
enum ProviderWords {
    static let kinds: [([String], ProviderKind)] = [
        (["AWO", "Caritas", "Diakonie", "DRK", "Kinderschutzbund", "Parität", "INVIA"], .welfareAssociation),
        (["Kirchengemeinde", "Kirche"], .church), (["e.V.", "Verein", "verein", "Frauenforum"], .association),
        (["schule", "Schule"], .school),
        (
            [
                "Stadt ", "Kreisstadt", "Kreis ", "Jugendamt", "Jugendämter", "Gesundheitsamt", "Jobcenter",
                "Landeshauptstadt",
                "Gemeinde", "Kommunen", "Bundesamt", "Land NRW",
            ], .publicBody
        ),
    ]
}

/// Zielgruppen that follow from the words of the sources; everything else stays unknown.
enum TargetWords {
    private static let table: [([String], TargetGroup)] = [
        (
            [
                "fachkräfte", "fachkraft", "lehrkräfte", "schulleitungen", "tagespflegepersonen", "fachdienste",
                "fachstellen",
                "netzwerkpartner", "einrichtungen", "institutionen", "personal",
            ], .professionals
        ),
        (["jugendliche", "junge menschen", "schülerinnen", "schüler ", "mädchen"], .youth), (["kinder"], .child),
        (["eltern", "paare"], .parents), (["mütter"], .mothers), (["väter"], .fathers),
        (["alleinerziehende"], .singleParents),
        (["werdende", "schwangere"], .expectantParents), (["famili", "generationen"], .families),
        (["eingewandert", "zugewander", "geflüchtet", "flüchtling"], .newcomers),
    ]

    /// Only who is addressed directly: "Fachkräfte, mittelbar Kinder" is for professionals.
    static func groups(_ words: String) -> Set<TargetGroup> {
        let direct = (words.lowercased().components(separatedBy: "mittelbar").first ?? "").replacing(
            "kinderschutzfach", with: "fach"
        )
        .replacing("kita-fach", with: "fach")
        return Set(table.compactMap { rule in rule.0.contains { direct.contains($0) } ? rule.1 : nil })
    }
}
