import Design
import Hummingbird
import Prevention
import Texts

extension HouseResponder {
    /// The public page at an address (with the prefix of its language), as a visitor without an account sees it.
    ///
    /// - Returns: the HTML; `nil` if the address is unclean, leads nowhere, needs an account or is no page.
    /// - Throws: what the page's handler throws, `NotFound` among it.
    package func publicPage(_ address: String) async throws -> [UInt8]? {
        guard let answer = try await publicAnswer(address) else { return nil }
        let isPage = answer.headers.contains { $0.0.lowercased() == "content-type" && $0.1.hasPrefix("text/html") }
        return isPage && answer.status == 200 ? answer.body : nil
    }

    /// What a visitor without an account is given at an address, page or file.
    ///
    /// - Returns: `nil` if the address is unclean, leads nowhere or needs an account.
    /// - Throws: what the handler throws, `NotFound` among it.
    package func publicAnswer(_ address: String) async throws -> Answer? {
        guard let target = try? RequestTarget(address),
            case .route(let route, let places) = matcher.find("GET", target.segments), route.access == .everyone
        else { return nil }
        var visit = Visit(
            method: "GET", path: target.path, query: try Fields(form: target.query), parameters: places,
            language: target.language, now: clock.now(), requestID: ID<Visit>().text,
            frame: frame(target.language, target.encodedPath, target.query))
        visit.frame.styles = route.styles
        return try await route.handler(visit)
    }
}
