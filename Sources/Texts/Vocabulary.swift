package import Prevention

/// Wortschatz: the words of the chain in the visitor's language; every room shows the same ones.
///
/// A table in code and not a file of texts, so that a word without a name does not compile.
package struct Vocabulary: Sendable {
    private let language: Language

    package init(_ language: Language) { self.language = language }

    private func pick(_ german: String, _ english: String, _ easy: String) -> String {
        switch language {
        case .german: german
        case .english: english
        case .easyGerman: easy
        }
    }
}

extension Vocabulary {
    package subscript(stage: LifeStage) -> String {
        switch stage {
        case .pregnancyAndBirth: pick("Schwangerschaft & Geburt", "Pregnancy & birth", "Schwangerschaft und Geburt")
        case .aroundKita: pick("Rund um die Kita", "Around day care", "Kita-Zeit")
        case .school: pick("Grundschule bis weiterführende Schule", "Primary to secondary school", "Schul-Zeit")
        case .youth: pick("Jugend & Beruf", "Youth & work", "Jugend und Arbeit")
        }
    }
}

extension Vocabulary {
    package subscript(transition: Transition) -> String {
        switch transition {
        case .birth: pick("Geburt", "Birth", "Geburt")
        case .kita: pick("Kita", "Day care", "Kita")
        case .primarySchool: pick("Schule", "School", "Schule")
        case .secondarySchool: pick("Weiterführende Schule", "Secondary school", "Neue Schule")
        case .work: pick("Beruf", "Work", "Arbeit")
        }
    }
}

extension Vocabulary {
    package subscript(field: FieldOfAction) -> String {
        switch field {
        case .health: pick("Gesundheit", "Health", "Gesundheit")
        case .childAndYouthWelfare:
            pick("Kinder- und Jugendhilfe", "Child and youth welfare", "Hilfe für Kinder und Jugendliche")
        case .education: pick("Bildung", "Education", "Lernen")
        case .socialSecurityAndWork: pick("Soziale Sicherung und Arbeit", "Social security and work", "Geld und Arbeit")
        case .integration: pick("Integration", "Integration", "Neu in Deutschland")
        case .sport: pick("Sport", "Sport", "Sport")
        case .cultureAndLeisure: pick("Kultur und Freizeit", "Culture and leisure", "Kultur und Frei-Zeit")
        case .participation: pick("Beteiligung", "Participation", "Mit-Reden")
        }
    }
}

extension Vocabulary {
    package subscript(group: TargetGroup) -> String {
        switch group {
        case .child: pick("Kinder", "Children", "Kinder")
        case .youth: pick("Jugendliche", "Young people", "Jugendliche")
        case .parents: pick("Eltern", "Parents", "Eltern")
        case .mothers: pick("Mütter", "Mothers", "Mütter")
        case .fathers: pick("Väter", "Fathers", "Väter")
        case .singleParents: pick("Alleinerziehende", "Single parents", "Allein-Erziehende")
        case .expectantParents: pick("Werdende Eltern", "Expectant parents", "Schwangere und ihre Partner")
        case .families: pick("Familien", "Families", "Familien")
        case .newcomers: pick("Neu Zugewanderte", "Newcomers", "Neu in Deutschland")
        case .professionals: pick("Fachkräfte", "Professionals", "Fach-Leute")
        }
    }
}

extension Vocabulary {
    package subscript(access: AccessMode) -> String {
        switch access {
        case .come: pick("Die Familie kommt", "The family comes", "Sie gehen hin")
        case .outreach: pick("Kommt nach Hause oder ins Viertel", "Comes to the family", "Jemand kommt zu Ihnen")
        case .universalSetting:
            pick("In Kita, Schule oder Klinik", "In day care, school or clinic", "In der Kita oder in der Schule")
        case .remote: pick("Online oder telefonisch", "Online or by phone", "Im Internet oder am Telefon")
        }
    }
}

extension Vocabulary {
    package subscript(tier: PreventionTier) -> String {
        switch tier {
        case .universal: pick("Universell", "Universal", "Für alle")
        case .selective: pick("Selektiv", "Selective", "Für manche")
        case .indicated: pick("Indiziert", "Indicated", "Für einzelne")
        }
    }
}

