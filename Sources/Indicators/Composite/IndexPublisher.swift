package import Prevention
package import Storage

/// Indexveröffentlichung: makes an index an indicator like any other, through the gate and its register.
///
/// It is computed from published values only and so gives nothing away; scores of areas that lack too much because
/// values are hidden stay hidden.
package struct IndexPublisher: Sendable {
    private let store: IndicatorStore

    package init(store: IndicatorStore) { self.store = store }

    /// Stores the scores of all periods with their provenance and publishes them; earlier editions are withdrawn.
    ///
    /// - Parameter series: by key of the indicator, as everyone may see them.
    /// - Returns: the edition; the last one if neither definition nor scores have changed since.
    /// - Throws: `IndexRefusal`, `GateRefusal`.
    @discardableResult
    package func publish(
        _ definition: IndexDefinition, _ series: [String: PublishedSeries], over territory: IndexTerritory,
        by actor: AuditActor, at: Instant
    ) async throws -> IndexEdition {
        guard definition.isPublic, definition.version > 0, let id = ID<Indicator>(definition.id.text) else {
            throw IndexRefusal.draft
        }
        let scores = IndexScores(definition, series, over: territory)
        guard !scores.evaluations.isEmpty else { throw IndexRefusal.nothingComputable }
        let earlier = try await store.publications().filter { $0.indicators == [id] && $0.withdrawnAt == nil }
        let (edition, isNew) = try await record(scores, id, territory, by: actor, at: at)
        if !isNew, !earlier.isEmpty { return edition }
        try await PublishGate(store: store).publish(
            PublicationRequest(indicators: [edition.indicatorKey], periods: scores.evaluations.map(\.period)),
            by: actor, at: at)
        for old in earlier {
            try await store.withdraw(
                old.id, by: actor, at: at, reason: "Index neu gerechnet, Ausgabe \(edition.number)")
        }
        return edition
    }

    /// Indicator, values and provenance in one transaction.
    private func record(
        _ scores: IndexScores, _ id: ID<Indicator>, _ territory: IndexTerritory, by actor: AuditActor, at: Instant
    ) async throws -> (edition: IndexEdition, isNew: Bool) {
        let definition = scores.definition
        return try await store.database.write { w in
            let last = try IndexDefinitionStore.editions(w, "e.indexId = \(definition.id)").last
            if let last, last.root != territory.root || last.floor != territory.floor {
                throw IndexRefusal.otherTerritory(last.root, floor: last.floor)
            }
            let known = try IndicatorRows.read(w, "WHERE id = \(id)").first
            let indicator = scores.indicator(id, over: known)
            do {
                try IndicatorStore.save(indicator, in: w, by: actor, at: at)
            } catch IndicatorStore.Refusal.keyTaken(let key) {
                throw IndexRefusal.keyTaken(key)
            }
            let edition = IndexEdition(
                index: definition.id, number: (last?.number ?? 0) + 1, indicatorKey: indicator.key,
                version: definition.version, root: territory.root, floor: territory.floor,
                provenance: scores.provenance, actor: actor.text, at: at)
            let origin = ValueOrigin(
                name: "Index: \(definition.name), Fassung \(definition.version)",
                source: scores.sources.joined(separator: "; "))
            let values = scores.values(of: id).map { DeliveredValue(value: $0, row: nil, found: "") }
            let count = try IndicatorStore.record(values, from: origin, in: w, by: actor, at: at)
            if let last, last.provenance == edition.provenance, count.created + count.corrected == 0 {
                return (last, false)
            }
            try IndexDefinitionStore.insert(edition, indicator: id, in: w)
            try w.audit(
                AuditEntry(
                    actor: actor, action: "index.publish", object: Reference(.indicator, id), at: at,
                    reason: "Ausgabe \(edition.number), Fassung \(edition.version)"))
            return (edition, true)
        }
    }
}
