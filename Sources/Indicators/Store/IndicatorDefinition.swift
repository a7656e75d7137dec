import Disclosure
import Prevention
package import Tables

extension Indicator {
    /// The definition as JSON, for files and for the history.
    package var definition: JSONValue {
        let form = StoredForm(self)
        return .record([
            ("key", .text(key)), ("name", .text(name)), ("kind", .text(kind.rawValue)),
            ("measure", .text(form.measure)), ("per", form.per.map(JSONValue.number) ?? .null),
            ("counting", .text(counting.rawValue)), ("direction", .text(form.direction)),
            ("good", Self.range(form.good)), ("unit", .text(unit)),
            ("numerator", .text(numerator)), ("denominator", .text(denominator)),
            ("baseKey", baseKey.map(JSONValue.text) ?? .null), ("wholeKey", wholeKey.map(JSONValue.text) ?? .null),
            ("breakdown", .text(breakdown)), ("stages", .texts(stages.map(\.rawValue))),
            ("fields", .texts(fields.map(\.rawValue))),
            ("use", .text(use.rawValue)), ("source", .text(source)), ("office", .text(office)),
            ("periodicity", .text(periodicity)), ("licence", .text(licence)), ("readingAid", .text(readingAid)),
            ("caveat", .text(caveat)), ("plausible", Self.range(plausible)), ("threshold", .int(threshold)),
            ("hidesZero", .bool(hidesZero)), ("dominance", dominance.map { .text($0.description) } ?? .null),
            ("isInvented", .bool(isInvented)),
            ("targets", .list(targets.map(\.definition))),
        ])
    }

    private static func range(_ range: ClosedRange<Double>?) -> JSONValue {
        range.map { .list([.number($0.lowerBound), .number($0.upperBound)]) } ?? .null
    }
}

extension Indicator.Target {
    fileprivate var definition: JSONValue {
        .record([
            ("area", areaID.map { .text($0.text) } ?? .null), ("baseline", baseline.map(JSONValue.number) ?? .null),
            ("baselinePeriod", baselinePeriod.map { .text($0.description) } ?? .null), ("value", .number(value)),
            ("period", .text(period.description)),
        ])
    }
}
