package import Prevention

/// Bedingung: something that must be there around a practice so that it works, and that is not its content.
package struct Condition: Hashable, Sendable, Codable {
    /// The twelve groups of conditions, K1 to K12.
    package enum Category: String, CaseIterable, Sendable, Codable {
        case need = "K1"
        case mandateAndPromoters = "K2"
        case competenceAndLaw = "K3"
        case staffAndQualification = "K4"
        case roomsAndEquipment = "K5"
        case durableMoney = "K6"
        case partnersAndNetwork = "K7"
        case experience = "K8"
        case accessAndTrust = "K9"
        case followOnOffers = "K10"
        case dataAndInstruments = "K11"
        case sizeAndSettlement = "K12"
    }

    /// How it is answered.
    package enum Kind: Hashable, Sendable, Codable {
        case yesNo
        /// 0 to 3.
        case level
        case quantity(unit: String)
    }

    package let id: ID<Condition>
    package let category: Category
    /// One sentence that can be true or not.
    package let text: String
    package let kind: Kind
    package let howToCheck: String
    /// Names of the same condition in other frameworks, such as CFIR or PIET-T.
    package let alsoKnownAs: [String]

    package init(
        id: ID<Condition>, category: Category, text: String, kind: Kind, howToCheck: String, alsoKnownAs: [String] = []
    ) {
        self.id = id
        self.category = category
        self.text = text
        self.kind = kind
        self.howToCheck = howToCheck
        self.alsoKnownAs = alsoKnownAs
    }
}

/// Antwort auf eine Bedingung.
package enum ConditionValue: Hashable, Sendable, Codable {
    case yesNo(Bool)
    /// 0 to 3.
    case level(Int)
    case quantity(Double)
}

/// Anforderung: what a practice needs of one condition, how much hangs on it and why.
package struct Requirement: Hashable, Sendable, Codable {
    /// How much hangs on it; the raw value is its weight.
    package enum Weight: Int, CaseIterable, Sendable, Comparable, Codable {
        /// Förderlich: helps.
        case helpful = 1
        /// Wichtig.
        case important = 2
        /// Konstitutiv: without it the practice is not the practice.
        case constitutive = 3

        package static func < (left: Self, right: Self) -> Bool { left.rawValue < right.rawValue }
    }

    /// On what the weight rests.
    package enum Basis: String, CaseIterable, Sendable, Codable {
        case giverSays = "giver"
        case seenAtAdopters = "adopters"
        case study
    }

    package let id: ID<Requirement>
    package let practice: Reference
    package let condition: Condition
    package let threshold: ConditionValue
    package let weight: Weight
    /// Through what it makes the practice work.
    package let why: String
    package let basis: Basis
    /// Conditions that can stand in for it.
    package let substitutes: [ID<Condition>]

    package init(
        id: ID<Requirement>, practice: Reference, condition: Condition, threshold: ConditionValue, weight: Weight,
        why: String, basis: Basis, substitutes: [ID<Condition>] = []
    ) {
        self.id = id
        self.practice = practice
        self.condition = condition
        self.threshold = threshold
        self.weight = weight
        self.why = why
        self.basis = basis
        self.substitutes = substitutes
    }

    /// What `value` suggests to a rater, who may see it otherwise: one level or up to half of a quantity below the
    /// threshold is partly. `unknown` where the value is of another kind.
    package func suggested(for value: ConditionValue?) -> Fulfilment {
        switch (value, threshold) {
        case (.yesNo(let answer), .yesNo(let wanted)): answer == wanted ? .met : .notMet
        case (.level(let level), .level(let wanted)):
            level >= wanted ? .met : level == wanted - 1 && level > 0 ? .partly : .notMet
        case (.quantity(let amount), .quantity(let wanted)) where amount.isFinite:
            amount >= wanted ? .met : amount >= wanted / 2 && amount > 0 ? .partly : .notMet
        default: .unknown
        }
    }
}

/// Erfüllung: whether a receiver meets a requirement.
package enum Fulfilment: String, CaseIterable, Sendable, Codable {
    case met, partly
    case notMet = "not_met"
    case unknown
}
