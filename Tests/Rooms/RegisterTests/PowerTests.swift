import Offers
import Prevention
import RoomTesting
import Storage
import Testing
import Web

@testable import Register

/// A form as it stands on a page, with what it would send if nothing were typed.
private struct FoundForm {
    let address: String
    var fields: [(name: String, value: String)] = []
    /// Something each field takes.
    var samples: [String: String] = [:]

    /// The forms of a page that change something.
    static func all(in html: String) -> [FoundForm] {
        let page = Markup(html)
        return page.elements.indices.filter {
            page.elements[$0].name == "form" && page.elements[$0]["method"]?.lowercased() == "post"
        }.map { index in
            var form = FoundForm(address: page.elements[index]["action"] ?? "")
            for place in page.elements.indices {
                let element = page.elements[place]
                guard
                    page.ancestors(of: element).contains(where: { $0.name == "form" && $0["action"] == form.address }),
                    let name = element["name"], name != "_token"
                else { continue }
                form.add(element, name, options: page.inside(place))
            }
            return form
        }
    }

    private mutating func add(_ element: Markup.Element, _ name: String, options: [Markup.Element]) {
        let value = element["value"] ?? ""
        switch (element.name, element["type"]) {
        case ("input", "checkbox"), ("input", "radio"):
            samples[name] = value
            if element["checked"] != nil { fields.append((name, value)) }
        case ("input", let type):
            let isNumber = type == "number" || element["inputmode"] == "numeric"
            samples[name] = value.isEmpty ? (isNumber ? "7" : "fremd") : value
            fields.append((name, value))
        case ("button", _): fields.append((name, value))
        case ("textarea", _):
            samples[name] = "fremd"
            fields.append((name, element.text))
        case ("select", _):
            let choices = options.filter { $0.name == "option" }
            samples[name] = choices.compactMap { $0["value"] }.last { !$0.isEmpty }
            fields.append((name, choices.first { $0["selected"] != nil }?["value"] ?? ""))
        default: break
        }
    }
}

/// What a signed-in person finds by following links.
private struct Walk {
    var pages: [String: String] = [:]
    var links: Set<String> = []

    init(_ client: SignedInClient, from start: [String]) async throws {
        var open = start
        while let address = open.popLast(), pages.count < 150 {
            let path = String(address.prefix { $0 != "#" })
            guard pages[path] == nil, path.hasPrefix("/register") || path.hasPrefix("/konto"), !path.contains("?")
            else {
                continue
            }
            let answer = try await client.get(path)
            guard answer.status == 200 else { continue }
            pages[path] = answer.text
            let found = Markup(answer.text).all("a").compactMap { $0["href"] }
            links.formUnion(found)
            open += found
        }
    }

    var forms: [FoundForm] { pages.sorted { $0.key < $1.key }.flatMap { FoundForm.all(in: $0.value) } }
}

@Suite("Was niemand mit Formularen und Nummern erreicht") struct PowerTests {
    /// What must not change, whatever the provider sends.
    private func protected(_ r: RegisterHouse) async throws -> [String] {
        let own = try await r.stored()
        let rows = try await r.house.database.read { r in
            let accounts = try r.rows("SELECT id, email, name FROM account ORDER BY id") { "\($0.values)" }
            let roles = try r.rows("SELECT * FROM accountRole ORDER BY accountId, role") { "\($0.values)" }
            let providers = try r.rows("SELECT id, parentId, areaKey, origin, externalKey FROM provider ORDER BY id") {
                "\($0.values)"
            }
            return accounts + roles + providers
        }
        let internals: [String] = [
            own.internalNote, own.fundingNote, "\(own.legalBasis)", "\(own.tier as Any)", "\(own.reachPerYear as Any)",
            "\(own.external as Any)", "\(own.sources)", "\(own.isInvented)", own.providerID.text,
        ]
        return rows + internals + ["\(try await r.stored(r.foreignOffer))"]
    }

