import Offers
import Prevention
import Texts
import Web

/// The first step of the form: what families need; offers as form fields and back.
enum OfferForm {
    /// The fields as they stand in the record.
    static func fields(of offer: Offer, stock: FormStock) -> Fields {
        let contact = offer.contacts.first
        var pairs: [(String, String)] = [
            ("traeger", stock.providers.first { $0.id == offer.providerID }?.name ?? ""), ("titel", offer.title),
            ("kurz", offer.summary), ("fuer", offer.audience), ("alter-von", offer.ageRange.map { age($0.from) } ?? ""),
            ("alter-bis", offer.ageRange.map { age($0.to) } ?? ""),
            ("stichworte", offer.topics.joined(separator: ", ")), ("kosten", offer.cost.kind.rawValue),
            ("betrag", offer.cost.amount.map(euro) ?? ""), ("je", offer.cost.per), ("kostenhinweis", offer.cost.note),
            ("anmeldung", offer.registration.need.rawValue), ("anmeldelink", offer.registration.link ?? ""),
            ("anmeldetelefon", offer.registration.phone ?? ""), ("stelle", contact?.label ?? ""),
            ("email", contact?.email ?? ""), ("telefon", contact?.phone ?? ""),
        ]
        pairs += offer.fields.map(\.rawValue).sorted().map { ("thema", $0) }
        pairs += offer.sites.map { ("orte", $0.facilityID.text) }
        pairs += (contact?.consent ?? []).map(\.rawValue).sorted().map { ("einwilligung", $0) }
        if offer.cost.isEducationPackage { pairs.append(("but", "ja")) }
        if offer.cost.acceptsFamilyPass { pairs.append(("familienpass", "ja")) }
        for (index, schedule) in offer.schedules.enumerated() { pairs += ScheduleForm(index + 1).fields(of: schedule) }
        return Fields(pairs)
    }

    private static func euro(_ amount: Euro) -> String {
        "\(amount.cents / 100)," + (amount.cents % 100 < 10 ? "0" : "") + "\(amount.cents % 100)"
    }

    /// An age as people write it: "6 Monate", "3 Jahre".
    static func age(_ age: AgeInMonths) -> String {
        age.months >= 24 && age.months % 12 == 0 ? "\(age.months / 12) Jahre" : "\(age.months) Monate"
    }

    /// Lays what was typed over `offer`; problems stay in `form`.
    ///
    /// - Returns: a new place that the caller stores together with the offer; it is among the offer's sites already.
    static func read(
        _ form: inout FormReader, over offer: inout Offer, stock: FormStock, texts: RegisterTexts
    ) -> Facility? {
        offer.title = form.requiredText("titel", max: 300) ?? offer.title
        readProvider(&form, &offer, stock, texts)
        offer.summary = form.longText("kurz", max: 1_000) ?? ""
        offer.audience = form.longText("fuer", max: 1_000) ?? ""
        offer.ageRange = ages(&form, texts)
        offer.fields = Set(form.choices("thema", as: FieldOfAction.self))
        offer.topics = words(form.text("stichworte", max: 2_000))
        let place = readPlaces(&form, &offer, stock, texts)
        readTimes(&form, &offer, texts)
        readCost(&form, &offer, texts)
        offer.registration = Registration(
            form.choice("anmeldung", as: Registration.Need.self) ?? .unknown, link: form.url("anmeldelink"),
            phone: form.phone("anmeldetelefon"))
        readContact(&form, &offer)
        return place
    }

    /// Parts between commas, semicolons or line ends.
    static func words(_ text: String?) -> [String] {
        (text ?? "").split { $0 == "," || $0 == "\n" || $0 == ";" }.map { String($0).trimmed }.filter { !$0.isEmpty }
    }

    private static func readProvider(
        _ form: inout FormReader, _ offer: inout Offer, _ stock: FormStock, _ texts: RegisterTexts
    ) {
        if let only = stock.onlyProvider {
            offer.providerID = only.id
            return
        }
        guard let name = form.requiredText("traeger", max: 300) else { return }
        let found = stock.providers(named: name)
        if let same = found.first(where: { $0.id == offer.providerID }), same.name.folded == name.folded { return }
        if found.count == 1, let provider = found.first {
            offer.providerID = provider.id
        } else if found.isEmpty {
            form.refuse("traeger", texts.form.noProvider)
        } else {
            let names = found.prefix(5).map(\.name).joined(separator: "; ")
            form.refuse("traeger", texts.form.manyProviders.filled(["names": names]))
        }
    }

    private static func ages(_ form: inout FormReader, _ texts: RegisterTexts) -> AgeRange? {
        let from = age(&form, "alter-von", texts)
        let to = age(&form, "alter-bis", texts)
        guard from != nil || to != nil else { return nil }
        if let range = AgeRange(from ?? min(0, to ?? 0), to ?? AgeInMonths.bounds.upperBound) { return range }
        form.refuse("alter-bis", texts.form.orderAges)
        return nil
    }

