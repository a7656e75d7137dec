import Practice
import Prevention
import Texts
import Web
import Workflow

/// The part of the form about proof: outcomes, the three axes, other registries, adopters, documents.
enum EvidenceForm {
    static func fields(of practice: Practice, _ names: MunicipalityNames) -> [(String, String)] {
        var pairs: [(String, String)] = []
        for (index, outcome) in practice.outcomes.enumerated() {
            let name = { FormRows.outcome.name(index + 1, $0) }
            pairs += [
                (name("groesse"), outcome.indicator), (name("befund"), outcome.finding),
                (name("stufe"), outcome.effect.level.rawValue), (name("kriterium"), outcome.effect.criterion),
                (name("tag"), day(outcome.effect.day)), (name("quelle"), outcome.source),
            ]
        }
        pairs += graded("t", practice.readiness) { "\($0.rawValue)" } + graded("v", practice.trust) { "\($0.rawValue)" }
        for (index, rating) in practice.ratings.enumerated() {
            let name = { FormRows.rating.name(index + 1, $0) }
            pairs += [
                (name("register"), rating.registry), (name("urteil"), rating.rating),
                (name("stufe"), rating.mapped?.rawValue ?? ""), (name("tag"), rating.day.map(day) ?? ""),
                (name("adresse"), rating.address ?? ""),
            ]
        }
        for (index, adopter) in practice.adopters.enumerated() {
            let name = { FormRows.adopter.name(index + 1, $0) }
            pairs += [
                (name("kommune"), names[adopter.municipality]), (name("art"), adopter.kind.rawValue),
                (name("seit"), adopter.since.map(String.init) ?? ""), (name("ergebnis"), adopter.result.rawValue),
                (name("geschichte"), adopter.story), (name("nachschau"), adopter.followedUp.map(day) ?? ""),
            ]
        }
        for (index, document) in practice.documents.enumerated() {
            let name = { FormRows.document.name(index + 1, $0) }
            pairs += [
                (name("titel"), document.title), (name("lizenz"), document.licence),
                (name("adresse"), document.address ?? ""),
            ]
        }
        return pairs
    }

    static func day(_ day: Day) -> String { "\(day.day).\(day.month).\(day.year)" }

    private static func graded<Level>(
        _ stem: String, _ graded: Graded<Level>?, _ raw: (Level) -> String
    ) -> [(String, String)] {
        guard let graded else { return [] }
        return [
            ("\(stem)-stufe", raw(graded.level)), ("\(stem)-kriterium", graded.criterion),
            ("\(stem)-tag", day(graded.day)),
        ]
    }

    static func read(_ form: inout FormReader, over practice: inout Practice, _ reading: PracticeForm.Reading) {
        practice.readiness = readAxis(&form, "t", TransferReadiness.allCases, practice.readiness, reading.today)
        practice.trust = readAxis(&form, "v", TrustLevel.allCases, practice.trust, reading.today)
        let earlier = practice.outcomes
        practice.outcomes = FormRows.all.compactMap { outcome(&form, $0, earlier, reading) }
        practice.ratings = FormRows.all.compactMap { rating(&form, $0, reading) }
        practice.adopters = FormRows.all.compactMap { adopter(&form, $0, reading) }
        practice.documents = FormRows.all.compactMap { document(&form, $0, reading) }
    }

    /// Years long before the first practice and days to come are typing errors.
    private static func pastDay(_ form: inout FormReader, _ field: String, _ today: Day) -> Day? {
        guard let first = Day(year: 1950, month: 1, day: 1) else { return nil }
        return form.day(field, in: first...today)
    }

    private static func readAxis<Level: RawRepresentable<Int>>(
        _ form: inout FormReader, _ stem: String, _ levels: [Level], _ earlier: Graded<Level>?, _ today: Day
    ) -> Graded<Level>? {
        let raw = form.choice("\(stem)-stufe", among: levels.map { "\($0.rawValue)" })
        let criterion = form.longText("\(stem)-kriterium", max: 1_000) ?? ""
        let day = pastDay(&form, "\(stem)-tag", today) ?? today
        guard let raw, let level = levels.first(where: { "\($0.rawValue)" == raw }) else { return nil }
        return kept(Graded(level, criterion: criterion, on: day), earlier)
    }

