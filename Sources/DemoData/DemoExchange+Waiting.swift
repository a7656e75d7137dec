import Areas
import Exchange
import ModelProject
import Prevention
import Transfers
import Workflow

extension DemoExchange {
    /// What waits for the towns that visitors can sign in for: a swap that both still have to accept, and a joint offer
    /// that one of them asks the other to carry.
    func waiting(_ stock: [Stock]) async throws {
        let pair = Array(towns.prefix(2))
        guard let one = stock.first(where: { pair.map(\.id).contains($0.owner.id) }),
            let other = pair.first(where: { $0.id != one.owner.id })
        else { return }
        let offer = try await offer(one, "agreed", days: 8)
        let request = try await request(one.link, of: other, days: 7)
        try await store.register(
            id("transfer/agreed"), offer: offer, request: request,
            command(2, for: town(other), "Bei der Fachtagung verabredet: zwei Besuche bis zum Sommer"))
        guard
            let joint = TransferOffer(
                id: id("offer/joint"), kind: .moderatorDay, givers: [town(one.owner), town(other)],
                linkType: one.link.id, practice: one.practice, parts: [.presentation], capacity: 1)
        else { return }
        try await store.add(
            OfferRecord(
                joint, isRemote: false, note: "Ein gemeinsamer Moderationstag für Kommunen, die damit anfangen.",
                createdAt: at(3)), command(3, for: town(other), "Angebot"))
        try await store.take(.review, of: joint.id, command(2, hour: 11, "Praxis ist geprüft"))
    }
}
