import ContextModel
import Design
import HTML
import Prevention
import Texts
import Web

/// `/kontext/{id}/erkundung`: the talk, question by question.
func inquiryPage(
    _ visit: Visit, _ scene: CheckScene, _ question: InquiryGuide.Question?, _ form: FormReader,
    _ words: ContextWords
) -> Answer {
    let texts = words.texts.inquiry
    return visit.checkPage(scene, words, title: texts.title, part: .inquiry, form: form) { h in
        h.p(texts.lead)
        let rule = scene.check.recommendation.inquiry
        h.alert(
            .info, rule == .before ? texts.ruleBefore : rule == .after ? texts.ruleAfter : texts.ruleNone)
        guard let stored = scene.file.inquiries.last else {
            if scene.mayWork { writeBegin(h, visit, scene, rule, form, words) }
            return writeGuideLinks(h, words)
        }
        writeNeed(h, visit, scene, stored.inquiry, form, words)
        writeTalk(h, visit, scene, stored.inquiry, question, form, words)
        h.section {
            h.h2(texts.core)
            let core = stored.inquiry.coreElements
            if core.isEmpty { h.p(texts.noneCore, .class("muted")) } else { h.tickedList(core) }
        }
        writeGuideLinks(h, words)
    }
}

private func writeGuideLinks(_ h: HTML, _ words: ContextWords) {
    h.p(.class("row no-print")) {
        for position in InquiryGuide.Position.allCases {
            h.linkButton(
                "\(words.texts.inquiry.guide) (\(words[position]))",
                to: ContextPath.guide.link(position.rawValue), icon: .print, isSmall: true)
        }
    }
}

private func writeBegin(
    _ h: HTML, _ visit: Visit, _ scene: CheckScene, _ rule: InquiryGuide.Position?, _ form: FormReader,
    _ words: ContextWords
) {
    let texts = words.texts.inquiry
    h.postForm(to: ContextPath.inquiryBegin.link(scene.record.id.text), visit) {
        h.radioGroup(
            form.state("wann", now: rule?.rawValue), legend: texts.position,
            choices: Choice.all(words) { (position: InquiryGuide.Position) in words[position] }, isInline: true)
        h.textArea(form.state("bedarf"), label: texts.need, rows: 3, limit: 600)
        h.dateField(form.dateState("tag", scene.today), legend: texts.day)
        h.actions { h.submitButton(texts.begin, .next, icon: .arrow) }
    }
}

private func writeNeed(
    _ h: HTML, _ visit: Visit, _ scene: CheckScene, _ inquiry: AppreciativeInquiry, _ form: FormReader,
    _ words: ContextWords
) {
    let texts = words.texts.inquiry
    h.div(.class("ctx-need")) {
        h.article(.class("card")) {
            h.h2(texts.needBefore, .class("h3"))
            h.p(inquiry.needBefore)
        }
        h.icon(.arrow)
        h.article(.class("card")) {
            h.h2(texts.needAfter, .class("h3"))
            h.p(inquiry.needAfter ?? "–")
            switch inquiry.hasShifted {
            case true?: h.badge(texts.shifted, .info)
            case false?: h.badge(texts.notShifted, .good)
            case nil: h.badge(texts.openNeed)
            }
        }
    }
    guard scene.mayWork else { return }
    h.disclosure(texts.neednow, isOpen: form.problem("nachher") != nil) {
        h.postForm(to: ContextPath.inquiryNeed.link(scene.record.id.text), visit) {
            h.textArea(
                form.state("nachher", now: inquiry.needAfter), label: texts.neednow, rows: 3, limit: 600)
            h.actions { h.submitButton(words.texts.common.save) }
        }
    }
}

