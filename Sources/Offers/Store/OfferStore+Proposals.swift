package import Prevention
package import Storage
import Tables

/// Änderungsvorschlag of a provider: new values of some fields, decided field by field.
package struct OfferProposal: Sendable, Hashable {
    package let id: ID<OfferProposal>
    package let offerID: ID<Offer>
    /// Version of the offer that the provider saw.
    package let baseVersion: Int
    /// Before as the provider saw it, after as proposed.
    package let changes: [OfferDifference]
    package let actor: String
    package let proposedAt: Instant
}

extension OfferStore {
    /// Keeps what a provider wants changed until an editor decides; an older open proposal for the offer is replaced.
    ///
    /// - Returns: `nil` if nothing that providers may change differs.
    /// - Throws: `StorageError.stale` if the offer was changed since the provider opened it or is gone.
    package func propose(_ proposed: Offer, by actor: AuditActor, at: Instant) async throws -> OfferProposal? {
        let clean = try proposed.cleaned()
        return try await database.write { w in
            guard let current = try OfferRows.read(w, where: "o.id = \(clean.id)").first,
                current.version == clean.version
            else { throw StorageError.stale }
            let changes = clean.differences(from: current).filter(\.field.isOpenToProviders)
            if changes.isEmpty { return nil }
            let proposal = OfferProposal(
                id: ID(), offerID: clean.id, baseVersion: current.version, changes: changes, actor: actor.text,
                proposedAt: at)
            try w.run("DELETE FROM offerProposal WHERE offerId = \(clean.id) AND decidedAt IS NULL")
            try w.run(
                """
                INSERT INTO offerProposal (id, offerId, baseVersion, changes, actor, proposedAt, accepted)
                VALUES (\(proposal.id), \(proposal.offerID), \(proposal.baseVersion), \(Self.text(changes)),
                    \(proposal.actor), \(at), '')
                """)
            try w.audit(AuditEntry(actor: actor, action: "offer.propose", object: Reference(.offer, clean.id), at: at))
            return proposal
        }
    }

    private static func text(_ changes: [OfferDifference]) -> String {
        JSONValue.list(
            changes.map { change in
                .object([
                    .init("field", .text(change.field.rawValue)), .init("before", change.before),
                    .init("after", change.after),
                ])
            }
        ).description
    }

    /// Open proposals, oldest first; of one offer or of all.
    package func openProposals(for offer: ID<Offer>? = nil) async throws -> [OfferProposal] {
        let condition: SQL = offer.map { "offerId = \($0)" } ?? "1 = 1"
        return try await database.read { r in try Self.proposals(r, "decidedAt IS NULL AND \(condition)") }
    }

    private static func proposals(_ r: Reader, _ condition: SQL) throws -> [OfferProposal] {
        try r.rows(
            """
            SELECT id, offerId, baseVersion, changes, actor, proposedAt
            FROM offerProposal
            WHERE \(condition)
            ORDER BY proposedAt, id
            """
        ) { row in
            let changes = (JSONValue(json: try row.get(3, as: String.self)) ?? .null).items.compactMap { item in
                item["field"].string.flatMap(OfferField.init(rawValue:)).map {
                    OfferDifference(field: $0, before: item["before"], after: item["after"])
                }
            }
            return OfferProposal(
                id: try row.get(0), offerID: try row.get(1), baseVersion: try row.get(2), changes: changes,
                actor: try row.get(4), proposedAt: try row.get(5))
        }
    }

    /// Takes the accepted fields into the offer and closes the proposal; no field = refused as a whole.
    ///
    /// - Throws: `StorageError.stale` if the proposal is gone or decided; `RecordProblem` for a value that no longer fits.
    @discardableResult
    package func decide(
        _ id: ID<OfferProposal>, accepting accepted: Set<OfferField>, by actor: AuditActor, at: Instant
    ) async throws -> Offer {
        try await database.write { w in
            guard let proposal = try Self.proposals(w, "id = \(id) AND decidedAt IS NULL").first,
                var offer = try OfferRows.read(w, where: "o.id = \(proposal.offerID)").first
            else { throw StorageError.stale }
            let taken = proposal.changes.filter { accepted.contains($0.field) }
            for change in taken { try offer.set(change.field, to: change.after) }
            let names = taken.map(\.field.rawValue)
            try w.run(
                """
                UPDATE offerProposal
                SET decidedAt = \(at), decidedBy = \(actor.text), accepted = \(Lines.join(names))
                WHERE id = \(id)
                """)
            if taken.isEmpty {
                try w.audit(
                    AuditEntry(actor: actor, action: "offer.decline", object: Reference(.offer, offer.id), at: at))
                return offer
            }
            offer.check = OfferCheck(on: at.berlinDay, by: .provider, method: "Vorschlag")
            return try Self.store(
                w, try offer.cleaned(), by: actor, at: at, action: "offer.accept", reason: names.joined(separator: ", ")
            )
        }
    }
}
