/// Bilddatei (SVG) of a drawing: its rules of style inside, a light ground, nothing from elsewhere.
package struct PictureFile: Sendable {
    package static let contentType = "image/svg+xml; charset=utf-8"
    package let bytes: [UInt8]

    /// - Parameters:
    ///   - drawing: one `svg` element as the house writes it.
    ///   - styleSheet: CSS of the house, from which the rules for drawings are taken.
    package init(drawing: [UInt8], styleSheet: [UInt8]) {
        let end = drawing.firstIndex(of: UInt8(ascii: ">")).map { $0 + 1 } ?? 0
        let style = Array("<style>".utf8) + DrawingStyle(styleSheet: styleSheet).bytes + Array("</style>".utf8)
        bytes =
            Array("<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n".utf8) + drawing[..<end]
            + (end > 0 ? style : []) + drawing[end...]
    }

    /// - Parameter finished: an SVG file that brings its style along.
    package init(finished: [UInt8]) { bytes = finished }
}
