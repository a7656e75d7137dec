import Foundation
import Logging

/// How much the house writes to its log (setting `LUECKENLOS_LOG_LEVEL`, else `info`).
enum LogSetting {
    /// The house's logger.
    ///
    /// - Throws: `CommandFailure` if the setting names no level.
    static func logger() throws -> Logger {
        var logger = Logger(label: "lueckenlos")
        guard let name = ProcessInfo.processInfo.environment["LUECKENLOS_LOG_LEVEL"], !name.isEmpty else {
            return logger
        }
        guard let level = Logger.Level(rawValue: name.lowercased()) else {
            let known = Logger.Level.allCases.map(\.rawValue).joined(separator: ", ")
            throw CommandFailure("LUECKENLOS_LOG_LEVEL kennt nur: \(known).")
        }
        logger.logLevel = level
        return logger
    }
}
