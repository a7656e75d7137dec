import Prevention

/// Altersgruppe: the finest ages people are counted in; everything else is a sum of them.
enum AgeGroup: Int, CaseIterable {
    case under1, from1to5, from6to14, aged15, from16to17, from18to26, from27

    static let under6: [AgeGroup] = [.under1, .from1to5]
    static let under15: [AgeGroup] = under6 + [.from6to14]
    static let under16: [AgeGroup] = under15 + [.aged15]
    static let under18: [AgeGroup] = under16 + [.from16to17]
    static let under27: [AgeGroup] = under18 + [.from18to26]

    /// Out of 1,000 people under 18.
    var usualShare: Double {
        switch self {
        case .under1: 54
        case .from1to5: 278
        case .from6to14: 498
        case .aged15: 56
        case .from16to17: 114
        case .from18to26, .from27: 0
        }
    }
}