private func writeTalk(
    _ h: HTML, _ visit: Visit, _ scene: CheckScene, _ inquiry: AppreciativeInquiry,
    _ asked: InquiryGuide.Question?, _ form: FormReader, _ words: ContextWords
) {
    let texts = words.texts.inquiry
    let questions = InquiryGuide(inquiry.position).questions
    h.p(
        texts.progress.filled([
            "done": "\(questions.count - inquiry.open.count)", "all": "\(questions.count)",
        ]), .class("muted"))
    for phase in InquiryGuide.Phase.allCases {
        let own = questions.filter { $0.phase == phase }
        if own.isEmpty { continue }
        h.section {
            h.h2(words[phase])
            h.ul(.class("entries ctx-talk")) {
                for question in own {
                    h.li {
                        h.h3(words[question])
                        h.p(words[question.side], .class("small muted"))
                        writeAnswers(h, inquiry.statements.filter { $0.question == question }, words)
                        if asked == question, scene.mayWork {
                            writeAnswerForm(h, visit, scene, question, form, words)
                        } else if scene.mayWork {
                            writeAnswerLink(h, scene, inquiry, question, words)
                        }
                    }
                }
            }
        }
    }
}

private func writeAnswerLink(
    _ h: HTML, _ scene: CheckScene, _ inquiry: AppreciativeInquiry, _ question: InquiryGuide.Question,
    _ words: ContextWords
) {
    let texts = words.texts.inquiry
    h.p(.class("no-print")) {
        h.a(
            .href(
                .to(
                    ContextPath.inquiry.path(scene.record.id.text), query: [("frage", question.rawValue)],
                    fragment: FieldState.id("antwort")))
        ) {
            h.text(inquiry.open.contains(question) ? texts.answer : texts.another)
            h.span(": \(words[question])", .class("vh"))
        }
    }
}

private func writeAnswers(_ h: HTML, _ statements: [AppreciativeInquiry.Statement], _ words: ContextWords) {
    for statement in statements {
        h.blockquote {
            h.p(statement.text)
            h.p(.class("row small")) {
                h.span(statement.speaker, .class("muted"))
                h.badge(
                    statement.code.map { words[$0] } ?? words.texts.inquiry.codeNone,
                    statement.code == .coreElement ? .good : statement.code == .need ? .info : nil)
            }
        }
    }
}

private func writeAnswerForm(
    _ h: HTML, _ visit: Visit, _ scene: CheckScene, _ question: InquiryGuide.Question, _ form: FormReader,
    _ words: ContextWords
) {
    let texts = words.texts.inquiry
    h.postForm(to: ContextPath.inquiry.link(scene.record.id.text), visit) {
        h.hiddenField("frage", question.rawValue)
        h.textArea(form.state("antwort"), label: texts.text, rows: 3, limit: 1_000)
        h.textField(
            form.state("wer"), label: texts.speaker, hint: words.texts.common.roleHint, width: .half)
        h.radioGroup(
            form.state("worum", now: ""), legend: texts.code,
            choices: Choice.all(words) { (code: AppreciativeInquiry.Code) in words[code] }, isOptional: true,
            isInline: true)
        h.actions { h.submitButton(words.texts.common.save, .next, icon: .check) }
    }
}

/// `/kontext/leitfaden/{position}`: the questions on paper, with room to write.
func guidePage(_ visit: Visit, _ position: InquiryGuide.Position, _ words: ContextWords) -> Answer {
    let texts = words.texts.inquiry
    let title = texts.guideTitle.filled(["position": words[position]])
    return visit.page(PageHead(title, section: ContextRoom.name)) { h in
        h.backLink(words.texts.start.title, to: ContextPath.start.link())
        h.h1(title)
        h.p(texts.guideLead, .class("lead"))
        h.p(.class("no-print")) { h.printButton() }
        let questions = InquiryGuide(position).questions
        for phase in InquiryGuide.Phase.allCases {
            h.section {
                h.h2(words[phase])
                h.ol(.class("entries ctx-guide")) {
                    for question in questions where question.phase == phase {
                        h.li {
                            h.strong(words[question])
                            h.p(words[question.side], .class("small muted"))
                        }
                    }
                }
            }
        }
    }
}
