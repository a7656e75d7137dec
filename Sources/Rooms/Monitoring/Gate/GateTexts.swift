import Disclosure
import Indicators
import Texts

extension MonitoringTexts {
    /// Words of the publish gate (Freigabe).
    struct Gate: Decodable, Sendable {
        let title, about: String
        let lead, indicators, indicatorsHint, periods, periodsHint, examine: String
        let nothing, nothingHint, nothingMeasured, choose, changed: String
        let rules, rulesLead, threshold, thresholdValue, thresholdNone, zeros, zerosHidden, zerosShown: String
        let result, safe, safeLead, unsafe, unsafeLead, advice, best, good: String
        let factPublished, factPrimary, factSecondary, factMissing: String
        let examined, linked, linkedPeriods, known, facilities, facilitiesHint, someFacility: String
        let changeChoice, decision, details: String
        let whySmall, whySecondary, dominance, estimate: String
        let overview, published, primary, secondary, missing, indicator, period, area: String
        let hidden, hiddenLead, hiddenMore, reason, interval, intervalRange, intervalOpen, intervalNone: String
        let open, openPart, mismatches, mismatchLead: String
        let adviceItems: [String]
        let publish, publishLead, embargo, embargoHint, done: String
        let register, registerLead, registerEmpty, registerEmptyHint, number, when, who, embargoUntil, state: String
        let visible, waiting, withdrawn, fingerprint, withdraw, withdrawReason, withdrawHint, withdrawDone: String
        let toRegister, toGate: String
        let verdicts: Verdicts
        let parts: Parts

        struct Verdicts: Decodable, Sendable {
            let published, small, smallComplement, smallBase, smallChange, dominant, notCheckable, secondary, source,
                notAvailable: String
        }

        struct Parts: Decodable, Sendable { let count, complement, base, remainder: String }
    }
}

extension MonitoringTexts.Gate {
    /// When numbers are hidden by a rule: "unter 3 verborgen".
    func limits(_ rule: GateReport.Rule) -> String {
        var limits = [rule.threshold > 1 ? thresholdValue.filled(["n": "\(rule.threshold)"]) : thresholdNone]
        switch rule.dominance {
        case .largest(let count, let percent):
            limits.append(dominance.filled(["n": "\(count)", "percent": "\(Int(percent))"]))
        case .estimate(let percent): limits.append(estimate.filled(["percent": "\(Int(percent))"]))
        case nil: break
        }
        return limits.joined(separator: "; ")
    }
}
