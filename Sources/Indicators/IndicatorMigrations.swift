package import Storage

/// The tables of the indicators, their measured values and what was published of them.
///
/// `indicatorValue` is the raw store and is read by imports and the publish gate only; every page reads
/// `publicationCell`.
package enum IndicatorMigrations {
    package static let all: [Migration] = [
        Migration(
            "indicators-001-indicator",
            [
                indicator, target, "CREATE INDEX indicatorTargetIndicator ON indicatorTarget (indicatorId)", version,
            ]),
        Migration(
            "indicators-002-value",
            [
                valueImport, value,
                """
                CREATE UNIQUE INDEX indicatorValueArea ON indicatorValue (indicatorId, period, areaId, version)
                WHERE areaId IS NOT NULL
                """,
                """
                CREATE UNIQUE INDEX indicatorValueFacility ON indicatorValue (indicatorId, period, facilityId, version)
                WHERE facilityId IS NOT NULL
                """,
                "CREATE INDEX indicatorValueImport ON indicatorValue (importId)",
                "CREATE INDEX indicatorValueOfArea ON indicatorValue (areaId) WHERE areaId IS NOT NULL",
                mapping,
            ]),
        Migration(
            "indicators-003-publication",
            [
                publication, published, cell,
                "CREATE INDEX publicationCellIndicator ON publicationCell (indicatorId, period)",
                """
                CREATE TABLE indicatorRevision (
                    n INTEGER NOT NULL PRIMARY KEY CHECK (n = 1),
                    revision INTEGER NOT NULL
                )
                """,
            ]),
        Migration("indicators-004-crosswalk", [crosswalk, share]),
        IndexDefinitionStore.migration,
        IndexEdition.migration,
        Migration(
            "indicators-030-counting",
            [
                "ALTER TABLE indicator ADD COLUMN counting TEXT NOT NULL DEFAULT 'unknown'",
                "ALTER TABLE indicator ADD COLUMN dominance TEXT",
            ]),
        FacilityTables.migration,
    ]

    private static let indicator = """
        CREATE TABLE indicator (
            id TEXT NOT NULL PRIMARY KEY,
            indicatorKey TEXT NOT NULL UNIQUE CHECK (indicatorKey <> ''),
            name TEXT NOT NULL CHECK (name <> ''),
            kind TEXT NOT NULL CHECK (kind IN ('outcome', 'reach', 'process', 'milestone', 'context')),
            measure TEXT NOT NULL CHECK (measure IN ('count', 'share', 'ratio', 'score', 'yesNo')),
            per REAL CHECK (per > 0),
            direction TEXT NOT NULL CHECK (direction IN ('higher', 'lower', 'neutral', 'within')),
            goodFrom REAL,
            goodTo REAL,
            unit TEXT NOT NULL,
            numerator TEXT NOT NULL,
            denominator TEXT NOT NULL,
            baseKey TEXT,
            wholeKey TEXT,
            breakdown TEXT NOT NULL,
            stages TEXT NOT NULL,
            fields TEXT NOT NULL,
            chainUse TEXT NOT NULL CHECK (chainUse IN ('none', 'population', 'need')),
            source TEXT NOT NULL,
            office TEXT NOT NULL,
            periodicity TEXT NOT NULL,
            licence TEXT NOT NULL,
            readingAid TEXT NOT NULL,
            caveat TEXT NOT NULL,
            plausibleFrom REAL,
            plausibleTo REAL,
            threshold INTEGER NOT NULL CHECK (threshold >= 1),
            hidesZero INTEGER NOT NULL CHECK (hidesZero IN (0, 1)),
            isInvented INTEGER NOT NULL CHECK (isInvented IN (0, 1)),
            updatedAt TEXT NOT NULL,
            version INTEGER NOT NULL CHECK (version > 0),
            CHECK ((measure IN ('share', 'ratio')) = (per IS NOT NULL)),
            CHECK ((direction = 'within') = (goodFrom IS NOT NULL AND goodTo IS NOT NULL)),
            CHECK (goodFrom <= goodTo),
            CHECK ((plausibleFrom IS NULL) = (plausibleTo IS NULL)),
            CHECK (plausibleFrom <= plausibleTo)
        )
        """

    private static let target = """
        CREATE TABLE indicatorTarget (
            indicatorId TEXT NOT NULL REFERENCES indicator (id) ON DELETE CASCADE,
            position INTEGER NOT NULL CHECK (position >= 0),
            areaId TEXT REFERENCES area (id) ON DELETE RESTRICT,
            baseline REAL,
            baselinePeriod TEXT,
            target REAL NOT NULL,
            period TEXT NOT NULL,
            PRIMARY KEY (indicatorId, position)
        )
        """

    /// Earlier definitions, as JSON.
    private static let version = """
        CREATE TABLE indicatorVersion (
            indicatorId TEXT NOT NULL REFERENCES indicator (id) ON DELETE RESTRICT,
            version INTEGER NOT NULL CHECK (version > 0),
            definition TEXT NOT NULL,
            actor TEXT NOT NULL,
            replacedAt TEXT NOT NULL,
            PRIMARY KEY (indicatorId, version)
        )
        """

    private static let valueImport = """
        CREATE TABLE valueImport (
            id TEXT NOT NULL PRIMARY KEY,
            at TEXT NOT NULL,
            actor TEXT NOT NULL,
            origin TEXT NOT NULL,
            fileName TEXT NOT NULL,
            source TEXT NOT NULL,
            created INTEGER NOT NULL CHECK (created >= 0),
            corrected INTEGER NOT NULL CHECK (corrected >= 0),
            unchanged INTEGER NOT NULL CHECK (unchanged >= 0)
        )
        """

    /// One row for each version of a value; `isCurrent` marks the newest. `rowNumber` and `found` tell where in the file
    /// it stood and what was written there; a converted value came from other boundaries by a crosswalk.
    private static let value = """
        CREATE TABLE indicatorValue (
            indicatorId TEXT NOT NULL REFERENCES indicator (id) ON DELETE RESTRICT,
            areaId TEXT REFERENCES area (id) ON DELETE RESTRICT,
            facilityId TEXT,
            period TEXT NOT NULL,
            version INTEGER NOT NULL CHECK (version > 0),
            isCurrent INTEGER NOT NULL CHECK (isCurrent IN (0, 1)),
            state TEXT NOT NULL CHECK (state IN ('available', 'notAvailable', 'suppressed')),
            value REAL,
            events REAL,
            base REAL CHECK (base >= 0),
            isConverted INTEGER NOT NULL CHECK (isConverted IN (0, 1)),
            importId TEXT NOT NULL REFERENCES valueImport (id) ON DELETE RESTRICT,
            rowNumber INTEGER,
            found TEXT NOT NULL,
            CHECK ((areaId IS NULL) <> (facilityId IS NULL)),
            CHECK ((state = 'available') = (value IS NOT NULL)),
            CHECK (state = 'available' OR events IS NULL)
        )
        """

    private static let mapping = """
        CREATE TABLE valueMapping (
            origin TEXT NOT NULL PRIMARY KEY CHECK (origin <> ''),
            mapping TEXT NOT NULL,
            actor TEXT NOT NULL,
            at TEXT NOT NULL
        )
        """

    private static let publication = """
        CREATE TABLE publication (
            id TEXT NOT NULL PRIMARY KEY,
            n INTEGER NOT NULL UNIQUE CHECK (n > 0),
            at TEXT NOT NULL,
            actor TEXT NOT NULL,
            rules TEXT NOT NULL,
            hash TEXT NOT NULL,
            embargoUntil TEXT,
            withdrawnAt TEXT,
            withdrawnBy TEXT,
            CHECK ((withdrawnAt IS NULL) = (withdrawnBy IS NULL))
        )
        """

    /// Which indicators a publication is about, so that one indicator's cells are found without reading all.
    private static let published = """
        CREATE TABLE publicationIndicator (
            publicationId TEXT NOT NULL REFERENCES publication (id) ON DELETE RESTRICT,
            indicatorId TEXT NOT NULL REFERENCES indicator (id) ON DELETE RESTRICT,
            cells INTEGER NOT NULL CHECK (cells >= 0),
            PRIMARY KEY (publicationId, indicatorId)
        )
        """

    /// `version` is that of the measured value when it was published.
    private static let cell = """
        CREATE TABLE publicationCell (
            publicationId TEXT NOT NULL REFERENCES publication (id) ON DELETE RESTRICT,
            indicatorId TEXT NOT NULL REFERENCES indicator (id) ON DELETE RESTRICT,
            areaId TEXT NOT NULL REFERENCES area (id) ON DELETE RESTRICT,
            period TEXT NOT NULL,
            state TEXT NOT NULL CHECK (state IN ('available', 'notAvailable', 'suppressed')),
            value REAL,
            events REAL,
            base REAL,
            version INTEGER NOT NULL CHECK (version > 0),
            PRIMARY KEY (publicationId, indicatorId, period, areaId),
            CHECK ((state = 'available') = (value IS NOT NULL)),
            CHECK (state = 'available' OR events IS NULL)
        )
        """

    private static let crosswalk = """
        CREATE TABLE crosswalk (
            id TEXT NOT NULL PRIMARY KEY,
            name TEXT NOT NULL CHECK (name <> ''),
            weighting TEXT NOT NULL CHECK (weighting <> ''),
            fromDay TEXT NOT NULL,
            toDay TEXT NOT NULL,
            source TEXT NOT NULL,
            actor TEXT NOT NULL,
            at TEXT NOT NULL,
            UNIQUE (name, weighting, fromDay, toDay)
        )
        """

    /// Keys, not areas: old areas need not stand in the house's tree.
    private static let share = """
        CREATE TABLE crosswalkShare (
            crosswalkId TEXT NOT NULL REFERENCES crosswalk (id) ON DELETE CASCADE,
            fromKey TEXT NOT NULL,
            toKey TEXT NOT NULL,
            share REAL NOT NULL CHECK (share > 0 AND share <= 1),
            PRIMARY KEY (crosswalkId, fromKey, toKey)
        )
        """
}
