extension MonitoringTexts {
    /// Words of the comparison of two indicators (Streudiagramm).
    struct Scatter: Decodable, Sendable {
        let title, about, howTo, across, up, together, opposed, unsure, tooFew, correlation, noCause, heading: String
    }
}
