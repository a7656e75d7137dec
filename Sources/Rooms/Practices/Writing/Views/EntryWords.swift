import Practice
import Prevention
import Texts
import Workflow

/// Wörter eines Eintrags: each field of a practice in the visitor's language.
struct EntryWords: Sendable {
    let texts: WritingTexts
    let language: Language
    let names: MunicipalityNames
    let formats: Formats

    init(_ texts: WritingTexts, _ language: Language, _ names: MunicipalityNames) {
        self.texts = texts
        self.language = language
        self.names = names
        formats = Formats(language)
    }

    var entry: EntryTexts { texts.entry }
    var review: ReviewTexts { texts.review }
    var vocabulary: Vocabulary { Vocabulary(language) }

    /// The lines of a field; empty if nothing is stated.
    func lines(_ field: PracticeField, of practice: Practice) -> [String] {
        let lines: [String] =
            switch field {
            case .title: practice.titles.sorted { $0.key < $1.key }.map(\.value)
            case .lead: [practice.lead]
            case .municipalities: practice.municipalities.map { names[$0] }
            case .place: place(practice.place)
            case .fields: practice.place.fields.list.map { vocabulary[$0] }
            case .targetGroups: practice.place.targetGroups.list.map { vocabulary[$0] }
            case .need: [practice.need]
            case .goal: [practice.goal]
            case .effectModel:
                [
                    ("wirk-input", practice.effectModel.input), ("wirk-output", practice.effectModel.output),
                    ("wirk-outcome", practice.effectModel.outcome),
                ].filter { !$0.1.isEmpty }.map { labelled($0.0, $0.1) }
            case .coreElements: practice.coreElements.map(\.text)
            case .adaptables: practice.adaptables.map(\.text)
            case .steps: practice.steps
            case .roles: practice.roles
            case .partners: practice.partners
            case .initiator: [practice.initiator]
            case .successFactors: practice.successFactors
            case .stumblingBlocks: practice.stumblingBlocks
            case .sources: practice.sources
            case .since: practice.since.map { ["\($0)"] } ?? []
            case .contact: [practice.contact.role, practice.contact.office]
            case .shortTitle: [practice.ownSheet.shortTitle]
            case .sheetText: practice.ownSheet.blocks + [practice.ownSheet.reachWords]
            case .ticks: practice.ownSheet.ticks
            case .background: []
            default: proof(field, of: practice)
            }
        return lines.filter { !$0.isEmpty }
    }

    private func proof(_ field: PracticeField, of practice: Practice) -> [String] {
        switch field {
        case .reach:
            practice.reach.map { ["\(formats.number($0.count)) / \(formats.number($0.of)) (\($0.year))"] } ?? []
        case .effort: effort(practice.effort)
        case .status: [status(practice.status)]
        case .outcomes:
            practice.outcomes.map { outcome in
                let head = [outcome.indicator, outcome.finding].filter { !$0.isEmpty }.joined(separator: ": ")
                let level = "\(outcome.effect.level.rawValue), \(outcome.effect.criterion)"
                return [head, level, outcome.source].filter { !$0.isEmpty }.joined(separator: " · ")
            }
        case .readiness:
            practice.readiness.map { ["\(entry.readiness["\($0.level.rawValue)"] ?? ""): \($0.criterion)"] } ?? []
        case .trust: practice.trust.map { ["\(entry.trust["\($0.level.rawValue)"] ?? ""): \($0.criterion)"] } ?? []
        case .ratings: practice.ratings.map { "\($0.registry): \($0.rating)" }
        case .adopters:
            practice.adopters.map { adopter in
                let since = adopter.since.map { " (\($0))" } ?? ""
                return "\(names[adopter.municipality])\(since), \(result(adopter.result)): \(adopter.story)"
            }
        case .documents:
            practice.documents.map { [$0.title, $0.licence].filter { !$0.isEmpty }.joined(separator: ", ") }
        default: []
        }
    }

