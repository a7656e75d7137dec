package import Storage

/// The tables of the register's record.
///
/// Lists of words and keys without rows of their own (fields, topics, languages …) are texts with one value a line:
/// the search index reads 200,000 offers at once, and no statement asks inside them.
package enum OfferMigrations {
    package static let all: [Migration] = [
        Migration(
            "offers-001-provider", [provider, facility, "CREATE INDEX facilityProvider ON facility (providerId)"]),
        Migration(
            "offers-002-offer",
            [
                offer, "CREATE INDEX offerProvider ON offer (providerId)",
                "CREATE INDEX offerTitle ON offer (title, id)",
                offerArea,
                "CREATE INDEX offerAreaArea ON offerArea (areaId)",
                offerSite, "CREATE INDEX offerSiteOffer ON offerSite (offerId)",
                "CREATE INDEX offerSiteFacility ON offerSite (facilityId)", offerSchedule,
                "CREATE INDEX offerScheduleSite ON offerSchedule (siteId) WHERE siteId IS NOT NULL", offerContact,
                "CREATE INDEX offerContactOffer ON offerContact (offerId)",
                "CREATE INDEX offerContactSite ON offerContact (siteId) WHERE siteId IS NOT NULL", offerLink,
                "CREATE INDEX offerLinkOther ON offerLink (otherId)",
            ]),
        Migration(
            "offers-003-history",
            [
                offerVersion, offerChange, "CREATE INDEX offerChangeOffer ON offerChange (offerId)", offerProposal,
                "CREATE INDEX offerProposalOffer ON offerProposal (offerId)", providerLink,
                "CREATE INDEX providerLinkProvider ON providerLink (providerId)",
            ]),
        Migration("offers-004-search-signal", [searchSignal]),
    ]

    private static let provider = """
        CREATE TABLE provider (
            id TEXT NOT NULL PRIMARY KEY,
            name TEXT NOT NULL CHECK (name <> ''),
            kind TEXT NOT NULL,
            description TEXT NOT NULL,
            parentId TEXT REFERENCES provider (id) ON DELETE SET NULL,
            registerNumber TEXT,
            website TEXT,
            email TEXT,
            phone TEXT,
            areaKey TEXT,
            sources TEXT NOT NULL,
            isInvented INTEGER NOT NULL CHECK (isInvented IN (0, 1)),
            origin TEXT,
            externalKey TEXT,
            updatedAt TEXT NOT NULL,
            version INTEGER NOT NULL CHECK (version > 0),
            UNIQUE (origin, externalKey)
        )
        """

    private static let facility = """
        CREATE TABLE facility (
            id TEXT NOT NULL PRIMARY KEY,
            name TEXT NOT NULL,
            providerId TEXT REFERENCES provider (id) ON DELETE SET NULL,
            hostProviderId TEXT REFERENCES provider (id) ON DELETE SET NULL,
            kind TEXT NOT NULL,
            areaId TEXT REFERENCES area (id) ON DELETE RESTRICT,
            street TEXT NOT NULL,
            postcode TEXT NOT NULL,
            town TEXT NOT NULL,
            latitude REAL CHECK (latitude BETWEEN -90 AND 90),
            longitude REAL CHECK (longitude BETWEEN -180 AND 180),
            accessibility TEXT NOT NULL,
            accessibilityNote TEXT NOT NULL,
            isAddressConfidential INTEGER NOT NULL CHECK (isAddressConfidential IN (0, 1)),
            isInvented INTEGER NOT NULL CHECK (isInvented IN (0, 1)),
            origin TEXT,
            externalKey TEXT,
            updatedAt TEXT NOT NULL,
            version INTEGER NOT NULL CHECK (version > 0),
            UNIQUE (origin, externalKey)
        )
        """

    private static let offer = """
        CREATE TABLE offer (
            id TEXT NOT NULL PRIMARY KEY,
            title TEXT NOT NULL CHECK (title <> ''),
            summary TEXT NOT NULL,
            description TEXT NOT NULL,
            providerId TEXT NOT NULL REFERENCES provider (id) ON DELETE RESTRICT,
            ageFrom INTEGER CHECK (ageFrom BETWEEN -9 AND 324),
            ageTo INTEGER CHECK (ageTo BETWEEN -9 AND 324),
            fields TEXT NOT NULL,
            topics TEXT NOT NULL,
            settings TEXT NOT NULL,
            targetGroups TEXT NOT NULL,
            audience TEXT NOT NULL,
            accessMode TEXT,
            tier TEXT,
            languages TEXT NOT NULL,
            hasInterpreter INTEGER NOT NULL CHECK (hasInterpreter IN (0, 1)),
            costKind TEXT NOT NULL CHECK (costKind IN ('free', 'amount', 'graded', 'unknown')),
            costCents INTEGER CHECK (costCents >= 0),
            costPer TEXT NOT NULL,
            costNote TEXT NOT NULL,
            isEducationPackage INTEGER NOT NULL CHECK (isEducationPackage IN (0, 1)),
            acceptsFamilyPass INTEGER NOT NULL CHECK (acceptsFamilyPass IN (0, 1)),
            registration TEXT NOT NULL CHECK (registration IN ('needed', 'not_needed', 'unknown')),
            registrationLink TEXT,
            registrationPhone TEXT,
            needsReferral INTEGER CHECK (needsReferral IN (0, 1)),
            legalBasis TEXT NOT NULL,
            fundingNote TEXT NOT NULL,
            capacityTotal INTEGER CHECK (capacityTotal >= 0),
            capacityFree INTEGER CHECK (capacityFree >= 0),
            capacityWaitingWeeks INTEGER CHECK (capacityWaitingWeeks >= 0),
            capacityUnit TEXT,
            capacityAsOf TEXT,
            reachPerYear INTEGER CHECK (reachPerYear >= 0),
            website TEXT,
            status TEXT NOT NULL CHECK (status IN ('draft', 'in_review', 'active', 'paused', 'ended')),
            visibleFrom TEXT,
            visibleTo TEXT,
            alert TEXT NOT NULL,
            checkedOn TEXT,
            checkedBy TEXT CHECK (checkedBy IN ('provider', 'town', 'phone')),
            checkMethod TEXT,
            sources TEXT NOT NULL,
            isInvented INTEGER NOT NULL CHECK (isInvented IN (0, 1)),
            origin TEXT,
            externalKey TEXT,
            internalNote TEXT NOT NULL,
            updatedAt TEXT NOT NULL,
            version INTEGER NOT NULL CHECK (version > 0),
            UNIQUE (origin, externalKey),
            CHECK (ageFrom <= ageTo),
            CHECK ((ageFrom IS NULL) = (ageTo IS NULL)),
            CHECK ((checkedOn IS NULL) = (checkedBy IS NULL))
        )
        """

    private static let offerArea = """
        CREATE TABLE offerArea (
            offerId TEXT NOT NULL REFERENCES offer (id) ON DELETE CASCADE,
            areaId TEXT NOT NULL REFERENCES area (id) ON DELETE RESTRICT,
            position INTEGER NOT NULL,
            PRIMARY KEY (offerId, areaId)
        )
        """

    private static let offerSite = """
        CREATE TABLE offerSite (
            id TEXT NOT NULL PRIMARY KEY,
            offerId TEXT NOT NULL REFERENCES offer (id) ON DELETE CASCADE,
            facilityId TEXT NOT NULL REFERENCES facility (id) ON DELETE RESTRICT,
            position INTEGER NOT NULL,
            note TEXT NOT NULL
        )
        """

    private static let offerSchedule = """
        CREATE TABLE offerSchedule (
            offerId TEXT NOT NULL REFERENCES offer (id) ON DELETE CASCADE,
            position INTEGER NOT NULL,
            siteId TEXT REFERENCES offerSite (id) ON DELETE CASCADE,
            purpose TEXT NOT NULL,
            start TEXT NOT NULL,
            fromTime TEXT,
            toTime TEXT,
            rule TEXT,
            exceptions TEXT NOT NULL,
            holidayRule TEXT NOT NULL,
            includesPublicHolidays INTEGER NOT NULL CHECK (includesPublicHolidays IN (0, 1)),
            note TEXT NOT NULL,
            PRIMARY KEY (offerId, position)
        )
        """

    private static let offerContact = """
        CREATE TABLE offerContact (
            id TEXT NOT NULL PRIMARY KEY,
            offerId TEXT NOT NULL REFERENCES offer (id) ON DELETE CASCADE,
            siteId TEXT REFERENCES offerSite (id) ON DELETE CASCADE,
            position INTEGER NOT NULL,
            label TEXT NOT NULL,
            email TEXT,
            phone TEXT,
            consent TEXT NOT NULL
        )
        """

    private static let offerLink = """
        CREATE TABLE offerLink (
            offerId TEXT NOT NULL REFERENCES offer (id) ON DELETE CASCADE,
            otherId TEXT NOT NULL REFERENCES offer (id) ON DELETE CASCADE,
            kind TEXT NOT NULL CHECK (kind IN ('follows', 'leads')),
            position INTEGER NOT NULL,
            PRIMARY KEY (offerId, otherId, kind)
        )
        """

    /// No foreign key to `offer`: the history outlives a deleted offer.
    private static let offerVersion = """
        CREATE TABLE offerVersion (
            offerId TEXT NOT NULL,
            version INTEGER NOT NULL CHECK (version > 0),
            record TEXT NOT NULL,
            changed TEXT NOT NULL,
            actor TEXT NOT NULL,
            action TEXT NOT NULL,
            replacedAt TEXT NOT NULL,
            PRIMARY KEY (offerId, version)
        )
        """

    private static let offerChange = """
        CREATE TABLE offerChange (
            n INTEGER NOT NULL PRIMARY KEY CHECK (n > 0),
            offerId TEXT NOT NULL,
            at TEXT NOT NULL
        )
        """

    private static let offerProposal = """
        CREATE TABLE offerProposal (
            id TEXT NOT NULL PRIMARY KEY,
            offerId TEXT NOT NULL REFERENCES offer (id) ON DELETE CASCADE,
            baseVersion INTEGER NOT NULL,
            changes TEXT NOT NULL,
            actor TEXT NOT NULL,
            proposedAt TEXT NOT NULL,
            decidedAt TEXT,
            decidedBy TEXT,
            accepted TEXT NOT NULL
        )
        """

    private static let providerLink = """
        CREATE TABLE providerLink (
            id TEXT NOT NULL PRIMARY KEY,
            providerId TEXT NOT NULL REFERENCES provider (id) ON DELETE CASCADE,
            tokenHash TEXT NOT NULL UNIQUE,
            createdAt TEXT NOT NULL,
            createdBy TEXT NOT NULL,
            expiresAt TEXT NOT NULL,
            revokedAt TEXT,
            lastUsedAt TEXT
        )
        """

    /// Counts only: no text of a search, no moment but the month. Empty stage or field: not asked for.
    private static let searchSignal = """
        CREATE TABLE searchSignal (
            areaId TEXT NOT NULL REFERENCES area (id) ON DELETE CASCADE,
            month TEXT NOT NULL,
            stage TEXT NOT NULL,
            field TEXT NOT NULL,
            searches INTEGER NOT NULL CHECK (searches > 0),
            PRIMARY KEY (areaId, month, stage, field)
        )
        """
}
