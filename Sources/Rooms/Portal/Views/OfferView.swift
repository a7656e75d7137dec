import Design
import HTML
import Offers
import Prevention
import Texts
import Web

/// Angebotsseite: what it is, for whom, when, where, what it costs; prints on one sheet.
struct OfferView {
    let texts: PortalTexts
    let model: OfferModel

    private var words: PortalTexts.OfferWords { texts.offer }
    private var offer: Offer { model.offer }

    func write(_ h: HTML) {
        h.backLink(words.back, to: PortalPaths.offers.link())
        head(h)
        notes(h)
        h.div(.class("beside")) {
            h.div {
                about(h)
                times(h)
                chain(h)
            }
            h.div {
                places(h)
                contact(h)
            }
        }
        origin(h)
    }

    // MARK: Head

    private func head(_ h: HTML) {
        h.div(.class("head")) {
            h.h1(offer.title)
            if let summary = FamilyWords.shown(offer.summary) { h.p(summary, .class("lead")) }
            h.p(words.provider.filled(["name": model.detail.provider.name]), .class("muted"))
            if let range = offer.ageRange {
                h.div(.class("lane")) {
                    h.ageRibbon(
                        [RibbonBand(range)],
                        label: words.ribbon.filled(["title": offer.title, "ages": h.formats.ages(range)]))
                }
            }
            h.keyFacts(facts(h.formats))
            actions(h)
        }
    }

    private func actions(_ h: HTML) {
        h.div(.class("row actions no-print")) {
            if let link = offer.registration.link.flatMap(Link.outside) {
                h.linkButton(words.register, to: link, .next, icon: .arrow)
            } else if let link = offer.website.flatMap(Link.outside) {
                h.linkButton(words.website, to: link, .next, icon: .external)
            }
            h.printButton()
            h.pdfButton(PortalPaths.offer.path(offer.id.text))
            h.shareButton()
        }
    }

    private func facts(_ formats: Formats) -> [KeyFact] {
        let languages = offer.languages.map { LanguageNames.name(of: $0, in: formats.language) }
        return [
            KeyFact(words.who, offer.ageRange.map(formats.ages) ?? words.agesUnknown, icon: .people),
            KeyFact(words.where, place, icon: .place),
            KeyFact(words.cost, cost(formats), icon: .money),
            KeyFact(words.registration, registration, icon: .calendar),
            KeyFact(
                words.languages, languages.isEmpty ? words.languagesUnknown : languages.joined(separator: ", "),
                icon: .speech),
        ]
    }

    private var place: String {
        if offer.settings == [.home] { return words.whereHome }
        let towns = Set(model.detail.places.map(\.facility.town)).subtracting([""]).sorted()
        if towns.count > 2 { return towns.prefix(2).joined(separator: ", ") + " …" }
        if !towns.isEmpty { return towns.joined(separator: ", ") }
        if model.catchment.count == 1 { return model.catchment[0] }
        return offer.accessMode == .outreach ? words.whereHome : words.whereUnknown
    }

    private func cost(_ formats: Formats) -> [String] {
        var lines: [String]
        switch offer.cost.kind {
        case .free: lines = [words.costFree]
        case .graded: lines = [words.costGraded]
        case .unknown: lines = [words.costUnknown]
        case .amount:
            let amount = offer.cost.amount.map(formats.money) ?? words.costUnknown
            lines = [offer.cost.per.isEmpty ? amount : words.costPer.filled(["amount": amount, "per": offer.cost.per])]
        }
        if offer.cost.isEducationPackage { lines.append(words.educationPackage) }
        if offer.cost.acceptsFamilyPass { lines.append(words.familyPass) }
        if !offer.cost.note.isEmpty { lines.append(offer.cost.note) }
        return lines
    }

    private var registration: String {
        switch offer.registration.need {
        case .needed: words.needed
        case .notNeeded: words.notNeeded
        case .unknown: words.registrationUnknown
        }
    }

    private func notes(_ h: HTML) {
        if !offer.alert.isEmpty { h.alert(.warning, offer.alert) }
        if offer.status == .paused { h.alert(.warning, words.paused) }
        if offer.needsReferral == true { h.alert(.info, words.referral) }
        if offer.check == nil, !offer.isInvented { h.alert(.info, words.unconfirmed) }
        if offer.isInvented { h.alert(.info, words.invented) }
    }

