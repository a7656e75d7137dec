import Areas
import Offers
import Prevention
import Tables

/// The lists of the feed by their names in the address.
enum FeedList: String, CaseIterable, Sendable {
    case services, organizations, taxonomies
    case taxonomyTerms = "taxonomy_terms"
    case serviceAtLocations = "service_at_locations"
}

/// Feed: answers lists and single objects from the register.
struct Feed: Sendable {
    let offers: OfferStore
    let areas: AreaStore
    private let index: FeedIndex

    /// One page of a list; with `minimal` and `ndjson` everything at once.
    struct Page: Sendable {
        let total: Int
        let perPage: Int
        let contents: [JSONValue]
    }

    init(offers: OfferStore, areas: AreaStore) {
        self.offers = offers
        self.areas = areas
        index = FeedIndex(store: offers)
    }

    func list(_ list: FeedList, _ query: FeedQuery, today: Day) async throws -> Page {
        switch list {
        case .services: try await services(query, today)
        case .serviceAtLocations: try await serviceAtLocations(query, today)
        case .organizations: try await organizations(query, today)
        case .taxonomies:
            page(Taxonomy.all.filter { query.matches(words: $0.name) }, query) { HSDSMapping(areas: [:]).taxonomy($0) }
        case .taxonomyTerms: page(terms(query), query) { HSDSMapping(areas: [:]).term($0) }
        }
    }

    func object(_ list: FeedList, _ id: String, today: Day) async throws -> JSONValue? {
        switch list {
        case .taxonomies: return Taxonomy.taxonomy(id: id).map { HSDSMapping(areas: [:]).taxonomy($0) }
        case .taxonomyTerms: return Taxonomy.term(id: id).map { HSDSMapping(areas: [:]).term($0) }
        case .services:
            guard let key = ID<Offer>(id), let detail = try await offers.detail(key), detail.offer.isPublic(on: today)
            else { return nil }
            return try await mapping().service(detail.published(for: .web))
        case .serviceAtLocations:
            let entries = try await index.entries(on: today).entries
            guard let entry = entries.first(where: { $0.sites.contains { $0.id == id } }),
                let detail = try await offers.detail(entry.id)?.published(for: .web),
                let place = detail.places.first(where: { $0.site.id.text == id })
            else { return nil }
            return try await mapping().serviceAtLocation(place, detail)
        case .organizations:
            guard let key = ID<Provider>(id), try await publicProviders(today).contains(id),
                let provider = try await offers.provider(key)
            else { return nil }
            return try await mapping().organization(provider)
        }
    }

    // MARK: Lists

    private func services(_ query: FeedQuery, _ today: Day) async throws -> Page {
        let found = try await index.entries(on: today).entries.filter(query.matches)
        if query.isMinimal {
            return page(found, query, isWhole: true) {
                .record([("id", .text($0.id.text)), ("modified_date", .text($0.modified.description))])
            }
        }
        let shown = cut(found, query)
        let mapping = try await mapping()
        let details = try await offers.details(ids: shown.items.map(\.id)).map { $0.published(for: .web) }
        let contents = details.map { query.isFull ? mapping.service($0) : mapping.serviceItem($0) }
        return Page(total: found.count, perPage: shown.perPage, contents: contents)
    }

    private func serviceAtLocations(_ query: FeedQuery, _ today: Day) async throws -> Page {
        let centre = try await query.postcode.asyncFlatMap { try await self.centre($0) }
        let found = try await index.entries(on: today).entries.filter(query.matches).flatMap { entry in
            entry.sites.filter { query.matchesPlace($0, centre: centre) }.map { (entry.id, $0.id) }
        }
        let shown = cut(found, query)
        let mapping = try await mapping()
        let details = try await offers.details(ids: shown.items.map(\.0)).map { $0.published(for: .web) }
        let byID = Dictionary(details.map { ($0.offer.id, $0) }, uniquingKeysWith: { first, _ in first })
        let contents = shown.items.compactMap { offer, site -> JSONValue? in
            guard let detail = byID[offer], let place = detail.places.first(where: { $0.site.id.text == site }) else {
                return nil
            }
            return query.isFull
                ? mapping.serviceAtLocation(place, detail) : .record(mapping.serviceAtLocationMembers(place, detail))
        }
        return Page(total: found.count, perPage: shown.perPage, contents: contents)
    }

