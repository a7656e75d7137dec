package import HTML
import Texts

/// One place in a way: breadcrumb, step or link.
package struct Crumb: Sendable, Hashable {
    package let title: String
    package let link: Link?

    package init(_ title: String, _ link: Link? = nil) {
        self.title = title
        self.link = link
    }
}

extension HTML {
    /// Zurück: one step back on a way of several pages.
    package func backLink(_ title: String? = nil, to link: Link) {
        p(.class("back no-print")) {
            a(.href(link)) {
                icon(.back)
                text(title ?? words.parts.back)
            }
        }
    }

    /// Brotkrumen: where the page stands; the last one is the page itself.
    package func breadcrumb(_ crumbs: [Crumb]) {
        nav(.class("crumbs no-print"), .label(words.parts.breadcrumb)) {
            ol {
                for (index, crumb) in crumbs.enumerated() {
                    li {
                        if let link = crumb.link, index < crumbs.count - 1 {
                            a(crumb.title, .href(link))
                        } else {
                            span(crumb.title, .current(index == crumbs.count - 1 ? "page" : nil))
                        }
                    }
                }
            }
        }
    }

    /// Schritte of a longer form as links of a chain, the current one marked.
    ///
    /// - Parameter current: 0 for the first step.
    package func steps(_ steps: [Crumb], current: Int) {
        nav(.class("steps"), .label(words.parts.steps)) {
            ol {
                for (index, step) in steps.enumerated() {
                    li(
                        .class(index < current ? "done" : index == current ? "now" : nil),
                        .current(index == current ? "step" : nil)
                    ) {
                        span(.class("ring")) {
                            if index < current { icon(.check) } else { text("\(index + 1)") }
                        }
                        if let link = step.link, index != current {
                            a(step.title, .href(link))
                        } else {
                            span(step.title)
                        }
                        if index < current { span(" (\(words.parts.done))", .class("vh")) }
                    }
                }
            }
        }
    }

    /// Seiten of a long list. One page: nothing.
    ///
    /// - Parameters:
    ///   - page: 1 for the first page.
    ///   - link: the address of a page.
    package func pagination(page: Int, of count: Int, link: (Int) -> Link) {
        guard count > 1 else { return }
        let page = min(max(page, 1), count)
        nav(.class("pages no-print"), .label(words.parts.pages)) {
            ul {
                if page > 1 { pageStep(words.parts.previous, .back, link(page - 1), rel: "prev") }
                for number in shownPages(page, count) {
                    li {
                        if let number {
                            a(
                                .href(link(number)), .current(number == page ? "page" : nil),
                                .label("\(words.parts.page) \(number)")
                            ) { text("\(number)") }
                        } else {
                            span("…")
                        }
                    }
                }
                if page < count { pageStep(words.parts.next, .arrow, link(page + 1), rel: "next") }
            }
        }
    }

    private func pageStep(_ title: String, _ icon: Icon, _ link: Link, rel: String) {
        li {
            a(.href(link), .attribute("rel", rel), .class("step")) {
                if icon == .back { self.icon(icon) }
                text(title)
                if icon == .arrow { self.icon(icon) }
            }
        }
    }

    /// First, last, current and its neighbours; `nil` where pages are left out.
    private func shownPages(_ page: Int, _ count: Int) -> [Int?] {
        let wanted = Set([1, count, page - 1, page, page + 1]).filter { (1...count).contains($0) }.sorted()
        var shown: [Int?] = []
        for number in wanted {
            if let last = shown.last, let last, number > last + 1 { shown.append(number == last + 2 ? last + 1 : nil) }
            shown.append(number)
        }
        return shown
    }
}
