import Areas
import Offers
import Prevention
import Tables

/// Reads nested HSDS services as records of our register; what we have no field for is kept as text or left out.
struct ServiceReader {
    private(set) var providers: [ID<Provider>: Provider] = [:]
    private(set) var facilities: [ID<Facility>: Facility] = [:]
    private(set) var offers: [Offer] = []
    private(set) var problems: [ImportProblem] = []
    private(set) var read = 0
    private let knownAreas: Set<ID<Area>>
    private var offerIDs: Set<ID<Offer>> = []
    private var siteIDs: Set<ID<OfferSite>> = []
    private var contactIDs: Set<ID<OfferContact>> = []
    private let file: String

    init(file: String, knownAreas: Set<ID<Area>>) {
        self.file = file
        self.knownAreas = knownAreas
    }

    var stock: RegisterStock {
        RegisterStock(
            providers: providers.values.sorted { $0.id < $1.id },
            facilities: facilities.values.sorted { $0.id < $1.id },
            offers: offers)
    }

    mutating func refuse(_ row: Int?, _ column: String, _ found: String, _ expected: String, _ hint: String) {
        problems.append(
            ImportProblem(file: file, row: row, column: column, found: found, expected: expected, hint: hint))
    }

    // MARK: Objects

    /// An organisation by itself, with its locations.
    mutating func takeOrganization(_ object: JSONValue, row: Int?) {
        guard let provider = provider(object, row) else { return }
        providers[provider.id] = provider
        for location in object["locations"].items { _ = takeLocation(location, row, of: provider.id) }
    }

    /// A location by itself.
    @discardableResult
    mutating func takeLocation(_ object: JSONValue, _ row: Int?, of provider: ID<Provider>?) -> ID<Facility>? {
        guard let id = ID<Facility>(object["id"].string ?? "") else {
            refuse(row, "location.id", object["id"].string ?? "", "UUID", "Bitte dem Ort eine UUID geben.")
            return nil
        }
        let address = object["addresses"].items.first ?? .null
        let isHidden = object["location_type"].string == "virtual" && object["addresses"].items.isEmpty
        let name = object["name"].string ?? ""
        let terms = Self.terms(object)
        let facility = Facility(
            id: id, name: name.isEmpty ? (isHidden ? "Geschützter Ort" : address["address_1"].string ?? "Ort") : name,
            providerID: provider, kind: Self.first(Setting.self, "einrichtungsart", terms) ?? .neighbourhood,
            areaID: area(object["external_identifier"].string), street: address["address_1"].string ?? "",
            postcode: address["postal_code"].string ?? "", town: address["city"].string ?? "",
            coordinate: Self.coordinate(object), accessibility: Self.accessibility(object),
            accessibilityNote: object["accessibility"].items.lazy.compactMap { $0["details"].string }.first ?? "",
            isAddressConfidential: isHidden, isInvented: false, external: ExternalKey(origin: "hsds", key: id.text))
        guard let clean = checked(row, facility.cleaned) else { return nil }
        facilities[id] = clean
        return id
    }

    /// A service with everything in it.
    ///
    /// - Parameter owner: the organisation in whose list the service stands.
    mutating func takeService(_ object: JSONValue, row: Int?, owner: String? = nil) {
        read += 1
        guard let id = ID<Offer>(object["id"].string ?? "") else {
            return refuse(row, "id", object["id"].string ?? "", "UUID", "Bitte dem Angebot eine UUID geben.")
        }
        guard let title = object["name"].string, !title.isEmpty else {
            return refuse(row, "name", "", "ein Name", "Bitte dem Angebot einen Namen geben.")
        }
        if let provider = provider(object["organization"], nil) { providers[provider.id] = provider }
        let key = object["organization_id"].string ?? object["organization"]["id"].string ?? owner ?? ""
        guard let providerID = ID<Provider>(key), providers[providerID] != nil else {
            return refuse(
                row, "organization_id", key, "eine bekannte Organisation", "Bitte die Organisation mitliefern.")
        }
        var offer = Offer(id: id, title: title, providerID: providerID)
        fill(&offer, object)
        offer.sites = object["service_at_locations"].items.compactMap { site($0, row, providerID) }
        guard let clean = checked(row, offer.cleaned) else { return }
        guard offerIDs.insert(id).inserted else {
            return refuse(
                row, "id", id.text, "eine id, die es nur einmal gibt", "Bitte eines der beiden Angebote weglassen.")
        }
        offers.append(clean)
    }