    private func organizations(_ query: FeedQuery, _ today: Day) async throws -> Page {
        let entries = try await index.entries(on: today).entries.filter { query.onlyTerms.matches($0) }
        let ids = Set(entries.map(\.providerID))
        let found = try await offers.providers()
            .filter {
                ids.contains($0.id.text) && query.matches(words: $0.name) && query.matches(organization: $0.id.text)
            }
            .sorted { $0.id < $1.id }
        let shown = cut(found, query)
        let mapping = try await mapping()
        var services: [String: [JSONValue]] = [:]
        if query.withServices {
            let wanted = Set(shown.items.map(\.id.text))
            let keys = entries.filter { wanted.contains($0.providerID) }.map(\.id)
            for detail in try await offers.details(ids: keys).map({ $0.published(for: .web) }) {
                services[detail.provider.id.text, default: []].append(mapping.serviceItem(detail))
            }
        }
        let contents = shown.items.map { provider -> JSONValue in
            let object = query.isFull ? mapping.organization(provider) : mapping.organizationItem(provider)
            guard let list = services[provider.id.text], case .object(let members) = object else { return object }
            return .object(members + [.init("services", .list(list))])
        }
        return Page(total: found.count, perPage: shown.perPage, contents: contents)
    }

    private func terms(_ query: FeedQuery) -> [Taxonomy.Term] {
        // Our lists are flat: no term has a parent.
        guard query.parentID == nil else { return [] }
        return Taxonomy.all.filter { query.taxonomyID == nil || $0.id == query.taxonomyID }.flatMap(\.terms)
            .filter { query.matches(words: $0.name) }
    }

    // MARK: Parts

    /// Keys of providers with at least one public offer.
    private func publicProviders(_ today: Day) async throws -> Set<String> {
        Set(try await index.entries(on: today).entries.map(\.providerID))
    }

    private func mapping() async throws -> HSDSMapping {
        let areas = try await areas.tree().areas
        return HSDSMapping(areas: Dictionary(areas.map { ($0.id, $0) }, uniquingKeysWith: { first, _ in first }))
    }

    /// Middle of the area that has the postcode.
    private func centre(_ postcode: String) async throws -> Coordinate? {
        try await areas.tree().areas.first { $0.postcodes.contains(postcode) && $0.center != nil }?.center
    }

    private func cut<Item>(_ items: [Item], _ query: FeedQuery) -> (items: [Item], perPage: Int) {
        if query.format == .ndjson { return (items, max(items.count, 1)) }
        let range = Envelope(total: items.count, page: query.page, perPage: query.perPage).range
        return (Array(items[range]), query.perPage)
    }

    private func page<Item>(
        _ items: [Item], _ query: FeedQuery, isWhole: Bool = false, _ make: (Item) -> JSONValue
    ) -> Page {
        if isWhole { return Page(total: items.count, perPage: max(items.count, 1), contents: items.map(make)) }
        let shown = cut(items, query)
        return Page(total: items.count, perPage: shown.perPage, contents: shown.items.map(make))
    }
}

extension FeedQuery {
    func matches(words: String) -> Bool {
        search.isEmpty || FeedEntry.folded(words).contains(FeedEntry.folded(search))
    }

    func matches(organization id: String) -> Bool { organizationID == nil || organizationID == id }

    /// Only the parts of the question that speak of terms: for lists of organisations.
    var onlyTerms: FeedQuery {
        var query = FeedQuery()
        query.termID = termID
        query.taxonomyID = taxonomyID
        return query
    }
}

extension Optional {
    /// `flatMap` for questions to the database.
    fileprivate func asyncFlatMap<T>(_ transform: (Wrapped) async throws -> T?) async rethrows -> T? {
        guard let self else { return nil }
        return try await transform(self)
    }
}
