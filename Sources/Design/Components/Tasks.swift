package import HTML
import Texts

/// How far one part of a longer task is.
package enum TaskState: Sendable, Hashable {
    case done
    /// Begun, with words such as "4 von 7"; may be empty.
    case begun(String)
    case open
    /// Not possible yet.
    case blocked
}

/// One line of a task list.
package struct TaskItem: Sendable, Hashable {
    package let title: String
    package let link: Link?
    package let state: TaskState

    package init(_ title: String, _ link: Link?, _ state: TaskState) {
        self.title = title
        self.link = link
        self.state = state
    }
}

/// One event in a timeline.
package struct TimelineItem: Sendable, Hashable {
    package enum Mark: Sendable, Hashable {
        case usual, now, gap
    }

    package let when: String
    package let title: String
    package let text: String
    package let mark: Mark
    package let link: Link?

    package init(when: String, title: String, text: String = "", mark: Mark = .usual, link: Link? = nil) {
        self.when = when
        self.title = title
        self.text = text
        self.mark = mark
        self.link = link
    }
}

extension HTML {
    /// Aufgabenliste: the parts of a longer task, each with its state.
    package func taskList(_ items: [TaskItem]) {
        ul(.class("tasks")) {
            for item in items {
                li {
                    if let link = item.link, item.state != .blocked {
                        a(item.title, .href(link))
                    } else {
                        span(item.title, .class("muted"))
                    }
                    taskBadge(item.state)
                }
            }
        }
    }

    private func taskBadge(_ state: TaskState) {
        switch state {
        case .done: badge(words.parts.done, .good)
        case .begun(let detail):
            badge([words.parts.begun, detail].filter { !$0.isEmpty }.joined(separator: ", "), .warning)
        case .open: badge(words.parts.open)
        case .blocked: badge(words.parts.blocked, icon: .lock)
        }
    }

    /// Zeitleiste: events as links of a chain, from first to last.
    package func timeline(_ items: [TimelineItem]) {
        ol(.class("tl")) {
            for item in items {
                li(.class(item.mark == .now ? "now" : item.mark == .gap ? "gap" : nil)) {
                    span(.class("when")) {
                        text(item.when)
                        if item.mark == .now { text(" · " + words.parts.now) }
                    }
                    if let link = item.link { a(.href(link)) { strong(item.title) } } else { strong(item.title) }
                    if !item.text.isEmpty { p(item.text) }
                }
            }
        }
    }

    /// Bestätigungsseite: asks once more before something that cannot be undone, without a script.
    ///
    /// - Parameters:
    ///   - consequences: what will happen, one sentence each.
    ///   - fields: hidden fields the form needs; the token comes by itself.
    package func confirmPage(
        _ question: String, consequences: [String], action link: Link, button title: String, cancel: Link,
        token: String?,
        fields: () -> Void = {}
    ) {
        h1(question)
        ul(.class("consequences")) {
            for consequence in consequences { li(consequence) }
        }
        form(.attribute("method", "post"), .action(link)) {
            if let token { formToken(token) }
            fields()
            actions {
                submitButton(title, .final)
                a(words.parts.cancel, .href(cancel))
            }
        }
    }

    /// Erledigt: says at the end of a way that it worked and what happens next.
    package func confirmationPanel(_ title: String, _ sentence: String, next: [String] = []) {
        div(.class("donepanel"), .role("status")) {
            icon(.checkCircle)
            div {
                h1(title)
                p(sentence, .class("lead"))
            }
        }
        guard !next.isEmpty else { return }
        h2(words.parts.nextSteps)
        ol {
            for step in next { li(step) }
        }
    }
}