extension Vocabulary {
    package subscript(kind: ProviderKind) -> String {
        switch kind {
        case .publicBody: pick("Öffentlicher Träger", "Public body", "Stadt oder Kreis")
        case .welfareAssociation: pick("Wohlfahrtsverband", "Welfare association", "Wohlfahrts-Verband")
        case .association: pick("Verein", "Association", "Verein")
        case .church: pick("Kirche oder Religionsgemeinschaft", "Church or religious community", "Kirche oder Gemeinde")
        case .commercial: pick("Gewerblich", "Commercial", "Firma")
        case .selfHelp: pick("Selbsthilfe", "Self-help", "Selbst-Hilfe")
        case .healthInsurance: pick("Krankenkasse", "Health insurance", "Kranken-Kasse")
        case .school: pick("Schule", "School", "Schule")
        case .unknown: pick("Nicht angegeben", "Not stated", "Nicht bekannt")
        }
    }
}

extension Vocabulary {
    package subscript(feature: AccessibilityFeature) -> String {
        switch feature {
        case .stepFree: pick("Ohne Stufen", "Step-free", "Keine Stufen")
        case .accessibleToilet: pick("Barrierefreies WC", "Accessible toilet", "WC für Roll-Stuhl")
        case .lift: pick("Aufzug", "Lift", "Aufzug")
        case .hearingLoop: pick("Höranlage", "Hearing loop", "Hilfe zum Hören")
        case .quietRoom: pick("Ruheraum", "Quiet room", "Ruhiger Raum")
        case .pram: pick("Platz für Kinderwagen", "Room for prams", "Platz für Kinder-Wagen")
        case .signLanguage: pick("Gebärdensprache", "Sign language", "Gebärden-Sprache")
        case .parking: pick("Behindertenparkplatz", "Accessible parking", "Park-Platz für Menschen mit Behinderung")
        }
    }
}

extension Vocabulary {
    package subscript(level: AreaLevel) -> String {
        switch level {
        case .land: pick("Land", "State", "Land")
        case .kreis: pick("Kreis", "District", "Kreis")
        case .city: pick("Kreisfreie Stadt", "City", "Stadt")
        case .municipality: pick("Stadt oder Gemeinde", "Town", "Stadt oder Gemeinde")
        case .borough: pick("Stadtbezirk", "Borough", "Stadt-Bezirk")
        case .district: pick("Stadtteil", "Neighbourhood", "Stadt-Teil")
        }
    }
}

extension Vocabulary {
    package subscript(setting: Setting) -> String {
        switch setting {
        case .maternityClinic: pick("Geburtsklinik", "Maternity clinic", "Klinik")
        case .doctorsPractice: pick("Arztpraxis", "Doctor's practice", "Arzt-Praxis")
        case .home: pick("Zuhause", "At home", "Zu Hause")
        case .kita: pick("Kita", "Day care", "Kita")
        case .familyCentre: pick("Familienzentrum", "Family centre", "Familien-Zentrum")
        case .childMinder: pick("Kindertagespflege", "Child minder", "Tages-Mutter oder Tages-Vater")
        case .primarySchool: pick("Grundschule", "Primary school", "Grund-Schule")
        case .secondarySchool: pick("Weiterführende Schule", "Secondary school", "Schule ab Klasse 5")
        case .specialSchool: pick("Förderschule", "Special school", "Förder-Schule")
        case .youthCentre: pick("Jugendeinrichtung", "Youth centre", "Jugend-Treff")
        case .neighbourhood: pick("Quartier", "Neighbourhood", "Im Stadt-Teil")
        case .adviceCentre: pick("Beratungsstelle", "Advice centre", "Beratungs-Stelle")
        case .familyOffice: pick("Familienbüro", "Family office", "Familien-Büro")
        case .administration: pick("Verwaltung", "Administration", "Amt")
        case .healthService: pick("Gesundheitswesen", "Health service", "Gesundheits-Dienst")
        case .familyEducationCentre: pick("Familienbildungsstätte", "Family education centre", "Kurse für Familien")
        case .club: pick("Verein", "Club", "Verein")
        case .company: pick("Betrieb", "Company", "Firma")
        case .policeAndJustice: pick("Polizei und Justiz", "Police and justice", "Polizei und Gericht")
        case .online: pick("Online", "Online", "Internet")
        case .print: pick("Printmedium", "Print", "Heft oder Zettel")
        case .jobcentre: pick("Jobcenter", "Jobcentre", "Job-Center")
        }
    }
}
