import Prevention
package import Tables

extension Offer {
    /// The value of one field as JSON; `.null` = not stated.
    package func value(of field: OfferField) -> JSONValue {
        switch field {
        case .title: .text(title)
        case .summary: .text(summary)
        case .description: .text(description)
        case .provider: .text(providerID.text)
        case .ageRange: ageRange.map { .record([("from", .int($0.from.months)), ("to", .int($0.to.months))]) } ?? .null
        case .fields: Codes.json(fields)
        case .topics: .texts(topics)
        case .settings: Codes.json(settings)
        case .targetGroups: Codes.json(targetGroups)
        case .audience: .text(audience)
        case .accessMode: Codes.json(accessMode)
        case .tier: Codes.json(tier)
        case .languages: .texts(languages)
        case .hasInterpreter: .bool(hasInterpreter)
        default: valueOfDetail(field)
        }
    }

    private func valueOfDetail(_ field: OfferField) -> JSONValue {
        switch field {
        case .cost: cost.json
        case .registration: registration.json
        case .needsReferral: needsReferral.map(JSONValue.bool) ?? .null
        case .legalBasis: .texts(legalBasis)
        case .fundingNote: .text(fundingNote)
        case .capacity: capacity?.json ?? .null
        case .reachPerYear: reachPerYear.map(JSONValue.int) ?? .null
        case .areaScope: .texts(areaScope.map(\.text))
        case .sites: .list(sites.map(\.json))
        case .schedules: .list(schedules.map(\.json))
        case .contacts: .list(contacts.map(\.json))
        case .website: website.map(JSONValue.text) ?? .null
        case .status: .text(status.rawValue)
        case .visibleFrom: visibleFrom.map { .text($0.description) } ?? .null
        case .visibleTo: visibleTo.map { .text($0.description) } ?? .null
        case .alert: .text(alert)
        case .check: check?.json ?? .null
        case .sources: .list(sources.map(\.json))
        case .isInvented: .bool(isInvented)
        case .external: external.map { .record([("origin", .text($0.origin)), ("key", .text($0.key))]) } ?? .null
        case .followsOn: .texts(followsOn.map(\.text))
        case .leadsTo: .texts(leadsTo.map(\.text))
        default: .text(internalNote)
        }
    }

    /// Sets one field from its JSON value; `.null` sets it to "not stated".
    ///
    /// - Throws: `RecordProblem` if the value is not one of this field; the offer is then unchanged.
    package mutating func set(_ field: OfferField, to value: JSONValue) throws {
        func need<Value>(_ value: Value?) throws -> Value {
            guard let value else { throw RecordProblem(field: field) }
            return value
        }
        switch field {
        case .title: title = try need(value.string)
        case .summary: summary = try need(value.string)
        case .description: description = try need(value.string)
        case .provider: providerID = try need(value.string.flatMap { ID($0) })
        case .ageRange:
            ageRange = try value.optional { AgeRange($0["from"].int ?? -99, $0["to"].int ?? -99) }.orThrow(field)
        case .fields: fields = try need(Codes.set(value))
        case .topics: topics = value.strings
        case .settings: settings = try need(Codes.set(value))
        case .targetGroups: targetGroups = try need(Codes.set(value))
        case .audience: audience = try need(value.string)
        case .accessMode: accessMode = try value.optional { Codes.one($0) }.orThrow(field)
        case .tier: tier = try value.optional { Codes.one($0) }.orThrow(field)
        case .languages: languages = value.strings
        case .hasInterpreter: hasInterpreter = try need(value.boolean)
        default: try setDetail(field, to: value)
        }
    }

    private mutating func setDetail(_ field: OfferField, to value: JSONValue) throws {
        func need<Value>(_ value: Value?) throws -> Value {
            guard let value else { throw RecordProblem(field: field) }
            return value
        }
        switch field {
        case .cost: cost = try need(OfferCost(json: value))
        case .registration: registration = try need(Registration(json: value))
        case .needsReferral: needsReferral = try value.optional(\.boolean).orThrow(field)
        case .legalBasis: legalBasis = value.strings
        case .fundingNote: fundingNote = try need(value.string)
        case .capacity: capacity = value == .null ? nil : Capacity(json: value)
        case .reachPerYear: reachPerYear = try value.optional(\.int).orThrow(field)
        case .areaScope: areaScope = try need(Codes.ids(value))
        case .sites: sites = try need(Codes.all(value, OfferSite.init(json:)))
        case .schedules: schedules = try need(Codes.all(value, Schedule.init(json:)))
        case .contacts: contacts = try need(Codes.all(value, OfferContact.init(json:)))
        case .website: website = try value.optional(\.string).orThrow(field)
        case .status: status = try need(Codes.one(value))
        case .visibleFrom: visibleFrom = try value.optional { $0.string.flatMap { Day($0) } }.orThrow(field)
        case .visibleTo: visibleTo = try value.optional { $0.string.flatMap { Day($0) } }.orThrow(field)
        case .alert: alert = try need(value.string)
        case .check: check = try value.optional(OfferCheck.init(json:)).orThrow(field)
        case .sources: sources = try need(Codes.all(value, Source.init(json:)))
        case .isInvented: isInvented = try need(value.boolean)
        case .external: external = try value.optional(ExternalKey.init(json:)).orThrow(field)
        case .followsOn: followsOn = try need(Codes.ids(value))
        case .leadsTo: leadsTo = try need(Codes.ids(value))
        default: internalNote = try need(value.string)
        }
    }

    /// The whole record as one JSON object; fields that are not stated are left out.
    package var record: JSONValue {
        .record(
            [("id", .text(id.text)), ("version", .int(version)), ("updatedAt", .text(updatedAt.description))]
                + OfferField.allCases.map { ($0.rawValue, value(of: $0)) })
    }

    /// Reads a whole record back.
    ///
    /// - Throws: `RecordProblem` for the first field that is not as `record` wrote it.
    package init(record: JSONValue) throws {
        guard let id = record["id"].string.flatMap({ ID<Offer>($0) }) else { throw RecordProblem(field: .external) }
        guard let providerID = record[OfferField.provider.rawValue].string.flatMap({ ID<Provider>($0) }) else {
            throw RecordProblem(field: .provider)
        }
        self.init(id: id, title: "", providerID: providerID)
        version = record["version"].int ?? 0
        updatedAt = record["updatedAt"].string.flatMap { Instant($0) } ?? Instant(milliseconds: 0)
        for field in OfferField.allCases { try set(field, to: record[field.rawValue]) }
    }

    /// The fields in which this offer differs from `earlier`, in the order of the form.
    package func differences(from earlier: Offer) -> [OfferDifference] {
        OfferField.allCases.compactMap { field in
            let (before, after) = (earlier.value(of: field), value(of: field))
            return before == after ? nil : OfferDifference(field: field, before: before, after: after)
        }
    }
}
