import Storage

/// Tables of the context model.
enum ContextMigrations {
    static let all = [Migration("context-001-check", requirements + checks + following)]

    private static let requirements = [
        """
        CREATE TABLE contextRequirementSet (
            practiceID TEXT NOT NULL CHECK (practiceID <> ''),
            version INTEGER NOT NULL CHECK (version > 0),
            content TEXT NOT NULL,
            reason TEXT NOT NULL CHECK (reason <> ''),
            changedBy TEXT NOT NULL,
            changedAt TEXT NOT NULL,
            PRIMARY KEY (practiceID, version)
        )
        """,
        """
        CREATE TABLE contextAnswer (
            areaID TEXT NOT NULL,
            conditionID TEXT NOT NULL,
            kind TEXT NOT NULL CHECK (kind IN ('yes_no', 'level', 'quantity')),
            amount REAL NOT NULL,
            evidence TEXT NOT NULL CHECK (evidence <> ''),
            seenOn TEXT NOT NULL,
            isInvented INTEGER NOT NULL CHECK (isInvented IN (0, 1)),
            changedBy TEXT NOT NULL,
            changedAt TEXT NOT NULL,
            PRIMARY KEY (areaID, conditionID)
        )
        """,
        """
        CREATE TABLE contextExperience (
            id TEXT NOT NULL PRIMARY KEY,
            practiceID TEXT NOT NULL,
            checkID TEXT UNIQUE,
            origin TEXT NOT NULL CHECK (origin <> ''),
            content TEXT NOT NULL,
            hasSucceeded INTEGER NOT NULL CHECK (hasSucceeded IN (0, 1)),
            seenOn TEXT NOT NULL
        )
        """,
        "CREATE INDEX contextExperiencePractice ON contextExperience (practiceID, seenOn)",
    ]

    private static let checks = [
        """
        CREATE TABLE contextCheck (
            id TEXT NOT NULL PRIMARY KEY,
            practiceID TEXT NOT NULL,
            practiceSlug TEXT NOT NULL CHECK (practiceSlug <> ''),
            practiceTitle TEXT NOT NULL CHECK (practiceTitle <> ''),
            requirementVersion INTEGER NOT NULL CHECK (requirementVersion > 0),
            giverID TEXT NOT NULL,
            receiverID TEXT NOT NULL,
            transferID TEXT,
            isInvented INTEGER NOT NULL CHECK (isInvented IN (0, 1)),
            occasion TEXT NOT NULL,
            startedAt TEXT NOT NULL,
            openedBecause TEXT CHECK (openedBecause <> ''),
            planStart TEXT,
            exitCriterion TEXT,
            CHECK (giverID <> receiverID)
        )
        """,
        "CREATE INDEX contextCheckReceiver ON contextCheck (receiverID, startedAt)",
        "CREATE INDEX contextCheckPractice ON contextCheck (practiceID, startedAt)",
        """
        CREATE TABLE contextRating (
            checkID TEXT NOT NULL REFERENCES contextCheck (id) ON DELETE CASCADE,
            number INTEGER NOT NULL CHECK (number > 0),
            requirementID TEXT NOT NULL,
            rater TEXT NOT NULL,
            role TEXT NOT NULL CHECK (role <> ''),
            content TEXT NOT NULL,
            isAssumed INTEGER NOT NULL CHECK (isAssumed IN (0, 1)),
            PRIMARY KEY (checkID, number)
        )
        """,
        """
        CREATE TABLE contextCompensation (
            id TEXT NOT NULL PRIMARY KEY,
            checkID TEXT NOT NULL REFERENCES contextCheck (id) ON DELETE CASCADE,
            number INTEGER NOT NULL,
            content TEXT NOT NULL,
            isAssumed INTEGER NOT NULL CHECK (isAssumed IN (0, 1))
        )
        """,
        "CREATE INDEX contextCompensationCheck ON contextCompensation (checkID, number)",
    ]

    private static let following = [
        """
        CREATE TABLE contextStep (
            checkID TEXT NOT NULL REFERENCES contextCheck (id) ON DELETE CASCADE,
            number INTEGER NOT NULL CHECK (number > 0),
            kind TEXT NOT NULL CHECK (kind IN ('adaptation', 'decision', 'session')),
            content TEXT NOT NULL,
            PRIMARY KEY (checkID, number)
        )
        """,
        """
        CREATE TABLE contextFinding (
            checkID TEXT NOT NULL REFERENCES contextCheck (id) ON DELETE CASCADE,
            months INTEGER NOT NULL CHECK (months > 0),
            dimension TEXT NOT NULL,
            content TEXT NOT NULL,
            seenOn TEXT NOT NULL,
            PRIMARY KEY (checkID, months, dimension)
        )
        """,
        """
        CREATE TABLE contextInquiry (
            id TEXT NOT NULL PRIMARY KEY,
            checkID TEXT NOT NULL REFERENCES contextCheck (id) ON DELETE CASCADE,
            content TEXT NOT NULL,
            startedAt TEXT NOT NULL
        )
        """,
        "CREATE INDEX contextInquiryCheck ON contextInquiry (checkID, startedAt)",
    ]
}
