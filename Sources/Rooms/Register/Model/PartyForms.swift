import Areas
import Offers
import Prevention
import Texts
import Web

/// A provider as form fields and back.
enum ProviderForm {
    static func fields(of provider: Provider, providers: [Provider], tree: AreaTree) -> Fields {
        Fields([
            ("name", provider.name), ("art", provider.kind.rawValue), ("beschreibung", provider.description),
            ("verband", provider.parentID.flatMap { id in providers.first { $0.id == id }?.name } ?? ""),
            ("registernummer", provider.registerNumber ?? ""), ("internet", provider.website ?? ""),
            ("email", provider.email ?? ""), ("telefon", provider.phone ?? ""),
            ("gebiet", areaName(provider.areaKey, tree)),
        ])
    }

    private static func areaName(_ key: String?, _ tree: AreaTree) -> String {
        guard let key, let area = AreaKey(key).flatMap({ tree.area(key: $0) }) else { return key ?? "" }
        return PlanningForm.name(area.id, tree) ?? key
    }

    /// Lays what was typed over `provider`; problems stay in `form`.
    static func read(
        _ form: inout FormReader, over provider: inout Provider, providers: [Provider],
        _ areas: AreaDirectory.Snapshot, _ texts: RegisterTexts
    ) {
        provider.name = form.requiredText("name", max: 300) ?? provider.name
        let id = provider.id
        if providers.contains(where: { $0.id != id && $0.name.folded == provider.name.folded }) {
            form.refuse("name", texts.parties.nameTaken)
        }
        provider.kind = form.choice("art", as: ProviderKind.self) ?? .unknown
        provider.description = form.longText("beschreibung", max: 20_000) ?? ""
        provider.parentID = nil
        if let parent = form.text("verband", max: 300) {
            provider.parentID = providers.first { $0.name.folded == parent.folded && $0.id != id }?.id
            if provider.parentID == nil { form.refuse("verband", texts.form.noProvider) }
        }
        provider.registerNumber = form.text("registernummer", max: 300)
        provider.website = form.url("internet")
        provider.email = form.email("email")
        provider.phone = form.phone("telefon")
        let current = provider.areaKey
        provider.areaKey = form.text("gebiet", max: 200).flatMap { text in
            if text == current { return current }
            if let id = PartyArea.find(text, areas) { return areas.tree[id]?.key.text }
            form.refuse("gebiet", texts.planning.noArea.filled(["found": text]))
            return nil
        }
    }
}

/// The area that a form names.
enum PartyArea {
    static func find(_ text: String, _ areas: AreaDirectory.Snapshot) -> ID<Area>? {
        if let key = AreaKey(text), let area = areas.tree.area(key: key) { return area.id }
        return areas.gazetteer.find(text).place?.area.id
    }
}

/// A place as form fields and back.
enum FacilityForm {
    static func fields(of facility: Facility, providers: [Provider], tree: AreaTree) -> Fields {
        let name = { (id: ID<Provider>?) in id.flatMap { id in providers.first { $0.id == id }?.name } ?? "" }
        let number = { (value: Double?) in value.map { "\($0)".replacing(".", with: ",") } ?? "" }
        var pairs = [
            ("name", facility.name), ("art", facility.kind.rawValue), ("traeger", name(facility.providerID)),
            ("gastgeber", name(facility.hostProviderID)), ("strasse", facility.street), ("plz", facility.postcode),
            ("ort", facility.town), ("gebiet", facility.areaID.flatMap { PlanningForm.name($0, tree) } ?? ""),
            ("breite", number(facility.coordinate?.latitude)), ("laenge", number(facility.coordinate?.longitude)),
            ("barrierehinweis", facility.accessibilityNote),
        ]
        pairs += facility.accessibility.map(\.rawValue).sorted().map { ("barriere", $0) }
        if facility.isAddressConfidential { pairs.append(("schutz", "ja")) }
        return Fields(pairs)
    }

    /// Lays what was typed over `facility`; problems stay in `form`.
    static func read(
        _ form: inout FormReader, over facility: inout Facility, providers: [Provider],
        _ areas: AreaDirectory.Snapshot, _ texts: RegisterTexts
    ) {
        facility.name = form.requiredText("name", max: 300) ?? facility.name
        facility.kind = form.choice("art", as: Setting.self) ?? facility.kind
        facility.providerID = provider(&form, "traeger", providers, texts)
        facility.hostProviderID = provider(&form, "gastgeber", providers, texts)
        facility.street = form.text("strasse", max: 300) ?? ""
        facility.postcode = form.postcode("plz") ?? ""
        facility.town = form.text("ort", max: 300) ?? ""
        facility.areaID = area(&form, facility, areas, texts)
        readCoordinate(&form, &facility, texts)
        facility.accessibility = Set(form.choices("barriere", as: AccessibilityFeature.self))
        facility.accessibilityNote = form.longText("barrierehinweis") ?? ""
        facility.isAddressConfidential = form.flag("schutz")
    }

    private static func provider(
        _ form: inout FormReader, _ field: String, _ providers: [Provider], _ texts: RegisterTexts
    ) -> ID<Provider>? {
        guard let name = form.text(field, max: 300) else { return nil }
        let found = providers.first { $0.name.folded == name.folded }?.id
        if found == nil { form.refuse(field, texts.form.noProvider) }
        return found
    }

    /// As typed, else from the address.
    private static func area(
        _ form: inout FormReader, _ facility: Facility, _ areas: AreaDirectory.Snapshot, _ texts: RegisterTexts
    ) -> ID<Area>? {
        guard let text = form.text("gebiet", max: 200) else {
            return areas.gazetteer.find("\(facility.postcode) \(facility.town)").place?.area.id
        }
        if let kept = facility.areaID, areas.tree[kept]?.name == text { return kept }
        let found = PartyArea.find(text, areas)
        if found == nil { form.refuse("gebiet", texts.planning.noArea.filled(["found": text])) }
        return found
    }

    private static func readCoordinate(_ form: inout FormReader, _ facility: inout Facility, _ texts: RegisterTexts) {
        let latitude = form.decimal("breite", in: -90...90)
        let longitude = form.decimal("laenge", in: -180...180)
        switch (latitude, longitude) {
        case (let latitude?, let longitude?): facility.coordinate = Coordinate(latitude: latitude, longitude: longitude)
        case (nil, nil): facility.coordinate = nil
        case (nil, _): form.refuse("breite", texts.parties.needBoth)
        case (_, nil): form.refuse("laenge", texts.parties.needBoth)
        }
    }
}
