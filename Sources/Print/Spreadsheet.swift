/// Tabellendatei in OpenDocument (ODS): sheets of text and numbers that office programs calculate with.
package struct Spreadsheet: Sendable {
    package enum Cell: Sendable, Hashable {
        case text(String)
        /// Numbers that are none become empty cells.
        case number(Double)
        case empty
    }

    package struct Sheet: Sendable {
        package let name: String
        package let head: [String]
        package let rows: [[Cell]]

        package init(_ name: String, head: [String], rows: [[Cell]]) {
            self.name = name
            self.head = head
            self.rows = rows
        }
    }

    package static let contentType = "application/vnd.oasis.opendocument.spreadsheet"
    private let sheets: [Sheet]
    private let title: String
    /// Language tag of the words.
    private let language: String

    package init(_ title: String, language: String, sheets: [Sheet]) {
        self.title = title
        self.language = language
        self.sheets = sheets
    }

    /// The file; the same bytes for the same content.
    package var bytes: [UInt8] {
        var zip = ZIPFile()
        zip.add("mimetype", Array(Self.contentType.utf8), isPacked: false)
        zip.add("content.xml", content)
        zip.add("styles.xml", Array((Self.start + "<office:document-styles \(Self.spaces)/>").utf8))
        zip.add(
            "meta.xml",
            Array(
                (Self.start
                    + "<office:document-meta \(Self.spaces)><office:meta><meta:generator>Lückenlos</meta:generator>"
                    + "<dc:title>\(Self.escaped(title))</dc:title><dc:language>\(Self.escaped(language))</dc:language>"
                    + "</office:meta></office:document-meta>").utf8))
        zip.add("META-INF/manifest.xml", Array(Self.manifest.utf8))
        return zip.bytes
    }

    private static let start = "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n"
    private static let spaces = """
        xmlns:office="urn:oasis:names:tc:opendocument:xmlns:office:1.0" \
        xmlns:table="urn:oasis:names:tc:opendocument:xmlns:table:1.0" \
        xmlns:text="urn:oasis:names:tc:opendocument:xmlns:text:1.0" \
        xmlns:style="urn:oasis:names:tc:opendocument:xmlns:style:1.0" \
        xmlns:fo="urn:oasis:names:tc:opendocument:xmlns:xsl-fo-compatible:1.0" \
        xmlns:meta="urn:oasis:names:tc:opendocument:xmlns:meta:1.0" \
        xmlns:dc="http://purl.org/dc/elements/1.1/" office:version="1.3"
        """
    private static let manifest =
        start + """
            <manifest:manifest xmlns:manifest="urn:oasis:names:tc:opendocument:xmlns:manifest:1.0" manifest:version="1.3">\
            <manifest:file-entry manifest:full-path="/" manifest:version="1.3" manifest:media-type="\(contentType)"/>\
            <manifest:file-entry manifest:full-path="content.xml" manifest:media-type="text/xml"/>\
            <manifest:file-entry manifest:full-path="styles.xml" manifest:media-type="text/xml"/>\
            <manifest:file-entry manifest:full-path="meta.xml" manifest:media-type="text/xml"/>\
            </manifest:manifest>
            """

    private var content: [UInt8] {
        var xml =
            Self.start + "<office:document-content \(Self.spaces)><office:automatic-styles>"
            + "<style:style style:name=\"kopf\" style:family=\"table-cell\"><style:text-properties fo:font-weight=\"bold\"/></style:style>"
            + "<style:style style:name=\"breit\" style:family=\"table-column\"><style:table-column-properties style:column-width=\"4.5cm\"/></style:style>"
            + "</office:automatic-styles><office:body><office:spreadsheet>"
        var names: Set<String> = []
        for (index, sheet) in sheets.enumerated() { xml += Self.table(sheet, index, &names) }
        return Array((xml + "</office:spreadsheet></office:body></office:document-content>").utf8)
    }

    private static func table(_ sheet: Sheet, _ index: Int, _ names: inout Set<String>) -> String {
        let columns = max(sheet.head.count, sheet.rows.map(\.count).max() ?? 0, 1)
        var xml =
            "<table:table table:name=\"\(escaped(name(sheet.name, index, &names)))\">"
            + "<table:table-column table:style-name=\"breit\" table:number-columns-repeated=\"\(columns)\"/>"
        if !sheet.head.isEmpty {
            xml += "<table:table-header-rows><table:table-row>"
            for title in sheet.head { xml += cell(.text(title), style: " table:style-name=\"kopf\"") }
            xml += "</table:table-row></table:table-header-rows>"
        }
        for row in sheet.rows {
            xml += "<table:table-row>"
            for value in row.isEmpty ? [.empty] : row { xml += cell(value) }
            xml += "</table:table-row>"
        }
        if sheet.head.isEmpty, sheet.rows.isEmpty { xml += "<table:table-row><table:table-cell/></table:table-row>" }
        return xml + "</table:table>"
    }

    private static func cell(_ cell: Cell, style: String = "") -> String {
        switch cell {
        case .number(let number) where number.isFinite:
            return
                "<table:table-cell\(style) office:value-type=\"float\" office:value=\"\(number)\"><text:p>\(number)</text:p></table:table-cell>"
        case .text(let words) where !words.isEmpty:
            return
                "<table:table-cell\(style) office:value-type=\"string\"><text:p>\(escaped(words))</text:p></table:table-cell>"
        case .empty, .number, .text: return "<table:table-cell\(style)/>"
        }
    }

    /// At most 31 characters, none that office programs forbid, each name once.
    private static func name(_ wanted: String, _ index: Int, _ names: inout Set<String>) -> String {
        let clean = String(wanted.filter { !"[]*?:/\\'".contains($0) }.prefix(31))
        let name = clean.isEmpty || names.contains(clean) ? "Tabelle \(index + 1)" : clean
        names.insert(name)
        return name
    }

    /// Text for XML 1.0; characters that it forbids are left out.
    static func escaped(_ text: String) -> String {
        var result = ""
        for scalar in text.unicodeScalars {
            switch scalar {
            case "&": result += "&amp;"
            case "<": result += "&lt;"
            case ">": result += "&gt;"
            case "\"": result += "&quot;"
            case "\n", "\t": result += " "
            default:
                let isForbidden = scalar.value < 32 || (0xFFFE...0xFFFF).contains(scalar.value)
                if !isForbidden { result.unicodeScalars.append(scalar) }
            }
        }
        return result
    }
}
