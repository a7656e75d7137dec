/// Bausteine zusammengesetzter Wörter: the simple words compounds of this field are built from.
///
/// One word each, never a compound. `Wort(form)` adds a joining form that the rules of
/// `CompoundSplitter` do not produce ("Sprach-" of "Sprache"); `Wort-` only begins a compound,
/// `-wort` only ends one.
enum CompoundWords {
    static let all = [
        family, health, care, school, work, money, help, migration, youth, leisure, places, people,
        time, general,
    ].joined(separator: "\n")

    /// Words the rules would tear apart although their parts mean nothing here.
    static let neverSplit = [
        "thematisch", "zugrunde", "vereinfachen", "Kreislauf", "gleichwohl", "mehrmals", "mehrfach",
        "handfest", "Staubecken", "wertschätzen",
    ]

    private static let family = """
        Vorschule(vorschul) Neugeborene(neugeborenen) Kind(kindes,kinder,kindel) Baby(babys)
        Säugling Familie Eltern Mutter(muetter) Vater(vaeter) Mama Papa Oma Opa Bruder(brueder)
        Schwester Geschwister Zwilling(zwillings) Mehrling Tochter(toechter) Sohn(soehne) Tante
        Onkel Enkel Ehe Partner(partner) Paar Hochzeit Scheidung Trennung Sorge(sorge) Umgang
        Unterhalt Vormund(vormunds) Pflege Adoption Geburt(geburts) Schwangerschaft(schwangeren)
        Schwanger(schwangeren)- Erziehung Bindung Betreuung Beziehung Elternschaft Vaterschaft
        Mutterschaft Verwandtschaft Patenschaft Pate(paten) Generation(generationen) Haushalt Alltag
        Heim(heim) Krise Konflikt Streit Gewalt Missbrauch Schutz(schutz) Wohl Gefährdung Trauer
        Tod(todes) Verlust Abschied Stiefel- Stief- Regenbogen Patchwork Allein- Klein- Kleinst-
        Liebe(liebes) Sexual- Sexualität Verhütung Wunsch Windel Wickel- Still- Trage- Tuch
        Schnuller Flasche Brei Beikost Trotz Schlaf(schlaf) Schrei- Krabbel- Spiel Wiege
        Namen(namens) Erbe
        """

    private static let health = """
        Frühchen Medikament Pflaster Zyklus Menopause Fehl- Toten- Stern(sternen) Behandlung
        Chirurgie Orthopädie Schwere- Schwerst- Intensiv- Beatmung Gesundheit Krankheit Arzt(aerzte)
        Praxis(praxen) Klinik(klinik,kliniken) Kranken- Hebamme(hebammen) Entbindung Rückbildung
        Vorsorge Nachsorge Untersuchung Impfung Impf- Zahn(zahn,zaehne) Auge(augen) Ohr(ohren) Haut
        Herz Gehirn Hirn Rücken Bauch Fuß(fuss,fuesse) Hand(hand,haende) Kopf Nase(nasen) Hör- Seh-
        Sprech- Stimme(stimm) Therapie(therapie) Physio- Ergo- Psycho- Logo- Moto- Motorik Logopädie
        Psychologie Psychiatrie Medizin Diabetes Allergie Asthma Autismus Behinderung Inklusion
        Förderung Entwicklung Verzögerung Störung Sucht Drogen Alkohol Tabak Depression
        Angst(angst,aengste) Stress Burnout Ernährung Übergewicht Adipositas Essen(ess) Diät Hygiene
        Notfall(notfall) Unfall Gift(gift) Erste- Rettung Blut Schmerz Kur(kur,kuren) Reha
        Rehabilitation Prävention Hospiz Palliativ- Bewegung Entspannung Massage Yoga Gymnastik
        Fitness Wochenbett Becken- Boden(boden) Frauen- Diagnostik Diagnose Regulation Ambulanz
        Apotheke Rezept Kasse(kassen) Versicherung Versorgung Seele(seelen) Körper Trauma Suizid
        Krebs Epilepsie Früh- Schädel Fieber Husten Läuse Zecken Labor Station Visite Gynäkologie
        Pädiatrie
        """

