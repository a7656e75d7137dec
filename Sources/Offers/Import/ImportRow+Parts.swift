import Prevention
import Tables

extension ImportRow {
    /// `kostenfrei`, `2,50 €`, `gestaffelt`, empty = unknown.
    mutating func cost() -> OfferCost {
        let cell = text(.cost)
        let folded = Folding.fold(cell)
        if cell.isEmpty { return OfferCost(.unknown) }
        if [
            "kostenfrei", "kostenlos", "frei", "gratis", "free", "keine", "keinekosten", "0", "0euro", "0eur", "000",
            "000euro",
        ]
        .contains(folded) {
            return OfferCost(.free)
        }
        if ["gestaffelt", "staffel", "graded", "einkommensabhaengig"].contains(folded) { return OfferCost(.graded) }
        if ["unbekannt", "unknown", "aufanfrage"].contains(folded) { return OfferCost(.unknown) }
        let number = cell.filter { $0.isNumber || $0 == "," || $0 == "." || $0 == "-" }
        let words = Folding.fold(cell.filter { $0.isLetter })
        if ["", "euro", "eur"].contains(words), let cents = Self.cents(number) {
            return cents == 0 ? OfferCost(.free) : OfferCost(.amount, amount: Euro(cents: cents), per: text(.costPer))
        }
        refuse(
            .cost, cell, "kostenfrei, gestaffelt oder ein Betrag wie 2,50 €",
            "Bitte nur den Betrag schreiben; wofür er gilt, gehört in die Spalte \"Kosten je\".")
        return OfferCost(.unknown)
    }

    /// `2,50`, `2.50`, `1.250,00`, `12` → cents.
    static func cents(_ text: String) -> Int64? {
        let parts = text.split(omittingEmptySubsequences: false) { $0 == "," || $0 == "." }
        guard let first = parts.first, !first.isEmpty, parts.count <= 3, !text.contains("-") else { return nil }
        let hasCents = parts.count > 1 && (parts.last?.count ?? 0) <= 2
        let whole = (hasCents ? parts.dropLast() : parts[...]).joined()
        var decimals = hasCents ? String(parts.last ?? "") : "00"
        while decimals.count < 2 { decimals += "0" }
        guard let euros = Int64(whole), let cents = Int64(decimals), euros <= 1_000_000 else { return nil }
        return euros * 100 + cents
    }

    mutating func registration() -> Registration {
        let cell = text(.registration)
        let folded = Folding.fold(cell)
        var result = Registration(.unknown, link: link(.registrationLink))
        if cell.isEmpty { return result }
        if ImportWords.yes.contains(folded)
            || ["noetig", "erforderlich", "needed", "anmeldungerforderlich"].contains(folded)
        {
            result.need = .needed
        } else if ImportWords.no.contains(folded)
            || ["nichtnoetig", "nichterforderlich", "notneeded", "ohneanmeldung", "offen", "einfachkommen"].contains(
                folded)
        {
            result.need = .notNeeded
        } else if folded == "unknown" || folded == "unbekannt" {
            result.need = .unknown
        } else if let address = WebAddress.complete(cell) {
            result.need = .needed
            result.link = result.link ?? address
        } else {
            refuse(
                .registration, cell, "ja, nein oder eine Internetadresse",
                "Bitte schreiben, ob eine Anmeldung nötig ist.")
        }
        return result
    }

    mutating func capacity() -> Capacity? {
        let capacity = Capacity(
            total: count(.places), free: count(.freePlaces), waitingWeeks: count(.waitingWeeks), asOf: day(.capacityDay)
        )
        let isStated = capacity.total != nil || capacity.free != nil || capacity.waitingWeeks != nil
        return isStated ? capacity : nil
    }

    mutating func contact() -> OfferContact? {
        let label = limited(.contact, 300)
        let email = text(.email)
        let phone = limited(.phone, 100)
        if !email.isEmpty, !WebAddress.isEmail(email) {
            refuse(
                .email, email, "eine E-Mail-Adresse wie info@example.org",
                "Bitte nur eine Adresse ohne Leerzeichen schreiben.")
        }
        if label.isEmpty && email.isEmpty && phone.isEmpty { return nil }
        return OfferContact(
            label: label, email: email.isEmpty ? nil : email, phone: phone.isEmpty ? nil : phone,
            consent: words(.consent, ImportWords.consents, examples: "Internet, Druck, Auskunft"))
    }

    /// One rhythm: weekdays with times, an RRULE, or a single day.
    mutating func schedule() -> Schedule? {
        let from = time(.from)
        let to = time(.to)
        let start = day(.start)
        let weekdays = self.weekdays()
        let rule = recurrence(weekdays)
        let note = limited(.timesNote, 300)
        guard rule != nil || start != nil else {
            if from != nil || to != nil {
                refuse(
                    .weekdays, "", "ein Wochentag oder ein Datum zur Uhrzeit",
                    "Bitte den Wochentag oder den Tag ergänzen.")
            }
            return nil
        }
        return Schedule(
            start: start ?? Self.timeless, from: from, to: to, rule: rule,
            holidayRule: word(
                .holidays, ImportWords.holidays, examples: "immer, nicht in den Schulferien, nur in den Schulferien")
                ?? .normal, note: note)
    }

