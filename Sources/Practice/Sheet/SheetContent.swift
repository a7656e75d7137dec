/// Worte für das Praxisblatt: what the two-page sheet says in words of its own; what is left empty is taken from the
/// entry.
package struct SheetContent: Hashable, Sendable, Codable {
    /// In place of a title that is too long for the sheet; empty: the title.
    package var shortTitle = ""
    /// What is done.
    package var what = ""
    /// How it is done.
    package var how = ""
    /// For whom it changed what.
    package var change = ""
    /// Das ist besonders gut.
    package var ticks: [String] = []
    /// What the reach counts: "Mütter nach der Geburt beraten".
    package var reachWords = ""

    package init() {}

    /// What, how, change.
    package var blocks: [String] { [what, how, change] }
}

extension Practice {
    /// Its own words for the sheet, all empty if there are none.
    package var ownSheet: SheetContent { sheet ?? SheetContent() }
}
