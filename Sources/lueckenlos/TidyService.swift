import House
import Logging
import Offers
import Prevention
import ServiceLifecycle

/// Tidies the house once after opening and then every day while it is open; a failure is tried again the next day.
struct TidyService: Service {
    let house: House
    let logger: Logger

    func run() async throws {
        await cancelWhenGracefulShutdown {
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
