import Practice
import Prevention

extension PracticePattern {
    static let council = PracticePattern(
        slug: "jugendbeirat", title: "Jugendbeirat mit eigenem Geld",
        lead: "Jugendliche entscheiden über einen Teil des Geldes der Stadt für junge Menschen.",
        need: "Jugendliche fühlen sich gefragt, aber nicht gehört.",
        goal: "Zehn Vorhaben im Jahr stammen von Jugendlichen und werden umgesetzt.",
        place: place(
            144, 252, [.participation], [.youth], [.youthCentre, .secondarySchool], .come, [.participation]),
        effectModel: EffectModel(
            input: "Ein Betrag im Haushalt, eine Fachkraft", output: "Sitzungen, Abstimmung, Umsetzung",
            outcome: "Jugendliche bleiben länger beteiligt"),
        core: ["Das Geld steht fest im Haushalt", "Die Jugendlichen entscheiden allein"],
        free: ["Wahl oder offene Runde", "Höhe des Betrags"],
        steps: ["Beschluss des Rates", "Satzung mit Jugendlichen schreiben", "Erste Runde", "Bericht im Ausschuss"],
        roles: ["Fachkraft Beteiligung", "Pate aus dem Rat"], partners: ["Schulen", "Jugendhäuser", "Rat"],
        successFactors: ["Schnelle Umsetzung", "Sitzung nach der Schule", "Fahrkarte wird bezahlt"],
        stumblingBlocks: ["Vergaberecht dauert", "Nur Gymnasien vertreten", "Wechsel nach dem Abschluss"],
        documents: ["Mustersatzung"], reach: 8...25,
        outcomes: [
            Outcome(
                indicator: "Umgesetzte Vorhaben", finding: "Neun im letzten Jahr.", level: .tried,
                criterion: "Vorhaben gezählt")
        ],
        adopters: [Story(result: .works, words: "Mit kleinerem Betrag gestartet, heute verdoppelt.")])

    static let guides = PracticePattern(
        slug: "berufslotsen", title: "Lotsen von der Schule in die Ausbildung",
        lead: "Lotsinnen und Lotsen begleiten Jugendliche vom letzten Schuljahr bis zum Ende der Probezeit.",
        need: "Nach dem Abschluss ist niemand mehr zuständig.",
        goal: "Wer eine Ausbildung beginnt, ist nach vier Monaten noch dabei.",
        place: place(
            180, 264, [.socialSecurityAndWork, .education], [.youth], [.secondarySchool, .jobcentre, .company],
            .outreach,
            [.outreach, .moreForThoseWithLess], transition: .work),
        effectModel: EffectModel(
            input: "Zwei Lotsenstellen", output: "Treffen alle zwei Wochen, auch im Betrieb",
            outcome: "Weniger Abbrüche in der Probezeit"),
        core: ["Eine Person bleibt über den Wechsel hinweg", "Treffen dort, wo der Jugendliche ist"],
        free: ["Träger der Stelle", "Gruppen am Abend"],
        steps: ["Jobcenter, Schule und Kammer an einen Tisch", "Stellen besetzen", "Ab Klasse 10 begleiten"],
        roles: ["Lotsin, Lotse", "Koordination Übergang"], partners: ["Jobcenter", "Handwerkskammer", "Schulen"],
        successFactors: ["Betriebe haben eine feste Nummer", "Kurze Wege zum Jobcenter", "Lotsen mit Berufserfahrung"],
        stumblingBlocks: ["Datenschutz zwischen den Ämtern", "Befristete Stellen", "Ferienzeit ohne Kontakt"],
        documents: ["Vereinbarung der Partner", "Begleitbogen"],
        outcomes: [
            Outcome(
                indicator: "Noch dabei nach vier Monaten", finding: "Acht von zehn, zuvor sechs von zehn.",
                level: .controlled, criterion: "Vergleichsgruppe mit Warteliste")
        ],
        adopters: [
            Story(result: .works, words: "Mit einer halben Stelle für eine Schule."),
            Story(result: .stopped, words: "Nach dem Ende der Fördermittel nicht fortgesetzt."),
        ])

