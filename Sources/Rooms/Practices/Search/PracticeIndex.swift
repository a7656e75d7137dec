import Areas
import Foundation
import Language
import Practice
import Prevention

/// Verzeichnis der Praxen as they stand at one moment, ready for questions.
struct PracticeIndex: Sendable {
    /// By title.
    let entries: [PracticeEntry]
    /// Names of the municipalities of each entry.
    let names: [[String]]
    let today: Day
    let tree: AreaTree
    let words: PracticeWords
    /// Entries for each value of each facet.
    let sets: [PracticeFacet: [String: PracticeSet]]
    private let bySlug: [String: Int]
    private let byID: [ID<Practice>: Int]

    init(_ entries: [PracticeEntry], tree: AreaTree, today: Day) {
        let sorted = entries.filter { $0.state != .archived }.sorted { first, second in
            let order = first.title.localizedStandardCompare(second.title)
            return order == .orderedSame ? first.slug < second.slug : order == .orderedAscending
        }
        self.entries = sorted
        self.today = today
        self.tree = tree
        names = sorted.map { $0.practice.municipalities.compactMap { tree[$0]?.name } }
        words = PracticeWords(sorted, names: names)
        var sets: [PracticeFacet: [String: PracticeSet]] = [:]
        for (place, entry) in sorted.enumerated() {
            for (facet, values) in entry.facets(tree, on: today) {
                for value in values {
                    sets[facet, default: [:]][value, default: PracticeSet(size: sorted.count)].insert(place)
                }
            }
        }
        self.sets = sets
        bySlug = Dictionary(
            sorted.enumerated().map { ($0.element.slug, $0.offset) }, uniquingKeysWith: { first, _ in first })
        byID = Dictionary(
            sorted.enumerated().map { ($0.element.practice.id, $0.offset) }, uniquingKeysWith: { first, _ in first })
    }

    func place(of slug: String) -> Int? { bySlug[slug] }
    func place(of id: ID<Practice>) -> Int? { byID[id] }
}

extension PracticeEntry {
    /// The German title; it must be there.
    package var title: String { practice.titles["de"] ?? slug }
}
