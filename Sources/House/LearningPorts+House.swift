import Learning
import Practice
import Practices
import Prevention
import Storage
import Texts
import Web

extension LearningPorts {
    /// Conversations hang on published practices of this house.
    ///
    /// Requests and transfers are not joined to the exchange here: nobody may read their conversations.
    static func house(_ database: Database) -> LearningPorts {
        let practices = PracticeStore(database: database)
        return LearningPorts(
            object: { reference, language in
                guard reference.kind == .practice else { return nil }
                let file: PracticeFile? =
                    if let id = ID<Practice>(reference.id) {
                        try await practices.file(id)
                    } else {
                        nil
                    }
                guard let entry = file?.published else { return nil }
                let title = entry.practice.titles[language.rawValue] ?? entry.title
                return Object(title: title, path: "/praxis/" + entry.slug)
            },
            mayJoin: { _, _ in false })
    }
}
