/// A file of the design, served as it is; its address changes with its content, so it may be kept for ever.
package struct Asset: Sendable {
    package let path: String
    package let contentType: String
    package let bytes: [UInt8]

    /// - Parameter name: `stil.css` becomes `/-/stil.4f1c….css`.
    init(_ name: String, _ contentType: String, _ bytes: [UInt8]) {
        var hash: UInt64 = 0xcbf2_9ce4_8422_2325
        for byte in bytes { hash = (hash ^ UInt64(byte)) &* 0x100_0000_01b3 }
        let parts = name.split(separator: ".", maxSplits: 1)
        path = "/-/\(parts[0]).\(String(hash, radix: 36)).\(parts[parts.count - 1])"
        self.contentType = contentType
        self.bytes = bytes
    }
}

/// Files of the design, held in the binary.
package enum Assets {
    private static let style = Asset("stil.css", "text/css; charset=utf-8", StyleSheet.bytes)
    private static let additions = Dictionary(
        uniqueKeysWithValues: StyleAddition.allCases.map { addition in
            (addition, Asset(addition.rawValue + ".css", "text/css; charset=utf-8", StyleSheet.bytes(of: addition)))
        })
    private static let script = Asset("komfort.js", "text/javascript; charset=utf-8", bytes(of: Script.source))
    private static let crestFile = Asset("zeichen.svg", "image/svg+xml", bytes(of: crestDocument))

    /// Every file the pages refer to.
    package static let all =
        [style, script, crestFile] + StyleAddition.allCases.compactMap { additions[$0] }

    package static var styleSheetPath: String { style.path }
    package static var styleSheet: [UInt8] { style.bytes }
    /// Everything that a page or a drawing may need on paper, in the order in which pages link it.
    package static var printStyleSheet: [UInt8] {
        style.bytes + StyleAddition.allCases.flatMap(StyleSheet.bytes(of:))
    }
    package static func path(of addition: StyleAddition) -> String { additions[addition]?.path ?? style.path }
    package static var scriptPath: String { script.path }
    package static var crestPath: String { crestFile.path }

    static func bytes(of text: StaticString) -> [UInt8] {
        Array(UnsafeBufferPointer(start: text.utf8Start, count: text.utf8CodeUnitCount))
    }

    /// The crest: a shield with two links of the chain, in the colours of the page.
    static let crest: StaticString =
        #"<svg class="crest" viewBox="0 0 40 46" aria-hidden="true"><path class="shield" d="M2 2h36v22c0 10-8 16-18 20C10 40 2 34 2 24z"/><g fill="none" stroke-width="3.200"><rect class="l1" x="7" y="15" width="15" height="11" rx="5.500"/><rect class="l2" x="18" y="15" width="15" height="11" rx="5.500"/><path class="l1" d="M20 25.200a5.500 5.500 0 0 0 2-4.700"/></g></svg>"#

    private static let crestDocument: StaticString =
        ##"<svg xmlns="http://www.w3.org/2000/svg" viewBox="-3 0 46 46"><path d="M2 2h36v22c0 10-8 16-18 20C10 40 2 34 2 24z" fill="#06383b" stroke="#f4ab33" stroke-width="2"/><g fill="none" stroke-width="3.200"><rect x="7" y="15" width="15" height="11" rx="5.500" stroke="#fffaf0"/><rect x="18" y="15" width="15" height="11" rx="5.500" stroke="#f6b94f"/></g></svg>"##

    /// The last three links of the chain, closing the page.
    static let chainLine: StaticString =
        #"<svg class="chainline" viewBox="0 0 132 26" aria-hidden="true"><g fill="none" stroke-width="4"><rect class="a" x="2" y="2" width="50" height="22" rx="11"/><rect class="b" x="41" y="2" width="50" height="22" rx="11"/><rect class="a" x="80" y="2" width="50" height="22" rx="11"/></g></svg>"#
}
