import Prevention
import Transfers
import Web
import Workflow

extension ExchangeRoom {
    func addMarketRoutes(to routes: inout RouteTable) {
        routes.get(ExchangePath.offers.pattern, allow: Self.members, showOffers)
        routes.get(ExchangePath.newOffer.pattern, allow: Self.writers, showNewOffer)
        routes.post(ExchangePath.newOffer.pattern, allow: Self.writers, addOffer)
        routes.get(ExchangePath.offer.pattern, allow: Self.members, showOffer)
        routes.post(ExchangePath.offerStep.pattern, allow: Self.writers, takeOfferStep)
        routes.post(ExchangePath.consent.pattern, allow: Self.writers, answerConsent)
        routes.get(ExchangePath.requests.pattern, allow: Self.members, showRequests)
        routes.get(ExchangePath.newRequest.pattern, allow: Self.writers, showNewRequest)
        routes.post(ExchangePath.newRequest.pattern, allow: Self.writers, addRequest)
        routes.get(ExchangePath.request.pattern, allow: Self.members, showRequest)
        routes.post(ExchangePath.requestStep.pattern, allow: Self.writers, takeRequestStep)
    }

    // MARK: Offers

    @Sendable func showOffers(_ visit: Visit) async throws -> Answer {
        let (scene, caller) = try await ownScene(visit)
        return offersPage(scene, caller)
    }

    @Sendable func showNewOffer(_ visit: Visit) async throws -> Answer {
        let (scene, caller) = try await ownScene(visit)
        var fields = visit.query
        if fields.text("art") == nil { fields.append("art", TransferOffer.Kind.practice.rawValue) }
        if fields.text("anzahl") == nil { fields.append("anzahl", "1") }
        for part in TransferPart.allCases where visit.query.text("teile") == nil {
            fields.append("teile", part.rawValue)
        }
        if fields.text("sprachen") == nil { fields.append("sprachen", "de") }
        return newOfferPage(scene, caller, try FormReader(fields, language: visit.language))
    }

    @Sendable func addOffer(_ visit: Visit) async throws -> Answer {
        let (scene, caller) = try await ownScene(visit)
        var form = try FormReader(visit)
        let own = form.required("fuer") { $0.choice("fuer", among: caller.own.map(\.id.text)) }
        let kind = form.required("art") { $0.choice("art", as: TransferOffer.Kind.self) }
        let link = form.required("kettenglied") { $0.choice("kettenglied", among: scene.market.links.map(\.id.text)) }
        let practice = readPractice(&form, scene, isRequired: true)
        let parts = form.choices("teile", as: TransferPart.self)
        if parts.isEmpty { form.refuse("teile", scene.texts.offer.needsPart) }
        let capacity = form.required("anzahl") { $0.integer("anzahl", in: 1...20) }
        let languages = visit.form.values("sprachen").filter { scene.texts.words.languages[$0] != nil }
        let note = form.longText("notiz", max: 600) ?? ""
        let active = scene.market.participants.filter(\.isActive).map(\.id)
        let joint = visit.form.values("gemeinsam").compactMap { ID<Participant>($0) }.filter(active.contains)
        guard form.isComplete, let own = own.flatMap({ ID<Participant>($0) }), let kind,
            let link = link.flatMap({ ID<LinkType>($0) }), let practice, let capacity,
            let offer = TransferOffer(
                id: ID(), kind: kind, givers: Array(Set(joint + [own])), linkType: link, practice: practice,
                parts: Set(parts), capacity: capacity)
        else { return newOfferPage(scene, caller, form) }
        let record = OfferRecord(
            offer, languages: languages.isEmpty ? ["de"] : languages, isRemote: form.flag("online"), note: note,
            createdAt: visit.now)
        do {
            try await store.add(record, caller.command(for: own, visit, because: scene.texts.offer.newTitle))
        } catch let refusal as ExchangeRefusal { return scene.refusal(refusal, back: ExchangePath.offers.link()) }
        return scene.done(ExchangePath.offer.path(offer.id.text), "angebot")
    }

