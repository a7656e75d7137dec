import ContextModel
import HTML
import Prevention
import Storage
import Texts
import Web

extension ContextRoom {
    /// `GET /kontext/lernen`
    @Sendable func showLearning(_ visit: Visit) async throws -> Answer {
        learningPage(visit, try await lessons(visit), try FormReader(visit), words(visit))
    }

    /// `POST /kontext/lernen`: writes a new version of the requirement, with the reason.
    @Sendable func confirmLesson(_ visit: Visit) async throws -> Answer {
        let lessons = try await lessons(visit)
        let words = words(visit)
        var form = try FormReader(visit)
        let id = form.fields.text("anforderung").flatMap { ID<Requirement>($0) }
        guard let line = lessons.first(where: { $0.requirement.id == id }), line.mayConfirm else { throw NotFound() }
        let reason = form.requiredText("grund", max: 300)
        guard let weight = line.proposed, form.fields.text("gewicht") == "\(weight.rawValue)" else {
            form.refuse("grund", words.texts.learn.stale)
            return learningPage(visit, lessons, form, words)
        }
        guard form.isComplete, let reason else { return learningPage(visit, lessons, form, words) }
        let lines = line.set.lines.map { old in
            old.requirement.id == line.requirement.id
                ? RequirementSet.Line(old.requirement.weighing(weight, basis: .seenAtAdopters), isAssumed: false) : old
        }
        do {
            try await store.save(
                lines, of: line.practice.reference, seen: line.set.version, because: reason,
                by: try visit.signedInAccount().auditActor, at: visit.now)
        } catch StorageError.stale {
            form.refuse("grund", words.texts.learn.stale)
            return learningPage(visit, lessons, form, words)
        }
        return .redirect(to: .to(ContextPath.learning.path(), query: [("fertig", "1")]), in: visit.language)
    }

    /// What the experiences say about each requirement; proposals first.
    private func lessons(_ visit: Visit) async throws -> [LessonLine] {
        let caller = try await caller(visit)
        let practices = try await ports.practices()
        var lines: [LessonLine] = []
        for set in try await store.requirementSets() {
            guard let practice = practices.first(where: { $0.reference == set.practice }) else { continue }
            let told = try await store.experiences(of: set.practice)
            let experiences = told.map(\.experience)
            if experiences.isEmpty { continue }
            lines += set.requirements.compactMap { requirement in
                RequirementLesson(requirement, experiences).map {
                    LessonLine(
                        practice: practice, set: set, requirement: requirement, lesson: $0,
                        origins: told.map(\.origin), mayConfirm: caller.mayState(practice))
                }
            }
        }
        return lines.filter { $0.lesson.without.trials > 0 }
    }
}

extension Requirement {
    /// The same requirement with another weight.
    fileprivate func weighing(_ weight: Weight, basis: Basis) -> Requirement {
        Requirement(
            id: id, practice: practice, condition: condition, threshold: threshold, weight: weight, why: why,
            basis: basis, substitutes: substitutes)
    }
}

/// What adopters teach about one requirement.
struct LessonLine: Sendable {
    let practice: ContextPorts.PracticeFacts
    let set: RequirementSet
    let requirement: Requirement
    let lesson: RequirementLesson
    /// Who has told how it went.
    let origins: [String]
    let mayConfirm: Bool

    /// The weight that is proposed; `nil` if it is to stay.
    var proposed: Requirement.Weight? {
        switch lesson.proposal {
        case .downgrade(let weight), .upgrade(let weight): weight
        case .keep: nil
        }
    }
}
