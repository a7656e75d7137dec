/// QR-Code: text as a square of dark and light modules that a phone reads (ISO/IEC 18004, byte mode, level M).
package struct QRCode: Hashable, Sendable {
    /// 1…10; a side has 17 + 4 · version modules.
    package let version: Int
    /// Row by row; `true` is dark. The light margin of four modules around it is not part of it.
    package let rows: [[Bool]]

    package var side: Int { rows.count }

    /// Level M restores about 15 % of damaged modules.
    ///
    /// - Returns: `nil` if the text has more than 213 bytes in UTF-8.
    package init?(_ text: String) {
        let bytes = Array(text.utf8)
        guard let layout = QRLayout.all.first(where: { bytes.count <= $0.capacity }) else { return nil }
        version = layout.version
        let matrix = QRMatrix(layout, codewords: layout.interleaved(layout.codewords(of: bytes)))
        rows = matrix.masked()
    }
}
