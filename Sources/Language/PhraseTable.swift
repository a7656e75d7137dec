/// Alltagssätze: what parents say when they do not know the name of the help they look for.
///
/// `said this way | or this way -> offer words # reason`. Order of the words and small words
/// (articles, pronouns, "sehr") do not matter; each word is compared by its stem.
enum PhraseTable {
    static let phrases = [baby, child, school, parents, money].joined(separator: "\n")

    private static let baby = """
        schläft schlecht | schläft nicht | schläft nicht durch | wacht nachts auf | \
          einschlafen -> Schreiambulanz, Schlafstörung, Elternberatung # sleep
        schreit viel | schreit immer | schreit ständig | hört nicht auf zu schreien | weint \
          viel | weint ständig | lässt sich nicht beruhigen -> Schreiambulanz, \
          Regulationsstörung, Elternberatung # crying
        trinkt nicht | trinkt schlecht | isst nicht | isst schlecht | will nicht essen -> \
          Stillberatung, Schreiambulanz, Ernährungsberatung # feeding
        Stillen klappt nicht | keine Milch | wunde Brust | Brust entzündet -> Stillberatung, \
          Hebamme # feeding
        Hilfe mit Baby | Hilfe nach Geburt | mit Baby überfordert -> Frühe Hilfen, \
          Familienhebamme, Familienpaten # first weeks
        finde keine Hebamme | keine Hebamme gefunden | Hebamme gesucht -> Hebamme, \
          Hebammensprechstunde # shortage
        ich bekomme ein Kind | wir bekommen ein Kind | Test positiv | Nachwuchs erwartet -> \
          Schwangerschaftsberatung, Hebamme # pregnant
        Kind nicht bekommen | Baby nicht bekommen | Kind nicht behalten | Baby nicht behalten -> \
          Schwangerschaftskonfliktberatung # conflict
        andere Mütter kennenlernen | andere Eltern kennenlernen | andere Eltern treffen | \
          Leute kennenlernen mit Baby -> Krabbelgruppe, Elterncafé # company
        etwas mit Baby machen | was mit Baby machen | Kurs mit Baby | Gruppe mit Baby -> \
          Krabbelgruppe, Babymassage, Babyschwimmen # company
        Baby traurig nach Geburt | freue mich nicht | nach Geburt traurig | kann Baby nicht \
          lieben -> Wochenbettdepression, Schwangerschaftsberatung # depression
        plötzlicher Kindstod | Baby atmet nicht -> Erste Hilfe am Kind # emergency
        """

