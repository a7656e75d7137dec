/// Los: decides among equally good results by a published hash of seed, giver, receiver, offer and request.
///
/// FNV-1a (64 bits) of `seed`, the participant's id and the offer's or request's id, each followed by the byte 31; the
/// two numbers joined as `offer + 3 * request` and mixed by the last step of SplitMix64; the upper 12 bits count. The
/// smaller the sum over a result, the earlier it is chosen.
struct TieBreak {
    /// Every tie lies below this.
    static let limit = 1 << 12

    private let offers: [UInt64]
    private let requests: [UInt64]

    init(_ round: ClearingRound) {
        offers = round.offers.map { Self.hash(round.seed, round.participants[$0.participant].id, $0.id) }
        requests = round.requests.map { Self.hash(round.seed, round.participants[$0.participant].id, $0.id) }
    }

    func tie(_ pair: ClearingRound.Pair) -> Int {
        Int(Self.mix(offers[pair.offer] &+ 3 &* requests[pair.request]) >> 52)
    }

    static func hash(_ parts: String...) -> UInt64 {
        var hash: UInt64 = 0xCBF2_9CE4_8422_2325
        for part in parts {
            for byte in part.utf8 { hash = (hash ^ UInt64(byte)) &* 0x100_0000_01B3 }
            hash = (hash ^ 31) &* 0x100_0000_01B3
        }
        return hash
    }

    static func mix(_ word: UInt64) -> UInt64 {
        var z = word
        z = (z ^ (z >> 30)) &* 0xBF58_476D_1CE4_E5B9
        z = (z ^ (z >> 27)) &* 0x94D0_49BB_1331_11EB
        return z ^ (z >> 31)
    }
}
