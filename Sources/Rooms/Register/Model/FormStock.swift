import Areas
import Offers
import Prevention
import Web

/// Auswahl: the providers, places and areas that the forms choose from.
struct FormStock: Sendable {
    let caller: Caller
    /// In whose name the caller may enter offers, by name.
    let providers: [Provider]
    /// Every place, by name.
    let facilities: [Facility]
    let areas: AreaDirectory.Snapshot

    /// The only provider that the caller can mean.
    var onlyProvider: Provider? { providers.count == 1 ? providers.first : nil }

    /// Providers that `text` may mean: those of exactly this name, else those whose name holds it.
    func providers(named text: String) -> [Provider] {
        let asked = text.folded
        let same = providers.filter { $0.name.folded == asked }
        return same.isEmpty ? providers.filter { $0.name.folded.contains(asked) } : same
    }

    /// Places that `text` may mean, by name, street or town.
    func facilities(named text: String) -> [Facility] {
        let words = text.folded.split(separator: " ")
        return facilities.filter { facility in
            let own = facility.label.folded
            return words.allSatisfy { own.contains($0) }
        }
    }

    func facility(_ id: ID<Facility>) -> Facility? { facilities.first { $0.id == id } }

    /// The area in which an address lies, if it is certain.
    func area(postcode: String, town: String) -> ID<Area>? {
        areas.gazetteer.find("\(postcode) \(town)").place?.area.id
    }
}

extension Facility {
    /// Name and address in one line, as lists of places show it to staff.
    var label: String {
        [name, street, [postcode, town].filter { !$0.isEmpty }.joined(separator: " ")].filter { !$0.isEmpty }
            .joined(separator: ", ")
    }
}

extension String {
    /// For comparing: lower case, blanks as one.
    var folded: String { lowercased().split(whereSeparator: \.isWhitespace).joined(separator: " ") }
}
