package import Prevention

/// Einrichtung, Ort: a place at which offers happen; not the same as the provider who answers for it.
package struct Facility: Sendable, Hashable {
    package let id: ID<Facility>
    package var name: String
    /// Who runs the place.
    package var providerID: ID<Provider>?
    /// Whose house it is, when an offer is only a guest there.
    package var hostProviderID: ID<Provider>?
    package var kind: Setting
    package var areaID: ID<Area>?
    package var street: String
    package var postcode: String
    package var town: String
    package var coordinate: Coordinate?
    package var accessibility: Set<AccessibilityFeature>
    package var accessibilityNote: String
    /// Schutzadresse (Frauenhaus): street, postcode and coordinate leave the house in no form; only town or region does.
    package var isAddressConfidential: Bool
    package var isInvented: Bool
    package var external: ExternalKey?
    package var updatedAt: Instant
    package var version: Int

    package init(
        id: ID<Facility> = ID(), name: String, providerID: ID<Provider>? = nil, hostProviderID: ID<Provider>? = nil,
        kind: Setting = .neighbourhood, areaID: ID<Area>? = nil, street: String = "", postcode: String = "",
        town: String = "", coordinate: Coordinate? = nil, accessibility: Set<AccessibilityFeature> = [],
        accessibilityNote: String = "", isAddressConfidential: Bool = false, isInvented: Bool = false,
        external: ExternalKey? = nil, updatedAt: Instant = Instant(milliseconds: 0), version: Int = 0
    ) {
        self.id = id
        self.name = name
        self.providerID = providerID
        self.hostProviderID = hostProviderID
        self.kind = kind
        self.areaID = areaID
        self.street = street
        self.postcode = postcode
        self.town = town
        self.coordinate = coordinate
        self.accessibility = accessibility
        self.accessibilityNote = accessibilityNote
        self.isAddressConfidential = isAddressConfidential
        self.isInvented = isInvented
        self.external = external
        self.updatedAt = updatedAt
        self.version = version
    }

    /// The place as anyone outside the register may see it: a confidential one keeps only its town.
    ///
    /// Pages, feeds, exports and the search index take places through this, never directly.
    package var published: Facility {
        guard isAddressConfidential else { return self }
        var open = self
        open.name = ""
        open.street = ""
        open.postcode = ""
        open.coordinate = nil
        open.accessibilityNote = ""
        open.external = nil
        return open
    }
}
