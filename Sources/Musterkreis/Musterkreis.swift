package import Areas
package import Indicators
package import Offers
package import Prevention

/// Der Musterkreis: an invented Kreis with towns, districts, providers, places and offers, the same for the same seed.
///
/// Everything in it is marked as invented; it shows what the sources of the model project do not contain.
package struct Musterkreis: Sendable {
    package let areas: [Area]
    /// The shape of each area, with borders its neighbours share.
    package let outlines: [ID<Area>: Outline]
    package let indicators: [Indicator]
    /// By indicator, then year, then area; also where nobody knows the number.
    package let numbers: [KreisNumber]
    package let providers: [Provider]
    package let facilities: [Facility]
    package let offers: [Offer]
    package let practices: [KreisPractice]
    /// Where places are missing or too many on purpose; empty unless the plan plants gaps.
    package let planned: [PlannedCell]

    /// - Parameter today: day from which confirmations and course starts are counted.
    package init(_ plan: MusterkreisPlan, today: Day) {
        var builder = Builder(generator: SeededGenerator(seed: plan.seed), today: today)
        builder.addAreas(plan)
        builder.addProviders()
        builder.addFacilities()
        builder.addOffers(plan.offers)
        if plan.offerYears > 1 { builder.spreadOffers(over: plan.offerYears) }
        let years = Array((today.year - plan.years)...(today.year - 1))
        indicators = IndicatorPattern.all.map { $0.indicator(years: years) }
        numbers = builder.numbers(years: years, seed: plan.seed)
        planned = plan.plantsGaps ? builder.fitOffers(to: numbers, seed: plan.seed) : []
        areas = builder.areas
        outlines = builder.outlines
        providers = builder.providers
        facilities = builder.facilities
        offers = builder.offers
        var maker = PracticeMaker(towns: builder.towns.map(\.area), today: today, seed: plan.seed)
        practices = maker.practices(plan.practices)
    }
}

/// Makes the records one after another from one stream of random numbers.
private struct Builder {
    var generator: SeededGenerator
    let today: Day
    var areas: [Area] = []
    var outlines: [ID<Area>: Outline] = [:]
    var towns: [Town] = []
    var providers: [Provider] = []
    var facilities: [Facility] = []
    var offers: [Offer] = []
    private var providersByTown: [Int: [ProviderKind: [ID<Provider>]]] = [:]
    private var facilitiesByTown: [Int: [Setting: [Facility]]] = [:]

    struct Town {
        let area: Area
        let districts: [Area]
        let postcode: String
    }

    init(generator: SeededGenerator, today: Day) {
        self.generator = generator
        self.today = today
    }

    private mutating func id<Record>() -> ID<Record> { ID(bytes: generator.uuidBytes()) ?? ID() }

    // MARK: Areas

    mutating func addAreas(_ plan: MusterkreisPlan) {
        guard let key = AreaKey(local: "musterkreis") else { return }
        let kreis = Area(
            id: ID(key: key), key: key, level: .kreis, parentID: nil, name: "Musterkreis", kind: "erfundener Kreis",
            center: Coordinate(latitude: KreisLand.middle.latitude, longitude: KreisLand.middle.longitude),
            isInvented: true)
        areas.append(kreis)
        let drafts = (0..<plan.towns).map { draft($0, plan) }
        let land = KreisLand(places: drafts.flatMap(\.districts), towns: plan.towns, seed: plan.seed)
        outlines[kreis.id] = land.outline(of: land.districts.indices)
        for (index, draft) in drafts.enumerated() { addTown(index, plan, draft, kreis, key, land) }
    }

    /// Where a town and its districts shall lie and how many people it has.
    struct TownDraft {
        let people: Int
        let under18: Int
        /// Km east and north of the middle of the Kreis.
        let districts: [SIMD2<Double>]
    }

    private mutating func draft(_ index: Int, _ plan: MusterkreisPlan) -> TownDraft {
        let columns = Int(Double(plan.towns).squareRoot().rounded(.up))
        var aside = SeededGenerator(seed: plan.seed, name: "town-\(index)")
        let half = Double(columns - 1) / 2
        let middle =
            SIMD2(
                Double(index % columns) - half + aside.spread() * 0.16,
                Double(index / columns) - half + aside.spread() * 0.16) * KreisLand.townSpacing
        let people = 9_000 + generator.number(in: 0...60) * 1_000
        let under18 = people * generator.number(in: 15...20) / 100
        let districts = (0..<plan.districts).map { part in
            let north = Double(generator.number(in: -25...25)) / 10
            let east = Double(generator.number(in: -25...25)) / 10
            guard part < Names.directions.count else { return middle + SIMD2(east, north) * 1.4 }
            return middle + Names.directions[part] * 2.6 + SIMD2(east, north) * 0.3
        }
        return TownDraft(people: people, under18: under18, districts: districts)
    }

