import HTML
import Practice
import Prevention
import Texts
import Web
import Workflow

/// Eingabeformular: an entry as form fields and back.
enum PracticeForm {
    /// The ages that a form offers, in months.
    static let ages = [-9, 0, 3, 6, 12, 18, 24, 36, 48, 60, 72, 84, 96, 108, 120, 144, 168, 192, 216, 252, 324]

    /// How a status is sent.
    enum Stage: String, CaseIterable {
        case pilot, rollout, standard, ended, failed
    }

    enum Answer: String, CaseIterable {
        case yes, no
    }

    /// The fields as they stand in the entry.
    static func fields(of practice: Practice, _ names: MunicipalityNames) -> Fields {
        var pairs: [(String, String)] = [
            ("kommune", practice.municipalities.first.map { names[$0] } ?? ""), ("titel", practice.titles["de"] ?? ""),
            ("titel-en", practice.titles["en"] ?? ""), ("kurz", practice.lead), ("bedarf", practice.need),
            ("ziel", practice.goal), ("wirk-input", practice.effectModel.input),
            ("wirk-output", practice.effectModel.output), ("wirk-outcome", practice.effectModel.outcome),
            ("initiator", practice.initiator), ("seit", practice.since.map(String.init) ?? ""),
            ("stand", stage(practice.status)?.rawValue ?? ""), ("grund", practice.status.why ?? ""),
            ("kontakt-rolle", practice.contact.role), ("kontakt-stelle", practice.contact.office),
        ]
        pairs += FormRows.others.fields(practice.municipalities.dropFirst().map { names[$0] })
        pairs += placeFields(practice.place) + effortFields(practice)
        for (rows, elements) in [(FormRows.core, practice.coreElements), (.adaptable, practice.adaptables)] {
            pairs += rows.fields(elements.map(\.text))
            pairs += elements.enumerated().map { (rows.name($0.offset + 1, "key"), $0.element.key) }
        }
        pairs += FormRows.step.fields(practice.steps) + FormRows.role.fields(practice.roles)
        pairs += FormRows.partner.fields(practice.partners) + FormRows.success.fields(practice.successFactors)
        pairs += FormRows.stumbling.fields(practice.stumblingBlocks) + FormRows.source.fields(practice.sources)
        let sheet = practice.ownSheet
        pairs += [
            ("blatt-titel", sheet.shortTitle), ("blatt-was", sheet.what), ("blatt-wie", sheet.how),
            ("blatt-wandel", sheet.change), ("blatt-zahl", sheet.reachWords),
        ]
        pairs += FormRows.tick.fields(sheet.ticks)
        return Fields(pairs + EvidenceForm.fields(of: practice, names))
    }

    private static func placeFields(_ place: ChainPlace) -> [(String, String)] {
        [
            ("alter-von", "\(place.ages.from.months)"), ("alter-bis", "\(place.ages.to.months)"),
            ("uebergang", place.transition.map { "\($0.rawValue)" } ?? ""),
        ] + place.fields.list.map { ("felder", $0.rawValue) } + place.targetGroups.list.map { ("gruppen", $0.rawValue) }
            + place.access.list.map { ("zugang", $0.rawValue) } + place.settings.list.map { ("orte", $0.rawValue) }
            + place.strategies.list.map { ("strategie", $0.rawValue) }
    }

    private static func effortFields(_ practice: Practice) -> [(String, String)] {
        let effort = practice.effort
        return [
            ("erreicht", practice.reach.map { "\($0.count)" } ?? ""),
            ("erreicht-von", practice.reach.map { "\($0.of)" } ?? ""),
            ("erreicht-jahr", practice.reach.map { "\($0.year)" } ?? ""),
            ("stunden", effort.staffHours.map(String.init) ?? ""), ("einmalig", effort.costOnce.map(euro) ?? ""),
            ("jaehrlich", effort.costPerYear.map(euro) ?? ""), ("je-kind", effort.costPerChild.map(euro) ?? ""),
            ("finanzierung", effort.funding),
            ("dauerhaft", effort.isDurable.map { ($0 ? Answer.yes : .no).rawValue } ?? ""),
        ]
    }

    private static func euro(_ amount: Euro) -> String {
        let cents = amount.cents % 100
        return "\(amount.cents / 100)" + (cents == 0 ? "" : "," + (cents < 10 ? "0" : "") + "\(cents)")
    }

    private static func stage(_ status: PracticeStatus) -> Stage? {
        switch status {
        case .pilot: .pilot
        case .rollout: .rollout
        case .standard: .standard
        case .ended: .ended
        case .failed: .failed
        case .notStated: nil
        }
    }

    // MARK: Reading

    /// What the form is read with.
    struct Reading {
        let writer: PracticeWriter
        let names: MunicipalityNames
        let texts: EntryTexts
        let today: Day
    }

