import Rounds
import Testing

@Test("the stored words of the two kinds of round stay the same")
func storedWords() { #expect(RoundKind.allCases.map(\.rawValue) == ["binding", "rehearsal"]) }