    private static let care = """
        Rand- Eingliederung Frühling Kita(kita) Krippe Hort(hort) Garten Tag(tages,tags,tage)
        Ganztag(ganztags) Halbtag(halbtags) Stätte Einrichtung Gruppe Platz(platz) Nest Eingewöhnung
        Wald Natur Bauernhof(bauernhof) Vormittag(vormittags) Nachmittag(nachmittags)
        Mittag(mittags) Abend(abend) Übermittag(uebermittags) Ferien Vertretung Kapazität Öffnung
        Schließung Gebühr Beitrag(beitrags) Anmeldung Warte- Liste Navigator Portal Leiter
        Erzieher(erzieher,erzieherinnen) Konzept Konzeption Montessori Waldorf Kneipp Bau- Lager
        Raum Ecke Rolle(rollen) Puppe Theater Kreis(kreis) Ausflug Übergang Brücke(bruecken)
        Elternbeirat- Beirat Rat(rats) Ausschuss Vertrag(vertrags) Verpflegung Mahlzeit
        Frühstück(fruehstuecks) Imbiss Küche Koch- Kochen Obst Gemüse Milch Getränk
        """

    private static let school = """
        Schule(schul) Grund(grund) Haupt- Real- Gesamt- Förder- Berufs- Sekundar- Musik Kunst
        Volk(volks) Hoch- Gymnasium(gymnasial) Kolleg Klasse(klassen) Schüler(schueler)
        Lehrer(lehrer) Unterricht(unterrichts) Fach(fach) Lernen(lern) Lehr- Lehre(lehr) Lese- Lesen
        Schreiben(schreib) Rechnen(rechen) Mathe Deutsch(deutsch) Englisch Sprache(sprach)
        Zweitsprache- Fremd- Mutter Bildung Ausbildung Weiterbildung Fortbildung Zeugnis Abschluss
        Note Prüfung Test Abitur Abi Nachhilfe Hausaufgabe(hausaufgaben) Aufgabe(aufgaben)
        Legasthenie Dyskalkulie Rechtschreib- Schwäche Begabung Talent Einschulung Eingang(eingangs)
        Tornister Ranzen Pause(pausen) Hof(hof) Verweigerung Schwänzen Mobbing Fahrt Begleiter
        Begleitung Assistenz Assistent Bibliothek(bibliotheks) Bücherei Buch(buch,buecher) Heft
        Medien Medium Internet Computer Handy Digital- Technik Forscher Forschung Wissenschaft
        Werkstatt Projekt Campus Seminar Kurs(kurs) Lehrgang(lehrgangs) Vortrag(vortrags) Workshop
        Akademie Studium(studien) Studien- Stipendium(stipendien) Mensa Aula Pädagogik Pädagoge
        Didaktik Kompetenz Feststellung Literatur Erwachsene(erwachsenen) Alphabetisierung
        Übersetzung Motivation
        """

    private static let work = """
        Arbeit Beruf(berufs) Job Jobcenter Stelle Bewerbung Praktikum(praktikums) Agentur
        Firma(firmen) Betrieb(betriebs) Unternehmen Gewerbe Handwerk(handwerks) Wirtschaft
        Markt(markt) Vermittlung Orientierung Wahl(wahl) Einstieg(einstiegs)
        Wiedereinstieg(wiedereinstiegs) Qualifizierung Maßnahme Kündigung Lohn(lohn) Gehalt(gehalts)
        Tarif Zeit(zeit) Teilzeit Vollzeit Schicht Urlaub(urlaubs) Karenz Rente(renten)
        Vereinbarkeit Büro(buero) Kraft(kraft,kraefte) Karriere Chance(chancen) Gleichstellung
        Laufbahn Coach Coaching Mentor Ehren- Amt(amts,aemter) Freiwillig- Freiwillige(freiwilligen)
        Dienst(dienst) Personal Chef Azubi Geselle(gesellen) Meister Messe Börse(boersen) Kammer
        Gewerkschaft Tätigkeit Fabrik Werk(werk) Kollege Lotse(lotsen) Scout Planung Leistung
        """

    private static let money = """
        Geld(geld,geldes) Kosten(kosten) Schuld(schulden) Schuldner Insolvenz Zuschlag(zuschlags)
        Zuschuss Kredit Konto(konten) Bank Steuer(steuer) Freibetrag(freibetrags) Sicherung Sozial-
        Hartz Bürger(buerger) Armut(armuts) Not(not) Spende Tafel Kleider Möbel Gutschein Ermäßigung
        Pass(pass) Karte Paket Teilhabe Antrag(antrags) Formular Bescheid Recht(rechts)
        Anspruch(anspruchs) Gesetz(gesetzes) Frist Vorschuss Stiftung Fonds Budget Preis Miete(miet)
        Neben- Energie(energie) Strom(strom) Heizung Finanz- Finanzen Entlastung Zuzahlung
        Erstattung Rabatt Ausstattung Starter- Bonus
        """

