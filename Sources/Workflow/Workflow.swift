/// Ablauf: the states a thing runs through and the steps that lead from one to the next; nothing else is possible.
package protocol Workflow: Sendable {
    associatedtype State: Hashable, Sendable
    associatedtype Step: Hashable, Sendable

    /// The state in which everything begins.
    static var first: State { get }
    /// Every step there is, in the order in which pages offer them.
    static var steps: [Step] { get }
    /// The state that `step` leads to; `nil` where the step does not exist.
    static func state(after step: Step, in state: State) -> State?
}

extension Workflow where Step: CaseIterable {
    package static var steps: [Step] { Array(Step.allCases) }
}
