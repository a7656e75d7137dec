package import Prevention
import Tables

/// Einrichtung mit Werten: what the monitoring knows of a Kita or school whose numbers it has.
package struct MeasuredFacility: Hashable, Sendable {
    package let reference: Reference
    package let name: String
    /// The smallest area it lies in. Without it nothing of the facility is published: nobody could tell which sums it
    /// belongs to.
    package let areaID: ID<Area>?

    package init(_ reference: Reference, name: String, areaID: ID<Area>?) {
        self.reference = reference
        self.name = name
        self.areaID = areaID
    }
}

extension [MeasuredFacility] {
    /// By key and by folded name, as files name them.
    package var byName: [String: MeasuredFacility] {
        var names: [String: MeasuredFacility] = [:]
        for facility in self {
            names[Folding.fold(facility.name)] = facility
            names[facility.reference.id] = facility
        }
        return names
    }
}
