import Design
import HTML
package import Print
import Texts
package import Web

/// Druckerei: any public page of the house as an accessible PDF file.
package struct PressroomRoom: Room {
    /// The public page at an address with its language's prefix; `nil` if there is none.
    package typealias PageSource = @Sendable (_ address: String) async throws -> [UInt8]?

    package static let name = "pressroom"
    private let engine: PrintEngine
    private let page: PageSource

    package init(engine: PrintEngine, page: @escaping PageSource) {
        self.engine = engine
        self.page = page
    }

    package func addRoutes(to routes: inout RouteTable) {
        routes.get(PdfLink.path, allow: .everyone, show)
    }

    /// `GET /-/pdf?seite=/angebote/7…`
    @Sendable private func show(_ visit: Visit) async throws -> Answer {
        guard let address = visit.query.text(PdfLink.field), address.hasPrefix("/"),
            let bytes = try await page(visit.language.pathPrefix + address)
        else { throw NotFound() }
        let result = await engine.pdf(from: bytes, styleSheet: Assets.printStyleSheet)
        if case .pdf(let bytes) = result {
            return .download(bytes, name: Self.fileName(address), contentType: "application/pdf")
        }
        return problem(visit, result, back: .to(address))
    }

    /// `/angebote/7?x=1` → `angebote-7.pdf`
    private static func fileName(_ address: String) -> String {
        let segments = address.prefix { $0 != "?" }.split(separator: "/")
        return (segments.isEmpty ? "start" : segments.joined(separator: "-")) + ".pdf"
    }

    private func problem(_ visit: Visit, _ result: PrintResult, back: Link) -> Answer {
        let texts = PressroomTexts.catalogue[visit.language]
        // Not installed is no fault: the page explains the way by the browser.
        let status =
            switch result {
            case .pdf, .notInstalled: 200
            case .failed(.busy), .failed(.timeOut): 503
            case .failed(.tooLarge): 413
            case .failed(.notSelfContained), .failed(.program): 502
            }
        return visit.page(PageHead(texts.title, isPrivate: true), status: status) { h in
            h.h1(texts.title)
            h.alert(status == 200 ? .info : .warning, result.message(in: visit.language) ?? "")
            h.p { h.a(texts.back, .href(back)) }
        }
    }
}

/// Sätze der Druckerei.
struct PressroomTexts: Decodable, Sendable {
    let title, back: String

    static let catalogue = TextCatalogue<PressroomTexts>(
        embedded: PackageResources.de_json, [.english: PackageResources.en_json])
}
