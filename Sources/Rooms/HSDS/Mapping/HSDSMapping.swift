import Offers
import Prevention
import Tables
import Texts

/// Abbildung of our records to HSDS 3.1 objects.
///
/// Traps it avoids (specs: register-portal (b)): no key ever holds null; `timezone` is left out because a fixed offset is
/// wrong half the year (our profile says that times are wall-clock times of Europe/Berlin); `freq` is WEEKLY or MONTHLY
/// only, a single date has `dtstart` and `count` 1; ages are years ≥ 0 with the exact months beside them; a confidential
/// place has no address.
struct HSDSMapping: Sendable {
    /// Names and keys of areas, for service areas.
    let areas: [ID<Area>: Area]

    private static let words = Vocabulary(.german)

    // MARK: Services

    /// One-to-one members only, as lists show them.
    func serviceItem(_ detail: OfferDetail) -> JSONValue { .record(serviceMembers(detail)) }

    /// The fully nested service.
    func service(_ detail: OfferDetail) -> JSONValue {
        let offer = detail.offer
        let id = offer.id.text
        return .record(
            serviceMembers(detail) + [
                ("organization", organization(detail.provider)),
                ("phones", list(phones(offer.contacts, "service_id", id))),
                ("contacts", list(contacts(offer.contacts, "service_id", id))),
                ("schedules", list(schedules(offer.schedules, "service_id", id))),
                ("service_areas", list(offer.areaScope.compactMap { serviceArea($0, "service_id", id) })),
                ("service_at_locations", list(detail.places.map { serviceAtLocation($0, detail) })),
                ("languages", list(languages(offer))),
                ("cost_options", list(costOptions(offer))),
                ("capacities", list(capacity(offer).map { [$0] } ?? [])),
                ("attributes", list(Taxonomy.terms(of: offer).map { attribute($0, id, "service") })),
            ])
    }

    private func serviceMembers(_ detail: OfferDetail) -> [(String, JSONValue)] {
        let offer = detail.offer
        return [
            ("id", .text(offer.id.text)), ("organization_id", .text(detail.provider.id.text)),
            ("name", .text(offer.title)),
            ("description", text([offer.summary, offer.description].filter { !$0.isEmpty }.joined(separator: " "))),
            ("url", text(offer.website)), ("email", text(offer.contacts.compactMap(\.email).first)),
            ("status", .text(offer.status == .paused ? "temporarily closed" : "active")),
            ("interpretation_services", offer.hasInterpreter ? .text("Dolmetschen möglich") : .null),
            ("application_process", text(application(offer))), ("fees_description", text(offer.cost.note)),
            ("wait_time", text(offer.capacity?.waitingWeeks.map { "\($0) Wochen" })),
            ("de_waiting_weeks", offer.capacity?.waitingWeeks.map(JSONValue.int) ?? .null),
            ("eligibility_description", text(offer.audience)),
            ("minimum_age", years(offer.ageRange?.from, isUpper: false)),
            ("maximum_age", years(offer.ageRange?.to, isUpper: true)), ("alert", text(offer.alert)),
            ("assured_date", text(offer.check?.on.description)),
            ("last_modified", .text(offer.updatedAt.description)),
            ("de_age_from_months", offer.ageRange.map { .int($0.from.months) } ?? .null),
            ("de_age_to_months", offer.ageRange.map { .int($0.to.months) } ?? .null),
            ("de_summary", text(offer.summary)), ("de_description", text(offer.description)),
            ("de_topics", list(offer.topics.map(JSONValue.text))),
            ("de_needs_referral", offer.needsReferral.map(JSONValue.bool) ?? .null),
            ("de_registration", .text(offer.registration.need.rawValue)),
            ("de_registration_link", text(offer.registration.link)),
            ("de_registration_phone", text(offer.registration.phone)),
            ("de_invented", offer.isInvented ? .bool(true) : .null),
        ]
    }

    private func application(_ offer: Offer) -> String? {
        let need: String? =
            switch offer.registration.need {
            case .needed: "Bitte anmelden."
            case .notNeeded: "Ohne Anmeldung."
            case .unknown: nil
            }
        let parts = [need, offer.registration.link, offer.registration.phone].compactMap { $0 }
        return parts.isEmpty ? nil : parts.joined(separator: " ")
    }

    /// Months as years with two decimals; before birth 0. The upper end of "0 to 6 years" (72 months) stays 6.
    private func years(_ age: AgeInMonths?, isUpper: Bool) -> JSONValue {
        guard let age else { return .null }
        let years = (Double(max(age.months, 0)) / 12 * 100).rounded() / 100
        return years == years.rounded() ? .int(Int(years)) : .number(years)
    }

    // MARK: Organisations

    func organizationItem(_ provider: Provider) -> JSONValue { .record(organizationMembers(provider)) }

