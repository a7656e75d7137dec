import DemoData
import Foundation
import House
import Offers
import Prevention
import Storage
import StorageTesting
import Testing
import Web

@Suite("Vorführkonten") struct DemoAccountTests {
    @Test("each start finds the same accounts and the same password, which signs in; only their owner reads it")
    func accounts() async throws {
        let folder = FileManager.default.temporaryDirectory.appending(path: "demo-accounts-\(UUID().uuidString)")
        try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
        defer { try? FileManager.default.removeItem(at: folder) }
        let clock = Clock.fixed(try #require(Instant("2026-03-10T09:00:00Z")))
        let house = try await House(
            database: try await TestEngine.sqlite.database([]), facts: HouseFacts(name: "Haus", sender: "Kreis"),
            clock: clock, hasher: PasswordHasher(costExponent: 4))
        let provider = ID<Provider>()
        let accounts = DemoAccounts(desk: house.desk, folder: folder)
        let first = try await accounts.prepare(provider: provider)
        let second = try await accounts.prepare(provider: provider)
        #expect(first.emails == second.emails && first.password == second.password && first.password.count == 20)
        for email in first.emails {
            let outcome = try await house.desk.signIn(
                email: email, password: first.password, address: "127.0.0.1", device: "Test")
            #expect(outcome != .refused, "\(email)")
        }
        let record = try await house.desk.accounts.account(email: "anbieter@example.org")
        #expect(record?.roles == [RoleGrant(.provider, organisation: provider.text)])
        let file = folder.appending(path: "vorfuehrung-passwort.txt")
        let attributes = try FileManager.default.attributesOfItem(atPath: file.path)
        #expect(attributes[.posixPermissions] as? Int == 0o600)
    }
}
