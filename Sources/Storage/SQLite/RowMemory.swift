import GRDBSQLite

/// The texts of one row behind each other in memory that is used again for the next row.
///
/// SQLite reads them there. Otherwise it would ask for memory for every single text and give it back, and lock twice for
/// both: a tenth of the time of a large import. Whoever makes one deallocates it when no statement reads it any more.
struct RowMemory {
    private var start = UnsafeMutableRawPointer.allocate(byteCount: 4_096, alignment: 1)
    private var capacity = 4_096
    private var used = 0

    func deallocate() { start.deallocate() }

    /// Makes room for the texts of `row`; those of the row before are gone.
    mutating func prepare(for row: [SQLValue]) {
        used = 0
        var needed = 0
        for case .text(let text) in row { needed += text.utf8.count }
        if needed <= capacity { return }
        start.deallocate()
        capacity = needed * 2
        start = .allocate(byteCount: capacity, alignment: 1)
    }

    /// Binds a text of the prepared row, which has to be stepped before the next one is prepared.
    mutating func bind(_ text: String, to handle: OpaquePointer, at index: Int32) -> Int32 {
        let count = text.utf8.count
        let place = UnsafeMutableRawBufferPointer(start: start + used, count: count)
        place.copyBytes(from: text.utf8)
        let letters = (start + used).assumingMemoryBound(to: CChar.self)
        used += count
        // Without a destructor SQLite neither copies nor frees.
        return sqlite3_bind_text(handle, index, letters, Int32(clamping: count), nil)
    }
}
