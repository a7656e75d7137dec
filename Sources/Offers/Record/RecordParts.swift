import Prevention
import Tables

/// Words and keys of a record as JSON and back.
enum Codes {
    static func json<Word: RawRepresentable<String>>(_ words: some Sequence<Word>) -> JSONValue {
        .texts(words.map(\.rawValue).sorted())
    }

    static func json<Word: RawRepresentable<String>>(_ word: Word?) -> JSONValue {
        word.map { .text($0.rawValue) } ?? .null
    }

    static func set<Word: RawRepresentable<String> & Hashable>(_ value: JSONValue) -> Set<Word>? {
        all(value) { $0.string.flatMap { Word(rawValue: $0) } }.map { Set($0) }
    }

    static func one<Word: RawRepresentable<String>>(_ value: JSONValue) -> Word? {
        value.string.flatMap { Word(rawValue: $0) }
    }

    static func ids<Record>(_ value: JSONValue) -> [ID<Record>]? {
        all(value) { $0.string.flatMap { ID<Record>($0) } }
    }

    /// All items read by `read`; `nil` if one of them cannot be.
    static func all<Value>(_ value: JSONValue, _ read: (JSONValue) -> Value?) -> [Value]? {
        let items = value.items
        let good = items.compactMap(read)
        return good.count == items.count ? good : nil
    }
}

/// A field that may be missing: not there, there, or there and wrong.
enum Optionally<Value> {
    case missing
    case value(Value)
    case wrong

    func orThrow(_ field: OfferField) throws -> Value? {
        switch self {
        case .missing: nil
        case .value(let value): value
        case .wrong: throw RecordProblem(field: field)
        }
    }
}

extension JSONValue {
    func optional<Value>(_ read: (JSONValue) -> Value?) -> Optionally<Value> {
        self == .null ? .missing : read(self).map(Optionally.value) ?? .wrong
    }

    static func text(_ day: Day?) -> JSONValue { day.map { .text($0.description) } ?? .null }
    static func optional(_ text: String?) -> JSONValue { text.map(JSONValue.text) ?? .null }
    static func optional(_ number: Int?) -> JSONValue { number.map(JSONValue.int) ?? .null }
    /// Left out when empty.
    static func filled(_ text: String) -> JSONValue { text.isEmpty ? .null : .text(text) }
    static func filled(_ flag: Bool) -> JSONValue { flag ? .bool(true) : .null }

    var day: Day? { string.flatMap { Day($0) } }
}

extension OfferCost {
    var json: JSONValue {
        .record([
            ("kind", .text(kind.rawValue)), ("cents", amount.map { .integer($0.cents) } ?? .null),
            ("per", .filled(per)),
            ("note", .filled(note)), ("educationPackage", .filled(isEducationPackage)),
            ("familyPass", .filled(acceptsFamilyPass)),
        ])
    }

    init?(json: JSONValue) {
        guard let kind: Kind = Codes.one(json["kind"]) else { return nil }
        self.init(
            kind, amount: json["cents"].int.map { Euro(cents: Int64($0)) }, per: json["per"].string ?? "",
            note: json["note"].string ?? "", isEducationPackage: json["educationPackage"].boolean ?? false,
            acceptsFamilyPass: json["familyPass"].boolean ?? false)
    }
}

extension Registration {
    var json: JSONValue {
        .record([("need", .text(need.rawValue)), ("link", .optional(link)), ("phone", .optional(phone))])
    }

    init?(json: JSONValue) {
        guard let need: Need = Codes.one(json["need"]) else { return nil }
        self.init(need, link: json["link"].string, phone: json["phone"].string)
    }
}

extension Capacity {
    var json: JSONValue {
        .record([
            ("total", .optional(total)), ("free", .optional(free)), ("waitingWeeks", .optional(waitingWeeks)),
            ("unit", .text(unit)), ("asOf", .text(asOf)),
        ])
    }

    init(json: JSONValue) {
        self.init(
            total: json["total"].int, free: json["free"].int, waitingWeeks: json["waitingWeeks"].int,
            unit: json["unit"].string ?? "", asOf: json["asOf"].day)
    }
}

extension OfferContact {
    var json: JSONValue {
        .record([
            ("id", .text(id.text)), ("label", .text(label)), ("email", .optional(email)), ("phone", .optional(phone)),
            ("consent", Codes.json(consent)),
        ])
    }

    init?(json: JSONValue) {
        guard let id = json["id"].string.flatMap({ ID<OfferContact>($0) }), let label = json["label"].string,
            let consent: Set<Channel> = Codes.set(json["consent"])
        else { return nil }
        self.init(id: id, label: label, email: json["email"].string, phone: json["phone"].string, consent: consent)
    }
}

extension OfferSite {
    var json: JSONValue {
        .record([
            ("id", .text(id.text)), ("facilityId", .text(facilityID.text)), ("note", .filled(note)),
            ("contact", contact?.json ?? .null), ("schedules", .list(schedules.map(\.json))),
        ])
    }

    init?(json: JSONValue) {
        guard let id = json["id"].string.flatMap({ ID<OfferSite>($0) }),
            let facilityID = json["facilityId"].string.flatMap({ ID<Facility>($0) }),
            let schedules = Codes.all(json["schedules"], Schedule.init(json:))
        else { return nil }
        self.init(
            id: id, facilityID: facilityID, schedules: schedules, contact: OfferContact(json: json["contact"]),
            note: json["note"].string ?? "")
    }
}

extension Schedule {
    var json: JSONValue {
        .record([
            ("purpose", .text(purpose.rawValue)), ("start", .text(start.description)),
            ("from", .optional(from?.description)), ("to", .optional(to?.description)),
            ("rule", .optional(rule?.description)),
            ("exceptions", exceptions.isEmpty ? .null : .texts(exceptions.map(\.description))),
            ("holidays", .text(holidayRule.rawValue)), ("publicHolidays", .filled(includesPublicHolidays)),
            ("note", .filled(note)),
        ])
    }

    init?(json: JSONValue) {
        guard let purpose: Purpose = Codes.one(json["purpose"]), let start = json["start"].day,
            let holidays: HolidayRule = Codes.one(json["holidays"]),
            let exceptions = Codes.all(json["exceptions"], \.day)
        else { return nil }
        let rule = json["rule"].string
        let read = rule.flatMap { RecurrenceRule($0) }
        if rule != nil, read == nil { return nil }
        self.init(
            purpose: purpose, start: start, from: json["from"].string.flatMap { WallTime($0) },
            to: json["to"].string.flatMap { WallTime($0) }, rule: read, exceptions: exceptions, holidayRule: holidays,
            includesPublicHolidays: json["publicHolidays"].boolean ?? false, note: json["note"].string ?? "")
    }
}

extension OfferCheck {
    var json: JSONValue {
        .record([("on", .text(on.description)), ("by", .text(by.rawValue)), ("method", .filled(method))])
    }

    init?(json: JSONValue) {
        guard let on = json["on"].day, let by: Checker = Codes.one(json["by"]) else { return nil }
        self.init(on: on, by: by, method: json["method"].string ?? "")
    }
}

extension Source {
    var json: JSONValue { .record([("document", .text(document)), ("section", .text(section))]) }

    init?(json: JSONValue) {
        guard let document = json["document"].string, let section = json["section"].string else { return nil }
        self.init(document: document, section: section)
    }
}

extension ExternalKey {
    init?(json: JSONValue) {
        guard let origin = json["origin"].string, let key = json["key"].string else { return nil }
        self.init(origin: origin, key: key)
    }
}
