import Context
import ContextModel
import Practice
import Practices
import Prevention
import Web

extension ContextPorts {
    /// What the context model asks of the practice database.
    init(_ practices: PracticeShelf, _ clock: Clock) {
        self.init {
            try await practices.entries(on: clock.now().berlinDay).map { entry in
                PracticeFacts(
                    reference: entry.reference, slug: entry.slug,
                    title: entry.practice.titles["de"] ?? entry.slug, municipalities: entry.practice.municipalities,
                    coreElements: entry.practice.coreElements.map(\.text), isInvented: entry.isInvented)
            }.sorted { ($0.title, $0.slug) < ($1.title, $1.slug) }
        }
    }
}

extension PracticePorts {
    /// What the context model tells the practice database.
    init(context: ContextServices) {
        self.init(
            fit: { area in
                let fits = try await context.fits(at: area).compactMap { reference, fit in
                    ID<Practice>(reference.id).map { ($0, PracticeFit(met: fit.met, of: fit.of)) }
                }
                return Dictionary(fits, uniquingKeysWith: { first, _ in first })
            },
            conditions: { practice in
                try await context.requirements(of: Reference(.practice, practice)).map {
                    PracticeCondition($0.condition.text, why: $0.why, isConstitutive: $0.weight == .constitutive)
                }
            },
            pages: [.check])
        fitReaders = [.administrator, .coordinator, .planner, .editor]
    }
}
