import Design
import Foundation
import HTML
import Texts

/// Fehlerseiten: every refusal in the house's look, saying what happened and what to do.
struct ErrorPages {
    let frame: Frame
    let requestID: String

    /// The page of a refusal; never a word about the inside of the house.
    func page(_ refusal: Refusal) -> Answer {
        guard let texts = try? WebTexts.of(frame.language) else { return Self.bare(refusal) }
        let text = texts.errors[refusal.status]
        let reason = refusal.message ?? refusal.reason.map { texts.reasons[$0] }
        let body = Shell.render(PageHead(text.title), frame) { h in
            h.h1(text.title)
            h.p(reason ?? text.what)
            if reason == nil { h.p(text.advice) }
            h.p {
                if refusal.reason == .signInFirst {
                    h.a(texts.signIn, .href(.to("/anmelden")))
                } else {
                    h.a(texts.startPage, .href(.to("/")))
                }
            }
            h.p(texts.requestNumber.filled(["id": requestID]), .class("hint"))
        }
        return Answer(
            status: refusal.status, contentType: "text/html; charset=utf-8", headers: refusal.headers, body: body)
    }

    /// The refusal for programs (RFC 9457).
    func problem(_ refusal: Refusal) -> Answer {
        struct Problem: Encodable {
            let type = "about:blank"
            let title: String
            let status: Int
            let detail: String
            let requestId: String
        }
        let texts = try? WebTexts.of(frame.language)
        let text = texts?.errors[refusal.status]
        let detail = refusal.message ?? refusal.reason.flatMap { texts?.reasons[$0] } ?? text?.what ?? ""
        let problem = Problem(
            title: text?.title ?? "", status: refusal.status, detail: detail, requestId: requestID)
        guard let data = try? JSONEncoder().encode(problem) else { return Self.bare(refusal) }
        return Answer(
            status: refusal.status, contentType: "application/problem+json", headers: refusal.headers,
            body: [UInt8](data))
    }

    /// The last resort: plain text.
    static func bare(_ refusal: Refusal) -> Answer {
        Answer(
            status: refusal.status, contentType: "text/plain; charset=utf-8", headers: refusal.headers,
            body: Array("\(refusal.status)\n".utf8))
    }
}
