import Foundation
package import Practice
package import Prevention
package import Storage
import Workflow

/// Warum die Praxisdatenbank etwas nicht annimmt.
package enum PracticeRefusal: Error, Hashable, Sendable {
    case unknown
    /// An entry belongs to a municipality.
    case municipalityMissing
    case version(VersionRefusal)
    case review(ReviewRefusal)
    /// Somebody has changed the adoption meanwhile.
    case adoptionChanged(current: Int)
    /// The practice's own municipality cannot take it over.
    case ownPractice
}

extension PracticeStore {
    /// A new draft; its owner is the first municipality.
    ///
    /// - Returns: the last part of its address, made of the title and then kept for ever.
    /// - Throws: `PracticeRefusal.municipalityMissing`.
    @discardableResult
    package func create(
        _ practice: Practice, isInvented: Bool, by actor: AuditActor, at now: Instant
    ) async throws -> String {
        try await database.write { w in
            guard let owner = practice.municipalities.first else { throw PracticeRefusal.municipalityMissing }
            let slug = try Self.freeSlug(for: practice, w)
            try w.run(
                """
                INSERT INTO practice (id, slug, ownerID, isInvented, publishedVersion)
                VALUES (\(practice.id), \(slug), \(owner), \(isInvented), NULL)
                """)
            try Self.insert(practice, number: 1, by: actor.reference, at: now, w)
            try w.audit(
                AuditEntry(actor: actor, action: "practice.create", object: Reference(.practice, practice.id), at: now))
            return slug
        }
    }

    /// Keeps the change as a new version of the draft; the same state again changes nothing.
    ///
    /// - Parameter number: the version on which the change was made.
    /// - Returns: the newest version's number.
    /// - Throws: `PracticeRefusal.version` if somebody was faster, `.review` unless it is a draft.
    @discardableResult
    package func save(
        _ practice: Practice, basedOn number: Int, by actor: AuditActor, at now: Instant
    ) async throws -> Int {
        try await database.write { w in
            guard let file = try Self.files(w, "p.id = \(practice.id)").first else { throw PracticeRefusal.unknown }
            var (versions, review) = (file.versions, file.review)
            let isNew: Bool
            do throws(VersionRefusal) {
                isNew = try versions.add(practice, by: actor.reference, at: now, basedOn: number)
            } catch { throw PracticeRefusal.version(error) }
            guard isNew else { return number }
            do throws(ReviewRefusal) {
                try review.addAuthor(actor.reference)
            } catch { throw PracticeRefusal.review(error) }
            try Self.insert(practice, number: versions.newest.number, by: actor.reference, at: now, w)
            try w.audit(
                AuditEntry(actor: actor, action: "practice.edit", object: Reference(.practice, practice.id), at: now))
            return versions.newest.number
        }
    }

    /// Takes a step of the review; publishing and confirming make the newest version the one that everybody sees.
    ///
    /// Adopters are told, exactly once, if that changes a core element or reports harm, and of the practice's end.
    ///
    /// - Parameters:
    ///   - trades: the day of the last trade between the practice's municipality and each other one.
    ///   - tell: hands the news for adopters on, in the same transaction: both or neither.
    /// - Throws: `PracticeRefusal.review`; nothing has changed then.
    package func take(
        _ step: ReviewFlow.Step, on id: ID<Practice>, by person: Review.Person, as actor: AuditActor,
        because reason: String, at now: Instant, trades: [ID<Area>: Day] = [:],
        tell: @escaping @Sendable (AdopterNews, Writer) throws -> Void = { _, _ in }
    ) async throws {
        try await database.write { w in
            guard let file = try Self.files(w, "p.id = \(id)").first else { throw PracticeRefusal.unknown }
            var review = file.review
            // What is read in may be younger than the steps that are read in with it.
            let gaps = file.draft.gaps(on: max(now, file.newest.at).berlinDay)
            do throws(ReviewRefusal) {
                try review.take(
                    step, by: person, at: now, because: reason, gaps: gaps,
                    trades: trades, owners: file.owners)
            } catch { throw PracticeRefusal.review(error) }
            try w.run(
                """
                INSERT INTO practiceReview
                    (practiceID, number, step, actorKind, actorID, office, takenAt, reason, version)
                VALUES (\(id), \(file.steps.count + 1), \(step), \(person.user.kind), \(person.user.id),
                    \(person.office), \(now), \(reason), \(file.newest.number))
                """)
            try Self.tellAdopters(of: file, after: step, because: reason, as: actor, at: now, w, tell)
            if step == .publish || step == .confirm {
                try w.run("UPDATE practice SET publishedVersion = \(file.newest.number) WHERE id = \(id)")
            }
            try w.audit(
                AuditEntry(
                    actor: actor, action: "practice.review", object: Reference(.practice, id), at: now,
                    reason: "\(step.rawValue): \(reason)"))
        }
    }