    private mutating func addTown(
        _ index: Int, _ plan: MusterkreisPlan, _ draft: TownDraft, _ kreis: Area, _ kreisKey: AreaKey, _ land: KreisLand
    ) {
        let name = Names.town(index)
        let postcode = "00" + String(index + 101)
        let first = index * plan.districts
        guard let key = AreaKey(local: "stadt-\(index + 1)", within: kreisKey) else { return }
        let area = Area(
            id: ID(key: key), key: key, level: .municipality, parentID: kreis.id, name: name, kind: "erfundene Stadt",
            center: land.centres[first], postcodes: [postcode],
            population: Population(total: draft.people, under18: draft.under18, source: "Musterkreis, erfunden"),
            isInvented: true)
        areas.append(area)
        outlines[area.id] = land.outline(of: first..<first + plan.districts)
        var districts: [Area] = []
        for part in 0..<plan.districts {
            guard let districtKey = AreaKey(local: "s\(index + 1)-\(part + 1)", within: kreisKey) else { continue }
            let district = Area(
                id: ID(key: districtKey), key: districtKey, level: .district, parentID: area.id,
                name: Names.district(part), kind: "erfundener Stadtteil", center: land.centres[first + part],
                isInvented: true)
            districts.append(district)
            outlines[district.id] = land.districts[first + part]
        }
        areas += districts
        towns.append(Town(area: area, districts: districts, postcode: postcode))
    }

    // MARK: Numbers

    /// Population, need and results of every area and year, from streams of their own.
    func numbers(years: [Int], seed: UInt64) -> [KreisNumber] {
        var ids: [ID<Area>] = areas.prefix(1).map(\.id)
        var members = [Array(0..<towns.reduce(0) { $0 + $1.districts.count })]
        var owners: [Int?] = [nil]
        var first = 0
        for (number, town) in towns.enumerated() {
            let own = Array(first..<first + town.districts.count)
            ids += [town.area.id] + town.districts.map(\.id)
            members += [own] + own.map { [$0] }
            owners += Array(repeating: number, count: own.count + 1)
            first += own.count
        }
        let districts = Set(towns.flatMap(\.districts).map(\.id))
        let frame = KreisNumbers.Frame(
            areas: ids, members: members, towns: owners, isDistrict: ids.map(districts.contains),
            townCount: towns.count)
        let people = KreisPeople(
            towns: towns.map {
                ($0.area.population?.total ?? 0, $0.area.population?.under18 ?? 0, $0.districts.count)
            }, years: years.count, seed: seed)
        return KreisNumbers(IndicatorPattern.all, frame: frame, people: people, years: years, seed: seed).numbers
    }

    // MARK: Providers and places

    mutating func addProviders() {
        let kinds: [(ProviderKind, String)] = [
            (.publicBody, "Stadt %, Jugendamt"), (.welfareAssociation, "Familienhilfe %"),
            (.association, "Sportverein %"),
            (.church, "Kirchengemeinde %"), (.school, "Schulverbund %"), (.welfareAssociation, "Kinderbund %"),
        ]
        for (index, town) in towns.enumerated() {
            for (kind, pattern) in kinds {
                let name = pattern.replacing("%", with: town.area.name)
                let provider = Provider(
                    id: id(), name: name, kind: kind, description: "Erfundener Träger im Musterkreis.",
                    website: "https://\(Names.slug(name)).example.org", email: "info@\(Names.slug(name)).example.org",
                    areaKey: town.area.key.text, isInvented: true,
                    external: ExternalKey(origin: "musterkreis", key: Names.slug(name)))
                providers.append(provider)
                providersByTown[index, default: [:]][kind, default: []].append(provider.id)
            }
        }
    }

