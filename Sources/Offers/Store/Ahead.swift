import Dispatch
import Synchronization

/// Vorauslauf: while one part of a list is being used, the next is made on another core.
///
/// A short list is made and used in place. For write blocks: they are synchronous, so no task group can span them, and run
/// on a thread of their own, which may wait.
enum Ahead {
    private static let partSize = 500

    static func each<Element: Sendable, Made: Sendable>(
        _ elements: [Element], make: @escaping @Sendable (ArraySlice<Element>) -> Made, use: (Made) throws -> Void
    ) throws {
        guard elements.count > partSize else {
            if !elements.isEmpty { try use(make(elements[...])) }
            return
        }
        let parts = stride(from: 0, to: elements.count, by: partSize).map { start in
            elements[start..<min(start + partSize, elements.count)]
        }
        var next = Making { make(parts[0]) }
        for index in parts.indices {
            let made = next.wait()
            if index + 1 < parts.count { next = Making { make(parts[index + 1]) } }
            try use(made)
        }
    }

    /// A value being made elsewhere.
    private final class Making<Made: Sendable>: Sendable {
        private let made = Mutex<Made?>(nil)
        private let isDone = DispatchSemaphore(value: 0)

        init(_ make: @escaping @Sendable () -> Made) {
            Task(priority: .userInitiated) { [self] in
                let value = make()
                made.withLock { $0 = value }
                isDone.signal()
            }
        }

        /// Waits until it is made; to be asked once.
        func wait() -> Made {
            while true {
                isDone.wait()
                if let value = made.withLock({ $0 }) { return value }
            }
        }
    }
}
