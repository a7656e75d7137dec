import Foundation
package import Hummingbird
import HummingbirdCore
package import Logging
import NIOCore
package import ServiceLifecycle

/// The house behind a socket, with its limits for connections that dawdle or send too much.
package enum HouseServer {
    /// Seconds without a request after which a connection is closed; also the time a request's head may take.
    static let idleSeconds: Int64 = 60

    /// - Parameter onOpen: runs once the socket listens.
    /// - Returns: an application; `runService()` serves until SIGTERM or SIGINT and finishes open requests first.
    package static func application(
        _ responder: HouseResponder, host: String, port: Int, services: [any Service], logger: Logger,
        onOpen: @escaping @Sendable () async -> Void = {}
    ) -> Application<HouseResponder> {
        let limits = HTTP1Channel.Configuration.DecoderConfiguration(
            maxHeaderFieldSize: 65_536, maxHeaderListSize: 131_072, maxHeaderFieldCount: 200)
        return Application(
            responder: responder,
            server: .http1(
                configuration: .init(
                    additionalChannelHandlers: [ConnectionEnding.Placer()], idleTimeout: .seconds(idleSeconds),
                    httpDecoderConfiguration: limits)),
            configuration: .init(address: .hostname(host, port: port)), services: services,
            onServerRunning: { _ in await onOpen() }, logger: logger)
    }

    /// Why the socket could not be opened, as a German sentence that says what to do; `nil` for errors of another kind.
    package static func openingProblem(_ error: any Error, host: String, port: Int) -> String? {
        switch error {
        case let error as IOError:
            switch error.errnoCode {
            case EADDRINUSE:
                "Port \(port) auf \(host) ist schon belegt. Bitte das andere Programm beenden oder mit --port einen freien nennen."
            case EADDRNOTAVAIL:
                "\(host) ist keine Adresse dieses Rechners. Bitte mit --host eine eigene nennen, zum Beispiel 127.0.0.1."
            case EACCES, EPERM:
                "Port \(port) auf \(host) darf hier nicht geöffnet werden. Bitte mit --port einen ab 1024 nennen."
            default: nil
            }
        case is SocketAddressError, is SocketAddressError.UnknownHost:
            "Die Adresse \(host) gibt es nicht. Bitte mit --host eine Adresse dieses Rechners nennen, zum Beispiel 127.0.0.1."
        default: nil
        }
    }
}
