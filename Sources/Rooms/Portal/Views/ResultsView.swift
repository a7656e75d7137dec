import Areas
import Design
import HTML
import Offers
import Prevention
import Texts
import Web

/// Trefferliste with filters and a map of the same places.
struct ResultsView {
    let texts: PortalTexts
    let model: ResultsModel

    private var question: PortalQuestion { model.question }
    private var results: OfferResults { model.results }

    func write(_ h: HTML) {
        h.h1(title(in: h.language))
        asked(h)
        hints(h)
        let points = points
        h.div(.class(points.isEmpty ? "results nomap" : "results")) {
            FilterView(texts: texts.results, question: question, facets: results.facets, tree: model.tree).write(h)
            h.section(.label(texts.results.list)) {
                if results.total == 0 { nothing(h) } else { list(h) }
            }
            map(h, points)
        }
    }

    /// The finding: how many offers, for whom, where.
    func title(in language: Language) -> String {
        let count = results.total == 0 ? texts.results.none : texts.results.title(results.total, in: language)
        return ([count] + [agePhrase(language), placePhrase].compactMap { $0 }).joined(
            separator: language == .easyGerman ? ". " : " ")
    }

    private func agePhrase(_ language: Language) -> String? {
        if let age = question.age {
            if age.months < 0 { return texts.results.forPregnancy }
            if age.months == 0 { return texts.results.forBirth }
            let formats = Formats(language)
            return texts.results.forAge.filled([
                "age": language == .easyGerman ? formats.age(age) : formats.atAge(age)
            ])
        }
        return question.stage.map { "– " + Vocabulary(language)[$0] }
    }

    private var placePhrase: String? {
        guard let place = model.place else { return nil }
        let isKreis = place.label.hasPrefix("Kreis ")
        return (isKreis ? texts.results.inKreis : texts.results.inPlace).filled(["place": place.label])
    }

    private func asked(_ h: HTML) {
        var parts: [String] = []
        if let age = question.age { parts.append(age.months < 0 ? texts.start.pregnant : h.formats.age(age)) }
        if let stage = question.stage { parts.append(Vocabulary(h.language)[stage]) }
        if !question.place.isEmpty { parts.append(model.place?.label ?? question.place) }
        if !question.text.isEmpty { parts.append("„\(question.text)“") }
        let understood = results.understood
        if let place = understood.place { parts.append(place) }
        if let age = understood.age { parts.append(h.formats.age(age)) }
        h.p(.class("asked muted")) {
            h.span(texts.results.asked + " " + (parts.isEmpty ? texts.results.all : parts.joined(separator: " · ")))
            h.a(.class("btn btn-3 sm no-print"), .href(.to("/", query: question.keptPairs, fragment: "suche"))) {
                h.icon(.edit)
                h.text(texts.results.change)
            }
        }
    }

    private func hints(_ h: HTML) {
        if question.hasBadAge { h.alert(.warning, texts.results.badAge) }
        switch model.answer {
        case .ambiguous(let places)?:
            placeAlert(h, texts.results.placeAmbiguous.filled(["place": question.place]), places)
        case .unknown(let places)?:
            let sentence = texts.results.placeUnknown.filled(["place": question.place])
            placeAlert(h, places.isEmpty ? sentence : sentence + " " + texts.results.placeMeant, places)
        default: break
        }
        if !results.corrections.isEmpty {
            h.alert(.info) {
                h.text(texts.results.corrections + " ")
                for (index, word) in results.corrections.prefix(3).enumerated() {
                    if index > 0 { h.text(", ") }
                    h.a(word, .href(question.with { $0.text = word }.link))
                }
            }
        }
    }

    private func placeAlert(_ h: HTML, _ sentence: String, _ places: [Place]) {
        h.alert(.warning) {
            h.text(sentence)
            for (index, place) in places.prefix(5).enumerated() {
                h.text(index == 0 ? " " : ", ")
                h.a(place.label, .href(question.with { $0.place = place.area.key.text }.link))
            }
        }
    }

    // MARK: List

    private func list(_ h: HTML) {
        orders(h)
        h.ol(.class("hits"), .attribute("start", "\(model.number(0))")) {
            for (index, hit) in results.items.enumerated() {
                h.li { card(hit, number: model.number(index)).write(h) }
            }
        }
        h.pagination(page: results.page, of: results.pageCount) { page in
            var other = question
            other.page = page
            return other.link
        }
    }

