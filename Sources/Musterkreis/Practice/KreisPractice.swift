package import Practice
import Prevention

/// Erfundene Praxis: a complete entry as a town of the Musterkreis might have written it.
package struct KreisPractice: Sendable {
    /// Last part of its address.
    package let slug: String
    package let practice: Practice
}

/// Makes practices from a stream of random numbers of its own, so that nothing else changes with their number.
struct PracticeMaker {
    private let towns: [Area]
    private let today: Day
    private var random: SeededGenerator

    init(towns: [Area], today: Day, seed: UInt64) {
        self.towns = towns
        self.today = today
        random = SeededGenerator(seed: seed, name: "practices")
    }

    mutating func practices(_ count: Int) -> [KreisPractice] {
        guard !towns.isEmpty else { return [] }
        return (0..<count).map { number in
            let pattern = PracticePattern.all[number % PracticePattern.all.count]
            let round = number / PracticePattern.all.count
            let town = (number + round) % towns.count
            return KreisPractice(
                slug: "musterkreis-\(pattern.slug)" + (round == 0 ? "" : "-\(round + 1)"),
                practice: practice(pattern, town: town, isFirst: round == 0))
        }
    }

    private mutating func practice(_ pattern: PracticePattern, town: Int, isFirst: Bool) -> Practice {
        let title = isFirst ? pattern.title : "\(pattern.title) (\(towns[town].name))"
        var practice = Practice(
            id: ID(bytes: random.uuidBytes()) ?? ID(), title: title, place: pattern.place)
        practice.municipalities = [towns[town].id]
        practice.lead = pattern.lead
        practice.need = pattern.need
        practice.goal = pattern.goal
        practice.effectModel = pattern.effectModel
        practice.elements =
            pattern.core.enumerated().map {
                PracticeElement(key: "kern-\($0.offset + 1)", text: $0.element, isCore: true)
            }
            + pattern.free.enumerated().map {
                PracticeElement(key: "frei-\($0.offset + 1)", text: $0.element, isCore: false)
            }
        practice.steps = pattern.steps
        practice.roles = pattern.roles
        practice.partners = pattern.partners
        practice.initiator = "Jugendamt \(towns[town].name)"
        practice.successFactors = pattern.successFactors
        practice.stumblingBlocks = pattern.stumblingBlocks
        practice.status = pattern.status
        practice.since = today.year - random.number(in: 3...9)
        practice.contact = PracticeContact(role: "Koordination Präventionskette", office: "Jugendamt")
        practice.sources = ["Musterkreis, erfunden"]
        practice.sheet = pattern.sheet
        addFigures(to: &practice, pattern)
        practice.adopters = adopters(pattern, besides: town)
        grade(&practice, pattern)
        practice.documents = pattern.documents.map {
            PracticeDocument(title: $0, licence: "CC BY 4.0", address: nil)
        }
        return practice
    }

    private mutating func addFigures(to practice: inout Practice, _ pattern: PracticePattern) {
        let of = random.number(in: 12...60) * 10
        practice.reach = PracticeReach(
            count: of * random.number(in: pattern.reach) / 100, of: of, year: today.year - 1)
        practice.effort.staffHours = random.number(in: 2...16) * 100
        practice.effort.costOnce = Euro(cents: Int64(random.number(in: 0...20)) * 50_000)
        practice.effort.costPerYear = Euro(cents: Int64(random.number(in: 4...90)) * 100_000)
        practice.effort.costPerChild = Euro(cents: Int64(random.number(in: 2...60)) * 500)
        practice.effort.isDurable = random.chance(60)
        practice.effort.funding =
            practice.effort.isDurable == true ? "Haushalt der Stadt" : "Projektmittel für drei Jahre"
    }

    /// Others that took it over: one works, one had to change it, one gave up.
    private mutating func adopters(_ pattern: PracticePattern, besides town: Int) -> [Adopter] {
        let others = (1..<towns.count).map { towns[(town + $0) % towns.count] }
        return zip(others, pattern.adopters).map { area, story in
            Adopter(
                municipality: area.id, kind: .town, since: today.year - random.number(in: 1...3),
                result: story.result, story: story.words,
                followedUp: story.result == .running ? nil : today.adding(days: -random.number(in: 60...500)))
        }
    }

    private mutating func grade(_ practice: inout Practice, _ pattern: PracticePattern) {
        let seen = today.adding(days: -random.number(in: 10...900))
        practice.outcomes = pattern.outcomes.map { outcome in
            PracticeOutcome(
                indicator: outcome.indicator, finding: outcome.finding,
                effect: Graded(outcome.level, criterion: outcome.criterion, on: seen),
                source: "Auswertung der Stadt, erfunden")
        }
        let isFollowed = practice.adopters.contains { $0.followedUp != nil }
        practice.readiness =
            isFollowed
            ? Graded(.transferredOnce, criterion: "Eine Übernahme ist nachgeschaut.", on: seen)
            : Graded(.writtenDown, criterion: "Konzept und Bögen liegen vor.", on: seen)
        practice.trust =
            random.chance(50)
            ? Graded(.specialistOffice, criterion: "Die Fachstelle hat die Angaben geprüft.", on: seen)
            : Graded(.secondMunicipality, criterion: "Eine zweite Stadt hat die Angaben bestätigt.", on: seen)
    }
}
