package import LearningNetwork
package import Prevention
import Storage
import Workflow

extension LearningStore {
    /// All conferences, or those of one group, earliest first.
    package func conferences(of group: ID<LearningGroup>? = nil) async throws -> [Conference] {
        try await database.read { r in try Self.conferences(r, group.map { "groupId = \($0)" } ?? "TRUE") }
    }

    package func conference(_ id: ID<Conference>) async throws -> Conference? {
        try await database.read { r in try Self.conferences(r, "id = \(id)").first }
    }

    private static func conferences(_ r: Reader, _ condition: SQL) throws -> [Conference] {
        var found = try r.rows(
            """
            SELECT id, groupId, title, about, day, location FROM learningConference
            WHERE \(condition)
            ORDER BY day, title, id
            """
        ) { row in
            Conference(
                id: try row.get(0), groupID: try row.get(1), title: try row.get(2), about: try row.get(3),
                day: try row.get(4), location: try row.get(5))
        }
        let ids = found.map(\.id.text)
        let courses: [String: Course<ConferenceFlow>] = try r.courses(.conference, of: ids)
        let (topics, places) = (try topics(r, ids), try places(r, ids))
        for index in found.indices {
            let key = found[index].id.text
            found[index].course = courses[key] ?? Course()
            found[index].topics = topics[key] ?? []
            found[index].agenda = places[key] ?? []
        }
        return found
    }

    private static func topics(_ r: Reader, _ ids: [String]) throws -> [String: [ConferenceTopic]] {
        var hands: [String: Set<String>] = [:]
        try r.each(
            """
            SELECT h.topicId, h.area FROM learningHand AS h JOIN learningTopic AS t ON t.id = h.topicId
            WHERE t.conferenceId IN \(list: ids)
            """
        ) { row in hands[try row.get(0), default: []].insert(try row.get(1)) }
        var topics: [String: [ConferenceTopic]] = [:]
        try r.each(
            """
            SELECT conferenceId, id, title, about, area, place, mergedInto FROM learningTopic
            WHERE conferenceId IN \(list: ids)
            ORDER BY conferenceId, n
            """
        ) { row in
            let id: ID<ConferenceTopic> = try row.get(1)
            topics[try row.get(0), default: []].append(
                ConferenceTopic(
                    id: id, title: try row.get(2), about: try row.get(3),
                    place: Place(area: try row.get(4), name: try row.get(5)), mergedInto: try row.optional(6),
                    hands: hands[id.text] ?? []))
        }
        return topics
    }

    private static func places(_ r: Reader, _ ids: [String]) throws -> [String: [ConferencePlace]] {
        var places: [String: [ConferencePlace]] = [:]
        try r.each(
            """
            SELECT conferenceId, topicId, slot, room, owner, due, result FROM learningPlace
            WHERE conferenceId IN \(list: ids)
            ORDER BY conferenceId, slot, room
            """
        ) { row in
            places[try row.get(0), default: []].append(
                ConferencePlace(
                    topicID: try row.get(1), slot: try row.get(2), room: try row.get(3), owner: try row.get(4),
                    due: try row.get(5), result: try row.get(6)))
        }
        return places
    }

    // MARK: Writing

    package func add(_ conference: Conference, _ trace: Trace) async throws {
        try await database.write { w in
            try Self.requireLiving(w, conference.groupID)
            try w.run(
                """
                INSERT INTO learningConference (id, groupId, title, about, day, location, createdAt)
                VALUES (\(conference.id), \(conference.groupID), \(conference.title), \(conference.about),
                    \(conference.day), \(conference.location), \(trace.at))
                """)
            try w.audit(trace.entry("learning.conference.announce", Reference(.meeting, conference.id)))
        }
    }

