import Prevention
import Transfers
import Web

extension ExchangeRoom {
    func addDepartureRoutes(to routes: inout RouteTable) {
        routes.get(ExchangePath.leave.pattern, allow: Self.board, showDeparture)
        routes.post(ExchangePath.leave.pattern, allow: Self.board, leave)
    }

    /// `GET /boerse/teilnehmende/7…/ausscheiden`: what will happen.
    @Sendable func showDeparture(_ visit: Visit) async throws -> Answer {
        let (scene, _) = try await boardScene(visit)
        return departurePage(scene, try preview(scene), try FormReader(visit), hasChanged: false)
    }

    /// `POST /boerse/teilnehmende/7…/ausscheiden`: only what was looked at is done; else it is shown again.
    @Sendable func leave(_ visit: Visit) async throws -> Answer {
        let (scene, caller) = try await boardScene(visit)
        let preview = try preview(scene)
        var form = try FormReader(visit)
        let reason = form.requiredText("grund", max: 300)
        let hasChanged = form.fields.text("stand") != preview.stamp
        guard form.isComplete, let reason, !hasChanged else {
            return departurePage(scene, preview, form, hasChanged: hasChanged)
        }
        do {
            try await store.leave(
                preview.participant.id, as: preview.stamp, caller.command(for: nil, visit, because: reason))
        } catch ExchangeRefusal.changed {
            let (scene, _) = try await boardScene(visit)
            return departurePage(scene, try self.preview(scene), form, hasChanged: true)
        } catch let refusal as ExchangeRefusal {
            return scene.refusal(refusal, back: ExchangePath.setup.link())
        }
        return scene.done(ExchangePath.setup.path(), "ausgeschieden")
    }

    private func preview(_ scene: Scene) throws -> DeparturePreview {
        do { return try scene.market.departure(of: try scene.visit.id(of: Participant.self)) } catch is ExchangeRefusal
        {
            throw NotFound()
        }
    }
}
