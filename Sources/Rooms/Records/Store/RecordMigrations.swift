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
                """
            ])
    ]
}
