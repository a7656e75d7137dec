import Prevention
import Testing

@Suite("Gebietsschlüssel") struct AreaKeyTests {
    @Test(
        "every spelling of an official key means the same area",
        arguments: [
            ("05978", "05978"), ("059780000000", "05978"), ("05978000", "05978"), ("05 9 78 036", "05978036"),
            ("059780036036", "05978036"), ("05711000", "05711"), ("057110000000", "05711"), ("05", "05"),
            ("05000", "05"), ("050000000000", "05"), ("010535313", "010535313"), ("010535313000", "010535313"),
            ("110000000000", "11"),
        ])
    func spellings(written: String, key: String) {
        #expect(AreaKey(official: written)?.text == key)
    }

    @Test(
        "what is no official key is refused",
        arguments: [
            "", "5", "00", "17", "99978", "059", "0597", "05978O36", "05\u{0}78", "٠٥٩٧٨", "-5978",
        ])
    func refused(written: String) {
        #expect(AreaKey(official: written) == nil)
    }

    @Test("local keys live within their town and never meet official ones")
    func local() throws {
        let koeln = try #require(AreaKey(official: "05315000"))
        let key = try #require(AreaKey(local: "101", within: koeln))
        #expect(key.text == "05315/101" && key.localPart == "101" && key.parent == koeln && !key.isOfficial)
        #expect(AreaKey(key.text) == key)
        #expect(AreaKey(local: "05978")?.text == "/05978" && AreaKey("/05978")?.isOfficial == false)
        #expect(AreaKey(local: "") == nil && AreaKey(local: "a/b") == nil && AreaKey(local: "a b") == nil)
        #expect(AreaKey(local: String(repeating: "x", count: 61)) == nil)
    }

    @Test("an official key names the area above it")
    func parents() throws {
        let unna = try #require(AreaKey(official: "05978036"))
        #expect(unna.parent?.text == "05978" && unna.parent?.parent?.text == "05" && unna.parent?.parent?.parent == nil)
        #expect(unna.ags(at: .municipality) == "05978036")
        #expect(AreaKey(official: "05711")?.ags(at: .city) == "05711000")
        #expect(AreaKey(official: "05978")?.ags(at: .kreis) == "05978")
    }
}
