import Prevention
import Transfers
import Web
import Workflow

extension ExchangeRoom {
    /// `GET /boerse/transfers/eintragen?angebot=&gesuch=`: only pairs of the offer or request that one comes from.
    @Sendable func showRegister(_ visit: Visit) async throws -> Answer {
        let (scene, caller) = try await ownScene(visit)
        let pairs = SwapPair.all(
            scene, caller, offer: visit.query.text("angebot"), request: visit.query.text("gesuch"))
        var fields = visit.query
        if pairs.count == 1, let only = pairs.first { fields.append("paar", only.key) }
        return registerPage(scene, caller, pairs, try FormReader(fields, language: visit.language))
    }

    /// `POST /boerse/transfers/eintragen`: a proposal that both sides still have to accept.
    @Sendable func register(_ visit: Visit) async throws -> Answer {
        let (scene, caller) = try await ownScene(visit)
        let pairs = SwapPair.all(
            scene, caller, offer: visit.form.text("angebot"), request: visit.form.text("gesuch"))
        var form = try FormReader(visit)
        let key = form.required("paar") { $0.choice("paar", among: pairs.map(\.key)) }
        let reason = form.requiredText("verabredet", max: 300)
        guard form.isComplete, let pair = pairs.first(where: { $0.key == key }), let reason else {
            return registerPage(scene, caller, pairs, form)
        }
        let id = ID<Transfer>()
        let own = caller.own.first { pair.offer.givers.contains($0.id) || pair.request.receiver == $0.id }?.id
        do {
            try await store.register(
                id, offer: pair.offer.id, request: pair.request.id,
                caller.command(for: own, visit, because: reason))
        } catch let refusal as ExchangeRefusal {
            return scene.refusal(refusal, back: ExchangePath.register.link())
        }
        return scene.done(ExchangePath.transfer.path(id.text), "verabredet")
    }
}

/// Paar: an open offer and an open request that fit and that the caller may register.
struct SwapPair {
    let offer: TransferOffer
    let request: TransferRequest

    var key: String { "\(offer.id).\(request.id)" }

    /// Most pairs that one page lists.
    static let most = 60

    /// Those of an offer or request, or of all; the steering body sees every pair, others their own.
    static func all(
        _ scene: Scene, _ caller: ExchangeCaller, offer offerKey: String? = nil, request requestKey: String? = nil
    ) -> [SwapPair] {
        let offers = scene.market.offers.map(\.offer).filter { offerKey == nil || $0.id.text == offerKey }
        let requests = scene.market.requests.map(\.request).filter { requestKey == nil || $0.id.text == requestKey }
        var pairs: [SwapPair] = []
        for offer in offers where offer.course.state == .open {
            for request in requests where scene.market.fit(offer, request) {
                guard caller.isBoard || caller.owns(request.receiver) || offer.givers.contains(where: caller.owns)
                else { continue }
                pairs.append(SwapPair(offer: offer, request: request))
                if pairs.count == most { return pairs }
            }
        }
        return pairs
    }
}
