import HTML

/// Keeps forms of foreign sites out, also for visitors who are not signed in.
enum SameSite {
    /// Browsers say where a request comes from: `Sec-Fetch-Site`, older ones `Origin`. Programs say nothing and hold no
    /// session that could be misused.
    ///
    /// - Throws: `Refusal` 403 if the request was started by another site.
    static func check(_ headers: [String: String], _ settings: WebSettings) throws(Refusal) {
        if let site = headers["sec-fetch-site"] {
            guard site == "same-origin" || site == "none" else { throw Refusal(.foreignSite) }
        } else if let origin = headers["origin"], origin != expected(headers, settings) {
            guard let host = headers["host"], origin == "http://\(host)" || origin == "https://\(host)" else {
                throw Refusal(.foreignSite)
            }
        }
    }

    private static func expected(_ headers: [String: String], _ settings: WebSettings) -> String? {
        settings.publicURL
    }
}
