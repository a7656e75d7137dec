/// Wortlisten: for each term the documents that contain it, with the weight it has there.
struct Postings: Sendable {
    private var numbers: [String: Int32] = [:]
    private var starts: [Int32] = [0]
    private var documents: [Int32] = []
    private var weights: [UInt8] = []

    /// Puts lists together that were analysed side by side; their documents follow one another.
    init(_ parts: [AnalysedTexts] = []) {
        var counts: [Int32] = []
        var translated: [[Int32]] = []
        for part in parts {
            var table = [Int32](repeating: 0, count: part.terms.count)
            for (local, term) in part.terms.enumerated() {
                if let number = numbers[term] {
                    table[local] = number
                } else {
                    let number = Int32(counts.count)
                    numbers[term] = number
                    table[local] = number
                    counts.append(0)
                }
            }
            for entry in part.entries.values { counts[Int(table[Int(entry.term)])] += 1 }
            translated.append(table)
        }
        fill(parts, translated, counts)
    }

    private mutating func fill(_ parts: [AnalysedTexts], _ tables: [[Int32]], _ counts: [Int32]) {
        starts = [0]
        starts.reserveCapacity(counts.count + 1)
        var sum: Int32 = 0
        for count in counts {
            sum += count
            starts.append(sum)
        }
        documents = [Int32](repeating: 0, count: Int(sum))
        weights = [UInt8](repeating: 0, count: Int(sum))
        var next = starts
        var document: Int32 = 0
        for (part, table) in zip(parts, tables) {
            for row in 0..<part.entries.count {
                for entry in part.entries[row] {
                    let term = Int(table[Int(entry.term)])
                    let place = Int(next[term])
                    documents[place] = document
                    weights[place] = entry.weight
                    next[term] += 1
                }
                document += 1
            }
        }
    }

    func contains(_ term: String) -> Bool { numbers[term] != nil }

    /// Calls `body` with each document that has all the terms, and its smallest weight among them, 0…1.
    func forEach(_ terms: [String], _ body: (Int, Float) -> Void) {
        let ranges = terms.compactMap { numbers[$0] }.map { Int(starts[Int($0)])..<Int(starts[Int($0) + 1]) }
        guard ranges.count == terms.count, let first = ranges.min(by: { $0.count < $1.count }) else { return }
        let others = ranges.filter { $0 != first }
        var positions = others.map(\.lowerBound)
        for place in first {
            let document = documents[place]
            var weight = weights[place]
            var isInAll = true
            for index in others.indices {
                var position = positions[index]
                while position < others[index].upperBound, documents[position] < document { position += 1 }
                positions[index] = position
                guard position < others[index].upperBound, documents[position] == document else {
                    isInAll = false
                    break
                }
                weight = min(weight, weights[position])
            }
            if isInAll { body(Int(document), Float(weight) / 255) }
        }
    }
}
