package import Prevention
import Tables

/// Ausgabe of the register as files: what anyone may see, or with the internal fields for its own staff.
///
/// Confidential addresses and contacts without consent for the web are in neither.
package struct OfferExport: Sendable {
    private let details: [OfferDetail]
    private let areaNames: [ID<Area>: String]
    private let isInternal: Bool

    /// - Parameters:
    ///   - areaNames: keys of areas as the file shows them (AGS).
    ///   - isInternal: with Präventionsart, funding, legal basis and notes.
    package init(_ details: [OfferDetail], areaNames: [ID<Area>: String] = [:], isInternal: Bool = false) {
        self.details = details
        self.areaNames = areaNames
        self.isInternal = isInternal
    }

    /// One row per offer with the headings that the import understands; of several places the first.
    package func csv(mark: Bool = false) -> [UInt8] {
        let columns = Self.columns.filter { isInternal || !Self.internalColumns.contains($0) }
        var writer = CSVWriter(header: columns.map(\.heading), mark: mark)
        for detail in details {
            let cells = OfferCells(detail.opened(isInternal), areaNames)
            writer.append(columns.map(cells.text))
        }
        return writer.file
    }

    /// `{"offers": [...]}` with provider and places in each offer.
    package func json() -> [UInt8] {
        var bytes = Array("{\"offers\":[".utf8)
        for (index, detail) in details.enumerated() {
            bytes += Array((index > 0 ? ",\n" : "\n").utf8)
            record(detail.opened(isInternal)).write(to: &bytes)
        }
        return bytes + Array("\n]}\n".utf8)
    }

    private func record(_ detail: OfferDetail) -> JSONValue {
        let offer = detail.offer
        let fields = OfferField.allCases.filter { field in
            field != .sites && field != .provider && (isInternal || !field.isInternal)
        }
        let members = [
            ("id", JSONValue.text(offer.id.text)), ("updatedAt", .text(offer.updatedAt.description)),
            (
                "provider",
                .record([
                    ("id", .text(detail.provider.id.text)), ("name", .text(detail.provider.name)),
                    ("kind", .text(detail.provider.kind.rawValue)),
                ])
            ),
            ("sites", .list(detail.places.map(Self.place))),
        ]
        return .record(members + fields.map { ($0.rawValue, offer.value(of: $0)) })
    }

    private static func place(_ place: OfferDetail.Place) -> JSONValue {
        let (site, facility) = (place.site, place.facility)
        return .record([
            ("id", .text(site.id.text)), ("facilityId", .text(facility.id.text)), ("name", .filled(facility.name)),
            ("street", .filled(facility.street)), ("postcode", .filled(facility.postcode)),
            ("town", .filled(facility.town)),
            ("latitude", facility.coordinate.map { .number($0.latitude) } ?? .null),
            ("longitude", facility.coordinate.map { .number($0.longitude) } ?? .null),
            ("confidential", .filled(facility.isAddressConfidential)),
            ("accessibility", Codes.json(facility.accessibility)),
            ("note", .filled(site.note)), ("contact", site.contact?.json ?? .null),
            ("schedules", .list(site.schedules.map(\.json))),
        ])
    }

    private static let internalColumns: Set<OfferColumn> = [.tier, .legalBasis, .funding, .reach, .internalNote]

    private static let columns: [OfferColumn] = OfferColumn.allCases.filter {
        ![.ageFromYears, .ageToYears, .ages, .stages, .weekdays].contains($0)
    }
}

extension OfferDetail {
    /// For files: places and contacts as the web may see them, internal fields only if asked for.
    fileprivate func opened(_ isInternal: Bool) -> OfferDetail {
        let open = published(for: .web)
        guard isInternal else { return open }
        var offer = open.offer
        offer.tier = self.offer.tier
        offer.legalBasis = self.offer.legalBasis
        offer.fundingNote = self.offer.fundingNote
        offer.reachPerYear = self.offer.reachPerYear
        offer.internalNote = self.offer.internalNote
        return OfferDetail(offer: offer, provider: open.provider, places: open.places)
    }
}

/// The cells of one offer in a table.
private struct OfferCells {
    let detail: OfferDetail
    let areaNames: [ID<Area>: String]

    init(_ detail: OfferDetail, _ areaNames: [ID<Area>: String]) {
        self.detail = detail
        self.areaNames = areaNames
    }

