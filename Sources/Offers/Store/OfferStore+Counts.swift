package import Prevention
import Storage

/// Merkmal by which planners count offers.
package enum OfferDimension: String, CaseIterable, Sendable, Hashable {
    case provider, providerKind = "provider_kind"
    case town, setting, tier, field, stage, status, accessMode = "access", freshness
}

/// How many offers share one value; an offer with several values counts for each.
package struct OfferCount: Sendable, Hashable {
    /// Raw value, provider key or town name; empty = not stated.
    package let key: String
    /// Name of the provider or town; empty for vocabulary words, which `Texts` names.
    package let name: String
    package let count: Int
}

extension OfferStore {
    /// Offers counted by one dimension, most first, then by name.
    ///
    /// - Parameter onlyPublic: count what families may see; otherwise all but ended ones.
    package func counts(by dimension: OfferDimension, on today: Day, onlyPublic: Bool = true) async throws
        -> [OfferCount]
    {
        let lines = try await database.read { r in try CountLine.read(r) }
        var counts: [String: Int] = [:]
        var names: [String: String] = [:]
        for line in lines where onlyPublic ? line.isPublic(on: today) : line.status != .ended {
            for (key, name) in line.values(of: dimension, today) {
                counts[key, default: 0] += 1
                names[key] = name
            }
        }
        return counts.map { OfferCount(key: $0.key, name: names[$0.key] ?? "", count: $0.value) }
            .sorted { ($1.count, $0.name, $0.key) < ($0.count, $1.name, $1.key) }
    }

    /// Offers that are probably the same: same title (letters and digits only), provider and town.
    ///
    /// The same offer at another place is no duplicate. Ended offers do not count.
    package func probableDuplicates(within reach: OfferReach? = nil) async throws -> [[OfferListItem]] {
        let within = reach.map(Self.condition) ?? "1 = 1"
        let items = try await database.read { r in try Self.items(r, "o.status <> 'ended' AND \(within)", "") }
        return Dictionary(grouping: items) { item in
            "\(item.title.comparable)|\(item.providerID)|\(item.town.comparable)"
        }
        .values.filter { $0.count > 1 }
        .sorted { ($0[0].title, $0[0].id) < ($1[0].title, $1[0].id) }
    }

    /// Offers that a new one with this title would probably double.
    package func probableDuplicates(ofTitle title: String, provider: ID<Provider>) async throws -> [OfferListItem] {
        let items = try await database.read { r in
            try Self.items(r, "o.status <> 'ended' AND o.providerId = \(provider)", "")
        }
        return items.filter { $0.title.comparable == title.comparable }
    }
}

extension String {
    /// Letters and digits only, lower case.
    var comparable: String { String(lowercased().filter { $0.isLetter || $0.isNumber }) }
}

/// What counting needs of an offer.
private struct CountLine {
    let providerID: String
    let providerName: String
    let providerKind: String
    let status: OfferStatus
    let ages: AgeRange?
    let fields: [String]
    let settings: [String]
    let tier: String
    let accessMode: String
    let checkedOn: Day?
    let visibleFrom: Day?
    let visibleTo: Day?
    var towns: Set<String> = []

    static func read(_ r: Reader) throws -> [CountLine] {
        var lines: [CountLine] = []
        var positions: [String: Int] = [:]
        try r.each(
            """
            SELECT o.id, o.providerId, p.name, p.kind, o.status, o.ageFrom, o.ageTo, o.fields, o.settings, o.tier,
                o.accessMode, o.checkedOn, o.visibleFrom, o.visibleTo
            FROM offer o
            JOIN provider p ON p.id = o.providerId
            """
        ) { row in
            positions[try row.get(0)] = lines.count
            lines.append(
                CountLine(
                    providerID: try row.get(1), providerName: try row.get(2), providerKind: try row.get(3),
                    status: OfferStatus(rawValue: try row.get(4)) ?? .draft,
                    ages: try row.optional(5, as: Int.self).flatMap { from in
                        try row.optional(6, as: Int.self).flatMap { AgeRange(from, $0) }
                    }, fields: Lines.split(try row.get(7)), settings: Lines.split(try row.get(8)),
                    tier: try row.optional(9) ?? "", accessMode: try row.optional(10) ?? "",
                    checkedOn: try row.optional(11), visibleFrom: try row.optional(12), visibleTo: try row.optional(13))
            )
        }
        try r.each("SELECT s.offerId, f.town FROM offerSite s JOIN facility f ON f.id = s.facilityId") { row in
            guard let position = positions[try row.get(0)] else { return }
            lines[position].towns.insert(try row.get(1))
        }
        return lines
    }

    func isPublic(on today: Day) -> Bool {
        guard status == .active || status == .paused, Freshness(checkedOn: checkedOn, today: today) != .expired else {
            return false
        }
        return (visibleFrom ?? today) <= today && today <= (visibleTo ?? today)
    }

    func values(of dimension: OfferDimension, _ today: Day) -> [(String, String)] {
        func words(_ words: [String]) -> [(String, String)] { words.isEmpty ? [("", "")] : words.map { ($0, "") } }
        return switch dimension {
        case .provider: [(providerID, providerName)]
        case .providerKind: [(providerKind, "")]
        case .town: towns.isEmpty ? [("", "")] : towns.map { ($0, $0) }
        case .setting: words(settings)
        case .tier: [(tier, "")]
        case .field: words(fields)
        case .stage: words((ages.map(LifeStage.stages(of:)) ?? []).map(\.rawValue))
        case .status: [(status.rawValue, "")]
        case .accessMode: [(accessMode, "")]
        case .freshness: [(Freshness(checkedOn: checkedOn, today: today).rawValue, "")]
        }
    }
}
