import Practice

extension PracticePattern {
    /// What the two-page sheet says in words of its own.
    var sheet: SheetContent {
        var sheet = SheetContent()
        guard let words = Self.sheets[slug] else { return sheet }
        sheet.what = words.what
        sheet.how = words.how
        sheet.change = words.change
        sheet.reachWords = words.reached
        sheet.ticks = words.ticks
        return sheet
    }

    struct SheetWords: Sendable {
        let what, how, change, reached: String
        let ticks: [String]
    }

    private static let sheets: [String: SheetWords] = [
        "willkommensgespraech": SheetWords(
            what:
                "Eine Lotsin besucht jede Familie in den ersten Tagen am Bett. Sie gratuliert, hört zu und fragt, was "
                + "die Familie jetzt braucht. Wer möchte, bekommt eine Person im eigenen Stadtteil genannt und auf "
                + "Wunsch gleich einen Termin dort.",
            how: "Die Lotsin hat feste Zeiten auf der Station. Das Gespräch ist freiwillig, kostet nichts und steht in "
                + "keiner Akte. Name und Anliegen gehen nur weiter, wenn die Eltern das unterschreiben.",
            change:
                "Von zehn Familien haben acht ein Gespräch. Wer Hilfe möchte, nimmt sie im Mittel zwei Monate früher "
                + "an als zuvor. Hebammen und Familienbüro wissen voneinander.",
            reached: "Familien mit Gespräch in der Klinik",
            ticks: [
                "Alle Familien werden besucht, niemand wird herausgegriffen",
                "Schon vor der Entlassung steht ein Termin",
                "Eltern entscheiden, wer etwas erfährt", "Die Mappe gibt es in sechs Sprachen",
                "Die Chefärztin wirbt selbst dafür",
            ]),
        "vorlesepaten": SheetWords(
            what: "Patinnen und Paten lesen im letzten Kita-Jahr zweimal in der Woche vor und gehen mit den Kindern in "
                + "die erste Klasse.",
            how: "Eine Person begleitet höchstens vier Kinder. Zwei Tage Schulung gehen voraus. Kita und Schule "
                + "verabreden feste Zeiten und einen ruhigen Raum.",
            change: "Die Kinder haben in der Schule ein vertrautes Gesicht. Besser nacherzählen als andere Klassen "
                + "können sie am Ende des Jahres nicht: Das hat der Vergleich gezeigt, und darum wird das Angebot "
                + "jetzt verändert.",
            reached: "Kinder der Zielgruppe mit Patin oder Pate",
            ticks: [
                "Dieselbe Person in Kita und Schule", "Kleine Gruppen mit höchstens vier Kindern",
                "Auch ein Ergebnis ohne Wirkung wird offen berichtet", "Bücher in den Sprachen der Kinder",
            ]),
        "lernferien": SheetWords(
            what: "In der letzten Ferienwoche kommen die Kinder in ihre neue Schule. Sie lernen das Haus kennen, "
                + "kochen, spielen und wiederholen, was sie für den Anfang brauchen.",
            how: "Zwei Kräfte gestalten die Woche, ältere Kinder helfen. Eingeladen wird über die Lehrkraft der "
                + "Klasse 4, die jedes Kind kennt. Für Familien ist alles kostenfrei, auch das Essen.",
            change: "Die Kinder fehlen im ersten Halbjahr zwei Tage weniger. Sie kennen am ersten Tag eine erwachsene "
                + "Person und einige Kinder beim Namen.",
            reached: "Kinder der eingeladenen Klassen",
            ticks: [
                "Findet in der neuen Schule statt", "Die alte Lehrkraft lädt ein", "Mittagessen für alle",
                "Ältere Kinder begleiten die jüngeren", "Im Herbst fragt jemand nach",
            ]),
        "jugendbeirat": SheetWords(
            what: "Jugendliche entscheiden allein über einen Betrag im Haushalt der Stadt. Sie sammeln Ideen, "
                + "stimmen ab und sehen noch im selben Jahr, was daraus wird.",
            how: "Eine Fachkraft begleitet die Sitzungen, ein Mitglied des Rates hilft bei Anträgen. Getagt wird "
                + "nach der Schule, die Fahrkarte wird bezahlt.",
            change: "Neun Vorhaben wurden im letzten Jahr umgesetzt. Jugendliche bleiben länger dabei als in den "
                + "offenen Runden davor.",
            reached: "Jugendliche, die abgestimmt haben",
            ticks: [
                "Das Geld steht fest im Haushalt", "Die Jugendlichen entscheiden allein",
                "Ergebnisse sind noch im selben Jahr zu sehen", "Die Satzung haben Jugendliche mitgeschrieben",
            ]),
        "berufslotsen": SheetWords(
            what: "Lotsinnen und Lotsen begleiten Jugendliche vom letzten Schuljahr bis zum Ende der Probezeit. Sie "
                + "helfen bei Bewerbungen und kommen auch in den Betrieb.",
            how: "Alle zwei Wochen gibt es ein Treffen, dort, wo der Jugendliche ist. Jobcenter, Schule und Kammer "
                + "haben verabredet, wer was tut und wer wen anruft.",
            change: "Nach vier Monaten sind acht von zehn noch in der Ausbildung, in der Vergleichsgruppe sechs. "
                + "Betriebe rufen an, bevor sie kündigen.",
            reached: "Jugendliche ohne Anschluss nach der Schule",
            ticks: [
                "Eine Person bleibt über den Wechsel hinweg", "Betriebe haben eine feste Nummer",
                "Treffen auch am Abend und im Betrieb", "Mit einer Vergleichsgruppe geprüft",
            ]),
        "familien-app": SheetWords(
            what: "Eine eigene App sollte Familien alle Hilfen der Stadt zeigen und an Untersuchungen erinnern. Nach "
                + "zwei Jahren wurde sie eingestellt.",
            how: "Eine Firma baute die App, die Stadt sammelte die Inhalte. Für die Pflege danach war niemand "
                + "zuständig, und jede Neuerung der Telefone kostete Geld.",
            change: "Fünf von hundert Familien nutzten sie. Die Stadt weiß nun: Familien laden keine App für einen "
                + "einzigen Zweck. Die Texte leben auf der Internetseite weiter.",
            reached: "Familien, die die App genutzt haben",
            ticks: [
                "Offen berichtet, warum es nicht gelungen ist", "Die Erinnerung an Untersuchungen kam gut an",
                "Klare Sprache, mit Familien geprüft", "Alle Texte konnten weiter genutzt werden",
            ]),
        "beratungsbus": SheetWords(
            what: "Ein Bus brachte Beratung auf die Wochenmärkte am Stadtrand: ohne Termin, ohne Namen, bei einem "
                + "Kaffee.",
            how: "Zwei Fachkräfte fuhren mit, immer am selben Tag an denselben Ort. Sprachmittlung gab es am Telefon.",
            change: "Elf Gespräche je Markttag, viele mit Familien, die vorher keine Beratung kannten. Als der Bus "
                + "nicht mehr zu reparieren war, endete das Angebot.",
            reached: "Familien am Stadtrand mit einer Beratung",
            ticks: [
                "Ohne Termin und ohne Namen", "Immer am selben Tag am selben Ort", "Bekannte Gesichter",
                "Auch ohne eigenen Bus zu übernehmen",
            ]),
    ]
}