    mutating func addFacilities() {
        let kinds: [(Setting, String)] = [
            (.familyCentre, "Familienzentrum %"), (.kita, "Kita %"), (.primarySchool, "Grundschule %"),
            (.secondarySchool, "Gesamtschule %"), (.youthCentre, "Jugendhaus %"), (.adviceCentre, "Beratungsstelle %"),
            (.club, "Sporthalle %"), (.healthService, "Gesundheitshaus %"), (.neighbourhood, "Stadtteilbücherei %"),
            (.familyOffice, "Familienbüro %"),
        ]
        for (index, town) in towns.enumerated() {
            for district in town.districts {
                for (kind, pattern) in kinds where generator.chance(70) || district == town.districts.first {
                    addFacility(index, town, district, kind, pattern)
                }
            }
        }
    }

    private mutating func addFacility(_ index: Int, _ town: Town, _ district: Area, _ kind: Setting, _ pattern: String)
    {
        let name = pattern.replacing("%", with: district.name)
        var accessibility: Set<AccessibilityFeature> = []
        if generator.chance(60) { accessibility.insert(.stepFree) }
        if generator.chance(40) { accessibility.insert(.accessibleToilet) }
        if generator.chance(50) { accessibility.insert(.pram) }
        let coordinate = district.center.flatMap { center in
            Coordinate(
                latitude: center.latitude + Double(generator.number(in: -8...8)) / 1_000,
                longitude: center.longitude + Double(generator.number(in: -12...12)) / 1_000)
        }
        let facility = Facility(
            id: id(), name: name, kind: kind, areaID: district.id,
            street: "\(Names.street(generator.number(in: 0...999))) \(generator.number(in: 1...120))",
            postcode: town.postcode, town: town.area.name, coordinate: coordinate, accessibility: accessibility,
            isInvented: true,
            external: ExternalKey(origin: "musterkreis", key: "\(Names.slug(name))-\(index + 1)"))
        facilities.append(facility)
        facilitiesByTown[index, default: [:]][kind, default: []].append(facility)
    }

    // MARK: Offers

    mutating func addOffers(_ count: Int) {
        guard !towns.isEmpty else { return }
        for number in 0..<count {
            let town = number % towns.count
            let pattern = OfferPattern.all[(number / towns.count) % OfferPattern.all.count]
            addOffer(number, town, pattern)
        }
    }

    private mutating func addOffer(_ number: Int, _ town: Int, _ pattern: OfferPattern) {
        guard let provider = providersByTown[town]?[pattern.provider].map({ generator.pick($0, or: $0[0]) }) else {
            return
        }
        let places = facilitiesByTown[town]?[pattern.setting] ?? []
        let place = places.isEmpty ? nil : places[generator.number(in: 0...(places.count - 1))]
        let district = towns[town].districts.first { $0.id == place?.areaID }
        let checked = today.adding(days: -generator.number(in: 5...420))
        let languages = ["de"] + (generator.chance(35) ? [generator.pick(Names.languages, or: "en")] : [])
        let total = generator.number(in: 6...30)
        let scope = pattern.access == .outreach || place == nil ? [towns[town].area.id] : []
        offers.append(
            Offer(
                id: id(), title: title(pattern, district), summary: pattern.summary, providerID: provider,
                ageRange: AgeRange(pattern.ages.0, pattern.ages.1), fields: pattern.fields, topics: pattern.topics,
                settings: [pattern.setting], targetGroups: pattern.groups, accessMode: pattern.access,
                tier: pattern.tier,
                languages: languages, hasInterpreter: generator.chance(15), cost: cost(pattern),
                registration: Registration(generator.chance(55) ? .notNeeded : .needed), needsReferral: false,
                capacity: Capacity(
                    total: total, free: generator.number(in: 0...(total / 2)),
                    waitingWeeks: generator.chance(30) ? generator.number(in: 1...12) : 0, asOf: checked),
                reachPerYear: total * generator.number(in: 1...4), areaScope: scope,
                sites: place.map { [OfferSite(id: id(), facilityID: $0.id)] } ?? [], schedules: schedules(pattern),
                contacts: [
                    OfferContact(
                        id: id(), label: "Anmeldung", email: "anmeldung@musterkreis.example.org",
                        consent: [.web, .print])
                ],
                status: .active, check: OfferCheck(on: checked, by: .provider, method: "Musterkreis"), isInvented: true,
                external: ExternalKey(origin: "musterkreis", key: "angebot-\(number + 1)")))
    }

