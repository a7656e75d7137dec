extension MonitoringTexts {
    /// Words of the page about single facilities (Einrichtungen).
    struct Facilities: Decodable, Sendable {
        let title, about, heading, lead, nothing, facility, place, counted, countedOf, hint: String
    }
}
