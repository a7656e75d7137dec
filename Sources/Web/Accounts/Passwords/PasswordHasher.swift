import Crypto
import CryptoExtras
import Foundation
import NIOPosix

/// Passwortspeicher: makes and checks password hashes with scrypt (RFC 7914), r = 8, p = 1.
///
/// The stored form is `scrypt$<exponent>$8$1$<salt>$<key>` in Base64, so that the cost can grow later.
/// - Source: OWASP Password Storage Cheat Sheet: N = 2^17, r = 8, p = 1 (about 128 MiB for each check).
package struct PasswordHasher: Sendable {
    /// N = 2 to this power; 17 in use, less only in tests.
    package let costExponent: Int
    /// Is told the cost of every derivation before it runs; for tests that count them.
    private let onDerivation: @Sendable (_ costExponent: Int) -> Void

    package init(costExponent: Int = 17, onDerivation: @escaping @Sendable (Int) -> Void = { _ in }) {
        self.costExponent = costExponent
        self.onDerivation = onDerivation
    }

    /// All hashing of a process happens on these threads, one core being left for the visitors.
    private static let threads: NIOThreadPool = {
        let pool = NIOThreadPool(numberOfThreads: max(1, ProcessInfo.processInfo.activeProcessorCount - 1))
        pool.start()
        return pool
    }()

    /// The stored form of a password; a new salt each time.
    package func hash(_ password: String) async throws -> String {
        let salt = SecretToken.bytes(16)
        let cost = costExponent
        let key = try await derive(password, salt, cost)
        return "scrypt$\(cost)$8$1$\(Data(salt).base64EncodedString())$\(Data(key).base64EncodedString())"
    }

    /// Whether the password belongs to the stored form. Without one (unknown account) it derives a key all the same and says no.
    package func verify(_ password: String, _ stored: String?) async throws -> Bool {
        let parts = (stored ?? "").split(separator: "$").map(String.init)
        let known = Stored(parts)
        let salt = known?.salt ?? [UInt8](repeating: 0, count: 16)
        let cost = known?.costExponent ?? costExponent
        let key = try await derive(password, salt, cost)
        return SecretToken.areEqual(key, known?.key ?? SecretToken.bytes(32))
    }

    /// Whether the stored form was made with another cost and should be made anew at the next sign-in.
    package func isOutdated(_ stored: String) -> Bool {
        Stored(stored.split(separator: "$").map(String.init))?.costExponent != costExponent
    }

    private struct Stored {
        let costExponent: Int
        let salt: [UInt8]
        let key: [UInt8]

        init?(_ parts: [String]) {
            guard parts.count == 6, parts[0] == "scrypt", let cost = Int(parts[1]), (1...24).contains(cost),
                let salt = Data(base64Encoded: parts[4]), let key = Data(base64Encoded: parts[5]), key.count == 32
            else { return nil }
            costExponent = cost
            self.salt = [UInt8](salt)
            self.key = [UInt8](key)
        }
    }

    private func derive(_ password: String, _ salt: [UInt8], _ costExponent: Int) async throws -> [UInt8] {
        onDerivation(costExponent)
        return try await Self.threads.runIfActive { try Self.key(password, salt, costExponent) }
    }

    private static func key(_ password: String, _ salt: [UInt8], _ costExponent: Int) throws -> [UInt8] {
        let normalised = Array(password.precomposedStringWithCompatibilityMapping.utf8)
        let key = try KDF.Scrypt.deriveKey(
            from: normalised, salt: salt, outputByteCount: 32, rounds: 1 << costExponent, blockSize: 8, parallelism: 1)
        return key.withUnsafeBytes { Array($0) }
    }
}
