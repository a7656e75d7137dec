import Disclosure
import Testing

@Suite("Lineares Programm")
struct LinearProgramTests {
    @Test("can be made and freed many times")
    func lives() { for _ in 0..<100 { _ = LinearProgram() } }
}
