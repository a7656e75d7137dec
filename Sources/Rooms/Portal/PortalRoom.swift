package import Areas
package import Design
package import Offers
package import Storage
package import Texts
package import Web

/// Familien-Informationsportal: families find offers by the child's age, place, need and language.
package struct PortalRoom: Room {
    package static let name = "portal"

    let finder: OfferFinder
    let offers: OfferStore
    let areas: AreaDirectory
    let feedback: FeedbackStore
    /// Where searches that found nothing are counted.
    let signals: SearchSignalStore
    let facts: OperatorFacts
    /// Version of the program, shown beside its source code.
    let version: String

    /// - Parameter signals: the house's one store, where others read it as well.
    package init(
        finder: OfferFinder, offers: OfferStore, areas: AreaDirectory, database: Database,
        signals: SearchSignalStore? = nil, facts: OperatorFacts = OperatorFacts(), version: String = ""
    ) {
        self.finder = finder
        self.offers = offers
        self.areas = areas
        feedback = FeedbackStore(database: database)
        self.signals = signals ?? SearchSignalStore(database: database)
        self.facts = facts
        self.version = version
    }

    func texts(_ language: Language) -> PortalTexts { PortalTexts.catalogue[language] }

    package func navigation(_ language: Language, _ account: Account?) -> [NavigationItem] {
        let texts = texts(language)
        return [NavigationItem(key: "offers", title: texts.nav.offers, link: PortalPaths.offers.link())]
    }

    package func addRoutes(to routes: inout RouteTable) {
        routes.get("/", allow: .everyone, startPage)
        routes.post(PortalPaths.search.pattern, allow: .everyone, bodyLimit: 16_384, search)
        routes.get(PortalPaths.search.pattern, allow: .everyone) { visit in
            .redirect(to: PortalQuestion(visit.query).link, in: visit.language)
        }
        routes.get(PortalPaths.offers.pattern, allow: .everyone, resultsPage)
        routes.get(PortalPaths.offer.pattern, allow: .everyone, offerPage)
        routes.get(PortalPaths.stage.pattern, allow: .everyone, stagePage)
        addPages(to: &routes)
        addFeedback(to: &routes)
    }
}