    @Sendable func showOffer(_ visit: Visit) async throws -> Answer {
        let (scene, caller) = try await ownScene(visit)
        return offerPage(scene, caller, try offer(scene, caller), try FormReader(visit))
    }

    @Sendable func takeOfferStep(_ visit: Visit) async throws -> Answer {
        let (scene, caller) = try await ownScene(visit)
        let record = try offer(scene, caller)
        var form = try FormReader(visit)
        let step = form.required("schritt") { $0.choice("schritt", as: OfferFlow.Step.self) }
        let reason = form.requiredText("grund", max: 300)
        guard form.isComplete, let step, let reason else { return offerPage(scene, caller, record, form) }
        return try await scene.after(ExchangePath.offer.path(record.offer.id.text)) {
            guard let known = scene.steps(record).first(where: { $0.step == step }) else {
                throw ExchangeRefusal.course(.impossible)
            }
            try await store.take(
                step, of: record.offer.id, caller.command(for: known.participant, visit, because: reason))
            return "schritt"
        }
    }

    /// `POST /boerse/angebote/7…/mittragen`: a named town says whether it carries a joint offer.
    @Sendable func answerConsent(_ visit: Visit) async throws -> Answer {
        let (scene, caller) = try await ownScene(visit)
        let record = try offer(scene, caller)
        var form = try FormReader(visit)
        let own = caller.own.map(\.id).filter(record.offer.givers.contains)
        let giver = own.first { $0.text == visit.form.text("fuer") } ?? own.first
        let agrees = form.required("antwort") { $0.choice("antwort", among: ["ja", "nein"]) }
        let reason = form.requiredText("mittragen", max: 300)
        guard form.isComplete, let agrees, let reason else { return offerPage(scene, caller, record, form) }
        return try await scene.after(ExchangePath.offer.path(record.offer.id.text)) {
            guard let giver else { throw ExchangeRefusal.notYours }
            try await store.answer(
                agrees == "ja", to: record.offer.id, caller.command(for: giver, visit, because: reason))
            return "mittragen"
        }
    }

    private func offer(_ scene: Scene, _ caller: ExchangeCaller) throws -> OfferRecord {
        let id = try scene.visit.id(of: TransferOffer.self)
        guard let record = scene.market.offer(id) else { throw NotFound() }
        let isPublic = [.open, .full].contains(record.offer.course.state)
        guard isPublic || caller.isBoard || record.offer.givers.contains(where: caller.sees) else { throw NotFound() }
        return record
    }

    // MARK: Requests

    @Sendable func showRequests(_ visit: Visit) async throws -> Answer {
        let (scene, caller) = try await ownScene(visit)
        return requestsPage(scene, caller)
    }

    /// `GET /boerse/gesuche/neu?phase=&feld=&gebiet=`: the link that the gap cell or the practice points at is chosen.
    @Sendable func showNewRequest(_ visit: Visit) async throws -> Answer {
        let (scene, caller) = try await ownScene(visit)
        var fields = visit.query
        if fields.text("kettenglied") == nil {
            let stage = visit.query.text("phase").flatMap(ExchangePath.stage)
            let field = visit.query.text("feld").flatMap(ExchangePath.field)
            let fitting = scene.market.links.first { link in
                (stage != nil || field != nil) && (stage == nil || link.stage == stage)
                    && (field == nil || link.field == field)
            }
            if let fitting { fields.append("kettenglied", fitting.id.text) }
        }
        let area = visit.query.text("gebiet")
        if fields.text("fuer") == nil,
            let own = caller.own.first(where: { $0.areaKey == area?.replacing("~", with: "/") })
        {
            fields.append("fuer", own.id.text)
        }
        return newRequestPage(scene, caller, try FormReader(fields, language: visit.language))
    }

