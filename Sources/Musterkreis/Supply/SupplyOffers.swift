import Indicators
import Offers
import Prevention

/// Angebote nach Plan: what has to be added in a district so that its cells have the places of the plan.
struct SupplyOffers {
    /// An offer to be made: one stage, one or several fields, one district.
    struct Need {
        let stage: LifeStage
        let fields: Set<FieldOfAction>
        let district: Int
        let places: Int
        /// Not the first of these fields in the district.
        let isFurther: Bool
    }

    let needs: [Need]

    init(_ plan: SupplyPlan) {
        var needs: [Need] = []
        for family in Self.families {
            let wanted = family.fields.map { field -> (field: FieldOfAction, places: [Double], there: [Double]) in
                let group = SupplyGround.Group(stage: family.stage, field: field)
                return (field, plan.places(group), plan.ground.places(group))
            }
            for district in plan.ground.districts.indices {
                let open = wanted.map { ($0.field, $0.places[district], $0.places[district] - $0.there[district]) }
                needs += Self.offers(open, family.stage, district)
            }
        }
        self.needs = needs
    }

    /// Fields that one house or group serves together: those that rest on the same need.
    private static let families: [(stage: LifeStage, fields: [FieldOfAction])] =
        IndicatorPattern.all.filter { $0.use == .need }.flatMap { pattern in
            pattern.stages.map { ($0, pattern.fields) }
        }

    /// First what all fields lack, then what the others lack beyond that, until a tenth is left.
    private static func offers(
        _ fields: [(field: FieldOfAction, wanted: Double, missing: Double)], _ stage: LifeStage, _ district: Int
    ) -> [Need] {
        var left = fields
        var needs: [Need] = []
        while true {
            left = left.filter { $0.missing >= 1 && $0.missing > 0.08 * $0.wanted }
            guard let least = left.map(\.missing).min() else { return needs }
            let places = Int(least.rounded())
            needs.append(
                Need(
                    stage: stage, fields: Set(left.map(\.field)), district: district, places: places,
                    isFurther: !needs.isEmpty))
            left = left.map { ($0.field, $0.wanted, $0.missing - Double(places)) }
        }
    }
}

extension SupplyOffers.Need {
    /// What it is called, without the district.
    var title: String {
        if fields.count == 1, let field = fields.first { return Self.title(field, stage, isFurther) }
        return switch stage {
        case .pregnancyAndBirth: fields.contains(.health) ? "Hebammen und Bewegung" : "Ein guter Start"
        case .aroundKita: fields.contains(.health) ? "Bewegt und gesund in der Kita" : "Familienzentrum offen für alle"
        case .school: fields.contains(.health) ? "Bewegte Schule" : "Offener Ganztag"
        case .youth: "Jugendhaus mit offener Tür"
        }
    }

    private static func title(_ field: FieldOfAction, _ stage: LifeStage, _ isFurther: Bool) -> String {
        let isYoung = stage == .youth
        return switch field {
        case .health: isYoung ? "Gesund durch den Tag" : "Gesundheitstreff"
        case .childAndYouthWelfare: isYoung ? "Rat für junge Leute" : "Elterntreff"
        case .education: isYoung ? "Den Abschluss schaffen" : isFurther ? "Lernwerkstatt" : "Lernzeit"
        case .socialSecurityAndWork: isYoung ? "Starthilfe für die Ausbildung" : "Hilfe bei Geld und Anträgen"
        case .integration: isYoung ? "Sprachpaten" : "Ankommen und Deutsch lernen"
        case .sport: isYoung ? "Offene Sporthalle" : "Bewegungsgruppe"
        case .cultureAndLeisure: isYoung ? "Musik und Theater" : "Kreativwerkstatt"
        case .participation: isYoung ? "Jugendrat" : "Familienrat"
        }
    }

    var summary: String {
        switch stage {
        case .pregnancyAndBirth: "Offen für Familien im Stadtteil, von der Schwangerschaft bis zum ersten Geburtstag."
        case .aroundKita: "Für Kinder im Stadtteil, bevor sie in die Schule kommen. Eltern sind willkommen."
        case .school: "Für Schulkinder im Stadtteil, jede Woche. Ihr Kind kann jederzeit dazukommen."
        case .youth: "Für alle jungen Leute im Stadtteil. Du kannst einfach vorbeikommen."
        }
    }

    /// In months.
    var ages: AgeRange? {
        switch stage {
        case .pregnancyAndBirth: AgeRange(-9, 12)
        case .aroundKita: AgeRange(12, 72)
        case .school: AgeRange(72, 192)
        case .youth: AgeRange(192, 324)
        }
    }

    var groups: Set<TargetGroup> {
        switch stage {
        case .pregnancyAndBirth: [.expectantParents, .parents]
        case .aroundKita: [.child, .parents]
        case .school: [.child]
        case .youth: [.youth]
        }
    }

    var setting: Setting {
        switch stage {
        case .pregnancyAndBirth: .familyCentre
        case .aroundKita: .kita
        case .school: .primarySchool
        case .youth: .youthCentre
        }
    }
}