    /// Lays what was typed over `practice`; problems stay in `form`.
    static func read(_ form: inout FormReader, over practice: inout Practice, _ reading: Reading) {
        practice.titles["de"] = form.requiredText("titel", max: 120) ?? practice.titles["de"]
        practice.titles["en"] = form.text("titel-en", max: 120)
        practice.lead = form.longText("kurz", max: 500) ?? ""
        readMunicipalities(&form, &practice, reading)
        readPlace(&form, &practice.place, reading.texts)
        practice.need = form.longText("bedarf") ?? ""
        practice.goal = form.longText("ziel") ?? ""
        practice.effectModel = EffectModel(
            input: form.longText("wirk-input") ?? "", output: form.longText("wirk-output") ?? "",
            outcome: form.longText("wirk-outcome") ?? "")
        practice.elements =
            elements(&form, .core, of: practice) + elements(&form, .adaptable, of: practice)
        practice.steps = FormRows.step.read(&form)
        practice.roles = FormRows.role.read(&form)
        practice.partners = FormRows.partner.read(&form)
        practice.initiator = form.longText("initiator", max: 500) ?? ""
        readEffort(&form, &practice, reading)
        practice.successFactors = FormRows.success.read(&form)
        practice.stumblingBlocks = FormRows.stumbling.read(&form)
        practice.contact.role = form.text("kontakt-rolle") ?? ""
        practice.contact.office = form.text("kontakt-stelle") ?? ""
        practice.sources = FormRows.source.read(&form, max: 1_000)
        EvidenceForm.read(&form, over: &practice, reading)
        var sheet = SheetContent()
        sheet.shortTitle = form.text("blatt-titel", max: 120) ?? ""
        sheet.what = form.longText("blatt-was") ?? ""
        sheet.how = form.longText("blatt-wie") ?? ""
        sheet.change = form.longText("blatt-wandel") ?? ""
        sheet.ticks = FormRows.tick.read(&form)
        sheet.reachWords = form.text("blatt-zahl") ?? ""
        practice.sheet = sheet == SheetContent() ? nil : sheet
    }

    /// The first municipality is the owner: the writer's own for a new entry, never another one afterwards.
    private static func readMunicipalities(
        _ form: inout FormReader, _ practice: inout Practice, _ reading: Reading
    ) {
        var owner = practice.municipalities.first
        if owner == nil, let text = form.requiredText("kommune") {
            owner = reading.names.id(text)
            if owner == nil { form.refuse("kommune", reading.texts.unknownMunicipality.filled(["name": text])) }
            if let id = owner, !reading.writer.writes(for: id) {
                form.refuse("kommune", reading.texts.foreignMunicipality)
                owner = nil
            }
        }
        var all = owner.map { [$0] } ?? []
        for row in FormRows.all {
            guard let text = form.text(FormRows.others.name(row)) else { continue }
            guard let id = reading.names.id(text) else {
                form.refuse(FormRows.others.name(row), reading.texts.unknownMunicipality.filled(["name": text]))
                continue
            }
            if !all.contains(id) { all.append(id) }
        }
        practice.municipalities = all
    }

    private static func readPlace(_ form: inout FormReader, _ place: inout ChainPlace, _ texts: EntryTexts) {
        let from = form.required("alter-von") { $0.integer("alter-von", in: AgeInMonths.bounds) }
        let to = form.required("alter-bis") { $0.integer("alter-bis", in: AgeInMonths.bounds) }
        if let from, let to {
            if let range = AgeRange(from, to) {
                place.ages = range
            } else {
                form.refuse("alter-bis", texts.agesReversed)
            }
        }
        let known = Transition.allCases.map { "\($0.rawValue)" }
        place.transition = form.choice("uebergang", among: known).flatMap { Int($0) }.flatMap(Transition.init)
        place.fields = Choices(form.choices("felder", as: FieldOfAction.self))
        place.targetGroups = Choices(form.choices("gruppen", as: TargetGroup.self))
        place.access = Choices(form.choices("zugang", as: AccessMode.self))
        place.settings = Choices(form.choices("orte", as: Setting.self))
        place.strategies = Choices(form.choices("strategie", as: StrategyLine.self))
    }

    /// A line keeps the key of the element that stood there; a new line gets a key that was never used.
    private static func elements(
        _ form: inout FormReader, _ rows: FormRows, of practice: Practice
    ) -> [PracticeElement] {
        let known = Set((rows == .core ? practice.coreElements : practice.adaptables).map(\.key))
        var used: Set<String> = []
        return FormRows.all.compactMap { row in
            guard let text = form.text(rows.name(row), max: 500) else { return nil }
            let sent = form.fields.text(rows.name(row, "key")) ?? ""
            let isKnown = known.contains(sent) && used.insert(sent).inserted
            let key = isKnown ? sent : String(ID<PracticeElement>().text.prefix(13))
            return PracticeElement(key: key, text: text, isCore: rows == .core)
        }
    }

    private static func readEffort(_ form: inout FormReader, _ practice: inout Practice, _ reading: Reading) {
        let count = form.integer("erreicht", in: 0...100_000_000)
        let of = form.integer("erreicht-von", in: 0...100_000_000)
        let year = form.integer("erreicht-jahr", in: 1900...reading.today.year)
        practice.reach = nil
        if let count, let of, let year {
            practice.reach = PracticeReach(count: count, of: of, year: year)
        } else if count != nil || of != nil || year != nil {
            let empty = ["erreicht", "erreicht-von", "erreicht-jahr"].first { form.fields.text($0) == nil }
            if let empty { form.refuse(empty, reading.texts.reachParts) }
        }
        practice.effort.staffHours = form.integer("stunden", in: 0...10_000_000)
        practice.effort.costOnce = form.euro("einmalig", max: Euro(cents: 100_000_000_000))
        practice.effort.costPerYear = form.euro("jaehrlich", max: Euro(cents: 100_000_000_000))
        practice.effort.costPerChild = form.euro("je-kind", max: Euro(cents: 100_000_000_000))
        practice.effort.funding = form.longText("finanzierung", max: 1_000) ?? ""
        practice.effort.isDurable = form.choice("dauerhaft", as: Answer.self).map { $0 == .yes }
        practice.since = form.integer("seit", in: 1900...reading.today.year)
        let why = form.longText("grund", max: 2_000) ?? ""
        practice.status =
            switch form.choice("stand", as: Stage.self) {
            case .pilot: .pilot
            case .rollout: .rollout
            case .standard: .standard
            case .ended: .ended(why: why)
            case .failed: .failed(why: why)
            case nil: .notStated
            }
        if practice.status.why == nil, !why.isEmpty { form.refuse("stand", reading.texts.whyNeeded) }
    }
}
