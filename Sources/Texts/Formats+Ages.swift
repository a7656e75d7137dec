package import Prevention

extension Formats {
    /// `4. Schwangerschaftsmonat`, `Geburt`, `7 Monate`, `1½ Jahre`, `2 Jahre`, `2 Jahre 4 Monate`.
    ///
    /// Before birth the month of pregnancy counts from 1 (nine months before) to 9. Months are spoken of up to 23.
    package func age(_ age: AgeInMonths) -> String {
        let months = age.months
        if months < 0 { return pregnancyMonth(months + 10) }
        if months == 0 { return isEnglishText ? "birth" : "Geburt" }
        if months < 24, months != 12, months != 18 { return self.months(months) }
        if months == 18 { return isEnglishText ? "1½ years" : "1½ Jahre" }
        let rest = months % 12
        return years(months / 12) + (rest == 0 ? "" : " " + self.months(rest))
    }

    /// The ages for which something is meant: `2 bis 18 Monate`, `Schwangerschaft bis 3 Jahre`, `ab 6 Jahren`.
    package func ages(_ range: AgeRange) -> String {
        let from = range.from.months
        let to = range.to.months
        if range == .wholeChain {
            return isEnglishText ? "all ages, from pregnancy on" : "alle Alter, ab der Schwangerschaft"
        }
        if from < 0, to <= 0 { return isEnglishText ? "during pregnancy" : "in der Schwangerschaft" }
        if from == to { return age(range.from) }
        if to == AgeInMonths.firstJob.months, from > 0 { return openEnd(from) }
        let link = isEnglishText ? " to " : " bis "
        if from > 0, inMonths(from), inMonths(to) { return number(from) + link + months(to) }
        if from >= 12, from % 12 == 0, to % 12 == 0 { return number(from / 12) + link + years(to / 12) }
        return start(from) + link + age(range.to)
    }

    /// Age of a child in a sentence: `mit 7 Monaten`, `in der Schwangerschaft`, `bei der Geburt`.
    package func atAge(_ age: AgeInMonths) -> String {
        if age.months < 0 { return isEnglishText ? "during pregnancy" : "in der Schwangerschaft" }
        if age.months == 0 { return isEnglishText ? "at birth" : "bei der Geburt" }
        return isEnglishText ? "at \(self.age(age))" : "mit \(dative(self.age(age)))"
    }

    private var isEnglishText: Bool { language == .english }

    private func start(_ months: Int) -> String {
        if months <= -9 { return isEnglishText ? "pregnancy" : "Schwangerschaft" }
        return age(AgeInMonths(clamping: months))
    }

    private func openEnd(_ months: Int) -> String {
        let words = age(AgeInMonths(clamping: months))
        return isEnglishText ? "from \(words)" : "ab \(dative(words))"
    }

    private func dative(_ words: String) -> String {
        words.replacing("Jahre", with: "Jahren").replacing("Monate", with: "Monaten")
    }

    private func inMonths(_ months: Int) -> Bool { months < 24 && months != 12 }

    private func months(_ count: Int) -> String {
        isEnglishText ? (count == 1 ? "1 month" : "\(count) months") : (count == 1 ? "1 Monat" : "\(count) Monate")
    }

    private func years(_ count: Int) -> String {
        isEnglishText ? (count == 1 ? "1 year" : "\(count) years") : (count == 1 ? "1 Jahr" : "\(count) Jahre")
    }

    private func pregnancyMonth(_ month: Int) -> String {
        guard isEnglishText else { return "\(month). Schwangerschaftsmonat" }
        let ending = month == 1 ? "st" : month == 2 ? "nd" : month == 3 ? "rd" : "th"
        return "\(month)\(ending) month of pregnancy"
    }
}
