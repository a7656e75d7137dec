import HTML
import Texts
import Web

/// The sentences of the room.
package struct LearningTexts: Decodable, Sendable {
    struct Start: Decodable, Sendable {
        let title, lead, coming, comingEmpty, mine, mineEmpty, allTasks, products, productsEmpty, lab: String
        let groups, allGroups, more, expertise, publications, chronicle, digests, standing: String
        let standingText: String
    }

    struct Reminder: Decodable, Sendable {
        let quarter, noTheme, twice, rule: String
        let missing: PluralText
    }

    struct Group: Decodable, Sendable {
        let title, lead, back, toGroup, new, kind, network, cluster, development, networkHint, clusterHint: String
        let developmentHint, name, theme, about, productDue, archived, living, past, source, members: String
        let membersEmpty, place, role, roles, addSeat, roleHint, meetings, meetingsEmpty, addMeeting: String
        let products, productsEmpty, addProduct, lab, labEmpty, toLab, conferences, addConference, empty: String
        let emptyText, twice, noSuchPlace: String
        let places: PluralText
    }

    struct Lab: Decodable, Sendable {
        let title, lead, add, day, tried, saw, next: String
    }

    struct Meeting: Decodable, Sendable {
        let new, name, theme, themeHint, day, from, to, timeHint, badTime, endsEarly, location, locationHint: String
        let when, venue, group, stateWord, calendar, printAgenda, printMinutes, agenda, agendaEmpty, addItem: String
        let item, minutes, lead, leadHint, time, attendance, attendanceHint, people, sum, setAttendance: String
        let decisions, decisionsEmpty, addDecision, decision, tasks, tasksEmpty, addTask, earlier, thread: String
        let record, printedAgenda, printedMinutes, course, back, planned, agreed, held, approved: String
        let cancelled, agree, hold, approve, cancel: String
        let over: PluralText
    }

    struct Task: Decodable, Sendable {
        let title, lead, name, owner, ownerPlace, due, dueOn, `open`, done, dropped, overdue, finish, drop: String
        let reopen, empty, emptyText, closed, openHead, from: String
    }

    struct Product: Decodable, Sendable {
        let new, name, about, stateWord, idea, draft, tested, published, retired, test, publish, retire: String
        let versions, versionsEmpty, addVersion, version, note, content, contentHint, link, linkHint: String
        let badLink, download, toFile, from: String
    }

    struct Conference: Decodable, Sendable {
        let new, name, about, day, location, lead, topics, topicsEmpty, addTopic, topic, topicAbout, by: String
        let handsHint, raise, lower, `for`, merged, merge, mergeThis, mergeInto, mergeTitle, agenda: String
        let agendaEmpty, addPlace, slot, slotNumber, room, owner, ownerHint, due, result, addResult: String
        let announced, proposing, gathered, agreed, held, reported, cancelled, `open`, gather, agree, hold: String
        let report, cancel, step, roomTaken, ownerBusy, onAgenda, openTopics: String
        let hands: PluralText
    }

    struct Expertise: Decodable, Sendable {
        let title, lead, topic, owner, note, source, add, empty, emptyText: String
    }

    struct Publication: Decodable, Sendable {
        let title, lead, name, year, kind, about, link, source, add, unknownYear, empty, emptyText: String
        let ours: String
    }

    struct Chronicle: Decodable, Sendable {
        let title, lead, noDate, empty, emptyText, noYear: String
    }

    struct Thread: Decodable, Sendable {
        let title, leadPractice, leadTransfer, leadMeeting, toObject, empty, emptyText, write, answer: String
        let answering, text, textHint, send, edit, editTitle, editLead, save, withdraw, withdrawn, edited: String
        let author, post: String
    }

    struct Digest: Decodable, Sendable {
        let title, lead, daily, weekly, never, rhythm, save, mine, mineLead, mineEmpty, mineEmptyText, about: String
        let gone, end, endQuestion, endText, ended, endedText, unknownLink, unknownText: String
    }

    struct Mail: Decodable, Sendable {
        let subject, greeting, day, week, newMeeting, newMinutes, newLab, newVersion, newConference, why: String
        let closing: String
    }

    struct Refusal: Decodable, Sendable {
        let notNow, tooLate, merged, same: String
    }

    let navigation, save, print, cancelLink: String
    let start: Start
    let reminder: Reminder
    let group: Group
    let lab: Lab
    let meeting: Meeting
    let task: Task
    let product: Product
    let conference: Conference
    let expertise: Expertise
    let publication: Publication
    let chronicle: Chronicle
    let thread: Thread
    let digest: Digest
    let mail: Mail
    let roles: [String: String]
    let refusal: Refusal

    /// "Netzwerkkoordination, Musterstadt": role and municipality, never a name.
    func author(_ author: PostAuthor) -> String {
        let role = roles[author.role.rawValue] ?? author.role.rawValue
        return author.place.isEmpty ? role : thread.author.filled(["role": role, "place": author.place])
    }
}
