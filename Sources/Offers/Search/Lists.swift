/// Zeilenliste: one list of values for each row, all in one array.
struct Lists<Value: Sendable>: Sendable {
    private var starts: [Int32] = [0]
    private(set) var values: [Value] = []

    var count: Int { starts.count - 1 }

    subscript(row: Int) -> ArraySlice<Value> { values[Int(starts[row])..<Int(starts[row + 1])] }

    mutating func append(_ row: some Sequence<Value>) {
        values.append(contentsOf: row)
        starts.append(Int32(values.count))
    }
}
