import Mail
import Testing

@testable import Mail

@Suite("E-mail addresses")
struct MailAddressTests {
    @Test(
        "are kept as entered, the domain lowered and in ASCII",
        arguments: [
            ("kita@example.org", "kita@example.org"),
            ("Kita.Nord+Anfrage@Example.ORG", "Kita.Nord+Anfrage@example.org"),
            ("info@münchen.example", "info@xn--mnchen-3ya.example"),
            ("info@MÜNCHEN.example", "info@xn--mnchen-3ya.example"),
            ("info@mu\u{308}nchen.example", "info@xn--mnchen-3ya.example"),
            ("info@straße.example", "info@xn--strae-oqa.example"),
            ("info@familie-und-kind.köln.example", "info@familie-und-kind.xn--kln-sna.example"),
            ("o'brien_{x}@a.test", "o'brien_{x}@a.test"),
        ])
    func accepted(entered: String, text: String) throws {
        #expect(try MailAddress(entered).text == text)
    }

    @Test(
        "are refused with the fault that is in them",
        arguments: [
            ("", MailProblem.AddressFault.atSignMissing),
            ("kita", .atSignMissing),
            ("a@b@example.org", .atSignMissing),
            ("@example.org", .nameMissing),
            ("kita@", .domainMissing),
            ("kita@localhost", .domainWithoutDot),
            ("büro@example.org", .nameNotASCII),
            ("ki ta@example.org", .nameHasForbiddenCharacter),
            ("kita..nord@example.org", .nameHasForbiddenCharacter),
            (".kita@example.org", .nameHasForbiddenCharacter),
            ("\"kita nord\"@example.org", .nameHasForbiddenCharacter),
            ("<kita@example.org>", .nameHasForbiddenCharacter),
            ("kita@-example.org", .domainLabel),
            ("kita@example..org", .domainLabel),
            ("kita@[127.0.0.1]", .domainLabel),
            ("kita@127.0.0.1", .domainLabel),
            ("kita@exa mple.org", .domainLabel),
            ("kita@example.org>", .domainLabel),
            ("kita@ex♥mple.org", .domainLabel),
            ("kita@example.org\r\nBcc: all@example.org", .controlCharacter),
            ("kita@example.org\u{0}", .controlCharacter),
            ("kita\n@example.org", .controlCharacter),
        ])
    func refused(entered: String, fault: MailProblem.AddressFault) {
        #expect(throws: MailProblem.address(fault)) { try MailAddress(entered) }
    }

    @Test("are refused when they are too long for a mail server")
    func tooLong() {
        let label = String(repeating: "a", count: 63)
        #expect(throws: MailProblem.address(.nameTooLong)) { try MailAddress("\(label)aa@example.org") }
        #expect(throws: MailProblem.address(.domainLabel)) { try MailAddress("a@\(label)a.org") }
        #expect(throws: MailProblem.address(.tooLong)) { try MailAddress("a@\(label).\(label).\(label).\(label).org") }
    }

    @Test("refuse a name that would begin a new header")
    func nameInjection() {
        for name in ["Kita\r\nBcc: x@example.org", "Kita\nX", "Kita\u{0}", "Kita\u{2028}X", "Kita\u{85}X"] {
            #expect(throws: MailProblem.controlCharacter(field: "Name")) {
                try MailAddress("kita@example.org", name: name)
            }
        }
    }

    /// - Source: RFC 3492, 7.1 (samples without mixed case).
    @Test(
        "are turned into the ASCII form of the standard",
        arguments: [
            ("ليهمابتكلموشعربي؟", "egbpdaj6bu4bxfgehfvwxn"),
            ("他们为什么不说中文", "ihqwcrb4cv8a8dqg056pqjye"),
            ("почемужеонинеговорятпорусски", "b1abfaaepdrnnbgefbadotcwatmq2g4l"),
            ("ひとつ屋根の下2", "2-u9tlzr9756bt3uc0v"),
            ("安室奈美恵-with-super-monkeys", "-with-super-monkeys-pc58ag80a8qai00g7n9n"),
        ])
    func punycode(text: String, ascii: String) {
        #expect(Punycode.label(text) == "xn--" + ascii)
    }
}
