import Areas
import Prevention

/// Ort des Blatts: the municipality it stands for, with the others that take part.
struct SheetPlace: Sendable {
    /// The largest of them, else the first.
    let area: Area?
    let others: [String]

    init(_ practice: [ID<Area>], _ tree: AreaTree) {
        let areas = practice.compactMap { tree[$0] }
        let main = areas.first { $0.level == .kreis } ?? areas.first
        area = main
        others = areas.filter { $0.id != main?.id }.map(\.name)
    }

    var name: String { area?.name ?? "" }
    /// All names, the municipality first.
    var names: [String] { (area.map { [$0.name] } ?? []) + others }
}
