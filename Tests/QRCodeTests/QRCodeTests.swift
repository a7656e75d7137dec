import Foundation
import QRCode
import StorageTesting
import Testing

@Suite("QR-Code") struct QRCodeTests {
    @Test(
        "a longer text takes the next version; 213 bytes are the most",
        arguments: [
            (0, 1), (14, 1), (15, 2), (26, 2), (42, 3), (62, 4), (84, 5), (106, 6), (122, 7), (152, 8), (180, 9),
            (181, 10),
            (213, 10),
        ])
    func versions(length: Int, version: Int) throws {
        let code = try #require(QRCode(String(repeating: "a", count: length)))
        #expect(code.version == version)
        #expect(code.side == 17 + 4 * version && code.rows.allSatisfy { $0.count == code.side })
        #expect(QRCode(String(repeating: "a", count: 214)) == nil && QRCode(String(repeating: "ü", count: 107)) == nil)
    }

    @Test("the three corners hold the pattern that scanners look for, with its light border")
    func finders() throws {
        let code = try #require(QRCode("https://lueckenlos.example/praxis/famos"))
        let ring = ["1111111", "1000001", "1011101", "1011101", "1011101", "1000001", "1111111"]
        let last = code.side - 7
        for (row, column) in [(0, 0), (0, last), (last, 0)] {
            let found = code.rows[row..<row + 7].map { line in
                line[column..<column + 7].map { $0 ? "1" : "0" }.joined()
            }
            #expect(found == ring)
        }
        #expect(code.rows[7][0...7].allSatisfy { !$0 } && code.rows[0][7] == false)
        #expect(code == QRCode("https://lueckenlos.example/praxis/famos"))
    }

    @Test(
        "another library reads what was written, at every length and with umlauts",
        .enabled(if: PythonTools.has("zxingcpp")))
    func reading() async throws {
        let letters = Array("abcdefghijklmnopqrstuvwxyzABC0123456789:/.-?=&%äöüß")
        var texts = ["https://lueckenlos.example/praxis/kreis-unna-famos", "Lückenlos: »Frühe Hilfen« – 2015"]
        texts += (1...213).map { length in
            var text = ""
            var seed = length &* 2_654_435_761
            while text.utf8.count < length {
                seed = (seed &* 1_103_515_245 &+ 12_345) & 0x7FFF_FFFF
                let letter = letters[seed / 7 % letters.count]
                text.append(text.utf8.count + letter.utf8.count <= length ? letter : "x")
            }
            return text
        }
        let lines = try texts.map { text in
            try #require(QRCode(text)).rows.map { $0.map { $0 ? "1" : "0" }.joined() }.joined(separator: " ")
        }
        let file = FileManager.default.temporaryDirectory.appending(path: "qr-\(UUID().uuidString).txt")
        try lines.joined(separator: "\n").write(to: file, atomically: true, encoding: .utf8)
        defer { try? FileManager.default.removeItem(at: file) }
        let script = PythonTools.root.appending(path: "scripts/oracle/qr.py").path
        let result = try await PythonTools.run([script, file.path])
        #expect(result.status == 0)
        struct Reading: Decodable {
            let text, level: String
        }
        let readings = result.output.split(separator: "\n").map { line in
            try? JSONDecoder().decode(Reading.self, from: Data(line.utf8))
        }
        #expect(readings.map { $0?.text } == texts)
        #expect(readings.allSatisfy { $0?.level == "M" })
    }
}
