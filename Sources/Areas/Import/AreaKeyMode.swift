import Prevention

/// How the keys of a file are to be read: as official keys or as the town's own.
enum AreaKeyMode: Equatable {
    case official
    case local(scope: AreaKey?)

    /// Decides from all keys of a file.
    ///
    /// A stated scope or a level below the Gemeinde means local keys. Otherwise the file is official if most of its keys
    /// are; keys of two digits, which districts have too, count only if all are official.
    init(keys: [String], scope: AreaKey?, level: AreaLevel?) {
        if scope != nil || level == .borough || level == .district {
            self = .local(scope: scope)
            return
        }
        let official = keys.filter { AreaKey(official: $0) != nil }
        let long = official.filter { $0.count > 2 }
        let isOfficial = long.count * 2 > keys.count || (!keys.isEmpty && official.count == keys.count)
        self = isOfficial || level != nil ? .official : .local(scope: nil)
    }

    /// The key written as `text`; within a scope, official keys of areas in it stay official.
    func key(_ text: String) -> AreaKey? {
        switch self {
        case .official: return AreaKey(official: text)
        case .local(let scope):
            if let scope, text.count > 5, let official = AreaKey(official: text), official.text.hasPrefix(scope.text) {
                return official
            }
            let plain = text.split(whereSeparator: \.isWhitespace).joined(separator: "-")
            return AreaKey(local: plain, within: scope)
        }
    }

    var expected: String {
        switch self {
        case .official: "amtlicher Schlüssel mit 2, 5, 8 oder 12 Ziffern"
        case .local: "Schlüssel aus Buchstaben, Ziffern, - _ . :"
        }
    }
}