    private var offer: Offer { detail.offer }
    private var place: Facility? { detail.places.first?.facility }
    private var schedule: Schedule? { offer.allSchedules.first }

    func text(_ column: OfferColumn) -> String {
        switch column {
        case .key: offer.external?.key ?? offer.id.text
        case .title: offer.title
        case .summary: offer.summary
        case .description: offer.description
        case .provider: detail.provider.name
        case .providerKind: detail.provider.kind.rawValue
        case .facility: place?.name ?? ""
        case .facilityKind: place?.kind.rawValue ?? ""
        case .street: place?.street ?? ""
        case .postcode: place?.postcode ?? ""
        case .town: place?.town ?? ""
        case .latitude: place?.coordinate.map { "\($0.latitude)" } ?? ""
        case .longitude: place?.coordinate.map { "\($0.longitude)" } ?? ""
        case .accessibility: words(place?.accessibility ?? [])
        case .confidential: place?.isAddressConfidential == true ? "ja" : ""
        case .area: offer.areaScope.compactMap { areaNames[$0] }.joined(separator: "|")
        case .ageFromMonths: offer.ageRange.map { "\($0.from)" } ?? ""
        case .ageToMonths: offer.ageRange.map { "\($0.to)" } ?? ""
        case .fields: words(offer.fields)
        case .topics: offer.topics.joined(separator: "|")
        case .settings: words(offer.settings)
        case .targetGroups: words(offer.targetGroups)
        default: conditions(column)
        }
    }

    private func conditions(_ column: OfferColumn) -> String {
        switch column {
        case .audience: offer.audience
        case .access: offer.accessMode?.rawValue ?? ""
        case .tier: offer.tier?.rawValue ?? ""
        case .languages: offer.languages.joined(separator: "|")
        case .interpreter: offer.hasInterpreter ? "ja" : "nein"
        case .cost: cost
        case .costPer: offer.cost.per
        case .registration:
            offer.registration.need == .needed ? "ja" : offer.registration.need == .notNeeded ? "nein" : ""
        case .registrationLink: offer.registration.link ?? ""
        case .referral: offer.needsReferral.map { $0 ? "ja" : "nein" } ?? ""
        case .legalBasis: offer.legalBasis.joined(separator: "|")
        case .funding: offer.fundingNote
        case .places: number(offer.capacity?.total)
        case .freePlaces: number(offer.capacity?.free)
        case .waitingWeeks: number(offer.capacity?.waitingWeeks)
        case .capacityDay: offer.capacity?.asOf?.description ?? ""
        case .reach: number(offer.reachPerYear)
        default: management(column)
        }
    }

    private func management(_ column: OfferColumn) -> String {
        switch column {
        case .rule: schedule?.rule?.description ?? ""
        case .start: schedule?.start.description ?? ""
        case .from: schedule?.from?.description ?? ""
        case .to: schedule?.to?.description ?? ""
        case .holidays: schedule?.holidayRule.rawValue ?? ""
        case .timesNote: schedule?.note ?? ""
        case .contact: offer.contacts.first?.label ?? ""
        case .email: offer.contacts.first?.email ?? ""
        case .phone: offer.contacts.first?.phone ?? ""
        case .consent: words(offer.contacts.first?.consent ?? [])
        case .website: offer.website ?? ""
        case .status: offer.status.rawValue
        case .visibleFrom: offer.visibleFrom?.description ?? ""
        case .visibleTo: offer.visibleTo?.description ?? ""
        case .alert: offer.alert
        case .checkedOn: offer.check?.on.description ?? ""
        case .sources:
            offer.sources.map { $0.section.isEmpty ? $0.document : $0.document + " " + $0.section }.joined(
                separator: "|")
        case .internalNote: offer.internalNote
        default: ""
        }
    }

    private var cost: String {
        switch offer.cost.kind {
        case .free: "kostenfrei"
        case .graded: "gestaffelt"
        case .unknown: ""
        case .amount:
            offer.cost.amount.map { "\($0.cents / 100),\($0.cents % 100 < 10 ? "0" : "")\($0.cents % 100)" } ?? ""
        }
    }

    private func number(_ value: Int?) -> String { value.map(String.init) ?? "" }
    private func words<Word: RawRepresentable<String>>(_ words: Set<Word>) -> String {
        words.map(\.rawValue).sorted().joined(separator: "|")
    }
}
