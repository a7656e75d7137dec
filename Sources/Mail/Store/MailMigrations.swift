package import Storage

/// The table of the mails.
package enum MailMigrations {
    package static let all = [
        Migration(
            "mail-001-mail",
            [
                """
                CREATE TABLE mail (
                    id TEXT NOT NULL PRIMARY KEY,
                    jobKey TEXT NOT NULL UNIQUE,
                    messageId TEXT NOT NULL UNIQUE,
                    aboutKind TEXT NOT NULL,
                    aboutId TEXT NOT NULL,
                    sender TEXT NOT NULL,
                    recipient TEXT NOT NULL,
                    content BLOB NOT NULL,
                    state TEXT NOT NULL CHECK (state IN ('queued', 'sending', 'sent', 'failed', 'uncertain')),
                    attempts INTEGER NOT NULL CHECK (attempts >= 0),
                    createdAt TEXT NOT NULL,
                    dueAt TEXT NOT NULL,
                    giveUpAt TEXT NOT NULL,
                    leaseKey TEXT,
                    leaseUntil TEXT,
                    doneAt TEXT,
                    replyCode INTEGER NOT NULL CHECK (replyCode BETWEEN 0 AND 599),
                    reply TEXT NOT NULL,
                    CHECK ((leaseKey IS NULL) = (leaseUntil IS NULL)),
                    CHECK (state <> 'sending' OR leaseKey IS NOT NULL),
                    CHECK (state <> 'sent' OR recipient = '')
                )
                """,
                "CREATE INDEX mailDue ON mail (state, dueAt)",
                "CREATE INDEX mailAbout ON mail (aboutKind, aboutId)",
            ])
    ]
}