    /// What a record looks like in the register; what it cannot hold is listed.
    private mutating func checked<Record>(_ row: Int?, _ cleaned: () throws -> Record) -> Record? {
        do { return try cleaned() } catch let refusal as RecordRefusal {
            problems.append(refusal.problem(file: file, row: row))
        } catch {
            refuse(row, "", "", "ein lesbarer Datensatz", "Bitte diesen Datensatz prüfen.")
        }
        return nil
    }

    // MARK: Parts

    private mutating func provider(_ object: JSONValue, _ row: Int?) -> Provider? {
        guard let id = ID<Provider>(object["id"].string ?? ""), let name = object["name"].string, !name.isEmpty else {
            if row != nil {
                refuse(row, "organization", "", "id und name", "Bitte id und name der Organisation angeben.")
            }
            return nil
        }
        let description = object["description"].string ?? ""
        let provider = Provider(
            id: id, name: name, kind: Self.first(ProviderKind.self, "traegerart", Self.terms(object)) ?? .unknown,
            description: description == name ? "" : description,
            registerNumber: object["organization_identifiers"].items.first?["identifier"].string,
            website: object["website"].string, email: object["email"].string,
            phone: object["phones"].items.first?["number"].string, isInvented: object["de_invented"].boolean ?? false,
            external: ExternalKey(origin: "hsds", key: id.text))
        return checked(row, provider.cleaned)
    }

    private mutating func site(_ object: JSONValue, _ row: Int?, _ provider: ID<Provider>) -> OfferSite? {
        guard let id = ID<OfferSite>(object["id"].string ?? "") else { return nil }
        guard siteIDs.insert(id).inserted else {
            refuse(
                row, "service_at_location.id", id.text, "eine id, die es nur einmal gibt",
                "Bitte jedem Ort eines Angebots eine eigene id geben.")
            return nil
        }
        var facility = ID<Facility>(object["location_id"].string ?? "")
        if object["location"] != .null { facility = takeLocation(object["location"], row, of: provider) }
        guard let facility, facilities[facility] != nil else { return nil }
        return OfferSite(
            id: id, facilityID: facility, schedules: object["schedules"].items.compactMap(ScheduleReader.schedule),
            contact: contacts(object).first, note: object["description"].string ?? "")
    }

    private mutating func fill(_ offer: inout Offer, _ object: JSONValue) {
        let terms = Self.terms(object)
        let description = object["description"].string ?? ""
        offer.summary = object["de_summary"].string ?? String(description.prefix(280))
        offer.description = object["de_description"].string ?? (object["de_summary"] == .null ? description : "")
        offer.ageRange = Self.ages(object)
        offer.fields = Set(Self.all(FieldOfAction.self, "handlungsfeld", terms))
        offer.settings = Set(Self.all(Setting.self, "einrichtungsart", terms))
        offer.targetGroups = Set(Self.all(TargetGroup.self, "zielgruppe", terms))
        offer.accessMode = Self.first(AccessMode.self, "zugang", terms)
        offer.topics = object["de_topics"].strings
        offer.audience = object["eligibility_description"].string ?? ""
        offer.languages = object["languages"].items.compactMap { $0["code"].string }
        offer.hasInterpreter = object["interpretation_services"] != .null
        offer.cost = CostReader.cost(object)
        offer.registration = Registration(
            object["de_registration"].string.flatMap(Registration.Need.init(rawValue:)) ?? .unknown,
            link: object["de_registration_link"].string, phone: object["de_registration_phone"].string)
        offer.needsReferral = object["de_needs_referral"].boolean
        offer.capacity = CostReader.capacity(object)
        offer.areaScope = object["service_areas"].items.compactMap { area($0["uri"].string) }
        let schedules = object["schedules"].items
        offer.schedules = schedules.compactMap(ScheduleReader.schedule)
        let lost = schedules.filter { ScheduleReader.schedule($0) == nil }.compactMap { $0["description"].string }
        if !lost.isEmpty { offer.description += (offer.description.isEmpty ? "" : "\n") + lost.joined(separator: "\n") }
        offer.contacts = contacts(object)
        offer.website = object["url"].string
        offer.status = Self.status(object["status"].string)
        offer.alert = object["alert"].string ?? ""
        offer.check = object["assured_date"].string.flatMap { Day($0.prefix(10)) }.map { day in
            OfferCheck(on: day, by: .provider, method: "HSDS")
        }
        offer.isInvented = object["de_invented"].boolean ?? false
        offer.external = ExternalKey(origin: "hsds", key: offer.id.text)
        if let modified = object["last_modified"].string.flatMap({ Instant($0) }) { offer.updatedAt = modified }
    }

