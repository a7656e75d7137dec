import Indicators
import Prevention

extension IndicatorPattern {
    /// What else the chain asks for: around birth, in youth, whether offers reach families, and what was agreed.
    static let chain: [IndicatorPattern] = birth + youth + work

    private static let birth: [IndicatorPattern] = [
        IndicatorPattern(
            key: "geburten-in-familien-mit-sgb-ii", name: "Geburten in Familien mit SGB II",
            numerator: "Kinder, deren Familie bei der Geburt Leistungen nach SGB II bekommt", denominator: "Geburten",
            base: "geburten", stages: [.pregnancyAndBirth],
            fields: [
                .childAndYouthWelfare, .education, .socialSecurityAndWork, .integration, .cultureAndLeisure,
                .participation,
            ], use: .need, office: "Jobcenter",
            readingAid: "Von 100 neugeborenen Kindern leben so viele in einer Familie mit SGB II.",
            caveat: "Familien, die keinen Antrag stellen, fehlen.",
            recipe: .events(Rate(usual: 0.2, hardship: 0.4, trend: 0.01))),
        IndicatorPattern(
            key: "spaete-erste-vorsorge", name: "Späte erste Vorsorge in der Schwangerschaft",
            numerator: "Geburten, vor denen die erste Vorsorge nach der zwölften Woche war", denominator: "Geburten",
            base: "geburten", stages: [.pregnancyAndBirth], fields: [.health, .sport], use: .need,
            office: "Gesundheitsamt",
            readingAid: "Vor so vielen von 100 Geburten begann die Vorsorge erst nach der zwölften Woche.",
            caveat: "Angabe aus dem Mutterpass, nicht immer vollständig.",
            recipe: .events(Rate(usual: 0.11, hardship: 0.35, noise: 0.12))),
        IndicatorPattern(
            key: "familien-mit-willkommensbesuch", name: "Familien mit Willkommensbesuch", kind: .reach,
            direction: .higherIsBetter, numerator: "Geburten, nach denen ein Besuch zustande kam",
            denominator: "Geburten", base: "geburten", stages: [.pregnancyAndBirth], office: "Jugendamt",
            readingAid: "Nach so vielen von 100 Geburten hat jemand die Familie zu Hause besucht.",
            caveat: "Ob der Besuch geholfen hat, sagt die Zahl nicht.", target: 85,
            recipe: .events(Rate(usual: 0.74, hardship: -0.08, trend: 0.03, noise: 0.06))),
    ]

    private static let youth: [IndicatorPattern] = [
        IndicatorPattern(
            key: "junge-menschen-in-sgb-ii", name: "Junge Menschen in SGB II",
            numerator: "Menschen von 16 bis 26 Jahren, die Leistungen nach SGB II bekommen",
            denominator: "Junge Menschen von 16 bis 26 Jahren", base: "junge-menschen-16-bis-26", stages: [.youth],
            fields: [
                .health, .childAndYouthWelfare, .socialSecurityAndWork, .integration, .sport, .cultureAndLeisure,
                .participation,
            ], use: .need, office: "Jobcenter",
            readingAid: "Von 100 jungen Menschen bekommen so viele Leistungen nach SGB II.",
            caveat: "Wer studiert oder in Ausbildung ist, bekommt meist andere Leistungen.",
            recipe: .events(Rate(usual: 0.12, hardship: 0.38, trend: -0.01))),
        IndicatorPattern(
            key: "schulabgang-ohne-abschluss", name: "Schulabgang ohne Abschluss",
            numerator: "Jugendliche, die die Schule ohne Abschluss verlassen",
            denominator: "Jugendliche, die die Schule verlassen", base: "schulabgaenge", stages: [.youth],
            fields: [.education], use: .need, office: "Schulamt",
            readingAid: "Von 100 Jugendlichen, die die Schule verlassen, haben so viele keinen Abschluss.",
            caveat: "Viele holen den Abschluss später nach.", target: 4,
            recipe: .events(Rate(usual: 0.065, hardship: 0.35, noise: 0.12)), absence: .districtsOfLastTownNow),
    ]

    private static let work: [IndicatorPattern] = [
        IndicatorPattern(
            key: "hilfen-zur-erziehung", name: "Hilfen zur Erziehung", kind: .process, measure: .ratio(per: 1_000),
            direction: .neutral, unit: "je 1.000", numerator: "Hilfen, die im Jahr begonnen haben",
            denominator: "Kinder und Jugendliche unter 18 Jahren", base: "kinder-unter-18",
            stages: [.aroundKita, .school],
            fields: [.childAndYouthWelfare], office: "Jugendamt",
            readingAid: "Auf 1.000 Kinder und Jugendliche kommen so viele neue Hilfen.",
            caveat:
                "Mehr Hilfen können mehr Bedarf oder besseren Zugang bedeuten. Ein Kind kann mehrere Hilfen bekommen.",
            plausible: 0...1_000, recipe: .events(Rate(usual: 0.021, hardship: 0.35, trend: 0.02, noise: 0.15))),
        IndicatorPattern(
            key: "auslastung-der-elternkurse", name: "Auslastung der Elternkurse", kind: .process, measure: .score,
            direction: .within(70...95), numerator: "belegte Plätze von 100 angebotenen", stages: [.aroundKita],
            fields: [.education], office: "Familienbildung",
            readingAid: "Von 100 Plätzen in Elternkursen sind so viele belegt.",
            caveat: "Unter 70 bleiben Plätze leer, über 95 findet niemand mehr kurzfristig Platz.", plausible: 0...130,
            threshold: 1, recipe: .score(Rate(usual: 82, hardship: -0.06, noise: 0.12))),
        IndicatorPattern(
            key: "wartezeit-auf-erziehungsberatung", name: "Wartezeit auf Erziehungsberatung", kind: .process,
            measure: .score, unit: "Wochen", numerator: "Wochen von der Anmeldung bis zum ersten Gespräch, im Mittel",
            stages: [.aroundKita, .school], fields: [.childAndYouthWelfare], office: "Jugendamt",
            readingAid: "So viele Wochen warten Familien im Mittel auf das erste Gespräch.",
            caveat: "Krisengespräche gibt es sofort; sie sind nicht dabei.", plausible: 0...104, threshold: 1,
            target: 3,
            recipe: .score(Rate(usual: 5, hardship: 0.12, trend: 0.04, noise: 0.2)), absence: .lastTown),
        IndicatorPattern(
            key: "leitbild-gegen-kinderarmut", name: "Leitbild gegen Kinderarmut beschlossen", kind: .milestone,
            measure: .yesNo, direction: .higherIsBetter, unit: "", numerator: "Beschluss des Rats liegt vor",
            office: "Rat", readingAid: "Der Rat hat ein Leitbild beschlossen: ja oder nein.",
            caveat: "Ein Beschluss ist noch keine Wirkung.", plausible: 0...1, threshold: 1, recipe: .milestone),
    ]
}
