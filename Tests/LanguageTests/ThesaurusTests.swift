import Testing

@testable import Language

@Suite struct ThesaurusTests {
    private func statements(_ table: String) -> [(names: [String], reason: String)] {
        table.split(separator: "\n").map { line in
            let halves = line.split(separator: "#", maxSplits: 1)
            let separators = CharacterSet("=~|,")
            let text = halves[0].replacing("->", with: "|")
            return (
                text.split(whereSeparator: separators.contains).map { $0.filter { $0 != " " } },
                halves.count > 1 ? String(halves[1]) : ""
            )
        }
    }

    private struct CharacterSet {
        let characters: Set<Character>
        init(_ text: String) { characters = Set(text) }
        func contains(_ character: Character) -> Bool { characters.contains(character) }
    }

    @Test func `There are at least 120 groups, each with two names and a reason`() {
        let groups = statements(SynonymTable.groups)
        #expect(groups.count >= 120)
        for group in groups {
            #expect(group.names.count >= 2 && !group.reason.isEmpty, "\(group.names)")
            #expect(group.names.allSatisfy { !$0.isEmpty }, "\(group.names)")
        }
    }

    @Test func `Every everyday phrase has a target and a reason`() {
        let phrases = statements(PhraseTable.phrases)
        #expect(phrases.count >= 40)
        #expect(phrases.allSatisfy { !$0.reason.isEmpty })
    }

    @Test func `Each phrase leads to each of its targets when typed as it stands`() {
        let analyser = Analyser()
        let table = PhraseTable.phrases + "\n" + ForeignWordTable.words
        for line in table.split(separator: "\n") {
            let statement = line.prefix { $0 != "#" }
            guard let arrow = statement.firstRange(of: "->") else {
                Issue.record("no target: \(line)")
                continue
            }
            let halves = [statement[..<arrow.lowerBound], statement[arrow.upperBound...]]
            for said in halves[0].split(separator: "|") {
                let found = Set(analyser.query(String(said)).groups.flatMap(\.alternatives).map(\.terms))
                for target in halves[1].split(separator: ",") {
                    let terms = analyser.query(String(target)).groups.flatMap { $0.alternatives[0].terms }
                    #expect(found.contains { Set($0) == Set(terms) }, "\(said) -> \(target)")
                }
            }
        }
    }

    @Test func `Equal names lead to each other in both directions`() {
        let analyser = Analyser()
        for line in SynonymTable.groups.split(separator: "\n") {
            let names = line.prefix { $0 != "#" && $0 != "~" }.split(separator: "=").map(String.init)
            let units = names.map { name in analyser.query(name).groups }
            for (index, groups) in units.enumerated() where groups.count == 1 {
                let found = Set(groups[0].alternatives.map { Set($0.terms) })
                for (other, target) in units.enumerated() where other != index && target.count == 1 {
                    let typed = target[0].alternatives[0].terms
                    guard target[0].alternatives[0].origin == .typed, !typed.isEmpty else { continue }
                    let isVague = typed.count == 1 && names[other].split(separator: " ").count > 1
                    #expect(isVague || found.contains(Set(typed)), "\(names[index]) -> \(names[other])")
                }
            }
        }
    }
}
