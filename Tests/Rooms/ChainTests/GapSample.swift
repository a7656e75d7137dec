import Areas
import Indicators
import Offers
import Prevention
import Testing

@testable import Chain

/// An invented town with districts far apart (about 22 km from centre to centre), so that nothing spills over.
struct GapSample {
    static let today = Day(daysSince1970: 20_500)
    static let year = Period(year: 2024)
    let tree: AreaTree
    let town: Area
    let districts: [Area]
    let provider = Provider(name: "Träger", kind: .publicBody)
    var figures: [PublishedSeries] = []
    var offers: [OfferDetail] = []

    init(_ count: Int = 4, apart: Double = 0.2) throws {
        let kreis = try Self.area("05978", .kreis, nil, "Kreis Unna")
        town = try Self.area("05978036", .municipality, kreis, "Unna")
        let town = town
        districts = try (0..<count).map {
            try Self.area(
                "05978036/\($0 + 1)", .district, town, "Teil \($0 + 1)",
                Coordinate(latitude: 51.5 + Double($0) * apart, longitude: 7.7))
        }
        tree = AreaTree([kreis, town] + districts)
    }

    static func area(
        _ key: String, _ level: AreaLevel, _ parent: Area?, _ name: String, _ center: Coordinate? = nil
    ) throws -> Area {
        let key = try #require(AreaKey(key))
        return Area(id: ID(key: key), key: key, level: level, parentID: parent?.id, name: name, center: center)
    }

    /// Adds published numbers by district; `nil` is not available, NaN suppressed.
    mutating func figure(
        _ key: String, _ use: Indicator.Use, _ values: [Double?], stages: [LifeStage] = [.aroundKita],
        fields: [FieldOfAction] = [], direction: Indicator.Direction = .lowerIsBetter, year: Int = 2024
    ) throws {
        let period = try #require(Period(year: year))
        let indicator = Indicator(
            id: ID(), key: key, name: "Kenngröße \(key)", measure: use == .population ? .count : .score,
            direction: direction, stages: stages, fields: fields, use: use, source: "Erfundene Zahlen")
        let published = zip(districts, values).map { area, value in
            (
                area.id,
                value.map { $0.isNaN ? .suppressed : PublishedValue(state: .available, value: $0) } ?? .notAvailable
            )
        }
        figures.append(PublishedSeries(indicator, [period: Dictionary(uniqueKeysWithValues: published)]))
    }

    /// Adds a public offer for the kita years.
    mutating func offer(
        _ title: String, places: Int?, scope: [Int] = [], at site: Int? = nil, coordinate: Coordinate? = nil,
        ages: AgeRange? = AgeRange(12, 72), fields: Set<FieldOfAction> = [.education], unit: String = "Plätze",
        scopeIDs: [ID<Area>] = [], groups: Set<TargetGroup> = [],
        free: Int? = nil
    ) {
        let facility = Facility(
            name: "Haus \(title)", areaID: site.map { districts[$0].id }, coordinate: coordinate)
        let place = OfferSite(facilityID: facility.id)
        let hasSite = site != nil || coordinate != nil
        let offer = Offer(
            title: title, providerID: provider.id, ageRange: ages, fields: fields, targetGroups: groups,
            capacity: places.map { Capacity(total: $0, free: free, unit: unit, asOf: Self.today) },
            areaScope: scope.map { districts[$0].id } + scopeIDs, sites: hasSite ? [place] : [], status: .active,
            check: OfferCheck(on: Self.today, by: .provider))
        offers.append(
            OfferDetail(
                offer: offer, provider: provider,
                places: hasSite ? [OfferDetail.Place(site: place, facility: facility)] : []))
    }

    func gaps(lambda: Double = 1, finest: Bool = false, of area: Area? = nil) -> ChainGaps {
        .compute(
            area: area ?? town, tree: tree, offers: offers, figures: figures, lambda: lambda, today: Self.today,
            finest: finest)
    }

    /// Children 400, 300, 200, 100; need from none to all.
    mutating func standard() throws {
        try figure("kinder", .population, [400, 300, 200, 100])
        try figure("bedarf", .need, [10, 20, 30, 40])
    }
}
