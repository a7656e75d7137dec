import Storage

/// The tables of the learning network.
enum LearningMigrations {
    static let all = [
        Migration("learning-001-network", steps: groups + meetings + products + conferences + shelf),
        Migration("learning-002-conversation", conversation),
    ]

    private static let groups: [Migration.Step] = [
        .statement(
            """
            CREATE TABLE learningGroup (
                id TEXT NOT NULL PRIMARY KEY,
                kind TEXT NOT NULL CHECK (kind IN ('network', 'cluster', 'development')),
                title TEXT NOT NULL,
                theme TEXT NOT NULL,
                about TEXT NOT NULL,
                productDue TEXT NOT NULL,
                isArchived INTEGER NOT NULL CHECK (isArchived IN (0, 1)),
                source TEXT NOT NULL
            )
            """),
        .statement(
            """
            CREATE TABLE learningSeat (
                groupId TEXT NOT NULL REFERENCES learningGroup (id) ON DELETE CASCADE,
                area TEXT NOT NULL,
                place TEXT NOT NULL,
                role TEXT NOT NULL,
                PRIMARY KEY (groupId, place, role)
            )
            """),
        .statement(
            """
            CREATE TABLE learningLab (
                id TEXT NOT NULL PRIMARY KEY,
                groupId TEXT NOT NULL REFERENCES learningGroup (id) ON DELETE CASCADE,
                area TEXT NOT NULL,
                place TEXT NOT NULL,
                day TEXT NOT NULL,
                tried TEXT NOT NULL,
                saw TEXT NOT NULL,
                nextStep TEXT NOT NULL,
                createdAt TEXT NOT NULL
            )
            """),
        .statement("CREATE INDEX learningLabGroup ON learningLab (groupId, day)"),
        .statement(
            """
            CREATE TABLE learningStep (
                kind TEXT NOT NULL CHECK (kind IN ('meeting', 'task', 'product', 'conference')),
                objectId TEXT NOT NULL,
                n INTEGER NOT NULL CHECK (n > 0),
                step TEXT NOT NULL,
                actor TEXT NOT NULL,
                at TEXT NOT NULL,
                reason TEXT NOT NULL,
                PRIMARY KEY (kind, objectId, n)
            )
            """),
        .piece(.appendOnly("learningStep")),
    ]

    private static let meetings: [Migration.Step] = [
        """
        CREATE TABLE learningMeeting (
            id TEXT NOT NULL PRIMARY KEY,
            groupId TEXT NOT NULL REFERENCES learningGroup (id) ON DELETE RESTRICT,
            title TEXT NOT NULL,
            theme TEXT NOT NULL,
            day TEXT NOT NULL,
            fromMinute INTEGER NOT NULL CHECK (fromMinute BETWEEN 0 AND 1439),
            toMinute INTEGER NOT NULL CHECK (toMinute BETWEEN 0 AND 1439),
            location TEXT NOT NULL,
            createdAt TEXT NOT NULL,
            CHECK (fromMinute < toMinute)
        )
        """,
        "CREATE INDEX learningMeetingGroup ON learningMeeting (groupId, day)",
        """
        CREATE TABLE learningAgenda (
            meetingId TEXT NOT NULL REFERENCES learningMeeting (id) ON DELETE CASCADE,
            n INTEGER NOT NULL CHECK (n > 0),
            title TEXT NOT NULL,
            minutes INTEGER NOT NULL CHECK (minutes BETWEEN 1 AND 720),
            lead TEXT NOT NULL,
            PRIMARY KEY (meetingId, n)
        )
        """,
        """
        CREATE TABLE learningAttendance (
            meetingId TEXT NOT NULL REFERENCES learningMeeting (id) ON DELETE CASCADE,
            place TEXT NOT NULL,
            people INTEGER NOT NULL CHECK (people BETWEEN 0 AND 500),
            PRIMARY KEY (meetingId, place)
        )
        """,
        """
        CREATE TABLE learningDecision (
            meetingId TEXT NOT NULL REFERENCES learningMeeting (id) ON DELETE CASCADE,
            n INTEGER NOT NULL CHECK (n > 0),
            words TEXT NOT NULL,
            PRIMARY KEY (meetingId, n)
        )
        """,
        """
        CREATE TABLE learningTask (
            id TEXT NOT NULL PRIMARY KEY,
            groupId TEXT NOT NULL REFERENCES learningGroup (id) ON DELETE RESTRICT,
            meetingId TEXT REFERENCES learningMeeting (id) ON DELETE RESTRICT,
            title TEXT NOT NULL,
            area TEXT NOT NULL,
            place TEXT NOT NULL,
            role TEXT NOT NULL,
            due TEXT NOT NULL,
            createdAt TEXT NOT NULL
        )
        """,
        "CREATE INDEX learningTaskGroup ON learningTask (groupId, due)",
    ].map { .statement($0) }

    private static let products: [Migration.Step] = [
        """
        CREATE TABLE learningProduct (
            id TEXT NOT NULL PRIMARY KEY,
            groupId TEXT NOT NULL REFERENCES learningGroup (id) ON DELETE RESTRICT,
            title TEXT NOT NULL,
            about TEXT NOT NULL,
            createdAt TEXT NOT NULL
        )
        """,
        "CREATE INDEX learningProductGroup ON learningProduct (groupId)",
        """
        CREATE TABLE learningProductVersion (
            productId TEXT NOT NULL REFERENCES learningProduct (id) ON DELETE CASCADE,
            n INTEGER NOT NULL CHECK (n > 0),
            at TEXT NOT NULL,
            note TEXT NOT NULL,
            content TEXT NOT NULL,
            link TEXT NOT NULL,
            PRIMARY KEY (productId, n)
        )
        """,
    ].map { .statement($0) }

