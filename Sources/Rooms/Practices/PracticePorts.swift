package import Practice
package import Prevention
package import Web

/// Was die Praxisdatenbank von anderen Räumen weiß; a house without them shows the practices all the same.
package struct PracticePorts: Sendable {
    /// Practices whose giver has coaching free in the half-year of the day; `nil` without an exchange.
    package var coaching: @Sendable (Day) async throws -> Set<ID<Practice>>?
    /// How many of the conditions that a practice cannot do without the municipality meets; practices without known
    /// conditions are left out; `nil` without a context model.
    package var fit: @Sendable (ID<Area>) async throws -> [ID<Practice>: PracticeFit]?
    /// Who may see how well practices fit a municipality, for the area of the role; `nil`: everybody.
    package var fitReaders: Set<Role>?
    /// What the practice needs from its surroundings, heaviest first.
    package var conditions: @Sendable (ID<Practice>) async throws -> [PracticeCondition]
    /// Measured needs by which one can look for practices.
    package var needs: @Sendable (Day) async throws -> [PracticeNeed]
    /// Pages of other rooms, and of this one, that may be linked to.
    package var pages: Set<PracticePage>

    package init(
        coaching: @escaping @Sendable (Day) async throws -> Set<ID<Practice>>? = { _ in nil },
        fit: @escaping @Sendable (ID<Area>) async throws -> [ID<Practice>: PracticeFit]? = { _ in nil },
        conditions: @escaping @Sendable (ID<Practice>) async throws -> [PracticeCondition] = { _ in [] },
        needs: @escaping @Sendable (Day) async throws -> [PracticeNeed] = { _ in [] },
        pages: Set<PracticePage> = []
    ) {
        self.coaching = coaching
        self.fit = fit
        self.conditions = conditions
        self.needs = needs
        self.pages = pages
    }

    package static let none = PracticePorts()
}

/// A page that goes with a practice and may not be there in every house.
package enum PracticePage: String, CaseIterable, Sendable {
    /// `/praxis/{slug}/blatt`, `/pruefung`, `/fassungen`, and `/praxis/neu`.
    case sheet, review, versions, entry
    /// `/praxis/magazin`.
    case magazine
    /// `/boerse/gesuche/neu?praxis={slug}`.
    case request
    /// `/kontext/praxis/{slug}`, and `/kontext/abgleich` for a town.
    case check
    /// `/lernnetz/gespraech/practice/{id}`.
    case conversation
}

/// Passt zu uns: of how many conditions that a practice cannot do without how many are met.
package struct PracticeFit: Hashable, Sendable {
    package let met: Int
    package let of: Int

    package init(met: Int, of: Int) {
        self.met = met
        self.of = of
    }

    /// Classes of the share, to choose by.
    enum Share: String, CaseIterable, Sendable {
        case all = "alle"
        case most = "meiste"
        case few = "wenige"
        case unknown = "offen"
    }

    /// Most are at least two thirds.
    var share: Share {
        if of <= 0 { return .unknown }
        return met >= of ? .all : met * 3 >= of * 2 ? .most : .few
    }
}

/// Bedingung einer Praxis, as the context model knows it.
package struct PracticeCondition: Hashable, Sendable {
    package let text: String
    /// Why it matters; may be empty.
    package let why: String
    /// Without it the practice cannot work.
    package let isConstitutive: Bool

    package init(_ text: String, why: String = "", isConstitutive: Bool) {
        self.text = text
        self.why = why
        self.isConstitutive = isConstitutive
    }
}

/// Bedarf: an indicator of need with where in the chain it belongs.
package struct PracticeNeed: Hashable, Sendable {
    package let key: String
    package let name: String
    package let stages: Set<LifeStage>
    package let fields: Set<FieldOfAction>

    package init(key: String, name: String, stages: Set<LifeStage>, fields: Set<FieldOfAction>) {
        self.key = key
        self.name = name
        self.stages = stages
        self.fields = fields
    }

    /// Whether a practice stands where the need is measured.
    func concerns(_ place: ChainPlace) -> Bool {
        (stages.isEmpty || place.lifeStages.contains(where: stages.contains))
            && (fields.isEmpty || place.fields.words.contains(where: fields.contains))
    }
}
