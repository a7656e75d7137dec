package import Hummingbird
package import Logging

/// What the server knows of a connection besides the request itself.
package struct HouseContext: RequestContext {
    package var coreContext: CoreRequestContextStorage
    /// Address of the machine at the other end of the connection; `nil` if unknown.
    package let remoteAddress: String?

    package init(source: ApplicationRequestContextSource) {
        coreContext = CoreRequestContextStorage(source: source)
        remoteAddress = source.channel.remoteAddress?.ipAddress
    }

    /// A context without a connection, for tests and for pages made outside a server.
    package init(remoteAddress: String?, logger: Logger) {
        coreContext = CoreRequestContextStorage(source: Unconnected(logger: logger))
        self.remoteAddress = remoteAddress
    }

    private struct Unconnected: RequestContextSource {
        let logger: Logger
    }
}
