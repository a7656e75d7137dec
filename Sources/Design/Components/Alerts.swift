package import HTML
import Texts

/// Zustand of a message, badge or cell; always shown by an icon and a word too.
package enum Tone: String, CaseIterable, Sendable, Hashable {
    case info
    case good
    case warning = "warn"
    case danger = "bad"

    package var icon: Icon {
        switch self {
        case .info: .info
        case .good: .checkCircle
        case .warning: .warning
        case .danger: .error
        }
    }
}

extension HTML {
    /// Meldung: a sentence that concerns the whole page or the part it stands in.
    ///
    /// - Parameter isAnswer: the message answers what the visitor just did, and is read out.
    package func alert(_ tone: Tone, _ message: String, isAnswer: Bool = false) {
        alert(tone, isAnswer: isAnswer) { text(message) }
    }

    /// Meldung with links or several words set apart.
    package func alert(_ tone: Tone, isAnswer: Bool = false, content: () -> Void) {
        div(.class("alert " + tone.rawValue), .role(isAnswer ? (tone == .danger ? "alert" : "status") : nil)) {
            icon(tone.icon)
            p {
                strong(word(tone) + " ")
                content()
            }
        }
    }

    private func word(_ tone: Tone) -> String {
        switch tone {
        case .info: words.parts.info
        case .good: words.parts.good
        case .warning: words.parts.warning
        case .danger: words.parts.danger
        }
    }

    /// Abzeichen: a short state or property.
    package func badge(_ title: String, _ tone: Tone? = nil, icon: Icon? = nil) {
        span(.class(tone.map { "badge " + $0.rawValue } ?? "badge")) {
            if let icon = icon ?? tone.map(badgeIcon) { self.icon(icon) }
            text(title)
        }
    }

    private func badgeIcon(_ tone: Tone) -> Icon {
        switch tone {
        case .good: .check
        case .warning: .clock
        default: tone.icon
        }
    }
}
