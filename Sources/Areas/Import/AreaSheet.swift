import Prevention

/// The features of one file while they become areas.
struct AreaSheet {
    /// A feature whose key and name can be read.
    private struct Draft {
        let row: Int
        let key: AreaKey
        let written: String
        let name: String
        let kind: String
        let parentText: String?
        let outline: Outline?
    }

    private let file: String
    private let options: AreaImportOptions
    private let tree: AreaTree
    private let knownShapes: [ID<Area>: Bounds]
    private var mode = AreaKeyMode.official
    private var problems: [ImportProblem] = []
    private var drafts: [Draft] = []
    private var rowsByKey: [AreaKey: Int] = [:]
    /// Keys under which other features of the file hang.
    private var parentKeys: Set<AreaKey> = []

    init(file: String, options: AreaImportOptions, tree: AreaTree, knownShapes: [ID<Area>: Bounds]) {
        self.file = file
        self.options = options
        self.tree = tree
        self.knownShapes = knownShapes
    }

    mutating func plan(_ features: [GeoFeature]) -> AreaImportPlan {
        mode = AreaKeyMode(
            keys: features.compactMap { $0.properties[options.key]?.written }, scope: options.scope,
            level: options.level)
        checkScope()
        for (index, feature) in features.enumerated() { read(feature, row: index + 1) }
        replaceUniformPlaceProblems(of: features.count)
        parentKeys = Set(
            drafts.compactMap { draft in draft.parentText.flatMap(mode.key).flatMap { $0 == draft.key ? nil : $0 } })
        var areas: [Area] = []
        for draft in drafts { areas.append(area(draft)) }
        checkCircles(areas)
        return finished(areas, read: features.count)
    }

    private func finished(_ areas: [Area], read: Int) -> AreaImportPlan {
        var plan = AreaImportPlan()
        plan.read = read
        plan.problems = problems.sorted { ($0.row ?? 0) < ($1.row ?? 0) }
        plan.source = options.source
        guard !plan.hasErrors else { return plan }
        plan.areas = areas
        let levels = OutlineLevels.together(drafts.map { $0.outline ?? Outline([]) })
        plan.shapes = zip(areas, levels).compactMap { area, outline in
            outline.map { AreaImportPlan.Shape(id: area.id, outline: $0) }
        }
        return plan
    }

    private mutating func add(
        _ row: Int?, _ column: String, found: String, expected: String, hint: String, isError: Bool = true
    ) {
        problems.append(
            ImportProblem(
                file: file, row: row, column: column, found: found, expected: expected, hint: hint,
                severity: isError ? .error : .warning))
    }

    // MARK: Features

    private mutating func checkScope() {
        guard let scope = options.scope, tree.area(key: scope) == nil else { return }
        add(
            nil, "--within", found: scope.text, expected: "Schlüssel eines vorhandenen Gebiets",
            hint: "Bitte erst die Gemeinde einlesen oder den Schlüssel berichtigen.")
    }

    private mutating func read(_ feature: GeoFeature, row: Int) {
        let reader = OutlineReader(feature.geometry)
        for finding in reader.findings + (reader.place.finding.map { [$0] } ?? []) {
            add(
                row, "geometry", found: finding.found, expected: finding.expected, hint: finding.hint,
                isError: finding.isError)
        }
        let key = key(of: feature, row: row)
        let name = name(of: feature, row: row)
        guard let (key, written) = key, let name else { return }
        if let first = rowsByKey[key] {
            add(
                row, options.key, found: written, expected: "jeden Schlüssel nur einmal",
                hint:
                    "Derselbe Schlüssel steht schon bei Gebiet \(first). In Dateien des BKG bitte nur Landflächen (GF = 4) ausgeben."
            )
            return
        }
        rowsByKey[key] = row
        drafts.append(
            Draft(
                row: row, key: key, written: written, name: name, kind: text(options.kind, of: feature) ?? "",
                parentText: text(options.parent, of: feature), outline: reader.outline))
    }

