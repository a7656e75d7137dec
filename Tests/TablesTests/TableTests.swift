import Tables
import Testing

@Suite("Tables") struct TableTests {
    @Test("encoding and separator are found by the bytes")
    func findsTheForm() throws {
        let table = try CSVTable(Array("Name;Zahl\r\n\"Zur \"\"Linde\"\"\";1,5\r\n".utf8))
        #expect(table.separator == ";" && table.encoding == .utf8)
        #expect(table.header == ["Name", "Zahl"])
        #expect(table.rows == [["Zur \"Linde\"", "1,5"]])
        let windows = try CSVTable([0x4B, 0xF6, 0x6C, 0x6E, 0x2C, 0x31])
        #expect(windows.encoding == .windows && windows.header == ["Köln", "1"])
    }

    @Test("names are compared without case, umlauts and signs")
    func folds() {
        #expect(Folding.fold("Fröndenberg/Ruhr") == Folding.fold("froendenberg - RUHR"))
        #expect(Folding.fold("Straße Nr. 5") == "strassenr5")
    }
}
