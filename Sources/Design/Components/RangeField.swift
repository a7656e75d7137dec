package import HTML
import Texts

extension HTML {
    /// Schieberegler: a number on a short scale whose ends have words; works without a script in a form with a button.
    ///
    /// - Parameters:
    ///   - ends: words for the least and the greatest value.
    ///   - step: with a script the form is sent when the slider comes to rest.
    package func rangeField(
        _ state: FieldState, label title: String, in range: ClosedRange<Double>, step: Double, hint: String? = nil,
        ends: (String, String)
    ) {
        fieldFrame(state, label: title, hint: hint, isOptional: false) {
            span(.class("range")) {
                span(ends.0, .class("small"))
                input(
                    .type("range"), .id(state.id), .name(state.name), .value(state.value),
                    .attribute("min", Points.text(range.lowerBound)), .attribute("max", Points.text(range.upperBound)),
                    .attribute("step", Points.text(step)), .flag("data-send"),
                    .describedBy(describedBy(state, hint: hint)))
                span(ends.1, .class("small"))
            }
        }
    }
}
