import CZlib

/// Verdichtung: compresses text with gzip.
package enum Compression {
    /// Smaller bodies are sent as they are.
    static let least = 1_024

    /// Whether compressing a body of this type and size is worth it.
    static func pays(_ contentType: String?, size: Int) -> Bool {
        guard size > least, let type = contentType?.prefix(while: { $0 != ";" }).lowercased() else { return false }
        return type.hasPrefix("text/") || type == "image/svg+xml" || type.hasSuffix("json")
            || type.hasSuffix("javascript")
    }

    /// Whether `Accept-Encoding` takes gzip (a quality of 0 refuses it).
    static func isAccepted(_ header: String?) -> Bool {
        guard let header else { return false }
        for item in header.lowercased().split(separator: ",") {
            let parts = item.split(separator: ";").map { String($0).trimmed }
            guard parts.first == "gzip" || parts.first == "*" else { continue }
            let quality = parts.dropFirst().first { $0.hasPrefix("q=") }.flatMap { Double($0.dropFirst(2)) } ?? 1
            return quality > 0
        }
        return false
    }

    /// The body as one gzip member; `nil` if zlib refuses (out of memory).
    package static func gzip(_ body: [UInt8], level: Int32 = 5) -> [UInt8]? {
        var stream = z_stream()
        guard lueckenlos_gzip_init(&stream, level) == Z_OK else { return nil }
        defer { deflateEnd(&stream) }
        var input = body
        let room = Int(deflateBound(&stream, UInt(body.count)))
        let packed = [UInt8](unsafeUninitializedCapacity: room) { output, count in
            input.withUnsafeMutableBufferPointer { input in
                stream.next_in = input.baseAddress
                stream.avail_in = UInt32(input.count)
                stream.next_out = output.baseAddress
                stream.avail_out = UInt32(room)
                count = deflate(&stream, Z_FINISH) == Z_STREAM_END ? Int(stream.total_out) : 0
            }
        }
        return packed.isEmpty ? nil : packed
    }
}
