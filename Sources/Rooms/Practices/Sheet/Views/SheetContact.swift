import Design
import HTML
import Practice
import Prevention
import QRCode
import Texts

/// Fuß der Rückseite: whom to ask, the way to the live record, and where it all comes from.
extension SheetView {
    func contact(_ h: HTML) {
        h.section(.class("leaf-contact")) {
            h.div(.class("leaf-qr")) { qr(h) }
            h.div {
                heading(h, texts.contact, icon: .speech)
                let lines = [practice.contact.role, practice.contact.office].filter { !$0.isBlank }
                h.p(lines.isEmpty ? texts.contactUnknown : lines.joined(separator: ", "))
                h.p {
                    h.b(texts.status + ": ")
                    h.text([state, sheet.statusWhy.text].filter { !$0.isEmpty }.joined(separator: ". "))
                }
            }
            h.div {
                if facts.hasExchange {
                    h.p { h.a(texts.request, .class("leaf-ask"), .href(request)) }
                    h.p(texts.requestHint)
                }
                h.p(.class("leaf-record")) {
                    h.text(texts.record + ": ")
                    h.a(shortAddress, .href(record))
                }
            }
        }
    }

    private var record: Link { .to("/praxis/" + facts.entry.slug) }
    private var request: Link { .to("/boerse/gesuche/neu", query: [("praxis", facts.entry.slug)]) }

    /// Without the scheme, as people write it.
    private var shortAddress: String {
        let address = facts.address.isEmpty ? record.address() : facts.address
        return String(address.trimmingPrefix("https://").trimmingPrefix("http://"))
    }

    private var state: String {
        let name =
            switch practice.status {
            case .pilot: "pilot"
            case .rollout: "rollout"
            case .standard: "standard"
            case .notStated: "not_stated"
            case .ended: "ended"
            case .failed: "failed"
            }
        return texts.states[name] ?? ""
    }

    private func qr(_ h: HTML) {
        guard !facts.address.isEmpty, let code = QRCode(facts.address) else { return }
        let side = code.side + 8
        h.svg(
            .attribute("viewBox", "0 0 \(side) \(side)"), .role("img"),
            .label(texts.qr.filled(["address": facts.address])), .attribute("shape-rendering", "crispEdges")
        ) {
            h.rect(.attribute("width", "\(side)"), .attribute("height", "\(side)"), .attribute("fill", "#fff")) {}
            h.path(.attribute("d", Self.drawing(of: code)), .attribute("fill", "#000")) {}
        }
    }

    /// One piece for each run of dark modules in a row, inside the light margin of four.
    private static func drawing(of code: QRCode) -> String {
        var path = ""
        for (y, row) in code.rows.enumerated() {
            var x = 0
            while x < row.count {
                let length = row[x...].prefix { $0 == row[x] }.count
                if row[x] { path += "M\(x + 4),\(y + 4)h\(length)v1h-\(length)z" }
                x += length
            }
        }
        return path
    }

    func sources(_ h: HTML) {
        guard !sheet.sources.shown.isEmpty || sheet.sources.leftOut > 0 else { return }
        h.p(.class("leaf-sources")) {
            h.text(texts.sources + ": " + sheet.sources.shown.joined(separator: "; "))
            if sheet.sources.leftOut > 0 { h.text(" " + texts.more(sheet.sources.leftOut, in: language)) }
        }
    }
}
