import Foundation
import Statistics
import Testing

/// The example of COINr (51 countries of ASEM, 49 indicators) against the scores published with it.
@Suite("Index: Vergleich mit dem ASEM-Beispiel", .enabled(if: ASEM.isPresent, "../shared/data/geo fehlt"))
struct IndexReferenceTests {
    let asem: ASEM
    let index: CompositeIndex

    init() throws {
        asem = try ASEM()
        index = try CompositeIndex(asem.design, asem.data)
    }

    @Test("all 51 × 11 scores and the places come out, to the last published digit")
    func scores() {
        let result = index.result()
        var compared = 0
        for (unit, code) in asem.data.units.enumerated() {
            for (id, written) in asem.expected[code] ?? [:] {
                if id == "Rank" {
                    #expect(result.ranks[unit] == Int(written), "\(code)")
                } else if let score = result.scores[id]?[unit], let published = Double(written) {
                    #expect(abs(score - published) < 0.500_001e-6, "\(code) \(id): \(score)")
                } else {
                    Issue.record("\(code) \(id): kein Wert")
                }
                compared += 1
            }
        }
        #expect(compared == 51 * 12)
    }

    @Test("15 indicators are winsorised, as often as published; 63 gaps and 2 without denominator are filled")
    func log() {
        let log = index.preparation
        let winsorised = log.filter { $0.action == .winsorised }
        let times = Dictionary(uniqueKeysWithValues: winsorised.map { ($0.subject, $0.count) })
        #expect(winsorised.count == 15)
        #expect(times["Flights"] == 1 && times["Bord"] == 3 && times["Gas"] == 3 && times["Services"] == 4)
        #expect(times["FDI"] == 2)
        #expect(!log.contains { $0.action == .logarithm })
        let filled = log.filter { $0.action == .filledWithGroupMean }.map(\.count).reduce(0, +)
        let withoutBase = log.filter { $0.action == .withoutDenominator }.map(\.count).reduce(0, +)
        #expect(filled - withoutBase == 63)
    }

    @Test("skew and kurtosis of the raw flights are the published ones")
    func shape() throws {
        let raw = try #require(asem.data.columns["Flights"]).values.compactMap(\.self)
        let shape = Shape(of: raw)
        #expect(abs(shape.skew - 2.103_287_2) < 5e-8)
        #expect(abs(shape.kurtosis - 4.508_879_4) < 5e-8)
    }

    @Test(
        "leaving out one pillar moves the places as published",
        arguments: [
            ("Physical", 1.529_412), ("ConEcFin", 2.627_451), ("Political", 2.901_961), ("Instit", 1.176_471),
            ("P2P", 1.686_275), ("Environ", 3.098_039), ("Social", 3.960_784), ("SusEcFin", 2.627_451),
        ])
    func leaveOneOut(pillar: String, published: Double) throws {
        let change = try #require(index.leavingOutEach(of: [pillar]).first?.meanRankChange)
        #expect(abs(change - published) < 5e-7)
    }

    @Test(
        "other normalisations and means give the published variants",
        arguments: [
            (IndexDesign.Normalisation.minmax, IndexDesign.Aggregation.geometric, 58.0063, 56.9238, 2.8627),
            (.z, .arithmetic, 0.6515, 0.5081, 0.8627), (.percentile, .arithmetic, 68.985, 65.0057, 2.2745),
        ])
    func variants(
        normalisation: IndexDesign.Normalisation, aggregation: IndexDesign.Aggregation, switzerland: Double,
        denmark: Double, shift: Double
    ) throws {
        var design = asem.design
        design.normalisation = normalisation
        design.aggregation = aggregation
        let result = try CompositeIndex(design, asem.data).result()
        for (code, published) in [("CHE", switzerland), ("DNK", denmark)] {
            let unit = try #require(asem.data.units.firstIndex(of: code))
            let score = try #require(result.scores["Index"]?[unit])
            #expect(abs(score - published) < 5.000_1e-5, "\(code): \(score)")
        }
        let change = try #require(CompositeIndex.meanChange(index.result().ranks, result.ranks))
        #expect(abs(change - shift) < 5.000_1e-5)
    }

