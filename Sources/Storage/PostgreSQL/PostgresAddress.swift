import CPostgres

/// Adresse einer PostgreSQL-Datenbank: `postgresql://user:password@host:port/name?…` in its parts.
package struct PostgresAddress: Sendable {
    /// libpq's keywords and their values: `host`, `port`, `dbname`, `user`, `password`, …
    let parts: [String: String]

    /// - Throws: `StorageError.unavailable` if libpq does not understand `text`; the message does not repeat it.
    package init(_ text: String) throws {
        var message: UnsafeMutablePointer<CChar>?
        guard let options = PQconninfoParse(text, &message) else {
            PQfreemem(message)
            throw StorageError.unavailable("Die Adresse der Datenbank ist nicht lesbar; erwartet postgresql://…")
        }
        defer { PQconninfoFree(options) }
        var parts: [String: String] = [:]
        var option = options
        while let keyword = option.pointee.keyword {
            if let value = option.pointee.val { parts[String(cString: keyword)] = String(cString: value) }
            option += 1
        }
        self.parts = parts
    }

    private init(parts: [String: String]) { self.parts = parts }

    /// The same server, another database.
    package func with(database: String) -> PostgresAddress {
        var parts = self.parts
        parts["dbname"] = database
        return PostgresAddress(parts: parts)
    }

    /// `key='value'` pairs for libpq and its programs, without the password.
    var textWithoutPassword: String {
        parts.filter { $0.key != "password" }.sorted { $0.key < $1.key }.map { key, value in
            let quoted = value.replacing("\\", with: "\\\\").replacing("'", with: "\\'")
            return "\(key)='\(quoted)'"
        }.joined(separator: " ")
    }

    /// The address as `postgresql:///?keyword=value&…`.
    package var url: String {
        let query = parts.sorted { $0.key < $1.key }.map { key, value in "\(key)=\(Self.escaped(value))" }
        return "postgresql:///?" + query.joined(separator: "&")
    }

    private static func escaped(_ text: String) -> String {
        text.utf8.map { byte in
            switch byte {
            case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "A")...UInt8(ascii: "Z"),
                UInt8(ascii: "0")...UInt8(ascii: "9"):
                String(UnicodeScalar(byte))
            default: "%" + (byte < 16 ? "0" : "") + String(byte, radix: 16)
            }
        }.joined()
    }

    package var password: String? { parts["password"] }
    package var database: String { parts["dbname"] ?? "" }
    /// Host and database for messages.
    var place: String { "\(parts["host"] ?? "lokal")/\(database)" }

    /// Connects; the caller ends the connection with `PQfinish`.
    func connect() throws -> OpaquePointer {
        var settings = ["connect_timeout": "10", "application_name": "lueckenlos", "tcp_user_timeout": "30000"]
        settings.merge(parts) { _, given in given }
        settings["client_encoding"] = "UTF8"
        let pairs = Array(settings)
        let opened = Self.withCStrings(pairs.map(\.key)) { keywords in
            Self.withCStrings(pairs.map(\.value)) { values in PQconnectdbParams(keywords, values, 0) }
        }
        guard let connection = opened else { throw StorageError.unavailable("\(place): zu wenig Speicher") }
        guard PQstatus(connection) == CONNECTION_OK else {
            let message = String(cString: PQerrorMessage(connection))
            PQfinish(connection)
            throw StorageError.unavailable("\(place): \(message.split(separator: "\n").first ?? "keine Verbindung")")
        }
        // Notices ("exists already, skipping") do not belong on standard error.
        PQsetNoticeProcessor(connection, { _, _ in }, nil)
        return connection
    }

    /// Calls `body` with a C array of C strings, closed by a null pointer.
    private static func withCStrings<T>(
        _ strings: [String], _ body: (UnsafePointer<UnsafePointer<CChar>?>) -> T?
    ) -> T? {
        var arena: [CChar] = []
        var offsets: [Int] = []
        for string in strings {
            offsets.append(arena.count)
            arena += string.utf8.map { CChar(bitPattern: $0) } + [0]
        }
        return arena.withUnsafeBufferPointer { bytes -> T? in
            guard let base = bytes.baseAddress else { return nil }
            let pointers = offsets.map { Optional(base + $0) } + [nil]
            return pointers.withUnsafeBufferPointer { $0.baseAddress.flatMap(body) }
        }
    }
}
