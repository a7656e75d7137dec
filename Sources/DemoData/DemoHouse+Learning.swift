import Foundation
import Learning
import LearningNetwork
import ModelProject
import Musterkreis
import Practice
import Prevention
import Storage
import Web

extension DemoHouse {
    /// The learning network of the model project, as an archive.
    func loadLearning(from folder: URL, at now: Instant) async throws {
        let archive = try LearningReader(folder: folder).archive()
        try await LearningStore(database: database).load(archive, Trace(actor, at: now))
    }

    /// An invented learning network in full swing, around `now`; a second time changes nothing.
    func loadLearning(of kreis: Musterkreis, at now: Instant) async throws {
        let towns = kreis.areas.filter { $0.level == .municipality }.prefix(6)
            .map { Place(area: $0.key.text, name: $0.name) }
        guard towns.count >= 4 else { return }
        let demo = LearningDemo(
            store: LearningStore(database: database), actor: actor, today: now.berlinDay, now: now, towns: Array(towns))
        guard try await demo.isNew() else { return }
        try await demo.loadNetwork()
        try await demo.loadDevelopmentGroup()
        try await demo.loadConference()
        if let practice = kreis.practices.first {
            try await demo.talk(about: Reference(.practice, practice.practice.id))
        }
    }
}

/// Erfundenes Lernnetzwerk of the Musterkreis.
struct LearningDemo: Sendable {
    let store: LearningStore
    let actor: AuditActor
    let today: Day
    let now: Instant
    let towns: [Place]

    private let network = id("group/network", LearningGroup.self)
    private let group = id("group/transition", LearningGroup.self)

    private static func id<Record>(_ name: String, _ type: Record.Type) -> ID<Record> {
        ID(.feed, name: "musterkreis/learning/\(name)")
    }

    func isNew() async throws -> Bool { try await store.group(network) == nil }

    /// The trace of something that happened `days` ago, at ten in the morning of Germany.
    private func trace(_ days: Int) -> Trace {
        let instant = BerlinTime(today.adding(days: -days), hour: 10)?.instant ?? now
        return Trace(actor, at: min(instant, now), because: "Musterkreis, erfunden")
    }

    private func seat(_ town: Int, _ role: String) -> Seat { Seat(towns[town % towns.count], role: role) }

    // MARK: The network

    func loadNetwork() async throws {
        let group = LearningGroup(
            id: network, kind: .network, title: "Lernnetzwerk Musterkreis", theme: "Übergänge gemeinsam gestalten",
            about:
                "Die Koordinationen aller Kommunen im Musterkreis treffen sich viermal im Jahr. Alles hier ist erfunden.",
            seats: towns.map { Seat($0, role: "Netzwerkkoordination") } + [seat(0, "Jugendhilfeplanung")])
        try await store.add(group, trace(200))
        let held = try await add(
            to: network, "Erstes Treffen des Jahres", "Übergang von der Kita in die Schule", in: -84,
            agenda: [
                ("Ankommen", 15), ("Was gut läuft", 60), ("Ein Übergabegespräch, das trägt", 60), ("Verabredungen", 30),
            ])
        try await hold(
            held, ago: 84, people: [2, 1, 2, 1, 1, 2],
            decisions: [
                "Alle Kommunen laden Eltern künftig schon im Herbst zum Übergabegespräch ein.",
                "Das Netzwerk sammelt Einladungen, die gut ankommen.",
            ])
        let coming = try await add(
            to: network, "Zweites Treffen des Jahres", "Familien erreichen, die nicht von selbst kommen", in: 19,
            agenda: [
                ("Ankommen und offene Aufgaben", 20), ("Zwei Kommunen berichten aus dem Praxislabor", 45),
                ("Wege zu Familien: was trägt?", 60), ("Was wir bis zum nächsten Mal ausprobieren", 30),
            ])
        try await store.take(.agree, of: coming, trace(5))
        try await addTasks(of: held)
        try await store.take(.approve, of: held, trace(60))
        for (topic, town, role, note) in [
            (
                "Übergabegespräche", 1, "Fachberatung Kita",
                "Kann zeigen, wie Gespräche in einer halben Stunde gelingen."
            ),
            ("Einladungen in einfacher Sprache", 2, "Netzwerkkoordination", ""),
            ("Besuche nach der Geburt", 0, "Frühe Hilfen", "Dauerangebot in der Transferbörse."),
        ] {
            try await store.add(
                Expertise(topic: topic, owner: seat(town, role), note: note, source: "erfunden"), trace(40))
        }
    }

