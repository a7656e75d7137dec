/// Regeln der Zustellung: how long to wait for what, in seconds.
package struct DeliveryRules: Sendable {
    /// How many mails a worker takes at once.
    package var batch = 20
    /// How long a worker keeps mails it has not come to.
    package var leaseSeconds = 120
    /// How long a handover may take until the mail counts as uncertain: longer than the server may take to answer.
    package var handoverSeconds = 660
    /// How long an uncertain mail rests before it is repeated.
    package var doubtSeconds = 1_800
    /// Pauses after the first, second, … refusal for now; the last one repeats.
    package var pauses = [60, 120, 300, 900, 1_800, 3_600, 7_200]
    /// How long to leave a server alone that cannot be reached; doubles up to the second value.
    package var serverPause = (first: 30, longest: 600)
    /// How often to look for due mails.
    package var pollSeconds = 2

    package init() {}

    /// Seconds to wait after `attempts` (1…) attempts.
    func pause(afterAttempts attempts: Int) -> Int {
        pauses.isEmpty ? 0 : pauses[min(max(attempts, 1), pauses.count) - 1]
    }
}
