import CClp

/// Lineares Programm: the smallest or largest value of a weighted sum over what equations and bounds allow.
///
/// One instance keeps its last basis, so that asking again with another goal starts warm. Solved by COIN-OR Clp.
package final class LinearProgram {
    private let model: UnsafeMutableRawPointer?

    package init() {
        model = Clp_newModel()
        Clp_setLogLevel(model, 0)
    }

    deinit { Clp_deleteModel(model) }
}
