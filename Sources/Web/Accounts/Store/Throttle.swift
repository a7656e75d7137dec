import Prevention
import Storage

/// Bremse: slows attempts down for each account and each address, for a while and never for good.
struct Throttle: Sendable {
    /// How many failures are free and how long a pause may grow.
    struct Rule: Sendable {
        let free: Int
        let longestSeconds: Int

        static let account = Rule(free: 10, longestSeconds: 5 * 60)
        static let address = Rule(free: 50, longestSeconds: 15 * 60)
        static let mail = Rule(free: 5, longestSeconds: 60 * 60)
    }

    /// Failures are forgotten after a quarter of an hour without a new one.
    static let memorySeconds = 15 * 60

    /// What is counted: an account's name or an address, stored only as a hash.
    struct Key: Sendable {
        let hash: String
        let rule: Rule

        static func account(_ email: String) -> Key { Key(hash: SecretToken.hash("account:" + email), rule: .account) }
        static func address(_ address: String) -> Key {
            Key(hash: SecretToken.hash("address:" + address), rule: .address)
        }
        static func mail(_ email: String) -> Key { Key(hash: SecretToken.hash("mail:" + email), rule: .mail) }
    }

    /// - Throws: `TooManyRequests` with the seconds left while one of the keys pauses.
    static func check(_ r: Reader, _ keys: [Key], at now: Instant) throws {
        for key in keys {
            let until = try r.value(
                "SELECT blockedUntil FROM accountThrottle WHERE keyHash = \(key.hash)", as: Instant.self)
            if let until, until > now { throw TooManyRequests(seconds: Int(until.seconds(since: now).rounded(.up))) }
        }
    }

    /// Counts one more failure.
    static func count(_ w: Writer, _ keys: [Key], at now: Instant) throws {
        for key in keys {
            let row = try w.row("SELECT failures, lastAt FROM accountThrottle WHERE keyHash = \(key.hash)")
            let last = try row.map { try $0.get(1, as: Instant.self) }
            let isRecent = last.map { now < $0.adding(seconds: memorySeconds) } ?? false
            let failures = (isRecent ? try row.map { try $0.get(0, as: Int.self) } ?? 0 : 0) + 1
            let over = failures - key.rule.free
            let pause = over < 0 ? nil : now.adding(seconds: min(key.rule.longestSeconds, 15 << min(over, 20)))
            try w.run(
                """
                INSERT INTO accountThrottle (keyHash, failures, lastAt, blockedUntil)
                VALUES (\(key.hash), \(failures), \(now), \(pause))
                ON CONFLICT (keyHash) DO UPDATE
                SET failures = excluded.failures, lastAt = excluded.lastAt, blockedUntil = excluded.blockedUntil
                """)
        }
        let old = now.adding(seconds: -24 * 3_600)
        try w.run("DELETE FROM accountThrottle WHERE lastAt < \(old)")
    }

    /// Forgets the failures of a key after a success.
    static func forget(_ w: Writer, _ key: Key) throws {
        try w.run("DELETE FROM accountThrottle WHERE keyHash = \(key.hash)")
    }
}
