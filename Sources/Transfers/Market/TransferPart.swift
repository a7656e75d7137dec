/// Teil eines Transfers: one of the three parts of the package, confirmed and booked one by one.
///
/// - Source: Antrag 2011, 7.2 (Vorstellung, Erfolgsfaktoren und Stolpersteine, Coaching).
package enum TransferPart: String, CaseIterable, Sendable, Comparable {
    case presentation
    case factors
    case coaching

    package static func < (left: Self, right: Self) -> Bool { left.place < right.place }

    private var place: Int {
        switch self {
        case .presentation: 0
        case .factors: 1
        case .coaching: 2
        }
    }
}

/// Punkte: what each part of a transfer counts; whole numbers only.
package struct PartPoints: Hashable, Sendable, Codable {
    package var presentation: Int
    package var factors: Int
    package var coaching: Int

    package init(presentation: Int, factors: Int, coaching: Int) {
        self.presentation = presentation
        self.factors = factors
        self.coaching = coaching
    }

    package subscript(part: TransferPart) -> Int {
        switch part {
        case .presentation: presentation
        case .factors: factors
        case .coaching: coaching
        }
    }

    /// A transfer with all parts.
    package var full: Int { presentation + factors + coaching }

    package func sum(_ parts: some Sequence<TransferPart>) -> Int { parts.reduce(0) { $0 + self[$1] } }
}
