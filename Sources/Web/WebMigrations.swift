package import Storage

/// The tables every room may rely on: accounts and waiting files.
package enum WebMigrations {
    package static let all = AccountMigrations.all + WaitingFileMigrations.all
}
