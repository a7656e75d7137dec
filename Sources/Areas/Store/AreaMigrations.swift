package import Storage

/// The tables of the areas.
package enum AreaMigrations {
    package static let all = [
        Migration(
            "areas-001-area",
            [
                """
                CREATE TABLE area (
                    id TEXT NOT NULL PRIMARY KEY,
                    areaKey TEXT NOT NULL UNIQUE,
                    level TEXT NOT NULL
                        CHECK (level IN ('land', 'kreis', 'city', 'municipality', 'borough', 'district')),
                    parentId TEXT REFERENCES area (id) ON DELETE RESTRICT,
                    name TEXT NOT NULL CHECK (name <> ''),
                    kind TEXT NOT NULL,
                    latitude REAL CHECK (latitude BETWEEN -90 AND 90),
                    longitude REAL CHECK (longitude BETWEEN -180 AND 180),
                    populationTotal INTEGER CHECK (populationTotal >= 0),
                    populationUnder18 INTEGER CHECK (populationUnder18 >= 0 AND populationUnder18 <= populationTotal),
                    populationDate TEXT,
                    populationSource TEXT NOT NULL,
                    validFrom TEXT,
                    validTo TEXT,
                    isInvented INTEGER NOT NULL CHECK (isInvented IN (0, 1)),
                    CHECK ((latitude IS NULL) = (longitude IS NULL)),
                    CHECK (validFrom IS NULL OR validTo IS NULL OR validFrom <= validTo),
                    CHECK (parentId IS NULL OR parentId <> id)
                )
                """,
                "CREATE INDEX areaParent ON area (parentId)",
                """
                CREATE TABLE areaPostcode (
                    areaId TEXT NOT NULL REFERENCES area (id) ON DELETE CASCADE,
                    postcode TEXT NOT NULL CHECK (length(postcode) = 5),
                    PRIMARY KEY (areaId, postcode)
                )
                """,
                """
                CREATE TABLE areaRevision (
                    n INTEGER NOT NULL PRIMARY KEY CHECK (n = 1),
                    revision INTEGER NOT NULL
                )
                """,
                "INSERT INTO areaRevision (n, revision) VALUES (1, 0)",
            ]),
        Migration(
            "areas-002-outline",
            [
                """
                CREATE TABLE areaShape (
                    areaId TEXT NOT NULL PRIMARY KEY REFERENCES area (id) ON DELETE CASCADE,
                    west REAL NOT NULL,
                    south REAL NOT NULL,
                    east REAL NOT NULL,
                    north REAL NOT NULL,
                    squareKilometres REAL NOT NULL CHECK (squareKilometres >= 0),
                    source TEXT NOT NULL,
                    CHECK (west <= east),
                    CHECK (south <= north)
                )
                """,
                """
                CREATE TABLE areaOutline (
                    areaId TEXT NOT NULL REFERENCES areaShape (areaId) ON DELETE CASCADE,
                    detail INTEGER NOT NULL CHECK (detail IN (0, 1, 2)),
                    rings BLOB NOT NULL,
                    PRIMARY KEY (areaId, detail)
                )
                """,
            ]),
    ]
}