    /// Puts a topic on the wall.
    package func propose(_ topic: ConferenceTopic, at id: ID<Conference>, _ trace: Trace) async throws {
        try await change(id, "propose", trace) { w, conference in
            var wall = conference.wall
            try wall.propose(topic.id.text, by: topic.place.area)
            try w.run(
                """
                INSERT INTO learningTopic (id, conferenceId, n, title, about, area, place)
                VALUES (\(topic.id), \(id), \(conference.topics.count + 1), \(topic.title), \(topic.about),
                    \(topic.place.area), \(topic.place.name))
                """)
            try Self.raise(w, topic.id, topic.place.area)
        }
    }

    /// Raises or lowers a municipality's hand.
    package func raise(
        _ isUp: Bool, for topic: ID<ConferenceTopic>, by area: String, at id: ID<Conference>, _ trace: Trace
    ) async throws {
        try await change(id, isUp ? "hand" : "hand-down", trace) { w, conference in
            var wall = conference.wall
            try wall.raise(isUp, for: topic.text, by: area)
            if isUp {
                try Self.raise(w, topic, area)
            } else {
                try w.run("DELETE FROM learningHand WHERE topicId = \(topic) AND area = \(area)")
            }
        }
    }

    private static func raise(_ w: Writer, _ topic: ID<ConferenceTopic>, _ area: String) throws {
        try w.run("INSERT INTO learningHand (topicId, area) VALUES (\(topic), \(area)) ON CONFLICT DO NOTHING")
    }

    /// Makes one topic part of another.
    package func merge(
        _ topic: ID<ConferenceTopic>, into other: ID<ConferenceTopic>, at id: ID<Conference>, _ trace: Trace
    ) async throws {
        try await change(id, "merge", trace) { w, conference in
            var wall = conference.wall
            try wall.merge(topic.text, into: other.text)
            try w.run("UPDATE learningTopic SET mergedInto = \(other) WHERE id = \(topic) AND conferenceId = \(id)")
        }
    }

    /// Gives a topic slot, room and owner.
    package func plan(_ place: ConferencePlace, at id: ID<Conference>, _ trace: Trace) async throws {
        try await change(id, "agenda", trace) { w, conference in
            var wall = conference.wall
            try wall.plan(.init(topic: place.topicID.text, slot: place.slot, room: place.room, owner: place.owner))
            try w.run(
                """
                INSERT INTO learningPlace (topicId, conferenceId, slot, room, owner, due, result)
                VALUES (\(place.topicID), \(id), \(place.slot), \(place.room), \(place.owner), \(place.due), '')
                """)
        }
    }

    /// Notes what came of a topic, once the conference was held.
    package func note(
        result: String, of topic: ID<ConferenceTopic>, at id: ID<Conference>, _ trace: Trace
    ) async throws {
        try await change(id, "result", trace) { w, conference in
            guard conference.state == .held else { throw OpenSpace.Refusal.notNow }
            let changed = try w.run(
                "UPDATE learningPlace SET result = \(result) WHERE topicId = \(topic) AND conferenceId = \(id)")
            guard changed == 1 else { throw OpenSpace.Refusal.unknownTopic }
        }
    }

    package func take(_ step: ConferenceFlow.Step, of id: ID<Conference>, _ trace: Trace) async throws {
        try await database.write { w in
            guard let conference = try Self.conferences(w, "id = \(id)").first else { throw LearningRefusal.notNow }
            // Nothing can be gathered from an empty wall, and an agenda needs a topic on it.
            if step == .gather, conference.topics.isEmpty { throw LearningRefusal.notNow }
            if step == .agree, conference.agenda.isEmpty { throw LearningRefusal.notNow }
            try w.take(step, .conference, of: id.text, as: ConferenceFlow.self, trace)
        }
    }

    private func change(
        _ id: ID<Conference>, _ action: String, _ trace: Trace,
        _ work: @escaping @Sendable (Writer, Conference) throws -> Void
    ) async throws {
        try await database.write { w in
            guard let conference = try Self.conferences(w, "id = \(id)").first else { throw LearningRefusal.notNow }
            do { try work(w, conference) } catch let refusal as OpenSpace.Refusal {
                throw LearningRefusal.wall(refusal)
            }
            try w.audit(trace.entry("learning.conference.\(action)", Reference(.meeting, id)))
        }
    }
}
