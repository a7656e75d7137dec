package import Offers
package import Prevention

/// Suche, as the portal needs it; the house ties it to its index.
package struct OfferFinder: Sendable {
    /// One page of offers that families may see at the given moment, with facets and, where nothing fits, alternatives.
    package let find: @Sendable (OfferQuery, Instant) async throws -> OfferResults

    package init(find: @escaping @Sendable (OfferQuery, Instant) async throws -> OfferResults) { self.find = find }
}

/// Betreiber: who answers for the house; shown in Impressum, Datenschutz and Barrierefreiheit.
///
/// What the operator has not entered is shown as missing, never invented.
package struct OperatorFacts: Sendable, Hashable {
    package var name: String?
    /// Street and town, separated by commas.
    package var address: String?
    package var representative: String?
    package var phone: String?
    package var email: String?
    /// Function or office that watches over data protection.
    package var dataProtection: String?
    package var sourceCode: String?

    package init(
        name: String? = nil, address: String? = nil, representative: String? = nil, phone: String? = nil,
        email: String? = nil, dataProtection: String? = nil, sourceCode: String? = nil
    ) {
        self.name = name
        self.address = address
        self.representative = representative
        self.phone = phone
        self.email = email
        self.dataProtection = dataProtection
        self.sourceCode = sourceCode
    }

    /// Reads `LUECKENLOS_OPERATOR`, `…_ADDRESS`, `…_REPRESENTATIVE`, `…_PHONE`, `…_EMAIL`, `…_DATA_PROTECTION` and
    /// `LUECKENLOS_SOURCE_CODE`.
    package init(environment: [String: String]) {
        let value = { (name: String) -> String? in
            guard let text = environment[name], !text.isEmpty else { return nil }
            return text
        }
        self.init(
            name: value("LUECKENLOS_OPERATOR"), address: value("LUECKENLOS_OPERATOR_ADDRESS"),
            representative: value("LUECKENLOS_OPERATOR_REPRESENTATIVE"), phone: value("LUECKENLOS_OPERATOR_PHONE"),
            email: value("LUECKENLOS_OPERATOR_EMAIL"), dataProtection: value("LUECKENLOS_OPERATOR_DATA_PROTECTION"),
            sourceCode: value("LUECKENLOS_SOURCE_CODE"))
    }
}
