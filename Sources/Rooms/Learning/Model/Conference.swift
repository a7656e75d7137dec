package import LearningNetwork
package import Prevention
package import Workflow

/// Entwicklungskonferenz as open space: who comes makes the agenda.
package struct Conference: Hashable, Sendable {
    package let id: ID<Conference>
    package let groupID: ID<LearningGroup>
    package let title: String
    package let about: String
    package let day: Day
    package let location: String
    package var topics: [ConferenceTopic]
    package var agenda: [ConferencePlace]
    package var course: Course<ConferenceFlow>

    package init(
        id: ID<Conference> = ID(), groupID: ID<LearningGroup>, title: String, about: String, day: Day,
        location: String, topics: [ConferenceTopic] = [], agenda: [ConferencePlace] = [],
        course: Course<ConferenceFlow> = Course()
    ) {
        self.id = id
        self.groupID = groupID
        self.title = title
        self.about = about
        self.day = day
        self.location = location
        self.topics = topics
        self.agenda = agenda
        self.course = course
    }

    package var state: ConferenceFlow.State { course.state }

    /// The wall as the rules see it.
    package var wall: OpenSpace {
        OpenSpace(
            state: state,
            topics: topics.map {
                OpenSpace.Topic(
                    key: $0.id.text, proposedBy: $0.place.area, mergedInto: $0.mergedInto?.text, hands: $0.hands)
            },
            agenda: agenda.map {
                OpenSpace.Place(topic: $0.topicID.text, slot: $0.slot, room: $0.room, owner: $0.owner)
            })
    }
}

/// Thema einer Konferenz.
package struct ConferenceTopic: Hashable, Sendable {
    package let id: ID<ConferenceTopic>
    package let title: String
    package let about: String
    package let place: Place
    package var mergedInto: ID<ConferenceTopic>?
    /// Keys of the municipalities that support it.
    package var hands: Set<String>

    package init(
        id: ID<ConferenceTopic> = ID(), title: String, about: String, place: Place,
        mergedInto: ID<ConferenceTopic>? = nil, hands: Set<String> = []
    ) {
        self.id = id
        self.title = title
        self.about = about
        self.place = place
        self.mergedInto = mergedInto
        self.hands = hands
    }
}

/// Platz eines Themas: slot, room, who answers for it, and what came of it.
package struct ConferencePlace: Hashable, Sendable {
    package let topicID: ID<ConferenceTopic>
    /// 1…8.
    package let slot: Int
    package let room: String
    /// Role and municipality, never a name.
    package let owner: String
    /// By when the owner reports on what was agreed.
    package let due: Day
    /// Empty before the conference.
    package let result: String

    package init(
        topicID: ID<ConferenceTopic>, slot: Int, room: String, owner: String, due: Day, result: String = ""
    ) {
        self.topicID = topicID
        self.slot = slot
        self.room = room
        self.owner = owner
        self.due = due
        self.result = result
    }
}
