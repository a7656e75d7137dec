package import HTML
import Texts

extension HTML {
    /// Karte: something of its own in a list or a grid. Cards never nest.
    package func card(_ name: String? = nil, content: () -> Void) {
        article(.class(name.map { "card " + $0 } ?? "card"), content: content)
    }

    /// Beschreibungsliste: terms with their values in rows.
    package func descriptionList(_ rows: [(term: String, value: String)]) {
        dl(.class("rows")) {
            for row in rows { descriptionRow(row.term) { text(row.value) } }
        }
    }

    /// One row of `h.dl(.class("rows")) { … }` with any content, and a link to change it.
    package func descriptionRow(_ term: String, change: Link? = nil, content: () -> Void) {
        div {
            dt(term)
            dd(content: content)
            if let change {
                dd(.class("change")) {
                    a(.href(change)) {
                        text(words.parts.change)
                        span(" " + term, .class("vh"))
                    }
                }
            }
        }
    }

    /// Eckdaten: the few facts one looks for first, side by side with icons.
    package func keyFacts(_ facts: [KeyFact]) {
        dl(.class("keyfacts")) {
            for fact in facts {
                div {
                    dt {
                        if let icon = fact.icon { self.icon(icon) }
                        text(fact.term)
                    }
                    for value in fact.values { dd(value) }
                }
            }
        }
    }

    /// Merkmale with icon and word in one flowing line, as cards show them.
    package func facts(_ facts: [(icon: Icon, text: String)]) {
        ul(.class("facts")) {
            for fact in facts {
                li {
                    icon(fact.icon)
                    text(fact.text)
                }
            }
        }
    }

    /// List of points that are fulfilled.
    package func tickedList(_ items: [String]) {
        ul(.class("ticked")) {
            for item in items {
                li {
                    icon(.check)
                    span(item)
                }
            }
        }
    }

    /// Nothing there: says so, why, and what to do instead.
    package func emptyState(_ title: String, _ sentence: String, icon: Icon = .search, actions: (() -> Void)? = nil) {
        div(.class("empty")) {
            self.icon(icon)
            h2(title, .class("h3"))
            p(sentence)
            if let actions { div(.class("row"), content: actions) }
        }
    }

    /// Aufklappbar: details that few need.
    package func disclosure(_ title: String, isOpen: Bool = false, content: () -> Void) {
        details(.class("disclosure"), .flag("open", isOpen)) {
            summary {
                icon(.chevron)
                text(title)
            }
            div(content: content)
        }
    }
}

/// One of the facts that one looks for first.
package struct KeyFact: Sendable, Hashable {
    package let term: String
    package let values: [String]
    package let icon: Icon?

    package init(_ term: String, _ values: [String], icon: Icon? = nil) {
        self.term = term
        self.values = values
        self.icon = icon
    }

    package init(_ term: String, _ value: String, icon: Icon? = nil) { self.init(term, [value], icon: icon) }
}
