import Areas
package import Foundation
import Offers
package import Practice
package import Prevention
import Storage

/// Reads the good practice of the model project; a question that the source does not answer stays unanswered.
package struct PracticeReader {
    /// One practice of the file.
    package struct Item: Sendable {
        /// Key of the source, last part of the address.
        package let slug: String
        package let practice: Practice
    }

    private let sources: [SourcePractice]
    private let areas: [String: ID<Area>]
    private let standards: [String: String]
    private let networks: [String: String]
    private let offers: [String: PracticeLink]
    private let transfer: SourceTransfer

    /// - Parameter folder: `Examples/model-project`.
    /// - Throws: `ModelProjectError` naming the file that is missing or broken.
    package init(folder: URL) throws {
        let files = SourceFolder(url: folder)
        sources = try files.read("practices.json")
        areas = try files.municipalityAreas()
        let standards: [SourceStandard] = try files.read("standards.json")
        self.standards = Self.table(standards.map { ($0.id, $0.title) })
        let networks: [SourceNetwork] = try files.read("networks.json")
        self.networks = Self.table(networks.map { ($0.id, $0.name) })
        offers = Self.table(
            try OfferReader(folder: folder).content().offers.compactMap { offer in
                guard offer.status == .active, let key = offer.external?.key else { return nil }
                return (key, PracticeLink(.offer, key: offer.id.text, title: offer.title))
            })
        transfer = try files.read("transfer.json")
    }

    private static func table<Value>(_ pairs: [(String, Value)]) -> [String: Value] {
        Dictionary(pairs, uniquingKeysWith: { first, _ in first })
    }

    /// All 64, in the order of the file.
    package func practices() -> [Item] {
        let titles = Self.table(sources.map { ($0.id, $0.title) })
        return sources.map { Item(slug: $0.id, practice: practice($0, titles)) }
    }

    /// The key of a practice of the file, the same on every instance.
    package static func id(_ slug: String) -> ID<Practice> { ID(.modelProject, name: "practice/" + slug) }

    // MARK: One practice

    private func practice(_ source: SourcePractice, _ titles: [String: String]) -> Practice {
        let ages = Self.ages(source)
        var practice = Practice(id: Self.id(source.id), title: source.title, place: Self.place(source, ages.range))
        practice.municipalities = source.municipalityIds.compactMap { areas[$0] }
        practice.lead = source.summary
        practice.partners = source.partners
        practice.initiator = source.initiators.joined(separator: ", ")
        practice.since = source.startYear
        practice.status = Self.status(source)
        practice.successFactors = source.strengths
        practice.effort.funding = source.funding ?? ""
        practice.documents = source.documents.map { PracticeDocument(title: $0, licence: "", address: nil) }
        practice.sources = source.source.map { reference in
            let title = SourceDocument(rawValue: reference.doc)?.title ?? reference.doc
            return [title, reference.section].filter { !$0.isEmpty }.joined(separator: ", ")
        }
        practice.adopters = adopters(of: source.id)
        practice.background = background(source, ages.basis, titles)
        let evidence = PracticeEvidence(source)
        practice.reach = evidence.reach
        practice.outcomes = evidence.outcomes
        practice.readiness = evidence.readiness
        practice.trust = evidence.trust
        return practice
    }

    private static func place(_ source: SourcePractice, _ ages: AgeRange) -> ChainPlace {
        var place = ChainPlace(ages: ages)
        place.fields = Choices(source.fields.compactMap { FieldWords.all[$0] })
        let settings = Set(source.settings.compactMap { SettingWords.all[$0] })
        place.settings = Choices(settings)
        place.targetGroups = Choices(source.targetGroups.flatMap(TargetWords.groups))
        place.strategies = Choices(source.standardsMet.compactMap { Self.strategies[$0] })
        if place.strategies.contains(.outreach) || settings == [.home] {
            place.access = [.outreach]
        } else if !settings.isEmpty, settings.isSubset(of: Self.universal) {
            place.access = [.universalSetting]
        }
        return place
    }

    /// Families are there anyway.
    private static let universal: Set<Setting> = [
        .kita, .primarySchool, .secondarySchool, .specialSchool, .maternityClinic,
    ]

    /// The standards of quality that are lines of strategy.
    private static let strategies: [String: StrategyLine] = [
        "q1-beteiligungsorientierung": .participation, "q2-eltern-staerken-kinder-staerken": .strengthenParents,
        "q3-aufsuchender-ansatz": .outreach, "q4-ungleiches-ungleich-behandeln": .moreForThoseWithLess,
    ]

    /// Ages as stated; where one end or both are missing, the stages of the source give them.
    private static func ages(_ source: SourcePractice) -> (range: AgeRange, basis: PracticeBackground.AgeBasis) {
        let stages = source.lifeStages.compactMap(LifeStage.init(rawValue:))
        let lowest = stages.map(\.ages.lowerBound).min() ?? AgeInMonths.bounds.lowerBound
        let highest = stages.map { min($0.ages.upperBound, AgeInMonths.bounds.upperBound) }.max()
        let stated = [source.ageFromMonths, source.ageToMonths].compactMap { $0 }.count
        let range = AgeRange(
            source.ageFromMonths ?? lowest, source.ageToMonths ?? highest ?? AgeInMonths.bounds.upperBound)
        return (range ?? .wholeChain, stated == 2 ? .stated : stated == 1 ? .partlyDerived : .derived)
    }

    /// Only what the source says: running as a matter of course, a trial, or over.
    private static func status(_ source: SourcePractice) -> PracticeStatus {
        if source.endYear != nil { return .ended(why: "") }
        guard let words = source.status?.lowercased() else { return .notStated }
        if words.contains("regelangebot") || words.contains("unbefristet") { return .standard }
        return .pilot
    }

    private func background(
        _ source: SourcePractice, _ ages: PracticeBackground.AgeBasis, _ titles: [String: String]
    ) -> PracticeBackground {
        var told = PracticeBackground()
        told.form = PracticeBackground.Form(rawValue: source.kind)
        told.ages = ages
        told.ageNote = source.ageNote ?? ""
        told.aliases = source.aliases
        told.area = source.area ?? ""
        told.topics = source.fields
        told.audience = source.targetGroups
        told.locations = source.settings
        told.period = [source.startLabel, source.endLabel].compactMap { $0 }.joined(separator: " – ")
        told.state = source.status ?? ""
        told.figures = source.keyFigures.map(Self.figure)
        told.achieved = source.achieved
        told.standards = source.standardsMet.compactMap { standards[$0] }
        told.standardsBasis = Self.basis(source.standardsBasis ?? "")
        told.languages = source.languages
        told.costForFamilies = source.costForParticipants ?? ""
        told.evaluation = source.evaluation ?? ""
        told.links = links(source, titles)
        return told
    }

    private func links(_ source: SourcePractice, _ titles: [String: String]) -> [PracticeLink] {
        source.relatedPracticeIds.compactMap { key in
            titles[key].map { PracticeLink(.practice, key: key, title: $0) }
        }
            + source.networkIds.compactMap { key in
                networks[key].map { PracticeLink(.network, key: key, title: $0) }
            } + source.offerIds.compactMap { offers[$0] }
    }

    private static func figure(_ source: SourceFigure) -> PracticeFigure {
        PracticeFigure(
            label: source.label, value: source.value, unit: source.unit ?? "", year: source.year,
            note: source.note ?? "")
    }

    /// "report-2016 (…)" with the document's title.
    private static func basis(_ words: String) -> String {
        SourceDocument.allCases.reduce(words) { $0.replacing($1.rawValue, with: $1.title) }
    }

    /// The municipality that took the practice over in the sources' one worked example.
    private func adopters(of key: String) -> [Adopter] {
        let example = transfer.contextModel.workedExample
        guard key == example.practiceId, let area = areas[example.receiverMunicipalityId] else { return [] }
        let since = sources.first { $0.id == example.receivingPracticeId }?.startYear
        return [
            Adopter(
                municipality: area, kind: .city, since: since, result: .adapted, story: example.outcome)
        ]
    }
}
