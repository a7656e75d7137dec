import Prevention
import Tables

extension ValueMapping {
    /// Rolle of a column, as people choose it.
    package enum Role: Hashable, Sendable {
        case area, period, indicator, boundaries
        /// A part of the value of the row's indicator.
        case part(Part)
        /// The value of one indicator.
        case of(String)
    }

    /// What each column of a heading would be read as; columns that are not read are absent.
    package func roles(in header: [String], indicators: [Indicator]) -> [Int: Role] {
        let columns = ValueColumns(self, header: header, indicators: indicators, file: "")
        var roles: [Int: Role] = [:]
        for number in columns.numbers {
            let isRows = number.indicator == nil || indicatorIs != nil && number.period == nil
            roles[number.position] = isRows ? .part(number.part) : number.indicator.map { .of($0.key) }
        }
        for position in columns.indicator { roles[position] = .indicator }
        if let area = columns.area { roles[area] = .area }
        if let period = columns.period { roles[period] = .period }
        if let boundaries = columns.boundaries { roles[boundaries] = .boundaries }
        return roles
    }

    /// Sets what each column is; all others are left out.
    package mutating func assign(_ roles: [Int: Role], in header: [String]) {
        (area, period, boundaries, value, events, base) = (nil, nil, nil, nil, nil, nil)
        indicator = []
        let known = columns
        columns = [:]
        for (position, heading) in header.enumerated() {
            switch roles[position] {
            case .area: area = heading
            case .period: period = heading
            case .indicator: indicator.append(heading)
            case .boundaries: boundaries = heading
            case .part(.value): value = heading
            case .part(.events): events = heading
            case .part(.base): base = heading
            case .of(let key):
                let before = known[heading] ?? nil
                columns[heading] = before?.indicator == key ? before : Target(indicator: key)
            case nil: columns.updateValue(nil, forKey: heading)
            }
        }
    }
}