    @Sendable func addRequest(_ visit: Visit) async throws -> Answer {
        let (scene, caller) = try await ownScene(visit)
        var form = try FormReader(visit)
        let own = form.required("fuer") { $0.choice("fuer", among: caller.own.map(\.id.text)) }
        let chosen = form.required("kettenglied") { $0.choice("kettenglied", among: scene.market.links.map(\.id.text)) }
        let practice = readPractice(&form, scene, isRequired: false)
        let need = form.required("bedarf") { $0.longText("bedarf", max: 1_000) }
        guard form.isComplete, let own = caller.own.first(where: { $0.id.text == own }), let need,
            let link = scene.market.links.first(where: { $0.id.text == chosen })
        else { return newRequestPage(scene, caller, form) }
        // Nobody can type how urgent it is: the gap analysis says so, or nobody knows.
        let gap = try await own.areaKey.asyncMap {
            try await ports.urgency($0, link.stage, link.field, visit.now.berlinDay)
        }
        let request = TransferRequest(
            id: ID(), receiver: own.id, linkType: link.id, practices: Set([practice].compactMap { $0 }),
            urgency: gap.map { Urgency(missing: $0.missing, in: $0.cell) } ?? .unknown)
        let record = RequestRecord(request, need: need, missing: gap?.missing, createdAt: visit.now)
        do {
            try await store.add(record, caller.command(for: own.id, visit, because: scene.texts.request.newTitle))
        } catch let refusal as ExchangeRefusal { return scene.refusal(refusal, back: ExchangePath.requests.link()) }
        return scene.done(ExchangePath.request.path(request.id.text), "gesuch")
    }

    @Sendable func showRequest(_ visit: Visit) async throws -> Answer {
        let (scene, caller) = try await ownScene(visit)
        return requestPage(scene, caller, try request(scene, caller), try FormReader(visit))
    }

    @Sendable func takeRequestStep(_ visit: Visit) async throws -> Answer {
        let (scene, caller) = try await ownScene(visit)
        let record = try request(scene, caller)
        var form = try FormReader(visit)
        let step = form.required("schritt") { $0.choice("schritt", as: RequestFlow.Step.self) }
        let reason = form.requiredText("grund", max: 300)
        guard form.isComplete, let step, let reason else { return requestPage(scene, caller, record, form) }
        return try await scene.after(ExchangePath.request.path(record.request.id.text)) {
            guard let known = scene.steps(record.request).first(where: { $0.step == step }) else {
                throw ExchangeRefusal.course(.impossible)
            }
            try await store.take(
                step, of: record.request.id, caller.command(for: known.participant, visit, because: reason))
            return "schritt"
        }
    }

    private func request(_ scene: Scene, _ caller: ExchangeCaller) throws -> RequestRecord {
        let id = try scene.visit.id(of: TransferRequest.self)
        guard let record = scene.market.request(id) else { throw NotFound() }
        guard record.request.course.state == .open || caller.sees(record.request.receiver) else { throw NotFound() }
        return record
    }

    /// The practice of a form: one of the database, where it is there.
    private func readPractice(_ form: inout FormReader, _ scene: Scene, isRequired: Bool) -> Reference? {
        let known = scene.practices.map(\.slug)
        func read(_ form: inout FormReader) -> String? {
            known.isEmpty ? form.text("praxis", max: 120) : form.choice("praxis", among: known)
        }
        let slug = isRequired ? form.required("praxis", read) : read(&form)
        guard let slug else { return nil }
        let isSlug = slug.utf8.allSatisfy { (97...122).contains($0) || (48...57).contains($0) || $0 == 45 }
        guard isSlug else {
            form.refuse("praxis", scene.texts.offer.practiceUnknown)
            return nil
        }
        return Reference(.practice, slug)
    }
}

extension Optional {
    /// `flatMap` with a transform that waits.
    func asyncMap<Value>(_ transform: (Wrapped) async throws -> Value?) async throws -> Value? {
        guard let value = self else { return nil }
        return try await transform(value)
    }
}
