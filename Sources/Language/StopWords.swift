/// Füllwörter: frequent German words that say nothing about an offer.
package enum StopWords {
    /// Whether a folded word is one of them.
    package static func contains(_ folded: String) -> Bool { all.contains(folded) }

    /// Small words that may be missing or added inside an everyday phrase. Unlike the other stop
    /// words they carry no meaning there: "will nicht" stays, "in die" goes.
    static func isGlue(_ folded: String) -> Bool { glue.contains(folded) }

    /// Words for the family itself and for its age; they fit nearly every offer and must not decide
    /// a search that says more.
    static func isAudience(_ folded: String) -> Bool { audience.contains(folded) }

    private static func set(_ text: String) -> Set<String> {
        Set(text.split(whereSeparator: \.isWhitespace).map { Folding.fold(String($0)) })
    }

    private static let audience = set(
        """
        Kind Kinder Kindern Kindes Baby Babys Eltern Familie Familien Sohn Tochter Mama Papa
        Kleine Kleiner Kleinkind Säugling Jugendliche Jugendlichen Jahr Jahre Jahren Monat Monate
        Monaten Woche Wochen alt
        """)

    private static let glue = set(
        """
        der die das den dem des ein eine einen einem einer eines mein meine meinen meinem meiner
        unser unsere unseren unserem unserer sein seine seinen ihr ihre ihren in im ins an am ans
        zu zum zur auf für mit von vom beim bei um ums so sehr immer noch und oder ich wir er sie
        es mir mich uns sich ist bin sind hat habe haben gar ganz einfach schon mal nur auch aus
        """)

    private static let all = glue.union(
        set(
            """
            ab aber alle allem allen aller alles als also ander andere anderem anderen anderer
            anderes anderm andern anders außer außerdem bald bis bist bitte da dabei dadurch dafür
            dagegen daher dahin damals damit danach daneben dann daran darauf daraus darf darfst
            darin darüber darum darunter davon davor dazu dein deine deinem deinen deiner deines
            denen denn dennoch deren derer derselbe derselben desselben dessen dich dies diese
            dieselbe dieselben diesem diesen dieser dieses dir doch dort du durch dürfen dürft
            eben ebenso ehe eher eigentlich einig einige einigem einigen einiger einiges einmal
            etwa etwas euch euer eure eurem euren eurer eures falls fast gab gegen gegenüber
            gehabt gern gerne gewesen gibt hab habt hatte hatten hattest hattet her hier hin
            hinter ihm ihn ihnen ihrem ihrer ihres indem infolge irgend ja je jede jedem jeden
            jeder jedes jedoch jemand jene jenem jenen jener jenes jetzt jeweils kann kannst kein
            keine keinem keinen keiner keines können könnt könnte könnten lassen lässt machen
            macht man manche manchem manchen mancher manches mehr meines meinetwegen möchte
            möchten möchtest muss müssen musst müsst musste nach nachdem nämlich neben nein nicht
            nichts nie niemand nun ob obwohl ohne rund seid seinem seiner seines seit selbst
            solche solchem solchen solcher solches soll sollen sollte sollten sollst somit sondern
            sonst soweit sowie sowohl trotzdem über überall unter usw viel vor wann war waren
            warst warum was weil welche welchem welchen welcher welches wenn wer werde werden
            werdet weshalb wessen wie wieder wieso will willst wird wirst wo wobei wodurch wofür
            woher wohin wollen wollt wollte wollten womit wozu während wäre wären würde würden
            wurde wurden zwar zwischen brauche braucht suche finde gut geht etc bzw ggf
            """))
}
