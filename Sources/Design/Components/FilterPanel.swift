package import HTML
import Texts

extension HTML {
    /// Eingrenzen: filters beside a list; closed on phones, always open beside the list on wider screens.
    ///
    /// - Parameters:
    ///   - action: the list's own address; the form asks it again.
    ///   - kept: fields that stay as they are.
    ///   - reset: address of the list without filters, shown if any is set.
    ///   - isWide: fields side by side, for a page without a list beside the panel.
    package func filterPanel(
        action: Link, kept: [(String, String)], reset: Link? = nil, title: String? = nil, isWide: Bool = false,
        fields: () -> Void
    ) {
        form(.class(isWide ? "filter wide no-print" : "filter no-print"), .action(action), .flag("data-keep-place")) {
            for field in kept { hiddenField(field.0, field.1) }
            details {
                summary {
                    icon(.filter)
                    text(title ?? words.form.filter)
                    if reset != nil { badge(words.form.filterOn, .info) }
                }
                div(.class("filterbody")) {
                    fields()
                    div(.class("row")) {
                        submitButton(words.form.apply, .confirm, isSmall: true)
                        if let reset { a(words.form.reset, .href(reset)) }
                    }
                }
            }
        }
    }

    /// Segmente: two or three views of the same thing, for example map and list.
    package func segments(_ name: String, _ items: [(title: String, link: Link, isCurrent: Bool)]) {
        nav(.class("seg no-print"), .label(name)) {
            for item in items { a(item.title, .href(item.link), .current(item.isCurrent ? "true" : nil)) }
        }
    }
}
