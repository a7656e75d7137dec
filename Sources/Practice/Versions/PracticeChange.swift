package import Prevention

/// Änderung zwischen zwei Fassungen.
package enum PracticeChange: Hashable, Sendable {
    case field(PracticeField)
    case coreAdded(PracticeElement)
    case coreRemoved(PracticeElement)
    case coreChanged(from: PracticeElement, to: PracticeElement)
    /// An outcome now shows no or an adverse effect (W−).
    case harm(PracticeOutcome)

    package var touchesCore: Bool {
        switch self {
        case .field, .harm: false
        case .coreAdded, .coreRemoved, .coreChanged: true
        }
    }

    /// Whether those who took the practice over must be told.
    package var concernsAdopters: Bool {
        switch self {
        case .field: false
        case .coreAdded, .coreRemoved, .coreChanged, .harm: true
        }
    }
}

extension Practice {
    /// What `newer` says otherwise: core elements first, then harm, then the fields in the order of the form.
    package func changes(to newer: Practice) -> [PracticeChange] {
        coreChanges(to: newer) + harms(in: newer)
            + PracticeField.allCases.filter { Self.differs($0, self, newer) }.map { .field($0) }
    }

    /// Kommunen, die es angeht: the adopters, without the practice's own municipalities.
    package var municipalitiesToTell: [ID<Area>] {
        Set(adopters.map(\.municipality)).subtracting(municipalities).sorted()
    }

    /// Outcomes with no or an adverse effect that stood there with another one, or not at all.
    private func harms(in newer: Practice) -> [PracticeChange] {
        let known = Set(outcomes.filter { $0.effect.level == .noneOrAdverse }.map(\.indicator))
        return newer.outcomes.filter { $0.effect.level == .noneOrAdverse && !known.contains($0.indicator) }
            .map { .harm($0) }
    }

    private func coreChanges(to newer: Practice) -> [PracticeChange] {
        func byKey(_ elements: [PracticeElement]) -> [String: PracticeElement] {
            Dictionary(elements.map { ($0.key, $0) }) { first, _ in first }
        }
        let (old, new) = (byKey(coreElements), byKey(newer.coreElements))
        return Set(old.keys).union(new.keys).sorted().compactMap { key in
            switch (old[key], new[key]) {
            case (let before?, nil): .coreRemoved(before)
            case (nil, let after?): .coreAdded(after)
            case (let before?, let after?) where before != after: .coreChanged(from: before, to: after)
            default: nil
            }
        }
    }

    /// Core elements are compared apart.
    private static func differs(_ field: PracticeField, _ old: Practice, _ new: Practice) -> Bool {
        func differ<Value: Equatable>(_ value: (Practice) -> Value) -> Bool { value(old) != value(new) }
        return switch field {
        case .title: differ(\.titles)
        case .lead: differ(\.lead)
        case .municipalities: differ(\.municipalities)
        case .place: differ(\.place)
        case .fields, .targetGroups: false  // part of the place
        case .coreElements: differ(\.coreElements) && Set(old.coreElements) == Set(new.coreElements)  // order only
        case .need: differ(\.need)
        case .goal: differ(\.goal)
        case .effectModel: differ(\.effectModel)
        case .adaptables: differ(\.adaptables)
        case .steps: differ(\.steps)
        case .roles: differ(\.roles)
        case .partners: differ(\.partners)
        case .initiator: differ(\.initiator)
        case .reach: differ(\.reach)
        case .effort: differ(\.effort)
        case .since: differ(\.since)
        case .status: differ(\.status)
        case .successFactors: differ(\.successFactors)
        case .stumblingBlocks: differ(\.stumblingBlocks)
        case .outcomes: differ(\.outcomes)
        case .readiness: differ(\.readiness)
        case .trust: differ(\.trust)
        case .ratings: differ(\.ratings)
        case .adopters: differ(\.adopters)
        case .documents: differ(\.documents)
        case .contact: differ(\.contact)
        case .sources: differ(\.sources)
        case .background: differ(\.background)
        case .shortTitle: differ(\.ownSheet.shortTitle)
        case .sheetText: differ(\.ownSheet.blocks) || differ(\.ownSheet.reachWords)
        case .ticks: differ(\.ownSheet.ticks)
        }
    }
}
