/// Zusatzblatt: a style sheet that only some rooms or pages need, linked after the one of all pages.
///
/// What is used by rooms with and without an addition belongs into the sheet of all pages; the check of every page in the
/// tests (`audit`) tells if a page lacks one. The raw value is the name of the file.
package enum StyleAddition: String, CaseIterable, Sendable, Hashable {
    /// Charts with axes, rows of marks, maps of classes: monitoring and gaps of the chain.
    case figures = "zahlen"
    /// Good practice, Kontextmodell and Tauschbörse.
    case exchange = "austausch"
    /// Leaves of A4: the two-page sheet of a practice and the magazine.
    case leaves = "blatt"
}

/// The style sheets in their parts, in the order of the cascade: tokens first, media last.
enum StyleSheet {
    /// For every page.
    static let bytes: [UInt8] = [
        tokens, base, ribbon, shell, controls, fields, parts, lists, tables, figures, portal, width, media,
    ].flatMap(Assets.bytes(of:))

    static func bytes(of addition: StyleAddition) -> [UInt8] {
        switch addition {
        case .figures: [charts, maps].flatMap(Assets.bytes(of:))
        case .exchange: [practices, context, exchange].flatMap(Assets.bytes(of:))
        case .leaves: Assets.bytes(of: leaves)
        }
    }
}
