import Areas
import HTML
import Indicators
import Prevention
import Texts
import Web

/// What the address of a gap page asks for.
struct GapFilter: Hashable, Sendable {
    /// Political weight, in `GapRule.lambdas`.
    var lambda = GapRule.defaultLambda
    /// Compare the smallest areas.
    var isFinest = false
    /// The one part that is shown alone.
    var part: AreaKey?
    /// Sites that are suggested, 1 to 3.
    var sites = 1
    /// Places for how many of 100 children there should be; `nil` if nobody has said.
    var target: Double?
    /// The index that measures need; `nil` for the indicators of each cell.
    var need: GapNeedChoice?

    init() {}

    /// What cannot be read is as if not asked.
    init(_ fields: Fields) {
        let number = fields.text("lambda").flatMap { Double($0.replacing(",", with: ".")) }
        if let number, number.isFinite {
            lambda = min(max(number, GapRule.lambdas.lowerBound), GapRule.lambdas.upperBound)
        }
        isFinest = fields.text("ebene") == "fein"
        part = fields.text("gebiet").flatMap { AreaSlug.key($0) }
        need = fields.text("bedarf").flatMap { GapNeedChoice($0) }
        let wanted = fields.text("ziel").flatMap { Double($0.replacing(",", with: ".")) }
        target = wanted.flatMap { $0.isFinite && $0 > 0 ? min($0, 1_000) : nil }
        sites = fields.text("anzahl").flatMap { Int($0) }.map { min(max($0, 1), 3) } ?? 1
    }

    /// The fields of an address that ask for this filter; what is usual is left out.
    var query: [(String, String)] {
        [
            ("lambda", lambda == GapRule.defaultLambda ? "" : lambdaText), ("ebene", isFinest ? "fein" : ""),
            ("gebiet", part.map(AreaSlug.text) ?? ""), ("anzahl", sites > 1 ? "\(sites)" : ""),
            ("bedarf", need?.text ?? ""), ("ziel", target.map(Self.text) ?? ""),
        ].filter { !$0.1.isEmpty }
    }

    var lambdaText: String { Self.text(lambda) }

    /// With a point, at most two digits after it, none that are not needed.
    private static func text(_ number: Double) -> String {
        let hundredths = Int((number * 100).rounded())
        if hundredths % 100 == 0 { return "\(hundredths / 100)" }
        return hundredths % 10 == 0
            ? "\(hundredths / 100).\(hundredths / 10 % 10)"
            : "\(hundredths / 100)." + (hundredths % 100 < 10 ? "0" : "") + "\(hundredths % 100)"
    }

    func with(lambda: Double) -> GapFilter {
        var copy = self
        copy.lambda = lambda
        return copy
    }

    func with(part: AreaKey?) -> GapFilter {
        var copy = self
        copy.part = part
        return copy
    }
}

/// Addresses of the gap pages.
extension ChainPath {
    static let gaps = Path("/kette/{area}/luecken")
    static let gapFile = Path("/kette/{area}/luecken.csv")
    static let gapJSON = Path("/kette/{area}/luecken.json")
    static let gapField = Path("/kette/{area}/luecken/{stage}/{field}")
    static let gapCell = Path("/kette/{area}/luecken/{stage}/{field}/{part}")
    static let gapGoal = Path("/kette/{area}/luecken/{stage}/{field}/{part}/ziel")
    static let gapSurvey = Path("/kette/{area}/luecken/{stage}/{field}/{part}/fragen")

    static func gaps(_ area: Area, _ filter: GapFilter) -> Link {
        .to(gaps.path(AreaSlug.text(area.key)), query: filter.query)
    }

    static func gapFile(_ area: Area, _ filter: GapFilter) -> Link {
        .to(gapFile.path(AreaSlug.text(area.key)), query: filter.query)
    }

    static func gapJSON(_ area: Area, _ filter: GapFilter) -> Link {
        .to(gapJSON.path(AreaSlug.text(area.key)), query: filter.query)
    }

    static func gapField(_ area: Area, _ cell: ChainCell, _ filter: GapFilter) -> Link {
        .to(gapField.path(AreaSlug.text(area.key), cell.stageSlug, cell.fieldSlug), query: filter.with(part: nil).query)
    }

    static func gapCell(_ area: Area, _ cell: ChainCell, _ part: Area, _ filter: GapFilter) -> Link {
        gapPart(gapCell, area, cell, part, filter)
    }

    static func gapGoal(_ area: Area, _ cell: ChainCell, _ part: Area, _ filter: GapFilter) -> Link {
        gapPart(gapGoal, area, cell, part, filter)
    }

    static func gapSurvey(_ area: Area, _ cell: ChainCell, _ part: Area, _ filter: GapFilter) -> Link {
        gapPart(gapSurvey, area, cell, part, filter)
    }

    private static func gapPart(
        _ path: Path, _ area: Area, _ cell: ChainCell, _ part: Area, _ filter: GapFilter
    ) -> Link {
        .to(
            path.path(AreaSlug.text(area.key), cell.stageSlug, cell.fieldSlug, AreaSlug.text(part.key)),
            query: filter.with(part: nil).query)
    }

    /// An indicator on its map.
    static func figure(_ key: String) -> Link { .to("/monitoring/atlas/" + PercentEncoding.query(key)) }

    /// An index with its bands and its log.
    static func index(_ id: ID<IndexDefinition>) -> Link { .to("/monitoring/index/" + id.text) }

    /// One entry of good practice.
    /// A practice, with the gap for which it is looked at.
    static func practice(_ key: String, _ model: GapCellScene) -> Link {
        .to(
            "/praxis/" + PercentEncoding.query(key),
            query: origin(model.scene, model.stage, model.field, model.cell.part))
    }

    /// Goals and networks of the collection with this stage and field.
    static func goals(_ stage: LifeStage, _ field: FieldOfAction) -> Link {
        .to("/ziele", query: [("phase", stage.rawValue), ("feld", Vocabulary(.german)[field])])
    }

    static func networks(_ stage: LifeStage) -> Link { .to("/netze", query: [("phase", stage.rawValue)]) }

    /// Good practice for a gap: its stage and field, the town it lies in, and the way back to its page.
    ///
    /// - Parameter anyField: leaves the field open, where nothing fits the cell itself.
    static func practices(
        _ scene: GapScene, _ stage: LifeStage, _ field: FieldOfAction, _ part: Area, anyField: Bool = false
    ) -> Link {
        .to(
            "/praxis",
            query: [("phase", stage.rawValue), ("feld", anyField ? "" : field.rawValue)]
                + origin(scene, stage, field, part))
    }

    /// The town a gap lies in and the way back to its page.
    private static func origin(
        _ scene: GapScene, _ stage: LifeStage, _ field: FieldOfAction, _ part: Area
    ) -> [(String, String)] {
        let cell = ChainCell(.only(stage), .only(field))
        let town = scene.tree.town(of: part.id) ?? scene.area
        let gap = [
            AreaSlug.text(scene.area.key), "luecken", cell.stageSlug, cell.fieldSlug, AreaSlug.text(part.key),
        ]
        return [("fuer", AreaSlug.text(town.key)), ("luecke", gap.joined(separator: "/"))]
    }
}
