import Storage

/// Tables of accounts, roles, sessions, one-time links and throttling.
enum AccountMigrations {
    static let all = [
        Migration(
            "web-001-account",
            [
                """
                CREATE TABLE account (
                    id TEXT NOT NULL PRIMARY KEY,
                    email TEXT NOT NULL UNIQUE,
                    name TEXT NOT NULL,
                    passwordHash TEXT,
                    codeSecret TEXT,
                    codeStep INTEGER,
                    createdAt TEXT NOT NULL,
                    disabledAt TEXT,
                    CHECK (length(name) BETWEEN 1 AND 200),
                    CHECK (length(email) BETWEEN 3 AND 254)
                )
                """,
                """
                CREATE TABLE accountRole (
                    accountId TEXT NOT NULL REFERENCES account (id) ON DELETE CASCADE,
                    role TEXT NOT NULL,
                    organisation TEXT NOT NULL,
                    area TEXT NOT NULL,
                    PRIMARY KEY (accountId, role, organisation, area)
                )
                """,
                """
                CREATE TABLE accountSession (
                    id TEXT NOT NULL PRIMARY KEY,
                    tokenHash TEXT NOT NULL UNIQUE,
                    accountId TEXT NOT NULL REFERENCES account (id) ON DELETE CASCADE,
                    stage TEXT NOT NULL CHECK (stage IN ('code', 'full')),
                    formToken TEXT NOT NULL,
                    device TEXT NOT NULL,
                    startedAt TEXT NOT NULL,
                    seenAt TEXT NOT NULL,
                    authenticatedAt TEXT NOT NULL
                )
                """,
                "CREATE INDEX accountSessionAccount ON accountSession (accountId)",
                """
                CREATE TABLE accountLink (
                    tokenHash TEXT NOT NULL PRIMARY KEY,
                    accountId TEXT NOT NULL REFERENCES account (id) ON DELETE CASCADE,
                    purpose TEXT NOT NULL CHECK (purpose IN ('invitation', 'reset')),
                    createdAt TEXT NOT NULL,
                    expiresAt TEXT NOT NULL,
                    usedAt TEXT
                )
                """,
                "CREATE INDEX accountLinkAccount ON accountLink (accountId)",
                """
                CREATE TABLE accountThrottle (
                    keyHash TEXT NOT NULL PRIMARY KEY,
                    failures INTEGER NOT NULL CHECK (failures >= 0),
                    lastAt TEXT NOT NULL,
                    blockedUntil TEXT
                )
                """,
            ]),
        Migration(
            "web-003-account-language",
            ["ALTER TABLE account ADD COLUMN language TEXT NOT NULL DEFAULT 'de' CHECK (language <> '')"]),
    ]
}
