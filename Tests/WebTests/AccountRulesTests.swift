import HTML
import Prevention
import RoomTesting
import Testing

@testable import Web

@Suite("Passwörter und Codes") struct AccountRulesTests {
    @Test(
        "one-time codes are those of RFC 6238",
        arguments: [
            (59, "94287082"), (1_111_111_109, "07081804"), (1_111_111_111, "14050471"), (1_234_567_890, "89005924"),
            (2_000_000_000, "69279037"), (20_000_000_000, "65353130"),
        ] as [(Int64, String)])
    func rfc6238(seconds: Int64, code: String) {
        let secret = Array("12345678901234567890".utf8)
        let step = OneTimeCode.step(atMilliseconds: seconds * 1_000)
        #expect(OneTimeCode.code(secret: secret, step: step, digits: 8) == code)
    }

    @Test("codes are good for one step either way and only once")
    func acceptance() throws {
        let secret = OneTimeCode.makeSecret()
        let key = try #require(Base32.bytes(secret))
        let now: Int64 = 1_800_000_000_000
        let step = OneTimeCode.step(atMilliseconds: now)
        for offset in -3...3 as ClosedRange<Int64> {
            let code = OneTimeCode.code(secret: key, step: step + offset)
            let accepted = OneTimeCode.accept(code, secret: secret, atMilliseconds: now, after: nil)
            #expect((accepted == step + offset) == (abs(offset) <= 1))
            #expect(OneTimeCode.accept(code, secret: secret, atMilliseconds: now, after: step + 1) == nil)
        }
        for wrong in ["", "12345", "1234567", "abcdef", "１２３４５６"] {
            #expect(OneTimeCode.accept(wrong, secret: secret, atMilliseconds: now, after: nil) == nil)
        }
    }

    @Test(
        "Base32 is that of RFC 4648",
        arguments: [
            ("", ""), ("f", "MY"), ("fo", "MZXQ"), ("foo", "MZXW6"), ("foob", "MZXW6YQ"), ("fooba", "MZXW6YTB"),
            ("foobar", "MZXW6YTBOI"),
        ])
    func base32(plain: String, encoded: String) {
        #expect(Base32.text(Array(plain.utf8)) == encoded)
        #expect(Base32.bytes(encoded) == Array(plain.utf8))
        #expect(Base32.bytes("1" + encoded) == nil)
    }

    @Test(
        "passwords have 12 to 128 characters, no rules of composition, nothing cut off",
        arguments: [
            ("kurz", .tooShort), ("elf Zeichen", .tooShort), ("zwölf Bäume!", nil), ("            ", .common),
            ("blaue Ziege tanzt", nil),
            ("ich bin sehr lang und habe viele Umlaute: äöüÄÖÜß und noch viel mehr Zeichen", nil),
            ("nur kleine buchstaben hier", nil), ("4829301756384920", nil), ("Steuer\u{7}zeichen!!", .characters),
            (" Rand-Leerzeichen ", nil),
        ] as [(String, PasswordRules.Problem?)])
    func lengths(password: String, problem: PasswordRules.Problem?) {
        #expect(PasswordRules().problem(password) == problem)
    }

    @Test("128 characters are accepted, 129 are not")
    func longest() {
        var random = SeededGenerator(seed: 1)
        let letters = Array("abcdefghijklmnopqrstuvwxyz")
        let long = String((0..<128).map { _ in letters[Int.random(in: 0..<26, using: &random)] })
        #expect(PasswordRules().problem(long) == nil)
        #expect(PasswordRules().problem(long + "q") == .tooLong)
    }

    @Test(
        "well-known passwords are refused, also with signs for letters",
        arguments: [
            "Passwort1234", "passwort12345!", "P@sswort1234", "qwertzuiopü1", "qwertzuiop123", "123456789012",
            "aaaaaaaaaaaa",
            "abcabcabcabc", "Sommer2026Sommer2026", "sommerwinter", "iloveyou1234", "hallohallo123", "Willkommen123",
            "1q2w3e4r5t6z", "kindergarten1", "Deutschland2024!", "abcdefghijkl", "098765432109", "ichliebedich1",
        ])
    func common(password: String) {
        #expect(PasswordRules().problem(password) == .common)
    }

    @Test("the list holds more than a thousand long passwords")
    func listSize() {
        #expect(CommonPasswords.list.count > 1_000)
        #expect(CommonPasswords.list.allSatisfy { $0.count >= 12 })
    }

    @Test(
        "passwords made of the house's and the account's own words are refused",
        arguments: [
            ("Lueckenlos2026", .context), ("Lückenlos 2026!", .context), ("Musterstadt-Kita7", .context),
            ("erika.muster1", .context), ("Musterstadt hat viele blaue Ziegen", nil),
        ] as [(String, PasswordRules.Problem?)])
    func context(password: String, problem: PasswordRules.Problem?) {
        let rules = PasswordRules(context: ["Familien in Musterstadt", "Kita", "erika.muster@example.org"])
        #expect(rules.problem(password) == problem)
    }

