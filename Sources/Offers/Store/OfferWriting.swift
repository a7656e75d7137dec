import Prevention
import Storage

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
        try w.insert(insertHead, offers.map(row), ending: areNew ? "" : replaceEnding)
        if !areNew {
            for part in offers.map(\.id).parts(of: 500) {
                try w.run("DELETE FROM offerSchedule WHERE offerId IN \(list: part)")
                try w.run("DELETE FROM offerContact WHERE offerId IN \(list: part)")
                try w.run("DELETE FROM offerSite WHERE offerId IN \(list: part)")
                try w.run("DELETE FROM offerArea WHERE offerId IN \(list: part)")
                try w.run("DELETE FROM offerLink WHERE offerId IN \(list: part)")
            }
        }
        try w.insert("INSERT INTO offerSite (id, offerId, facilityId, position, note) VALUES", offers.flatMap(siteRows))
        try w.insert(
            """
            INSERT INTO offerSchedule (offerId, position, siteId, purpose, start, fromTime, toTime, rule, exceptions,
                holidayRule, includesPublicHolidays, note)
            VALUES
            """, offers.flatMap(scheduleRows))
        try w.insert(
            "INSERT INTO offerContact (id, offerId, siteId, position, label, email, phone, consent) VALUES",
            offers.flatMap(contactRows))
        try w.insert("INSERT INTO offerArea (offerId, areaId, position) VALUES", offers.flatMap(areaRows))
        try w.insert("INSERT INTO offerLink (offerId, otherId, kind, position) VALUES", offers.flatMap(linkRows))
    }

    /// Tells the followers of the change log that these offers are new, changed or gone.
    static func log(_ w: Writer, _ ids: [ID<Offer>], at: Instant) throws {
        defer { RegisterPulse.beat() }
        let last = try w.value("SELECT max(n) FROM offerChange", as: Int.self) ?? 0
        try w.insert(
            "INSERT INTO offerChange (n, offerId, at) VALUES",
            ids.enumerated().map { [Bound(last + 1 + $0.offset), Bound($0.element), Bound(at)] })
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
                    Bound(earlier.id), Bound(earlier.version), Bound(earlier.record.description),
                    Bound(Lines.join(changed.map(\.rawValue))), Bound(actor.text), Bound(action), Bound(at),
                ]
            })
    }
}

extension OfferWriting {
    private static func row(_ offer: Offer) -> [Bound] { content(offer) + management(offer) }

    private static func content(_ offer: Offer) -> [Bound] {
        [
            Bound(offer.id), Bound(offer.title), Bound(offer.summary), Bound(offer.description),
            Bound(offer.providerID),
            Bound(offer.ageRange?.from), Bound(offer.ageRange?.to), Bound(Lines.join(words: offer.fields)),
            Bound(Lines.join(offer.topics)), Bound(Lines.join(words: offer.settings)),
            Bound(Lines.join(words: offer.targetGroups)), Bound(offer.audience), Bound(word: offer.accessMode),
            Bound(word: offer.tier), Bound(Lines.join(offer.languages)), Bound(offer.hasInterpreter),
            Bound(word: offer.cost.kind), Bound(offer.cost.amount), Bound(offer.cost.per), Bound(offer.cost.note),
            Bound(offer.cost.isEducationPackage), Bound(offer.cost.acceptsFamilyPass),
            Bound(word: offer.registration.need), Bound(offer.registration.link), Bound(offer.registration.phone),
            Bound(offer.needsReferral), Bound(Lines.join(offer.legalBasis)), Bound(offer.fundingNote),
        ]
    }

    private static func management(_ offer: Offer) -> [Bound] {
        [
            Bound(offer.capacity?.total), Bound(offer.capacity?.free), Bound(offer.capacity?.waitingWeeks),
            Bound(offer.capacity?.unit), Bound(offer.capacity?.asOf), Bound(offer.reachPerYear), Bound(offer.website),
            Bound(word: offer.status), Bound(offer.visibleFrom), Bound(offer.visibleTo), Bound(offer.alert),
            Bound(offer.check?.on), Bound(word: offer.check?.by), Bound(offer.check?.method),
            Bound(Lines.join(sources: offer.sources)), Bound(offer.isInvented), Bound(offer.external?.origin),
            Bound(offer.external?.key), Bound(offer.internalNote), Bound(offer.updatedAt), Bound(offer.version),
        ]
    }

    private static func siteRows(_ offer: Offer) -> [[Bound]] {
        offer.sites.enumerated().map { position, site in
            [Bound(site.id), Bound(offer.id), Bound(site.facilityID), Bound(position), Bound(site.note)]
        }
    }

    private static func scheduleRows(_ offer: Offer) -> [[Bound]] {
        let own = offer.schedules.map { (ID<OfferSite>?.none, $0) }
        let ofSites = offer.sites.flatMap { site in site.schedules.map { (ID<OfferSite>?.some(site.id), $0) } }
        return (own + ofSites).enumerated().map { position, entry in
            let (site, schedule) = entry
            return [
                Bound(offer.id), Bound(position), Bound(site), Bound(word: schedule.purpose), Bound(schedule.start),
                Bound(schedule.from?.description), Bound(schedule.to?.description), Bound(schedule.rule?.description),
                Bound(Lines.join(schedule.exceptions.map(\.description))), Bound(word: schedule.holidayRule),
                Bound(schedule.includesPublicHolidays), Bound(schedule.note),
            ]
        }
    }

    private static func contactRows(_ offer: Offer) -> [[Bound]] {
        let own = offer.contacts.map { (ID<OfferSite>?.none, $0) }
        let ofSites = offer.sites.compactMap { site in site.contact.map { (ID<OfferSite>?.some(site.id), $0) } }
        return (own + ofSites).enumerated().map { position, entry in
            let (site, contact) = entry
            return [
                Bound(contact.id), Bound(offer.id), Bound(site), Bound(position), Bound(contact.label),
                Bound(contact.email), Bound(contact.phone), Bound(Lines.join(words: contact.consent)),
            ]
        }
    }

    private static func areaRows(_ offer: Offer) -> [[Bound]] {
        offer.areaScope.unique.enumerated().map { [Bound(offer.id), Bound($0.element), Bound($0.offset)] }
    }

    private static func linkRows(_ offer: Offer) -> [[Bound]] {
        let links = offer.followsOn.unique.map { ("follows", $0) } + offer.leadsTo.unique.map { ("leads", $0) }
        return links.enumerated().map { position, link in
            [Bound(offer.id), Bound(link.1), Bound(link.0), Bound(position)]
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
