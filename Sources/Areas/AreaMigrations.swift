package import Storage

/// The tables of the areas.
package enum AreaMigrations {
    package static let all: [Migration] = []
}
