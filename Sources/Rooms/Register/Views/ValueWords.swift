import Areas
import Offers
import Prevention
import Tables
import Texts

/// Values of an offer's fields as a person reads them in histories and proposals.
struct ValueWords {
    let texts: RegisterTexts
    let vocabulary: Vocabulary
    let formats: Formats
    let tree: AreaTree
    let facilities: [ID<Facility>: Facility]
    let providers: [ID<Provider>: String]

    /// The value in words; empty = not stated.
    func text(_ field: OfferField, _ value: JSONValue) -> String {
        var offer = Offer(title: "", providerID: ID())
        do { try offer.set(field, to: value) } catch { return value.description }
        return text(field, of: offer) ?? detail(field, of: offer)
    }

    private func text(_ field: OfferField, of offer: Offer) -> String? {
        switch field {
        case .title: offer.title
        case .summary: offer.summary
        case .description: offer.description
        case .provider: providers[offer.providerID] ?? ""
        case .ageRange: offer.ageRange.map(formats.ages) ?? ""
        case .fields: offer.fields.map { vocabulary[$0] }.sorted().joined(separator: ", ")
        case .topics: offer.topics.joined(separator: ", ")
        case .settings: offer.settings.map { vocabulary[$0] }.sorted().joined(separator: ", ")
        case .targetGroups: offer.targetGroups.map { vocabulary[$0] }.sorted().joined(separator: ", ")
        case .audience: offer.audience
        case .accessMode: offer.accessMode.map { vocabulary[$0] } ?? ""
        case .tier: offer.tier.map { vocabulary[$0] } ?? ""
        case .languages: offer.languages.joined(separator: ", ")
        case .hasInterpreter: yes(offer.hasInterpreter)
        case .cost: cost(offer.cost)
        case .registration:
            [texts[offer.registration.need], offer.registration.link, offer.registration.phone].compactMap { $0 }
                .joined(separator: ", ")
        case .needsReferral: offer.needsReferral.map(yes) ?? ""
        default: nil
        }
    }

    private func detail(_ field: OfferField, of offer: Offer) -> String {
        switch field {
        case .legalBasis: offer.legalBasis.joined(separator: ", ")
        case .fundingNote: offer.fundingNote
        case .capacity: offer.capacity.map(capacity) ?? ""
        case .reachPerYear: offer.reachPerYear.map(formats.number) ?? ""
        case .areaScope: offer.areaScope.compactMap { tree[$0]?.name }.joined(separator: ", ")
        case .sites: offer.sites.map(site).joined(separator: "; ")
        case .schedules: offer.schedules.map(\.words).joined(separator: "; ")
        case .contacts: offer.contacts.map(contact).joined(separator: "; ")
        case .website: offer.website ?? ""
        case .status: texts[offer.status]
        case .visibleFrom: offer.visibleFrom.map(formats.day) ?? ""
        case .visibleTo: offer.visibleTo.map(formats.day) ?? ""
        case .alert: offer.alert
        case .check: offer.check.map { "\(formats.day($0.on)) \($0.method)" } ?? ""
        case .sources: offer.sources.map { "\($0.document) \($0.section)" }.joined(separator: "; ")
        case .isInvented: yes(offer.isInvented)
        case .external: offer.external.map { "\($0.origin) \($0.key)" } ?? ""
        case .followsOn: formats.number(offer.followsOn.count)
        case .leadsTo: formats.number(offer.leadsTo.count)
        default: offer.internalNote
        }
    }

    private func yes(_ flag: Bool) -> String { flag ? texts.planning.yes : texts.planning.no }

    private func cost(_ cost: OfferCost) -> String {
        let amount = cost.amount.map { formats.decimal(Double($0.cents) / 100, places: 2) + " €" }
        return ([amount ?? texts[cost.kind], cost.per, cost.note].filter { !$0.isEmpty }).joined(separator: ", ")
    }

    private func capacity(_ capacity: Capacity) -> String {
        [
            capacity.free.map { "\(formats.number($0)) / " } ?? "", capacity.total.map(formats.number) ?? "–",
            " " + capacity.unit,
        ]
        .joined()
    }

    private func site(_ site: OfferSite) -> String {
        let facility = facilities[site.facilityID]
        let place = [facility?.name, facility?.town].compactMap { $0 }.filter { !$0.isEmpty }.joined(separator: ", ")
        return ([place] + site.schedules.map(\.words)).filter { !$0.isEmpty }.joined(separator: ": ")
    }

    private func contact(_ contact: OfferContact) -> String {
        let consent = contact.consent.map { texts[$0] }.sorted().joined(separator: ", ")
        return [contact.label, contact.email ?? "", contact.phone ?? "", consent].filter { !$0.isEmpty }.joined(
            separator: ", ")
    }
}
