import Synchronization

/// Counts the writes of this process into the change log, so that its own searches see them at once.
///
/// Other processes are noticed by the log itself; this only saves waiting for the next look at it.
enum RegisterPulse {
    private static let beats = Atomic<Int>(0)

    /// Something is being written.
    static func beat() { beats.add(1, ordering: .releasing) }

    static var count: Int { beats.load(ordering: .acquiring) }
}
