package import Prevention
package import Storage

extension OfferStore {
    /// Brings a stock from elsewhere in line with the register, by key and in one transaction: new records are stored,
    /// changed ones become a new version, equal ones are left alone, others are not touched.
    ///
    /// - Parameters:
    ///   - laid: lays what came over what is there, so that what the source does not know is kept.
    ///   - isDryRun: only counts.
    /// - Returns: counts over offers; problems are the caller's.
    /// - Throws: `RecordRefusal` for values that no record may hold; nothing is stored then.
    package func merge(
        _ stock: RegisterStock, origin: String, by actor: AuditActor, at: Instant, isDryRun: Bool = false,
        laid: @escaping @Sendable (_ new: Offer, _ earlier: Offer) -> Offer
    ) async throws -> ImportReport {
        let work = MergeWork(stock: stock, laid: laid)
        if isDryRun {
            return try await database.read { r in
                var work = work
                return try work.prepare(r, at: at)
            }
        }
        return try await database.write { w in
            var work = work
            let report = try work.prepare(w, at: at)
            try work.write(w, origin: origin, report: report, by: actor, at: at)
            return report
        }
    }
}

/// One merge: what is there against what came.
private struct MergeWork: Sendable {
    let stock: RegisterStock
    let laid: @Sendable (Offer, Offer) -> Offer
    private var providers: [Provider] = []
    private var facilities: [Facility] = []
    private var created: [Offer] = []
    private var updated: [(earlier: Offer, changed: [OfferField], offer: Offer)] = []

    init(stock: RegisterStock, laid: @escaping @Sendable (Offer, Offer) -> Offer) {
        self.stock = stock
        self.laid = laid
    }

    mutating func prepare(_ r: Reader, at: Instant) throws -> ImportReport {
        try prepareParties(r, at)
        var report = ImportReport()
        var known: [ID<Offer>: Offer] = [:]
        for part in stock.offers.map(\.id).parts(of: 500) {
            for offer in try OfferRows.read(r, where: "o.id IN \(list: part)") { known[offer.id] = offer }
        }
        for offer in stock.offers {
            report.read += 1
            guard let earlier = known[offer.id] else {
                var new = try offer.cleaned()
                new.version = 1
                if new.updatedAt.milliseconds == 0 { new.updatedAt = at }
                created.append(new)
                report.created += 1
                continue
            }
            var new = try laid(offer, earlier).cleaned()
            let changed = new.differences(from: earlier).map(\.field)
            if changed.isEmpty {
                report.unchanged += 1
                continue
            }
            new.version = earlier.version + 1
            new.updatedAt = at
            updated.append((earlier, changed, new))
            report.updated += 1
        }
        return report
    }

    private mutating func prepareParties(_ r: Reader, _ at: Instant) throws {
        for provider in stock.providers {
            let earlier = try PartyRows.providers(r, where: "p.id = \(provider.id)").first
            var new = try provider.cleaned()
            new.version = earlier?.version ?? 0
            new.updatedAt = earlier?.updatedAt ?? at
            if new == earlier { continue }
            new.version += 1
            new.updatedAt = at
            providers.append(new)
        }
        for facility in stock.facilities {
            let earlier = try PartyRows.facilities(r, where: "f.id = \(facility.id)").first
            var new = try facility.cleaned()
            new.version = earlier?.version ?? 0
            new.updatedAt = earlier?.updatedAt ?? at
            if new == earlier { continue }
            new.version += 1
            new.updatedAt = at
            facilities.append(new)
        }
    }

    func write(_ w: Writer, origin: String, report: ImportReport, by actor: AuditActor, at: Instant) throws {
        if providers.isEmpty, facilities.isEmpty, created.isEmpty, updated.isEmpty { return }
        try PartyRows.insert(w, providers)
        try PartyRows.insert(w, facilities)
        try OfferWriting.write(w, created, areNew: true)
        try OfferWriting.keep(w, updated.map { ($0.earlier, $0.changed) }, actor: actor, action: "offer.import", at: at)
        try OfferWriting.write(w, updated.map(\.offer), areNew: false)
        try OfferWriting.log(w, created.map(\.id) + updated.map(\.offer.id), at: at)
        try w.audit(
            AuditEntry(
                actor: actor, action: "offer.import", object: Reference(.offer, origin), at: at,
                reason: "\(report.created) neu, \(report.updated) geändert, \(report.unchanged) unverändert"))
    }
}
