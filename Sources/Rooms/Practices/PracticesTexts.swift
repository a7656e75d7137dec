/// The sentences of the room.
package struct PracticesTexts: Decodable, Sendable {
    let navigation: String
}
