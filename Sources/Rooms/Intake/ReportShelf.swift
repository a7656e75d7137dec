import Offers
import Prevention
import Web

/// Keeps the last results of dry runs, so that turning the pages of a long list of faults does not check the table anew.
actor ReportShelf {
    private struct Kept {
        let id: ID<WaitingFile>
        let mapping: OfferMapping
        let at: Instant
        let report: ImportReport
    }

    /// Results kept at the same time; a result of a table full of faults takes some 30 MB.
    private static let most = 3
    private static let seconds = 600
    private var kept: [Kept] = []

    /// The result of a dry run, at most ten minutes old.
    func report(
        of table: UploadedTable, at now: Instant, check: @Sendable () async throws -> ImportReport
    ) async throws -> ImportReport {
        kept.removeAll { now >= $0.at.adding(seconds: Self.seconds) }
        if let found = kept.first(where: { $0.id == table.file.id && $0.mapping == table.mapping }) {
            return found.report
        }
        let report = try await check()
        kept.removeAll { $0.id == table.file.id }
        kept.append(Kept(id: table.file.id, mapping: table.mapping, at: now, report: report))
        if kept.count > Self.most { kept.removeFirst() }
        return report
    }

    func forget(_ id: ID<WaitingFile>) { kept.removeAll { $0.id == id } }
}
