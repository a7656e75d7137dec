import Indicators
import Prevention
import Storage
import Tables

/// Hochgeladene Wertetabelle: a file that waits to be taken over, seen only by who sent it.
struct ValueUpload: Sendable {
    /// Largest accepted file; the command line takes larger ones.
    static let mostBytes = 20_000_000
    /// Tables of one account that may wait at the same time; the oldest goes first.
    static let mostWaiting = 5
    /// Hours after which a waiting table is thrown away.
    static let hours = 24

    let id: ID<ValueUpload>
    let accountID: String
    let fileName: String
    var mapping: ValueMapping
    let bytes: [UInt8]
    let uploadedAt: Instant
}

/// The table of the waiting files.
enum ValueUploadMigrations {
    static let all = [
        Migration(
            "monitoring-001-upload",
            [
                """
                CREATE TABLE valueUpload (
                    id TEXT NOT NULL PRIMARY KEY,
                    accountId TEXT NOT NULL REFERENCES account (id) ON DELETE CASCADE,
                    fileName TEXT NOT NULL,
                    mapping TEXT NOT NULL,
                    content BLOB NOT NULL,
                    uploadedAt TEXT NOT NULL
                )
                """,
                "CREATE INDEX valueUploadAccount ON valueUpload (accountId, uploadedAt)",
            ])
    ]
}
