import Areas
import Design
import HTML
import Offers
import Prevention

/// Ort mit Angeboten: a place that may be shown, with what happens there.
struct OfferPlace: Sendable {
    let id: ID<Facility>
    let name: String
    let coordinate: Coordinate
    let offers: [(id: ID<Offer>, title: String)]
}

/// Orte der Angebote im Gedächtnis: published offers at places with a known point, renewed when the register changes.
///
/// Places whose address is kept secret have no point.
actor OfferPlaces {
    private let store: OfferStore
    private var kept: (day: Day, change: Int, details: [OfferDetail])?

    init(_ store: OfferStore) { self.store = store }

    /// Those of the fields of action, or of all of them if none is named.
    func places(in fields: [FieldOfAction], on today: Day) async throws -> [OfferPlace] {
        var offers: [ID<Facility>: [(id: ID<Offer>, title: String)]] = [:]
        var facilities: [ID<Facility>: Facility] = [:]
        for detail in try await published(on: today)
        where fields.isEmpty || !detail.offer.fields.isDisjoint(with: fields) {
            for place in detail.places where place.facility.coordinate != nil {
                facilities[place.facility.id] = place.facility
                offers[place.facility.id, default: []].append((detail.offer.id, detail.offer.title))
            }
        }
        return facilities.values.compactMap { facility in
            facility.coordinate.map {
                OfferPlace(id: facility.id, name: facility.name, coordinate: $0, offers: offers[facility.id] ?? [])
            }
        }.sorted { ($0.name, $0.id) < ($1.name, $1.id) }
    }

    private func published(on today: Day) async throws -> [OfferDetail] {
        let change = try await store.lastChange()
        if let kept, kept.day == today, kept.change == change { return kept.details }
        let details = try await store.details(ids: nil).filter { $0.offer.visibility.isPublic(on: today) }
            .map { $0.published(for: .web) }
        kept = (today, change, details)
        return details
    }
}

extension AreaLayer {
    /// Places on the drawing, at most so many; tiles have no place for them.
    func points(_ places: [OfferPlace], words: (Int) -> String, most: Int = 400) -> [ClassMap.Point] {
        guard let projection else { return [] }
        return places.compactMap { place -> ClassMap.Point? in
            let spot = projection.place(LonLat(place.coordinate.longitude, place.coordinate.latitude))
            guard (0...width).contains(spot.x), (0...height).contains(spot.y) else { return nil }
            return ClassMap.Point(
                x: spot.x, y: spot.y, count: place.offers.count,
                title: "\(place.name): \(words(place.offers.count))",
                link: place.offers.first.map { .to("/angebote/" + $0.id.text) })
        }.prefix(most).map(\.self)
    }
}