    private static let conferences: [Migration.Step] = [
        """
        CREATE TABLE learningConference (
            id TEXT NOT NULL PRIMARY KEY,
            groupId TEXT NOT NULL REFERENCES learningGroup (id) ON DELETE RESTRICT,
            title TEXT NOT NULL,
            about TEXT NOT NULL,
            day TEXT NOT NULL,
            location TEXT NOT NULL,
            createdAt TEXT NOT NULL
        )
        """,
        "CREATE INDEX learningConferenceGroup ON learningConference (groupId, day)",
        """
        CREATE TABLE learningTopic (
            id TEXT NOT NULL PRIMARY KEY,
            conferenceId TEXT NOT NULL REFERENCES learningConference (id) ON DELETE CASCADE,
            n INTEGER NOT NULL CHECK (n > 0),
            title TEXT NOT NULL,
            about TEXT NOT NULL,
            area TEXT NOT NULL,
            place TEXT NOT NULL,
            mergedInto TEXT REFERENCES learningTopic (id) ON DELETE RESTRICT,
            UNIQUE (conferenceId, n)
        )
        """,
        """
        CREATE TABLE learningHand (
            topicId TEXT NOT NULL REFERENCES learningTopic (id) ON DELETE CASCADE,
            area TEXT NOT NULL,
            PRIMARY KEY (topicId, area)
        )
        """,
        """
        CREATE TABLE learningPlace (
            topicId TEXT NOT NULL PRIMARY KEY REFERENCES learningTopic (id) ON DELETE CASCADE,
            conferenceId TEXT NOT NULL REFERENCES learningConference (id) ON DELETE CASCADE,
            slot INTEGER NOT NULL CHECK (slot BETWEEN 1 AND 8),
            room TEXT NOT NULL,
            owner TEXT NOT NULL,
            due TEXT NOT NULL,
            result TEXT NOT NULL
        )
        """,
    ].map { .statement($0) }

    private static let shelf: [Migration.Step] = [
        """
        CREATE TABLE learningExpertise (
            id TEXT NOT NULL PRIMARY KEY,
            topic TEXT NOT NULL,
            area TEXT NOT NULL,
            place TEXT NOT NULL,
            role TEXT NOT NULL,
            note TEXT NOT NULL,
            source TEXT NOT NULL
        )
        """,
        """
        CREATE TABLE learningPublication (
            id TEXT NOT NULL PRIMARY KEY,
            title TEXT NOT NULL,
            year INTEGER,
            kind TEXT NOT NULL,
            about TEXT NOT NULL,
            link TEXT NOT NULL,
            source TEXT NOT NULL
        )
        """,
        """
        CREATE TABLE learningEvent (
            id TEXT NOT NULL PRIMARY KEY,
            title TEXT NOT NULL,
            kind TEXT NOT NULL,
            whenText TEXT NOT NULL,
            dateWords TEXT NOT NULL,
            place TEXT NOT NULL,
            about TEXT NOT NULL,
            source TEXT NOT NULL
        )
        """,
    ].map { .statement($0) }

    private static let conversation = [
        """
        CREATE TABLE learningPost (
            id TEXT NOT NULL PRIMARY KEY,
            aboutKind TEXT NOT NULL CHECK (aboutKind IN ('practice', 'transfer_request', 'transfer', 'meeting')),
            aboutId TEXT NOT NULL,
            parentId TEXT REFERENCES learningPost (id) ON DELETE RESTRICT,
            accountId TEXT NOT NULL,
            role TEXT NOT NULL,
            place TEXT NOT NULL,
            at TEXT NOT NULL,
            withdrawnAt TEXT
        )
        """,
        "CREATE INDEX learningPostAbout ON learningPost (aboutKind, aboutId, at)",
        """
        CREATE TABLE learningPostVersion (
            postId TEXT NOT NULL REFERENCES learningPost (id) ON DELETE CASCADE,
            n INTEGER NOT NULL CHECK (n > 0),
            words TEXT NOT NULL CHECK (length(words) BETWEEN 1 AND 3000),
            at TEXT NOT NULL,
            PRIMARY KEY (postId, n)
        )
        """,
        """
        CREATE TABLE learningSubscription (
            accountId TEXT NOT NULL REFERENCES account (id) ON DELETE CASCADE,
            aboutKind TEXT NOT NULL CHECK (aboutKind IN ('practice', 'transfer_request', 'transfer', 'meeting', 'group')),
            aboutId TEXT NOT NULL,
            rhythm TEXT NOT NULL CHECK (rhythm IN ('daily', 'weekly')),
            language TEXT NOT NULL,
            toldUntil TEXT NOT NULL,
            PRIMARY KEY (accountId, aboutKind, aboutId)
        )
        """,
        """
        CREATE TABLE learningMailToken (
            tokenHash TEXT NOT NULL PRIMARY KEY,
            accountId TEXT NOT NULL REFERENCES account (id) ON DELETE CASCADE,
            createdAt TEXT NOT NULL
        )
        """,
    ]
}