    @Test("bands hold the place in the middle and are narrow where COINr's are")
    func bands() throws {
        let variation = IndexVariation(index, IndexAssumptions(around: asem.design))
        let bands = variation.bands(replicates: 500, seed: 1)
        for (code, place, low, high) in [("AUS", 35, 34, 38), ("BGD", 46, 41, 48), ("BGR", 30, 24, 30)] {
            let unit = try #require(asem.data.units.firstIndex(of: code))
            #expect(index.result().ranks[unit] == place)
            let band = try #require(bands[unit])
            #expect(band.lower <= band.median && band.median <= band.upper)
            #expect(abs(band.lower - low) <= 4 && abs(band.upper - high) <= 4, "\(code) \(band)")
        }
    }
}

/// The files of the example.
struct ASEM {
    let design: IndexDesign
    let data: IndexData
    /// By unit and column, as written.
    let expected: [String: [String: String]]

    private static let folder = URL(filePath: #filePath)
        .deletingLastPathComponent().deletingLastPathComponent().deletingLastPathComponent()
        .deletingLastPathComponent().deletingLastPathComponent()
        .appending(path: "shared/data/geo/reference")

    static var isPresent: Bool {
        FileManager.default.fileExists(atPath: folder.appending(path: "coinr_asem_daten.csv").path)
    }

    init() throws {
        let meta = try Self.rows("coinr_asem_meta.csv")
        let rows = try Self.rows("coinr_asem_daten.csv")
        let indicators = meta.filter { $0["Type"] == "Indicator" }
        func column(_ name: String) -> [Double?] { rows.map { Double($0[name] ?? "") } }
        design = IndexDesign(
            components: indicators.map { row in
                IndexDesign.Component(
                    id: row["iCode"] ?? "", weight: Double(row["Weight"] ?? "") ?? 0, parent: row["Parent"] ?? "",
                    isReversed: row["Direction"] == "-1.0")
            },
            groups: meta.filter { $0["Type"] == "Aggregate" }.map { row in
                let parent = row["Parent"] ?? ""
                return IndexDesign.Group(
                    id: row["iCode"] ?? "", weight: Double(row["Weight"] ?? "") ?? 0,
                    parent: parent.isEmpty ? nil : parent)
            },
            imputation: .groupMean, outliers: IndexDesign.Outliers())
        var columns: [String: IndexData.Column] = [:]
        for row in indicators {
            let (id, base) = (row["iCode"] ?? "", row["Denominator"] ?? "")
            columns[id] = IndexData.Column(column(id), denominator: base.isEmpty ? nil : column(base))
        }
        data = IndexData(
            units: rows.compactMap { $0["uCode"] }, unitGroups: rows.compactMap { $0["EurAsia_group"] },
            columns: columns)
        var expected: [String: [String: String]] = [:]
        for var row in try Self.rows("coinr_asem_soll_scores.csv") {
            guard let code = row.removeValue(forKey: "uCode") else { continue }
            expected[code] = row
        }
        self.expected = expected
    }

    /// Cells may be quoted; none holds a quote.
    private static func rows(_ name: String) throws -> [[String: String]] {
        let text = try String(contentsOf: folder.appending(path: name), encoding: .utf8)
        let lines = text.split(whereSeparator: \.isNewline).map { line in
            var (cells, cell, isQuoted) = ([String](), "", false)
            for character in line {
                switch character {
                case "\"": isQuoted.toggle()
                case "," where !isQuoted:
                    cells.append(cell)
                    cell = ""
                default: cell.append(character)
                }
            }
            return cells + [cell]
        }
        guard let header = lines.first else { return [] }
        return lines.dropFirst().map { Dictionary(uniqueKeysWithValues: zip(header, $0)) }
    }
}
