import Prevention

/// Ablehnung: why a record cannot be stored at all; forms and imports say it before, with the field's name.
package enum RecordRefusal: Error, Hashable {
    /// A text that must not be empty.
    case empty(field: String)
    /// Longer than allowed.
    case tooLong(field: String, limit: Int)
    /// A number below zero or beyond what a database holds.
    case outOfRange(field: String)
    /// Another record still points here.
    case stillUsed
}

/// Puts texts into the shape in which they are stored: no control characters, one kind of line end, no blank ends.
enum Cleaning {
    static let short = 300
    static let long = 20_000

    static func line(_ text: String, _ field: String, limit: Int = short) throws(RecordRefusal) -> String {
        try checked(scrub(text, keepingLines: false), field, limit)
    }

    static func text(_ text: String, _ field: String, limit: Int = long) throws(RecordRefusal) -> String {
        try checked(scrub(text, keepingLines: true), field, limit)
    }

    /// `nil` for what is empty.
    static func optional(_ text: String?, _ field: String, limit: Int = 1_000) throws(RecordRefusal) -> String? {
        guard let text else { return nil }
        let clean = try line(text, field, limit: limit)
        return clean.isEmpty ? nil : clean
    }

    static func lines(_ texts: [String], _ field: String) throws(RecordRefusal) -> [String] {
        try texts.prefix(100).map { text throws(RecordRefusal) in try line(text, field) }.filter { !$0.isEmpty }.unique
    }

    private static func checked(_ text: String, _ field: String, _ limit: Int) throws(RecordRefusal) -> String {
        guard text.utf8.count <= limit * 4, text.count <= limit else {
            throw RecordRefusal.tooLong(field: field, limit: limit)
        }
        return text
    }

    static func required(_ text: String, _ field: String) throws(RecordRefusal) -> String {
        let clean = try line(text, field)
        if clean.isEmpty { throw RecordRefusal.empty(field: field) }
        return clean
    }

    static func count(_ number: Int?, _ field: String) throws(RecordRefusal) -> Int? {
        guard let number else { return nil }
        guard (0...10_000_000).contains(number) else { throw RecordRefusal.outOfRange(field: field) }
        return number
    }

    /// Plain printable ASCII without blank ends, which most texts are, passes untouched.
    private static func scrub(_ text: String, keepingLines: Bool) -> String {
        let isPlain = text.utf8.allSatisfy { $0 >= 0x20 && $0 != 0x7F && $0 != 0xC2 && $0 != 0xE2 && $0 != 0xEF }
        if isPlain, text.utf8.first != 0x20, text.utf8.last != 0x20 { return text }
        var result = String.UnicodeScalarView()
        var lastWasReturn = false
        for scalar in text.unicodeScalars {
            defer { lastWasReturn = scalar == "\r" }
            switch scalar {
            case "\r": result.append(keepingLines ? "\n" : " ")
            case "\n", "\u{2028}", "\u{2029}", "\u{85}":
                if lastWasReturn, scalar == "\n" { continue }
                result.append(keepingLines ? "\n" : " ")
            case "\t": result.append(" ")
            case "\u{FEFF}", "\u{200E}", "\u{200F}", "\u{202A}"..."\u{202E}", "\u{2066}"..."\u{2069}": continue
            default: if scalar.properties.generalCategory != .control { result.append(scalar) }
            }
        }
        var view = String(result)[...]
        while view.first?.isWhitespace == true { view.removeFirst() }
        while view.last?.isWhitespace == true { view.removeLast() }
        return String(view)
    }
}

extension Provider {
    /// The provider as it would be stored.
    ///
    /// - Throws: `RecordRefusal` for texts that are too long or missing.
    package func cleaned() throws(RecordRefusal) -> Provider {
        var clean = self
        clean.name = try Cleaning.required(name, "name")
        clean.description = try Cleaning.text(description, "description")
        clean.registerNumber = try Cleaning.optional(registerNumber, "registerNumber")
        clean.website = try Cleaning.optional(website, "website")
        clean.email = try Cleaning.optional(email, "email")
        clean.phone = try Cleaning.optional(phone, "phone")
        clean.areaKey = try Cleaning.optional(areaKey, "areaKey")
        clean.sources = try sources.cleaned()
        clean.external = try external?.cleaned()
        return clean
    }
}

