/// Wortfelder: which words of the field mean the same to a searching family.
///
/// One group a line. `=` joins words that mean the same, `~` adds related words that count less,
/// `#` gives the reason. A group works in both directions; a member may have several words.
enum SynonymTable {
    static let groups = [pregnancy, health, care, family, school, work, money, leisure, society]
        .joined(separator: "\n")

    private static let pregnancy = """
        schwanger = Schwangerschaft = werdende Mutter = werdende Eltern = Schwangere ~ \
          Geburtsvorbereitung # state, time and person
        Hebamme = Geburtshelferin = Entbindungspfleger = Geburtshilfe ~ Wochenbettbetreuung ~ \
          Familienhebamme # profession and task
        Familienhebamme = FGKiKP = Familienkinderkrankenschwester = \
          Familiengesundheitspflegerin ~ Frühe Hilfen # two professions, one service
        Geburt = Entbindung = Niederkunft ~ Kreißsaal # clinic says Entbindung
        Geburtsvorbereitung = Geburtsvorbereitungskurs = Schwangerenkurs ~ Hechelkurs # course \
          names
        Wochenbett = Nachsorge ~ Wochenbettbetreuung ~ Rückbildung # weeks after birth
        Rückbildung = Rückbildungsgymnastik = Beckenbodentraining # course names
        Stillen = Stillberatung = Stillgruppe = Laktationsberatung ~ Stillcafé # mothers look \
          for help with breastfeeding
        Schwangerschaftskonfliktberatung = Schwangerschaftskonflikt = Schwangerschaftsabbruch \
          = Abtreibung = ungewollt schwanger # law (SchKG § 5) and everyday word
        Schwangerschaftsberatung = Schwangerenberatung = Schwangerschaftsberatungsstelle ~ pro \
          familia # SchKG § 2
        Kinderwunsch = unerfüllter Kinderwunsch = Fruchtbarkeit = künstliche Befruchtung # \
          same wish
        Frühchen = Frühgeborene = Frühgeburt # clinic and everyday word
        Fehlgeburt = Sternenkind = Totgeburt = stille Geburt ~ Trauerbegleitung # gentle and \
          medical word
        Wochenbettdepression = postpartale Depression = Babyblues ~ Schatten und Licht # after \
          birth
        Verhütung = Familienplanung = Empfängnisverhütung ~ Pille # counselling centres say \
          Familienplanung
        Vaterschaftsanerkennung = Vaterschaft anerkennen = Vaterschaft # office and everyday
        Vertrauliche Geburt = anonyme Geburt ~ Babyklappe # law of 2014
        Frühe Hilfen = Netzwerk Frühe Hilfen = Frühe Hilfe ~ Familienhebamme ~ \
          Babybesuchsdienst # KKG § 1
        Babybesuchsdienst = Neugeborenenbesuchsdienst = Begrüßungsbesuch = Willkommensbesuch = \
          Familienbesuchsdienst = Babybegrüßung # every town has its own name
        Elternbegleitbuch = Familienwegweiser = Elternbegleitmappe ~ Begrüßungspaket # printed \
          guide
        Zwillinge = Mehrlinge = Drillinge # multiple birth
        Säugling = Baby = Neugeborene ~ Kleinkind # first year
        """

