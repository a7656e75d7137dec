import ContextModel
import Design
import HTML
import Prevention

extension RiskColour {
    /// Each risk has a shape of its own, so that it is told without its colour; all within 32 by 32 around the origin.
    var shape: StaticString {
        switch self {
        case .green: #"<circle r="13"/>"#
        case .yellow: #"<path d="M0-16 16 12H-16z"/>"#
        case .orange: #"<path d="M0-16 16 0 0 16-16 0z"/>"#
        case .red: #"<path d="M-13-13h26v26h-26z"/>"#
        }
    }

    /// Class that gives the colours `--rk`, `--rks`, `--rko`.
    var style: String { "rk-" + rawValue }
    /// From the highest risk down, as pages draw it.
    static let falling: [RiskColour] = allCases.reversed()
}

extension HTML {
    /// The shape of a risk beside its word.
    func riskBadge(_ colour: RiskColour, _ words: ContextWords) {
        span(.class("rk " + colour.style)) {
            riskShape(colour)
            text(words[colour])
        }
    }

    func riskShape(_ colour: RiskColour) {
        svg(.class("rk-i"), .attribute("viewBox", "-17 -17 34 34"), .hidden()) { raw(colour.shape) }
    }

    /// A number in the shape of a risk, inside a drawing.
    func riskNode(_ colour: RiskColour, _ number: Int, x: Double, y: Double) {
        g(.class("rk-n " + colour.style), .attribute("transform", "translate(\(Int(x)) \(Int(y)))")) {
            raw(colour.shape)
            svgText(
                "\(number)", .attribute("y", colour == .yellow ? "9" : "5"), .attribute("text-anchor", "middle"))
        }
    }
}
