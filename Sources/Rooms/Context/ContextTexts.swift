/// The sentences of the room.
package struct ContextTexts: Decodable, Sendable {
    let navigation: String
}