    private static let child = """
        spricht nicht | spricht noch nicht | redet nicht | spricht schlecht | spricht \
          undeutlich | sagt kein Wort -> Logopädie, Sprachförderung, Frühförderung # speech
        läuft noch nicht | krabbelt nicht | entwickelt sich langsam | ist anders als andere -> \
          Frühförderung, Sozialpädiatrisches Zentrum # development
        kann nicht stillsitzen | sitzt nicht still | zappelt ständig | ist so unruhig | kann \
          sich nicht konzentrieren -> ADHS, Ergotherapie, Erziehungsberatung # restless
        hört nicht | hört nicht auf mich | gehorcht nicht | macht was er will | trotzt ständig \
          | tobt und schreit -> Erziehungsberatung, Elternkurs, Trotzphase # limits
        beißt andere Kinder | haut andere Kinder | schlägt andere Kinder | ist aggressiv -> \
          Erziehungsberatung, Frühförderung # hitting
        macht ins Bett | nässt ein | nicht trocken | macht in die Hose -> Bettnässen, \
          Kinderarzt, Erziehungsberatung # bedwetting
        hat Angst | hat keine Freunde | ist traurig | zieht sich zurück | ist so still -> \
          Erziehungsberatung, Psychotherapie # sorrow
        Geschwister streiten | streiten nur | streiten ständig -> Erziehungsberatung, \
          Elternkurs # siblings
        sitzt nur am Handy | nur am Handy | spielt nur Computer | zu viel Handy | zockt nur | \
          ständig am Computer -> Medienberatung, Computerspielsucht, Erziehungsberatung # media
        ist zu dick | wiegt zu viel -> Ernährungsberatung, Bewegungsangebot # weight
        will nicht in den Kindergarten | will nicht in die Kita | weint in der Kita -> \
          Eingewöhnung, Erziehungsberatung # Kita
        kein Kitaplatz | kein Kindergartenplatz | finde keinen Platz | Platz gesucht | brauche \
          einen Platz -> Kita-Navigator, Kindertagespflege # shortage
        wer passt auf mein Kind auf | jemand zum Aufpassen | auf Kind aufpassen | Betreuung \
          abends | Betreuung am Wochenende -> Babysitter, Kindertagespflege, Randzeitenbetreuung \
          # care
        Kind ist krank | Fieber nachts | Arzt am Wochenende -> Kinderarzt, Kinderärztlicher \
          Notdienst # illness
        Kind behindert | Kind mit Behinderung | Diagnose bekommen -> Frühförderung, \
          Behinderung, Selbsthilfegruppe # disability
        schwimmen lernen | kann nicht schwimmen -> Schwimmkurs # sport
        was in den Ferien | Ferien was tun | wohin in den Ferien | Urlaub ohne Geld -> \
          Ferienbetreuung, Ferienlager # holidays
        was kann ich mit Kindern machen | Nachmittag mit Kindern | Langeweile -> Spielplatz, \
          Kinderturnen, Jugendzentrum # leisure
        """

    private static let school = """
        will nicht in die Schule | geht nicht zur Schule | mag nicht zur Schule | schwänzt | \
          verweigert die Schule | Bauchweh vor der Schule -> Schulverweigerung, \
          Schulpsychologie, Schulsozialarbeit, Erziehungsberatung # absence
        schlecht in der Schule | schlechte Noten | kommt in der Schule nicht mit | bleibt \
          sitzen | Versetzung gefährdet -> Nachhilfe, Schulpsychologie # marks
        wird gemobbt | wird gehänselt | wird geärgert | Ärger in der Schule -> Mobbing, \
          Schulsozialarbeit, Schulpsychologie # bullying
        kann nicht lesen | kann nicht schreiben | liest schlecht | schreibt falsch -> \
          Legasthenie, Leseförderung, Nachhilfe # reading
        kann nicht rechnen | schlecht in Mathe -> Dyskalkulie, Nachhilfe # counting
        kann kein Deutsch | spricht kein Deutsch | versteht kein Deutsch | Deutsch lernen -> \
          Sprachförderung, Deutschkurs, Dolmetscher # German
        welche Schule | richtige Schule | Schule nach der vierten -> weiterführende Schule, \
          Schulberatung # choice
        wer betreut nach der Schule | Betreuung nach der Schule | nach der Schule allein -> \
          OGS, Hort # afternoon
        weiß nicht was werden | was nach der Schule | welcher Beruf | keine Ausbildung | keine \
          Lehrstelle | Ausbildung abgebrochen -> Berufsberatung, Jugendberufshilfe, Übergang \
          Schule Beruf # job
        kifft | nimmt Drogen | trinkt Alkohol | raucht -> Suchtberatung, Drogenberatung # drugs
        läuft weg | abgehauen | von zu Hause weg | Stress zu Hause | Ärger mit Eltern -> \
          Jugendamt, Krisendienst, Jugendberatung # youth
        hat geklaut | Ärger mit der Polizei | Anzeige bekommen -> Jugendgerichtshilfe # law
        ritzt sich | verletzt sich selbst | will nicht mehr leben -> Krisendienst, Kinder- und \
          Jugendpsychiatrie, Sorgentelefon # crisis
        """

