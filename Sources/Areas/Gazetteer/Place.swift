package import Prevention

/// Ort: a place that somebody named, with the area that was meant.
package struct Place: Sendable, Hashable {
    /// By what the place was recognised.
    package enum Match: String, Sendable, Hashable {
        case name, postcode, key
    }

    package let area: Area
    /// The point from which distances count; `nil` if nobody knows one.
    package let coordinate: Coordinate?
    package let match: Match
    /// Name that tells the place from others of the same name: "Altstadt, Flensburg".
    package let label: String
}

/// Antwort auf eine Ortsangabe: one place, several, or none with the likeliest others.
package enum PlaceAnswer: Sendable, Hashable {
    case found(Place)
    /// Two or more, the likeliest first.
    case ambiguous([Place])
    /// At most five suggestions, the likeliest first; empty if nothing is near.
    case unknown(suggestions: [Place])

    /// The place, if it is certain.
    package var place: Place? {
        guard case .found(let place) = self else { return nil }
        return place
    }

    /// What a form may offer to choose from.
    package var choices: [Place] {
        switch self {
        case .found(let place): [place]
        case .ambiguous(let places), .unknown(let places): places
        }
    }
}