    /// Keeps what a municipality says about a practice that it took over.
    ///
    /// - Parameter number: the adoption's version that was seen; 0 for a new one.
    /// - Throws: `PracticeRefusal`.
    package func adopt(
        _ adopter: Adopter, of id: ID<Practice>, basedOn number: Int, by actor: AuditActor, at now: Instant
    ) async throws {
        let content = try Self.text(adopter)
        try await database.write { w in
            guard let file = try Self.files(w, "p.id = \(id)").first, file.publishedVersion != nil else {
                throw PracticeRefusal.unknown
            }
            guard file.owner != adopter.municipality else { throw PracticeRefusal.ownPractice }
            let current = file.adoptions.first { $0.adopter.municipality == adopter.municipality }
            guard current?.version ?? 0 == number else {
                throw PracticeRefusal.adoptionChanged(current: current?.version ?? 0)
            }
            guard current?.adopter != adopter else { return }
            try w.run(
                """
                INSERT INTO practiceAdoption (practiceID, areaID, content, version, changedBy, changedAt)
                VALUES (\(id), \(adopter.municipality), \(content), 1, \(actor.reference.id), \(now))
                ON CONFLICT (practiceID, areaID) DO UPDATE SET content = excluded.content,
                    version = practiceAdoption.version + 1, changedBy = excluded.changedBy,
                    changedAt = excluded.changedAt
                """)
            try w.audit(
                AuditEntry(
                    actor: actor, action: "practice.adopt", object: Reference(.practice, id), at: now,
                    reason: adopter.municipality.text))
        }
    }

    // MARK: Parts

    static func insert(_ practice: Practice, number: Int, by author: Reference, at now: Instant, _ w: Writer) throws {
        let content = String(decoding: try PracticeJSON.encode(practice), as: UTF8.self)
        try w.run(
            """
            INSERT INTO practiceVersion (practiceID, number, content, changedBy, changedAt)
            VALUES (\(practice.id), \(number), \(content), \(author.id), \(now))
            """)
    }

    static func freeSlug(for practice: Practice, _ w: Writer) throws -> String {
        let stem = PracticeSlug.text(practice.titles["de"] ?? "")
        var slug = PracticeSlug.isFree(stem) ? stem : "\(stem)-1"
        var number = 1
        while try w.value("SELECT 1 FROM practice WHERE slug = \(slug)", as: Int.self) != nil {
            number += 1
            slug = "\(stem)-\(number)"
        }
        return slug
    }

    private static func text(_ adopter: Adopter) throws -> String {
        let encoder = JSONEncoder()
        encoder.outputFormatting = .sortedKeys
        return String(decoding: try encoder.encode(adopter), as: UTF8.self)
    }
}

extension AuditActor {
    /// The actor as author of versions: the key of an account, `system:<name>` for a program.
    package var reference: Reference {
        Reference(.user, text.hasPrefix("user:") ? String(text.dropFirst("user:".count)) : text)
    }
}

/// Letzter Teil der Adresse: made of a title, readable and without letters that addresses encode.
package enum PracticeSlug {
    /// Words of the room's own addresses.
    static let taken: Set<String> = ["neu", "pruefungen", "magazin", "suche", "vergleich"]

    static func isFree(_ slug: String) -> Bool { !taken.contains(slug) }

    /// `Besuch für Familien` gives `besuch-fuer-familien`; at most 60 characters, never empty.
    package static func text(_ title: String) -> String {
        let plain = title.lowercased().reduce(into: "") { text, letter in
            switch letter {
            case "ä": text += "ae"
            case "ö": text += "oe"
            case "ü": text += "ue"
            case "ß": text += "ss"
            default:
                let folded = String(letter).decomposedStringWithCanonicalMapping.unicodeScalars.filter(\.isASCII)
                text += folded.isEmpty ? " " : String(String.UnicodeScalarView(folded))
            }
        }
        let words = plain.split { !($0.isASCII && ($0.isLetter || $0.isNumber)) }
        var slug = ""
        for word in words where slug.utf8.count + word.utf8.count < 60 { slug += (slug.isEmpty ? "" : "-") + word }
        return slug.isEmpty ? String((words.first ?? "praxis").prefix(60)) : slug
    }
}
