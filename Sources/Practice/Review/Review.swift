package import Prevention
package import Workflow

/// Prüfung einer Praxis: who has looked at it, and how far it has come.
package struct Review: Hashable, Sendable {
    /// Who takes a step: a user, and for whom.
    package struct Person: Hashable, Sendable {
        package enum Office: Hashable, Sendable {
            case municipality(ID<Area>)
            /// Fachstelle.
            case specialist
            /// The platform's clock: only lets entries fall due.
            case clock
        }

        package let user: Reference
        package let office: Office

        package init(_ user: Reference, of office: Office) {
            self.user = user
            self.office = office
        }
    }

    /// Everyone who wrote on the entry.
    package private(set) var authors: Set<Reference>
    /// Whose practice it is.
    package let municipality: ID<Area>
    package private(set) var course = Course<ReviewFlow>()
    /// The last day of the publication; `nil` before the first.
    package private(set) var expires: Day?

    /// Months for which a trade makes two municipalities partners.
    package static let partnerMonths = 24
    /// Months for which a publication holds.
    package static let months = 24

    package init(of municipality: ID<Area>, author: Reference) {
        self.municipality = municipality
        authors = [author]
    }

    package var state: ReviewFlow.State { course.state }

    /// Somebody else writes on the draft.
    ///
    /// - Throws: `ReviewRefusal` unless it is a draft.
    package mutating func addAuthor(_ author: Reference) throws(ReviewRefusal) {
        guard state == .draft else { throw .course(.impossible) }
        authors.insert(author)
    }

    /// Takes a step.
    ///
    /// - Parameters:
    ///   - gaps: what the entry lacks; it can be handed in, published and confirmed without any.
    ///   - trades: the day of the last trade between the practice's municipality and each other one.
    ///   - owners: everyone whose practice it is, where several do it together.
    /// - Throws: `ReviewRefusal`; the review is then unchanged.
    package mutating func take(
        _ step: ReviewFlow.Step, by person: Person, at instant: Instant, because reason: String,
        gaps: [PracticeGap] = [], trades: [ID<Area>: Day] = [:], owners: Set<ID<Area>> = []
    ) throws(ReviewRefusal) {
        guard ReviewFlow.state(after: step, in: state) != nil else { throw .course(.impossible) }
        let day = instant.berlinDay
        try checkOffice(of: person, for: step, on: day, trades, owners)
        if [.handIn, .publish, .confirm].contains(step), !gaps.isEmpty { throw .incomplete(gaps) }
        if step == .fallDue, let expires, day <= expires { throw .tooEarly(until: expires.adding(days: 1)) }
        do { try course.take(step, by: person.user, at: instant, because: reason) } catch { throw .course(error) }
        if step == .publish || step == .confirm { expires = day.adding(months: Self.months) }
    }

    private func checkOffice(
        of person: Person, for step: ReviewFlow.Step, on day: Day, _ trades: [ID<Area>: Day], _ owners: Set<ID<Area>>
    ) throws(ReviewRefusal) {
        switch (step, person.office) {
        case (.handIn, .municipality(municipality)), (.revise, .municipality(municipality)),
            (.fallDue, .clock), (.revise, .specialist), (.archive, .specialist),
            (.archive, .municipality(municipality)), (.publish, .specialist):
            return
        case (.check, .municipality(let other)):
            try checkEyes(person, other, on: day, trades, owners)
        case (.sendBack, .municipality(let other)) where state == .complete:
            try checkEyes(person, other, on: day, trades, owners)
        case (.approve, .specialist), (.sendBack, .specialist), (.confirm, .specialist):
            guard !authors.contains(person.user) else { throw .isAuthor }
            guard !checkers.contains(person.user) else { throw .hasCheckedAlready }
        default: throw .notYours
        }
    }

    /// The second pair of eyes: another person of a municipality whose practice it is not, and no trade partner of the
    /// last 24 months.
    private func checkEyes(
        _ person: Person, _ other: ID<Area>, on day: Day, _ trades: [ID<Area>: Day], _ owners: Set<ID<Area>>
    ) throws(ReviewRefusal) {
        guard !authors.contains(person.user) else { throw .isAuthor }
        guard other != municipality, !owners.contains(other) else { throw .sameMunicipality }
        if let free = trades[other]?.adding(months: Self.partnerMonths), day < free { throw .tradePartner(until: free) }
    }

    /// Who was the second pair of eyes since the entry was last handed in.
    private var checkers: Set<Reference> {
        let start = course.entries.lastIndex { $0.step == .handIn } ?? 0
        return Set(course.entries.dropFirst(start).filter { $0.step == .check }.map(\.actor))
    }

    /// Who may take a step, whatever else keeps them from it: pages offer the step to them.
    ///
    /// - Parameter person: `notYours` is the only reason that this leaves out.
    package func concerns(_ person: Person, _ step: ReviewFlow.Step) -> Bool {
        guard ReviewFlow.state(after: step, in: state) != nil else { return false }
        do throws(ReviewRefusal) {
            try checkOffice(of: person, for: step, on: Day(daysSince1970: 0), [:], [])
            return true
        } catch { return error != .notYours }
    }

    /// Stufe des Vertrauens from the last publication on; `nil` before the first.
    package var grading: Graded<TrustLevel>? {
        guard let expires else { return nil }
        let last = course.entries.last { $0.step == .publish || $0.step == .confirm }
        return last.map {
            Graded(
                .specialistOffice, criterion: "Von einer zweiten Kommune gegengelesen, von der Fachstelle geprüft",
                on: $0.at.berlinDay, expires: expires)
        }
    }

    /// What the review itself bears on the axis of trust; an independent look is graded apart.
    package var trust: TrustLevel {
        switch state {
        case .draft, .complete, .archived: .selfReport
        case .checked: .secondMunicipality
        case .approved, .published, .due: .specialistOffice
        }
    }
}

/// Warum ein Schritt der Prüfung nicht geht.
package enum ReviewRefusal: Error, Hashable, Sendable {
    case notYours
    /// Four eyes: who wrote it cannot check it.
    case isAuthor
    case sameMunicipality
    case hasCheckedAlready
    /// Traded with the municipality; may check from this day on.
    case tradePartner(until: Day)
    case incomplete([PracticeGap])
    case tooEarly(until: Day)
    case course(CourseRefusal)
}
