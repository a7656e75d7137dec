import Dispatch
import Foundation
import Synchronization

/// A thread of its own for one actor: blocking calls made there do not hold up anyone else.
final class ThreadExecutor: SerialExecutor {
    private let inbox = Inbox()

    init(name: String) {
        let thread = Thread { [inbox] in inbox.work() }
        thread.name = name
        thread.start()
    }

    deinit { inbox.close() }

    func enqueue(_ job: consuming ExecutorJob) {
        inbox.put(UnownedJob(job), for: asUnownedSerialExecutor())
    }
}

/// What the thread still has to do.
private final class Inbox: Sendable {
    private enum Entry: Sendable {
        case job(UnownedJob, UnownedSerialExecutor)
        case end
    }

    private let entries = Mutex<[Entry]>([])
    private let waiting = DispatchSemaphore(value: 0)

    func put(_ job: UnownedJob, for executor: UnownedSerialExecutor) { add(.job(job, executor)) }
    func close() { add(.end) }

    private func add(_ entry: Entry) {
        entries.withLock { $0.append(entry) }
        waiting.signal()
    }

    func work() {
        while true {
            waiting.wait()
            switch entries.withLock({ $0.isEmpty ? nil : $0.removeFirst() }) {
            case .job(let job, let executor): job.runSynchronously(on: executor)
            case .end: return
            case nil: continue
            }
        }
    }
}
