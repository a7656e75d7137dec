package import Foundation
package import Prevention
import Storage
package import Transfers

/// Katalog der Kettenglieder: which links a chain has and which practices belong to each; the project's own
/// classification of the sources, written down in `Examples/exchange`.
package struct LinkCatalogue: Sendable {
    /// Kettenglied mit seinen Belegen.
    package struct Link: Hashable, Sendable {
        package let slug: String
        package let title: String
        package let obligation: LinkType.Obligation
        package let stage: LifeStage
        package let field: FieldOfAction
        /// Slugs of practices; each belongs to one link only.
        package let practices: [String]
        /// Keys of offers that show that the link has been introduced.
        package let offers: [String]
        /// Keys of goals that name the link as planned.
        package let goals: [String]

        /// The same on every instance.
        package var id: ID<LinkType> { ID(.modelProject, name: "link/" + slug) }
        package var type: LinkType { LinkType(id: id, obligation: obligation) }
    }

    /// Along the path of the child.
    package let links: [Link]
    /// Practices that the source calls planned or without results yet.
    package let notYetRunning: Set<String>

    /// - Parameter folder: `Examples/exchange`.
    /// - Throws: `ModelProjectError` naming the file and what is wrong with it.
    package init(folder: URL) throws {
        let source: SourceLinks = try SourceFolder(url: folder).read("links.json")
        links = try source.links.map { link in
            guard let obligation = LinkType.Obligation(rawValue: link.obligation),
                let stage = LifeStage(rawValue: link.lifeStage), let field = FieldOfAction(rawValue: link.field)
            else {
                throw ModelProjectError.unreadable(
                    folder.appending(path: "links.json").path,
                    "\(link.slug): obligation, lifeStage oder field ist kein Wort des Hauses.")
            }
            return Link(
                slug: link.slug, title: link.title, obligation: obligation, stage: stage, field: field,
                practices: link.practices, offers: link.offers, goals: link.goals)
        }
        notYetRunning = Set(source.notYetRunning)
    }

    package func link(_ id: ID<LinkType>) -> Link? { links.first { $0.id == id } }

    /// The link that a practice belongs to.
    package func link(ofPractice slug: String) -> Link? { links.first { $0.practices.contains(slug) } }
}

private struct SourceLinks: Decodable {
    struct Link: Decodable {
        let slug, title, obligation, lifeStage, field: String
        let practices, offers, goals: [String]
    }

    let notYetRunning: [String]
    let links: [Link]
}
