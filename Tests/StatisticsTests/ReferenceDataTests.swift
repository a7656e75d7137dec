import Foundation
import Statistics
import Tables
import Testing

@Suite("Zahlen anderer Programme", .enabled(if: ReferenceData.isPresent, "../shared/data/geo/reference is not here"))
struct ReferenceDataTests {
    @Test("every limit of PHEindicatormethods comes out to the last digits")
    func limits() throws {
        let table = try ReferenceData.table("phe_byar_wilson_soll.csv")
        var compared = 0
        for row in table.rows {
            let numbers = row.map { Double($0) }
            let events = try #require(numbers[0])
            let level = try #require(Double(row[4].dropLast())) / 100
            let limits =
                row[5] == "Wilson"
                ? Limits.wilson(events: events, base: numbers[1] ?? 0, level: level)
                : Limits.byar(events: events, level: level)
            let ours = try #require(limits)
            for (ours, published) in [(ours.lower, numbers[2]), (ours.upper, numbers[3])] {
                guard let published else { continue }
                #expect(abs(ours - published) <= 1e-12 * max(1, published), "\(row)")
                compared += 1
            }
        }
        #expect(compared == 25)
    }

    @Test("natural, quantile and equal classes of mapclassify come out")
    func classes() throws {
        let table = try ReferenceData.table("mapclassify_calemp.csv")
        let values = table.rows.compactMap { $0.last.flatMap(Double.init) }
        #expect(values.count == 58)
        let natural = try #require(ClassBreaks(values, classes: 5, method: .natural))
        #expect(natural.upperBounds == [75.29, 192.05, 370.5, 722.85, 4111.45])
        #expect(natural.counts == [49, 3, 4, 1, 1])
        #expect(abs(natural.absoluteDeviation - 799.24) < 1e-9)
        #expect(abs(natural.squaredError - 26_654.783967) < 0.5e-6)
        #expect(abs(natural.goodness - 0.99843509) < 0.5e-8)
        let quantile = try #require(ClassBreaks(values, classes: 5, method: .quantile))
        #expect(zip(quantile.upperBounds, [1.464, 5.798, 13.278, 54.616, 4111.45]).allSatisfy { abs($0 - $1) < 1e-9 })
        #expect(quantile.counts == [12, 11, 12, 11, 12])
        let equal = try #require(ClassBreaks(values, classes: 5, method: .equal))
        #expect(
            zip(equal.upperBounds, [822.394, 1644.658, 2466.922, 3289.186, 4111.45]).allSatisfy { abs($0 - $1) < 1e-9 })
    }
}

/// Reference files outside the project, where they are present.
enum ReferenceData {
    private static let folder = URL(filePath: #filePath).deletingLastPathComponent()
        .appending(path: "../../../shared/data/geo/reference").standardizedFileURL

    static var isPresent: Bool { FileManager.default.fileExists(atPath: folder.path) }

    static func table(_ name: String) throws -> CSVTable {
        try CSVTable(Array(Data(contentsOf: folder.appending(path: name))))
    }
}
