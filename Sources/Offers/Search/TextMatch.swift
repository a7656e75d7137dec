import Language

/// Worttreffer: the documents of a segment whose words fit a text, and how well.
struct TextMatch {
    /// How much of the text must fit.
    enum Mode {
        /// Every part that is not optional, by a real meaning.
        case strict
        /// Every part, if need be by a piece of a compound.
        case loose
        /// Any part.
        case partial
    }

    private(set) var documents: Bitmap
    /// 0…1 for a document in `documents`.
    private(set) var scores: [Float]

    init(_ analysis: QueryAnalysis, in segment: SearchSegment, mode: Mode) {
        let size = segment.size
        var documents: Bitmap?
        var scores = [Float](repeating: 0, count: size)
        let sum = analysis.groups.reduce(0) { $0 + Self.share(of: $1) }
        for group in analysis.groups {
            let share = Self.share(of: group) / max(sum, 0.1)
            let (members, best) = Self.meet(group, in: segment, mode: mode)
            members.forEach { scores[$0] += best[$0] * share }
            if mode == .partial {
                documents = documents.map { united($0, members) } ?? members
            } else if !group.isOptional {
                documents = documents.map { $0.intersection(members) } ?? members
            }
        }
        self.documents = documents ?? Bitmap(full: size)
        self.scores = scores
    }

    /// "Kind" and the like only tip the scales.
    private static func share(of group: QueryAnalysis.Group) -> Float { group.isOptional ? 0.15 : 1 }

    /// The documents that meet a group, with the weight of the best alternative.
    private static func meet(
        _ group: QueryAnalysis.Group, in segment: SearchSegment, mode: Mode
    ) -> (Bitmap, [Float]) {
        var members = Bitmap(size: segment.size)
        var best = [Float](repeating: 0, count: segment.size)
        for alternative in group.alternatives where mode != .strict || alternative.origin != .loosePart {
            segment.text.forEach(alternative.terms) { document, weight in
                best[document] = max(best[document], alternative.weight * weight)
                members.insert(document)
            }
        }
        return (members, best)
    }
}

private func united(_ first: Bitmap, _ second: Bitmap) -> Bitmap {
    var result = first
    result.formUnion(second)
    return result
}
