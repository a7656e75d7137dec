import Clearing
import Prevention
import Rounds
import Transfers

extension RoundAssumption {
    var sentence: String {
        switch self {
        case .limits(let give, let receive): "Jede kann im Halbjahr \(give)-mal geben und \(receive)-mal bekommen."
        case .accountsAtZero: "Alle Konten stehen auf 0."
        case .levelsFromSources:
            "Der Stand ist aus den Berichten abgelesen; was nicht bekannt ist, zählt hier als fehlend."
        case .giversAgree: "Wer eine beschriebene, laufende Praxis hat, darf und will sie weitergeben."
        case .missingIsWanted: "Wem ein Pflichtglied fehlt, der sucht es; Kür nur, wo ein Ziel sie nennt."
        case .reviewed: "Alle Praxen gelten als geprüft und aufgeschrieben (T1), ohne Nachweis der Wirkung."
        case .contextNotCompared: "Bedingungen vor Ort und Ähnlichkeit wurden nicht verglichen."
        case .travelEstimated: "Wege sind aus der Luftlinie geschätzt."
        case .ownClassification: "Kettenglieder und ihre Praxen sind eine Zuordnung des Projekts (Examples/exchange)."
        }
    }
}

extension PairWeight.Term {
    var word: String {
        switch self {
        case .base: "Grundwert"
        case .duty: "Pflicht"
        case .urgency: "Dringlichkeit"
        case .waiting: "Wartezeit"
        case .fit: "Bedingungen"
        case .evidence: "Nachweise"
        case .multiplier: "Weitergabe"
        case .similarity: "Ähnlichkeit"
        case .travel: "Weg"
        case .mutualInterest: "Gegenseitig"
        }
    }
}

extension TransferPart {
    var word: String {
        switch self {
        case .presentation: "Vorstellung"
        case .factors: "Erfolgsfaktoren und Stolpersteine"
        case .coaching: "Coaching"
        }
    }
}

extension UnmetWish.Why {
    var sentence: String {
        switch self {
        case .nobodyOffers: "Niemand sonst bietet das Kettenglied an."
        case .obstacles: "Kein Angebot ist zulässig."
        case .roundNotCleared: "Die Runde ließ sich nicht rechnen."
        case .limit(let reason, _, _):
            switch reason {
            case .noOffer: "Kein Angebot passt."
            case .offersFull: "Alle passenden Angebote sind vergeben."
            case .giversFull: "Wer geben könnte, gibt schon so viel wie möglich."
            case .receiverFull: "Die suchende Kommune bekommt schon so viel wie möglich."
            case .accountAtFloor: "Das Konto der suchenden Kommune ist am Überziehungsrahmen."
            case .giversAtCeiling: "Die Konten der gebenden Kommunen sind am Höchststand."
            case .othersWorthMore: "Andere Transfers waren mehr wert."
            }
        }
    }
}

extension RoundFinding {
    func sentence(_ name: (ID<Participant>) -> String) -> String {
        switch self {
        case .noParticipants: "Niemand nimmt teil."
        case .noOffers: "Es gibt kein offenes Angebot."
        case .noRequests: "Es gibt kein offenes Gesuch."
        case .noPairs(let counts):
            "Kein Paar ist zulässig: " + counts.map { "\($0.obstacle) (\($0.pairs))" }.joined(separator: ", ")
        case .receivesNothing(let id, let requests): "\(name(id)) sucht \(requests)-mal, will aber nichts bekommen."
        case .givesNothing(let id, let offers): "\(name(id)) bietet \(offers)-mal an, will aber nichts geben."
        case .stuckAtFloor(let id, let balance): "\(name(id)) steht bei \(balance) Punkten und kann nichts geben."
        case .aboveHighest(let id, let balance): "\(name(id)) steht mit \(balance) Punkten am Höchststand."
        case .unknownParticipant(let id): "\(name(id)) nimmt nicht teil."
        case .rules(let problem): "Die Regeln gehen nicht auf: \(problem)"
        }
    }
}