    private static let health = """
        Schreibaby = Schreiambulanz = Schreisprechstunde = Schreibabyambulanz = \
          Regulationsstörung = Babysprechstunde = Schlafstörung # crying, sleeping and feeding \
          are one problem to the clinic
        Kinderarzt = Kinder- und Jugendarzt = Kinderärztin = Pädiater = Kinderarztpraxis = \
          Pädiatrie # also on the plate of the practice
        Frauenarzt = Gynäkologe = Frauenärztin = Gynäkologie = Frauenarztpraxis # medical and \
          everyday word
        Vorsorgeuntersuchung = U-Untersuchung = Früherkennungsuntersuchung = Kindervorsorge ~ \
          U1 ~ U3 ~ U9 # U1 to J2
        Jugenduntersuchung = J1 = J2 = Jugendgesundheitsuntersuchung # 12 to 17 years
        Impfung = Impfen = Schutzimpfung = Impfberatung # noun and verb
        Logopädie = Sprachtherapie = Sprachheilbehandlung = Logopäde = Sprachheilpädagogik ~ \
          Sprachförderung # therapy
        Ergotherapie = Ergotherapeut = Beschäftigungstherapie # old and new name
        Physiotherapie = Krankengymnastik = Physiotherapeut # old and new name
        Psychotherapie = Psychotherapeut = Kinderpsychotherapie ~ Psychologe # therapy and person
        Kinder- und Jugendpsychiatrie = KJP = Kinderpsychiater = Jugendpsychiatrie # short form
        Frühförderung = Frühförderstelle = heilpädagogische Förderung = Interdisziplinäre \
          Frühförderung = Komplexleistung # SGB IX § 46
        SPZ = Sozialpädiatrisches Zentrum # short form
        Behinderung = Beeinträchtigung = Handicap = behindert = Teilhabe ~ Inklusion # words \
          change
        Inklusion = integrative Gruppe = Integrationsplatz ~ Schulbegleitung # Kita and school
        Entwicklungsverzögerung = Entwicklungsstörung = entwicklungsverzögert = \
          Entwicklungsrückstand ~ Frühförderung # parents and doctors
        ADHS = ADS = Hyperaktivität = Zappelphilipp = hyperaktiv = Aufmerksamkeitsstörung # \
          short and everyday
        Autismus = Asperger = Autismusspektrumstörung = autistisch = ASS # names
        Sucht = Abhängigkeit = Suchtberatung = süchtig = Drogenberatung ~ Alkohol ~ Drogen # \
          counselling
        Alkohol = Alkoholproblem = Trinken ~ Suchtberatung # everyday
        Depression = Niedergeschlagenheit = depressiv ~ psychische Erkrankung # everyday
        psychisch krank = psychische Erkrankung = seelische Erkrankung = psychische Probleme ~ \
          Kinder psychisch kranker Eltern # wording varies
        Essstörung = Magersucht = Bulimie = Anorexie # names
        Übergewicht = Adipositas = zu dick = Fettleibigkeit ~ Ernährungsberatung # kinder word \
          for families, medical word for offices
        Ernährungsberatung = gesunde Ernährung = Ernährung = gesundes Essen ~ Beikost # courses
        Beikost = Breikost = Babybrei = Beikosteinführung # course name and kitchen word
        Zahngesundheit = Zahnpflege = Zahnprophylaxe = Zähneputzen ~ Zahnarzt # office and \
          everyday
        Erste Hilfe am Kind = Kindernotfallkurs = Erste-Hilfe-Kurs = Notfälle im \
          Säuglingsalter # course names
        Kinderkrankenhaus = Kinderklinik ~ Kindernotaufnahme # hospital
        Kinderärztlicher Notdienst = Notfallpraxis = ärztlicher Bereitschaftsdienst = 116117 = \
          Notdienst # at night
        Mutter-Kind-Kur = Vater-Kind-Kur = Kur = Kurberatung = Müttergenesung # SGB V § 24
        Gesundheitsamt = Kinder- und Jugendgesundheitsdienst = KJGD = öffentlicher \
          Gesundheitsdienst # office
        Schuleingangsuntersuchung = Einschulungsuntersuchung = Schuluntersuchung # office
        Ängste = Angst = Angststörung = ängstlich # plural and illness
        Trauer = Trauerbegleitung = Trauergruppe = Trauercafé = Tod ~ Hospiz # loss
        Selbsthilfegruppe = Selbsthilfe = Selbsthilfekontaktstelle = KISS # contact point
        Pflege = Pflegeberatung = pflegebedürftig = Pflegestützpunkt # care of relatives
        """

