import Areas
import Practice
import Practices
package import Prevention
import Storage
import Workflow

extension DemoHouse {
    /// Opens reviews on invented practices, so that every state of the workflow can be seen; again changes nothing.
    ///
    /// - Returns: how many steps were taken.
    @discardableResult
    package func openReviews(at now: Instant) async throws -> Int {
        let store = PracticeStore(database: database)
        let towns = try await AreaStore(database: database).tree().areas.filter { $0.isInvented && $0.level.isTown }
            .sorted { $0.key < $1.key }
        let invented = try await store.files().filter { $0.isInvented && $0.publishedVersion != nil }
        let plan: [(monthsAgo: Int, steps: [ReviewFlow.Step])] = [
            (23, [.handIn, .check, .approve, .publish]), (0, [.handIn]), (0, [.handIn, .check]),
            (0, [.handIn, .check, .approve]), (6, [.handIn, .check, .approve, .publish, .revise]),
        ]
        let complete = invented.filter { $0.draft.gaps(on: now.berlinDay).isEmpty }
        guard complete.allSatisfy(\.steps.isEmpty) else { return 0 }
        var taken = 0
        for ((monthsAgo, steps), file) in zip(plan, complete) {
            let day = now.berlinDay.adding(months: -monthsAgo).adding(days: -steps.count)
            let first = now.adding(seconds: (day.daysSince1970 - now.berlinDay.daysSince1970) * 86_400)
            for (offset, step) in steps.enumerated() {
                try await store.take(
                    step, on: file.id, by: person(for: step, of: file.owner, towns), as: actor, because: reason(step),
                    at: first.adding(seconds: offset * 86_400))
                taken += 1
            }
        }
        try await addDraft(to: store, towns, at: now)
        return taken
    }

    private func person(for step: ReviewFlow.Step, of owner: ID<Area>, _ towns: [Area]) -> Review.Person {
        switch step {
        case .handIn, .revise: Review.Person(Reference(.user, "system:gemeinde"), of: .municipality(owner))
        case .check:
            Review.Person(
                Reference(.user, "system:nachbargemeinde"),
                of: .municipality(towns.first { $0.id != owner }?.id ?? ID()))
        default: Review.Person(Reference(.user, "system:fachstelle"), of: .specialist)
        }
    }

    private func reason(_ step: ReviewFlow.Step) -> String {
        switch step {
        case .handIn: "Alle Angaben sind da."
        case .check: "Verständlich und für uns brauchbar; die Schritte haben wir nachgefragt."
        case .approve: "Einstufungen und Quellen passen zusammen."
        case .publish: "Freigegeben."
        case .revise: "Nach einem Jahr Erfahrung werden die Kernelemente geschärft."
        default: "Vorführung"
        }
    }

    /// A draft with gaps, as it looks after the first ten minutes.
    private func addDraft(to store: PracticeStore, _ towns: [Area], at now: Instant) async throws {
        let id = ID<Practice>(.modelProject, name: "demo/practice/draft")
        guard let town = towns.first, let ages = AgeRange(60, 84),
            try await store.file(id) == nil
        else { return }
        var practice = Practice(id: id, title: "Mit dem Rucksack in die Schule", place: ChainPlace(ages: ages))
        practice.municipalities = [town.id]
        practice.lead = "Kita-Kinder besuchen ein halbes Jahr lang jede Woche ihre künftige Schule."
        practice.place.fields = [.education]
        practice.place.targetGroups = [.child, .parents]
        practice.place.transition = .primarySchool
        practice.need = "Viele Kinder kennen ihre Schule vor dem ersten Tag nicht."
        practice.elements = [PracticeElement(key: "woche", text: "Jede Woche, nicht einmalig", isCore: true)]
        practice.successFactors = ["Feste Ansprechperson in jeder Schule"]
        practice.status = .pilot
        try await store.create(practice, isInvented: true, by: actor, at: now)
    }
}
