package import Areas
package import Design
import HTML
package import Offers
package import Texts
package import Web

/// Register: providers, facilities and offers as editors and providers look after them.
package struct RegisterRoom: Room {
    package static let name = "register"
    private let desk: RegisterDesk

    /// - Throws: if the texts in the binary cannot be read.
    package init(offers: OfferStore, areas: AreaDirectory, checks: CheckMail) throws {
        desk = RegisterDesk(
            offers: offers, areas: areas,
            texts: try TextCatalogue(german: PackageResources.de_json, [.english: PackageResources.en_json]),
            checks: checks)
    }

    package func addRoutes(to routes: inout RouteTable) {
        WorklistRoutes(desk: desk).add(to: &routes)
        OfferRoutes(desk: desk).add(to: &routes)
        StateRoutes(desk: desk).add(to: &routes)
        ProviderRoutes(desk: desk).add(to: &routes)
        LinkRoutes(desk: desk).add(to: &routes)
        FacilityRoutes(desk: desk).add(to: &routes)
        ProposalRoutes(desk: desk).add(to: &routes)
        PersonalRoutes(desk: desk).add(to: &routes)
    }

    package func navigation(_ language: Language, _ account: Account?) -> [NavigationItem] {
        guard let account, account.holds(anyOf: Caller.all) else { return [] }
        let title = desk.texts[language].worklist.navigation
        return [NavigationItem(key: Self.name, title: title, link: RegisterPath.list.link())]
    }
}
