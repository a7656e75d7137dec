import Storage

/// Tables of the practice database.
enum PracticeMigrations {
    static let all = [
        Migration(
            "practices-001-practice",
            [
                """
                CREATE TABLE practice (
                    id TEXT PRIMARY KEY,
                    slug TEXT NOT NULL UNIQUE CHECK (slug <> ''),
                    ownerID TEXT NOT NULL,
                    isInvented INTEGER NOT NULL CHECK (isInvented IN (0, 1)),
                    publishedVersion INTEGER CHECK (publishedVersion > 0)
                )
                """,
                """
                CREATE TABLE practiceVersion (
                    practiceID TEXT NOT NULL REFERENCES practice (id) ON DELETE CASCADE,
                    number INTEGER NOT NULL CHECK (number > 0),
                    content TEXT NOT NULL,
                    changedBy TEXT NOT NULL CHECK (changedBy <> ''),
                    changedAt TEXT NOT NULL,
                    PRIMARY KEY (practiceID, number)
                )
                """,
                """
                CREATE TABLE practiceReview (
                    practiceID TEXT NOT NULL REFERENCES practice (id) ON DELETE CASCADE,
                    number INTEGER NOT NULL CHECK (number > 0),
                    step TEXT NOT NULL,
                    actorKind TEXT NOT NULL,
                    actorID TEXT NOT NULL,
                    office TEXT NOT NULL,
                    takenAt TEXT NOT NULL,
                    reason TEXT NOT NULL CHECK (reason <> ''),
                    version INTEGER NOT NULL,
                    PRIMARY KEY (practiceID, number)
                )
                """,
                """
                CREATE TABLE practiceAdoption (
                    practiceID TEXT NOT NULL REFERENCES practice (id) ON DELETE CASCADE,
                    areaID TEXT NOT NULL,
                    content TEXT NOT NULL,
                    version INTEGER NOT NULL CHECK (version > 0),
                    changedBy TEXT NOT NULL CHECK (changedBy <> ''),
                    changedAt TEXT NOT NULL,
                    PRIMARY KEY (practiceID, areaID)
                )
                """,
                """
                CREATE TABLE practiceNotice (
                    practiceID TEXT NOT NULL REFERENCES practice (id) ON DELETE CASCADE,
                    areaID TEXT NOT NULL,
                    fromVersion INTEGER NOT NULL CHECK (fromVersion > 0),
                    version INTEGER NOT NULL CHECK (version > fromVersion),
                    toldAt TEXT NOT NULL,
                    readAt TEXT,
                    PRIMARY KEY (practiceID, areaID, version)
                )
                """,
                "CREATE INDEX practiceNoticeArea ON practiceNotice (areaID)",
            ]),
        // Its end is told of the same version as its last change.
        Migration(
            "practices-002-notice-of-the-end",
            [
                """
                CREATE TABLE practiceNoticeWider (
                    practiceID TEXT NOT NULL REFERENCES practice (id) ON DELETE CASCADE,
                    areaID TEXT NOT NULL,
                    fromVersion INTEGER NOT NULL CHECK (fromVersion > 0),
                    version INTEGER NOT NULL CHECK (version >= fromVersion),
                    toldAt TEXT NOT NULL,
                    readAt TEXT,
                    PRIMARY KEY (practiceID, areaID, fromVersion, version)
                )
                """,
                """
                INSERT INTO practiceNoticeWider (practiceID, areaID, fromVersion, version, toldAt, readAt)
                SELECT practiceID, areaID, fromVersion, version, toldAt, readAt FROM practiceNotice
                """,
                "DROP TABLE practiceNotice",
                "ALTER TABLE practiceNoticeWider RENAME TO practiceNotice",
                "CREATE INDEX practiceNoticeArea ON practiceNotice (areaID)",
            ]),
    ]
}