    private func add(
        to group: ID<LearningGroup>, _ title: String, _ theme: String, in days: Int, agenda: [(String, Int)]
    ) async throws -> ID<Meeting> {
        let meeting = Meeting(
            id: Self.id("meeting/\(title)/\(theme)", Meeting.self), groupID: group, title: title, theme: theme,
            day: today.adding(days: days), from: 9 * 60 + 30, to: 12 * 60 + 30,
            location: "Kreishaus, Raum 2 (erfunden)",
            agenda: agenda.map { AgendaItem($0.0, minutes: $0.1, lead: "Netzwerkkoordination") })
        try await store.add(meeting, trace(max(20, 20 - days)))
        return meeting.id
    }

    private func hold(_ id: ID<Meeting>, ago: Int, people: [Int], decisions: [String]) async throws {
        try await store.take(.agree, of: id, trace(ago + 7))
        try await store.take(.hold, of: id, trace(ago - 1))
        let attendance = zip(towns, people).map { Attendance($0.name, $1) }
        try await store.note(attendance, at: id, trace(ago - 1))
        for decision in decisions { try await store.add(decision: decision, to: id, trace(ago - 1)) }
    }

    private func addTasks(of meeting: ID<Meeting>) async throws {
        let tasks: [(String, Int, String, Int, TaskFlow.Step?)] = [
            ("Muster für die Einladung zum Übergabegespräch schicken", 1, "Netzwerkkoordination", -50, .finish),
            ("Liste der Kitas mit festen Ansprechrollen erstellen", 2, "Netzwerkkoordination", -3, nil),
            ("Zwei Schulen für das Praxislabor gewinnen", 3, "Netzwerkkoordination", 15, nil),
            ("Gemeinsamen Termin mit den Grundschulleitungen suchen", 0, "Jugendhilfeplanung", 40, nil),
        ]
        for (title, town, role, days, step) in tasks {
            let task = LearningTask(
                groupID: network, meetingID: meeting, title: title, owner: seat(town, role),
                due: today.adding(days: days))
            try await store.add(task, trace(80))
            if let step { try await store.take(step, of: task.id, trace(52)) }
        }
    }

    // MARK: The development group

    func loadDevelopmentGroup() async throws {
        let group = LearningGroup(
            id: group, kind: .development, title: "Entwicklungsgruppe Übergabegespräch",
            theme: "Ein Gespräch, nach dem Schule und Eltern wissen, was das Kind kann",
            about: "Probiert zu Hause aus, was die anderen mitbringen. Alles hier ist erfunden.",
            productDue: "Leitfaden für das Übergabegespräch mit Eltern",
            seats: [
                seat(0, "Fachberatung Kita"), seat(1, "Grundschulleitung"), seat(1, "Netzwerkkoordination"),
                seat(2, "Kinder- und Jugendgesundheitsdienst"), seat(3, "Jugendhilfeplanung"),
            ])
        try await store.add(group, trace(150))
        _ = try await add(
            to: group.id, "Werkstatt 3", "Leitfaden nach der Erprobung überarbeiten", in: 33,
            agenda: [("Rückmeldungen aus den Kitas", 60), ("Was in Fassung 3 muss", 90)])
        for (town, days, tried, saw, next) in Self.entries {
            try await store.add(
                LabEntry(
                    groupID: group.id, place: towns[town % towns.count], day: today.adding(days: -days), tried: tried,
                    saw: saw, next: next), trace(days - 1))
        }
        try await loadProducts()
    }

    private static let entries: [(Int, Int, String, String, String)] = [
        (
            1, 44, "Übergabegespräch zu dritt: Eltern, Kita, Schule, je 30 Minuten, in zwei Kitas.",
            "18 von 24 Familien kamen. Die Schule fragte zuerst nach Stärken, das nahm Druck heraus.",
            "Wir laden beim nächsten Mal auch nachmittags ein."
        ),
        (
            2, 23, "Einladung in vier Sprachen und mit Bild.",
            "Mehr Rückfragen, aber nicht mehr Zusagen. Persönliches Ansprechen an der Tür half mehr.",
            "Einladung bleibt, dazu spricht die Gruppenleitung jede Familie an."
        ),
        (
            3, 9, "Gesprächsbogen mit zehn Fragen.",
            "Zu lang. Nach sechs Fragen war die halbe Stunde um, das Wichtigste kam zu kurz.",
            "Der Bogen wird auf sechs Fragen gekürzt, das Kind malt vorab ein Bild."
        ),
    ]

