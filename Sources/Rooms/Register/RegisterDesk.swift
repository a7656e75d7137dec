import Areas
import HTML
import Offers
import Prevention
import Texts
import Web

/// Arbeitsplatz: what every page of the register needs.
struct RegisterDesk: Sendable {
    let offers: OfferStore
    let areas: AreaDirectory
    let texts: TextCatalogue<RegisterTexts>
    let checks: CheckMail

    /// Who has come, with the areas of now.
    ///
    /// - Throws: `Forbidden` without any role here.
    func caller(_ visit: Visit) async throws -> (caller: Caller, areas: AreaDirectory.Snapshot) {
        let snapshot = try await areas.current()
        return (try Caller(visit, areas: snapshot.tree), snapshot)
    }

    /// The offer of the address, if the visitor may edit it.
    func detail(_ visit: Visit, _ caller: Caller) async throws -> OfferDetail {
        guard let detail = try await offers.detail(try visit.id(of: Offer.self)), caller.mayEdit(detail) else {
            throw NotFound()
        }
        return detail
    }

    /// What the forms choose from.
    ///
    /// - Parameter offer: its places can be chosen too. Confidential ones of others are shown to editors only.
    func stock(_ caller: Caller, _ areas: AreaDirectory.Snapshot, for offer: Offer? = nil) async throws -> FormStock {
        let providers = try await offers.providers().filter { caller.providerIDs?.contains($0.id) ?? true }
        let known = Set(offer?.sites.map(\.facilityID) ?? [])
        let facilities = try await offers.facilities().filter { facility in
            caller.isEditor || !facility.isAddressConfidential || known.contains(facility.id)
                || caller.mayEdit(facility)
        }
        return FormStock(caller: caller, providers: providers, facilities: facilities, areas: areas)
    }

    /// Values in the visitor's language.
    func words(_ visit: Visit, _ areas: AreaDirectory.Snapshot) async throws -> ValueWords {
        let facilities = try await offers.facilities().map { ($0.id, $0) }
        let providers = try await offers.providers().map { ($0.id, $0.name) }
        return ValueWords(
            texts: texts[visit.language], vocabulary: Vocabulary(visit.language), formats: Formats(visit.language),
            tree: areas.tree, facilities: Dictionary(facilities, uniquingKeysWith: { first, _ in first }),
            providers: Dictionary(providers, uniquingKeysWith: { first, _ in first }))
    }

    /// Back to a page, which says what was done.
    func done(_ visit: Visit, _ path: String, _ what: Done) -> Answer {
        .redirect(to: .to(path, query: [("fertig", what.rawValue)]), in: visit.language)
    }
}

/// What a command has done, as the next page says it.
enum Done: String {
    case saved = "gespeichert"
    case confirmed = "bestaetigt"
    case status = "status"
    case restored = "zurueckgeholt"
    case revoked = "gesperrt"
    case mailed = "gesendet"
    case decided = "entschieden"
    case proposed = "vorgeschlagen"

    init?(_ visit: Visit) { self.init(rawValue: visit.query.text("fertig") ?? "") }
}

extension Visit {
    /// The day in Berlin.
    var today: Day { now.berlinDay }
    /// The page of a list, from 1.
    var listPage: Int { min(max(query.text("seite").flatMap { Int($0) } ?? 1, 1), 1_000_000) }
    /// The version of the record that the sender of the form saw; −1, which no record has, if the form does not say.
    var seenVersion: Int { form.text("fassung").flatMap { Int($0) }.flatMap { $0 > 0 ? $0 : nil } ?? -1 }
}
