package import HTML
import Texts

/// What a button means on its page.
package enum ButtonKind: String, Sendable, Hashable {
    /// The next step: amber, one per page.
    case next = "btn btn-1"
    /// Confirm, save, apply: teal.
    case confirm = "btn btn-2"
    /// A side way: outline.
    case side = "btn btn-3"
    /// Cannot be undone: red outline.
    case final = "btn btn-4"
}

extension HTML {
    /// Sends the form around it. `icon` stands before the words, except the arrow, which leads on behind them.
    package func submitButton(
        _ title: String, _ kind: ButtonKind = .confirm, name: String? = nil, value: String? = nil, icon: Icon? = nil,
        isSmall: Bool = false
    ) {
        button(.class(kind.rawValue + (isSmall ? " sm" : "")), .name(name), .value(value)) {
            buttonContent(title, icon)
        }
    }

    /// A link that looks like a button because it is the next step.
    package func linkButton(
        _ title: String, to link: Link, _ kind: ButtonKind = .side, icon: Icon? = nil, isSmall: Bool = false
    ) {
        a(.class(kind.rawValue + (isSmall ? " sm" : "")), .href(link)) { buttonContent(title, icon) }
    }

    /// Prints the page; shown only where a script can do it.
    package func printButton() {
        button(.class("btn btn-3 sm"), .type("button"), .flag("data-print"), .flag("hidden")) {
            buttonContent(words.parts.print, .print)
        }
    }

    /// Shares the page's address by the means of the device; shown only where there are any.
    package func shareButton() {
        button(.class("btn btn-3 sm"), .type("button"), .flag("data-share"), .flag("hidden")) {
            buttonContent(words.parts.share, .share)
        }
    }

    /// Buttons and links in one line.
    package func actions(_ content: () -> Void) { div(.class("row actions"), content: content) }

    private func buttonContent(_ title: String, _ icon: Icon?) {
        if let icon, icon != .arrow { self.icon(icon) }
        text(title)
        if icon == .arrow { self.icon(.arrow) }
    }
}
