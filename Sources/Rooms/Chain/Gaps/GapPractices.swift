import Areas
import Indicators
import Prevention

/// Praxis für die Kette: an entry of the collection of good practice, as the chain shows it.
package struct ChainPractice: Hashable, Sendable {
    /// Last part of its address.
    package let key: String
    package let title: String
    /// Names of the municipalities it comes from.
    package let places: [String]

    package init(key: String, title: String, places: [String]) {
        self.key = key
        self.title = title
        self.places = places
    }
}

/// Vorschläge aus der Praxis: those of similar municipalities first; a hint, nothing is left out.
struct GapPractices: Sendable {
    struct Item: Sendable {
        let practice: ChainPractice
        /// The similar municipality it comes from; `nil` for all others.
        let similar: SimilarAreas.Match?
    }

    /// Those of the own municipality come after those of similar ones, then all others, each by title.
    let items: [Item]
    /// The municipality whose likes were looked for; `nil` if there is none above the part.
    let town: Area?
    let similar: SimilarAreas?

    init(_ practices: [ChainPractice], for part: Area, _ tree: AreaTree, context: [PublishedSeries]) {
        let town = part.level <= .municipality ? part : tree.town(of: part.id)
        self.town = town
        let similar = town.map { SimilarAreas(to: $0, context, tree) }
        self.similar = similar
        let matches = similar?.matches ?? []
        items = practices.map { practice in
            Item(practice: practice, similar: matches.first { practice.places.contains($0.area.name) })
        }.enumerated().sorted { left, right in
            let rank = { (item: Item) in
                item.similar.map { match in
                    matches.firstIndex { $0.area.id == match.area.id } ?? 0
                } ?? matches.count
            }
            return (rank(left.element), left.offset) < (rank(right.element), right.offset)
        }.map(\.element)
    }

    static let none = GapPractices()

    private init() { (items, town, similar) = ([], nil, nil) }
}
