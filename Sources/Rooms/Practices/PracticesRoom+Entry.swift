import Practice
import Prevention
import Storage
import Web

extension PracticesRoom {
    /// The form, the review, the versions and the adoption.
    func addEntryRoutes(to routes: inout RouteTable) {
        EntryRoutes(desk: writing).add(to: &routes)
        ReviewRoutes(desk: writing).add(to: &routes)
        AdoptionRoutes(desk: writing).add(to: &routes)
    }

    /// The pages that the visitor can open; those of the writing side need a role.
    func pages(_ visit: Visit) -> Set<PracticePage> {
        visit.account?.holds(anyOf: PracticeWriter.roles) == true
            ? ports.pages : ports.pages.subtracting([.entry, .review, .versions])
    }
}

extension WritingDesk {
    /// Publications whose 24 months are over fall due; doing it twice, or on two instances, does no harm.
    func letFallDue(at now: Instant) async throws {
        let today = now.berlinDay
        let clock = AuditActor.system("practices")
        for file in try await store.files() where file.review.state == .published {
            guard let expires = file.review.expires, expires < today else { continue }
            do {
                try await store.take(
                    .fallDue, on: file.id, by: Review.Person(clock.reference, of: .clock), as: clock,
                    because: "Die 24 Monate sind um.", at: now)
            } catch PracticeRefusal.review {
                // Another instance was faster.
            }
        }
    }
}
