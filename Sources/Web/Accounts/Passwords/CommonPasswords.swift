/// Allerweltspasswörter: long passwords that everybody tries first, made offline from words and habits.
///
/// Short ones need no list because twelve characters are demanded anyway.
enum CommonPasswords {
    /// Whether the password, with look-alike signs read as letters, is a well-known one.
    static func contains(_ password: String) -> Bool {
        let text = folded(password)
        return list.contains(text) || isMonotonous(text) || isRepetition(text) || isWalk(text)
    }

    /// Every entry, folded and at least twelve characters long.
    static let list: Set<String> = {
        var result: Set<String> = []
        func add(_ text: String) {
            let text = folded(text)
            if text.count >= PasswordRules.length.lowerBound { result.insert(text) }
        }
        for word in words {
            for ending in endings {
                add(word + ending)
                add(ending + word)
                add(word + word + ending)
            }
            for other in words where other != word { add(word + other) }
        }
        for phrase in phrases {
            for ending in endings { add(phrase + ending) }
        }
        return result
    }()

    /// Lower case, umlauts written out, signs read as the letters they stand for.
    static func folded(_ text: String) -> String {
        var result = ""
        for character in text.lowercased() {
            switch character {
            case "ä": result += "ae"
            case "ö": result += "oe"
            case "ü": result += "ue"
            case "ß": result += "ss"
            case "@": result += "a"
            case "$": result += "s"
            case "€": result += "e"
            case " ", "-", "_", ".": continue
            default: result.append(character)
            }
        }
        return result
    }

    /// At most three different characters.
    private static func isMonotonous(_ text: String) -> Bool { Set(text).count <= 3 }

    /// A short piece again and again: `abcabcabcabc`.
    private static func isRepetition(_ text: String) -> Bool {
        let characters = Array(text)
        return (1...max(1, characters.count / 2)).contains { size in
            characters.indices.allSatisfy { characters[$0] == characters[$0 % size] }
        }
    }

    /// Keys or numbers in their order, forwards or backwards, also after one another.
    private static func isWalk(_ text: String) -> Bool {
        let rows = [
            "1234567890", "qwertzuiopue", "qwertyuiop", "asdfghjkloeae", "yxcvbnm", "zxcvbnm",
            "abcdefghijklmnopqrstuvwxyz",
        ]
        let ways = rows + rows.map { String($0.reversed()) }
        let characters = Array(text)
        var steps = 0
        for index in characters.indices.dropFirst() {
            let pair = String(characters[(index - 1)...index])
            if ways.contains(where: { $0.contains(pair) }) { steps += 1 }
        }
        return steps >= characters.count - 3
    }

    private static let words = [
        "passwort", "password", "kennwort", "geheim", "geheimnis", "hallo", "schatz", "sommer", "winter", "fruehling",
        "herbst", "ficken", "admin", "administrator", "willkommen", "welcome", "letmein", "qwertz", "qwerty", "asdfgh",
        "iloveyou", "ichliebedich", "fussball", "football", "baseball", "dragon", "monkey", "master", "michael",
        "daniel",
        "thomas", "andreas", "stefan", "alexander", "sebastian", "christian", "matthias", "sabine", "nicole", "jessica",
        "sandra", "julia", "schalke04", "dortmund", "borussia", "bayern", "deutschland", "germany", "berlin", "hamburg",
        "muenchen", "koeln", "frankfurt", "computer", "internet", "superman", "batman", "starwars", "pokemon",
        "princess",
        "sunshine", "schmetterling", "sonnenschein", "familie", "kinder", "kindergarten", "kita", "schule", "stadt",
        "kreis",
        "rathaus", "jugendamt", "montag", "dienstag", "freitag", "januar", "februar", "august", "september", "oktober",
        "november", "dezember", "tomate", "schokolade", "blume", "rose", "tiger", "katze", "hund", "pferd", "freiheit",
        "liebe", "baby", "engel", "sternchen", "test", "testing", "changeme", "default", "secret", "login", "abc123",
        "111111", "123123", "123456", "1234567", "12345678", "123456789", "1234567890", "000000", "654321", "666666",
        "trustno1", "whatever", "freedom", "hello", "charlie", "shadow", "killer", "pepper", "summer", "spring",
        "autumn",
    ]

    private static let endings = [
        "", "1", "12", "123", "1234", "12345", "123456", "1234567", "12345678", "123456789", "!", "!!", "1!", "123!",
        "1234!", "12345!", "?", "#", "*", "01", "007", "99", "2000", "2015", "2016", "2017", "2018", "2019", "2020",
        "2021",
        "2022", "2023", "2024", "2025", "2026", "2027", "2024!", "2025!", "2026!", "2027!", "123#", "abc", "xyz",
        "qwertz",
    ]

    private static let phrases = [
        "correcthorsebatterystaple", "meinpasswort", "meinkennwort", "neuespasswort", "geheimespasswort", "ichbinich",
        "ichliebedich", "ichhabekeins", "passwortvergessen", "thisismypassword", "mypassword", "yourpassword",
        "nopassword", "iloveyou", "letmeinplease", "openthedoor", "sesamoeffnedich", "einszweidrei", "einszweidreivier",
        "keinpasswort", "sicherespasswort", "superpasswort", "startpasswort", "initialpasswort", "standardpasswort",
        "bitteaendern", "willkommen", "gutenmorgen", "gutentag", "hallowelt", "helloworld", "qwertzuiop", "qwertyuiop",
        "asdfghjkl", "yxcvbnm", "zxcvbnm", "abcdefgh", "abcdefghijkl", "abcd1234", "1q2w3e4r", "1q2w3e4r5t",
        "1q2w3e4r5t6z",
        "q1w2e3r4t5", "qazwsxedc", "1qaz2wsx", "1qaz2wsx3edc", "a1b2c3d4e5f6", "password1234", "adminadmin",
    ]
}
