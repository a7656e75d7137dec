import Prevention
import Storage
import Tables

/// Writing offers into their tables.
enum OfferWriting {
    static let insertHead: SQL = """
        INSERT INTO offer (id, title, summary, description, providerId, ageFrom, ageTo, fields, topics, settings,
            targetGroups, audience, accessMode, tier, languages, hasInterpreter, costKind, costCents, costPer, costNote,
            isEducationPackage, acceptsFamilyPass, registration, registrationLink, registrationPhone, needsReferral,
            legalBasis, fundingNote, capacityTotal, capacityFree, capacityWaitingWeeks, capacityUnit, capacityAsOf,
            reachPerYear, website, status, visibleFrom, visibleTo, alert, checkedOn, checkedBy, checkMethod, sources,
            isInvented, origin, externalKey, internalNote, updatedAt, version)
        VALUES
        """

    /// Every column but the key takes the new value.
    static let replaceEnding: SQL = """
        ON CONFLICT (id) DO UPDATE SET title = excluded.title, summary = excluded.summary,
            description = excluded.description, providerId = excluded.providerId, ageFrom = excluded.ageFrom,
            ageTo = excluded.ageTo, fields = excluded.fields, topics = excluded.topics, settings = excluded.settings,
            targetGroups = excluded.targetGroups, audience = excluded.audience, accessMode = excluded.accessMode,
            tier = excluded.tier, languages = excluded.languages, hasInterpreter = excluded.hasInterpreter,
            costKind = excluded.costKind, costCents = excluded.costCents, costPer = excluded.costPer,
            costNote = excluded.costNote, isEducationPackage = excluded.isEducationPackage,
            acceptsFamilyPass = excluded.acceptsFamilyPass, registration = excluded.registration,
            registrationLink = excluded.registrationLink, registrationPhone = excluded.registrationPhone,
            needsReferral = excluded.needsReferral, legalBasis = excluded.legalBasis,
            fundingNote = excluded.fundingNote, capacityTotal = excluded.capacityTotal,
            capacityFree = excluded.capacityFree, capacityWaitingWeeks = excluded.capacityWaitingWeeks,
            capacityUnit = excluded.capacityUnit, capacityAsOf = excluded.capacityAsOf,
            reachPerYear = excluded.reachPerYear, website = excluded.website, status = excluded.status,
            visibleFrom = excluded.visibleFrom, visibleTo = excluded.visibleTo, alert = excluded.alert,
            checkedOn = excluded.checkedOn, checkedBy = excluded.checkedBy, checkMethod = excluded.checkMethod,
            sources = excluded.sources, isInvented = excluded.isInvented, origin = excluded.origin,
            externalKey = excluded.externalKey, internalNote = excluded.internalNote, updatedAt = excluded.updatedAt,
            version = excluded.version
        """

    /// Writes offers that are new or replace what is there, with their parts.
    static func write(_ w: Writer, _ offers: [Offer], areNew: Bool) throws {
        if !areNew {
            for part in offers.map(\.id).parts(of: 500) {
                try w.run("DELETE FROM offerSchedule WHERE offerId IN \(list: part)")
                try w.run("DELETE FROM offerContact WHERE offerId IN \(list: part)")
                try w.run("DELETE FROM offerSite WHERE offerId IN \(list: part)")
                try w.run("DELETE FROM offerArea WHERE offerId IN \(list: part)")
                try w.run("DELETE FROM offerLink WHERE offerId IN \(list: part)")
            }
        }
        try Ahead.each(offers, make: OfferTableRows.init) { rows in
            try w.insert(insertHead, rows.offers, ending: areNew ? "" : replaceEnding)
            try w.insert("INSERT INTO offerSite (id, offerId, facilityId, position, note) VALUES", rows.sites)
            try w.insert(
                """
                INSERT INTO offerSchedule (offerId, position, siteId, purpose, start, fromTime, toTime, rule,
                    exceptions, holidayRule, includesPublicHolidays, note)
                VALUES
                """, rows.schedules)
            try w.insert(
                "INSERT INTO offerContact (id, offerId, siteId, position, label, email, phone, consent) VALUES",
                rows.contacts)
            try w.insert("INSERT INTO offerArea (offerId, areaId, position) VALUES", rows.areas)
        }
        // Only now: links may lead to any of these offers.
        try w.insert(
            "INSERT INTO offerLink (offerId, otherId, kind, position) VALUES",
            offers.filter { !$0.followsOn.isEmpty || !$0.leadsTo.isEmpty }.flatMap(OfferTableRows.linkRows))
    }

    /// Tells the followers of the change log that these offers are new, changed or gone.
    static func log(_ w: Writer, _ ids: [ID<Offer>], at: Instant) throws {
        defer { RegisterPulse.beat() }
        let last = try w.value("SELECT max(n) FROM offerChange", as: Int.self) ?? 0
        let time = SQLValue(at)
        try w.insert(
            "INSERT INTO offerChange (n, offerId, at) VALUES",
            ids.enumerated().lazy.map { [SQLValue(last + 1 + $0.offset), SQLValue($0.element), time] })
    }

    /// Keeps what is replaced by `offer`, with the names of the changed fields.
    static func keep(
        _ w: Writer, _ replaced: [(earlier: Offer, changed: [OfferField])], actor: AuditActor, action: String,
        at: Instant
    ) throws {
        try w.insert(
            "INSERT INTO offerVersion (offerId, version, record, changed, actor, action, replacedAt) VALUES",
            replaced.map { earlier, changed in
                [
                    SQLValue(earlier.id), SQLValue(earlier.version), SQLValue(earlier.record.description),
                    SQLValue(Lines.join(changed.map(\.rawValue))), SQLValue(actor.text), SQLValue(action), SQLValue(at),
                ]
            })
    }
}