    @Test("stored passwords use scrypt with N = 2^17, r = 8, p = 1 and verify")
    func hashing() async throws {
        let hasher = PasswordHasher()
        let stored = try await hasher.hash("zwölf Bäume!")
        #expect(stored.hasPrefix("scrypt$17$8$1$"))
        #expect(try await hasher.verify("zwölf Bäume!", stored))
        #expect(try await hasher.verify("zwo\u{308}lf Ba\u{308}ume!", stored))
        #expect(try await !hasher.verify("zwölf Bäume", stored))
        #expect(try await !hasher.verify("zwölf Bäume! ", stored))
        #expect(!hasher.isOutdated(stored) && PasswordHasher(costExponent: 18).isOutdated(stored))
    }

    @Test("two hashes of one password differ; without a stored form nothing verifies")
    func salts() async throws {
        let hasher = PasswordHasher(costExponent: 4)
        #expect(try await hasher.hash("gleich") != hasher.hash("gleich"))
        #expect(try await !hasher.verify("", nil))
        #expect(try await !hasher.verify("x", "kaputt"))
    }

    @Test("tokens have 256 bits and do not repeat; page tokens differ each time but belong to the session")
    func tokens() {
        let tokens = (0..<5_000).map { _ in SecretToken.make() }
        #expect(Set(tokens).count == 5_000 && tokens.allSatisfy { $0.count == 64 })
        let token = tokens[0]
        let masked = SecretToken.masked(token)
        #expect(masked != SecretToken.masked(token) && !masked.contains(token))
        #expect(SecretToken.matches(masked, token))
        #expect(!SecretToken.matches(masked, tokens[1]))
        for wrong in ["", token, "zz", String(masked.dropLast()), masked + "00"] {
            #expect(!SecretToken.matches(wrong, token))
        }
    }

    @Test(
        "only pages of this house are returned to",
        arguments: [
            ("/konto", "/konto"), ("/angebote?alter=7", "/angebote?alter=7"), ("https://boese.example", "/"),
            ("//boese.example", "/"), ("/\\boese.example", "/"), ("\\\\boese.example", "/"),
            ("javascript:alert(1)", "/"),
            ("/ok\r\nSet-Cookie: a=b", "/"), ("/\t/boese.example", "/"), ("", "/"), ("konto", "/"),
            ("/%09//x", "/%09//x"),
        ])
    func openRedirects(given: String, expected: String) {
        #expect(ReturnPath.link(given).address() == expected)
    }

    @Test(
        "roles reach their organisation and area and what lies within",
        arguments: [
            (RoleGrant(.editor), "o1", "05978024", true), (RoleGrant(.editor, area: "05978"), "o1", "05978024", true),
            (RoleGrant(.editor, area: "05978"), "o1", "05915000", false),
            (RoleGrant(.editor, area: "05978"), nil, nil, false),
            (RoleGrant(.editor, area: "05978024"), nil, "05978024/7", true),
            (RoleGrant(.editor, area: "05978024"), nil, "059780241", false),
            (RoleGrant(.editor, area: "/kreis/stadt-1"), nil, "/kreis/stadt-1/mitte", true),
            (RoleGrant(.editor, area: "/kreis/stadt-1"), nil, "/kreis/stadt-10", false),
            (RoleGrant(.editor, area: "05913/1"), nil, "05913/12", false),
            (RoleGrant(.editor, organisation: "o1"), "o1", "05978024", true),
            (RoleGrant(.editor, organisation: "o1"), "o2", nil, false),
            (RoleGrant(.editor, organisation: "o1"), nil, nil, false),
            (RoleGrant(.editor, organisation: "o1", area: "05978"), "o1", "05915000", false),
        ] as [(RoleGrant, String?, String?, Bool)])
    func reach(grant: RoleGrant, organisation: String?, area: String?, expected: Bool) {
        #expect(grant.covers(organisation: organisation, area: area) == expected)
    }

    @Test("roles are written and read alike", arguments: ["editor", "provider@o1", "planner/05978", "editor@o1/05978"])
    func roleText(text: String) {
        #expect(RoleGrant(text)?.text == text)
        #expect(RoleGrant("kaiser") == nil)
    }

    @Test(
        "settings that cannot be used stop the start",
        arguments: ["familie.example.org", "ftp://x.test", "https://a b"])
    func settings(address: String) throws {
        #expect(throws: SettingProblem.self) { try WebSettings(environment: ["LUECKENLOS_PUBLIC_URL": address]) }
        let good = try WebSettings(environment: [
            "LUECKENLOS_PUBLIC_URL": "https://x.test/", "LUECKENLOS_TRUSTED_PROXY": "10.0.0.1, 10.0.0.2",
        ])
        #expect(good.publicURL == "https://x.test" && good.isEncrypted && good.trustedProxies.count == 2)
    }
}
