package import Foundation

/// Postausgang für die Entwicklung: where no server is set, mails lie here as files to read.
package struct Outbox: Sendable {
    package let folder: URL

    package init(folder: URL) { self.folder = folder }

    /// One mail of the outbox, decoded for reading.
    package struct Entry: Hashable, Sendable {
        /// The file's name, the key of its page.
        package let name: String
        package let date: String
        package let to: String
        package let subject: String
        package let language: String
        package let text: String
    }

    /// Files the mail as `<hash of the Message-ID>.eml`, readable by the owner only; a repetition replaces it.
    ///
    /// - Throws: if the folder cannot be written.
    func put(_ envelope: Envelope) throws {
        let files = FileManager.default
        try files.createDirectory(at: folder, withIntermediateDirectories: true, attributes: [.posixPermissions: 0o700])
        let name = envelope.messageID.filter { $0.isASCII && ($0.isLetter || $0.isNumber) }.prefix(32) + ".eml"
        let file = folder.appendingPathComponent(String(name))
        let draft = folder.appendingPathComponent(".\(name).\(UInt64.random(in: .min ... .max))")
        guard
            files.createFile(
                atPath: draft.path, contents: Data(envelope.content), attributes: [.posixPermissions: 0o600])
        else { throw CocoaError(.fileWriteUnknown) }
        guard rename(draft.path, file.path) == 0 else {
            try files.removeItem(at: draft)
            throw CocoaError(.fileWriteUnknown)
        }
    }

    /// The mails, youngest first, at most `limit`; files that are no mails of ours are left out.
    package func entries(limit: Int = 200) -> [Entry] {
        let keys: Set<URLResourceKey> = [.contentModificationDateKey]
        let found = try? FileManager.default.contentsOfDirectory(
            at: folder, includingPropertiesForKeys: Array(keys), options: [.skipsHiddenFiles])
        let dated = (found ?? []).filter { $0.pathExtension == "eml" }.map { file in
            (file, (try? file.resourceValues(forKeys: keys))?.contentModificationDate ?? .distantPast)
        }
        return dated.sorted { ($0.1, $0.0.path) > ($1.1, $1.0.path) }.prefix(limit).compactMap { read($0.0) }
    }

    /// The mail filed under `name`, `nil` if there is none. Names with anything but letters and digits find nothing.
    package func entry(named name: String) -> Entry? {
        let stem = name.hasSuffix(".eml") ? name.dropLast(4) : ""
        guard !stem.isEmpty, stem.allSatisfy({ $0.isASCII && ($0.isLetter || $0.isNumber) }) else { return nil }
        return read(folder.appendingPathComponent(name))
    }

    private func read(_ file: URL) -> Entry? {
        guard let data = FileManager.default.contents(atPath: file.path), let mail = FiledMail(Array(data)) else {
            return nil
        }
        return Entry(
            name: file.lastPathComponent, date: mail.header("Date"), to: mail.header("To"),
            subject: mail.header("Subject"),
            language: mail.header("Content-Language"), text: mail.text)
    }
}
