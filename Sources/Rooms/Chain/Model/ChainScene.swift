import Areas
import Prevention

/// An area's overview with what is around it, as one visit sees it.
struct ChainScene: Sendable {
    let tree: AreaTree
    let all: ChainStock
    let today: Day
    let isStaff: Bool
    let overview: ChainOverview

    /// The areas below that are counted one by one: the nearest floor with at least two of them.
    var parts: [ChainOverview] {
        var floor = tree.children(of: overview.area.id)
        if overview.area.level == .land { floor = floor.filter { $0.level == .kreis || $0.level == .city } }
        guard floor.count > 1 else { return [] }
        let counted = floor.map { ChainOverview(area: $0, filter: withoutAbove, tree: tree, all: all, today: today) }
        // A Land with a few entered towns would otherwise show dozens of empty Kreise.
        return overview.area.level == .land ? counted.filter { !$0.offers.isEmpty } : counted
    }

    /// The area around to compare with: the Kreis of a town or district, the Land of a Kreis.
    var around: ChainOverview? {
        let above = tree.ancestors(of: overview.area.id)
        guard let other = above.first(where: { $0.level <= .kreis }) else { return nil }
        return ChainOverview(area: other, filter: withoutAbove, tree: tree, all: all, today: today)
    }

    private var withoutAbove: ChainFilter {
        var filter = overview.filter
        filter.includesAbove = false
        return filter
    }

    /// Names of the towns (or, beyond a town, the areas) an offer belongs to.
    func placeNames(of offer: ChainOffer) -> [String] {
        let names = offer.areas.compactMap { id -> String? in
            guard let area = tree[id] else { return nil }
            return tree.town(of: id)?.name ?? area.name
        }
        return Set(names).sorted()
    }
}

/// What the page of an area shows.
struct ChainPageModel: Sendable {
    let scene: ChainScene
    let parts: [ChainOverview]
    let outlines: [ID<Area>: Outline]
    /// Where the outlines come from.
    let source: String

    var overview: ChainOverview { scene.overview }
}

/// What the page of a cell shows: one page of its offers.
struct CellModel: Sendable {
    let scene: ChainScene
    let cell: ChainCell
    let total: Int
    let page: Int
    let pageCount: Int
    let offers: [ChainOffer]
    static let perPage = 40

    init(_ scene: ChainScene, cell: ChainCell, page: Int) {
        self.scene = scene
        self.cell = cell
        let found = scene.overview.offers(in: cell)
        total = found.count
        pageCount = max(1, (found.count + Self.perPage - 1) / Self.perPage)
        self.page = min(max(page, 1), pageCount)
        offers = Array(found.dropFirst((self.page - 1) * Self.perPage).prefix(Self.perPage))
    }
}

/// Werteklassen of a map of counts: at most four classes of about equally many areas, zero apart.
struct CountClasses: Equatable {
    /// Upper bounds, rising.
    let bounds: [Int]
    private let least: Int

    init(_ counts: [Int]) {
        let known = counts.filter { $0 > 0 }.sorted()
        least = known.first ?? 0
        guard !known.isEmpty else {
            bounds = []
            return
        }
        bounds = Set((1...4).map { known[($0 * known.count + 3) / 4 - 1] }).sorted()
    }

    /// 1…4, 0 for nothing.
    func level(_ count: Int) -> Int {
        guard count > 0, let index = bounds.firstIndex(where: { count <= $0 }) else { return 0 }
        return index + 5 - bounds.count > 4 ? 4 : index + 5 - bounds.count
    }

    /// From and to of each level that occurs.
    var ranges: [(level: Int, from: Int, to: Int)] {
        bounds.enumerated().map { index, bound in
            (level(bound), index == 0 ? least : bounds[index - 1] + 1, bound)
        }
    }
}

/// What the start page shows.
struct ChainStartModel: Sendable {
    struct Region: Sendable {
        let root: Area
        let entries: [ChainOverview]
    }

    let asked: String
    let answer: PlaceAnswer?
    let regions: [Region]
    let total: Int

    /// - Parameter published: what families see today.
    init(tree: AreaTree, published: ChainStock, today: Day, asked: String, answer: PlaceAnswer?) {
        self.asked = asked
        self.answer = answer
        total = published.offers.count
        // Real places first.
        let roots = tree.roots.filter { !$0.isInvented } + tree.roots.filter(\.isInvented)
        regions = roots.map { root in
            let shown = Self.shown(below: root, tree: tree, published).sorted {
                ($0.name, $0.key) < ($1.name, $1.key)
            }
            return Region(
                root: root,
                entries: shown.map {
                    ChainOverview(area: $0, filter: ChainFilter(), tree: tree, all: published, today: today)
                })
        }.filter { !$0.entries.isEmpty }
    }

    /// A Kreis with offers of its own or in several towns, otherwise its one town with offers.
    private static func shown(below root: Area, tree: AreaTree, _ published: ChainStock) -> [Area] {
        let hasOffers = { (area: Area) in tree.idsWithin(area.id).contains { published.count(at: $0) > 0 } }
        let kreise = root.level == .land ? tree.children(of: root.id) : [root]
        return kreise.filter(hasOffers).map { kreis in
            let towns = tree.children(of: kreis.id).filter { $0.level.isTown && hasOffers($0) }
            return published.count(at: kreis.id) == 0 && towns.count == 1 ? towns[0] : kreis
        }
    }
}