    /// The earlier grading with its own expiry, if nothing about it was changed.
    private static func kept<Level>(_ new: Graded<Level>, _ earlier: Graded<Level>?) -> Graded<Level> {
        guard let earlier, earlier.level == new.level, earlier.criterion == new.criterion, earlier.day == new.day else {
            return new
        }
        return earlier
    }

    private static func outcome(
        _ form: inout FormReader, _ row: Int, _ earlier: [PracticeOutcome], _ reading: PracticeForm.Reading
    ) -> PracticeOutcome? {
        let name = { FormRows.outcome.name(row, $0) }
        let indicator = form.text(name("groesse"), max: 300) ?? ""
        let finding = form.longText(name("befund"), max: 1_000) ?? ""
        let level = form.choice(name("stufe"), as: EffectLevel.self)
        let criterion = form.longText(name("kriterium"), max: 1_000) ?? ""
        let source = form.text(name("quelle"), max: 1_000) ?? ""
        let day = pastDay(&form, name("tag"), reading.today) ?? reading.today
        guard !(indicator + finding + criterion + source).isEmpty || level != nil else { return nil }
        if indicator.isEmpty { form.refuse(name("groesse"), reading.texts.outcomeName) }
        let graded = Graded(level ?? .idea, criterion: criterion, on: day)
        let before = earlier.first { $0.indicator == indicator && $0.effect.level == graded.level }
        return PracticeOutcome(
            indicator: indicator, finding: finding, effect: kept(graded, before?.effect), source: source)
    }

    private static func rating(
        _ form: inout FormReader, _ row: Int, _ reading: PracticeForm.Reading
    ) -> ExternalRating? {
        let name = { FormRows.rating.name(row, $0) }
        let registry = form.text(name("register"), max: 300) ?? ""
        let rating = form.text(name("urteil"), max: 500) ?? ""
        let mapped = form.choice(name("stufe"), as: EffectLevel.self)
        let day = pastDay(&form, name("tag"), reading.today)
        let address = form.url(name("adresse"))
        guard !(registry + rating).isEmpty || mapped != nil || address != nil else { return nil }
        if registry.isEmpty { form.refuse(name("register"), reading.texts.ratingName) }
        return ExternalRating(registry: registry, rating: rating, mapped: mapped, day: day, address: address)
    }

    private static func adopter(_ form: inout FormReader, _ row: Int, _ reading: PracticeForm.Reading) -> Adopter? {
        let name = { FormRows.adopter.name(row, $0) }
        let text = form.text(name("kommune"), max: 200)
        let kind = form.choice(name("art"), as: Adopter.Kind.self)
        let since = form.integer(name("seit"), in: 1900...reading.today.year)
        let result = form.choice(name("ergebnis"), as: Adopter.Result.self)
        let story = form.longText(name("geschichte"), max: 2_000) ?? ""
        let followedUp = pastDay(&form, name("nachschau"), reading.today)
        guard let text else {
            if !story.isEmpty || since != nil { form.refuse(name("kommune"), reading.texts.adopterName) }
            return nil
        }
        guard let municipality = reading.names.id(text) else {
            form.refuse(name("kommune"), reading.texts.unknownMunicipality.filled(["name": text]))
            return nil
        }
        return Adopter(
            municipality: municipality, kind: kind ?? .town, since: since, result: result ?? .notKnown, story: story,
            followedUp: followedUp)
    }

    private static func document(
        _ form: inout FormReader, _ row: Int, _ reading: PracticeForm.Reading
    ) -> PracticeDocument? {
        let name = { FormRows.document.name(row, $0) }
        let title = form.text(name("titel"), max: 300) ?? ""
        let licence = form.text(name("lizenz"), max: 200) ?? ""
        let address = form.url(name("adresse"))
        guard !(title + licence).isEmpty || address != nil else { return nil }
        if title.isEmpty { form.refuse(name("titel"), reading.texts.documentName) }
        return PracticeDocument(title: title, licence: licence, address: address)
    }
}
