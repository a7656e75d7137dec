package import Design
import HTML
package import Mail
import Prevention
package import Texts
package import Web

/// Poststelle: what the house has sent, for those who run it; in development also what it would have sent.
package struct MailroomRoom: Room {
    package static let name = "mailroom"
    private let queue: MailQueue
    private let outbox: Outbox

    package init(queue: MailQueue, outbox: Outbox) {
        self.queue = queue
        self.outbox = outbox
    }

    package func addRoutes(to routes: inout RouteTable) {
        routes.get(MailroomPath.outbox.pattern, allow: .development, showOutbox)
        routes.get(MailroomPath.filed.pattern, allow: .development, showFiled)
        routes.get(MailroomPath.undelivered.pattern, allow: .roles([.administrator]), showUndelivered)
        routes.get(MailroomPath.again.pattern, allow: .roles([.administrator]), askAgain)
        routes.post(MailroomPath.again.pattern, allow: .roles([.administrator]), sendAgain)
    }

    package func navigation(_ language: Language, _ account: Account?) -> [NavigationItem] {
        guard account?.holds(anyOf: [.administrator]) == true else { return [] }
        let title = MailroomTexts.catalogue[language].undelivered.navigation
        return [NavigationItem(key: Self.name, title: title, link: MailroomPath.undelivered.link())]
    }

    /// `GET /-/postausgang`
    @Sendable private func showOutbox(_ visit: Visit) -> Answer {
        outboxPage(visit, outbox.entries(), MailroomTexts.catalogue[visit.language])
    }

    /// `GET /-/postausgang/0f3c….eml`
    @Sendable private func showFiled(_ visit: Visit) throws -> Answer {
        guard let mail = outbox.entry(named: visit.parameters["name"] ?? "") else { throw NotFound() }
        return filedPage(visit, mail, MailroomTexts.catalogue[visit.language])
    }

    /// `GET /poststelle`
    @Sendable private func showUndelivered(_ visit: Visit) async throws -> Answer {
        let items = try await queue.items(in: [.failed, .uncertain])
        let counts = try await queue.counts()
        return undeliveredPage(visit, items, counts, MailroomTexts.catalogue[visit.language])
    }

    /// `GET /poststelle/7…/neuer-versand`
    @Sendable private func askAgain(_ visit: Visit) async throws -> Answer {
        let id = try visit.id(of: Mail.self)
        guard let item = try await queue.items(in: [.failed, .uncertain], limit: 10_000).first(where: { $0.id == id })
        else { throw NotFound() }
        return againPage(visit, item, MailroomTexts.catalogue[visit.language])
    }

    /// `POST /poststelle/7…/neuer-versand`
    @Sendable private func sendAgain(_ visit: Visit) async throws -> Answer {
        guard let account = visit.account else { throw Forbidden() }
        guard try await queue.sendAgain(try visit.id(of: Mail.self), by: account.auditActor) else { throw Conflict() }
        return .redirect(to: MailroomPath.undelivered.link(), in: visit.language)
    }
}

/// Addresses of the room.
enum MailroomPath {
    static let outbox = Path("/-/postausgang")
    static let filed = Path("/-/postausgang/{name}")
    static let undelivered = Path("/poststelle")
    static let again = Path("/poststelle/{id}/neuer-versand")
}