    private func text(_ property: String?, of feature: GeoFeature) -> String? {
        guard let property, let written = feature.properties[property]?.written else { return nil }
        let words = written.split(whereSeparator: \.isWhitespace).joined(separator: " ")
        return words.isEmpty ? nil : words
    }

    private mutating func key(of feature: GeoFeature, row: Int) -> (AreaKey, String)? {
        guard let written = text(options.key, of: feature) else {
            let names = feature.properties.keys.sorted().joined(separator: ", ")
            add(
                row, options.key, found: "", expected: mode.expected,
                hint: names.isEmpty
                    ? "Das Gebiet hat keine Eigenschaften."
                    : "Es gibt die Eigenschaften: \(names). Bitte eine davon mit --key nennen.")
            return nil
        }
        guard let key = mode.key(written) else {
            add(
                row, options.key, found: written, expected: mode.expected,
                hint: "Bitte den Schlüssel berichtigen; führende Nullen dürfen nicht fehlen.")
            return nil
        }
        return (isScopeItself(feature, row: row) ? options.scope ?? key : key, written)
    }

    /// Files of a town often hold the town itself, under its own local key and as its own parent.
    private func isScopeItself(_ feature: GeoFeature, row: Int) -> Bool {
        guard let scope = options.scope.flatMap({ tree.area(key: $0) }) else { return false }
        return text(options.name, of: feature) == scope.name && options.parent != nil
            && text(options.parent, of: feature) == text(options.key, of: feature)
    }

    private mutating func name(of feature: GeoFeature, row: Int) -> String? {
        guard let name = text(options.name, of: feature) else {
            add(
                row, options.name, found: "", expected: "Name des Gebiets",
                hint: "Bitte den Namen ergänzen oder --name ändern.")
            return nil
        }
        let isPlain = name.unicodeScalars.allSatisfy { $0.properties.generalCategory != .control }
        guard name.count <= 120, isPlain else {
            add(
                row, options.name, found: name, expected: "Name mit höchstens 120 Zeichen ohne Steuerzeichen",
                hint: "Bitte den Namen berichtigen.")
            return nil
        }
        return name
    }

    /// One sentence for the file instead of the same one for each of its areas.
    private mutating func replaceUniformPlaceProblems(of count: Int) {
        for range in [CoordinateRange.swapped, .metres, .elsewhere] {
            guard let finding = range.finding else { continue }
            let same = problems.filter { $0.column == "geometry" && $0.found == finding.found }
            guard count > 1, same.count == count else { continue }
            problems.removeAll { $0.column == "geometry" && $0.found == finding.found }
            add(nil, "geometry", found: finding.found, expected: finding.expected, hint: finding.hint)
        }
    }

    // MARK: Areas

    private mutating func area(_ draft: Draft) -> Area {
        let id = ID<Area>(key: draft.key)
        let known = tree[id]
        checkMeeting(draft, known)
        let level = level(of: draft, known)
        let parent = draft.key == options.scope ? known?.parentID : parent(of: draft, level: level)
        // A known centre, for example of the town itself, is better than the middle of the shape if it lies inside.
        let inner = draft.outline?.innerPoint
        let keeps = known?.center.map { draft.outline?.contains(LonLat($0.longitude, $0.latitude)) ?? true } ?? false
        let center = keeps ? known?.center : inner.flatMap { Coordinate(latitude: $0.y, longitude: $0.x) }
        return Area(
            id: id, key: draft.key, level: level, parentID: parent,
            name: name(of: draft, level, known), kind: draft.kind, center: center,
            isInvented: known?.isInvented ?? options.isInvented)
    }