    private static let care = """
        Kita = Kindertagesstätte = Kindertageseinrichtung = Kindergarten = Tageseinrichtung \
          für Kinder = Tageseinrichtung ~ Krippe ~ Kindertagesbetreuung # law says \
          Tageseinrichtung (SGB VIII § 22), families Kita or Kindergarten
        Krippe = U3-Betreuung = Kinderkrippe = U3 = Kleinkindbetreuung ~ Kita # under three years
        Tagesmutter = Kindertagespflege = Tagesvater = Tagespflege = Kindertagespflegeperson = \
          Tagespflegeperson = Großtagespflege = Tageseltern # law says Kindertagespflege
        OGS = Offene Ganztagsschule = Ganztag = Ganztagsbetreuung = OGATA = Offener Ganztag = \
          Ganztagsschule = Nachmittagsbetreuung ~ Hort # NRW name and short forms
        Hort = Schulkindbetreuung = Kinderhort ~ OGS # other Länder
        Übermittagsbetreuung = Schule von acht bis eins = verlässliche Grundschule = \
          Randstundenbetreuung = Randzeitenbetreuung # short care at school
        Ferienbetreuung = Ferienprogramm = Ferienspiele = Ferienfreizeit = Ferienspaß = \
          Ferienangebot = Stadtranderholung # every town has its own name
        Babysitter = Kinderbetreuung = Kinderfrau = Leihoma ~ Notfallbetreuung # at home
        Betreuungsplatz = Kitaplatz = Kindergartenplatz = Krippenplatz = Platz in der Kita ~ \
          Kita-Navigator # what parents look for
        Kita-Navigator = Little Bird = Kita-Anmeldung = Kitaplatz suchen = Kita-Portal # \
          registration
        Eingewöhnung = Kitastart = Kitabeginn # first weeks
        Elternbeitrag = Kita-Gebühr = Kindergartenbeitrag = Kitabeitrag # cost
        Familienzentrum = Familienhaus = Eltern-Kind-Zentrum ~ Familienbüro # NRW name
        Familienbüro = Familienservice = Familieninformation = Familienservicestelle ~ \
          Familienberatung # every town has its own name
        Krabbelgruppe = PEKiP = Spielgruppe = Eltern-Kind-Gruppe = Mutter-Kind-Gruppe = \
          Babytreff = Babygruppe = Miniclub = Eltern-Kind-Kurs = Vater-Kind-Gruppe = DELFI = \
          Babyclub # groups in the first years
        PEKiP = Prager Eltern-Kind-Programm # short form
        Babymassage = Säuglingsmassage # course
        Babyschwimmen = Säuglingsschwimmen = Wassergewöhnung # course
        Elterncafé = Familiencafé = Stillcafé = Frühstückstreff = Müttercafé = Mütterfrühstück \
          = Elternfrühstück = Cafe Kinderwagen # open meeting
        Familienpaten = Familienpatenschaft = wellcome = Ehrenamtliche Familienbegleitung = \
          Familienlotsen = Alltagshilfe # volunteers at home
        Notmütterdienst = Haushaltshilfe = Familienpflege # help when a parent is ill
        """

