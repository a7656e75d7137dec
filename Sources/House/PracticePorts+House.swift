import Indicators
import Practices
import Prevention

extension PracticePorts {
    /// The same ports with the measured needs that everybody may see, by name.
    func withNeeds(_ shelf: IndicatorShelf) -> PracticePorts {
        var ports = self
        ports.needs = { today in
            try await shelf.published(for: .everyone, on: today).filter { $0.use == .need }.map { indicator in
                PracticeNeed(
                    key: indicator.key, name: indicator.name, stages: Set(indicator.stages),
                    fields: Set(indicator.fields))
            }.sorted { ($0.name, $0.key) < ($1.name, $1.key) }
        }
        return ports
    }
}
