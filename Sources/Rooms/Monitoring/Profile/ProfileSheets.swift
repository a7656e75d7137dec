import Indicators
import Prevention

/// Zwei Druckseiten: which rows of a profile are shown, so that two pages of A4 hold them at full size.
///
/// Every stage gets its first row before any gets its second, mere counts come last; what finds no room is counted.
struct ProfileSheets: Sendable {
    typealias Group = AreaProfile.Group

    /// Rows of the first and of the second page; a stage may go on over the page.
    let first: [Group]
    let second: [Group]
    /// How many rows found no room.
    let leftOut: Int

    /// Millimetres of the title of a stage within a table.
    static let title = 6.8
    /// Millimetres of the head of a table.
    static let head = 11.0

    /// - Parameters:
    ///   - space: millimetres for rows and titles of stages on the two pages.
    ///   - height: millimetres that a row needs at most.
    init(_ groups: [Group], space: (first: Double, second: Double), height: (AreaProfile.Row) -> Double) {
        // Where the pages meet, a row may not fit any more and the title of its stage is repeated.
        let highest = groups.flatMap(\.rows).map(height).max() ?? 0
        var left = space.first + space.second - highest - Self.title
        var taken = groups.map { _ in 0 }
        let longest = groups.map(\.rows.count).max() ?? 0
        for (isCount, place) in [false, true].flatMap({ isCount in (0..<longest).map { (isCount, $0) } }) {
            for (index, group) in groups.enumerated() where place == taken[index] && place < group.rows.count {
                guard (group.rows[place].indicator.measure == .count) == isCount else { continue }
                let need = height(group.rows[place]) + (place == 0 ? Self.title : 0)
                guard need <= left else { continue }
                left -= need
                taken[index] += 1
            }
        }
        var sheets: (first: [Group], second: [Group]) = ([], [])
        var room = space.first
        for (group, count) in zip(groups, taken) where count > 0 {
            let rows = group.rows.prefix(count)
            var fitting = 0
            var need = Self.title
            while fitting < count, sheets.second.isEmpty, need + height(rows[fitting]) <= room {
                need += height(rows[fitting])
                fitting += 1
            }
            if fitting > 0 {
                sheets.first.append((group.stage, Array(rows.prefix(fitting))))
                room -= need
            }
            if fitting < count { sheets.second.append((group.stage, Array(rows.dropFirst(fitting)))) }
        }
        (first, second) = sheets
        leftOut = groups.map(\.rows.count).reduce(0, +) - taken.reduce(0, +)
    }

    var rows: [AreaProfile.Row] { (first + second).flatMap(\.rows) }

    /// Lines that a text takes at most, with so many letters on each.
    static func lines(_ text: String, _ letters: Int) -> Double {
        var lines = 1
        var used = 0
        for word in text.split(separator: " ") {
            if used > 0, used + 1 + word.count > letters {
                lines += 1
                used = 0
            }
            used += (used > 0 ? 1 : 0) + word.count
            lines += max(0, (used - 1) / letters)
            used = min(used, letters)
        }
        return Double(lines)
    }
}
