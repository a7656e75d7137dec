import HTML
import Prevention
import Texts
import Transfers
package import Web
import Workflow

extension ExchangeRoom {
    /// Proposals to answer, parts to confirm, evaluations, requests to open; for the steering body what is on its desk.
    package func errands(for visit: Visit) async throws -> [Errand] {
        guard visit.account?.holds(anyOf: ExchangeCaller.writers) == true else { return [] }
        let (scene, caller) = try await ownScene(visit)
        var errands: [Errand] = []
        var seen: Set<ID<Transfer>> = []
        for own in caller.own {
            for (record, turn) in scene.waiting(for: own) where seen.insert(record.id).inserted {
                errands.append(scene.errand(turn, record))
            }
            errands += scene.market.requests.filter { record in
                record.request.receiver == own.id && [.draft, .clarified].contains(record.request.course.state)
            }.map { record in
                Errand(
                    scene.texts.turn.request, subject: "\(scene.title(record.request.linkType)), \(own.name)",
                    link: ExchangePath.request.link(record.request.id.text))
            }
        }
        errands += scene.consents(of: caller.own)
        guard caller.isBoard else { return errands }
        return errands
            + boardTasks(scene).filter { $0.count > 0 }.map { task in
                Errand(
                    task.title, subject: scene.texts.turn.board(task.count, in: visit.language), link: task.link)
            }
    }
}

extension Scene {
    /// Joint offers that wait for the consent of one of these, each once.
    fileprivate func consents(of own: [ParticipantRecord]) -> [Errand] {
        market.offers.filter { record in
            record.isAsking
                && own.contains { record.offer.givers.contains($0.id) && record.consents[$0.id] == nil }
        }.map { record in
            Errand(
                texts.consent.desk, subject: "\(title(record.offer.practice)): \(names(record.offer.givers))",
                link: ExchangePath.offer.link(record.offer.id.text))
        }
    }

    fileprivate func errand(_ turn: Turn, _ record: TransferRecord) -> Errand {
        let transfer = record.transfer
        let way = texts.give.filled(["giver": names(transfer.givers), "receiver": name(transfer.receiver)])
        return Errand(
            task(turn), subject: "\(title(transfer.practice)): \(way)",
            link: ExchangePath.transfer.link(transfer.id.text), due: turn.due)
    }
}
