import Foundation

/// Blatt: one indicator under one choice of assumptions, ready to be added up; 0 for gaps.
struct IndexLeaf: Sendable {
    private let values: [Float]
    /// How far a value moves for one standard error, on the scale; empty where values are certain.
    private let steps: [Float]
    /// On the scale, before logarithm or inverse; only where values move.
    private let plain: [Float]
    private let floor: Float
    private let curve: PercentileCurve?
    private let aggregation: IndexDesign.Aggregation

    /// `nil` where nothing can be computed.
    init?(
        _ column: [Double], _ treatment: OutlierTreatment?, isReversed: Bool, errors: [Double],
        scale: IndexDesign.Scale, _ aggregation: IndexDesign.Aggregation
    ) {
        let sign = isReversed ? -1.0 : 1
        let treated = (treatment?.values ?? column).map { sign * $0 }
        guard let normaliser = Normaliser(treated, scale) else { return nil }
        let normal = treated.map { normaliser($0) }
        self.aggregation = aggregation
        values = normal.map { $0.isNaN ? 0 : Float(Self.summand($0, aggregation)) }
        guard errors.contains(where: { $0 > 0 }) else {
            (steps, plain, floor, curve) = ([], [], 0, nil)
            return
        }
        let slopes = treatment?.slopes
        let moves = errors.indices.map { unit in
            normal[unit].isNaN ? 0 : errors[unit] * (slopes?[unit] ?? 1) * normaliser.slope
        }
        steps = moves.map { Float($0.isFinite ? $0 : 0) }
        floor = Float(scale.bounds.lowerBound)
        if scale.normalisation == .percentile {
            let curve = PercentileCurve(treated, normaliser, scale.bounds)
            plain = zip(normal, curve.positions).map { $0.isNaN ? 0 : Float($0) - curve.share(at: $1) }
            self.curve = curve
        } else {
            plain = normal.map { $0.isNaN ? 0 : Float($0) }
            curve = nil
        }
    }

    /// Larger is better for all three, so that groups can be added up like indicators.
    private static func summand(_ value: Double, _ aggregation: IndexDesign.Aggregation) -> Double {
        switch aggregation {
        case .arithmetic, .copeland: value
        case .geometric: log(value)
        case .harmonic: -1 / value
        }
    }

    /// The column of one repetition: as it stands, or moved within its standard errors.
    func values(
        _ noise: inout NormalNoise, _ room: inout [Float], _ use: (UnsafeBufferPointer<Float>) -> Void
    ) {
        if steps.isEmpty { return values.withUnsafeBufferPointer(use) }
        NormalNoise.table.withUnsafeBufferPointer { table in
            guard let table = table.baseAddress else { return }
            for unit in 0..<room.count {
                let move = noise.next(table)
                if steps[unit] == 0 {
                    room[unit] = values[unit]
                } else if let curve {
                    room[unit] = plain[unit] + curve.share(at: curve.positions[unit] + steps[unit] * move * curve.unit)
                } else {
                    room[unit] = plain[unit] + steps[unit] * move
                }
            }
        }
        if aggregation == .geometric || aggregation == .harmonic {
            for unit in 0..<room.count where steps[unit] != 0 {
                let value = max(room[unit], floor)
                room[unit] = aggregation == .geometric ? log(value) : -1 / value
            }
        }
        room.withUnsafeBufferPointer(use)
    }
}

/// Verteilungskurve: which percentile a moved value would have, between evenly spaced points.
struct PercentileCurve: Sendable {
    private static let parts = 1_024
    private let points: [Float]
    /// Where each value lies, 0…parts.
    let positions: [Float]
    /// Parts per unit of the scale.
    let unit: Float

    init(_ column: [Double], _ normaliser: Normaliser, _ bounds: ClosedRange<Double>) {
        let present = column.filter { !$0.isNaN }
        let low = present.min() ?? 0
        let span = (present.max() ?? 0) - low
        let parts = Double(Self.parts)
        points = (0...Self.parts).map { Float(normaliser(low + span * Double($0) / parts)) }
        positions = column.map { $0.isNaN ? 0 : Float(($0 - low) / span * parts) }
        unit = Float(parts / (bounds.upperBound - bounds.lowerBound))
    }

    /// Interpolated; the ends beyond them.
    func share(at position: Float) -> Float {
        let place = min(max(position, 0), Float(Self.parts))
        let below = min(Int(place), Self.parts - 1)
        return points[below] + (points[below + 1] - points[below]) * (place - Float(below))
    }
}