    @Test("fields that a form does not have give no power (S25)")
    func foreignFields() async throws {
        let r = try await RegisterHouse()
        let editor = try await Walk(
            try await r.editor, from: ["/register", r.path(of: r.foreignOffer), r.path("/planung", of: r.foreignOffer)])
        let provider = try await r.provider
        let walk = try await Walk(provider, from: ["/register", "/konto", r.path(), r.path("/bearbeiten")])
        // Everything an editor may send about somebody else's offer, and what other systems call such fields.
        var extra = [
            "id": r.foreignOffer.id.text, "offerId": r.foreignOffer.id.text, "providerId": r.foreign.id.text,
            "provider": r.foreign.id.text, "rolle": "administrator", "role": "administrator", "roles": "administrator",
            "isAdmin": "1", "state": "active", "status": "active", "origin": "fremd", "externalKey": "fremd",
            "internalNote": "fremd", "tier": "indicated", "isInvented": "1", "email": "fremd@example.org",
        ]
        for form in editor.forms { extra.merge(form.samples) { _, sample in sample } }
        #expect(editor.forms.count > 8 && extra.count > 40)
        let before = try await protected(r)
        var sent = 0
        var stored = 0
        for page in walk.pages.keys.sorted() {
            for place in FoundForm.all(in: walk.pages[page] ?? "").indices {
                // As it stands now: the form before may have made a new version.
                let forms = FoundForm.all(in: try await provider.get(page).text)
                guard forms.indices.contains(place), !forms[place].address.hasPrefix("/abmelden") else { continue }
                let form = forms[place]
                let own = Set(form.fields.map(\.name)).union(form.samples.keys)
                let more = extra.filter { !own.contains($0.key) }.map { ($0.key, $0.value) }
                let answer = try await provider.post(form.address, form.fields.map { ($0.name, $0.value) } + more)
                sent += 1
                if answer.status == 303 { stored += 1 }
                #expect(answer.status < 500 && answer.status != 409, "\(form.address)")
                #expect(try await protected(r) == before, "\(form.address)")
            }
        }
        #expect(sent > 5 && stored > 2, "\(sent) gesendet, \(stored) gespeichert")
        let all = try await r.offers.allOffers()
        #expect(all.filter { $0.id != r.foreignOffer.id }.allSatisfy { $0.providerID == r.own.id })
        #expect(all.filter { $0.id != r.offer.id && $0.id != r.foreignOffer.id }.allSatisfy { $0.status != .active })
    }

    @Test("addresses with the number of somebody else's record are not found (S28)")
    func foreignNumbers() async throws {
        let r = try await RegisterHouse()
        let provider = try await r.provider
        let walk = try await Walk(provider, from: ["/register", r.path(), r.path("/bearbeiten")])
        let swap = { (text: String) in
            text.replacing(r.offer.id.text, with: r.foreignOffer.id.text)
                .replacing(r.own.id.text, with: r.foreign.id.text)
        }
        let before = try await protected(r)
        let ownBefore = try await r.stored()
        var swapped = 0
        for address in Set(walk.links).union(walk.pages.keys) where swap(address) != address {
            guard address.hasPrefix("/register") else { continue }
            swapped += 1
            let answer = try await provider.get(swap(address))
            // A filter or a proposal for a form that names somebody else is passed over.
            let isSilent =
                address.contains("?") && !answer.text.contains("Turnen") && !answer.text.contains("Sportverein")
            #expect(answer.status == 404 || isSilent, "\(address)")
        }
        for form in walk.forms where swap(form.address) != form.address {
            swapped += 1
            let answer = try await provider.post(swap(form.address), form.fields.map { ($0.name, swap($0.value)) })
            #expect(answer.status == 404, "\(form.address)")
        }
        #expect(swapped > 8)
        #expect(try await protected(r) == before)
        #expect(try await r.stored() == ownBefore)
    }
}
