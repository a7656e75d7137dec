import Areas
import Foundation
import Indicators
import Prevention

/// Ziele einzelner Gebiete as people write them: a line for each, "Gebiet; Ziel; Zeitraum".
///
/// A baseline may follow with its period: "Musterstadt; 80; 2028; 62; 2022". Areas are named as pages name them, or by
/// key.
struct AreaTargets {
    /// Name of the field in the form.
    static let field = "areaTargets"

    private let tree: AreaTree
    private let places: [String: Area]

    init(_ tree: AreaTree) {
        self.tree = tree
        let names = AreaNames(tree.areas, tree)
        var places: [String: [Area]] = [:]
        for area in tree.areas {
            for word in Set([names[area], tree.fullName(of: area), area.name]) {
                places[Self.folded(word), default: []].append(area)
            }
        }
        // A name that several areas bear names none of them.
        self.places = places.compactMapValues { Set($0).count == 1 ? $0.first : nil }
    }

    func text(_ targets: [Indicator.Target]) -> String {
        let names = AreaNames(tree.areas, tree)
        return targets.compactMap { target -> String? in
            guard let area = target.areaID.flatMap({ tree[$0] }) else { return nil }
            var parts = [names[area], Self.written(target.value), target.period.description]
            if let baseline = target.baseline {
                parts += [Self.written(baseline)] + [target.baselinePeriod?.description].compactMap { $0 }
            }
            return parts.joined(separator: "; ")
        }.joined(separator: "\n")
    }

    /// - Returns: the targets, and the numbers of the lines that cannot be read or name an area again.
    func read(_ text: String) -> (targets: [Indicator.Target], wrongLines: [Int]) {
        var targets: [Indicator.Target] = []
        var wrong: [Int] = []
        for (index, line) in text.split(separator: "\n", omittingEmptySubsequences: false).enumerated() {
            let line = line.trimmingCharacters(in: .whitespacesAndNewlines)
            if line.isEmpty { continue }
            if let target = target(line), !targets.contains(where: { $0.areaID == target.areaID }) {
                targets.append(target)
            } else {
                wrong.append(index + 1)
            }
        }
        return (targets, wrong)
    }

    private func target(_ line: String) -> Indicator.Target? {
        let parts = line.split(separator: ";", omittingEmptySubsequences: false)
            .map { $0.trimmingCharacters(in: .whitespaces) }
        guard (3...5).contains(parts.count), let area = area(parts[0]), let value = Self.number(parts[1]),
            let period = Period(parts[2])
        else { return nil }
        var target = Indicator.Target(areaID: area.id, value: value, period: period)
        if parts.count > 3 {
            guard let baseline = Self.number(parts[3]) else { return nil }
            target.baseline = baseline
        }
        if parts.count > 4 {
            guard let period = Period(parts[4]) else { return nil }
            target.baselinePeriod = period
        }
        return target
    }

    private func area(_ words: String) -> Area? {
        AreaKey(words).flatMap { tree.area(key: $0) } ?? places[Self.folded(words)]
    }

    private static func folded(_ words: String) -> String {
        words.lowercased().split(separator: " ").joined(separator: " ")
    }

    private static func number(_ words: String) -> Double? {
        Double(words.replacing(",", with: ".")).flatMap { $0.isFinite && abs($0) < 1e12 ? $0 : nil }
    }

    private static func written(_ number: Double) -> String {
        Int(exactly: number).map(String.init) ?? "\(number)".replacing(".", with: ",")
    }
}
