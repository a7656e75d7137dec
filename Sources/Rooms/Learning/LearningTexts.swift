/// The sentences of the room.
package struct LearningTexts: Decodable, Sendable {
    let navigation: String
}