    func organization(_ provider: Provider) -> JSONValue {
        let id = provider.id.text
        var attributes: [JSONValue] = []
        if provider.kind != .unknown, let term = Taxonomy.providerKind.term(provider.kind.rawValue) {
            attributes.append(attribute(term, id, "organization"))
        }
        let phone = provider.phone.map { number in
            JSONValue.record([
                ("id", .text(DerivedID.text("phone", id, number))), ("organization_id", .text(id)),
                ("number", .text(number)),
            ])
        }
        return .record(
            organizationMembers(provider) + [
                ("phones", list(phone.map { [$0] } ?? [])), ("attributes", list(attributes)),
                ("organization_identifiers", list(provider.registerNumber.map { [identifier($0, id)] } ?? [])),
            ])
    }

    private func organizationMembers(_ provider: Provider) -> [(String, JSONValue)] {
        [
            ("id", .text(provider.id.text)), ("name", .text(provider.name)),
            ("description", text(provider.description, or: provider.name)), ("email", text(provider.email)),
            ("website", text(provider.website)), ("parent_organization_id", text(provider.parentID?.text)),
            ("de_invented", provider.isInvented ? .bool(true) : .null),
        ]
    }

    private func identifier(_ number: String, _ organization: String) -> JSONValue {
        .record([
            ("id", .text(DerivedID.text("identifier", organization, number))), ("organization_id", .text(organization)),
            ("identifier_type", .text("Registernummer")), ("identifier_scheme", .text("DE-CR")),
            ("identifier", .text(number)),
        ])
    }

    // MARK: Places

    /// A service at a location; name and status stand here too, so that both schemas in circulation accept it.
    func serviceAtLocation(_ place: OfferDetail.Place, _ detail: OfferDetail) -> JSONValue {
        let id = place.site.id.text
        var members = serviceAtLocationMembers(place, detail)
        let contact = place.site.contact.map { [$0] } ?? []
        members += [
            ("contacts", list(contacts(contact, "service_at_location_id", id))),
            ("phones", list(phones(contact, "service_at_location_id", id))),
            ("schedules", list(schedules(place.site.schedules, "service_at_location_id", id))),
            ("location", location(place.facility)),
        ]
        if place.facility.isAddressConfidential, let area = place.facility.areaID {
            members.append(("service_areas", list([serviceArea(area, "service_at_location_id", id)].compactMap { $0 })))
        }
        return .record(members)
    }

    func serviceAtLocationMembers(_ place: OfferDetail.Place, _ detail: OfferDetail) -> [(String, JSONValue)] {
        [
            ("id", .text(place.site.id.text)), ("service_id", .text(detail.offer.id.text)),
            ("location_id", .text(place.facility.id.text)), ("name", .text(detail.offer.title)),
            ("status", .text(detail.offer.status == .paused ? "temporarily closed" : "active")),
            ("description", text(place.site.note)), ("last_modified", .text(detail.offer.updatedAt.description)),
        ]
    }

    func location(_ facility: Facility) -> JSONValue {
        let id = facility.id.text
        if facility.isAddressConfidential {
            return .record([
                ("id", .text(id)), ("location_type", .text("virtual")),
                ("description", .text("Die Adresse ist geschützt. Bitte nehmen Sie Kontakt auf.")),
            ])
        }
        var attributes: [JSONValue] = []
        if let term = Taxonomy.setting.term(facility.kind.rawValue) {
            attributes.append(attribute(term, id, "location"))
        }
        let area = facility.areaID.flatMap { areas[$0] }
        return .record([
            ("id", .text(id)), ("location_type", .text("physical")), ("name", text(facility.name)),
            ("latitude", facility.coordinate.map { .number($0.latitude) } ?? .null),
            ("longitude", facility.coordinate.map { .number($0.longitude) } ?? .null),
            ("external_identifier", text(area?.key.text)),
            ("external_identifier_type", area == nil ? .null : .text("AGS")),
            ("addresses", list(address(facility).map { [$0] } ?? [])),
            ("accessibility", list(accessibility(facility))), ("attributes", list(attributes)),
        ])
    }

    /// Only a complete address is an address: the schema demands street, town and postcode.
    private func address(_ facility: Facility) -> JSONValue? {
        guard !facility.street.isEmpty, !facility.town.isEmpty, !facility.postcode.isEmpty else { return nil }
        return .record([
            ("id", .text(DerivedID.text("address", facility.id.text))), ("location_id", .text(facility.id.text)),
            ("address_1", .text(facility.street)), ("city", .text(facility.town)),
            ("state_province", .text("Nordrhein-Westfalen")), ("postal_code", .text(facility.postcode)),
            ("country", .text("DE")), ("address_type", .text("physical")),
        ])
    }

    private func accessibility(_ facility: Facility) -> [JSONValue] {
        AccessibilityFeature.allCases.filter(facility.accessibility.contains).map { feature in
            .record([
                ("id", .text(DerivedID.text("accessibility", facility.id.text, feature.rawValue))),
                ("location_id", .text(facility.id.text)), ("description", .text(Self.words[feature])),
                ("details", text(facility.accessibilityNote)), ("de_feature", .text(feature.rawValue)),
            ])
        }
    }

    // MARK: Parts