    private static let family = """
        Trennung = Scheidung = Trennungsberatung = Scheidungsberatung = getrennt lebend = \
          Trennungskinder = geschieden # SGB VIII § 17
        alleinerziehend = Alleinerziehende = Ein-Eltern-Familie = alleinerziehende Mutter = \
          Alleinerziehung = Einelternfamilie # words change
        Erziehungsberatung = Erziehungsberatungsstelle = Familienberatung = \
          Familienberatungsstelle = Elternberatung = Beratungsstelle für Eltern = \
          Erziehungshilfe # SGB VIII § 28
        Sorgerecht = elterliche Sorge = Sorgeerklärung = Beistandschaft # law and everyday
        Umgangsrecht = Umgang = Besuchsrecht = begleiteter Umgang # law and everyday
        Unterhalt = Unterhaltsvorschuss = Alimente = Kindesunterhalt = UVG # law and everyday
        Jugendamt = Amt für Jugend = Fachbereich Jugend = ASD = Allgemeiner Sozialer Dienst = \
          Kommunaler Sozialer Dienst = Soziale Dienste # names of the office
        Hilfen zur Erziehung = HzE = Sozialpädagogische Familienhilfe = SPFH = Familienhilfe = \
          Erziehungshilfe # SGB VIII §§ 27-35
        Pflegefamilie = Pflegeeltern = Pflegekind = Vollzeitpflege = Pflegekinderdienst = \
          Bereitschaftspflege # SGB VIII § 33
        Adoption = adoptieren = Adoptivkind = Adoptionsvermittlung # noun, verb, child
        Kinderschutz = Kindeswohlgefährdung = Kindeswohl = Misshandlung = Vernachlässigung = \
          insoweit erfahrene Fachkraft # SGB VIII § 8a
        sexueller Missbrauch = sexuelle Gewalt = sexualisierte Gewalt = Missbrauch # wording \
          varies
        häusliche Gewalt = Gewalt in der Familie = Frauenhaus = Gewaltschutz = Frauenberatung \
          = Frauenberatungsstelle = Partnerschaftsgewalt # who hits, who helps
        Paarberatung = Eheberatung = Partnerschaftsberatung = Lebensberatung = Ehe-, Familien- \
          und Lebensberatung # names
        Elternkurs = Elterntraining = Triple P = Starke Eltern - starke Kinder = Elternbildung \
          = Elternschule = STEP = SAFE = Elternseminar = FuN # programmes
        Familienbildung = Familienbildungsstätte = FBS = Elternbildung = Haus der Familie = \
          FABI # SGB VIII § 16
        Väter = Papa = Vätergruppe = Vätertreff = Papazeit = Väterarbeit # fathers
        Mütter = Mama = Müttertreff = Mütterzentrum = Mütterberatung # mothers
        Großeltern = Oma = Opa = Enkel # generations
        Mehrgenerationenhaus = MGH # short form
        Regenbogenfamilie = gleichgeschlechtliche Eltern = lesbische Mütter = queere Eltern # \
          words change
        Patchworkfamilie = Stieffamilie = Stiefeltern = Stiefkind # words change
        Pubertät = Pubertier = Teenager = Pubertierende # everyday
        Trotzphase = Trotzalter = Trotzanfall = Wutanfall = Autonomiephase # everyday and \
          expert word
        Bettnässen = Einnässen = Enuresis # everyday and medical
        Trockenwerden = Sauberkeitserziehung = Windelfrei = Topftraining # everyday
        Stottern = Redeflussstörung # everyday and medical
        Spracherwerb = Sprachentwicklung = spricht noch nicht = Late Talker = \
          Sprachverzögerung ~ Logopädie # parents and doctors
        Geschwisterstreit = Geschwister streiten = Geschwisterrivalität # everyday
        Krise = Krisendienst = Notlage = Krisenhilfe = Notfallseelsorge # urgent
        Sorgentelefon = Nummer gegen Kummer = Elterntelefon = Telefonseelsorge = Kindertelefon \
          # by phone
        Ombudschaft = Ombudsstelle = Beschwerde ~ Beschwerdestelle # SGB VIII § 9a
        """

