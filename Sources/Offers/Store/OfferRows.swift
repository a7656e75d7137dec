import Prevention
import Storage

/// Reading offers with their sites, times, contacts, areas and links from their tables.
enum OfferRows {
    static let columns: SQL = """
        o.id, o.title, o.summary, o.description, o.providerId, o.ageFrom, o.ageTo, o.fields, o.topics, o.settings,
        o.targetGroups, o.audience, o.accessMode, o.tier, o.languages, o.hasInterpreter, o.costKind, o.costCents,
        o.costPer, o.costNote, o.isEducationPackage, o.acceptsFamilyPass, o.registration, o.registrationLink,
        o.registrationPhone, o.needsReferral, o.legalBasis, o.fundingNote, o.capacityTotal, o.capacityFree,
        o.capacityWaitingWeeks, o.capacityUnit, o.capacityAsOf, o.reachPerYear, o.website, o.status, o.visibleFrom,
        o.visibleTo, o.alert, o.checkedOn, o.checkedBy, o.checkMethod, o.sources, o.isInvented, o.origin,
        o.externalKey, o.internalNote, o.updatedAt, o.version
        """

    /// Whole offers in the order of `order`; `condition` speaks of `offer o`.
    static func read(_ r: Reader, where condition: SQL, order: SQL = "o.title, o.id", limit: SQL = "") throws -> [Offer]
    {
        var offers: [Offer] = []
        var positions: [String: Int] = [:]
        try r.each("SELECT \(columns) FROM offer o WHERE \(condition) ORDER BY \(order) \(limit)") { row in
            positions[try row.get(0)] = offers.count
            offers.append(try offer(row))
        }
        guard !offers.isEmpty else { return [] }
        let chosen: SQL = "SELECT o.id FROM offer o WHERE \(condition) ORDER BY \(order) \(limit)"
        try addSites(r, chosen, &offers, positions)
        try addSchedules(r, chosen, &offers, positions)
        try addContacts(r, chosen, &offers, positions)
        try addAreas(r, chosen, &offers, positions)
        try addLinks(r, chosen, &offers, positions)
        return offers
    }

    private static func addSites(_ r: Reader, _ chosen: SQL, _ offers: inout [Offer], _ at: [String: Int]) throws {
        try r.each(
            "SELECT offerId, id, facilityId, note FROM offerSite WHERE offerId IN (\(chosen)) ORDER BY offerId, position"
        ) { row in
            guard let index = at[try row.get(0)] else { return }
            offers[index].sites.append(
                OfferSite(id: try row.get(1), facilityID: try row.get(2), note: try row.get(3)))
        }
    }

    private static func addSchedules(_ r: Reader, _ chosen: SQL, _ offers: inout [Offer], _ at: [String: Int]) throws {
        try r.each(
            """
            SELECT offerId, siteId, purpose, start, fromTime, toTime, rule, exceptions, holidayRule,
                includesPublicHolidays, note
            FROM offerSchedule
            WHERE offerId IN (\(chosen))
            ORDER BY offerId, position
            """
        ) { row in
            guard let index = at[try row.get(0)] else { return }
            let schedule = try schedule(row)
            if let site = try row.optional(1, as: ID<OfferSite>.self),
                let place = offers[index].sites.firstIndex(where: { $0.id == site })
            {
                offers[index].sites[place].schedules.append(schedule)
            } else {
                offers[index].schedules.append(schedule)
            }
        }
    }

    private static func schedule(_ row: Row) throws -> Schedule {
        Schedule(
            purpose: Schedule.Purpose(rawValue: try row.get(2)) ?? .session, start: try row.get(3),
            from: try row.optional(4, as: String.self).flatMap { WallTime($0) },
            to: try row.optional(5, as: String.self).flatMap { WallTime($0) },
            rule: try row.optional(6, as: String.self).flatMap { RecurrenceRule($0) },
            exceptions: Lines.split(try row.get(7)).compactMap { Day($0) },
            holidayRule: Schedule.HolidayRule(rawValue: try row.get(8)) ?? .normal,
            includesPublicHolidays: try row.get(9), note: try row.get(10))
    }