extension Facility {
    /// The facility as it would be stored.
    ///
    /// - Throws: `RecordRefusal` for texts that are too long.
    package func cleaned() throws(RecordRefusal) -> Facility {
        var clean = self
        clean.name = try Cleaning.line(name, "name")
        clean.street = try Cleaning.line(street, "street")
        clean.postcode = try Cleaning.line(postcode, "postcode", limit: 20)
        clean.town = try Cleaning.line(town, "town")
        clean.accessibilityNote = try Cleaning.text(accessibilityNote, "accessibilityNote")
        clean.external = try external?.cleaned()
        return clean
    }
}

extension ExternalKey {
    func cleaned() throws(RecordRefusal) -> ExternalKey {
        ExternalKey(
            origin: try Cleaning.required(origin, "origin"), key: try Cleaning.required(key, "externalKey"))
    }
}

extension [Source] {
    func cleaned() throws(RecordRefusal) -> [Source] {
        try prefix(50).map { source throws(RecordRefusal) in
            Source(
                document: try Cleaning.line(source.document, "sources", limit: 1_000),
                section: try Cleaning.line(source.section, "sources", limit: 1_000))
        }
    }
}

extension Offer {
    /// The offer as it would be stored.
    ///
    /// - Throws: `RecordRefusal` for texts that are too long or missing and impossible numbers.
    package func cleaned() throws(RecordRefusal) -> Offer {
        var clean = self
        clean.title = try Cleaning.required(title, "title")
        clean.summary = try Cleaning.text(summary, "summary", limit: 1_000)
        clean.description = try Cleaning.text(description, "description")
        clean.topics = try Cleaning.lines(topics, "topics")
        clean.audience = try Cleaning.text(audience, "audience", limit: 1_000)
        clean.languages = try Cleaning.lines(languages, "languages")
        clean.legalBasis = try Cleaning.lines(legalBasis, "legalBasis")
        clean.fundingNote = try Cleaning.text(fundingNote, "fundingNote")
        clean.cost.per = try Cleaning.line(cost.per, "cost")
        clean.cost.note = try Cleaning.text(cost.note, "cost", limit: 1_000)
        if let cents = cost.amount?.cents, !(0...100_000_000).contains(cents) {
            throw RecordRefusal.outOfRange(field: "cost")
        }
        clean.registration.link = try Cleaning.optional(registration.link, "registration")
        clean.registration.phone = try Cleaning.optional(registration.phone, "registration")
        clean.website = try Cleaning.optional(website, "website")
        clean.alert = try Cleaning.text(alert, "alert", limit: 1_000)
        clean.internalNote = try Cleaning.text(internalNote, "internalNote")
        clean.check?.method = try Cleaning.line(check?.method ?? "", "check")
        clean.reachPerYear = try Cleaning.count(reachPerYear, "reachPerYear")
        clean.sources = try sources.cleaned()
        clean.external = try external?.cleaned()
        try clean.cleanParts()
        return clean
    }

    private mutating func cleanParts() throws(RecordRefusal) {
        if var capacity {
            capacity.total = try Cleaning.count(capacity.total, "capacity")
            capacity.free = try Cleaning.count(capacity.free, "capacity")
            capacity.waitingWeeks = try Cleaning.count(capacity.waitingWeeks, "capacity")
            capacity.unit = try Cleaning.line(capacity.unit, "capacity")
            self.capacity = capacity
        }
        contacts = try contacts.prefix(50).map { part throws(RecordRefusal) in try part.cleaned() }
        schedules = try schedules.prefix(100).map { part throws(RecordRefusal) in try part.cleaned() }
        areaScope = areaScope.unique
        sites = try sites.prefix(200).map { site throws(RecordRefusal) in
            var site = site
            site.note = try Cleaning.text(site.note, "sites", limit: 1_000)
            site.contact = try site.contact?.cleaned()
            site.schedules = try site.schedules.prefix(100).map { part throws(RecordRefusal) in try part.cleaned() }
            return site
        }
        followsOn = followsOn.unique.filter { $0 != id }
        leadsTo = leadsTo.unique.filter { $0 != id }
    }
}

extension OfferContact {
    func cleaned() throws(RecordRefusal) -> OfferContact {
        var clean = self
        clean.label = try Cleaning.line(label, "contacts")
        clean.email = try Cleaning.optional(email, "contacts")
        clean.phone = try Cleaning.optional(phone, "contacts")
        return clean
    }
}

extension Schedule {
    func cleaned() throws(RecordRefusal) -> Schedule {
        var clean = self
        clean.note = try Cleaning.line(note, "schedules")
        clean.exceptions = Array(Set(exceptions).sorted().prefix(1_000))
        return clean
    }
}