    private static let school = """
        Nachhilfe = Lernförderung = Hausaufgabenhilfe = Hausaufgabenbetreuung = Lernhilfe = \
          Lernbegleitung = Schülerhilfe # BuT says Lernförderung
        Einschulung = Schulanfang = Schulstart = erster Schultag = Schulbeginn = i-Dötzchen # \
          first day
        Schulanmeldung = Anmeldung zur Grundschule = Schulwahl # dates
        Vorschule = Schulvorbereitung = Vorschulkind = Vorschulprogramm ~ Schulfähigkeit # \
          before school
        Übergang Kita Grundschule = Übergang zur Schule = Übergangsgespräch # transition
        weiterführende Schule = Schulwechsel = Übergang nach Klasse 4 = Realschule = \
          Gesamtschule = Gymnasium = Hauptschule = Sekundarschule # after class 4
        Grundschule = Primarschule = Volksschule = Primarstufe # old and other names
        Förderschule = Sonderschule = Förderbedarf = sonderpädagogischer Förderbedarf = AO-SF \
          # old and new
        Schulbegleitung = Integrationshelfer = Schulassistenz = Inklusionsassistenz = I-Helfer \
          = Schulbegleiter # names
        Schulsozialarbeit = Schulsozialarbeiter = Schulsozialpädagogik # names
        Schulpsychologie = Schulpsychologische Beratungsstelle = Schulpsychologe = \
          Schulberatung # names
        Schulverweigerung = Schulabsentismus = schulmüde = Schule schwänzen = Schulschwänzer = \
          Schulangst = Schulphobie # everyday and expert
        Mobbing = Cybermobbing = Hänseln = Ausgrenzung # at school
        Legasthenie = LRS = Lese-Rechtschreib-Schwäche = Leseschwäche = Rechtschreibschwäche # \
          short form
        Dyskalkulie = Rechenschwäche = Matheschwäche # medical and everyday
        Hochbegabung = hochbegabt = Begabtenförderung # noun and adjective
        Sprachförderung = Deutschförderung = Delfin 4 = Sprachkurs für Kinder = \
          alltagsintegrierte Sprachbildung = Sprachbildung # Kita and school
        Vorlesen = Leseförderung = Vorlesepaten = Lesepaten = Bilderbuchkino = Lesestart = \
          Leseclub ~ Bücherei # reading
        Bücherei = Bibliothek = Stadtbücherei = Mediathek # names
        Mittagessen = Mittagsverpflegung = Schulessen = Mensa # BuT
        Schulbedarf = Schulmaterial = Schulranzen = Tornister = Schulsachen # BuT
        Klassenfahrt = Schulausflug = Ausflug # BuT
        Medien = Medienkompetenz = Smartphone = Handy = Internet = Medienberatung ~ \
          Computerspielsucht # parents and experts
        Computerspielsucht = Mediensucht = Spielsucht = zocken = Gaming = Internetsucht # everyday
        Volkshochschule = VHS # short form
        Musikschule = Musikunterricht = JeKits = Instrument lernen # programme
        """

    private static let work = """
        Ausbildung = Lehre = Lehrstelle = Ausbildungsplatz = Berufsausbildung = Azubi = \
          Ausbildungsstelle # old and new
        Übergang Schule Beruf = KAoA = Kein Abschluss ohne Anschluss = Berufsorientierung = \
          Berufswahl # NRW programme
        Berufsberatung = Berufsinformationszentrum = BIZ = Berufswahlorientierung # agency
        Jugendberufshilfe = Jugendberufsagentur = Jugendwerkstatt = Produktionsschule # SGB \
          VIII § 13
        Bewerbung = Bewerbungstraining = Bewerbungshilfe = Lebenslauf schreiben = \
          Bewerbungsmappe # training
        Praktikum = Schnuppertag = Schülerpraktikum = Praktikumsplatz # trial
        Arbeitsagentur = Agentur für Arbeit = Arbeitsamt # old and new
        arbeitslos = Arbeitslosigkeit = erwerbslos = arbeitssuchend = Job verloren # wording \
          varies
        Wiedereinstieg = Rückkehr in den Beruf = Berufsrückkehr = Beruf und Familie = \
          Vereinbarkeit = Teilzeitausbildung # after parental leave
        Elternzeit = Erziehungsurlaub ~ Elterngeld # old and new
        Mutterschutz = Mutterschaftsgeld # law
        Freiwilligendienst = FSJ = Freiwilliges Soziales Jahr = Bundesfreiwilligendienst = BFD \
          # short forms
        Schulabschluss = Abschluss nachholen = Hauptschulabschluss nachholen = zweiter \
          Bildungsweg = Abendschule # later
        Studium = Universität = Hochschule = studieren # noun and verb
        BAföG = Ausbildungsförderung = Berufsausbildungsbeihilfe = BAB # money while learning
        """

