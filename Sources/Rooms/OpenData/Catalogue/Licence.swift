/// Lizenz of a data set, as the German list of licences names it.
///
/// - Source: GovData, http://dcat-ap.de/def/licenses (codes of 15 July 2020).
struct Licence: Hashable, Sendable {
    let iri: String
    /// Whether the data may be used by anybody for anything.
    let isOpen: Bool

    static let attribution = Licence(code: "dl-by-de/2.0")
    static let closed = Licence(code: "other-closed", isOpen: false)

    private init(code: String, isOpen: Bool = true) {
        iri = "http://dcat-ap.de/def/licenses/" + code
        self.isOpen = isOpen
    }

    /// Recognises how offices write the open licences; everything else counts as not open.
    init(_ written: String) {
        let text = written.lowercased().filter { $0.isLetter || $0.isNumber }
        let isRestricted = text.contains("bync") || text.contains("bynd") || text.contains("nichtkommerziell")
        if isRestricted {
            self = .closed
        } else if text.contains("dldeby") || text.contains("dlbyde")
            || text.contains("datenlizenzdeutschlandnamensnennung")
        {
            self = .attribution
        } else if text.contains("dldezero") || text.contains("dlzerode") || text.contains("datenlizenzdeutschlandzero")
        {
            self.init(code: "dl-zero-de/2.0")
        } else if text.contains("ccbysa40") {
            self.init(code: "cc-by-sa/4.0")
        } else if text.contains("ccby40") || text.contains("ccby4") {
            self.init(code: "cc-by/4.0")
        } else if text.contains("cc0") || text.contains("cczero") {
            self.init(code: "cc-zero")
        } else {
            self = .closed
        }
    }
}
