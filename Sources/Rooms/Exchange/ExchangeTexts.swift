/// The sentences of the room.
package struct ExchangeTexts: Decodable, Sendable {
    let navigation: String
}