/// Offers as rows of their tables.
private struct OfferTableRows: Sendable {
    let offers, sites, schedules, contacts, areas: [[SQLValue]]

    init(_ offers: ArraySlice<Offer>) {
        self.offers = offers.map(Self.row)
        sites = offers.flatMap(Self.siteRows)
        schedules = offers.flatMap(Self.scheduleRows)
        contacts = offers.flatMap(Self.contactRows)
        areas = offers.flatMap(Self.areaRows)
    }

    private static func row(_ offer: Offer) -> [SQLValue] { content(offer) + management(offer) }

    private static func content(_ offer: Offer) -> [SQLValue] {
        [
            SQLValue(offer.id), SQLValue(offer.title), SQLValue(offer.summary), SQLValue(offer.description),
            SQLValue(offer.providerID),
            SQLValue(offer.ageRange?.from), SQLValue(offer.ageRange?.to), SQLValue(Lines.join(words: offer.fields)),
            SQLValue(Lines.join(offer.topics)), SQLValue(Lines.join(words: offer.settings)),
            SQLValue(Lines.join(words: offer.targetGroups)), SQLValue(offer.audience), SQLValue(word: offer.accessMode),
            SQLValue(word: offer.tier), SQLValue(Lines.join(offer.languages)), SQLValue(offer.hasInterpreter),
            SQLValue(word: offer.cost.kind), SQLValue(offer.cost.amount), SQLValue(offer.cost.per),
            SQLValue(offer.cost.note),
            SQLValue(offer.cost.isEducationPackage), SQLValue(offer.cost.acceptsFamilyPass),
            SQLValue(word: offer.registration.need), SQLValue(offer.registration.link),
            SQLValue(offer.registration.phone),
            SQLValue(offer.needsReferral), SQLValue(Lines.join(offer.legalBasis)), SQLValue(offer.fundingNote),
        ]
    }

    private static func management(_ offer: Offer) -> [SQLValue] {
        [
            SQLValue(offer.capacity?.total), SQLValue(offer.capacity?.free), SQLValue(offer.capacity?.waitingWeeks),
            SQLValue(offer.capacity?.unit), SQLValue(offer.capacity?.asOf), SQLValue(offer.reachPerYear),
            SQLValue(offer.website),
            SQLValue(word: offer.status), SQLValue(offer.visibleFrom), SQLValue(offer.visibleTo), SQLValue(offer.alert),
            SQLValue(offer.check?.on), SQLValue(word: offer.check?.by), SQLValue(offer.check?.method),
            SQLValue(Lines.join(sources: offer.sources)), SQLValue(offer.isInvented), SQLValue(offer.external?.origin),
            SQLValue(offer.external?.key), SQLValue(offer.internalNote), SQLValue(offer.updatedAt),
            SQLValue(offer.version),
        ]
    }

    private static func siteRows(_ offer: Offer) -> [[SQLValue]] {
        offer.sites.enumerated().map { position, site in
            [SQLValue(site.id), SQLValue(offer.id), SQLValue(site.facilityID), SQLValue(position), SQLValue(site.note)]
        }
    }

    private static func scheduleRows(_ offer: Offer) -> [[SQLValue]] {
        let own = offer.schedules.map { (ID<OfferSite>?.none, $0) }
        let ofSites = offer.sites.flatMap { site in site.schedules.map { (ID<OfferSite>?.some(site.id), $0) } }
        return (own + ofSites).enumerated().map { position, entry in
            let (site, schedule) = entry
            return [
                SQLValue(offer.id), SQLValue(position), SQLValue(site), SQLValue(word: schedule.purpose),
                SQLValue(schedule.start),
                SQLValue(schedule.from?.description), SQLValue(schedule.to?.description),
                SQLValue(schedule.rule?.description),
                SQLValue(Lines.join(schedule.exceptions.map { $0.description })), SQLValue(word: schedule.holidayRule),
                SQLValue(schedule.includesPublicHolidays), SQLValue(schedule.note),
            ]
        }
    }

    private static func contactRows(_ offer: Offer) -> [[SQLValue]] {
        let own = offer.contacts.map { (ID<OfferSite>?.none, $0) }
        let ofSites = offer.sites.compactMap { site in site.contact.map { (ID<OfferSite>?.some(site.id), $0) } }
        return (own + ofSites).enumerated().map { position, entry in
            let (site, contact) = entry
            return [
                SQLValue(contact.id), SQLValue(offer.id), SQLValue(site), SQLValue(position), SQLValue(contact.label),
                SQLValue(contact.email), SQLValue(contact.phone), SQLValue(Lines.join(words: contact.consent)),
            ]
        }
    }

    private static func areaRows(_ offer: Offer) -> [[SQLValue]] {
        offer.areaScope.unique.enumerated().map { [SQLValue(offer.id), SQLValue($0.element), SQLValue($0.offset)] }
    }

    static func linkRows(_ offer: Offer) -> [[SQLValue]] {
        let links = offer.followsOn.unique.map { ("follows", $0) } + offer.leadsTo.unique.map { ("leads", $0) }
        return links.enumerated().map { position, link in
            [SQLValue(offer.id), SQLValue(link.1), SQLValue(link.0), SQLValue(position)]
        }
    }
}

extension Array where Element: Hashable {
    /// The elements in order, each once.
    var unique: [Element] {
        var seen = Set<Element>()
        return filter { seen.insert($0).inserted }
    }
}

extension Array {
    /// The elements in order in parts of at most `size`.
    func parts(of size: Int) -> [[Element]] {
        stride(from: 0, to: count, by: size).map { Array(self[$0..<Swift.min($0 + size, count)]) }
    }
}
