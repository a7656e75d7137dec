package import Prevention
package import Statistics

/// Urteil über eine Zelle der Kette: what the places within reach say beside the fair share.
package enum GapState: String, CaseIterable, Sendable, Hashable {
    /// Lücke.
    case gap
    /// Knapp.
    case tight
    /// Passt.
    case fits
    /// Überversorgung.
    case oversupply
    /// Nicht bekannt: never counted, drawn or said as a gap.
    case unknown
}

/// Lückenregel: how a cell (life stage × field of action × part of an area) is judged; all numbers in one place.
///
/// The compared parts are the areas directly below the shown one (Kreis: towns; town: districts) or, on demand, the
/// smallest areas. Per cell:
///
/// 1. **Children P**: the published count with use `population` whose `stages` are exactly this stage; one that also
///    names this field goes before one without fields. Newest period that is not in the future.
/// 2. **Need N**, 0…1: every published indicator with use `need` whose `stages` and `fields` name this cell (none named:
///    all), newest period, spread from the least (0) to the greatest need (1) among the compared parts; high is bad for
///    `lowerIsBetter` and `neutral`, low is bad for `higherIsBetter`, the distance counts for `within`; all the same is
///    0.5. N is their mean, known if at least two thirds of them are.
/// 3. **Places C**: of every public offer for families with this stage and field. Its places (unit "Plätze" or
///    "Familien") are spread over its stages by months of age and count in each of its fields. They go to the parts of
///    its `areaScope`, all if there is none, among these to the parts in reach of its site: weighted by
///    `catchment(of:)`, way = straight line to the part's centre × `detour`; its own part always counts fully. Without
///    coordinates they stay in its own part; meant for the whole shown area (or online) they go to all parts by
///    number of children. Offers meant for more than the shown area stay out. So an offer with `areaScope` =
///    [one district] serves exactly this district.
/// 4. **Share E** = ΣC · P·w / Σ P·w, w = 1 + λ(N − mean N), at least 0; **gap** = E − C. Over all parts it adds up to 0.
/// 5. `state(expected:capacity:)` judges. Offers without known places are tried with the median places of the others
///    in the cell's stage and field: if that changes the judgement between gap, middle and oversupply, or if there is no
///    other offer with places, the cell is unknown.
/// 6. Unknown or suppressed P or N, or nothing to share out (ΣC = 0): unknown.
package struct GapRule: Sendable, Hashable {
    /// A gap from a quarter below the share on: less would be within what one more or one fewer group changes.
    package var gapShare = 0.25
    /// Tight from a tenth below the share on.
    package var tightShare = 0.10
    /// Oversupply from a quarter above the share on, as for gaps.
    package var oversupplyShare = 0.25
    /// Places that must be missing (or too many): fewer than five are no group that anybody would open.
    package var minimumPlaces = 5.0
    /// Share of the need indicators that must be known in a part.
    package var minimumNeedShare = 2.0 / 3
    /// Ways on foot and by road against the straight line, as usual in towns (between 1.2 and 1.4).
    package static let detour = 1.3
    /// Values and capacities older than this are called old.
    package var oldYears = 3
    /// Width of the range of a gap, as a share of the fair share, above which it is called uncertain.
    package var uncertainWidth = 0.25

    package static let standard = GapRule()
    /// Political weights that pages offer; 1 is where they begin.
    package static let lambdas = 0.0...2.0
    package static let defaultLambda = 1.0

    /// - Parameters:
    ///   - expected: fair share in places, 0 or more.
    ///   - capacity: places within reach, 0 or more.
    package func state(expected: Double, capacity: Double) -> GapState {
        let missing = expected - capacity
        // A hair of tolerance, so that exactly a quarter is a quarter in binary numbers as well.
        let hair = 1e-9 * max(1, expected)
        if missing >= gapShare * expected - hair && missing >= minimumPlaces - hair { return .gap }
        if -missing >= oversupplyShare * expected - hair && -missing >= minimumPlaces - hair { return .oversupply }
        if expected > 0 && missing >= tightShare * expected - hair && missing >= 1 - hair { return .tight }
        return .fits
    }

    /// Einzugsbereich of an offer for a stage, in kilometres of way: fully, at 0.68 and at 0.22 (Luo & Qi 2009).
    ///
    /// - Pregnancy and birth: with a pram or late in pregnancy, ways are short; hospitals and midwives lie farther.
    /// - Kita: short legs; what is not on the daily way is not used.
    /// - School: children go alone on foot or by bus, parents drive to the next quarter.
    /// - Youth: young people take bus, train and bicycle through the whole town.
    package static func catchment(of stage: LifeStage) -> Catchment {
        switch stage {
        case .pregnancyAndBirth: Catchment(rings: 2, 5, 10)
        case .aroundKita: Catchment(rings: 1.5, 3, 6)
        case .school: Catchment(rings: 2, 4, 8)
        case .youth: Catchment(rings: 4, 8, 16)
        }
    }
}
