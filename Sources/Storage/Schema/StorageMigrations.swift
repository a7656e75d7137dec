/// The tables of the ground floor.
package enum StorageMigrations {
    package static let all = [audit, job]

    private static let audit = Migration(
        "storage-001-audit",
        steps: [
            .statement(
                """
                CREATE TABLE audit (
                    n INTEGER NOT NULL PRIMARY KEY CHECK (n > 0),
                    at TEXT NOT NULL,
                    actor TEXT NOT NULL,
                    action TEXT NOT NULL,
                    objectKind TEXT NOT NULL,
                    objectId TEXT NOT NULL,
                    reason TEXT NOT NULL,
                    previous TEXT NOT NULL,
                    hash TEXT NOT NULL UNIQUE
                )
                """),
            .statement("CREATE INDEX auditObject ON audit (objectKind, objectId)"),
            .piece(.appendOnly("audit")),
        ])

    private static let job = Migration(
        "storage-002-job",
        [
            """
            CREATE TABLE job (
                id TEXT NOT NULL PRIMARY KEY,
                kind TEXT NOT NULL,
                payload TEXT NOT NULL,
                idempotencyKey TEXT NOT NULL UNIQUE,
                state TEXT NOT NULL CHECK (state IN ('waiting', 'running', 'done', 'failed')),
                runAt TEXT NOT NULL,
                leaseUntil TEXT,
                leasedBy TEXT,
                attempts INTEGER NOT NULL CHECK (attempts >= 0),
                lastError TEXT,
                createdAt TEXT NOT NULL,
                finishedAt TEXT,
                CHECK ((state = 'running') = (leaseUntil IS NOT NULL)),
                CHECK ((state IN ('done', 'failed')) = (finishedAt IS NOT NULL))
            )
            """,
            "CREATE INDEX jobDue ON job (state, runAt)",
        ])
}
