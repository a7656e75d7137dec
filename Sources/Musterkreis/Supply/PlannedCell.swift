package import Prevention

/// Eingebaute Lücke: a cell of the chain in which the Musterkreis has far too few places, or far too many, on purpose.
///
/// All other cells are given what their share is, so that nothing else should be found.
package struct PlannedCell: Hashable, Sendable {
    package enum Kind: String, Sendable { case gap, oversupply }

    package let stage: LifeStage
    package let field: FieldOfAction
    /// District.
    package let areaID: ID<Area>
    package let kind: Kind
}
