package import Prevention

/// An offer with everything a page, the index or a feed needs beside it.
package struct OfferDetail: Sendable, Hashable {
    /// A site with its facility.
    package struct Place: Sendable, Hashable {
        package let site: OfferSite
        package let facility: Facility

        package init(site: OfferSite, facility: Facility) {
            self.site = site
            self.facility = facility
        }
    }

    package let offer: Offer
    package let provider: Provider
    package let places: [Place]

    package init(offer: Offer, provider: Provider, places: [Place]) {
        self.offer = offer
        self.provider = provider
        self.places = places
    }

    /// As anyone outside the register may see it: no confidential address, only contacts that agreed to `channel`,
    /// no internal field.
    package func published(for channel: OfferContact.Channel) -> OfferDetail {
        var open = offer
        open.contacts = offer.contacts.filter { $0.consent.contains(channel) }
        open.sites = offer.sites.map { site in
            var site = site
            if let contact = site.contact, !contact.consent.contains(channel) { site.contact = nil }
            return site
        }
        open.tier = nil
        open.legalBasis = []
        open.fundingNote = ""
        open.reachPerYear = nil
        open.internalNote = ""
        let hidden = places.filter(\.facility.isAddressConfidential).map(\.site.id)
        open.sites = open.sites.map { site in
            guard hidden.contains(site.id) else { return site }
            var site = site
            site.note = ""
            return site
        }
        let sites = Dictionary(open.sites.map { ($0.id, $0) }, uniquingKeysWith: { first, _ in first })
        return OfferDetail(
            offer: open, provider: provider,
            places: places.map { Place(site: sites[$0.site.id] ?? $0.site, facility: $0.facility.published) })
    }

    /// Town of the first place, or of none.
    package var town: String { places.first { !$0.facility.town.isEmpty }?.facility.town ?? "" }
}

/// Kurzfassung: what a list or a map shows of an offer.
package struct OfferSummary: Sendable, Hashable {
    package let id: ID<Offer>
    package var title: String
    package var summary: String
    package var providerID: ID<Provider>
    package var providerName: String
    package var town: String
    package var districtName: String
    /// Einzugsgebiet: for whom it is; empty = not stated.
    package var areaScope: [ID<Area>]
    package var ageRange: AgeRange?
    package var fields: Set<FieldOfAction>
    package var isFree: Bool
    package var registration: Registration.Need
    package var languages: [String]
    package var status: OfferStatus
    package var freshness: Freshness
    /// Of the first place whose address is public.
    package var coordinate: Coordinate?
    /// For the next date: `schedules.nextOccurrence(after:)`.
    package var schedules: [Schedule]
    package var isInvented: Bool

    /// - Parameter districtName: name of the first site's area, which only `Areas` knows.
    package init(_ detail: OfferDetail, districtName: String = "", today: Day) {
        let offer = detail.offer
        id = offer.id
        title = offer.title
        summary = offer.summary
        providerID = detail.provider.id
        providerName = detail.provider.name
        town = detail.town
        self.districtName = districtName
        areaScope = offer.areaScope
        ageRange = offer.ageRange
        fields = offer.fields
        isFree = offer.cost.kind == .free
        registration = offer.registration.need
        languages = offer.languages
        status = offer.status
        freshness = offer.freshness(on: today)
        coordinate = detail.places.lazy.compactMap(\.facility.published.coordinate).first
        schedules = offer.allSchedules
        isInvented = offer.isInvented
    }
}
