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
            maxHeaderFieldSize: 16_384, maxHeaderListSize: 65_536, maxHeaderFieldCount: 200)
        return Application(
            responder: responder,
            server: .http1(
                configuration: .init(idleTimeout: .seconds(idleSeconds), httpDecoderConfiguration: limits)),
            configuration: .init(address: .hostname(host, port: port)), services: services,
            onServerRunning: { _ in await onOpen() }, logger: logger)
    }
}
