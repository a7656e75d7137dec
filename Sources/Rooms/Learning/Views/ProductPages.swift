import Design
import HTML
import LearningNetwork
import Prevention
import Texts
import Web
import Workflow

/// `/lernnetz/produkte/{id}`
func productPage(
    _ visit: Visit, _ product: Product, _ group: LearningGroup, isMember: Bool, _ texts: LearningTexts
) -> Answer {
    let words = texts.product
    let id = product.id.text
    return visit.page(PageHead(product.title, section: LearningRoom.name, isPrivate: true)) { h in
        h.backLink(group.title, to: LearningPath.group.link(group.id.text))
        h.div(.class("row")) { h.badge(texts.state(product.state), product.state.tone) }
        h.h1(product.title)
        h.p(product.about, .class("lead"))
        writeNotice(h, visit, texts)
        h.facts([(.people, "\(words.from): \(group.title)")])
        if isMember {
            h.div(.class("row no-print")) {
                if product.state != .retired {
                    h.linkButton(words.addVersion, to: LearningPath.newVersion.link(id), icon: .plus, isSmall: true)
                }
            }
            let steps = product.course.possible.filter {
                $0 != .draft && $0 != .revise && ($0 == .retire || !product.versions.isEmpty)
            }
            writeSteps(
                h, visit, steps, to: LearningPath.productStep.link(id), isFinal: { $0 == .retire }, words: texts.step)
        }
        h.h2(words.versions)
        if product.versions.isEmpty { h.p(words.versionsEmpty) }
        for version in product.versions.reversed() {
            writeVersion(h, version, product, isLatest: version.number == product.versions.count, texts)
        }
        if !product.course.entries.isEmpty {
            h.disclosure(texts.meeting.course) {
                h.ul {
                    for entry in product.course.entries {
                        h.li("\(h.formats.day(entry.at.berlinDay)): \(texts.state(entry.state))")
                    }
                }
            }
        }
    }
}

private func writeVersion(
    _ h: HTML, _ version: ProductVersion, _ product: Product, isLatest: Bool, _ texts: LearningTexts
) {
    let words = texts.product
    let title = words.version.filled(["number": "\(version.number)"])
    func content() {
        h.p("\(h.formats.day(version.at.berlinDay)) · \(version.note)", .class("muted"))
        h.div(.class("row no-print")) {
            h.a(
                .class("btn btn-3 sm"),
                .href(.file(LearningPath.version.path(product.id.text, "\(version.number)")))
            ) {
                h.icon(.download)
                h.text(words.download)
                h.span(": \(title)", .class("vh"))
            }
            if let link = Link.outside(version.link) {
                h.linkButton(words.toFile, to: link, icon: .external, isSmall: true)
            }
        }
        writeLines(h, version.content)
    }
    if isLatest {
        h.card {
            h.h3(title)
            content()
        }
    } else {
        h.disclosure(title, content: content)
    }
}

func productForm(_ visit: Visit, _ form: FormReader, _ group: LearningGroup, _ texts: LearningTexts) -> Answer {
    let words = texts.product
    let page = FormPage(
        title: words.new, back: (group.title, LearningPath.group.link(group.id.text)),
        action: LearningPath.newProduct.link(group.id.text), button: texts.save)
    return formPage(visit, page, form) { h in
        h.textField(form.state("name"), label: words.name)
        h.textArea(form.state("wofuer"), label: words.about, limit: 1_000)
    }
}

func versionForm(_ visit: Visit, _ form: FormReader, _ product: Product, _ texts: LearningTexts) -> Answer {
    let words = texts.product
    let page = FormPage(
        title: words.addVersion, back: (product.title, LearningPath.product.link(product.id.text)),
        action: LearningPath.newVersion.link(product.id.text), button: texts.save)
    return formPage(visit, page, form) { h in
        h.textField(form.state("neu"), label: words.note)
        let text =
            visit.method == "POST" ? form.state("text") : FieldState("text", product.versions.last?.content ?? "")
        h.textArea(text, label: words.content, hint: words.contentHint, rows: 14, limit: 20_000)
        h.textField(form.state("adresse"), label: words.link, hint: words.linkHint, kind: .address, isOptional: true)
    }
}