    private static let help = """
        Anlauf- Schutz Beratung Hilfe(hilfe,hilfs) Unterstützung Gespräch(gespraechs) Telefon
        Hotline Chat Krisen- Nummer Beistand(beistands) Begleit- Besuch(besuchs)
        Willkommen(willkommens) Begrüßung Ansprech- Partnerschaft Netz(netz) Netzwerk Kooperation
        Koordination Fall(fall) Plan(plan) Plan Konferenz Runde Tisch Treffen(treff) Treff Stamm-
        Café(cafe) Sitzung Verein(vereins) Verband(verbands) Träger Bund(bundes)
        Land(landes,laender) Stadt(stadt,staedte) Gemeinde Kommune(kommunal) Kirche(kirchen)
        Pfarre(pfarr) Pfarrei Caritas Diakonie Diakon Anwalt(anwalts,anwaelte) Gericht(gerichts)
        Polizei Feuer Wehr(wehr) Justiz Strafe(straf) Opfer Täter Zeuge(zeugen) Mediation
        Supervision Therapeut(therapeuten) Psychologe Information Auskunft(auskunfts) Wegweiser
        Flyer Broschüre Blatt(blatt) Brief(brief) Post Mail Adresse Angebot(angebots) Programm
        Service Termin Sprechen(sprech) Vermittler Helfer Pfleger Berater Intervention
        Verfahren(verfahrens) Aufsicht(aufsichts) Fach Kontakt Ombud(ombuds) Beschwerde Aufklärung
        Prozess Qualität Standard Evaluation Bericht(berichts)
        """

    private static let migration = """
        Integration Migration Migrant(migranten) Flüchtling Flucht(flucht) Asyl
        Aufenthalt(aufenthalts) Zuwanderung Einwanderung Ausländer Heimat Herkunft(herkunfts) Kultur
        Religion Moschee Gebet(gebets) Dolmetscher Visum Duldung Anerkennung Einbürgerung
        Unterkunft(unterkunfts) Aufnahme Ankommen(ankommens) Vielfalt Toleranz Diskriminierung
        Rassismus Demokratie Teilnahme Türkisch Arabisch Ukraine Rumänien Bulgarien Syrien Roma
        Rucksack Nachbar Behörde
        """

    private static let youth = """
        Jugend Jugendliche(jugendlichen) Teenager Teenie Junge(jungen) Mädchen Bursche Pubertät
        Freund(freundes) Freundschaft Clique Streetwork Straße(strassen) Straf- Delinquenz
        Extremismus Konsum Zentrum(zentrums) Club Disko Disco Party Band(band) Skate(skate) Graffiti
        Zelt(zelt) Camp Freizeit Austausch(austausch) Reise Fahrt(fahrten) Parlament Forum
        Beteiligung Mitbestimmung Wahl Politik Führerschein Moped Liebe Identität Mut Stärke Selbst-
        Behauptung Verteidigung Bewusstsein Vertrauen Wohnen(wohn) Wohnung Bereitschaft Inobhutnahme
        Obhut Verselbständigung
        """

    private static let leisure = """
        Sport(sport) Turnen(turn) Turnier Schwimmen(schwimm) Bad(bad,baeder) Wasser Ball(ball)
        Tennis Judo Karate Reiten(reit) Pferd(pferde) Tanz(tanz) Tanzen Ballett Zirkus Laufen(lauf)
        Lauf(lauf) Klettern(kletter) Rad(rad) Roller Wandern(wander) Singen(sing) Chor
        Gesang(gesangs) Instrument(instrumental) Gitarre Flöte(floeten) Klavier Trommel Orchester
        Malen(mal) Basteln(bastel) Werken(werk) Näh- Handarbeit Töpfern(toepfer) Foto Film Kino
        Museum(museums) Zoo Tier(tier) Hund(hunde) Park Platz Spielen(spiel) Spielzeug Puppen
        Märchen Vorlesen(vorlese) Erzählen(erzaehl) Geschichte(geschichten) Figur Lied(lieder) Reim
        Fest Feier Basar(basar) Floh- Trödel Markt Tausch(tausch) Laterne(laternen) Martin(martins)
        Nikolaus Weihnacht(weihnachts) Ostern(oster) Karneval(karnevals) Sommer Winter Herbst
        Frühjahr Schnupper- Probe(probe) Stunde(stunden) Training(trainings) Trainer Verein
        Mannschaft Team Atelier Blume Bauer(bauern) Hof Ausflug(ausflugs) Picknick Grillen(grill)
        Hobby Quiz
        """

