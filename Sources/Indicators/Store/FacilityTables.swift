import Prevention
import Storage

/// Tables about facilities (Einrichtungen): which ones have values, and what was published of them.
enum FacilityTables {
    static let migration = Migration(
        "indicators-031-facility",
        [
            """
            CREATE TABLE measuredFacility (
                id TEXT NOT NULL PRIMARY KEY,
                name TEXT NOT NULL CHECK (name <> ''),
                areaId TEXT REFERENCES area (id) ON DELETE RESTRICT,
                updatedAt TEXT NOT NULL
            )
            """,
            """
            CREATE TABLE publicationFacilityCell (
                publicationId TEXT NOT NULL REFERENCES publication (id) ON DELETE RESTRICT,
                indicatorId TEXT NOT NULL REFERENCES indicator (id) ON DELETE RESTRICT,
                facilityId TEXT NOT NULL REFERENCES measuredFacility (id) ON DELETE RESTRICT,
                period TEXT NOT NULL,
                state TEXT NOT NULL CHECK (state IN ('available', 'notAvailable', 'suppressed')),
                value REAL,
                events REAL,
                base REAL,
                version INTEGER NOT NULL CHECK (version > 0),
                PRIMARY KEY (publicationId, indicatorId, period, facilityId),
                CHECK ((state = 'available') = (value IS NOT NULL)),
                CHECK (state = 'available' OR events IS NULL)
            )
            """,
            "CREATE INDEX publicationFacilityCellIndicator ON publicationFacilityCell (indicatorId, period)",
        ])

    static func read(_ r: Reader) throws -> [MeasuredFacility] {
        try r.rows("SELECT id, name, areaId FROM measuredFacility ORDER BY name, id") {
            MeasuredFacility(Reference(.facility, try $0.get(0)), name: try $0.get(1), areaID: try $0.optional(2))
        }
    }

    /// Keeps names and areas as they are now.
    static func write(_ facilities: [MeasuredFacility], in w: Writer, at: Instant) throws {
        for facility in facilities {
            try w.run(
                """
                INSERT INTO measuredFacility (id, name, areaId, updatedAt)
                VALUES (\(facility.reference.id), \(facility.name), \(facility.areaID), \(at))
                ON CONFLICT (id) DO UPDATE SET name = excluded.name, areaId = excluded.areaId,
                    updatedAt = excluded.updatedAt
                """)
        }
    }
}