    // MARK: What and when

    private func about(_ h: HTML) {
        let paragraphs = offer.description.split(separator: "\n").compactMap { FamilyWords.shown(String($0)) }
        let audience = audience(h.language)
        if !paragraphs.isEmpty {
            h.section(.labelledBy("was")) {
                h.h2(words.about, .id("was"))
                for paragraph in paragraphs { h.p(paragraph) }
            }
        }
        if !audience.isEmpty || !offer.topics.isEmpty || !model.catchment.isEmpty || offer.hasInterpreter {
            h.section {
                h.dl(.class("rows")) {
                    if !audience.isEmpty { h.descriptionRow(words.audience) { h.text(audience) } }
                    if !offer.topics.isEmpty {
                        h.descriptionRow(words.topics) { h.text(offer.topics.joined(separator: ", ")) }
                    }
                    if !model.catchment.isEmpty {
                        h.descriptionRow(words.catchment) { h.text(h.formats.list(model.catchment)) }
                    }
                    if offer.hasInterpreter { h.descriptionRow(words.languages) { h.text(words.interpreter) } }
                }
            }
        }
    }

    /// For whom, in the provider's words if they label nobody, otherwise in the words of the chain.
    private func audience(_ language: Language) -> String {
        if let own = FamilyWords.shown(offer.audience) { return own }
        let vocabulary = Vocabulary(language)
        let groups = TargetGroup.allCases.filter { offer.targetGroups.contains($0) && $0 != .professionals }
        return Formats(language).list(groups.map { vocabulary[$0] })
    }

    private func times(_ h: HTML) {
        h.section(.labelledBy("zeiten")) {
            h.h2(words.times, .id("zeiten"))
            if offer.allSchedules.isEmpty { h.p(words.timesUnknown) }
            if !offer.schedules.isEmpty {
                h.ul(.lang(h.language == .english ? "de" : nil)) {
                    for schedule in offer.schedules { h.li(schedule.words) }
                }
            }
            capacity(h)
            let dates = model.nextDates(5)
            if !dates.isEmpty {
                h.h3(words.nextDates)
                h.ul(.class("dates")) { for date in dates { h.li { dateLine(h, date) } } }
            }
        }
    }

    private func dateLine(_ h: HTML, _ date: Occurrence) {
        h.icon(.calendar)
        h.time(.attribute("datetime", date.day.description)) { h.text(h.formats.longDay(date.day)) }
        if let from = date.from {
            let start = h.formats.time(hour: from.hour, minute: from.minute)
            let end = date.to.map { " – " + h.formats.time(hour: $0.hour, minute: $0.minute) } ?? ""
            h.span(start + end, .class("muted"))
        }
    }

    private func capacity(_ h: HTML) {
        // Older numbers of free places would only mislead.
        guard let capacity = offer.capacity, let day = capacity.asOf,
            model.today.daysSince1970 - day.daysSince1970 <= 180
        else { return }
        if let free = capacity.free {
            h.p(words.free(free, in: h.language).filled(["day": h.formats.day(day)]))
        }
        if let weeks = capacity.waitingWeeks, weeks > 0, capacity.free ?? 0 == 0 {
            h.p(words.waiting(weeks, in: h.language))
        }
    }

    // MARK: Before and after

    /// The chain goes on: offers that come before and after this one.
    private func chain(_ h: HTML) {
        let before = model.offers(offer.followsOn)
        let after = model.offers(offer.leadsTo)
        guard !before.isEmpty || !after.isEmpty else { return }
        h.section(.labelledBy("weg")) {
            h.h2(words.chainTitle, .id("weg"))
            h.timeline(
                before.map { item(words.before, $0, h.formats) }
                    + [TimelineItem(when: offer.ageRange.map(h.formats.ages) ?? "", title: offer.title, mark: .now)]
                    + after.map { item(words.after, $0, h.formats) })
        }
    }

    private func item(_ when: String, _ detail: OfferDetail, _ formats: Formats) -> TimelineItem {
        TimelineItem(
            when: when, title: detail.offer.title,
            text: [detail.offer.ageRange.map(formats.ages) ?? "", detail.town].filter { !$0.isEmpty }.joined(
                separator: " · "),
            link: PortalPaths.offer.link(detail.offer.id.text))
    }

    // MARK: Where and whom

