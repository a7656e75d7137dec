/// Wörter anderer Sprachen: what families type who do not know the German word yet.
///
/// Same form as `PhraseTable`. Only words that are not German words of another meaning; languages
/// in the order English, Turkish, Arabic, Ukrainian, Russian, Polish, Romanian.
enum ForeignWordTable {
    static let words = """
        midwife | ebe | قابلة | акушерка | położna | moașă -> Hebamme # first contact
        pregnant | pregnancy | hamile | hamilelik | حامل | حمل | вагітна | вагітність | беременна \
          | беременность | ciąża | gravidă | sarcină -> schwanger # nine months before birth
        birth | doğum | ولادة | пологи | роды | poród | naștere -> Geburt # birth
        baby | bebek | رضيع | немовля | младенец | niemowlę | bebeluș -> Baby # first year
        nursery | daycare | kreş | anaokulu | روضة | дитячий садок | садочок | детский сад | przedszkole \
          | grădiniță -> Kita # places
        childminder | çocuk bakıcısı | няня | niania | bonă -> Tagesmutter # care
        paediatrician | pediatrician | çocuk doktoru | طبيب أطفال | педіатр | педиатр | pediatra \
          | pediatru -> Kinderarzt # doctor
        doctor | doktor | طبيب | лікар | врач | lekarz | medic -> Arzt # doctor
        hospital | hastane | مستشفى | лікарня | больница | szpital | spital -> Krankenhaus, Klinik # clinic
        vaccination | aşı | تطعيم | щеплення | прививка | szczepienie | vaccin -> Impfung # vaccination
        speech therapy | konuşma terapisi | логопед | logopeda | logoped -> Logopädie # therapy
        counselling | advice | danışma | danışmanlık | استشارة | консультація | консультация | porada \
          | poradnia | consiliere -> Beratung # counselling
        help | yardım | مساعدة | допомога | помощь | pomoc | ajutor -> Hilfe # help
        school | okul | مدرسة | школа | szkoła | școală -> Schule # school
        tutoring | homework help | özel ders | دروس تقوية | репетитор | korepetycje | meditații -> Nachhilfe # marks
        German course | learn German | almanca kursu | almanca | دورة ألمانية | курс німецької \
          | німецька мова | курс немецкого | немецкий язык | kurs niemieckiego | curs de germană \
          -> Deutschkurs, Sprachförderung # German
        interpreter | translator | tercüman | çevirmen | مترجم | перекладач | переводчик | tłumacz \
          | traducător -> Dolmetscher # language
        refugee | mülteci | لاجئ | لاجئين | біженці | біженець | беженец | беженцы | uchodźca | refugiat \
          -> Flüchtling # arriving
        money | para | نقود | مال | гроші | деньги | pieniądze | bani -> Jobcenter, Kinderzuschlag # money
        child benefit | çocuk parası | إعانة الأطفال | дитячі гроші | детское пособие | zasiłek rodzinny \
          | alocație -> Kindergeld # money
        job | work | çalışmak | عمل | робота | работа | praca | loc de muncă -> Arbeit, Jobcenter # work
        apprenticeship | meslek eğitimi | تدريب مهني | навчання професії | профессиональное обучение \
          | ucenicie -> Ausbildung # work
        flat | apartment | housing | kiralık ev | شقة | سكن | квартира | житло | жильё | mieszkanie \
          | locuință -> Wohnung # housing
        divorce | separation | boşanma | طلاق | розлучення | развод | rozwód | divorț -> Trennung # separation
        single mother | single parent | yalnız anne | одинока мати | мать-одиночка | samotna matka \
          | mamă singură -> alleinerziehend # lone parents
        violence | şiddet | عنف | насильство | насилие | przemoc | violență -> häusliche Gewalt # protection
        swimming | yüzme | سباحة | плавання | плавание | pływanie | înot -> Schwimmkurs # sport
        sports | spor | رياضة | спорт -> Sport # sport
        playground | oyun parkı | ملعب | дитячий майданчик | детская площадка | plac zabaw \
          | loc de joacă -> Spielplatz # leisure
        playgroup | toddler group | oyun grubu | grupa zabaw -> Krabbelgruppe # company
        library | kütüphane | مكتبة | бібліотека | библиотека | biblioteka | bibliotecă -> Bücherei # reading
        disability | engelli | إعاقة | інвалідність | инвалидность | niepełnosprawność | dizabilitate \
          -> Behinderung # disability
        holidays | tatil | عطلة | канікули | каникулы | wakacje | vacanță -> Ferienbetreuung # holidays
        youth centre | youth center | gençlik merkezi | молодіжний центр | молодёжный центр \
          | centrum młodzieżowe -> Jugendzentrum # youth
        """
}
