import Indicators
import Testing

@Suite("Veröffentlichter Wert")
struct PublishedValueTests {
    @Test("what is hidden carries neither value nor count nor base")
    func hidesAll() {
        let value = PublishedValue(state: .suppressed, value: 12.5, events: 2, base: 16)
        #expect(value.value == nil)
        #expect(value.events == nil)
        #expect(value.base == nil)
    }
}
