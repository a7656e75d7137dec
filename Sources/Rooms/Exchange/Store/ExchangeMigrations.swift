package import Storage

/// The tables of the exchange; courses are stored as their steps, accounts as their bookings.
package enum ExchangeMigrations {
    package static let all = [
        Migration("exchange-001-market", market), Migration("exchange-002-rounds", rounds),
        Migration("exchange-003-transfers", transfers), Migration("exchange-004-ledger", ledger),
        // What was done, decided and booked stays as it is, whoever writes to the database.
        Migration(
            "exchange-005-append-only",
            steps: ["exchangeLevel", "exchangeRules", "exchangeStep", "exchangeOutcome", "exchangeBooking"].map {
                .piece(.appendOnly($0))
            }),
        Migration("exchange-006-acts", steps: acts.map { .statement($0) } + [.piece(.appendOnly("exchangeConsent"))]),
    ]

    private static let market: [String] = [
        """
        CREATE TABLE exchangeParticipant (
            id TEXT NOT NULL PRIMARY KEY,
            areaKey TEXT,
            kind TEXT NOT NULL CHECK (kind IN ('municipality', 'district', 'jobcentre', 'education_office', 'health_office')),
            name TEXT NOT NULL,
            since TEXT NOT NULL,
            leftOn TEXT
        )
        """,
        """
        CREATE TABLE exchangeLimit (
            participantId TEXT NOT NULL REFERENCES exchangeParticipant (id),
            halfYear TEXT NOT NULL,
            giveMost INTEGER NOT NULL CHECK (giveMost BETWEEN 0 AND 100),
            receiveMost INTEGER NOT NULL CHECK (receiveMost BETWEEN 0 AND 100),
            PRIMARY KEY (participantId, halfYear)
        )
        """,
        """
        CREATE TABLE exchangeLink (
            id TEXT NOT NULL PRIMARY KEY,
            title TEXT NOT NULL,
            stage TEXT NOT NULL,
            field TEXT NOT NULL,
            obligation TEXT NOT NULL CHECK (obligation IN ('duty', 'choice'))
        )
        """,
        """
        CREATE TABLE exchangeLevel (
            participantId TEXT NOT NULL REFERENCES exchangeParticipant (id),
            linkId TEXT NOT NULL REFERENCES exchangeLink (id),
            number INTEGER NOT NULL,
            level INTEGER NOT NULL CHECK (level BETWEEN 0 AND 4),
            actor TEXT NOT NULL,
            at TEXT NOT NULL,
            reason TEXT NOT NULL,
            PRIMARY KEY (participantId, linkId, number)
        )
        """,
        """
        CREATE TABLE exchangeRules (
            version TEXT NOT NULL PRIMARY KEY,
            validFrom TEXT NOT NULL,
            rules TEXT NOT NULL,
            actor TEXT NOT NULL,
            publishedAt TEXT NOT NULL
        )
        """,
        """
        CREATE TABLE exchangeOffer (
            id TEXT NOT NULL PRIMARY KEY,
            kind TEXT NOT NULL CHECK (kind IN ('practice', 'failure_story', 'tool', 'moderator_day')),
            linkId TEXT NOT NULL REFERENCES exchangeLink (id),
            practice TEXT NOT NULL,
            parts TEXT NOT NULL,
            capacity INTEGER NOT NULL CHECK (capacity BETWEEN 1 AND 100),
            languages TEXT NOT NULL,
            isRemote INTEGER NOT NULL CHECK (isRemote IN (0, 1)),
            note TEXT NOT NULL,
            createdAt TEXT NOT NULL
        )
        """,
        """
        CREATE TABLE exchangeOfferGiver (
            offerId TEXT NOT NULL REFERENCES exchangeOffer (id),
            participantId TEXT NOT NULL REFERENCES exchangeParticipant (id),
            PRIMARY KEY (offerId, participantId)
        )
        """,
        """
        CREATE TABLE exchangeRequest (
            id TEXT NOT NULL PRIMARY KEY,
            receiverId TEXT NOT NULL REFERENCES exchangeParticipant (id),
            linkId TEXT NOT NULL REFERENCES exchangeLink (id),
            cell TEXT,
            missing REAL CHECK (missing BETWEEN 0 AND 1),
            waitingRounds INTEGER NOT NULL CHECK (waitingRounds >= 0),
            need TEXT NOT NULL,
            createdAt TEXT NOT NULL
        )
        """,
        """
        CREATE TABLE exchangeRequestPractice (
            requestId TEXT NOT NULL REFERENCES exchangeRequest (id),
            practice TEXT NOT NULL,
            PRIMARY KEY (requestId, practice)
        )
        """,
        """
        CREATE TABLE exchangeStep (
            kind TEXT NOT NULL CHECK (kind IN ('offer', 'request', 'transfer', 'round')),
            subjectId TEXT NOT NULL,
            number INTEGER NOT NULL CHECK (number >= 0),
            step TEXT NOT NULL,
            participantId TEXT REFERENCES exchangeParticipant (id),
            actor TEXT NOT NULL,
            at TEXT NOT NULL,
            reason TEXT NOT NULL,
            PRIMARY KEY (kind, subjectId, number)
        )
        """,
    ]

    private static let rounds: [String] = [
        """
        CREATE TABLE exchangeRound (
            id TEXT NOT NULL PRIMARY KEY,
            title TEXT NOT NULL,
            kind TEXT NOT NULL CHECK (kind IN ('binding', 'rehearsal')),
            mode TEXT NOT NULL CHECK (mode IN ('weighted', 'strategy_proof')),
            halfYear TEXT NOT NULL,
            rules TEXT NOT NULL,
            seed TEXT NOT NULL,
            announcedAt TEXT NOT NULL,
            deadline TEXT NOT NULL,
            assumptions TEXT NOT NULL
        )
        """,
        """
        CREATE TABLE exchangeOutcome (
            roundId TEXT NOT NULL REFERENCES exchangeRound (id),
            number INTEGER NOT NULL,
            input TEXT NOT NULL,
            outcome TEXT NOT NULL,
            actor TEXT NOT NULL,
            at TEXT NOT NULL,
            reason TEXT NOT NULL,
            PRIMARY KEY (roundId, number)
        )
        """,
    ]

    private static let transfers: [String] = [
        """
        CREATE TABLE exchangeTransfer (
            id TEXT NOT NULL PRIMARY KEY,
            offerId TEXT NOT NULL REFERENCES exchangeOffer (id),
            requestId TEXT NOT NULL REFERENCES exchangeRequest (id),
            roundId TEXT REFERENCES exchangeRound (id),
            origin TEXT NOT NULL CHECK (origin IN ('round', 'registered')),
            proposedAt TEXT NOT NULL
        )
        """,
        """
        CREATE TABLE exchangeAgreement (
            transferId TEXT NOT NULL PRIMARY KEY REFERENCES exchangeTransfer (id),
            terms TEXT NOT NULL,
            actor TEXT NOT NULL,
            at TEXT NOT NULL
        )
        """,
        """
        CREATE TABLE exchangeSession (
            id TEXT NOT NULL PRIMARY KEY,
            transferId TEXT NOT NULL REFERENCES exchangeTransfer (id),
            part TEXT NOT NULL CHECK (part IN ('presentation', 'factors', 'coaching')),
            startsAt TEXT NOT NULL,
            minutes INTEGER NOT NULL CHECK (minutes BETWEEN 15 AND 720),
            place TEXT NOT NULL,
            createdAt TEXT NOT NULL,
            cancelledAt TEXT
        )
        """,
        """
        CREATE TABLE exchangeEvaluation (
            transferId TEXT NOT NULL PRIMARY KEY REFERENCES exchangeTransfer (id),
            evaluatorId TEXT NOT NULL REFERENCES exchangeParticipant (id),
            reached TEXT NOT NULL CHECK (reached IN ('fully', 'partly', 'not')),
            findings TEXT NOT NULL,
            advice TEXT NOT NULL,
            at TEXT NOT NULL
        )
        """,
    ]

    private static let ledger: [String] = [
        """
        CREATE TABLE exchangeBooking (
            number INTEGER NOT NULL PRIMARY KEY,
            bookingKey TEXT NOT NULL UNIQUE,
            fromAccount TEXT NOT NULL,
            toAccount TEXT NOT NULL,
            points INTEGER NOT NULL CHECK (points > 0),
            purpose TEXT NOT NULL CHECK (purpose IN ('part', 'issue', 'expiry', 'redemption', 'closing', 'reversal')),
            part TEXT CHECK (part IN ('presentation', 'factors', 'coaching')),
            transferId TEXT REFERENCES exchangeTransfer (id),
            period TEXT,
            reversed TEXT,
            actor TEXT NOT NULL,
            at TEXT NOT NULL,
            reason TEXT NOT NULL,
            CHECK (fromAccount <> toAccount)
        )
        """,
        """
        CREATE TABLE exchangeReservation (
            transferId TEXT NOT NULL REFERENCES exchangeTransfer (id),
            fromAccount TEXT NOT NULL,
            toAccount TEXT NOT NULL,
            points INTEGER NOT NULL CHECK (points > 0),
            PRIMARY KEY (transferId, fromAccount, toAccount),
            CHECK (fromAccount <> toAccount)
        )
        """,
    ]

    /// Leaving, reasons of rules, what points were redeemed for, consent to joint offers.
    private static let acts: [String] = [
        "ALTER TABLE exchangeParticipant ADD COLUMN leftReason TEXT",
        "ALTER TABLE exchangeRules ADD COLUMN reason TEXT NOT NULL DEFAULT ''",
        """
        ALTER TABLE exchangeBooking
            ADD COLUMN redeemedFor TEXT CHECK (redeemedFor IN ('travel', 'back_fill', 'expert', 'mention'))
        """,
        """
        CREATE TABLE exchangeConsent (
            offerId TEXT NOT NULL REFERENCES exchangeOffer (id),
            participantId TEXT NOT NULL REFERENCES exchangeParticipant (id),
            number INTEGER NOT NULL CHECK (number >= 0),
            agrees INTEGER NOT NULL CHECK (agrees IN (0, 1)),
            actor TEXT NOT NULL,
            at TEXT NOT NULL,
            reason TEXT NOT NULL,
            PRIMARY KEY (offerId, participantId, number)
        )
        """,
    ]
}
