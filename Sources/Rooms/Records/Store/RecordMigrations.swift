package import Storage

extension RecordsRoom {
    package static let migrations = [
        Migration(
            "records-001-record",
            [
                """
                CREATE TABLE record (
                    kind TEXT NOT NULL CHECK (kind IN ('practice', 'network', 'body', 'goal')),
                    recordKey TEXT NOT NULL CHECK (recordKey <> ''),
                    title TEXT NOT NULL CHECK (title <> ''),
                    content TEXT NOT NULL,
                    PRIMARY KEY (kind, recordKey)
                )
                """,
                """
                CREATE TABLE recordTag (
                    kind TEXT NOT NULL,
                    recordKey TEXT NOT NULL,
                    tag TEXT NOT NULL CHECK (tag IN ('place', 'stage', 'field')),
                    value TEXT NOT NULL,
                    PRIMARY KEY (kind, recordKey, tag, value),
                    FOREIGN KEY (kind, recordKey) REFERENCES record (kind, recordKey) ON DELETE CASCADE
                )
                """,
                "CREATE INDEX recordTagValue ON recordTag (kind, tag, value)",
            ])
    ]
}
