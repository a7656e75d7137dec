import Foundation

#if canImport(Glibc)
    import Glibc
#elseif canImport(Darwin)
    import Darwin
#endif

/// Files of the house on disk: for the owner only, and really on disk before anyone relies on them.
enum SQLiteFile {
    /// Makes the folder (0700) and an empty file (0600) if they are missing; SQLite gives the files beside it the same mode.
    static func prepare(_ path: String) throws {
        let folder = URL(fileURLWithPath: path).deletingLastPathComponent().path
        if !FileManager.default.fileExists(atPath: folder) {
            do {
                try FileManager.default.createDirectory(
                    atPath: folder, withIntermediateDirectories: true, attributes: [.posixPermissions: 0o700])
            } catch { throw StorageError.unavailable("Der Ordner \(folder) lässt sich nicht anlegen.") }
        }
        let file = open(path, O_RDWR | O_CREAT | O_CLOEXEC, 0o600)
        guard file >= 0 else {
            throw StorageError.unavailable("\(path): \(String(cString: strerror(errno)))")
        }
        close(file)
    }

    /// Copies a file's content into the file at `target`, which exists already with its own mode.
    static func copy(_ source: String, over target: String) throws {
        guard let reading = FileHandle(forReadingAtPath: source), let writing = FileHandle(forWritingAtPath: target)
        else {
            throw StorageError.unavailable("\(source) lässt sich nicht nach \(target) kopieren.")
        }
        do {
            while let chunk = try reading.read(upToCount: 1 << 20), !chunk.isEmpty {
                try writing.write(contentsOf: chunk)
            }
            try writing.truncate(atOffset: writing.offset())
            try reading.close()
            try writing.close()
        } catch { throw StorageError.unavailable("\(source) lässt sich nicht nach \(target) kopieren.") }
    }

    /// Hands the file's or folder's bytes to the disk.
    static func flush(_ path: String) throws {
        let file = open(path, O_RDONLY | O_CLOEXEC)
        guard file >= 0 else { throw StorageError.unavailable("\(path): \(String(cString: strerror(errno)))") }
        defer { close(file) }
        guard fsync(file) == 0 else { throw StorageError.unavailable("\(path): \(String(cString: strerror(errno)))") }
    }

    /// Puts the finished file `temporary` in the place of `path`: whoever looks sees the old or the new one, never a half.
    static func replace(_ path: String, with temporary: String) throws {
        try flush(temporary)
        guard rename(temporary, path) == 0 else {
            throw StorageError.unavailable("\(path): \(String(cString: strerror(errno)))")
        }
        try flush(URL(fileURLWithPath: path).deletingLastPathComponent().path)
    }
}
