import Areas
import Language
import Prevention

/// A question made ready for all segments: words analysed, areas numbered, the point found.
struct PreparedQuery {
    var query: OfferQuery
    /// `nil`: no text.
    var analysis: QueryAnalysis?
    var mode = TextMatch.Mode.strict
    var areas: [Int32] = []
    /// From where distances count: the point asked for, else the centre of the one area asked for.
    var origin: EarthPoint?
    var originCoordinate: Coordinate?

    init(_ query: OfferQuery, analysis: QueryAnalysis?, areas: AreaNumbers) {
        self.query = query
        self.analysis = analysis.flatMap { $0.isEmpty ? nil : $0 }
        self.areas = query.areaIDs.compactMap { areas[$0] }
        originCoordinate = query.near ?? Self.centre(query.areaIDs, areas.tree)
        origin = originCoordinate.map { EarthPoint($0) }
    }

    private static func centre(_ ids: [ID<Area>], _ tree: AreaTree) -> Coordinate? {
        guard ids.count == 1, let area = ids.first.flatMap({ tree[$0] }), area.level != .land, area.level != .kreis
        else { return nil }
        return area.center ?? tree.ancestors(of: area.id).lazy.compactMap(\.center).first
    }
}
