import Foundation
import Print
import StorageTesting
import Testing
import Texts

@Suite("Files") struct FileTests {
    /// Checks a file with a foreign program; the file is gone at the end.
    private func python(_ bytes: [UInt8], _ script: String) async throws -> String {
        let file = FileManager.default.temporaryDirectory.appendingPathComponent("datei-\(UUID().uuidString)")
        try Data(bytes).write(to: file)
        defer { try? FileManager.default.removeItem(at: file) }
        return try await PythonTools.run(["-c", script, file.path]).output
    }

    private static let book = Spreadsheet(
        "Kinder & Jugend", language: "de",
        sheets: [
            Spreadsheet.Sheet(
                "Werte [2022]", head: ["Gebiet", "Anteil"],
                rows: [
                    [.text("Nord <A> \"x\" & \u{1}ü"), .number(31.8)], [.text("=1+1"), .number(.nan)],
                    [.text("Süd"), .number(-0.5)], [.empty, .empty], [],
                ]),
            Spreadsheet.Sheet("Werte 2022", head: [], rows: [[.text("Quelle")]]),
            Spreadsheet.Sheet("leer", head: [], rows: []),
        ])

    @Test("a spreadsheet is a sound ZIP file whose first entry is the stored type")
    func container() async throws {
        let told = try await python(
            Self.book.bytes,
            """
            import sys, zipfile
            z = zipfile.ZipFile(sys.argv[1])
            first = z.infolist()[0]
            print(z.testzip(), first.filename, first.compress_type, z.read("mimetype").decode())
            import xml.dom.minidom
            for name in z.namelist():
                if name.endswith(".xml"): xml.dom.minidom.parseString(z.read(name))
            print(sorted(z.namelist()))
            """)
        #expect(told.hasPrefix("None mimetype 0 application/vnd.oasis.opendocument.spreadsheet\n"))
        #expect(told.contains("'META-INF/manifest.xml', 'content.xml'"))
    }

    @Test("cells come back as they were written: text as text, numbers as numbers, nothing as nothing")
    func cells() async throws {
        let told = try await python(
            Self.book.bytes,
            """
            import sys, zipfile, xml.etree.ElementTree as E
            root = E.fromstring(zipfile.ZipFile(sys.argv[1]).read("content.xml"))
            o, t, x = ("{urn:oasis:names:tc:opendocument:xmlns:%s:1.0}" % n for n in ("office", "table", "text"))
            for table in root.iter(t + "table"):
                print(table.get(t + "name"))
                for row in table.iter(t + "table-row"):
                    print([(c.get(o + "value-type"), c.get(o + "value"), "".join(c.itertext())) for c in row])
            """)
        #expect(told.contains("Werte 2022\n") && told.contains("Tabelle 2\n") && told.contains("leer\n"))
        #expect(told.contains("('string', None, 'Nord <A> \"x\" & ü'), ('float', '31.8', '31.8')"))
        #expect(told.contains("('string', None, '=1+1'), (None, None, '')"))
        #expect(told.contains("('float', '-0.5', '-0.5')"))
        #expect(told.contains("[(None, None, ''), (None, None, '')]\n[(None, None, '')]"))
    }

    @Test("the same content gives the same bytes, and large content is packed")
    func steady() async throws {
        #expect(Self.book.bytes == Self.book.bytes)
        var zip = ZIPFile()
        let large = Array(repeating: UInt8(ascii: "a"), count: 100_000)
        zip.add("a.txt", large)
        zip.add("leer.txt", [])
        #expect(zip.bytes.count < 2_000)
        let told = try await python(
            zip.bytes,
            "import sys, zipfile\nz = zipfile.ZipFile(sys.argv[1])\nprint(z.testzip(), len(z.read('a.txt')), len(z.read('leer.txt')))"
        )
        #expect(told == "None 100000 0\n")
    }

    @Test("a picture carries its own rules, and none of them refers to elsewhere")
    func picture() {
        let css = ":root { --teal: #045; } .dot { fill: var(--teal); } @media screen { .dot { stroke: red; } }"
        let file = PictureFile(
            drawing: Array(
                "<svg xmlns=\"http://www.w3.org/2000/svg\" viewBox=\"0 0 9 9\"><circle class=\"dot\" r=\"3\"/></svg>"
                    .utf8),
            styleSheet: Array(css.utf8))
        let text = String(decoding: file.bytes, as: UTF8.self)
        #expect(text.contains("<style>.dot{fill:#045}</style><circle"))
        #expect(!text.contains("var(") && !text.contains("stroke"))
        #expect(PictureFile(drawing: [], styleSheet: []).bytes.starts(with: "<?xml".utf8))
    }

    private static let rsvg = PrintEngine(environment: ProcessInfo.processInfo.environment).pictureProgram

    @Test("draws a PNG of twice the size", .enabled(if: rsvg != nil, "rsvg-convert is not installed"))
    func png() async throws {
        let engine = PrintEngine(program: nil, pictureProgram: Self.rsvg)
        let drawing =
            "<svg xmlns=\"http://www.w3.org/2000/svg\" width=\"30\" height=\"20\"><path d=\"M0 0h9v9z\"/></svg>"
        let result = await engine.png(from: PictureFile(drawing: Array(drawing.utf8), styleSheet: []))
        guard case .png(let bytes) = result else {
            Issue.record("no PNG: \(result)")
            return
        }
        #expect(bytes.count > 24 && Array(bytes[16..<24]) == [0, 0, 0, 60, 0, 0, 0, 40])
    }

    @Test("says what is missing where the program is not installed, or the picture is none")
    func noPicture() async {
        let nothing = await PrintEngine(program: nil).png(from: PictureFile(drawing: [], styleSheet: []))
        #expect(nothing == .notInstalled && nothing.message(in: .german)?.contains("SVG") == true)
        guard let program = Self.rsvg else { return }
        let broken = await PrintEngine(program: nil, pictureProgram: program)
            .png(from: PictureFile(drawing: Array("<svg".utf8), styleSheet: []))
        guard case .failed(.program) = broken else {
            Issue.record("\(broken)")
            return
        }
    }
}
