import Prevention
import Texts
import Transfers
import Web

extension ExchangeRoom {
    func addRuleRoutes(to routes: inout RouteTable) {
        routes.get(ExchangePath.newRules.pattern, allow: Self.board, showNewRules)
        routes.post(ExchangePath.newRules.pattern, allow: Self.board, publishRules)
    }

    /// `GET /boerse/regeln/neu`: filled with the version in force.
    @Sendable func showNewRules(_ visit: Visit) async throws -> Answer {
        let (scene, _) = try await boardScene(visit)
        var fields = visit.query
        let next = scene.texts.ruleForm.suggested.filled(["number": "\(scene.market.versions.count + 1)"])
        if fields.text("fassung") == nil { fields.append("fassung", next) }
        for number in RuleNumber.allCases where fields.text(number.rawValue) == nil {
            fields.append(number.rawValue, "\(scene.market.rules[number])")
        }
        return newRulesPage(scene, try FormReader(fields, language: visit.language))
    }

    /// `POST /boerse/regeln/neu`: first shows what will be different, then publishes it.
    @Sendable func publishRules(_ visit: Visit) async throws -> Answer {
        let (scene, caller) = try await boardScene(visit)
        var form = try FormReader(visit)
        let rules = readRules(&form, scene)
        let reason = form.requiredText("grund", max: 300)
        guard form.isComplete, let rules, let reason else { return newRulesPage(scene, form) }
        guard form.flag("geprueft") else { return rulesCheckPage(scene, rules, reason) }
        do {
            try await store.publish(rules, caller.command(for: nil, visit, because: reason))
        } catch ExchangeRefusal.versionTaken {
            form.refuse("fassung", scene.sentence(.versionTaken))
            return newRulesPage(scene, form)
        }
        return scene.done(ExchangePath.rules.path(), "regeln")
    }

    /// The rules of a form, each fault named beside its field.
    private func readRules(_ form: inout FormReader, _ scene: Scene) -> ExchangeRules? {
        let texts = scene.texts.ruleForm
        let version = form.requiredText("fassung", max: 40)
        var rules = scene.market.rules
        for number in RuleNumber.allCases {
            let value = form.required(number.rawValue) { $0.integer(number.rawValue, in: number.bounds) }
            if let value { rules[number] = value }
        }
        guard form.isComplete, let version else { return nil }
        if scene.market.rules.changes(to: rules).isEmpty { form.refuse("fassung", texts.unchanged) }
        rules.version = version
        rules.validFrom = scene.market.day
        let isTaken =
            version == ExchangeRules.start.version || scene.market.versions.contains { $0.rules.version == version }
        if isTaken { form.refuse("fassung", scene.sentence(.versionTaken)) }
        for problem in rules.problems(highestGive: scene.market.participants.map(\.limits.give).max() ?? 0) {
            switch problem {
            case .versionMissing, .outOfRange: break  // Each field has said so.
            case .loadOutweighsMatches(let load, let weight):
                let numbers = ["load": scene.formats.number(load), "weight": scene.formats.number(weight)]
                form.refuse(RuleNumber.loadCost.rawValue, texts.loadTooHigh.filled(numbers))
            case .weightBelowOne: form.refuse(RuleNumber.travel.rawValue, texts.weightTooLow)
            }
        }
        return form.isComplete ? rules : nil
    }
}
