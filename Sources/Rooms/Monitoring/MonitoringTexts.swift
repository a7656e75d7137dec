/// The sentences of the room: one struct and one object in the files for each part, kept in the part's own folder.
struct MonitoringTexts: Decodable, Sendable {
    let navigation: String
    let start: Start
    let shared: Shared
    let figures: Figures
    let atlas: Atlas
    let profile: Profile
    let ranking: Ranking
    let funnel: Funnel
    let scatter: Scatter
    let series: Series
    let index: Index
    let similar: Similar
    let facilities: Facilities
    let gate: Gate
    let admin: Admin
    let `import`: Import
}