    func serviceArea(_ area: ID<Area>, _ owner: String, _ ownerID: String) -> JSONValue? {
        guard let area = areas[area] else { return nil }
        return .record([
            ("id", .text(DerivedID.text("service_area", ownerID, area.id.text))), (owner, .text(ownerID)),
            ("name", .text(area.name)), ("description", text(area.kind)), ("uri", .text("ags:" + area.key.text)),
        ])
    }

    private func contacts(_ contacts: [OfferContact], _ owner: String, _ ownerID: String) -> [JSONValue] {
        contacts.filter { !$0.label.isEmpty || $0.email != nil }.map { contact in
            .record([
                ("id", .text(contact.id.text)), (owner, .text(ownerID)), ("name", text(contact.label)),
                ("email", text(contact.email)),
            ])
        }
    }

    private func phones(_ contacts: [OfferContact], _ owner: String, _ ownerID: String) -> [JSONValue] {
        contacts.compactMap { contact in
            guard let number = contact.phone, !number.isEmpty else { return nil }
            return .record([
                ("id", .text(DerivedID.text("phone", contact.id.text))), (owner, .text(ownerID)),
                ("number", .text(number)),
                ("description", text(contact.label)),
            ])
        }
    }

    private func languages(_ offer: Offer) -> [JSONValue] {
        offer.languages.map { code in
            .record([
                ("id", .text(DerivedID.text("language", offer.id.text, code))), ("service_id", .text(offer.id.text)),
                ("code", .text(code)),
            ])
        }
    }

    private func costOptions(_ offer: Offer) -> [JSONValue] {
        let cost = offer.cost
        let id = DerivedID.text("cost", offer.id.text)
        switch cost.kind {
        case .unknown: return []
        case .free:
            return [
                .record([
                    ("id", .text(id)), ("service_id", .text(offer.id.text)), ("option", .text("kostenfrei")),
                    ("amount", .int(0)), ("currency", .text("EUR")),
                ])
            ]
        case .graded:
            return [
                .record([
                    ("id", .text(id)), ("service_id", .text(offer.id.text)), ("option", .text("gestaffelt")),
                    ("amount_description", text(cost.note)),
                ])
            ]
        case .amount:
            let amount = cost.amount.map { JSONValue.number(Double($0.cents) / 100) } ?? .null
            return [
                .record([
                    ("id", .text(id)), ("service_id", .text(offer.id.text)), ("option", .text("Beitrag")),
                    ("currency", .text("EUR")),
                    ("amount", amount), ("amount_description", text(cost.per.isEmpty ? "" : "je \(cost.per)")),
                    ("de_education_package", cost.isEducationPackage ? .bool(true) : .null),
                    ("de_family_pass", cost.acceptsFamilyPass ? .bool(true) : .null),
                ])
            ]
        }
    }

    /// Only with a day and a number of free places: the schema demands both.
    private func capacity(_ offer: Offer) -> JSONValue? {
        guard let capacity = offer.capacity, let free = capacity.free, let day = capacity.asOf else { return nil }
        return .record([
            ("id", .text(DerivedID.text("capacity", offer.id.text))), ("service_id", .text(offer.id.text)),
            ("unit", .record([("id", .text(DerivedID.text("unit", capacity.unit))), ("name", .text(capacity.unit))])),
            ("available", .int(free)), ("maximum", capacity.total.map(JSONValue.int) ?? .null),
            ("updated", .text("\(day)T00:00:00Z")),
        ])
    }

    func attribute(_ term: Taxonomy.Term, _ linkID: String, _ entity: String) -> JSONValue {
        .record([
            ("id", .text(DerivedID.text("attribute", linkID, term.id))), ("link_id", .text(linkID)),
            ("taxonomy_term_id", .text(term.id)), ("link_type", .text(term.taxonomy)), ("link_entity", .text(entity)),
            ("taxonomy_term", self.term(term)),
        ])
    }

    func term(_ term: Taxonomy.Term) -> JSONValue {
        let taxonomy = Taxonomy.all.first { $0.code == term.taxonomy }
        return .record([
            ("id", .text(term.id)), ("code", .text(term.code)), ("name", .text(term.name)),
            ("description", .text(term.description)), ("taxonomy", text(taxonomy?.name)),
            ("taxonomy_id", text(taxonomy?.id)),
            ("language", .text("de")),
        ])
    }

    func taxonomy(_ taxonomy: Taxonomy) -> JSONValue {
        .record([
            ("id", .text(taxonomy.id)), ("name", .text(taxonomy.name)), ("description", .text(taxonomy.description)),
            ("version", .text("1")),
        ])
    }

    private func schedules(_ schedules: [Schedule], _ owner: String, _ ownerID: String) -> [JSONValue] {
        schedules.enumerated().map { index, schedule in
            ScheduleMapping.object(schedule, id: DerivedID.text("schedule", ownerID, "\(index)"), owner, ownerID)
        }
    }

    // MARK: Values

    private func text(_ value: String?, or other: String = "") -> JSONValue {
        if let value, !value.isEmpty { return .text(value) }
        return other.isEmpty ? .null : .text(other)
    }

    private func list(_ items: [JSONValue]) -> JSONValue { items.isEmpty ? .null : .list(items) }
}
