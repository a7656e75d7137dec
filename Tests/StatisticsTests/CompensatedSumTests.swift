import Statistics
import Testing

@Suite("Ausgeglichene Summe")
struct CompensatedSumTests {
    @Test("what a large number swallows comes back when it leaves")
    func carriesLostParts() {
        #expect([1.0, 1e100, 1.0, -1e100].compensatedSum() == 2)
        #expect([Double]().compensatedSum() == 0)
    }

    @Test("a tenth added ten times is one")
    func tenths() { #expect(Array(repeating: 0.1, count: 10).compensatedSum() == 1) }
}
