import Language
import Practice
import Prevention

/// Wörter aller Praxen: which entries hold a term and how much it says about them; the title says most.
struct PracticeWords: Sendable {
    private struct Entry {
        let place: Int32
        let weight: Float
    }

    private var postings: [String: [Entry]] = [:]
    /// For corrections.
    let known: KnownWords
    let size: Int

    init(_ entries: [PracticeEntry], names: [[String]]) {
        let analyser = Analyser()
        var words = WordCount()
        size = entries.count
        for (place, entry) in entries.enumerated() {
            var sums: [String: Float] = [:]
            for (text, weight) in Self.texts(of: entry, names[place]) where !text.isEmpty {
                words.add(text)
                for term in analyser.document(text) { sums[term.text, default: 0] += term.weight * weight }
            }
            for (term, sum) in sums {
                postings[term, default: []].append(Entry(place: Int32(place), weight: sum / (sum + 1.5)))
            }
        }
        known = KnownWords(words)
    }

    /// What can be found of an entry, with its weight.
    private static func texts(of entry: PracticeEntry, _ names: [String]) -> [(String, Float)] {
        let practice = entry.practice
        var texts = practice.titles.values.map { ($0, Float(4)) }
        texts.append((practice.lead, 1.5))
        let more = [practice.need, practice.goal, practice.initiator, practice.effectModel.output]
        let lists = [
            practice.elements.map(\.text), practice.steps, practice.partners, practice.successFactors,
            practice.stumblingBlocks, practice.outcomes.flatMap { [$0.indicator, $0.finding] },
            practice.adopters.map(\.story), practice.documents.map(\.title), [practice.status.why ?? ""], names,
        ]
        texts += (more + lists.flatMap { $0 }).map { ($0, Float(0.6)) }
        guard let told = practice.background else { return texts }
        texts += told.aliases.map { ($0, Float(4)) }
        let rest = [told.topics, told.audience, told.locations, told.standards, told.achieved, [told.area]]
        return texts + rest.flatMap { $0 }.map { ($0, Float(0.6)) }
    }

    /// How much of the text must fit.
    enum Mode: CaseIterable {
        /// Every part, by a real meaning.
        case strict
        /// Every part, if need be by a piece of a compound.
        case loose
        /// Any part.
        case partial
    }

    /// The entries whose words fit, and how well each does (0…1).
    func match(_ analysis: QueryAnalysis, _ mode: Mode) -> (found: PracticeSet, scores: [Float]) {
        var found: PracticeSet?
        var scores = [Float](repeating: 0, count: size)
        func share(_ group: QueryAnalysis.Group) -> Float { group.isOptional ? 0.15 : 1 }
        let sum = max(analysis.groups.reduce(0) { $0 + share($1) }, 0.1)
        for group in analysis.groups {
            let (members, best) = meet(group, mode)
            for place in members.places { scores[place] += best[place] * share(group) / sum }
            if mode == .partial {
                var all = found ?? PracticeSet(size: size)
                all.formUnion(members)
                found = all
            } else if !group.isOptional {
                var both = found ?? PracticeSet(all: size)
                both.formIntersection(members)
                found = both
            }
        }
        return (found ?? PracticeSet(all: size), scores)
    }

    /// The entries that meet a group, with the weight of the best alternative.
    private func meet(_ group: QueryAnalysis.Group, _ mode: Mode) -> (PracticeSet, [Float]) {
        var members = PracticeSet(size: size)
        var best = [Float](repeating: 0, count: size)
        for alternative in group.alternatives where mode != .strict || alternative.origin != .loosePart {
            for (place, weight) in holding(alternative.terms) {
                best[place] = max(best[place], alternative.weight * weight)
                members.insert(place)
            }
        }
        return (members, best)
    }

    /// The entries that hold all the terms, with the weight of the least.
    private func holding(_ terms: [String]) -> [(Int, Float)] {
        let lists = terms.map { postings[$0] ?? [] }
        guard let shortest = lists.min(by: { $0.count < $1.count }), !shortest.isEmpty else { return [] }
        if lists.count == 1 { return shortest.map { (Int($0.place), $0.weight) } }
        var least: [Int32: (count: Int, weight: Float)] = [:]
        for list in lists {
            for entry in list {
                let old = least[entry.place] ?? (0, .infinity)
                least[entry.place] = (old.count + 1, min(old.weight, entry.weight))
            }
        }
        return least.compactMap { $1.count == lists.count ? (Int($0), $1.weight) : nil }
    }
}