    private func place(_ place: ChainPlace) -> [String] {
        [
            formats.ages(place.ages), place.fields.list.map { vocabulary[$0] }.joined(separator: ", "),
            place.targetGroups.list.map { vocabulary[$0] }.joined(separator: ", "),
            place.transition.map { vocabulary[$0] } ?? "",
            place.access.list.map { vocabulary[$0] }.joined(separator: ", "),
            place.settings.list.map { vocabulary[$0] }.joined(separator: ", "),
            place.strategies.list.map { entry.strategies[$0.rawValue] ?? $0.rawValue }.joined(separator: ", "),
        ]
    }

    /// A question keeps its mark: "Je Kind: 5 Euro", "Was setzen Sie ein? Einen Bus".
    private func labelled(_ field: String, _ value: String) -> String {
        let label = entry.label(field)
        return label.hasSuffix("?") ? "\(label) \(value)" : "\(label): \(value)"
    }

    private func effort(_ effort: PracticeEffort) -> [String] {
        func line(_ field: String, _ value: String?) -> String? { value.map { labelled(field, $0) } }
        return [
            line("stunden", effort.staffHours.map(formats.number)),
            line("einmalig", effort.costOnce.map(formats.money)),
            line("jaehrlich", effort.costPerYear.map(formats.money)),
            line("je-kind", effort.costPerChild.map(formats.money)),
            effort.funding.isEmpty ? nil : line("finanzierung", effort.funding),
            line("dauerhaft", effort.isDurable.map { $0 ? entry.yes : entry.no }),
        ].compactMap { $0 }
    }

    func status(_ status: PracticeStatus) -> String {
        let name =
            switch status {
            case .pilot: "pilot"
            case .rollout: "rollout"
            case .standard: "standard"
            case .ended: "ended"
            case .failed: "failed"
            case .notStated: ""
            }
        let word = entry.statuses[name] ?? ""
        return status.why.map { "\(word): \($0)" } ?? word
    }

    func result(_ result: Adopter.Result) -> String { entry.results[result.rawValue] ?? result.rawValue }

    // MARK: Sentences

    /// A change as a sentence; what happened to core elements in full.
    func sentence(_ change: PracticeChange) -> String {
        switch change {
        case .field(let field): entry.changes.field.filled(["field": entry[field]])
        case .coreAdded(let element): entry.changes.coreAdded.filled(["text": element.text])
        case .coreRemoved(let element): entry.changes.coreRemoved.filled(["text": element.text])
        case .coreChanged(let before, let after):
            entry.changes.coreChanged.filled(["before": before.text, "after": after.text])
        case .harm(let outcome):
            entry.changes.harm.filled([
                "text": [outcome.indicator, outcome.finding].filter { !$0.isEmpty }.joined(separator: ": ")
            ])
        }
    }

    /// What a municipality was told, as sentences.
    func sentences(_ notice: PracticeNotice, _ file: PracticeFile) -> [String] {
        notice.isEnd
            ? [entry.changes.ended.filled(["reason": file.reasonOfEnd ?? ""])]
            : file.news(from: notice.from, to: notice.to).map(sentence)
    }

    /// What is missing, as a sentence that says what to do, with the form's field.
    func gap(_ gap: PracticeGap) -> (field: String, message: String) {
        let gaps = entry.gaps
        return switch gap {
        case .missing(let field): (Self.input(field), gaps.missing.filled(["field": entry[field]]))
        case .tooFew(let field, let count, let fewest):
            (
                Self.input(field),
                gaps.tooFew.filled(["field": entry[field], "count": "\(count)", "of": "\(fewest)"])
            )
        case .doubled(let field, let line):
            (Self.input(field), gaps.doubled.filled(["field": entry[field], "line": line]))
        case .whyMissing: ("grund", gaps.whyMissing)
        case .reachImpossible: ("erreicht", gaps.reachImpossible)
        case .readinessNotBacked(let claimed, let highest):
            (
                "t-stufe",
                gaps.readinessNotBacked.filled(["claimed": "T\(claimed.rawValue)", "highest": "T\(highest.rawValue)"])
            )
        case .sourceMissing(let indicator, let level):
            (Self.input(.outcomes), gaps.sourceMissing.filled(["indicator": indicator, "level": level.rawValue]))
        case .criterionMissing(let field):
            (
                field == .outcomes
                    ? FormRows.outcome.name(1, "kriterium") : Self.input(field).replacing("stufe", with: "kriterium"),
                gaps.criterionMissing.filled(["field": entry[field]])
            )
        case .storyMissing(let area): (Self.input(.adopters), gaps.storyMissing.filled(["name": names[area]]))
        case .licenceMissing(let document): (Self.input(.documents), gaps.licenceMissing.filled(["name": document]))
        case .elementDoubled: (Self.input(.coreElements), gaps.elementDoubled)
        case .costNegative: ("stunden", gaps.costNegative)
        case .tooLong(let field, let count, let most, let line):
            (
                Self.input(field, line: line),
                (line == nil ? gaps.tooLong : gaps.tooLongLine).filled([
                    "field": entry[field], "count": "\(count)", "of": "\(most)", "line": line.map(String.init) ?? "",
                ])
            )
        case .tooMany(let field, let count, let most):
            (Self.input(field), gaps.tooMany.filled(["field": entry[field], "count": "\(count)", "of": "\(most)"]))
        case .tooManyWords(let field, let count, let most):
            (
                Self.input(field),
                gaps.tooManyWords.filled(["field": entry[field], "count": "\(count)", "of": "\(most)"])
            )
        }
    }

