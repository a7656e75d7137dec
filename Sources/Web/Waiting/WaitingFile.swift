package import Prevention

/// Wartende Datei: an uploaded table that waits to be checked and taken over, seen only by who sent it.
package struct WaitingFile: Sendable {
    /// Largest accepted file in bytes; the command line takes larger ones.
    package static let mostBytes = 20_000_000
    /// Files of one account in one room that may wait at the same time; the oldest goes first.
    package static let mostWaiting = 5
    /// Hours after which a waiting file is thrown away.
    package static let hours = 24

    package let id: ID<WaitingFile>
    package let accountID: String
    /// What its rows are, in the room's words: `offers`.
    package let kind: String
    package let fileName: String
    /// Name of the list under which its rows are known again: `kita-liste`.
    package let origin: String
    /// How its columns are to be read, in the room's notation.
    package var mapping: String
    package let bytes: [UInt8]
    package let uploadedAt: Instant

    /// A file just sent.
    package init(
        accountID: String, kind: String, file: UploadedFile, origin: String, mapping: String, uploadedAt: Instant
    ) {
        self.init(
            id: ID(), accountID: accountID, kind: kind, fileName: String(file.name.prefix(120)), origin: origin,
            mapping: mapping, bytes: file.bytes, uploadedAt: uploadedAt)
    }

    init(
        id: ID<WaitingFile>, accountID: String, kind: String, fileName: String, origin: String, mapping: String,
        bytes: [UInt8], uploadedAt: Instant
    ) {
        self.id = id
        self.accountID = accountID
        self.kind = kind
        self.fileName = fileName
        self.origin = origin
        self.mapping = mapping
        self.bytes = bytes
        self.uploadedAt = uploadedAt
    }
}

/// A line of the list of waiting files.
package struct WaitingFileLine: Sendable {
    package let id: ID<WaitingFile>
    package let fileName: String
    package let at: Instant
}
