import Offers
import Prevention
import Web

/// Which offers of an area count.
struct ChainFilter: Hashable, Sendable {
    /// Also what families do not see: drafts, ended, long unconfirmed. Staff only.
    var includesHidden = false
    /// Also offers that are meant for the whole Kreis or Land around the area.
    var includesAbove = false
    /// Offers that were or are visible at some time of the year.
    var year: Int?
    var setting: Setting?
    var access: AccessMode?
    var providerKind: ProviderKind?
    var provider: ID<Provider>?
    /// Internal: staff only.
    var tier: PreventionTier?

    init() {}

    /// Reads the fields of an address; what cannot be read is as if not asked.
    init(_ fields: Fields, isStaff: Bool) {
        includesAbove = fields.text("umfeld") != nil
        year = fields.text("jahr").flatMap { Int($0) }.flatMap { (2000...2100).contains($0) ? $0 : nil }
        setting = fields.text("ort").flatMap(Setting.init(rawValue:))
        access = fields.text("zugang").flatMap(AccessMode.init(rawValue:))
        providerKind = fields.text("traegerart").flatMap(ProviderKind.init(rawValue:))
        provider = fields.text("traeger").flatMap { ID($0) }
        guard isStaff else { return }
        includesHidden = fields.text("stand") == "alle"
        tier = fields.text("art").flatMap(PreventionTier.init(rawValue:))
    }

    /// The fields of an address that ask for this filter.
    var query: [(String, String)] {
        [
            ("umfeld", includesAbove ? "ja" : ""), ("jahr", year.map(String.init) ?? ""),
            ("ort", setting?.rawValue ?? ""),
            ("zugang", access?.rawValue ?? ""), ("traegerart", providerKind?.rawValue ?? ""),
            ("traeger", provider?.text ?? ""), ("stand", includesHidden ? "alle" : ""), ("art", tier?.rawValue ?? ""),
        ].filter { !$0.1.isEmpty }
    }

    var isEmpty: Bool { query.isEmpty }

    /// Asks for nothing but what families see today.
    var isPublishedOnly: Bool { year == nil && !includesHidden }

    /// Whether `offer` counts on `today`.
    func accepts(_ offer: ChainOffer, on today: Day) -> Bool {
        if let year {
            guard offer.visibility.touches(year: year), includesHidden || offer.visibility.status != .draft else {
                return false
            }
        } else if !includesHidden, !offer.visibility.isPublic(on: today) {
            return false
        }
        return (setting.map(offer.settings.contains) ?? true) && (access == nil || offer.access == access)
            && (providerKind == nil || offer.providerKind == providerKind)
            && (provider == nil || offer.providerID == provider) && (tier == nil || offer.tier == tier)
    }
}

extension OfferVisibility {
    /// Whether families could see the offer at some time of the year, as far as its dates tell.
    fileprivate func touches(year: Int) -> Bool {
        guard status == .active || status == .paused || status == .ended || status == .draft else { return false }
        return (from?.year ?? year) <= year && (to?.year ?? year) >= year
    }
}
