package import HTML
import Texts

extension HTML {
    /// Datei auswählen. The form needs `enctype="multipart/form-data"`.
    ///
    /// - Parameters:
    ///   - accept: kinds of files as `.csv,.json`.
    ///   - limitMegabytes: largest accepted size, said below the label.
    package func fileField(
        _ state: FieldState, label title: String, hint: String? = nil, accept: String? = nil,
        limitMegabytes: Int? = nil,
        isOptional: Bool = false
    ) {
        let limit = limitMegabytes.map { words.form.fileLimit.filled(["count": formats.number($0)]) }
        let sentence = [hint, limit].compactMap { $0 }.joined(separator: " ").nilIfEmpty
        fieldFrame(state, label: title, hint: sentence, isOptional: isOptional) {
            input(
                .type("file"), .id(state.id), .name(state.name), .attribute("accept", accept),
                .attribute("aria-invalid", state.problem == nil ? nil : "true"),
                .describedBy(describedBy(state, hint: sentence)))
        }
    }
}
