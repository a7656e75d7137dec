package import Design
package import HTML
package import Prevention
package import Texts

/// Besuch: one request as a room sees it.
package struct Visit: Sendable {
    /// `GET`, `POST`, …; HEAD appears as GET.
    package var method: String
    /// Path without language prefix, decoded: `/angebote/7`.
    package var path: String
    /// Fields of the address.
    package var query: Fields
    /// Places of the pattern by name.
    package var parameters: [String: String]
    /// Fields of a sent form (URL-encoded or multipart); empty otherwise.
    package var form: Fields
    /// Files of a multipart form.
    package var files: [UploadedFile]
    /// The raw body.
    package var body: [UInt8]
    /// Header fields by lower-case name.
    package var headers: [String: String]
    package var language: Language
    package var account: Account?
    package var now: Instant
    package var requestID: String
    /// Hidden token every form of a signed-in visitor carries; `nil` for visitors.
    package var formToken: String?
    /// The session and its account, `nil` for visitors.
    package var signedIn: SignedIn?
    /// A session whose password was right and whose code is missing; it may do nothing but give the code.
    package var awaitingCode: SignedIn?
    /// Address of the visitor's machine, for throttling; never logged.
    package var clientAddress = ""
    /// What surrounds the page.
    package var frame: Frame

    package init(
        method: String, path: String, query: Fields = Fields(), parameters: [String: String] = [:],
        form: Fields = Fields(), files: [UploadedFile] = [], body: [UInt8] = [], headers: [String: String] = [:],
        language: Language, account: Account? = nil, now: Instant, requestID: String, formToken: String? = nil,
        frame: Frame
    ) {
        self.method = method
        self.path = path
        self.query = query
        self.parameters = parameters
        self.form = form
        self.files = files
        self.body = body
        self.headers = headers
        self.language = language
        self.account = account
        self.now = now
        self.requestID = requestID
        self.formToken = formToken
        self.frame = frame
    }

    /// The place of the pattern read as a key.
    ///
    /// - Throws: `NotFound` if it is not one: what cannot exist is answered like what does not exist.
    package func id<Record>(_ name: String = "id", of type: Record.Type = Record.self) throws -> ID<Record> {
        guard let id = ID<Record>(parameters[name] ?? "") else { throw NotFound() }
        return id
    }

    /// A page in the house's frame.
    package func page(_ head: PageHead, status: Int = 200, content: (HTML) -> Void) -> Answer {
        Answer(
            status: status, contentType: "text/html; charset=utf-8",
            body: Shell.render(head, frame, content: content))
    }
}

extension Visit {
    /// A page that other people's pages may show in a frame: without navigation, and nothing can be done on it.
    package func embeddedPage(_ head: PageHead, content: (HTML) -> Void) -> Answer {
        var answer = Answer(
            contentType: "text/html; charset=utf-8", body: Shell.renderEmbedded(head, frame, content: content))
        answer.isEmbeddable = true
        return answer
    }
}

/// A file sent with a form.
package struct UploadedFile: Sendable {
    package let field: String
    package let name: String
    package let contentType: String
    package let bytes: [UInt8]

    package init(field: String, name: String, contentType: String, bytes: [UInt8]) {
        self.field = field
        self.name = name
        self.contentType = contentType
        self.bytes = bytes
    }
}

/// What a handler gives back.
package struct Answer: Sendable {
    package var status: Int
    package var headers: [(String, String)]
    package var body: [UInt8]
    /// Whether pages of other houses may show it in a frame.
    package var isEmbeddable = false

    package init(status: Int = 200, contentType: String? = nil, headers: [(String, String)] = [], body: [UInt8] = []) {
        self.status = status
        self.headers = (contentType.map { [("Content-Type", $0)] } ?? []) + headers
        self.body = body
    }

    /// 303 to a page of the house, the answer to every accepted form.
    package static func redirect(to link: Link, in language: Language) -> Answer {
        Answer(status: 303, headers: [("Location", link.address(pathPrefix: language.pathPrefix))])
    }

    /// Whether the answer already has a header of this name.
    func has(_ name: String) -> Bool { headers.contains { $0.0.lowercased() == name.lowercased() } }

    /// The answer with one more header.
    package func adding(_ header: (String, String)) -> Answer {
        var answer = self
        answer.headers.append(header)
        return answer
    }

    /// JSON text made by the caller.
    package static func json(_ text: String, status: Int = 200) -> Answer {
        Answer(status: status, contentType: "application/json; charset=utf-8", body: Array(text.utf8))
    }

    /// A file to keep, with a safe name.
    package static func download(_ bytes: [UInt8], name: String, contentType: String) -> Answer {
        let safe = name.map { $0.isASCII && ($0.isLetter || $0.isNumber || "-_.".contains($0)) ? $0 : "_" }
        return Answer(
            contentType: contentType,
            headers: [("Content-Disposition", "attachment; filename=\"\(String(safe))\"")], body: bytes)
    }
}

/// There is no such thing, or the visitor may not know that it exists: 404.
package struct NotFound: Error { package init() {} }
/// The visitor may know of it but not do this: 403.
package struct Forbidden: Error { package init() {} }
/// Someone else has changed the record meanwhile: 409.
package struct Conflict: Error { package init() {} }
/// The request cannot be understood: 400, with a German sentence that says what to do.
package struct BadRequest: Error {
    package let message: String
    package init(_ message: String) { self.message = message }
}