    private func level(of draft: Draft, _ known: Area?) -> AreaLevel {
        if let level = options.level { return level }
        guard draft.key.isOfficial else {
            // In files of two floors the upper ones name themselves as their parent.
            let isTop = !parentKeys.isEmpty && draft.parentText == draft.written
            return known?.level ?? (isTop || parentKeys.contains(draft.key) ? .borough : .district)
        }
        // A file of the Kreise knows a kreisfreie Stadt by five digits; one of the Gemeinden tells that it is a town.
        let isTown = draft.written.filter { $0 != " " }.count > 5 && draft.written.hasSuffix("000")
        if let known, !(known.level == .kreis && isTown) { return known.level }
        switch draft.key.text.count {
        case 2: return .land
        case 5:
            let kind = draft.kind.lowercased()
            return isTown || kind.contains("kreisfrei") || kind.contains("stadtkreis") ? .city : .kreis
        default: return .municipality
        }
    }

    /// "Unna" of kind "Kreis" is called Kreis Unna, and a fuller name that is known stays.
    private func name(of draft: Draft, _ level: AreaLevel, _ known: Area?) -> String {
        if let known, known.name.hasSuffix(" " + draft.name) { return known.name }
        let isPlain = level == .kreis && ["Kreis", "Landkreis"].contains(draft.kind)
        return isPlain && !draft.name.lowercased().contains("kreis") ? draft.kind + " " + draft.name : draft.name
    }

    private mutating func parent(of draft: Draft, level: AreaLevel) -> ID<Area>? {
        guard let text = draft.parentText else { return fallbackParent(draft) }
        let key = mode.key(text) ?? AreaKey(official: text)
        if let key, key == draft.key { return fallbackParent(draft) }
        for candidate in [key, AreaKey(official: text)].compactMap({ $0 }) where exists(candidate) {
            return ID(key: candidate)
        }
        add(
            draft.row, options.parent ?? "", found: text,
            expected: "Schlüssel eines Gebiets aus der Datei oder dem Bestand",
            hint:
                "Bitte erst das übergeordnete Gebiet einlesen (zum Beispiel die Kreise vor den Gemeinden) oder --parent weglassen."
        )
        return nil
    }

    private func exists(_ key: AreaKey) -> Bool { rowsByKey[key] != nil || tree.area(key: key) != nil }

    /// The nearest area above that the key itself names and that exists.
    private func fallbackParent(_ draft: Draft) -> ID<Area>? {
        if let known = tree.area(key: draft.key)?.parentID { return known }
        var key = draft.key.parent
        while let candidate = key {
            if exists(candidate) { return ID(key: candidate) }
            key = candidate.parent
        }
        return nil
    }

    /// Local keys without a town could mean another town's district.
    private mutating func checkMeeting(_ draft: Draft, _ known: Area?) {
        guard let known, !draft.key.isOfficial, draft.key.parent == nil, known.name != draft.name,
            let old = knownShapes[known.id], let new = draft.outline?.bounds, !old.overlaps(new)
        else { return }
        add(
            draft.row, options.key, found: draft.written, expected: "Schlüssel, den es noch nicht gibt",
            hint:
                "Der Schlüssel gehört schon zu „\(known.name)“ an einem anderen Ort. Bitte mit --within die Gemeinde angeben."
        )
    }

    private mutating func checkCircles(_ areas: [Area]) {
        let parents = Dictionary(areas.map { ($0.id, $0.parentID) }, uniquingKeysWith: { first, _ in first })
        for (area, draft) in zip(areas, drafts) {
            var seen: Set<ID<Area>> = [area.id]
            var next = area.parentID
            while let id = next {
                guard seen.insert(id).inserted else {
                    if id == area.id {
                        add(
                            draft.row, options.parent ?? "", found: draft.parentText ?? "",
                            expected: "ein Gebiet darüber",
                            hint:
                                "Die Gebiete liegen im Kreis untereinander. Bitte die übergeordneten Schlüssel berichtigen."
                        )
                    }
                    break
                }
                next = parents[id].flatMap { $0 } ?? tree[id]?.parentID
            }
        }
    }
}