    private func loadProducts() async throws {
        let guide = Product(
            id: Self.id("product/guide", Product.self), groupID: group, title: "Leitfaden Übergabegespräch",
            about: "Auf zwei Seiten: einladen, vorbereiten, sprechen, festhalten.")
        try await store.add(guide, trace(120))
        try await store.addVersion(
            "Einladen\nDie Kita lädt vier Wochen vorher ein.\nSprechen\nZehn Fragen, eine halbe Stunde.",
            note: "Erster Entwurf", link: "", to: guide.id, trace(100))
        try await store.addVersion(
            """
            Einladen
            Die Kita lädt vier Wochen vorher ein und spricht jede Familie an der Tür an.
            Vorbereiten
            Das Kind malt ein Bild: Das kann ich gut.
            Sprechen
            Sechs Fragen, zuerst die Stärken. Eltern sagen, was weitergegeben werden darf.
            Festhalten
            Ein Blatt, das die Eltern mitnehmen.
            """, note: "Auf sechs Fragen gekürzt, Stärken zuerst", link: "", to: guide.id, trace(7))
        try await store.take(.test, of: guide.id, trace(2))
        let card = Product(
            id: Self.id("product/card", Product.self), groupID: group, title: "Einladungskarte mit Bild",
            about: "Eine Karte ohne Fachwörter, zum Ausdrucken.")
        try await store.add(card, trace(90))
        try await store.addVersion(
            "Liebe Eltern, Ihr Kind kommt bald in die Schule. Wir möchten mit Ihnen darüber sprechen, was es gut kann.",
            note: "Nach der Erprobung in vier Kitas", link: "", to: card.id, trace(70))
        try await store.take(.test, of: card.id, trace(50))
        try await store.take(.publish, of: card.id, trace(30))
    }

    // MARK: The conference

    func loadConference() async throws {
        let conference = Conference(
            id: Self.id("conference", Conference.self), groupID: network,
            title: "Entwicklungskonferenz Musterkreis: Kein Kind geht verloren",
            about: "Was müssen wir ändern, damit an keinem Übergang ein Kind verloren geht? Alles hier ist erfunden.",
            day: today.adding(days: 61), location: "Stadthalle \(towns[0].name) (erfunden)")
        try await store.add(conference, trace(30))
        try await store.take(.open, of: conference.id, trace(25))
        let topics: [(String, String, Int, [Int])] = [
            ("Eine Ansprechrolle je Familie", "Wer behält den Überblick, wenn drei Ämter helfen?", 0, [1, 2, 4]),
            (
                "Übergabe nur mit den Eltern", "Wie holen wir die Zustimmung so ein, dass alle sie verstehen?", 2,
                [0, 3]
            ),
            ("Familien, die neu zuziehen", "Woher wissen wir, dass sie da sind?", 3, [1]),
            ("Einverständnis in einfacher Sprache", "Ein Formular für alle.", 1, [5]),
        ]
        for (index, topic) in topics.enumerated() {
            let entry = ConferenceTopic(
                id: Self.id("topic/\(index)", ConferenceTopic.self), title: topic.0, about: topic.1,
                place: towns[topic.2 % towns.count])
            try await store.propose(entry, at: conference.id, trace(20 - index))
            for hand in topic.3 {
                try await store.raise(
                    true, for: entry.id, by: towns[hand % towns.count].area, at: conference.id, trace(10 - index))
            }
        }
        try await store.merge(
            Self.id("topic/3", ConferenceTopic.self), into: Self.id("topic/1", ConferenceTopic.self),
            at: conference.id, trace(3))
    }

    // MARK: A conversation

    func talk(about practice: Reference) async throws {
        let asks = PostAuthor(account: "demo-1", role: .coordinator, place: towns[2].name)
        let answers = PostAuthor(account: "demo-2", role: .planner, place: towns[0].name)
        let question = try await store.add(
            "Wir überlegen, das zu übernehmen. Wie viele Stunden hat die Vorbereitung bei Ihnen wirklich gekostet?",
            about: practice, answering: nil, by: asks, trace(6))
        _ = try await store.add(
            "Rund 40 Stunden, verteilt auf drei Monate. Am längsten dauerte die Absprache mit den Schulen. Fangen Sie dort an.",
            about: practice, answering: question, by: answers, trace(5))
    }
}
