package import HTML
import Texts

/// The address under which a public page of the house is to be had as a PDF file.
package enum PdfLink {
    package static let path = "/-/pdf"
    /// Field of the address that names the page, without the prefix of its language.
    package static let field = "seite"

    package static func to(_ page: String) -> Link { .to(path, query: [(field, page)]) }
}

extension HTML {
    /// Gets this page as a PDF file; `page` is its path without the language's prefix.
    package func pdfButton(_ page: String) {
        linkButton(words.parts.pdf, to: PdfLink.to(page), icon: .download, isSmall: true)
    }
}
