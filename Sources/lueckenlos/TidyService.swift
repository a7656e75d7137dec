import House
import Logging
import Offers
import Prevention
import ServiceLifecycle

/// Prepares the house after opening and tidies it then and every day; a failure of tidying is tried again the next day.
struct TidyService: Service {
    let house: House
    let logger: Logger

    func run() async throws {
        await cancelWhenGracefulShutdown {
            do {
                try await house.prepare(at: Clock.live.now())
            } catch is CancellationError {
                return
            } catch {
                logger.error("preparing failed", metadata: ["error": "\(error)"])
            }
            while !Task.isCancelled {
                do {
                    try await house.tidy(at: Clock.live.now())
                } catch {
                    logger.error("tidying failed", metadata: ["error": "\(error)"])
                }
                try? await Task.sleep(for: .seconds(86_400))
            }
        }
        do {
            try await house.signals.flush(at: Clock.live.now())
        } catch {
            logger.error("search signals lost", metadata: ["error": "\(error)"])
        }
    }
}
