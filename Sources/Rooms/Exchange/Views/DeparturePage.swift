import Design
import HTML
import Prevention
import Texts
import Transfers
import Web
import Workflow

/// `/boerse/teilnehmende/{id}/ausscheiden`: exactly what will happen, then the reason, then the yes.
func departurePage(_ scene: Scene, _ preview: DeparturePreview, _ form: FormReader, hasChanged: Bool) -> Answer {
    let (texts, own) = (scene.texts.leave, preview.participant)
    let title = texts.title.filled(["name": own.name])
    return scene.page(title, status: hasChanged ? 422 : form.status, hasProblems: !form.isComplete) { h in
        scene.crumbs(h, title, Crumb(scene.texts.setup.title, ExchangePath.setup.link()))
        h.h1(title)
        h.p(texts.lead, .class("lead"))
        if hasChanged { h.alert(.warning, texts.changed, isAnswer: true) }
        h.errorSummary(form.summary)
        endingTransfers(h, scene, preview)
        let (offers, requests) = (scene.market.offers, scene.market.requests)
        ending(
            h, scene, texts.offers, "angebote",
            preview.departure.offers.compactMap { id in offers.first { $0.offer.id == id } }.map {
                (scene.title($0.offer.practice), ExchangePath.offer.link($0.offer.id.text))
            })
        for (name, heading, ids) in [
            ("gesuche", texts.requests, preview.departure.requests),
            ("wieder-offen", texts.reopened, preview.departure.reopened),
        ] {
            ending(
                h, scene, heading, name,
                ids.compactMap { id in requests.first { $0.request.id == id }?.request }.map {
                    (
                        "\(scene.title($0.linkType)) – \(scene.name($0.receiver))",
                        ExchangePath.request.link($0.id.text)
                    )
                })
        }
        closing(h, scene, preview)
        h.postForm(to: ExchangePath.leave.link(own.id.text), scene.visit) {
            h.hiddenField("stand", preview.stamp)
            h.textField(form.state("grund"), label: texts.reason, hint: texts.reasonHint)
            h.actions { h.submitButton(texts.confirm, .final) }
        }
    }
}

private func endingTransfers(_ h: HTML, _ scene: Scene, _ preview: DeparturePreview) {
    let texts = scene.texts.leave
    h.section(.labelledBy("transfers")) {
        h.h2(texts.transfers, .id("transfers"))
        let ending = scene.market.transfers.compactMap { record in
            preview.departure.transfers[record.id].map { (record: record, step: $0) }
        }
        guard !ending.isEmpty else { return h.p(texts.transfersNone, .class("muted")) }
        h.dataTable(
            DataTable(
                texts.transfers,
                columns: [
                    Column(texts.practice), Column(texts.partner), Column(texts.now), Column(texts.then),
                    Column(texts.booked, isNumeric: true),
                ],
                rows: ending.map { record, step in
                    let transfer = record.transfer
                    let partners = (transfer.givers + [transfer.receiver]).filter { $0 != preview.participant.id }
                    let (now, tone) = scene.state(record.state)
                    let then = TransferFlow.state(after: step, in: record.state).map { scene.state($0).0 } ?? ""
                    let points = scene.market.ledger.bookings.filter { $0.transfer == record.id }
                        .reduce(0) { $0 + $1.points }
                    return [
                        .link(scene.title(transfer.practice), ExchangePath.transfer.link(record.id.text)),
                        .text(scene.names(partners)), .badge(now, tone), .text(then),
                        .number(scene.points(points), Double(points)),
                    ]
                }, isCaptionHidden: true))
    }
}

private func ending(_ h: HTML, _ scene: Scene, _ title: String, _ name: String, _ entries: [(String, Link)]) {
    h.section(.labelledBy(name)) {
        h.h2(title, .id(name))
        guard !entries.isEmpty else { return h.p(scene.texts.leave.nothing, .class("muted")) }
        h.ul { for (title, link) in entries { h.li { h.a(title, .href(link)) } } }
    }
}

private func closing(_ h: HTML, _ scene: Scene, _ preview: DeparturePreview) {
    let texts = scene.texts.leave
    h.section(.labelledBy("konto")) {
        h.h2(texts.account, .id("konto"))
        let text = preview.balance > 0 ? texts.toFund : preview.balance < 0 ? texts.fromFund : texts.zero
        h.p(text.filled(["points": scene.points(abs(preview.balance))]))
        h.p(texts.stays)
        if !preview.undercut.isEmpty {
            let names = preview.undercut.sorted { $0.key < $1.key }.map { account, points in
                "\(scene.name(account)) (\(scene.points(points)))"
            }
            h.alert(.warning, texts.undercut.filled(["names": scene.formats.list(names)]))
        }
    }
}

extension Scene {
    /// A sentence for whoever is below the floor through no fault of its own.
    func belowFloor(_ id: ID<Participant>, _ text: String) -> String? {
        market.undercut[id].map { text.filled(["name": name(id), "points": points($0)]) }
    }

    /// "ausgeschieden am …: …"
    func left(_ one: ParticipantRecord, _ text: String) -> String? {
        let reason = (one.leftReason ?? "").reversed().drop { $0 == "." }.reversed()
        return one.leftOn.map {
            text.filled(["name": one.name, "day": formats.day($0), "reason": String(reason)])
        }
    }
}
