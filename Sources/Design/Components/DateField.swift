package import HTML
import Texts

/// What a date field shows: three short entries, as typed.
package struct DateFieldState: Sendable, Hashable {
    package enum Part: Sendable, Hashable {
        case day, month, year
    }

    /// Stem of the three names: `termin` gives `termin-tag`, `termin-monat`, `termin-jahr`.
    package var name: String
    package var day: String
    package var month: String
    package var year: String
    package var problem: String?
    /// Which entries are wrong; empty means all three.
    package var wrong: Set<Part>

    package init(
        _ name: String, day: String = "", month: String = "", year: String = "", problem: String? = nil,
        wrong: Set<Part> = []
    ) {
        self.name = name
        self.day = day
        self.month = month
        self.year = year
        self.problem = problem
        self.wrong = wrong
    }

    package static func names(_ stem: String) -> (day: String, month: String, year: String) {
        (stem + "-tag", stem + "-monat", stem + "-jahr")
    }
}

extension HTML {
    /// Datum: day, month, year as three short fields; nobody has to hunt through a calendar.
    ///
    /// - Parameter isBirthday: lets the browser offer the person's own birthday.
    package func dateField(
        _ state: DateFieldState, legend: String, hint: String? = nil, isOptional: Bool = false, isBirthday: Bool = false
    ) {
        let names = DateFieldState.names(state.name)
        let frame = FieldState(state.name, problem: state.problem)
        groupFrame(frame, legend: legend, hint: hint ?? words.form.dateHint, isOptional: isOptional) {
            div(.class("date")) {
                part(names.day, words.form.day, state.day, state, .day, isBirthday ? "bday-day" : nil)
                part(names.month, words.form.month, state.month, state, .month, isBirthday ? "bday-month" : nil)
                part(names.year, words.form.year, state.year, state, .year, isBirthday ? "bday-year" : nil)
            }
        }
    }

    private func part(
        _ name: String, _ title: String, _ value: String, _ state: DateFieldState, _ part: DateFieldState.Part,
        _ autocomplete: String?
    ) {
        let isWrong = state.problem != nil && (state.wrong.isEmpty || state.wrong.contains(part))
        div {
            label(title, .for(FieldState.id(name)))
            input(
                .type("text"), .id(FieldState.id(name)), .name(name), .value(value.nilIfEmpty),
                .attribute("inputmode", "numeric"), .attribute("autocomplete", autocomplete),
                .attribute("maxlength", part == .year ? "4" : "2"), .attribute("aria-invalid", isWrong ? "true" : nil),
                .describedBy(isWrong ? FieldState.id(state.name) + "-fehler" : nil))
        }
    }
}
