import Statistics
package import Tables

extension IndexDefinition {
    /// What is stored and kept in the history, and what a file of the index holds.
    package var json: JSONValue {
        .record([
            ("name", .text(name)), ("about", .text(about)), ("public", .bool(isPublic)),
            ("normalisation", .text(normalisation.rawValue)), ("aggregation", .text(aggregation.rawValue)),
            ("imputation", .text(imputation.rawValue)), ("treatsOutliers", .bool(treatsOutliers)),
            ("minimumShare", .int(minimumShare)),
            (
                "groups",
                .list(
                    groups.map { group in
                        .record([
                            ("name", .text(group.name)), ("weight", .number(group.weight)),
                            (
                                "indicators",
                                .list(
                                    group.parts.map { part in
                                        .record([
                                            ("key", .text(part.indicator)), ("effect", .text(part.effect.rawValue)),
                                            ("weight", .number(part.weight)),
                                        ])
                                    })
                            ),
                        ])
                    })
            ),
        ])
    }

    /// Takes over what `json` has written; what is missing stays as it is.
    mutating func read(_ json: JSONValue) {
        name = json["name"].string ?? name
        about = json["about"].string ?? about
        isPublic = json["public"].boolean ?? isPublic
        normalisation = json["normalisation"].string.flatMap(IndexDesign.Normalisation.init) ?? normalisation
        aggregation = json["aggregation"].string.flatMap(IndexDesign.Aggregation.init) ?? aggregation
        imputation = json["imputation"].string.flatMap(IndexDesign.Imputation.init) ?? imputation
        treatsOutliers = json["treatsOutliers"].boolean ?? treatsOutliers
        minimumShare = json["minimumShare"].int ?? minimumShare
        groups = json["groups"].items.map { group in
            Group(
                group["name"].string ?? "", weight: group["weight"].double ?? 1,
                group["indicators"].items.compactMap { part in
                    guard let key = part["key"].string,
                        let effect = part["effect"].string.flatMap(Effect.init)
                    else { return nil }
                    return Part(key, effect, weight: part["weight"].double ?? 1)
                })
        }
    }
}