    private func places(_ h: HTML) {
        guard !model.detail.places.isEmpty else { return }
        h.section(.class("panel"), .labelledBy("orte")) {
            h.h2(words.places, .id("orte"))
            for (index, place) in model.detail.places.prefix(20).enumerated() { site(h, place, number: index + 1) }
            map(h)
        }
    }

    private func site(_ h: HTML, _ place: OfferDetail.Place, number: Int) {
        let facility = place.facility
        h.div(.class("siteitem")) {
            h.icon(.place)
            h.div {
                h.address {
                    if !facility.name.isEmpty {
                        h.strong(facility.name)
                        h.br()
                    }
                    if facility.isAddressConfidential {
                        h.text(words.confidential)
                    } else if !facility.street.isEmpty {
                        h.text(facility.street)
                        h.br()
                    }
                    h.text([facility.postcode, facility.town].filter { !$0.isEmpty }.joined(separator: " "))
                }
                if !place.site.note.isEmpty { h.p(place.site.note, .class("small")) }
                for schedule in place.site.schedules { h.p(schedule.words, .class("small")) }
                access(h, facility)
            }
        }
    }

    private func access(_ h: HTML, _ facility: Facility) {
        let vocabulary = Vocabulary(h.language)
        let features = AccessibilityFeature.allCases.filter(facility.accessibility.contains).map { vocabulary[$0] }
        h.p(.class("small")) {
            h.strong(words.access + ": ")
            h.text(features.isEmpty ? words.accessUnknown : features.joined(separator: ", "))
        }
        if !facility.accessibilityNote.isEmpty { h.p(facility.accessibilityNote, .class("small")) }
    }

    private func map(_ h: HTML) {
        let points = model.detail.places.enumerated().compactMap { index, place in
            place.facility.coordinate.map { MapPoint(index + 1, place.facility.name, $0) }
        }
        guard !points.isEmpty else { return }
        h.pointMap(PointMap(words.map, points: points, areas: MapGround.areas(model.tree)))
    }

    private func contact(_ h: HTML) {
        let contacts = offer.contacts + model.detail.places.compactMap(\.site.contact)
        guard !contacts.isEmpty || offer.registration.phone != nil else { return }
        h.section(.class("panel"), .labelledBy("kontakt")) {
            h.h2(words.contact, .id("kontakt"))
            if let phone = offer.registration.phone { contactLine(h, .phone, phone, Contact.call(phone)) }
            for contact in contacts {
                if !contact.label.isEmpty { h.p { h.strong(contact.label) } }
                if let phone = contact.phone { contactLine(h, .phone, phone, Contact.call(phone)) }
                if let email = contact.email { contactLine(h, .mail, email, Contact.write(email)) }
            }
        }
    }

    private func contactLine(_ h: HTML, _ icon: Icon, _ text: String, _ link: Link?) {
        h.p(.class("row")) {
            h.icon(icon)
            if let link { h.a(.href(link)) { breakable(h, text) } } else { h.text(text) }
        }
    }

    /// A mail address may break behind its @.
    private func breakable(_ h: HTML, _ text: String) {
        let parts = text.split(separator: "@", maxSplits: 1)
        h.text(String(parts[0]) + (parts.count > 1 ? "@" : ""))
        if parts.count > 1 {
            h.wbr()
            h.text(String(parts[1]))
        }
    }

    // MARK: Origin

    private func origin(_ h: HTML) {
        h.section(.class("origin"), .labelledBy("herkunft")) {
            h.h2(words.source, .id("herkunft"), .class("h3"))
            h.checkedLine(
                CheckedMark(
                    offer.check?.on, by: offer.check.map { checker($0.by) },
                    isOverdue: offer.freshness(on: model.today) >= .stale))
            for source in offer.sources {
                h.sourceNote(
                    SourceNote([source.document, source.section].filter { !$0.isEmpty }.joined(separator: ", ")))
            }
            h.p(.class("row no-print")) {
                h.span(words.reportText, .class("muted"))
                h.a(words.report, .href(.to(PortalPaths.feedback.pattern, query: [("angebot", offer.id.text)])))
            }
        }
    }

    private func checker(_ checker: OfferCheck.Checker) -> String {
        switch checker {
        case .provider: words.checkedBy.provider
        case .town: words.checkedBy.town
        case .phone: words.checkedBy.phone
        }
    }
}
