/// Verweis: a record of any room, named by kind and key, so that rooms can link without importing each other.
package struct Reference: Hashable, Sendable {
    /// What a reference points to; the raw value is part of stored data and never changes.
    package enum Kind: String, CaseIterable, Sendable {
        case area, provider, facility, offer, network, body, practice, goal, measure, indicator, user, mail, feedback
        case participant, transfer, round, group, meeting, product, thread
        case transferOffer = "transfer_offer"
        case transferRequest = "transfer_request"
        case contextCheck = "context_check"
    }

    package let kind: Kind
    package let id: String

    package init(_ kind: Kind, _ id: String) {
        self.kind = kind
        self.id = id
    }

    package init<Record>(_ kind: Kind, _ id: ID<Record>) {
        self.init(kind, id.text)
    }
}

/// Quelle: where a fact comes from, shown beside it.
package struct Source: Hashable, Sendable {
    /// Title or short name of the document.
    package let document: String
    /// Chapter, section or page.
    package let section: String

    package init(document: String, section: String) {
        self.document = document
        self.section = section
    }
}
