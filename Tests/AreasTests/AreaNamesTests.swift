import Areas
import Prevention
import Testing

@Suite("Gebietsnamen nebeneinander") struct AreaNamesTests {
    private static func tree() throws -> AreaTree {
        AreaTree(
            try SmallTree.areas() + [
                try SmallTree.area("05978036/1", "Mitte", .district, under: "05978036"),
                try SmallTree.area("05978020/1", "Mitte", .district, under: "05978020"),
                try SmallTree.area("05978020/2", "Süd", .district, under: "05978020"),
                try SmallTree.area("05913000/mitte", "Mitte", .borough, under: "05913"),
                try SmallTree.area("05913000/mitte-kern", "Mitte", .district, under: "05913000/mitte"),
                try SmallTree.area("05358", "Kreis Düren", .kreis, under: "05"),
                try SmallTree.area("05358004", "Kamen", .municipality, under: "05358"),
            ])
    }

    private func names(_ keys: [String]) throws -> [String] {
        let tree = try Self.tree()
        let areas = try keys.map { try #require(AreaKey($0).flatMap { tree.area(key: $0) }) }
        let names = AreaNames(areas, tree)
        return areas.map { names[$0] }
    }

    @Test("districts of several towns name their town, all of them")
    func severalTowns() throws {
        #expect(
            try names(["05978036/1", "05978020/1", "05978020/2"]) == ["Mitte (Unna)", "Mitte (Kamen)", "Süd (Kamen)"])
    }

    @Test("districts of one town do not, also beside their town and Kreis")
    func oneTown() throws {
        #expect(
            try names(["05978020/1", "05978020/2", "05978020", "05978"]) == ["Mitte", "Süd", "Kamen", "Kreis Unna"])
    }

    @Test("towns of one name are told apart by their Kreis")
    func towns() throws {
        #expect(
            try names(["05978020", "05358004", "05978036"]) == ["Kamen (Kreis Unna)", "Kamen (Kreis Düren)", "Unna"])
    }

    @Test("a borough and a district of one name are told apart even without words for what they are")
    func sameTown() throws {
        let shown = try names(["05913000/mitte", "05913000/mitte-kern", "05978036/1"])
        #expect(Set(shown).count == 3 && shown.allSatisfy { $0.hasPrefix("Mitte (") })
    }

    @Test("alone, a part of a town names it and a town does not")
    func alone() throws {
        let tree = try Self.tree()
        let full = try ["05978036/1", "05978036", "05"].map { key in
            tree.fullName(of: try #require(AreaKey(key).flatMap { tree.area(key: $0) }))
        }
        #expect(full == ["Mitte (Unna)", "Unna", "Nordrhein-Westfalen"])
    }

    @Test("nothing has no names")
    func empty() throws {
        let tree = try Self.tree()
        let area = try #require(tree.areas.first)
        #expect(AreaNames([], tree)[area] == area.name)
    }
}
