import Texts

/// Texts of the room.
package struct IntakeTexts: Decodable, Sendable {
    struct Upload: Decodable, Sendable {
        let title, lead, kind, offers, providers, list, listHint, file, fileHint, missing, button: String
        let helpTitle, help1, help2, help3, template, waiting, waitingHint, columns, columnsLead: String
    }

    struct Check: Decodable, Sendable {
        let title, leadClean, leadFaults, leadNothing, back: String
        let read, created, updated, unchanged, refused: String
        let mapping, mappingLead, mappingHint, leaveOut, example, twice, mappingButton: String
        let faults, noFaults, fix, row, column, severity, found, expected, hint, error, warning, empty, whole: String
        let download, remove, removeHint: String
        let accept: PluralText
    }

    struct Done: Decodable, Sendable {
        let all, part: String
    }

    let navigation: String
    let upload: Upload
    let check: Check
    let done: Done
}