    private func card(_ hit: OfferHit, number: Int?, remark: String? = nil) -> OfferCard {
        OfferCard(
            texts: texts, summary: hit.summary, number: number, place: model.placeWords(hit.summary),
            distanceKilometres: hit.distanceKilometres,
            age: question.age, remark: remark, now: model.now, isOnMap: model.spot(hit.summary) != nil)
    }

    private func orders(_ h: HTML) {
        let words = texts.results.orders
        var orders: [(OfferQuery.Order, String)] = [(.relevance, words.relevance)]
        if model.place?.coordinate != nil { orders.append((.distance, words.distance)) }
        orders += [(.nextDate, words.nextDate), (.title, words.title)]
        h.nav(.class("orders no-print"), .label(texts.results.order)) {
            let order = texts.results.order
            h.span(order.hasSuffix("?") ? order : order + ":", .class("muted"))
            for (order, title) in orders {
                h.a(
                    title, .href(question.with { $0.order = order }.link),
                    .current(order == question.order ? "true" : nil))
            }
        }
    }

    // MARK: Nothing found

    private func nothing(_ h: HTML) {
        h.emptyState(texts.results.emptyTitle, texts.results.emptyText) { ways(h) }
        guard !results.alternatives.isEmpty else { return }
        h.h2(texts.results.alternatives)
        h.ol(.class("hits")) {
            for (index, alternative) in results.alternatives.enumerated() {
                h.li { card(alternative.hit, number: index + 1, remark: remark(alternative.relaxed)).write(h) }
            }
        }
    }

    private func ways(_ h: HTML) {
        if question.hasFilters {
            h.linkButton(texts.results.emptyNoFilter, to: question.withoutFilters.link, .confirm, isSmall: true)
        }
        if !question.place.isEmpty {
            h.linkButton(texts.results.emptyWide, to: question.with { $0.place = "" }.link, isSmall: true)
        }
        if !question.text.isEmpty {
            h.linkButton(texts.results.emptyNoText, to: question.with { $0.text = "" }.link, isSmall: true)
        }
        if question.age != nil {
            h.linkButton(texts.results.emptyAnyAge, to: question.with { $0.age = nil }.link, isSmall: true)
        }
        h.linkButton(texts.results.emptyStart, to: .to("/"), isSmall: true)
    }

    private func remark(_ relaxed: OfferAlternative.Relaxed) -> String {
        let words = texts.results.relaxed
        return switch relaxed {
        case .place: words.place
        case .age: words.age
        case .text: words.text
        case .day: words.day
        case .cost: words.cost
        case .language: words.language
        case .other: words.other
        }
    }

    // MARK: Map

    private var shownHits: [OfferHit] { results.total > 0 ? results.items : results.alternatives.map(\.hit) }

    /// Numbered places; none where all offers would lie on one another in the middle of a town.
    private var points: [MapPoint] {
        let hasOwnPlaces = shownHits.contains { $0.summary.coordinate != nil }
        guard hasOwnPlaces || Set(shownHits.compactMap { model.spot($0.summary) }).count > 1 else { return [] }
        return shownHits.enumerated().compactMap { index, hit in
            model.spot(hit.summary).map {
                let number = results.total > 0 ? model.number(index) : index + 1
                return MapPoint(number, hit.summary.title, $0, link: .fragment("treffer-\(number)"))
            }
        }
    }

    private func map(_ h: HTML, _ points: [MapPoint]) {
        guard !points.isEmpty else { return }
        h.div(.class("aside")) {
            h.pointMap(
                PointMap(
                    texts.results.map, points: points, areas: MapGround.areas(model.tree), home: model.place?.coordinate
                ))
            if shownHits.contains(where: { $0.summary.coordinate == nil }) {
                h.p(texts.results.mapCentre, .class("tiny muted"))
            }
        }
    }
}

/// Names of towns and districts below the places of a map.
enum MapGround {
    /// Areas with a centre, larger ones first, so that their names find room first.
    static func areas(_ tree: AreaTree) -> [MapArea] {
        tree.areas.filter { $0.level != .land && $0.level != .kreis }.sorted {
            ($0.level, $0.name) < ($1.level, $1.name)
        }
        .compactMap { area in area.center.map { MapArea(area.name, centre: $0) } }
    }
}
