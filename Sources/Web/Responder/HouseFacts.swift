/// What a house is called and how it presents itself.
package struct HouseFacts: Sendable {
    package var name: String
    package var sender: String
    package var notice: String?

    package init(name: String, sender: String, notice: String? = nil) {
        self.name = name
        self.sender = sender
        self.notice = notice
    }
}
