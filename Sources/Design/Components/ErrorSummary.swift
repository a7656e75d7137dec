package import HTML
import Texts

extension HTML {
    /// Fehlerübersicht on top of a form: what to put right, each line a link to its field. Empty list: nothing.
    ///
    /// - Parameter problems: name of the field and the same words as at the field. For a date field the name of the first
    ///   wrong entry leads there directly.
    package func errorSummary(_ problems: [(field: String, message: String)]) {
        guard !problems.isEmpty else { return }
        let title = uniqueID("fehleruebersicht")
        div(.class("errsum"), .role("alert"), .attribute("tabindex", "-1"), .labelledBy(title)) {
            h2(.id(title), .class("h3")) {
                icon(.error)
                text(
                    problems.count == 1
                        ? words.form.errorsOne : words.form.errorsMany.filled(["count": formats.number(problems.count)])
                )
            }
            ul {
                for problem in problems {
                    li { a(problem.message, .href(.fragment(FieldState.id(problem.field)))) }
                }
            }
        }
    }
}
