/// Verstandene Suchanfrage: what a typed text means for an index of `Term`s.
///
/// An offer fits if each group that is not optional is met by one alternative, and an alternative
/// is met if the offer has all its terms. If nothing fits, alternatives of origin `.loosePart`
/// may be admitted as well.
package struct QueryAnalysis: Hashable, Sendable {
    /// Words or everyday phrases of the query, in its order.
    package let groups: [Group]
    /// The query with misspelt words replaced; `nil` if there is nothing to correct.
    package let didYouMean: String?

    /// Nothing to search for.
    package var isEmpty: Bool { groups.isEmpty }

    /// One thing that was asked for.
    package struct Group: Hashable, Sendable {
        /// The words as typed.
        package let words: String
        /// Heaviest first, never empty.
        package let alternatives: [Alternative]
        /// Ranks but does not exclude ("Kind", "Baby", a bare number beside other words).
        package let isOptional: Bool
        /// Spellings the vocabulary offers for an unknown word, best first.
        package let corrections: [String]
    }

    /// One way to meet a group.
    package struct Alternative: Hashable, Sendable {
        /// All of them must occur.
        package let terms: [String]
        /// 1 for the typed word, less for what only resembles it.
        package let weight: Float
        /// Why it is offered.
        package let origin: Origin
    }

    /// Where an alternative comes from.
    package enum Origin: Hashable, Sendable {
        /// The typed words.
        case typed
        /// The same thing by another name, or what an everyday phrase asks for.
        case synonym
        /// All parts of a compound, anywhere in the offer.
        case parts
        /// A spelling close to an unknown word.
        case correction
        /// A single part of a compound, or the one noun of an everyday sentence; admit only if
        /// nothing else fits.
        case loosePart
    }
}
