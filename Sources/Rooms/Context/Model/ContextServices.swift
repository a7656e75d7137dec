package import ContextModel
package import Prevention

/// Dienste für andere Räume: what the practice database, the exchange and the similar municipalities ask.
package struct ContextServices: Sendable {
    let store: ContextStore

    package init(store: ContextStore) { self.store = store }

    /// Passt zu uns: constitutive conditions met, of how many; from the check if there is one with a result, else from
    /// the profile. `nil` if the practice states no constitutive conditions.
    package func fit(of practice: Reference, at receiver: ID<Area>) async throws -> (met: Int, of: Int)? {
        guard let set = try await store.requirements(of: practice) else { return nil }
        if let checked = try await newest(practice, receiver) { return Self.counted(checked.check.constitutive) }
        return Self.counted(try await store.profile(of: receiver).fit(set.requirements))
    }

    /// The same for every practice that states conditions, in one go.
    package func fits(at receiver: ID<Area>) async throws -> [Reference: (met: Int, of: Int)] {
        let profile = try await store.profile(of: receiver)
        var found: [Reference: (met: Int, of: Int)] = [:]
        for set in try await store.requirementSets() {
            if let fit = Self.counted(profile.fit(set.requirements)) { found[set.practice] = fit }
        }
        // Newest first: the first one with a result counts.
        var seen: Set<Reference> = []
        for file in try await store.files()
        where file.record.receiver == receiver && file.isRated && seen.insert(file.record.practice).inserted {
            if let fit = Self.counted(file.check.constitutive) { found[file.record.practice] = fit }
        }
        return found
    }

    /// Whether the newest check with a result leaves a red risk that nothing compensates.
    package func hasRedRisk(_ practice: Reference, at receiver: ID<Area>) async throws -> Bool {
        try await newest(practice, receiver)?.check.hasRedRisk ?? false
    }

    /// Every practice with an uncompensated red risk at a receiver, by receiver.
    package func redRisks() async throws -> [ID<Area>: Set<Reference>] {
        var seen: Set<String> = []
        var found: [ID<Area>: Set<Reference>] = [:]
        for file in try await store.files() where file.isRated {
            let record = file.record
            guard seen.insert("\(record.practice.id) \(record.receiver)").inserted, file.check.hasRedRisk else {
                continue
            }
            found[record.receiver, default: []].insert(record.practice)
        }
        return found
    }

    /// What a practice needs, constitutive first, for its sheet and its page.
    package func requirements(of practice: Reference) async throws -> [Requirement] {
        let all = try await store.requirements(of: practice)?.requirements ?? []
        return Requirement.Weight.allCases.reversed().flatMap { weight in all.filter { $0.weight == weight } }
    }

    /// Wie wir es tun: other municipalities with the same conditions, however different their figures are.
    package func kin(of area: ID<Area>) async throws -> [(area: ID<Area>, shared: [Condition])] {
        var met = try await store.allAnswers().mapValues { ConditionProfile($0.mapValues(\.value)).strengths }
        for file in try await store.files() where file.isRated {
            let conditions = file.check.rows.filter { $0.requirement.weight == .constitutive && $0.fulfilment == .met }
            met[file.record.receiver, default: []].formUnion(conditions.map(\.requirement.condition.id))
        }
        return ProcessSimilarity(of: area, met).kin.map { kin in
            (kin.area, kin.shared.compactMap { ConditionCatalogue.condition($0) })
        }
    }

    private func newest(_ practice: Reference, _ receiver: ID<Area>) async throws -> CheckFile? {
        try await store.files(of: practice).first { $0.record.receiver == receiver && $0.isRated }
    }

    private static func counted(_ fit: (met: Int, of: Int)) -> (met: Int, of: Int)? { fit.of == 0 ? nil : fit }
}
