package import HTML
package import Prevention

/// Altersskala: the age ribbon as a choice, cut into eight sections.
package enum AgeScale {
    /// From pregnancy to the first job; each ends where the next begins.
    package static let sections: [AgeRange] = {
        let ends = [-9, 0, 12, 36, 72, 120, 168, 216, 324]
        return zip(ends, ends.dropFirst()).compactMap { AgeRange($0, $1) }
    }()

    /// What a click on a section makes of the ages chosen so far; `nil`: none.
    ///
    /// A section outside stretches the choice up to it, one inside becomes the choice, and the only one chosen is let go.
    package static func choice(_ section: AgeRange, from chosen: AgeRange?) -> AgeRange? {
        guard let chosen else { return section }
        if chosen == section { return nil }
        if chosen.sharesTime(with: section) { return section }
        return AgeRange(from: min(chosen.from, section.from), to: max(chosen.to, section.to))
    }
}

extension HTML {
    /// Altersskala below a large ribbon: eight links at their places on it; on phones in two rows.
    ///
    /// - Parameters:
    ///   - bands: the ages chosen so far.
    ///   - link: the page with these ages chosen; `nil`: without.
    package func ageScale(_ name: String, _ bands: [AgeRange], link: (AgeRange?) -> Link) {
        let texts = words.ribbon
        let low = bands.map(\.from).min(), high = bands.map(\.to).max()
        let chosen = low.flatMap { low in high.flatMap { AgeRange(from: low, to: $0) } }
        nav(.label(name)) {
            ol(.class("agescale no-print")) {
                for (place, section) in AgeScale.sections.enumerated() {
                    let isChosen = bands.contains { $0.sharesTime(with: section) }
                    li {
                        a(
                            .href(link(AgeScale.choice(section, from: chosen))), .current(isChosen ? "true" : nil)
                        ) {
                            text(texts.sections[place])
                            if place > 0 { span(" " + texts.years, .class("vh")) }
                        }
                    }
                }
            }
        }
    }
}
