import Crypto
package import Prevention
package import Storage

/// Persönlicher Link of a provider: looks after its own offers without an account.
package struct ProviderLink: Sendable, Hashable {
    package let id: ID<ProviderLink>
    package let providerID: ID<Provider>
    package let createdAt: Instant
    package let expiresAt: Instant
    package let revokedAt: Instant?
    package let lastUsedAt: Instant?

    /// Whether the link opens anything at `instant`.
    package func isValid(at instant: Instant) -> Bool { revokedAt == nil && instant < expiresAt }
    package var auditActor: AuditActor { .link(id.text) }
}

extension OfferStore {
    /// Makes a new link.
    ///
    /// - Parameter days: how long it opens, 1…400.
    /// - Parameter also: what belongs to it, in the same transaction: the mail with the link.
    /// - Returns: the link and its token, 32 random bytes in base64url. Only the token's hash is kept: show it once.
    package func createLink(
        for provider: ID<Provider>, days: Int = 180, by actor: AuditActor, at: Instant,
        also: @escaping @Sendable (Writer, ProviderLink, _ token: String) throws -> Void = { _, _, _ in }
    ) async throws -> (link: ProviderLink, token: String) {
        var generator = SystemRandomNumberGenerator()
        let token = Token.text((0..<32).map { _ in UInt8.random(in: .min ... .max, using: &generator) })
        let link = ProviderLink(
            id: ID(), providerID: provider, createdAt: at,
            expiresAt: at.adding(seconds: min(max(days, 1), 400) * 86_400), revokedAt: nil, lastUsedAt: nil)
        try await database.write { w in
            try w.run(
                """
                INSERT INTO providerLink (id, providerId, tokenHash, createdAt, createdBy, expiresAt)
                VALUES (\(link.id), \(provider), \(Token.hash(token)), \(at), \(actor.text), \(link.expiresAt))
                """)
            try w.audit(
                AuditEntry(actor: actor, action: "provider.link", object: Reference(.provider, provider), at: at))
            try also(w, link, token)
        }
        return (link, token)
    }

    /// The link with this token if it still opens; notes the use once a day at most.
    package func link(token: String, at: Instant) async throws -> ProviderLink? {
        guard (20...100).contains(token.utf8.count) else { return nil }
        let hash = Token.hash(token)
        let link = try await database.read { r in try Self.links(r, "tokenHash = \(hash)").first }
        guard let link, link.isValid(at: at) else { return nil }
        if link.lastUsedAt?.berlinDay != at.berlinDay {
            try await database.write { w in
                try w.run("UPDATE providerLink SET lastUsedAt = \(at) WHERE id = \(link.id)")
                try w.audit(
                    AuditEntry(
                        actor: link.auditActor, action: "provider.link.use",
                        object: Reference(.provider, link.providerID),
                        at: at))
            }
        }
        return link
    }

    /// Links of a provider, newest first.
    package func links(of provider: ID<Provider>) async throws -> [ProviderLink] {
        try await database.read { r in try Self.links(r, "providerId = \(provider)") }
    }

    private static func links(_ r: Reader, _ condition: SQL) throws -> [ProviderLink] {
        try r.rows(
            """
            SELECT id, providerId, createdAt, expiresAt, revokedAt, lastUsedAt
            FROM providerLink
            WHERE \(condition)
            ORDER BY createdAt DESC, id
            """
        ) { row in
            ProviderLink(
                id: try row.get(0), providerID: try row.get(1), createdAt: try row.get(2), expiresAt: try row.get(3),
                revokedAt: try row.optional(4), lastUsedAt: try row.optional(5))
        }
    }

    /// Closes a link for good; closing it twice changes nothing.
    package func revoke(_ id: ID<ProviderLink>, of provider: ID<Provider>, by actor: AuditActor, at: Instant)
        async throws
    {
        try await database.write { w in
            let closed = try w.run(
                """
                UPDATE providerLink SET revokedAt = \(at)
                WHERE id = \(id) AND providerId = \(provider) AND revokedAt IS NULL
                """)
            guard closed == 1 else { return }
            try w.audit(
                AuditEntry(actor: actor, action: "provider.link.revoke", object: Reference(.provider, provider), at: at)
            )
        }
    }
}

/// Secret words of links: 256 random bits, kept as SHA-256 only.
private enum Token {
    private static let letters = Array("ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_".utf8)

    /// base64url without padding.
    static func text(_ bytes: [UInt8]) -> String {
        var result: [UInt8] = []
        var (buffer, bits) = (0, 0)
        for byte in bytes {
            buffer = buffer << 8 | Int(byte)
            bits += 8
            while bits >= 6 {
                bits -= 6
                result.append(letters[buffer >> bits & 63])
            }
            buffer &= (1 << bits) - 1
        }
        if bits > 0 { result.append(letters[buffer << (6 - bits) & 63]) }
        return String(decoding: result, as: UTF8.self)
    }

    static func hash(_ token: String) -> String {
        SHA256.hash(data: Array(token.utf8)).map { byte in
            (byte < 16 ? "0" : "") + String(byte, radix: 16)
        }.joined()
    }
}
