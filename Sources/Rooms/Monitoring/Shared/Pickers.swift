import Areas
import Design
import HTML
import Indicators
import Prevention
import Texts

/// Auswahl: the same fields on all pages of the room, for forms that ask by address.
struct Pickers {
    let texts: MonitoringTexts.Shared
    let language: Language

    /// Field `kenngroesse`: indicators grouped by kind.
    func indicator(_ h: HTML, _ indicators: [Indicator], chosen: String, name: String = "kenngroesse") {
        let groups = Indicator.Kind.allCases.compactMap { kind -> (title: String, choices: [Choice])? in
            let own = indicators.filter { $0.kind == kind }
            return own.isEmpty ? nil : (texts[kind], own.map { Choice($0.key, $0.name) })
        }
        h.selectField(FieldState(name, chosen), label: texts.indicator, groups: groups)
    }

    /// Field `gebiet`: regions, told apart where names are alike.
    func region(_ h: HTML, _ regions: [Area], chosen: Area?, tree: AreaTree, label: String? = nil) {
        let names = AreaNames(regions, tree)
        let choices = regions.map { Choice(AreaSlug.text($0.key), names[$0]) }
        h.selectField(
            FieldState("gebiet", chosen.map { AreaSlug.text($0.key) } ?? ""), label: label ?? texts.region,
            choices: choices)
    }

    /// Field `ebene`.
    func floor(_ h: HTML, _ floors: [AreaFloor], chosen: AreaFloor) {
        h.selectField(
            FieldState("ebene", chosen.rawValue), label: texts.level,
            choices: floors.map { Choice($0.rawValue, texts[$0]) })
    }

    /// Field `zeit`: newest first.
    func period(_ h: HTML, _ periods: [Period], chosen: Period) {
        h.selectField(
            FieldState("zeit", chosen.description), label: texts.period,
            choices: periods.reversed().map { Choice($0.description, $0.words(language)) })
    }
}

extension Period {
    /// "2022", "2022/23", "3. Quartal 2022", "Juni 2022", "31. Dezember 2022".
    func words(_ language: Language) -> String {
        let year = "\(firstDay.year)"
        let isEnglish = language == .english
        return switch kind {
        case .year, .schoolYear: description
        case .halfYear:
            isEnglish
                ? "\(firstDay.month < 7 ? "first" : "second") half of \(year)"
                : "\(firstDay.month < 7 ? "1." : "2.") Halbjahr \(year)"
        case .quarter: isEnglish ? "Q\(firstDay.month / 3 + 1) \(year)" : "\(firstDay.month / 3 + 1). Quartal \(year)"
        case .month: Formats(language).month(firstDay)
        case .day: Formats(language).day(firstDay)
        }
    }
}
