import Offers
import Prevention
import RoomTesting
import Storage
import StorageTesting
import Testing
import Web

@Suite("Register: freshness, status, versions") struct StateTests {
    @Test("one click confirms; who confirmed is kept", arguments: TestEngine.available)
    func confirm(engine: TestEngine) async throws {
        let house = try await RegisterHouse(engine)
        let page = try await house.editor.get(house.path())
        #expect(page.text.contains("noch nicht bestätigt") && page.findings == [])
        #expect(try await house.editor.post(house.path("/bestaetigung"), [("fassung", "1")]).status == 303)
        var check = try #require(try await house.stored().check)
        #expect(check.by == .town && check.on == house.house.time.now.berlinDay)
        #expect(try await house.provider.post(house.path("/bestaetigung"), [("fassung", "2")]).status == 303)
        check = try #require(try await house.stored().check)
        #expect(check.by == .provider)
        #expect(try await house.editor.post(house.path("/bestaetigung"), [("fassung", "1")]).status == 409)
    }

    @Test("editors publish; providers hand in, pause and end", arguments: TestEngine.available)
    func status(engine: TestEngine) async throws {
        let house = try await RegisterHouse(engine)
        let (editor, provider) = (try await house.editor, try await house.provider)
        var version = 1
        func set(_ client: SignedInClient, _ status: String) async throws -> Int {
            let fields = [("status", status), ("fassung", "\(version)")]
            let answer = try await client.post(house.path("/status"), fields)
            if answer.status == 303 { version += 1 }
            return answer.status
        }
        #expect(try await set(provider, "paused") == 303)
        #expect(try await set(provider, "active") == 303)
        #expect(try await set(editor, "draft") == 303)
        #expect(try await set(provider, "active") == 403)
        #expect(try await set(provider, "in_review") == 303)
        #expect(try await set(editor, "active") == 303)
        #expect(try await set(provider, "quatsch") == 422)
        #expect(try await house.stored().status == .active)
    }

    @Test("the history shows every change, and an earlier state comes back", arguments: TestEngine.available)
    func versions(engine: TestEngine) async throws {
        let house = try await RegisterHouse(engine)
        let editor = try await house.editor
        #expect(try await editor.get(house.path("/fassungen")).text.contains("noch nicht geändert"))
        #expect(try await editor.post(house.path("/bearbeiten"), RegisterHouse.fields("Neuer Titel")).status == 303)
        let list = try await editor.get(house.path("/fassungen"))
        #expect(list.text.contains("bearbeitet") && list.text.contains("Sie") && list.findings == [])
        let change = try await editor.get(house.path("/fassungen/1"))
        #expect(change.text.contains("Babytreff") && change.text.contains("Neuer Titel") && change.findings == [])
        let back = house.path("/fassungen/1/wiederherstellung")
        #expect(try await house.provider.post(back, [("fassung", "2")]).status == 403)
        #expect(try await editor.post(back, [("fassung", "1")]).status == 409)
        #expect(try await editor.post(back, [("fassung", "2")]).status == 303)
        let restored = try await house.stored()
        #expect(restored.title == "Babytreff" && restored.version == 3 && restored.schedules.isEmpty)
        for number in ["0", "-1", "99", "abc", "99999999999999999999"] {
            #expect(try await editor.get(house.path("/fassungen/\(number)")).status == 404, "\(number)")
        }
    }
}
