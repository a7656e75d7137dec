package import Prevention

/// Status: from draft to ended. Only active and paused offers are shown to families.
package enum OfferStatus: String, CaseIterable, Sendable, Hashable {
    case draft
    case inReview = "in_review"
    case active, paused, ended
}

/// Kosten of an offer for the family.
package struct OfferCost: Sendable, Hashable {
    package enum Kind: String, CaseIterable, Sendable, Hashable {
        case free, amount, graded, unknown
    }

    package var kind: Kind
    /// Only with `.amount`.
    package var amount: Euro?
    /// `Termin`, `Kurs`, `Monat`.
    package var per: String
    package var note: String
    /// Bildung und Teilhabe pays.
    package var isEducationPackage: Bool
    /// The Familienpass makes it cheaper.
    package var acceptsFamilyPass: Bool

    package init(
        _ kind: Kind, amount: Euro? = nil, per: String = "", note: String = "", isEducationPackage: Bool = false,
        acceptsFamilyPass: Bool = false
    ) {
        self.kind = kind
        self.amount = kind == .amount ? amount : nil
        self.per = per
        self.note = note
        self.isEducationPackage = isEducationPackage
        self.acceptsFamilyPass = acceptsFamilyPass
    }

    package static let free = OfferCost(.free)
    package static let unknown = OfferCost(.unknown)
}

/// Anmeldung: may a family just come?
package struct Registration: Sendable, Hashable {
    package enum Need: String, CaseIterable, Sendable, Hashable {
        case needed
        case notNeeded = "not_needed"
        case unknown
    }

    package var need: Need
    package var link: String?
    package var phone: String?

    package init(_ need: Need, link: String? = nil, phone: String? = nil) {
        self.need = need
        self.link = link
        self.phone = phone
    }

    package static let unknown = Registration(.unknown)
}

/// Kapazität with the day on which it was true.
package struct Capacity: Sendable, Hashable {
    package var total: Int?
    package var free: Int?
    package var waitingWeeks: Int?
    /// `Plätze`, `Gruppen`, `Familien`.
    package var unit: String
    package var asOf: Day?

    package init(
        total: Int? = nil, free: Int? = nil, waitingWeeks: Int? = nil, unit: String = "Plätze", asOf: Day? = nil
    ) {
        self.total = total
        self.free = free
        self.waitingWeeks = waitingWeeks
        self.unit = unit
        self.asOf = asOf
    }
}

/// Standort of an offer: where it happens, with own times and contact if they differ from the offer's.
package struct OfferSite: Sendable, Hashable {
    package let id: ID<OfferSite>
    package var facilityID: ID<Facility>
    package var schedules: [Schedule]
    package var contact: OfferContact?
    package var note: String

    package init(
        id: ID<OfferSite> = ID(), facilityID: ID<Facility>, schedules: [Schedule] = [], contact: OfferContact? = nil,
        note: String = ""
    ) {
        self.id = id
        self.facilityID = facilityID
        self.schedules = schedules
        self.contact = contact
        self.note = note
    }
}

/// Ansprechstelle: a function, or a person who agreed, with the consent for each channel.
package struct OfferContact: Sendable, Hashable {
    /// Where a contact may appear.
    package enum Channel: String, CaseIterable, Sendable, Hashable {
        case web, print
        /// Only given on inquiry by staff.
        case inquiry
    }

    package let id: ID<OfferContact>
    /// `Sekretariat`, or a name with consent.
    package var label: String
    package var email: String?
    package var phone: String?
    /// Channels for which the contact has agreed; empty: kept inside the register.
    package var consent: Set<Channel>

    package init(
        id: ID<OfferContact> = ID(), label: String = "", email: String? = nil, phone: String? = nil,
        consent: Set<Channel> = []
    ) {
        self.id = id
        self.label = label
        self.email = email
        self.phone = phone
        self.consent = consent
    }
}

/// Prüfung: who confirmed the record, when and how.
package struct OfferCheck: Sendable, Hashable {
    package enum Checker: String, CaseIterable, Sendable, Hashable {
        case provider, town, phone
    }

    package var on: Day
    package var by: Checker
    /// Free words: `Jahresumfrage`, `persönlicher Link`.
    package var method: String

    package init(on: Day, by: Checker, method: String = "") {
        self.on = on
        self.by = by
        self.method = method
    }
}

/// Frische: how far a family may rely on a record.
///
/// - Source: register-portal (d)6: fresh ≤ 6, ageing ≤ 12 months, then labelled, after 18 months hidden.
package enum Freshness: String, CaseIterable, Sendable, Hashable, Comparable {
    case fresh, ageing, stale
    /// Confirmed once, but more than 18 months ago: hidden from families.
    case expired
    /// Taken from a document and never confirmed by anyone: shown with that label.
    case unconfirmed

    package init(checkedOn: Day?, today: Day) {
        guard let checkedOn else {
            self = .unconfirmed
            return
        }
        var months = (today.year - checkedOn.year) * 12 + today.month - checkedOn.month
        if today.day > checkedOn.day { months += 1 }
        switch months {
        case ...6: self = .fresh
        case ...12: self = .ageing
        case ...18: self = .stale
        default: self = .expired
        }
    }

    package static func < (left: Self, right: Self) -> Bool {
        (allCases.firstIndex(of: left) ?? 0) < (allCases.firstIndex(of: right) ?? 0)
    }
}
