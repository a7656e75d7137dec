import CZlib

/// ZIP-Datei: files packed into one, without folders, dates or anything else that differs from run to run.
package struct ZIPFile: Sendable {
    private var body: [UInt8] = []
    private var directory: [UInt8] = []
    private var count: UInt16 = 0

    package init() {}

    /// Adds a file; stored as it is if packing is not wanted or does not help.
    ///
    /// - Parameter name: in ASCII, at most 100 bytes.
    package mutating func add(_ name: String, _ content: [UInt8], isPacked: Bool = true) {
        let name = Array(name.utf8.prefix(100))
        let sum = content.withUnsafeBufferPointer {
            UInt32(truncatingIfNeeded: crc32(0, $0.baseAddress, UInt32($0.count)))
        }
        let packed = isPacked ? Self.deflated(content).flatMap { $0.count < content.count ? $0 : nil } : nil
        let stored = packed ?? content
        var head: [UInt8] = []
        // Version 2.0, no flags, method, 1 January 1980.
        for number in [20, 0, packed == nil ? 0 : 8, 0, 0x21] as [UInt16] { Self.append(number, to: &head) }
        for number in [sum, UInt32(stored.count), UInt32(content.count)] { Self.append(number, to: &head) }
        Self.append(UInt16(name.count), to: &head)
        Self.append(UInt16(0), to: &head)
        let offset = UInt32(body.count)
        body += [0x50, 0x4B, 3, 4] + head + name + stored
        directory += [0x50, 0x4B, 1, 2, 20, 0] + head
        // No comment, disk 0, attributes 0.
        directory += Array(repeating: 0, count: 10)
        Self.append(offset, to: &directory)
        directory += name
        count += 1
    }

    /// The whole file.
    package var bytes: [UInt8] {
        var end: [UInt8] = [0x50, 0x4B, 5, 6, 0, 0, 0, 0]
        Self.append(count, to: &end)
        Self.append(count, to: &end)
        Self.append(UInt32(directory.count), to: &end)
        Self.append(UInt32(body.count), to: &end)
        return body + directory + end + [0, 0]
    }

    private static func append(_ number: some FixedWidthInteger, to bytes: inout [UInt8]) {
        for shift in stride(from: 0, to: number.bitWidth, by: 8) {
            bytes.append(UInt8(truncatingIfNeeded: number >> shift))
        }
    }

    /// Raw deflate: a gzip member without its ten bytes in front and eight behind.
    private static func deflated(_ content: [UInt8]) -> [UInt8]? {
        var stream = z_stream()
        guard lueckenlos_gzip_init(&stream, 6) == Z_OK else { return nil }
        defer { deflateEnd(&stream) }
        var input = content
        let room = Int(deflateBound(&stream, UInt(content.count)))
        let member = [UInt8](unsafeUninitializedCapacity: room) { output, count in
            input.withUnsafeMutableBufferPointer { input in
                stream.next_in = input.baseAddress
                stream.avail_in = UInt32(input.count)
                stream.next_out = output.baseAddress
                stream.avail_out = UInt32(room)
                count = deflate(&stream, Z_FINISH) == Z_STREAM_END ? Int(stream.total_out) : 0
            }
        }
        return member.count > 18 ? Array(member[10..<(member.count - 8)]) : nil
    }
}
