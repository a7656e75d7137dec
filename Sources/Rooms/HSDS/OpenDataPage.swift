import Design
import HTML
import Texts
import Web

/// The sentences of the page about open data.
struct OpenDataTexts: Decodable, Sendable {
    struct Columns: Decodable, Sendable {
        let what, address: String
    }

    let title, lead, interface, interfaceText, caption, hidden, hiddenText, licence, licenceText: String
    let `private`, privateText: String
    let columns: Columns
    let rows: [String: String]
}

/// `GET /offene-daten/angebote`
func openDataPage(_ visit: Visit, _ texts: OpenDataTexts) -> Answer {
    visit.page(PageHead(texts.title, description: texts.lead, section: "open-data")) { h in
        h.header {
            h.h1(texts.title)
            h.p(texts.lead, .class("lead"))
        }
        h.h2(texts.interface)
        h.p(texts.interfaceText)
        let lists = FeedList.allCases.map { ($0.rawValue, "/hsds/v3/" + $0.rawValue) }
        let addresses =
            [("root", "/hsds/v3")] + lists + [("openapi", "/hsds/v3/openapi.json"), ("profile", "/hsds/profil")]
        h.dataTable(
            DataTable(
                texts.caption, columns: [Column(texts.columns.what), Column(texts.columns.address)],
                rows: addresses.map { [.text(texts.rows[$0.0] ?? $0.0), .link($0.1, .file($0.1))] }))
        for (title, text) in [
            (texts.private, texts.privateText), (texts.hidden, texts.hiddenText), (texts.licence, texts.licenceText),
        ] {
            h.h2(title)
            h.p(text)
        }
    }
}
