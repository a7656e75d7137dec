import Offers
import Prevention
import Tables

/// Angaben for search engines: the offer as schema.org `Service`, its next dates as `Event`.
///
/// - Source: schema.org, types Service, Event, PeopleAudience, Offer.
struct OfferData {
    private let model: OfferModel
    private let publicURL: String?

    init(_ model: OfferModel, publicURL: String?) {
        self.model = model
        self.publicURL = publicURL
    }

    private var offer: Offer { model.offer }

    var json: JSONValue {
        let service = JSONValue.record(
            [
                ("@type", .text("Service")), ("name", .text(offer.title)),
                ("serviceType", .text(offer.topics.joined(separator: ", "))),
            ]
                + about
                + [
                    ("availableChannel", channel), ("areaServed", .texts(model.catchment)),
                    ("availableLanguage", .texts(offer.languages)),
                ])
        let events = model.nextDates(3).map(event)
        return .record([("@context", .text("https://schema.org")), ("@graph", .list([service] + events))])
    }

    private var about: [(String, JSONValue)] {
        [
            ("description", FamilyWords.shown(offer.summary).map { .text($0) } ?? .null), ("provider", provider),
            ("audience", audience), ("offers", price),
            ("isAccessibleForFree", offer.cost.kind == .free ? .bool(true) : .null),
        ]
    }

    private var provider: JSONValue {
        .record([("@type", .text("Organization")), ("name", .text(model.detail.provider.name))])
    }

    private var audience: JSONValue {
        guard let range = offer.ageRange else { return .null }
        let years = { (age: AgeInMonths) -> JSONValue in .number(Double(max(age.months, 0)) / 12) }
        return .record([
            ("@type", .text("PeopleAudience")), ("suggestedMinAge", years(range.from)),
            ("suggestedMaxAge", years(range.to)),
        ])
    }

    private var price: JSONValue {
        let cents: Int64? = offer.cost.kind == .free ? 0 : offer.cost.amount?.cents
        guard let cents else { return .null }
        return .record([
            ("@type", .text("Offer")), ("price", .text("\(cents / 100).\(cents % 100 < 10 ? "0" : "")\(cents % 100)")),
            ("priceCurrency", .text("EUR")),
        ])
    }

    private var channel: JSONValue {
        let places = model.detail.places.map { place($0.facility) }
        return places.isEmpty
            ? .null : .record([("@type", .text("ServiceChannel")), ("serviceLocation", .list(places))])
    }

    private func place(_ facility: Facility) -> JSONValue {
        let address = JSONValue.record([
            ("@type", .text("PostalAddress")),
            ("streetAddress", facility.street.isEmpty ? .null : .text(facility.street)),
            ("postalCode", facility.postcode.isEmpty ? .null : .text(facility.postcode)),
            ("addressLocality", facility.town.isEmpty ? .null : .text(facility.town)), ("addressCountry", .text("DE")),
        ])
        let spot = facility.coordinate.map {
            JSONValue.record([
                ("@type", .text("GeoCoordinates")), ("latitude", .number($0.latitude)),
                ("longitude", .number($0.longitude)),
            ])
        }
        return .record([
            ("@type", .text("Place")), ("name", facility.name.isEmpty ? .null : .text(facility.name)),
            ("address", address),
            ("geo", spot ?? .null),
        ])
    }

    private func event(_ date: Occurrence) -> JSONValue {
        .record(
            [
                ("@type", .text("Event")), ("name", .text(offer.title)),
                ("startDate", .text(moment(date.day, date.from))),
                ("endDate", date.to == nil ? .null : .text(date.end.description)),
                ("eventStatus", .text("https://schema.org/EventScheduled")),
                ("location", model.detail.places.first.map { place($0.facility) } ?? .null), ("organizer", provider),
            ] + about.filter { $0.0 != "provider" && $0.0 != "audience" })
    }

    private func moment(_ day: Day, _ time: WallTime?) -> String {
        time.map { $0.instant(on: day).description } ?? day.description
    }
}
