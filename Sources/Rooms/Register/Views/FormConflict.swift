import Design
import HTML
import Offers
import Prevention
import Texts
import Web

/// Zwischenänderung: what others have changed while a form was open.
struct FormConflict: Sendable {
    /// The version that is now the current one; the form sends it when it is saved again.
    let current: Int
    let changes: [OfferDifference]
    let words: ValueWords
}

/// Says what has changed meanwhile; nothing that was typed is lost.
func writeConflict(_ h: HTML, _ conflict: FormConflict, _ texts: RegisterTexts) {
    h.alert(.warning, texts.form.stale, isAnswer: true)
    if !conflict.changes.isEmpty {
        writeDifferences(h, conflict.changes, conflict.words, caption: texts.form.staleCaption, texts)
    }
}

/// Fields before and after.
func writeDifferences(
    _ h: HTML, _ changes: [OfferDifference], _ words: ValueWords, caption: String, _ texts: RegisterTexts
) {
    h.dataTable(
        DataTable(
            caption, columns: [Column(texts.offers.field), Column(texts.offers.before), Column(texts.offers.after)],
            rows: changes.map { change in
                let before = words.text(change.field, change.before)
                let after = words.text(change.field, change.after)
                return [
                    .text(texts[change.field]), .text(before.isEmpty ? texts.offers.nothing : before),
                    .text(after.isEmpty ? texts.offers.nothing : after),
                ]
            }))
}

extension FormReader {
    /// 422 if something is wrong, 409 if others were faster, otherwise 200.
    func status(_ conflict: FormConflict? = nil) -> Int { conflict != nil ? 409 : isComplete ? 200 : 422 }
}