    private static func addContacts(_ r: Reader, _ chosen: SQL, _ offers: inout [Offer], _ at: [String: Int]) throws {
        try r.each(
            """
            SELECT offerId, siteId, id, label, email, phone, consent
            FROM offerContact
            WHERE offerId IN (\(chosen))
            ORDER BY offerId, position
            """
        ) { row in
            guard let index = at[try row.get(0)] else { return }
            let contact = OfferContact(
                id: try row.get(2), label: try row.get(3), email: try row.optional(4), phone: try row.optional(5),
                consent: Lines.words(try row.get(6)))
            if let site = try row.optional(1, as: ID<OfferSite>.self),
                let place = offers[index].sites.firstIndex(where: { $0.id == site })
            {
                offers[index].sites[place].contact = contact
            } else {
                offers[index].contacts.append(contact)
            }
        }
    }

    private static func addAreas(_ r: Reader, _ chosen: SQL, _ offers: inout [Offer], _ at: [String: Int]) throws {
        try r.each("SELECT offerId, areaId FROM offerArea WHERE offerId IN (\(chosen)) ORDER BY offerId, position") {
            row in
            guard let index = at[try row.get(0)] else { return }
            offers[index].areaScope.append(try row.get(1))
        }
    }

    private static func addLinks(_ r: Reader, _ chosen: SQL, _ offers: inout [Offer], _ at: [String: Int]) throws {
        try r.each(
            "SELECT offerId, otherId, kind FROM offerLink WHERE offerId IN (\(chosen)) ORDER BY offerId, position"
        ) {
            row in
            guard let index = at[try row.get(0)] else { return }
            if try row.get(2, as: String.self) == "leads" {
                offers[index].leadsTo.append(try row.get(1))
            } else {
                offers[index].followsOn.append(try row.get(1))
            }
        }
    }
}

extension OfferRows {
    private static func offer(_ row: Row) throws -> Offer {
        var offer = Offer(id: try row.get(0), title: try row.get(1), providerID: try row.get(4))
        offer.summary = try row.get(2)
        offer.description = try row.get(3)
        if let from = try row.optional(5, as: Int.self), let to = try row.optional(6, as: Int.self) {
            offer.ageRange = AgeRange(from, to)
        }
        offer.fields = Lines.words(try row.get(7))
        offer.topics = Lines.split(try row.get(8))
        offer.settings = Lines.words(try row.get(9))
        offer.targetGroups = Lines.words(try row.get(10))
        offer.audience = try row.get(11)
        offer.accessMode = try row.optional(12, as: String.self).flatMap(AccessMode.init(rawValue:))
        offer.tier = try row.optional(13, as: String.self).flatMap(PreventionTier.init(rawValue:))
        offer.languages = Lines.split(try row.get(14))
        offer.hasInterpreter = try row.get(15)
        offer.cost = OfferCost(
            OfferCost.Kind(rawValue: try row.get(16)) ?? .unknown, amount: try row.optional(17), per: try row.get(18),
            note: try row.get(19), isEducationPackage: try row.get(20), acceptsFamilyPass: try row.get(21))
        offer.registration = Registration(
            Registration.Need(rawValue: try row.get(22)) ?? .unknown, link: try row.optional(23),
            phone: try row.optional(24))
        offer.needsReferral = try row.optional(25)
        offer.legalBasis = Lines.split(try row.get(26))
        offer.fundingNote = try row.get(27)
        try addManagement(row, &offer)
        return offer
    }

    private static func addManagement(_ row: Row, _ offer: inout Offer) throws {
        if let unit = try row.optional(31, as: String.self) {
            offer.capacity = Capacity(
                total: try row.optional(28), free: try row.optional(29), waitingWeeks: try row.optional(30), unit: unit,
                asOf: try row.optional(32))
        }
        offer.reachPerYear = try row.optional(33)
        offer.website = try row.optional(34)
        offer.status = OfferStatus(rawValue: try row.get(35)) ?? .draft
        offer.visibleFrom = try row.optional(36)
        offer.visibleTo = try row.optional(37)
        offer.alert = try row.get(38)
        if let on = try row.optional(39, as: Day.self) {
            offer.check = OfferCheck(
                on: on, by: OfferCheck.Checker(rawValue: try row.get(40)) ?? .town, method: try row.optional(41) ?? "")
        }
        offer.sources = Lines.sources(try row.get(42))
        offer.isInvented = try row.get(43)
        if let origin = try row.optional(44, as: String.self) {
            offer.external = ExternalKey(origin: origin, key: try row.optional(45) ?? "")
        }
        offer.internalNote = try row.get(46)
        offer.updatedAt = try row.get(47)
        offer.version = try row.get(48)
    }
}
