package import Prevention
package import Transfers

/// Paar einer Runde: one offer and one request, named by their keys.
package struct RoundPair: Hashable, Sendable, Comparable {
    package let offer: ID<TransferOffer>
    package let request: ID<TransferRequest>

    package init(_ offer: ID<TransferOffer>, _ request: ID<TransferRequest>) {
        self.offer = offer
        self.request = request
    }

    package static func < (left: Self, right: Self) -> Bool {
        (left.offer, left.request) < (right.offer, right.request)
    }
}
