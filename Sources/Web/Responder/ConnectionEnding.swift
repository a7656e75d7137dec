import NIOCore
import NIOHTTP1

/// Verbindungsende: closes the connection after the answer for everyone who expects it by the rules of HTTP.
///
/// The server closes only for `Connection: close` to the letter. HTTP/1.0 without `keep-alive`, other spellings and lists
/// would wait for an end that never comes.
/// - Source: RFC 9112, section 9.3.
final class ConnectionEnding: ChannelInboundHandler, RemovableChannelHandler {
    typealias InboundIn = HTTPServerRequestPart
    typealias InboundOut = HTTPServerRequestPart

    func channelRead(context: ChannelHandlerContext, data: NIOAny) {
        guard case .head(var head) = Self.unwrapInboundIn(data), !head.isKeepAlive else {
            context.fireChannelRead(data)
            return
        }
        head.headers.replaceOrAdd(name: "connection", value: "close")
        context.fireChannelRead(Self.wrapInboundOut(.head(head)))
    }

    /// Puts `ConnectionEnding` behind the decoder, where the version of HTTP is still known: handlers that are given to
    /// the server come after it has been dropped.
    final class Placer: ChannelInboundHandler, RemovableChannelHandler {
        typealias InboundIn = Any

        func handlerAdded(context: ChannelHandlerContext) {
            let pipeline = context.pipeline.syncOperations
            guard let decoder = try? pipeline.handler(type: ByteToMessageHandler<HTTPRequestDecoder>.self) else {
                return
            }
            try? pipeline.addHandler(ConnectionEnding(), position: .after(decoder))
        }
    }
}
