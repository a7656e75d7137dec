import Design
package import HTML

extension HTML {
    /// A form that is posted to `link`, with the token of the visitor's session.
    package func postForm(to link: Link, _ visit: Visit, hasFiles: Bool = false, fields: () -> Void) {
        form(
            .attribute("method", "post"), .action(link), .attribute("enctype", hasFiles ? "multipart/form-data" : nil),
            .flag("novalidate")
        ) {
            if let token = visit.formToken { formToken(token) }
            fields()
        }
    }
}
