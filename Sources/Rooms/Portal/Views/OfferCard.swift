import Design
import HTML
import Offers
import Prevention
import Texts
import Web

/// Karte of one offer in a list.
struct OfferCard {
    let texts: PortalTexts
    let summary: OfferSummary
    /// The number that the map shows too; `nil` outside numbered lists.
    var number: Int?
    /// Where it is, in words.
    var place = ""
    var distanceKilometres: Double?
    /// The child's age that was asked for.
    var age: AgeInMonths?
    /// Why an alternative does not fit entirely.
    var remark: String?
    let now: Instant

    func write(_ h: HTML) {
        h.card(number == nil ? nil : "offer") {
            if let number { h.span(h.formats.number(number), .class(isOnMap ? "pin" : "pin out"), .hidden()) }
            h.h2(.class("h3"), .id(number.map { "treffer-\($0)" })) {
                h.a(summary.title, .href(PortalPaths.offer.link(summary.id.text)))
            }
            if let range = summary.ageRange { h.ageRow(range, marker: age) }
            if let words = FamilyWords.shown(summary.summary) { h.p(words) }
            h.facts(facts(h.formats))
            badges(h)
        }
    }

    var isOnMap = true

    private func facts(_ formats: Formats) -> [(icon: Icon, text: String)] {
        var facts: [(icon: Icon, text: String)] = []
        let place = [
            distanceKilometres.map { formats.distance(metres: $0 * 1_000) },
            place,
        ].compactMap { $0 }.filter { !$0.isEmpty }
        if !place.isEmpty { facts.append((.place, place.joined(separator: ", "))) }
        if summary.isFree { facts.append((.money, texts.card.free)) }
        if summary.languages.contains(where: { $0 != "de" }) {
            let names = summary.languages.map { LanguageNames.name(of: $0, in: formats.language) }
            facts.append((.speech, names.prefix(4).joined(separator: ", ") + (names.count > 4 ? " …" : "")))
        }
        if let next = summary.schedules.filter({ $0.purpose == .session }).nextOccurrence(after: now) {
            facts.append((.clock, texts.card.next.filled(["day": when(next, formats)])))
        }
        if !Provider.isUnnamed(summary.providerName) { facts.append((.people, summary.providerName)) }
        return facts
    }

    private func when(_ next: Occurrence, _ formats: Formats) -> String {
        let today = now.berlinDay
        let day =
            next.day == today
            ? texts.card.today : next.day == today.adding(days: 1) ? texts.card.tomorrow : shortDay(next.day, formats)
        return next.from.map { "\(day), \(formats.time(hour: $0.hour, minute: $0.minute))" } ?? day
    }

    private func shortDay(_ day: Day, _ formats: Formats) -> String {
        let words = formats.longDay(day)
        return day.year == now.berlinDay.year ? String(words.dropLast(5)) : words
    }

    private func badges(_ h: HTML) {
        h.p(.class("row small")) {
            if let remark { h.badge(remark, .warning, icon: .info) }
            if summary.status == .paused { h.badge(texts.card.paused, .warning) }
            FreshnessBadge(texts: texts.card, freshness: summary.freshness).write(h)
            if summary.registration == .notNeeded { h.badge(texts.card.noRegistration) }
            if summary.ageRange == nil { h.badge(texts.card.allAges) }
            if summary.isInvented { h.badge(texts.card.invented) }
        }
    }
}

/// How far one may rely on an entry.
struct FreshnessBadge {
    let texts: PortalTexts.Card
    let freshness: Freshness

    func write(_ h: HTML) {
        switch freshness {
        case .fresh: h.badge(texts.fresh, .good)
        case .ageing: h.badge(texts.ageing, icon: .clock)
        case .stale, .expired: h.badge(texts.stale, .warning)
        case .unconfirmed: h.badge(texts.unconfirmed, icon: .question)
        }
    }
}
