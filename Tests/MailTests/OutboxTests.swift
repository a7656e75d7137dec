import Foundation
import Mail
import Prevention
import StorageTesting
import Testing

@testable import Mail

@Suite("The development outbox")
struct OutboxTests {
    private let folder = FileManager.default.temporaryDirectory.appendingPathComponent("outbox-\(ID<Mail>().text)")

    @Test("holds every mail once, readable by the owner only")
    func files() async throws {
        defer { try? FileManager.default.removeItem(at: folder) }
        let house = try await MailHouse(.sqlite)
        let outbox = Outbox(folder: folder)
        #expect(outbox.entries().isEmpty)
        try await house.enqueue("a", to: "kita-nord")
        try await house.enqueue("b")
        #expect(try await house.delivery(.outbox(outbox)).deliverDue().sent == 2)
        let entries = outbox.entries()
        #expect(Set(entries.map(\.to)) == ["kita-nord@example.org", "ok@example.org"])
        #expect(entries.allSatisfy { $0.subject == "Prüflink" && $0.text == "Geheimer Link\n" && $0.language == "de" })
        #expect(outbox.entry(named: entries[0].name) == entries[0])
        let attributes = try FileManager.default.attributesOfItem(
            atPath: folder.appendingPathComponent(entries[0].name).path)
        #expect(attributes[.posixPermissions] as? Int == 0o600)
        let folderAttributes = try FileManager.default.attributesOfItem(atPath: folder.path)
        #expect(folderAttributes[.posixPermissions] as? Int == 0o700)
    }

    @Test("replaces a repetition")
    func repetition() throws {
        defer { try? FileManager.default.removeItem(at: folder) }
        let outbox = Outbox(folder: folder)
        let envelope = Envelope(
            messageID: "<abc123@example.org>", from: "", to: "", content: Array("Subject: x\r\n\r\ny\r\n".utf8))
        try outbox.put(envelope)
        try outbox.put(envelope)
        #expect(try FileManager.default.contentsOfDirectory(atPath: folder.path) == ["abc123exampleorg.eml"])
    }

    @Test(
        "opens nothing but its own files",
        arguments: ["../geheim.eml", "/etc/passwd", ".eml", "a/b.eml", "", "a%00.eml"])
    func strangeNames(name: String) throws {
        #expect(Outbox(folder: folder).entry(named: name) == nil)
    }

    @Test("waits when the folder cannot be written")
    func unwritable() async throws {
        let house = try await MailHouse(.sqlite)
        try await house.enqueue("a")
        let round = try await house.delivery(.outbox(Outbox(folder: URL(fileURLWithPath: "/proc/nirgends"))))
            .deliverDue()
        #expect(round.postponed == 1)
    }
}
