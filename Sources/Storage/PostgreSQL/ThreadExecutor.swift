import Dispatch
import Foundation
import Synchronization

/// A thread of its own for one connection: libpq and libcurl block while they wait, the tasks of the house must not.
package final class ThreadExecutor: SerialExecutor {
    private enum Work {
        case job(UnownedJob)
        case stop
    }

    private let waiting = Mutex<[Work]>([])
    private let signal = DispatchSemaphore(value: 0)

    /// The thread runs until `stop`.
    package init(name: String) {
        let thread = Thread { [self] in loop() }
        thread.name = name
        thread.start()
    }

    package func enqueue(_ job: consuming ExecutorJob) {
        let job = UnownedJob(job)
        waiting.withLock { $0.append(.job(job)) }
        signal.signal()
    }

    /// Ends the thread after everything that waits already.
    package func stop() {
        waiting.withLock { $0.append(.stop) }
        signal.signal()
    }

    private func loop() {
        while true {
            signal.wait()
            switch waiting.withLock({ $0.removeFirst() }) {
            case .job(let job): job.runSynchronously(on: asUnownedSerialExecutor())
            case .stop: return
            }
        }
    }
}