    /// Contacts and phones of one owner; what is in a public feed may be shown on the web.
    private mutating func contacts(_ object: JSONValue) -> [OfferContact] {
        let phones = object["phones"].items
        var used: Set<String> = []
        var result: [OfferContact] = []
        for contact in object["contacts"].items {
            guard let id = ID<OfferContact>(contact["id"].string ?? "") else { continue }
            let derived = DerivedID.text("phone", id.text)
            let phone = phones.first { $0["id"].string == derived } ?? contact["phones"].items.first
            if let key = phone?["id"].string { used.insert(key) }
            result.append(
                OfferContact(
                    id: own(id, object), label: contact["name"].string ?? "", email: contact["email"].string,
                    phone: phone?["number"].string, consent: [.web]))
        }
        for phone in phones where !used.contains(phone["id"].string ?? "") {
            guard let number = phone["number"].string, let id = ID<OfferContact>(phone["id"].string ?? "") else {
                continue
            }
            result.append(OfferContact(id: own(id, object), label: "", phone: number, consent: [.web]))
        }
        return result
    }

    /// The contact's key; where a feed names one contact in several places, each place gets its own.
    private mutating func own(_ id: ID<OfferContact>, _ owner: JSONValue) -> ID<OfferContact> {
        if contactIDs.insert(id).inserted { return id }
        let derived = ID<OfferContact>(DerivedID.text("contact", owner["id"].string ?? "", id.text)) ?? id
        contactIDs.insert(derived)
        return derived
    }

    private func area(_ written: String?) -> ID<Area>? {
        guard var text = written else { return nil }
        if text.hasPrefix("ags:") { text = String(text.dropFirst(4)) }
        guard let key = AreaKey(text) else { return nil }
        let id = ID<Area>(key: key)
        return knownAreas.contains(id) ? id : nil
    }
}

extension ServiceReader {
    /// Codes of our own terms by taxonomy.
    static func terms(_ object: JSONValue) -> [Taxonomy.Term] {
        object["attributes"].items.compactMap { $0["taxonomy_term_id"].string.flatMap(Taxonomy.term(id:)) }
    }

    static func all<Word: RawRepresentable>(_ type: Word.Type, _ taxonomy: String, _ terms: [Taxonomy.Term]) -> [Word]
    where Word.RawValue == String {
        terms.filter { $0.taxonomy == taxonomy }.compactMap { Word(rawValue: $0.code) }
    }

    static func first<Word: RawRepresentable>(_ type: Word.Type, _ taxonomy: String, _ terms: [Taxonomy.Term]) -> Word?
    where Word.RawValue == String {
        all(type, taxonomy, terms).first
    }

    /// Exact months where the feed has them, else years; beyond our chain the nearest end.
    static func ages(_ object: JSONValue) -> AgeRange? {
        if let from = object["de_age_from_months"].int, let to = object["de_age_to_months"].int {
            return AgeRange(from, to)
        }
        let from = object["minimum_age"].double.flatMap(months)
        let to = object["maximum_age"].double.flatMap(months)
        guard from != nil || to != nil else { return nil }
        return AgeRange(from: AgeInMonths(clamping: from ?? -9), to: AgeInMonths(clamping: to ?? 324))
    }

    /// Years as whole months; `nil` for what is no number, ages beyond any life are cut to it.
    private static func months(_ years: Double) -> Int? {
        years.isNaN ? nil : Int((min(max(years, -1), 150) * 12).rounded())
    }

    static func status(_ word: String?) -> OfferStatus {
        switch word {
        case "active": .active
        case "temporarily closed": .paused
        case "inactive", "defunct": .ended
        default: .inReview
        }
    }

    static func coordinate(_ object: JSONValue) -> Coordinate? {
        guard let latitude = object["latitude"].double, let longitude = object["longitude"].double else { return nil }
        return Coordinate(latitude: latitude, longitude: longitude)
    }

    static func accessibility(_ object: JSONValue) -> Set<AccessibilityFeature> {
        Set(
            object["accessibility"].items.compactMap {
                $0["de_feature"].string.flatMap(AccessibilityFeature.init(rawValue:))
            })
    }
}
