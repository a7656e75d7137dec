import Foundation
import Mail
import Prevention
import StorageTesting

/// A real mail server (aiosmtpd) for one test; ends with its owner.
final class SMTPServer: Sendable {
    /// A mail the server took.
    struct Taken: Decodable, Hashable {
        let id: String
        let to: [String]
        let from: String
        let ehlo: String
        let tls: Bool
        let login: Bool
        let size: Int
    }

    enum TLS: String {
        case none, starttls, implicit
    }

    static var isAvailable: Bool { PythonTools.has("aiosmtpd.smtp") }

    let port: Int
    /// The certificate it shows, for `localhost` and 127.0.0.1.
    let certificate: String
    private let folder: URL
    private let process: Process
    private let input = Pipe()

    static func start(tls: TLS = .none, login: String? = nil, refuseSender: Bool = false) async throws -> SMTPServer {
        try await onOwnThread { try SMTPServer(tls: tls, login: login, refuseSender: refuseSender) }
    }

    private init(tls: TLS, login: String?, refuseSender: Bool) throws {
        folder = FileManager.default.temporaryDirectory.appendingPathComponent("smtp-\(ID<Mail>().text)")
        try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
        certificate = folder.appendingPathComponent("cert.pem").path
        let key = folder.appendingPathComponent("key.pem").path
        var arguments = [
            PythonTools.root.appendingPathComponent("Tests/MailTests/Support/smtp_server.py").path,
            folder.appendingPathComponent("log").path, "--tls", tls.rawValue,
        ]
        if tls != .none {
            try Self.makeCertificate(certificate, key: key)
            arguments += ["--cert", certificate, "--key", key]
        }
        if let login { arguments += ["--login", login] }
        if refuseSender { arguments.append("--refuse-sender") }
        process = try PythonTools.process(arguments)
        let output = Pipe()
        process.standardInput = input
        process.standardError = FileHandle.nullDevice
        process.standardOutput = output
        try process.run()
        var greeting = Data()
        while !greeting.contains(10) {
            let part = output.fileHandleForReading.availableData
            guard !part.isEmpty else { throw CocoaError(.fileReadUnknown) }
            greeting += part
        }
        guard let port = Int(String(decoding: greeting, as: UTF8.self).dropFirst(5).trimmingCharacters(in: .newlines))
        else {
            throw CocoaError(.fileReadCorruptFile)
        }
        self.port = port
    }

    deinit {
        process.terminate()
        try? FileManager.default.removeItem(at: folder)
    }

    /// How many mails it has taken so far.
    func count() -> Int { log.count { $0 == 10 } }

    private var log: Data { FileManager.default.contents(atPath: folder.appendingPathComponent("log").path) ?? Data() }

    /// The mails taken so far, in their order, repetitions included.
    func taken() throws -> [Taken] {
        try log.split(separator: 10).map { try JSONDecoder().decode(Taken.self, from: $0) }
    }

    private static func makeCertificate(_ certificate: String, key: String) throws {
        let process = Process()
        process.executableURL = URL(fileURLWithPath: "/usr/bin/env")
        process.arguments = [
            "openssl", "req", "-x509", "-newkey", "ec", "-pkeyopt", "ec_paramgen_curve:prime256v1", "-nodes", "-days",
            "2",
            "-subj", "/CN=localhost", "-addext", "subjectAltName=DNS:localhost,IP:127.0.0.1", "-keyout", key, "-out",
            certificate,
        ]
        process.standardError = FileHandle.nullDevice
        try process.run()
        process.waitUntilExit()
        guard process.terminationStatus == 0 else { throw CocoaError(.fileWriteUnknown) }
    }
}
