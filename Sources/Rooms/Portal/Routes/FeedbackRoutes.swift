import Design
import HTML
import Offers
import Prevention
import Texts
import Web

extension PortalRoom {
    func addFeedback(to routes: inout RouteTable) {
        routes.get(PortalPaths.feedback.pattern, allow: .everyone) { visit in
            try await feedbackForm(visit, FormReader(visit.query, language: visit.language))
        }
        routes.post(PortalPaths.feedback.pattern, allow: .everyone, bodyLimit: 65_536, sendFeedback)
        routes.get(PortalPaths.feedbackDone.pattern, allow: .everyone) { visit in
            let words = texts(visit.language).feedback
            return visit.page(PageHead(words.done, isPrivate: true)) { h in
                h.confirmationPanel(words.done, words.doneText, next: words.doneNext)
                h.linkButton(texts(visit.language).nav.offers, to: PortalPaths.offers.link(), .confirm)
            }
        }
        let readers: Access = .roles([.administrator, .editor, .coordinator])
        routes.get(PortalPaths.inbox.pattern, allow: readers, inboxPage)
        routes.post(PortalPaths.inboxDone.pattern, allow: readers) { visit in
            guard let account = visit.account else { throw Forbidden() }
            try await feedback.close(try visit.id(of: Feedback.self), by: account.auditActor, at: visit.now)
            return .redirect(to: PortalPaths.inbox.link(), in: visit.language)
        }
    }

    /// `POST /rueckmeldung`
    @Sendable private func sendFeedback(_ visit: Visit) async throws -> Answer {
        let words = texts(visit.language).feedback
        var form = try FormReader(visit)
        let kind = form.choice("thema", as: Feedback.Kind.self)
        if kind == nil { form.refuse("thema", words.kindMissing) }
        let message = form.longText("nachricht", max: 2_000)
        if message == nil { form.refuse("nachricht", words.missing) }
        guard let kind, let message, form.isComplete else {
            return try await feedbackForm(visit, form, status: 422)
        }
        let offerID = form.fields.text("angebot").flatMap { ID<Offer>($0) }
        try await feedback.add(Feedback(kind: kind, message: message, offerID: offerID, at: visit.now))
        return .redirect(to: PortalPaths.feedbackDone.link(), in: visit.language)
    }

    private func feedbackForm(_ visit: Visit, _ form: FormReader, status: Int = 200) async throws -> Answer {
        let texts = texts(visit.language)
        var about: OfferDetail?
        if let id = form.fields.text("angebot").flatMap({ ID<Offer>($0) }),
            let found = try await offers.detail(id), found.offer.isPublic(on: visit.now.berlinDay)
        {
            about = found
        }
        let offer = about?.offer
        let problems = status == 422 ? form.summary : []
        let head = PageHead(texts.feedback.title, description: texts.feedback.lead, hasProblems: !problems.isEmpty)
        return visit.page(head, status: status) { h in
            FeedbackView(texts: texts.feedback, form: form, problems: problems, offer: offer, token: visit.formToken)
                .write(h)
        }
    }

    /// `GET /rueckmeldungen`: what people have written, for those who can put it right.
    @Sendable private func inboxPage(_ visit: Visit) async throws -> Answer {
        let words = texts(visit.language).feedback
        let open = try await feedback.open()
        return visit.page(PageHead(words.inbox, isPrivate: true)) { h in
            InboxView(texts: words, items: open, token: visit.formToken).write(h)
        }
    }
}
