import Foundation
import ModelProject
import Records
import Testing

@Suite("Modellprojekt lesen") struct RecordReaderTests {
    let folder = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
        .deletingLastPathComponent().appending(path: "Examples/model-project")

    @Test("all entries of the sources arrive with their sources")
    func counts() throws {
        let records = try RecordReader(folder: folder).records()
        let counts = Dictionary(grouping: records, by: \.kind).mapValues(\.count)
        #expect(counts == [.network: 138, .body: 44, .goal: 115])
        #expect(records.allSatisfy { !$0.sources.isEmpty && !$0.title.isEmpty })
        #expect(Set(records.map { "\($0.kind)/\($0.key)" }).count == records.count)
    }

    @Test("every link leads to an entry of the collection")
    func links() throws {
        let records = try RecordReader(folder: folder).records()
        let known = Set(records.map { "\($0.kind)/\($0.key)" })
        for record in records {
            for link in record.links { #expect(known.contains("\(link.kind)/\(link.key)"), "\(record.key)") }
        }
    }

    @Test("the collection holds no phone number and no mail address")
    func noPersonalData() throws {
        for record in try RecordReader(folder: folder).records() {
            let text = ([record.title, record.summary] + record.facts.flatMap(\.values)).joined(separator: " ")
            #expect(!text.contains("@"), "\(record.key)")
            #expect(text.firstMatch(of: /0\d{3,4}[ \/-]\d{4,}/) == nil, "\(record.key)")
        }
    }

    @Test("a missing folder is named with what to do")
    func missing() {
        #expect(throws: ModelProjectError.self) { try RecordReader(folder: URL(filePath: "/nirgends")) }
    }
}