    private static let money = """
        Jobcenter = Grundsicherung = Bürgergeld = Hartz IV = Hartz 4 = SGB II = \
          Arbeitslosengeld II = ALG II = Sozialgeld # names changed twice
        Sozialhilfe = Sozialamt = SGB XII = Hilfe zum Lebensunterhalt # office and law
        BuT = Bildungspaket = Bildung und Teilhabe = Bildungs- und Teilhabepaket = \
          Teilhabepaket = MünsterlandKarte = YouCard # SGB II § 28
        Kindergeld = Familienkasse # who pays
        Kinderzuschlag = KiZ = Zuschlag zum Kindergeld # short form
        Elterngeld = ElterngeldPlus = Basiselterngeld = Elterngeldstelle = Partnerschaftsbonus \
          # forms
        Wohngeld = Mietzuschuss = Zuschuss zur Miete = Lastenzuschuss # everyday
        Familienpass = Familienkarte = Sozialpass = Ermäßigung = Kulturpass ~ Rabatt # every \
          town has its own name
        Schulden = Schuldnerberatung = Schuldenberatung = überschuldet = Insolvenz = \
          Insolvenzberatung = Schuldner # person, state and help
        kostenlos = kostenfrei = gratis = umsonst = gebührenfrei = ohne Kosten # cost
        Tafel = Lebensmittelausgabe = Essensausgabe = Lebensmittel für Bedürftige # food
        Kleiderkammer = Kleiderladen = Second Hand = Sozialkaufhaus = Kinderkleiderbörse = \
          Kinderkleidung = Basar = Flohmarkt # clothes
        Erstausstattung = Babyausstattung = Babyerstausstattung = Möbelkammer ~ Mutter und \
          Kind Stiftung # before birth
        Bundesstiftung Mutter und Kind = Mutter und Kind Stiftung # short form
        Möbel = Möbellager = Möbelkammer = Möbelbörse # furniture
        Armut = wenig Geld = arm = geringes Einkommen = finanzielle Not = Geldsorgen = Geldnot \
          # families do not say Armut
        Wohnung = Wohnungssuche = Wohnungsamt = Wohnberechtigungsschein = WBS = Sozialwohnung \
          # looking for a flat
        obdachlos = wohnungslos = Wohnungsnot = Obdachlosigkeit = Räumung = Zwangsräumung = \
          Wohnungsverlust # losing a flat
        Rechtsberatung = Beratungshilfe = Rechtsanwalt = Anwalt # law
        """

    private static let leisure = """
        Kinderturnen = Eltern-Kind-Turnen = Mutter-Kind-Turnen = Kleinkinderturnen = \
          Purzelturnen # sport clubs
        Sportverein = Turnverein = Vereinssport = Sportgruppe = Sportangebot # club
        Schwimmkurs = Schwimmen lernen = Seepferdchen = Schwimmschule = Anfängerschwimmen # course
        Bewegung = Sport = Turnen = Bewegungsangebot ~ Motorik # wording varies
        Fußball = Kicken = Bolzplatz = Bambini # everyday
        Tanzen = Tanz = Ballett = Hip-Hop = Kindertanz = Tanzschule # kinds
        Spielplatz = Abenteuerspielplatz = Spielfläche = Spielpark # places
        Jugendzentrum = Jugendtreff = Jugendhaus = Haus der offenen Tür = offene Kinder- und \
          Jugendarbeit = Juze = Jugendclub = Jugendheim = Jugendcafé # SGB VIII § 11
        Jugendgruppe = Pfadfinder = Jugendverband = Gruppenstunde = Messdiener = \
          Jugendfeuerwehr # associations
        Streetwork = Mobile Jugendarbeit = aufsuchende Jugendarbeit = Straßensozialarbeit # \
          SGB VIII § 13
        Ferienlager = Zeltlager = Jugendfreizeit = Jugendreise = Freizeit # travelling
        Basteln = Malen = Kreativangebot = Kunst = Kreativwerkstatt = Werken # crafts
        Theater = Theatergruppe = Puppentheater = Kindertheater = Schauspiel # stage
        Musik = Musikgarten = Musikalische Früherziehung = Singen = Chor = Kinderchor # early \
          music
        Natur = Wald = Waldgruppe = Naturerlebnis = Waldspielgruppe # outside
        Jugendparlament = Kinderparlament = Jugendbeteiligung = Mitbestimmung = Jugendrat = \
          Beteiligung # participation
        Kinderfest = Familienfest = Stadtfest = Spielfest = Weltkindertag # festivals
        """