    /// Start of a rhythm without a stated start: a Monday before anyone asks.
    private static let timeless = Day(daysSince1970: 19_723)

    private mutating func weekdays() -> [Int] {
        var days: [Int] = []
        for word in list(.weekdays) {
            if let day = ImportWords.weekdays[Folding.fold(word)] {
                days.append(day)
            } else {
                refuse(.weekdays, word, "Wochentage wie Montag oder Mo, Mi", "Bitte die Tage mit Komma trennen.")
            }
        }
        return Array(Set(days)).sorted()
    }

    private mutating func recurrence(_ weekdays: [Int]) -> RecurrenceRule? {
        let cell = text(.rule)
        let byDay = weekdays.compactMap { RecurrenceRule.ByDay(weekday: $0) }
        switch Folding.fold(cell) {
        case "": return weekdays.isEmpty ? nil : RecurrenceRule(.weekly, byDay: byDay)
        case "woechentlich", "jedewoche": return RecurrenceRule(.weekly, byDay: byDay)
        case "14taegig", "14taeglich", "vierzehntaegig", "allezweiwochen":
            return RecurrenceRule(.weekly, interval: 2, byDay: byDay)
        case "monatlich", "jedenmonat": return RecurrenceRule(.monthly, byDay: byDay)
        case "einmalig", "einmal": return nil
        default: break
        }
        if let rule = RecurrenceRule(cell) { return rule }
        refuse(
            .rule, cell, "wöchentlich, 14-tägig, monatlich, einmalig oder eine Regel wie FREQ=WEEKLY;BYDAY=TU",
            "Bitte eines davon schreiben.")
        return nil
    }

    mutating func languages() -> [String] {
        var codes: [String] = []
        for word in list(.languages) {
            let folded = Folding.fold(word)
            if let code = ImportWords.languages[folded] {
                codes.append(code)
            } else if (2...3).contains(word.utf8.count), word.utf8.allSatisfy({ (97...122).contains($0 | 0x20) }) {
                codes.append(word.lowercased())
            } else {
                refuse(
                    .languages, word, "Sprachen wie Deutsch, Türkisch oder Kürzel wie de, tr",
                    "Bitte die Sprache ausschreiben.")
            }
        }
        return codes.unique
    }

    /// The place named by a row; `nil` if it names none.
    mutating func place(_ towns: AreaFinder) -> Facility? {
        let name = limited(.facility, 300)
        let street = limited(.street, 300)
        let town = limited(.town, 300)
        let postcode = text(.postcode)
        if !postcode.isEmpty, postcode.utf8.count != 5 || !postcode.utf8.allSatisfy({ (48...57).contains($0) }) {
            refuse(
                .postcode, postcode, "fünf Ziffern",
                "Bitte die Postleitzahl prüfen; Tabellenprogramme verlieren führende Nullen.")
        }
        let features = words(
            .accessibility, ImportWords.accessibility, examples: "ohne Stufen, barrierefreies WC, Aufzug, Kinderwagen")
        let isConfidential = flag(.confidential) ?? false
        let coordinate = self.coordinate()
        if name.isEmpty && street.isEmpty && town.isEmpty && postcode.isEmpty { return nil }
        return Facility(
            name: name,
            kind: word(.facilityKind, ImportWords.settings, examples: "Kita, Familienzentrum, Beratungsstelle")
                ?? .neighbourhood,
            areaID: towns.area(named: town), street: street, postcode: postcode, town: town, coordinate: coordinate,
            accessibility: features, isAddressConfidential: isConfidential)
    }

    private mutating func coordinate() -> Coordinate? {
        let (north, east) = (text(.latitude), text(.longitude))
        if north.isEmpty && east.isEmpty { return nil }
        let values = [north, east].map { Double($0) ?? Double($0.replacing(",", with: ".")) }
        guard let latitude = values[0], let longitude = values[1],
            let coordinate = Coordinate(latitude: latitude, longitude: longitude)
        else {
            refuse(
                .latitude, "\(north) / \(east)", "zwei Zahlen in Grad wie 51,53 und 7,69",
                "Bitte beide Zahlen schreiben oder beide leeren.")
            return nil
        }
        guard (46...56).contains(latitude), (5...16).contains(longitude) else {
            let isSwapped = (46...56).contains(longitude) && (5...16).contains(latitude)
            refuse(
                .latitude, "\(north) / \(east)", "ein Punkt in Deutschland",
                isSwapped
                    ? "Breite und Länge sind vertauscht." : "Bitte die Zahlen prüfen: Breite 47 bis 55, Länge 5 bis 15."
            )
            return nil
        }
        return coordinate
    }
}
