import HTTPTypes
import Prevention
import Synchronization
import Texts

/// Fertige Seiten: public pages of the last second, for the many who ask for the same one at the same time.
///
/// A page is given again only while nothing has been written by this process since before it was made; what another
/// instance writes shows after a second. Only pages that are the same for everybody are kept: without cookies, without
/// a caching rule of their own, on routes open to everyone whose address is no secret.
final class FinishedPages: Sendable {
    private struct Kept {
        let answer: Answer
        let writes: Int
        /// By the house's clock, which tests move, and by the machine's, which nobody does.
        let day: Instant
        let moment: ContinuousClock.Instant
    }

    private struct State {
        var pages: [String: Kept] = [:]
        var size = 0
        var tidied = ContinuousClock.now
    }

    /// How long a page is good for.
    static let seconds = 1
    /// Most bytes kept, and of one page.
    static let most = 16 << 20
    static let mostOfOne = 256 << 10
    private let state = Mutex(State())

    /// Under which name a page may be kept; `nil` if it may be for this visitor alone.
    static func key(_ route: Route, _ facts: RequestFacts, _ target: RequestTarget) -> String? {
        guard route.method == "GET", route.access == .everyone, !route.pattern.contains("{token}"),
            facts.headers["cookie"] == nil, !target.isInterface
        else { return nil }
        return target.language.tag + target.encodedPath + "?" + target.query
    }

    /// The page, if it is still good.
    func answer(_ key: String, at now: Instant, writes: Int) -> Answer? {
        guard let kept = state.withLock({ $0.pages[key] }), kept.writes == writes,
            now >= kept.day, now < kept.day.adding(seconds: Self.seconds),
            ContinuousClock.now - kept.moment < .seconds(Self.seconds)
        else { return nil }
        return kept.answer
    }

    /// Keeps a page.
    ///
    /// - Parameter writes: the number of writes before the page was begun.
    func keep(_ answer: Answer, as key: String, at now: Instant, writes: Int) {
        guard answer.status == 200, answer.body.count <= Self.mostOfOne, !answer.has("Set-Cookie"),
            !answer.has("Cache-Control"), !answer.has("ETag"),
            answer.headers.contains(where: { $0.0 == "Content-Type" && $0.1.hasPrefix("text/html") })
        else { return }
        let tagged = answer.adding(("ETag", Dressing.tag(answer.body)))
        let kept = Kept(answer: tagged, writes: writes, day: now, moment: ContinuousClock.now)
        state.withLock { state in
            // What people have asked for stays no longer than it serves.
            if kept.moment - state.tidied >= .seconds(Self.seconds) {
                state.pages = state.pages.filter { kept.moment - $0.value.moment < .seconds(Self.seconds) }
                state.size = state.pages.values.reduce(0) { $0 + $1.answer.body.count }
                state.tidied = kept.moment
            }
            if state.size + answer.body.count > Self.most { state = State() }
            let old = state.pages.updateValue(kept, forKey: key)
            state.size += answer.body.count - (old?.answer.body.count ?? 0)
        }
    }
}
