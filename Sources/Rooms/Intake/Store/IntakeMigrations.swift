package import Storage

/// The tables that wait and how lists were read last time.
package enum IntakeMigrations {
    package static let all = [
        Migration(
            "intake-001-upload",
            [
                """
                CREATE TABLE intakeUpload (
                    id TEXT NOT NULL PRIMARY KEY,
                    accountId TEXT NOT NULL REFERENCES account (id) ON DELETE CASCADE,
                    kind TEXT NOT NULL CHECK (kind IN ('offers', 'providers')),
                    fileName TEXT NOT NULL,
                    origin TEXT NOT NULL,
                    mapping TEXT NOT NULL,
                    content BLOB NOT NULL,
                    uploadedAt TEXT NOT NULL
                )
                """,
                "CREATE INDEX intakeUploadAccount ON intakeUpload (accountId, uploadedAt)",
                """
                CREATE TABLE intakeMapping (
                    kind TEXT NOT NULL CHECK (kind IN ('offers', 'providers')),
                    origin TEXT NOT NULL,
                    mapping TEXT NOT NULL,
                    savedAt TEXT NOT NULL,
                    PRIMARY KEY (kind, origin)
                )
                """,
            ]),
        Migration(
            "intake-002-waiting-file",
            [
                """
                INSERT INTO waitingFile (id, accountId, room, kind, fileName, origin, mapping, content, uploadedAt)
                SELECT id, accountId, 'intake', kind, fileName, origin, mapping, content, uploadedAt FROM intakeUpload
                """,
                "DROP TABLE intakeUpload",
            ]),
    ]
}
