/// Themenwand einer Entwicklungskonferenz: topics that anybody proposes, municipalities support and everybody orders.
///
/// Names of municipalities are their keys; the rules do not look into them.
package struct OpenSpace: Hashable, Sendable {
    /// Thema on the wall.
    package struct Topic: Hashable, Sendable {
        package let key: String
        package let proposedBy: String
        /// The topic that it has been merged into; `nil` while it stands for itself.
        package var mergedInto: String?
        /// Municipalities that raised their hand for it: each counts once.
        package var hands: Set<String>

        package init(key: String, proposedBy: String, mergedInto: String? = nil, hands: Set<String> = []) {
            self.key = key
            self.proposedBy = proposedBy
            self.mergedInto = mergedInto
            self.hands = hands
        }
    }

    /// Platz auf der Tagesordnung: where and when a topic is talked about and who answers for it.
    package struct Place: Hashable, Sendable {
        package let topic: String
        /// 1…8.
        package let slot: Int
        package let room: String
        /// A role, never a name.
        package let owner: String

        package init(topic: String, slot: Int, room: String, owner: String) {
            self.topic = topic
            self.slot = slot
            self.room = room
            self.owner = owner
        }
    }

    /// Why the wall refuses.
    package enum Refusal: Error, Hashable, Sendable {
        /// Not at this stage of the conference.
        case notNow
        case unknownTopic
        /// The topic is part of another one.
        case isMerged
        case sameTopic
        /// The room is taken in this slot.
        case roomTaken
        /// The topic stands on the agenda already.
        case onAgenda
        case ownerMissing
        /// Whoever answers for the topic leads another one at the same time.
        case ownerBusy
        case slotUnknown
    }

    package static let slots = 1...8

    package let state: ConferenceFlow.State
    package private(set) var topics: [Topic]
    package private(set) var agenda: [Place]

    package init(state: ConferenceFlow.State, topics: [Topic] = [], agenda: [Place] = []) {
        self.state = state
        self.topics = topics
        self.agenda = agenda
    }

    /// The topics that stand for themselves, most hands first, then in the order of their proposal.
    package var ranked: [Topic] {
        topics.enumerated().filter { $0.element.mergedInto == nil }
            .sorted { (-support($0.element.key).count, $0.offset) < (-support($1.element.key).count, $1.offset) }
            .map(\.element)
    }

    /// Municipalities behind a topic, with those of the topics merged into it; each counts once.
    package func support(_ key: String) -> Set<String> {
        topics.filter { $0.key == key || root(of: $0) == key }.reduce(into: []) { $0.formUnion($1.hands) }
    }

    /// Puts a topic on the wall; whoever proposes it supports it.
    package mutating func propose(_ key: String, by municipality: String) throws(Refusal) {
        guard state == .proposing else { throw .notNow }
        guard !topics.contains(where: { $0.key == key }) else { throw .sameTopic }
        topics.append(Topic(key: key, proposedBy: municipality, hands: [municipality]))
    }

    /// Raises a municipality's hand, or takes it down again.
    package mutating func raise(_ isUp: Bool = true, for key: String, by municipality: String) throws(Refusal) {
        guard state == .proposing || state == .gathered else { throw .notNow }
        let index = try index(of: key)
        guard topics[index].mergedInto == nil else { throw .isMerged }
        if isUp { topics[index].hands.insert(municipality) } else { topics[index].hands.remove(municipality) }
    }

    /// Makes one topic part of another; its hands count there.
    package mutating func merge(_ key: String, into other: String) throws(Refusal) {
        guard state == .proposing || state == .gathered else { throw .notNow }
        guard key != other else { throw .sameTopic }
        let (from, to) = (try index(of: key), try index(of: other))
        guard topics[from].mergedInto == nil, topics[to].mergedInto == nil else { throw .isMerged }
        topics[from].mergedInto = other
    }

    /// Gives a topic its slot, room and owner.
    package mutating func plan(_ place: Place) throws(Refusal) {
        guard state == .gathered else { throw .notNow }
        guard Self.slots.contains(place.slot) else { throw .slotUnknown }
        guard topics[try index(of: place.topic)].mergedInto == nil else { throw .isMerged }
        guard place.owner.contains(where: { !$0.isWhitespace }) else { throw .ownerMissing }
        guard !agenda.contains(where: { $0.topic == place.topic }) else { throw .onAgenda }
        let beside = agenda.filter { $0.slot == place.slot }
        guard !beside.contains(where: { Self.same($0.room, place.room) }) else { throw .roomTaken }
        guard !beside.contains(where: { Self.same($0.owner, place.owner) }) else { throw .ownerBusy }
        agenda.append(place)
    }

    private func index(of key: String) throws(Refusal) -> Int {
        guard let index = topics.firstIndex(where: { $0.key == key }) else { throw .unknownTopic }
        return index
    }

    /// The topic that stands for itself at the end of the chain of merges.
    private func root(of topic: Topic) -> String {
        var (topic, seen) = (topic, Set([topic.key]))
        while let next = topic.mergedInto, seen.insert(next).inserted,
            let found = topics.first(where: { $0.key == next })
        {
            topic = found
        }
        return topic.key
    }

    private static func same(_ left: String, _ right: String) -> Bool { left.lowercased() == right.lowercased() }
}
