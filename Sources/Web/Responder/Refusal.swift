import Storage

/// Abweisung: why the house does not answer as asked. Becomes a page that helps, or a JSON problem for programs.
struct Refusal: Error {
    /// What exactly cannot be understood; the words are in the texts.
    enum Reason: Sendable {
        case badAddress, badEncoding, badForm, tooManyFields, foreignSite, missingToken, signInFirst
    }

    let status: Int
    var reason: Reason?
    /// A sentence of the room in the visitor's language.
    var message: String?
    var headers: [(String, String)] = []

    init(_ status: Int, message: String? = nil, headers: [(String, String)] = []) {
        self.status = status
        self.message = message
        self.headers = headers
    }

    init(_ reason: Reason) {
        switch reason {
        case .foreignSite, .missingToken, .signInFirst: status = 403
        default: status = 400
        }
        self.reason = reason
    }

    /// The refusal that an error of a handler means; 500 for all that nobody expected.
    init(_ error: any Error) {
        switch error {
        case let refusal as Refusal: self = refusal
        case is NotFound: self.init(404)
        case is Forbidden: self.init(403)
        case is Conflict: self.init(409)
        case let request as BadRequest: self.init(400, message: request.message)
        case let many as TooManyRequests:
            self.init(429, headers: [("Retry-After", String(max(1, many.seconds)))])
        case let problem as Unprocessable: self.init(422, message: problem.message)
        case StorageError.stale: self.init(409)
        case StorageError.unavailable: self.init(503, headers: [("Retry-After", "10")])
        case is TookTooLong: self.init(503, headers: [("Retry-After", "10")])
        default: self.init(500)
        }
    }
}

/// The same visitor or account has asked too often: 429.
package struct TooManyRequests: Error {
    /// Seconds until the next attempt makes sense.
    package let seconds: Int
    package init(seconds: Int) { self.seconds = seconds }
}

/// The request is understood but cannot be carried out: 422, with a sentence that says what to do.
package struct Unprocessable: Error {
    package let message: String
    package init(_ message: String) { self.message = message }
}

/// A handler has not answered in time.
struct TookTooLong: Error {}
