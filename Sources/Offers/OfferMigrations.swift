package import Storage

/// The tables of the register's record.
package enum OfferMigrations {
    package static let all: [Migration] = []
}