    private static let society = """
        Flüchtling = geflüchtet = Geflüchtete = Flucht = Flüchtlingsberatung = Asyl = \
          Asylbewerber = Flüchtlingshilfe # words change
        Migration = Zuwanderung = Migrationshintergrund = Einwanderung = Migrationsberatung = \
          MBE = Zuwanderungsgeschichte = Migranten = ausländisch = Ausländer # words change
        Integration = Integrationszentrum = Integrationsrat = Kommunales Integrationszentrum = \
          Integrationsbeauftragte # office
        Deutschkurs = Deutsch lernen = Sprachkurs = Integrationskurs = Deutsch als \
          Zweitsprache = DaZ # course
        Dolmetscher = Übersetzer = Sprachmittler = Übersetzung = Sprachlotse = Dolmetschen = \
          Sprachmittlung = Kulturmittler # help with language
        Ausländerbehörde = Ausländeramt = Aufenthaltstitel = Aufenthaltserlaubnis # office and \
          paper
        Rucksack = Griffbereit = Rucksack Kita = Elternbildungsprogramm = HIPPY = \
          Stadtteilmütter # programmes of the integration centres
        mehrsprachig = Mehrsprachigkeit = zweisprachig = bilingual = Muttersprache = \
          Herkunftssprache # languages at home
        Ehrenamt = ehrenamtlich = Freiwillige = freiwilliges Engagement = Freiwilligenagentur \
          = bürgerschaftliches Engagement # helping
        Stadtteil = Quartier = Sozialraum = Viertel = Ortsteil = Nachbarschaft # planners and \
          residents
        Stadtteilbüro = Quartiersmanagement = Quartiersbüro = Nachbarschaftstreff = \
          Stadtteilzentrum = Bürgertreff = Begegnungszentrum # places
        Sprechstunde = Sprechzeit = Beratungszeit = offene Sprechstunde # when to come
        Beratung = Beratungsstelle ~ Rat ~ Hilfe ~ Unterstützung # broadest words
        Hausbesuch = aufsuchend = zu Hause = kommt nach Hause # home visiting
        ohne Anmeldung = offener Treff = offenes Angebot = niedrigschwellig # just come
        barrierefrei = rollstuhlgerecht = ohne Stufen = stufenlos = Aufzug # access
        Gebärdensprache = gehörlos = DGS = taub = schwerhörig = hörgeschädigt # deaf families
        blind = sehbehindert = Blindheit = sehgeschädigt # blind families
        Leichte Sprache = einfache Sprache = leicht zu lesen # easy language
        Ansprechpartner = Ansprechperson = Kontaktperson = zuständig # who
        Diskriminierung = Rassismus = Antidiskriminierung = Antidiskriminierungsstelle # \
          counselling
        LSBTIQ = queer = trans = homosexuell = schwul = lesbisch = transident # words change
        Kirche = Kirchengemeinde = Pfarrgemeinde = Gemeindehaus = Pfarrheim # places
        straffällig = Jugendgerichtshilfe = Jugendhilfe im Strafverfahren = Straftat = \
          Täter-Opfer-Ausgleich # JGG § 38
        Polizei = Opferschutz = Opferhilfe = Weißer Ring = Opferberatung # after a crime
        """
}
