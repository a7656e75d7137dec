package import Prevention

/// Träger: the organisation that answers for offers.
package struct Provider: Sendable, Hashable {
    package let id: ID<Provider>
    package var name: String
    package var kind: ProviderKind
    package var description: String
    /// The association above it (Verband), if any.
    package var parentID: ID<Provider>?
    /// Vereins- or Handelsregister number with its court, as written there.
    package var registerNumber: String?
    package var website: String?
    /// Address of a function (`info@…`), never of a person.
    package var email: String?
    package var phone: String?
    /// AGS, ARS or own key of the area in which it sits.
    package var areaKey: String?
    package var sources: [Source]
    /// Part of the fictional Musterkreis.
    package var isInvented: Bool
    /// Key in the file or system it came from, with the name of that origin.
    package var external: ExternalKey?
    package var updatedAt: Instant
    /// 1 for a new record, one more with every change.
    package var version: Int

    package init(
        id: ID<Provider> = ID(), name: String, kind: ProviderKind = .unknown, description: String = "",
        parentID: ID<Provider>? = nil, registerNumber: String? = nil, website: String? = nil, email: String? = nil,
        phone: String? = nil, areaKey: String? = nil, sources: [Source] = [], isInvented: Bool = false,
        external: ExternalKey? = nil, updatedAt: Instant = Instant(milliseconds: 0), version: Int = 0
    ) {
        self.id = id
        self.name = name
        self.kind = kind
        self.description = description
        self.parentID = parentID
        self.registerNumber = registerNumber
        self.website = website
        self.email = email
        self.phone = phone
        self.areaKey = areaKey
        self.sources = sources
        self.isInvented = isInvented
        self.external = external
        self.updatedAt = updatedAt
        self.version = version
    }
}

extension Provider {
    /// Name of the one who stands for all that a source does not name.
    package static let unnamed = "Träger nicht genannt"

    /// Whether `name` only says that nobody is named.
    package static func isUnnamed(_ name: String) -> Bool {
        name.isEmpty || name.lowercased().hasSuffix("nicht genannt")
    }
}

/// Fremdschlüssel: the key under which a record's origin knows it, so that importing again updates it.
package struct ExternalKey: Sendable, Hashable {
    /// Name of the file family or system: `model-project`, `guter-start`.
    package let origin: String
    package let key: String

    package init(origin: String, key: String) {
        self.origin = origin
        self.key = key
    }
}
