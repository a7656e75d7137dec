/// Maßstab der Kosten im Netz: points divided by what they have in common, then moved up to make room for ties.
///
/// Ties stay below 2^12 each; the room above them is 2^24, or more where more than 4,095 transfers are possible. So no sum
/// of ties outweighs one point.
struct CostScale {
    /// How many times the greatest cost of a way must fit into 64 bits.
    static let headroom = 64

    let divisor: Int
    let shift: Int
    /// More than any way through the network costs.
    let force: Int

    /// - Throws: `ClearingProblem.tooLarge` where sums could leave 64 bits.
    init(_ network: ClearingNetwork) throws(ClearingProblem) {
        var (divisor, greatest) = (0, UInt(0))
        for cost in [network.round.loadStep, network.round.creditStep] { divisor = Self.common(divisor, cost) }
        for arc in network.arcs { greatest = max(greatest, arc.cost.magnitude) }
        for place in network.open {
            let weight = network.round.pairs[place].weight
            greatest = max(greatest, weight.magnitude)
            divisor = Self.common(divisor, weight)
        }
        self.divisor = max(1, divisor)
        let bitsOfTransfers = Int.bitWidth - network.round.requests.count.leadingZeroBitCount
        shift = max(24, 12 + bitsOfTransfers)
        let ways = Self.headroom * (network.nodeCount + 2)
        let limit = ((1 << 62) / ways) >> shift
        guard limit > 1, greatest / UInt(self.divisor) < UInt(limit - 1) else {
            throw .tooLarge(limit: max(0, (limit - 2).multipliedReportingOverflow(by: self.divisor).partialValue))
        }
        force = (network.nodeCount + 1) * ((Int(greatest) / self.divisor + 1) << shift)
    }

    func scaled(_ points: Int) -> Int { (points / divisor) << shift }

    /// Points nearest below a potential of the network.
    func points(_ potential: Int) -> Int { (potential >> shift) * divisor }

    private static func common(_ a: Int, _ b: Int) -> Int {
        var (x, y) = (a.magnitude, b.magnitude)
        while y != 0 { (x, y) = (y, x % y) }
        return Int(clamping: x)
    }
}
