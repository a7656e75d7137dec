import Areas
import Offers
import Prevention
import Texts
import Web

/// The second step of the form: what planners want to know.
enum PlanningForm {
    static func fields(of offer: Offer, tree: AreaTree) -> Fields {
        let day = { (value: Day?) in value.map(ScheduleForm.text) ?? "" }
        let number = { (value: Int?) in value.map(String.init) ?? "" }
        var pairs: [(String, String)] = [
            ("beschreibung", offer.description), ("zugang", offer.accessMode?.rawValue ?? ""),
            ("praevention", offer.tier?.rawValue ?? ""), ("sprachen", offer.languages.joined(separator: ", ")),
            ("ueberweisung", offer.needsReferral.map { $0 ? "ja" : "nein" } ?? ""),
            ("recht", offer.legalBasis.joined(separator: "\n")), ("finanzierung", offer.fundingNote),
            ("plaetze", number(offer.capacity?.total)), ("frei", number(offer.capacity?.free)),
            ("warten", number(offer.capacity?.waitingWeeks)), ("einheit", offer.capacity?.unit ?? ""),
            ("plaetze-am", day(offer.capacity?.asOf)), ("reichweite", number(offer.reachPerYear)),
            ("internet", offer.website ?? ""),
            ("gebiete", offer.areaScope.compactMap { name($0, tree) }.joined(separator: "\n")),
            ("sichtbar-ab", day(offer.visibleFrom)), ("sichtbar-bis", day(offer.visibleTo)), ("hinweis", offer.alert),
            ("notiz", offer.internalNote),
        ]
        pairs += offer.settings.map(\.rawValue).sorted().map { ("setting", $0) }
        pairs += offer.targetGroups.map(\.rawValue).sorted().map { ("zielgruppe", $0) }
        if offer.hasInterpreter { pairs.append(("dolmetschen", "ja")) }
        return Fields(pairs)
    }

    /// The name if it is the only one, else the key.
    static func name(_ id: ID<Area>, _ tree: AreaTree) -> String? {
        guard let area = tree[id] else { return nil }
        return tree.areas.filter { $0.name == area.name }.count == 1 ? area.name : area.key.text
    }

    /// Lays what was typed over `offer`; problems stay in `form`.
    ///
    /// - Parameter isInternal: without, internal fields are not in the form and stay.
    static func read(
        _ form: inout FormReader, over offer: inout Offer, areas: AreaDirectory.Snapshot, texts: RegisterTexts,
        isInternal: Bool = true
    ) {
        offer.description = form.longText("beschreibung", max: 20_000) ?? ""
        offer.settings = Set(form.choices("setting", as: Setting.self))
        offer.targetGroups = Set(form.choices("zielgruppe", as: TargetGroup.self))
        offer.accessMode = form.choice("zugang", as: AccessMode.self)
        readLanguages(&form, &offer, texts)
        offer.needsReferral = form.choice("ueberweisung", among: ["ja", "nein"]).map { $0 == "ja" }
        readCapacity(&form, &offer)
        readAreas(&form, &offer, areas, texts)
        offer.website = form.url("internet")
        offer.visibleFrom = form.day("sichtbar-ab")
        offer.visibleTo = form.day("sichtbar-bis")
        if let from = offer.visibleFrom, let to = offer.visibleTo, to < from {
            form.refuse("sichtbar-bis", texts.form.orderDays)
        }
        offer.alert = form.longText("hinweis", max: 1_000) ?? ""
        if isInternal { readInternal(&form, &offer) }
    }

    private static func readInternal(_ form: inout FormReader, _ offer: inout Offer) {
        offer.tier = form.choice("praevention", as: PreventionTier.self)
        offer.legalBasis = lines(form.longText("recht"))
        offer.fundingNote = form.longText("finanzierung") ?? ""
        offer.reachPerYear = form.integer("reichweite", in: 0...10_000_000)
        offer.internalNote = form.longText("notiz", max: 20_000) ?? ""
    }

    private static func lines(_ text: String?) -> [String] {
        (text ?? "").split(separator: "\n").map { String($0.prefix(300)).trimmed }.filter { !$0.isEmpty }
    }

    /// ISO 639 codes: two or three small letters, with a variant behind a hyphen.
    private static func readLanguages(_ form: inout FormReader, _ offer: inout Offer, _ texts: RegisterTexts) {
        let codes = OfferForm.words(form.text("sprachen", max: 500)).map { $0.lowercased() }
        let wrong = codes.filter { code in
            let letters = code.prefix { $0.isASCII && $0.isLetter }
            return !(2...3).contains(letters.count) || !code.allSatisfy { $0.isASCII && ($0.isLetter || $0 == "-") }
                || code.count > 12
        }
        if let first = wrong.first { form.refuse("sprachen", texts.planning.badLanguage.filled(["found": first])) }
        offer.languages = codes
        offer.hasInterpreter = form.flag("dolmetschen")
    }

    private static func readCapacity(_ form: inout FormReader, _ offer: inout Offer) {
        let range = 0...1_000_000
        let capacity = Capacity(
            total: form.integer("plaetze", in: range), free: form.integer("frei", in: range),
            waitingWeeks: form.integer("warten", in: 0...1_000), unit: form.text("einheit", max: 50) ?? "Plätze",
            asOf: form.day("plaetze-am"))
        let isStated = capacity.total != nil || capacity.free != nil || capacity.waitingWeeks != nil
        offer.capacity = isStated ? capacity : nil
    }

    /// Names or keys, one a line.
    private static func readAreas(
        _ form: inout FormReader, _ offer: inout Offer, _ areas: AreaDirectory.Snapshot, _ texts: RegisterTexts
    ) {
        var ids: [ID<Area>] = []
        for name in lines(form.longText("gebiete")) {
            let byKey = AreaKey(name).flatMap { areas.tree.area(key: $0)?.id }
            // A name that is already chosen keeps its area even if another bears the same name.
            let kept = offer.areaScope.first { areas.tree[$0]?.name == name }
            if let id = byKey ?? kept ?? areas.gazetteer.find(name).place?.area.id {
                ids.append(id)
            } else {
                let choices = areas.gazetteer.find(name).choices.prefix(4).map { "\($0.label) (\($0.area.key.text))" }
                let hint =
                    choices.isEmpty
                    ? "" : " " + texts.planning.areaChoices.filled(["names": choices.joined(separator: "; ")])
                form.refuse("gebiete", texts.planning.noArea.filled(["found": name]) + hint)
            }
        }
        offer.areaScope = ids
    }
}