    /// Adds offers for single districts until every cell of the chain has its fair share but the planned ones.
    mutating func fitOffers(to numbers: [KreisNumber], seed: UInt64) -> [PlannedCell] {
        let districts = towns.enumerated().flatMap { town, entry in entry.districts.map { (town, $0) } }
        let places = Dictionary(facilities.map { ($0.id, $0) }, uniquingKeysWith: { a, _ in a })
        let ground = SupplyGround(
            districts: districts.map(\.1), towns: districts.map(\.0), numbers: numbers,
            offers: offers.filter { $0.isPublic(on: today) }, sites: places)
        let plan = SupplyPlan(ground, seed: seed)
        var random = SeededGenerator(seed: seed, name: "fitted-offers")
        for (number, need) in SupplyOffers(plan).needs.enumerated() {
            let (town, district) = districts[need.district]
            addOffer(number, need, town: town, district: district, &random)
        }
        return plan.cells
    }

    private mutating func addOffer(
        _ number: Int, _ need: SupplyOffers.Need, town: Int, district: Area, _ random: inout SeededGenerator
    ) {
        let own: [ID<Provider>] = providersByTown[town]?[.welfareAssociation] ?? []
        guard let first = own.first else { return }
        let place = facilitiesByTown[town]?[need.setting]?.first { $0.areaID == district.id }
        let id = ID<Offer>(bytes: random.uuidBytes()) ?? ID()
        let site = ID<OfferSite>(bytes: random.uuidBytes()) ?? ID()
        let contact = ID<OfferContact>(bytes: random.uuidBytes()) ?? ID()
        let checked = today.adding(days: -random.number(in: 5...60))
        offers.append(
            Offer(
                id: id, title: "\(need.title) \(district.name)", summary: need.summary,
                providerID: random.pick(own, or: first), ageRange: need.ages, fields: need.fields,
                settings: [need.setting], targetGroups: need.groups, accessMode: .come, tier: .universal,
                languages: ["de"], cost: .free, registration: Registration(.notNeeded), needsReferral: false,
                capacity: Capacity(total: need.places, free: need.places / 6, waitingWeeks: 0, asOf: checked),
                reachPerYear: need.places * 2, areaScope: [district.id],
                sites: place.map { [OfferSite(id: site, facilityID: $0.id)] } ?? [],
                contacts: [
                    OfferContact(
                        id: contact, label: "Anmeldung", email: "anmeldung@musterkreis.example.org",
                        consent: [.web, .print])
                ],
                status: .active, check: OfferCheck(on: checked, by: .provider, method: "Musterkreis"), isInvented: true,
                external: ExternalKey(origin: "musterkreis", key: "plan-\(number + 1)")))
    }

    private func title(_ pattern: OfferPattern, _ district: Area?) -> String {
        district.map { "\(pattern.title) \($0.name)" } ?? pattern.title
    }

    /// Every offer has begun some day of the last years; one in eight ended again.
    mutating func spreadOffers(over years: Int) {
        for place in offers.indices {
            let age = generator.number(in: 0...(365 * years))
            offers[place].visibleFrom = today.adding(days: -age)
            if age > 365, generator.chance(12) {
                offers[place].visibleTo = today.adding(days: -generator.number(in: 1...(age - 300)))
                offers[place].status = .ended
            }
        }
    }

    private mutating func cost(_ pattern: OfferPattern) -> OfferCost {
        if pattern.isFree { return .free }
        return OfferCost(
            .amount, amount: Euro(cents: Int64(generator.number(in: 2...12)) * 500), per: "Kurs",
            isEducationPackage: generator.chance(50), acceptsFamilyPass: generator.chance(50))
    }

    private mutating func schedules(_ pattern: OfferPattern) -> [Schedule] {
        let weekday = generator.number(in: 1...5)
        let hour = generator.number(in: 8...17)
        guard pattern.isWeekly, let byDay = RecurrenceRule.ByDay(weekday: weekday),
            let rule = RecurrenceRule(.weekly, byDay: [byDay]),
            let from = WallTime(hour: hour, minute: generator.chance(50) ? 0 : 30),
            let to = WallTime(hour: hour + 2, minute: 0)
        else { return [] }
        return [
            Schedule(
                start: today.adding(days: -200), from: from, to: to, rule: rule,
                holidayRule: generator.chance(60) ? .notInSchoolHolidays : .normal)
        ]
    }
}
