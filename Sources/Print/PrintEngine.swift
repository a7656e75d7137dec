import Foundation

/// Druckwerk: turns a page into a tagged PDF (PDF/UA-1) with WeasyPrint, an optional program beside the house.
///
/// The program runs for one page, without network and files, within limits of time, memory and size.
package actor PrintEngine {
    /// Grenzen eines Druckauftrags.
    package struct Limits: Sendable {
        package var seconds = 30
        package var memoryMegabytes = 1_500
        package var pageBytes = 5_000_000
        package var pdfMegabytes = 50
        /// How many run at once, and how many may wait.
        package var atOnce = 2
        package var waiting = 8

        package init() {}
    }

    /// The program; `nil` if it is not installed.
    package nonisolated let program: String?
    /// `rsvg-convert`, which draws pictures as PNG; `nil` if it is not installed.
    package nonisolated let pictureProgram: String?
    private let limits: Limits
    private var running = 0
    private var queue: [CheckedContinuation<Void, Never>] = []

    package init(program: String?, pictureProgram: String? = nil, limits: Limits = Limits()) {
        self.program = program
        self.pictureProgram = pictureProgram
        self.limits = limits
    }

    /// The programs named by `LUECKENLOS_WEASYPRINT` and `LUECKENLOS_RSVG_CONVERT`, else those on the PATH.
    package init(environment: [String: String], limits: Limits = Limits()) {
        program = Self.found("weasyprint", named: "LUECKENLOS_WEASYPRINT", environment)
        pictureProgram = Self.found("rsvg-convert", named: "LUECKENLOS_RSVG_CONVERT", environment)
        self.limits = limits
    }

    private static func found(_ name: String, named variable: String, _ environment: [String: String]) -> String? {
        let onPath = environment["PATH", default: ""].split(separator: ":").map { "\($0)/\(name)" }
        let named = environment[variable].flatMap { $0.isEmpty ? nil : [$0] }
        return (named ?? onPath).first { FileManager.default.isExecutableFile(atPath: $0) }
    }

    /// The PDF of a page.
    ///
    /// - Parameters:
    ///   - page: HTML in UTF-8 as the house sends it; its scripts and linked style sheets are left out.
    ///   - styleSheet: CSS to write into it.
    package func pdf(from page: [UInt8], styleSheet: [UInt8] = []) async -> PrintResult {
        guard let program else { return .notInstalled }
        guard page.count + styleSheet.count <= limits.pageBytes else { return .failed(.tooLarge) }
        let document = PrintDocument(page: page, styleSheet: styleSheet)
        if let foreign = document.foreign { return .failed(.notSelfContained(foreign)) }
        guard await enter() else { return .failed(.busy) }
        defer { leave() }
        return await PrintRun(program: program, limits: limits).pdf(from: document.bytes)
    }

    /// The picture as PNG, twice as wide as the drawing is in pixels.
    package func png(from picture: PictureFile) async -> PictureResult {
        guard let pictureProgram else { return .notInstalled }
        guard picture.bytes.count <= limits.pageBytes else { return .failed(.tooLarge) }
        guard await enter() else { return .failed(.busy) }
        defer { leave() }
        return await PrintRun(program: pictureProgram, limits: limits).png(from: picture.bytes)
    }

    private func enter() async -> Bool {
        if running < limits.atOnce {
            running += 1
            return true
        }
        guard queue.count < limits.waiting else { return false }
        await withCheckedContinuation { queue.append($0) }
        return true
    }

    /// Hands the place to the one who waits longest.
    private func leave() {
        if queue.isEmpty { running -= 1 } else { queue.removeFirst().resume() }
    }
}