    /// "6", "6 Monate", "3 Jahre", "-9".
    private static func age(_ form: inout FormReader, _ field: String, _ texts: RegisterTexts) -> Int? {
        guard let text = form.text(field, max: 40)?.lowercased() else { return nil }
        let digits = text.prefix { !$0.isLetter }.filter { !$0.isWhitespace }.replacing("−", with: "-")
        let unit = text.drop { !$0.isLetter }.trimmingPrefix(" ")
        let isYears = unit.hasPrefix("j") || unit.hasPrefix("y")
        guard let number = Int(digits), (-9...324).contains(number), unit.isEmpty || isYears || unit.hasPrefix("m"),
            let age = AgeInMonths(isYears ? number * 12 : number)
        else {
            form.refuse(field, texts.form.age)
            return nil
        }
        return age.months
    }

    private static func readCost(_ form: inout FormReader, _ offer: inout Offer, _ texts: RegisterTexts) {
        let kind = form.choice("kosten", as: OfferCost.Kind.self) ?? .unknown
        let amount = form.euro("betrag")
        if kind == .amount, amount == nil { form.refuse("betrag", texts.form.needAmount) }
        offer.cost = OfferCost(
            kind, amount: amount, per: form.text("je", max: 100) ?? "",
            note: form.longText("kostenhinweis", max: 1_000) ?? "",
            isEducationPackage: form.flag("but"), acceptsFamilyPass: form.flag("familienpass"))
    }

    /// The form shows the first contact; the others stay as they are.
    private static func readContact(_ form: inout FormReader, _ offer: inout Offer) {
        let label = form.text("stelle", max: 300) ?? ""
        let email = form.email("email")
        let phone = form.phone("telefon")
        let consent = Set(form.choices("einwilligung", as: OfferContact.Channel.self))
        if label.isEmpty, email == nil, phone == nil {
            if !offer.contacts.isEmpty { offer.contacts.removeFirst() }
            return
        }
        let contact = OfferContact(
            id: offer.contacts.first?.id ?? ID(), label: label, email: email, phone: phone, consent: consent)
        if offer.contacts.isEmpty { offer.contacts = [contact] } else { offer.contacts[0] = contact }
    }

    /// Chosen places stay with their own times and contacts.
    private static func readPlaces(
        _ form: inout FormReader, _ offer: inout Offer, _ stock: FormStock, _ texts: RegisterTexts
    ) -> Facility? {
        let chosen = form.fields.values("orte").compactMap { ID<Facility>($0) }
        if !chosen.allSatisfy({ stock.facility($0) != nil }) { form.refuse("orte", texts.form.choosePlace) }
        let kept = offer.sites.filter { chosen.contains($0.facilityID) }
        var seen = Set(kept.map(\.facilityID))
        let added = chosen.filter { seen.insert($0).inserted }
        offer.sites = kept + added.map { OfferSite(facilityID: $0) }
        let name = form.text("ort-name", max: 300) ?? ""
        let street = form.text("ort-strasse", max: 300) ?? ""
        let postcode = form.postcode("ort-plz") ?? ""
        let town = form.text("ort-stadt", max: 300) ?? ""
        let isConfidential = form.flag("ort-schutz")
        guard !(name + street + postcode + town).isEmpty else { return nil }
        if town.isEmpty { form.refuse("ort-stadt", texts.form.needTown) }
        let place = Facility(
            name: name, providerID: offer.providerID, areaID: stock.area(postcode: postcode, town: town),
            street: street, postcode: postcode, town: town, isAddressConfidential: isConfidential)
        offer.sites.append(OfferSite(facilityID: place.id))
        return place
    }

    /// How many blocks of times a form shows: those there are and an empty one.
    static func scheduleCount(_ fields: Fields) -> Int {
        let filled = (1...maxSchedules).last { fields.text("z\($0)-rhythmus").map { $0 != "none" } ?? false } ?? 0
        return min(filled + 1, maxSchedules)
    }

    static let maxSchedules = 20

    /// The blocks that the form sent; times beyond the last block stay as they are.
    private static func readTimes(_ form: inout FormReader, _ offer: inout Offer, _ texts: RegisterTexts) {
        var schedules: [Schedule] = []
        for number in 1...maxSchedules {
            let earlier = number <= offer.schedules.count ? offer.schedules[number - 1] : nil
            if let schedule = ScheduleForm(number).read(&form, earlier: earlier, texts: texts) {
                schedules.append(schedule)
            }
        }
        offer.schedules = schedules + offer.schedules.dropFirst(maxSchedules)
    }
}
