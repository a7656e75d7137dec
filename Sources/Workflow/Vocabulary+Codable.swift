package import Prevention

extension ID: Codable {
    package init(from decoder: any Decoder) throws {
        self = try decoder.reading("ein Schlüssel (UUID)") { ID($0) }
    }

    package func encode(to encoder: any Encoder) throws { try encoder.writing(text) }
}

extension Day: Codable {
    package init(from decoder: any Decoder) throws {
        self = try decoder.reading("ein Tag wie 2026-03-31") { Day($0) }
    }

    package func encode(to encoder: any Encoder) throws { try encoder.writing(description) }
}

extension Instant: Codable {
    package init(from decoder: any Decoder) throws {
        self = try decoder.reading("ein Zeitpunkt wie 2026-03-31T12:00:00.000Z") { Instant($0) }
    }

    package func encode(to encoder: any Encoder) throws { try encoder.writing(description) }
}

extension Period: Codable {
    package init(from decoder: any Decoder) throws {
        self = try decoder.reading("ein Zeitraum wie 2026 oder 2026-H1") { Period($0) }
    }

    package func encode(to encoder: any Encoder) throws { try encoder.writing(description) }
}

extension Reference: Codable {
    /// Written `kind/key`.
    package init(from decoder: any Decoder) throws {
        self = try decoder.reading("ein Verweis wie practice/…") { text in
            let parts = text.split(separator: "/", maxSplits: 1).map(String.init)
            return parts.count == 2 ? Kind(rawValue: parts[0]).map { Reference($0, parts[1]) } : nil
        }
    }

    package func encode(to encoder: any Encoder) throws { try encoder.writing("\(kind.rawValue)/\(id)") }
}

extension AgeRange: Codable {
    /// Written `[from, to]` in months.
    package init(from decoder: any Decoder) throws {
        let container = try decoder.singleValueContainer()
        let ends = try container.decode([Int].self)
        guard ends.count == 2, let range = AgeRange(ends[0], ends[1]) else {
            throw DecodingError.dataCorruptedError(
                in: container, debugDescription: "Erwartet: zwei Alter in Monaten, -9 bis 324")
        }
        self = range
    }

    package func encode(to encoder: any Encoder) throws {
        var container = encoder.singleValueContainer()
        try container.encode([from.months, to.months])
    }
}

extension Euro: Codable {
    /// Written in whole cents.
    package init(from decoder: any Decoder) throws {
        self.init(cents: try decoder.singleValueContainer().decode(Int64.self))
    }

    package func encode(to encoder: any Encoder) throws {
        var container = encoder.singleValueContainer()
        try container.encode(cents)
    }
}

extension Decoder {
    fileprivate func reading<Value>(_ expected: String, _ read: (String) -> Value?) throws -> Value {
        let container = try singleValueContainer()
        let text = try container.decode(String.self)
        guard let value = read(text) else {
            throw DecodingError.dataCorruptedError(in: container, debugDescription: "Erwartet: \(expected)")
        }
        return value
    }
}

extension Encoder {
    fileprivate func writing(_ text: String) throws {
        var container = singleValueContainer()
        try container.encode(text)
    }
}

extension Transition: Codable {}