    private static let parents = """
        kann nicht mehr | bin am Ende | bin überfordert | schaffe es nicht | wird mir zu viel \
          | keine Kraft | Nerven am Ende -> Erziehungsberatung, Familienpaten, Mutter-Kind-Kur, \
          Sorgentelefon # exhausted
        wir trennen uns | Mann verlassen | Frau verlassen | Partner weg | will sich trennen | \
          will mich trennen | lassen uns scheiden -> Trennungsberatung, Unterhalt, \
          alleinerziehend # separation
        wer bekommt das Kind | darf mein Kind nicht sehen | Kind nicht sehen | Streit ums Kind \
          -> Umgangsrecht, Sorgerecht, Trennungsberatung # custody
        Vater zahlt nicht | zahlt keinen Unterhalt | zahlt nicht -> Unterhaltsvorschuss, \
          Beistandschaft # maintenance
        bin allein mit Kind | allein mit Kind | allein mit Kindern | ohne Vater -> \
          alleinerziehend, Familienpaten # lone parents
        Mann schlägt | Partner schlägt | werde geschlagen | schlägt mich | habe Angst vor ihm \
          -> häusliche Gewalt, Frauenhaus # violence
        habe mein Kind geschlagen | Hand ausgerutscht | raste aus | schreie mein Kind an -> \
          Erziehungsberatung, Elternkurs, Sorgentelefon # own violence
        Oma gestorben | Opa gestorben | Vater gestorben | Mutter gestorben | Papa tot | Mama \
          tot | jemand gestorben -> Trauer, Trauergruppe # death
        Mutter trinkt | Vater trinkt | Mann trinkt | Papa trinkt | Mama trinkt -> \
          Suchtberatung, Kinder psychisch kranker Eltern # addicted parents
        Mutter ist krank | Mama krank | wer führt den Haushalt | brauche Haushaltshilfe -> \
          Notmütterdienst, Haushaltshilfe # illness
        jemand zum Reden | mit jemandem reden | brauche Hilfe | Hilfe zu Hause | weiß nicht \
          weiter -> Erziehungsberatung, Familienberatung, Sorgentelefon # talking
        neu in der Stadt | neu hier | neu zugezogen -> Familienbüro, Elterncafé, Stadtteilbüro \
          # newcomers
        wie setze ich Grenzen | Grenzen setzen | richtig erziehen -> Elternkurs, \
          Erziehungsberatung # upbringing
        """

    private static let money = """
        Geld reicht nicht | kein Geld | zu wenig Geld | nicht genug Geld | kann nicht bezahlen \
          | kann mir nicht leisten -> Jobcenter, Kinderzuschlag, Bildungspaket, Familienpass # \
          money
        Rechnung nicht bezahlen | Strom abgestellt | Mahnung bekommen | Gerichtsvollzieher -> \
          Schuldnerberatung # debts
        Miete nicht zahlen | Wohnung verloren | Wohnung gekündigt | keine Wohnung | raus aus \
          der Wohnung -> Wohnungsverlust, Wohngeld, Wohnung # housing
        Wohnung zu klein | größere Wohnung -> Wohnung # housing
        Klassenfahrt bezahlen | Schulsachen bezahlen | Geld für Schule | Zuschuss Verein -> \
          Bildungspaket # BuT
        Kleidung billig | billige Kleidung | Kinderwagen gebraucht | gebrauchte Sachen -> \
          Kleiderkammer, Erstausstattung # clothes
        nichts zu essen | Essen billig -> Tafel # food
        Job verloren | Arbeit verloren | suche Arbeit | finde keine Arbeit | wieder arbeiten \
          -> Arbeitsagentur, Jobcenter, Wiedereinstieg # work
        Papiere ausfüllen | Antrag ausfüllen | verstehe den Brief nicht | Hilfe beim Antrag | \
          Formular ausfüllen -> Sozialberatung, Familienbüro, Dolmetscher # paper
        wie lange Elterngeld | Elterngeld beantragen -> Elterngeld # forms
        """
}