    private static let places = """
        Haus(haus,haeuser) Heim Raum(raum,raeume) Zimmer Halle(hallen) Saal Gebäude Laden Ort(orts)
        Dorf Viertel(viertel) Quartier(quartiers) Siedlung Sozialraum- Bezirk(bezirks)
        Region(regional) Umwelt Welt(welt) Weg Nachbarschaft Block Umzug(umzugs) Obdach(obdach)
        Zuflucht(zufluchts) Bahn(bahn) Bus(bus) Zug Verkehr(verkehrs) Auto Parken(park) Fahr- Mobil-
        Mobilität Bürgermeister Archiv Kiosk Lokal- Teil(teil) Begegnung Schrank Keller Dach Tür
        Fenster Ampel Grün(gruen)- Landschaft Regal Bühne Anlage Fläche Gelände Pavillon Container
        Standort Nord- Süd- Ost- West- Innen- Außen- Groß(gross)-
        """

    private static let people = """
        Behinderte(behinderten) Berechtigte(berechtigten) Beauftragte(beauftragten) Mensch(menschen)
        Frau(frauen) Mann(maenner,manns) Person(personen) Leute Senior(senioren) Alter(alters)
        Rentner Bewohner Anwohner Besucher Gast(gast,gaeste) Mitglied(mitglieder,mitglieds)
        Vorstand(vorstands) Mitarbeiter Künstler Ingenieur Gärtner Koch Student(studenten)
        Studierende(studierenden) Beamte(beamten) Witwe Waise(waisen) Prostitution Soldat(soldaten)
        Häftling Inhaftierte(inhaftierten) Angehörige(angehoerigen) Blinde(blinden)
        Gehörlose(gehoerlosen) Hörgeschädigte Kümmerer
        """

    private static let time = """
        Woche(wochen) Monat(monats) Jahr(jahres,jahr) Nacht(nacht) Morgen Wochenende Uhr(uhr) Beginn
        Start(start) Phase Dauer Zukunft(zukunfts) Schnell- Spät- Sonntag(sonntags) Montag(montags)
        Dienstag(dienstags) Mittwoch(mittwochs) Donnerstag Freitag(freitags) Samstag(samstags)
        Feiertag(feiertags) Kalender Datum Stichtag Leben(lebens)
        """

    private static let general = """
        Abbruch Titel Erlaubnis Leitfaden Management Empfehlung Führung Lenkung Zirkel Ring Leitung Wechsel Einzel- Erst-
        Verbund Risiko Befragung Bedingung Verhältnis Warn- Mittler Koordinierung Grundlage Umfrage
        Rückkehr Faden Screening Gedächtnis Gerät(geraete) Gespenst Beet Ermutigung
        Belastung Auffälligkeit Sozialisation Resilienz Achtsamkeit Wahrnehmung Konzentration
        Aufmerksamkeit Hyperaktivität Lektüre Kasper Mehr- Art Form(form) Idee(ideen) Thema(themen)
        Bereich(bereichs) Feld(feld,felder) Kette Baustein Modell System Struktur(struktur) Ziel
        Aktion Alternative Analyse Anfrage Antwort Aspekt Bedarf(bedarfs) Bedürfnis Beispiel
        Daten(daten) Einheit Einsatz(einsatz) Erfahrung Erfolg(erfolgs) Erklärung Faktor Förderer
        Frage Gefühl(gefuehls) Gegenstand Gestaltung Gemeinschaft Gesellschaft Gleich- Handlung
        Hinweis Inhalt Interesse(interessen) Initiative Kampagne Katalog Kerze Kiste Koffer Kreativ-
        Kreativität Kritik Lage Last Macht(macht) Material Methode Mittel Möglichkeit Nachweis
        Nutzung Ordnung Pflicht(pflicht) Problem Regel Reihe Rückmeldung Sache Schlüssel Schritt
        Sicherheit Signal Situation Spezial- Spur Stand Stoff Stufe(stufen) Suche(such) Tasche Tipp
        Ton Typ Verantwortung Verhalten(verhaltens) Verkauf(verkaufs) Veranstaltung Verwaltung
        Vorbereitung Vorbild Wert(werte) Wissen(wissens) Zeichen Zeitung Ziffer Zugang(zugangs)
        Zuständigkeit Zweck Experte(experten) Anbieter Buchung Bogen Check Box Video Radio
        Zeitschrift Magazin Presse Öffentlichkeit(oeffentlichkeits) Spatz Gebärde(gebaerden) Leicht-
        Umfeld Bewertung Steuerung Monitoring Statistik Bau(bau) Karussell Anker Insel Stern Stube
        Oase Bande Zwerg Räuber Maus(maeuse) Igel Käfer Bär(baeren) Löwe(loewen) Sonne(sonnen) Mond
        Wolke Himmel Erde Luft(luft)
        """
}
