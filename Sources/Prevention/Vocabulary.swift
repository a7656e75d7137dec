/// Handlungsfeld: the field of municipal action an offer, network or goal belongs to.
package enum FieldOfAction: String, CaseIterable, Sendable, Hashable {
    case health
    case childAndYouthWelfare = "welfare"
    case education
    case socialSecurityAndWork = "social"
    case integration
    case sport
    case cultureAndLeisure = "culture"
    case participation
}

/// Präventionsart: for all, for groups at risk, for children with signs. Internal: families never see it.
package enum PreventionTier: String, CaseIterable, Sendable, Hashable {
    case universal, selective, indicated
}

/// Zugang: the family comes to the offer, or the offer goes to the family.
package enum AccessMode: String, CaseIterable, Sendable, Hashable {
    case come, outreach
    /// Placed in a universal setting (Kita, school, clinic) where the family is anyway.
    case universalSetting = "setting"
    case remote
}

/// Regeleinrichtung und andere Orte: the kind of place at which an offer happens.
package enum Setting: String, CaseIterable, Sendable, Hashable {
    case maternityClinic = "clinic"
    case doctorsPractice = "practice"
    case home
    case kita
    case familyCentre = "family_centre"
    case childMinder = "child_minder"
    case primarySchool = "primary_school"
    case secondarySchool = "secondary_school"
    case specialSchool = "special_school"
    case youthCentre = "youth_centre"
    case neighbourhood
    case adviceCentre = "advice_centre"
    case familyOffice = "family_office"
    case administration
    case healthService = "health_service"
    case familyEducationCentre = "family_education"
    case club
    case company
    case policeAndJustice = "justice"
    case online
    case print
    case jobcentre
}

/// Zielgruppe: whom an offer addresses.
package enum TargetGroup: String, CaseIterable, Sendable, Hashable {
    case child, youth, parents, mothers, fathers, singleParents, expectantParents, families, newcomers, professionals
}

/// Trägerart: the kind of organisation that answers for an offer.
package enum ProviderKind: String, CaseIterable, Sendable, Hashable {
    case publicBody = "public"
    case welfareAssociation = "welfare"
    case association
    case church
    case commercial
    case selfHelp = "self_help"
    case healthInsurance = "insurance"
    case school
    case unknown
}

/// Barrierefreiheit: what makes a place usable for everyone.
package enum AccessibilityFeature: String, CaseIterable, Sendable, Hashable {
    case stepFree = "step_free"
    case accessibleToilet = "toilet"
    case lift
    case hearingLoop = "hearing_loop"
    case quietRoom = "quiet_room"
    case pram
    case signLanguage = "sign_language"
    case parking
}
