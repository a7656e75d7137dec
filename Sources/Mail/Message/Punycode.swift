/// Umlaut domains as the mail servers know them: RFC 3492 with the parameters of RFC 5891.
enum Punycode {
    private static let base = 36
    private static let low = 1
    private static let high = 26
    private static let digits = Array("abcdefghijklmnopqrstuvwxyz0123456789".utf8)

    /// The label in ASCII (`xn--…` if it holds other characters), `nil` on overflow.
    static func label(_ text: String) -> String? {
        let scalars = text.unicodeScalars.map { Int($0.value) }
        guard scalars.contains(where: { $0 >= 128 }) else { return text }
        return encode(scalars).map { "xn--" + $0 }
    }

    private static func encode(_ scalars: [Int]) -> String? {
        var output = scalars.filter { $0 < 128 }.map { UInt8($0) }
        let basic = output.count
        if basic > 0 { output.append(UInt8(ascii: "-")) }
        var handled = basic
        var code = 128
        var delta = 0
        var bias = 72
        while handled < scalars.count {
            guard let next = scalars.filter({ $0 >= code }).min() else { return nil }
            let (growth, overflow) = (next - code).multipliedReportingOverflow(by: handled + 1)
            guard !overflow else { return nil }
            delta += growth
            code = next
            for scalar in scalars {
                if scalar < code { delta += 1 }
                if scalar == code {
                    append(delta, bias: bias, to: &output)
                    bias = adapted(delta, count: handled + 1, first: handled == basic)
                    delta = 0
                    handled += 1
                }
            }
            delta += 1
            code += 1
        }
        return String(decoding: output, as: UTF8.self)
    }

    /// One number as digits of changing weight.
    private static func append(_ number: Int, bias: Int, to output: inout [UInt8]) {
        var rest = number
        var position = base
        while true {
            let threshold = min(max(position - bias, low), high)
            if rest < threshold { break }
            output.append(digits[threshold + (rest - threshold) % (base - threshold)])
            rest = (rest - threshold) / (base - threshold)
            position += base
        }
        output.append(digits[rest])
    }

    private static func adapted(_ delta: Int, count: Int, first: Bool) -> Int {
        var rest = first ? delta / 700 : delta / 2
        rest += rest / count
        var steps = 0
        while rest > (base - low) * high / 2 {
            rest /= base - low
            steps += base
        }
        return steps + (base - low + 1) * rest / (rest + 38)
    }
}
