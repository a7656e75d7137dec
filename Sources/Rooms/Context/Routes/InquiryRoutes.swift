import ContextModel
import HTML
import Prevention
import Texts
import Web

extension ContextRoom {
    /// `GET /kontext/7…/erkundung?frage=best_moment`
    @Sendable func showInquiry(_ visit: Visit) async throws -> Answer {
        inquiryPage(visit, try await scene(visit), asked(visit.query), try FormReader(visit), words(visit))
    }

    /// `POST /kontext/7…/erkundung/beginn`
    @Sendable func beginInquiry(_ visit: Visit) async throws -> Answer {
        let scene = try await workScene(visit)
        var form = try FormReader(visit)
        let position = form.required("wann") { $0.choice("wann", as: InquiryGuide.Position.self) }
        let need = form.required("bedarf") { $0.longText("bedarf", max: 600) }
        let day = form.day("tag", in: visit.today.adding(days: -7_300)...visit.today.adding(days: 365)) ?? visit.today
        guard form.isComplete, let position, let need else {
            return inquiryPage(visit, scene, nil, form, words(visit))
        }
        let inquiry = AppreciativeInquiry(position, day: day, needBefore: need)
        try await store.save(
            StoredInquiry(inquiry), in: scene.record.id, by: try visit.signedInAccount().auditActor, at: visit.now)
        return back(to: ContextPath.inquiry, scene, visit)
    }

    /// `POST /kontext/7…/erkundung`: one answer.
    @Sendable func answerInquiry(_ visit: Visit) async throws -> Answer {
        let scene = try await workScene(visit)
        guard let question = asked(visit.form), var stored = scene.file.inquiries.last else { throw NotFound() }
        var form = try FormReader(visit)
        let speaker = form.requiredText("wer", max: 80)
        let text = form.required("antwort") { $0.longText("antwort", max: 1_000) }
        let code = form.choice("worum", as: AppreciativeInquiry.Code.self)
        guard form.isComplete, let speaker, let text else {
            return inquiryPage(visit, scene, question, form, words(visit))
        }
        stored.inquiry.statements.append(.init(question, speaker: speaker, text: text, code: code))
        try await store.save(
            stored, in: scene.record.id, by: try visit.signedInAccount().auditActor, at: visit.now)
        let next = stored.inquiry.open.first
        return .redirect(
            to: .to(
                ContextPath.inquiry.path(scene.record.id.text),
                query: [("frage", next?.rawValue ?? ""), ("fertig", "1")]),
            in: visit.language)
    }

    /// `POST /kontext/7…/erkundung/bedarf`: the need after the talk.
    @Sendable func nameNeed(_ visit: Visit) async throws -> Answer {
        let scene = try await workScene(visit)
        guard var stored = scene.file.inquiries.last else { throw NotFound() }
        var form = try FormReader(visit)
        let need = form.required("nachher") { $0.longText("nachher", max: 600) }
        guard form.isComplete, let need else { return inquiryPage(visit, scene, nil, form, words(visit)) }
        stored.inquiry.needAfter = need
        try await store.save(
            stored, in: scene.record.id, by: try visit.signedInAccount().auditActor, at: visit.now)
        return back(to: ContextPath.inquiry, scene, visit)
    }

    private func asked(_ fields: Fields) -> InquiryGuide.Question? {
        fields.text("frage").flatMap { InquiryGuide.Question(rawValue: $0) }
    }

    /// `GET /kontext/leitfaden/before`
    @Sendable func showGuide(_ visit: Visit) throws -> Answer {
        guard let position = InquiryGuide.Position(rawValue: visit.parameters["position"] ?? "") else {
            throw NotFound()
        }
        return guidePage(visit, position, words(visit))
    }
}