    static let app = PracticePattern(
        slug: "familien-app", title: "Familien-App der Stadt",
        lead: "Eine eigene App sollte Familien alle Hilfen aufs Telefon bringen; sie wurde eingestellt.",
        need: "Familien finden Angebote nicht.", goal: "Jede zweite Familie nutzt die App.",
        place: place(
            -9, 120, [.childAndYouthWelfare], [.families], [.online], .remote, [.strengthenParents]),
        effectModel: EffectModel(
            input: "Entwicklung und Pflege", output: "App mit Suche und Erinnerungen",
            outcome: "Familien finden schneller Hilfe"),
        core: ["Eigene App der Stadt"], free: ["Erinnerung an Untersuchungen"],
        steps: ["Auftrag vergeben", "Inhalte sammeln", "Veröffentlichen"],
        roles: ["Redaktion", "Fremde Firma"], partners: ["Träger der Stadt"],
        successFactors: ["Guter Start auf dem Stadtfest", "Termine für Untersuchungen", "Klare Sprache"],
        stumblingBlocks: [
            "Niemand pflegte die Inhalte nach dem ersten Jahr", "Familien laden keine App für einen Zweck",
            "Jede Neuerung der Telefone kostete Geld",
        ],
        documents: ["Abschlussvermerk"],
        status: .failed(
            why: "Nach zwei Jahren nutzte sie noch jede zwanzigste Familie, und die Pflege war nicht bezahlt."),
        reach: 3...6,
        outcomes: [
            Outcome(
                indicator: "Familien, die die App im Monat öffnen", finding: "Fünf von hundert.", level: .noneOrAdverse,
                criterion: "Aufrufe gezählt, Ziel weit verfehlt")
        ],
        adopters: [Story(result: .stopped, words: "Vor dem Start beendet, nachdem die Zahlen bekannt waren.")])

    static let bus = PracticePattern(
        slug: "beratungsbus", title: "Beratungsbus auf dem Wochenmarkt",
        lead: "Ein Bus brachte Beratung auf die Märkte der Stadtteile, bis das Fahrzeug ersetzt werden musste.",
        need: "Beratungsstellen liegen in der Mitte, Familien wohnen am Rand.",
        goal: "In jedem Stadtteil gibt es einmal in der Woche Beratung ohne Termin.",
        place: place(
            0, 120, [.childAndYouthWelfare, .health], [.families, .newcomers], [.neighbourhood], .outreach,
            [.outreach]),
        effectModel: EffectModel(
            input: "Bus, Fahrer, zwei Fachkräfte", output: "Sprechzeiten auf dem Markt",
            outcome: "Mehr Familien vom Stadtrand in Beratung"),
        core: ["Ohne Termin und ohne Namen", "Immer am selben Tag am selben Ort"],
        free: ["Welche Fachkräfte mitfahren"],
        steps: ["Bus beschaffen", "Stellplätze vereinbaren", "Fahrplan aushängen"],
        roles: ["Beratung", "Fahrdienst"], partners: ["Marktleitung", "Gesundheitsamt", "Familienbüro"],
        successFactors: ["Kaffee vor dem Bus", "Bekannte Gesichter", "Sprachmittlung am Telefon"],
        stumblingBlocks: ["Winter ohne Heizung", "Parkplatz am Markttag", "Reparaturen"],
        documents: ["Fahrplan und Kostenaufstellung"], status: .ended(why: "Der Bus war nicht mehr zu reparieren."),
        reach: 20...45,
        outcomes: [
            Outcome(
                indicator: "Gespräche je Markttag", finding: "Im Mittel elf.", level: .tried,
                criterion: "Strichliste im Bus")
        ],
        adopters: [
            Story(result: .adapted, words: "Statt des Busses ein Stand im Bürgerhaus."),
            Story(result: .works, words: "Mit geliehenem Fahrzeug an zwei Tagen."),
        ])
}