    /// The first input of a field in the form.
    static func input(_ field: PracticeField) -> String {
        switch field {
        case .title: "titel"
        case .lead: "kurz"
        case .municipalities: "kommune"
        case .place: "alter-von"
        case .fields: "felder"
        case .targetGroups: "gruppen"
        case .need: "bedarf"
        case .goal: "ziel"
        case .effectModel: "wirk-input"
        case .coreElements: FormRows.core.name(1)
        case .adaptables: FormRows.adaptable.name(1)
        case .steps: FormRows.step.name(1)
        case .roles: FormRows.role.name(1)
        case .partners: FormRows.partner.name(1)
        case .initiator: "initiator"
        case .reach: "erreicht"
        case .effort: "stunden"
        case .since: "seit"
        case .status: "stand"
        case .successFactors: FormRows.success.name(1)
        case .stumblingBlocks: FormRows.stumbling.name(1)
        case .outcomes: FormRows.outcome.name(1, "groesse")
        case .readiness: "t-stufe"
        case .trust: "v-stufe"
        case .ratings: FormRows.rating.name(1, "register")
        case .adopters: FormRows.adopter.name(1, "kommune")
        case .documents: FormRows.document.name(1, "titel")
        case .contact: "kontakt-rolle"
        case .sources, .background: FormRows.source.name(1)
        case .shortTitle: "blatt-titel"
        case .sheetText: "blatt-was"
        case .ticks: FormRows.tick.name(1)
        }
    }

    /// The input of a line of a list, counted from 1.
    static func input(_ field: PracticeField, line: Int?) -> String {
        line.map { input(field).replacing("-1", with: "-\($0)") } ?? input(field)
    }

    /// Who acted, without names.
    func actor(_ author: Reference, of file: PracticeFile, _ writer: PracticeWriter) -> String {
        if author == writer.user { return entry.versions.you }
        return author.id.hasPrefix("system:")
            ? entry.versions.system : entry.versions.own.filled(["name": names[file.owner]])
    }

    func office(_ person: Review.Person, _ writer: PracticeWriter) -> String {
        let office =
            switch person.office {
            case .municipality(let area): review.offices.municipality.filled(["name": names[area]])
            case .specialist: review.offices.specialist
            case .clock: review.offices.clock
            }
        return person.user == writer.user ? "\(office) (\(review.offices.you))" : office
    }

    /// Why a step cannot be taken, and who can.
    func refusal(_ refusal: ReviewRefusal) -> String {
        let words = review.refusals
        return switch refusal {
        case .notYours: words.notYours
        case .isAuthor: words.isAuthor
        case .sameMunicipality: words.sameMunicipality
        case .hasCheckedAlready: words.hasCheckedAlready
        case .tradePartner(let day): words.tradePartner.filled(["day": formats.day(day)])
        case .incomplete: words.incomplete
        case .tooEarly(let day): words.tooEarly.filled(["day": formats.day(day)])
        case .course(.impossible): words.impossible
        case .course(.reasonMissing): words.reasonMissing
        case .course(.timeRunsBack): words.timeRunsBack
        }
    }
}
