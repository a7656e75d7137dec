package import Prevention

/// Vorgaben for reading a GeoJSON file.
package struct AreaImportOptions: Sendable {
    /// Name of the property that holds the key.
    package var key: String
    /// Name of the property that holds the name.
    package var name: String
    /// Property that holds the key of the area above.
    package var parent: String?
    /// Property that holds administrative words such as "Kreisfreie Stadt".
    package var kind: String?
    /// The level of every area of the file; otherwise it follows from key and tree.
    package var level: AreaLevel?
    /// The town in which local keys are valid and under which areas without a parent hang.
    package var scope: AreaKey?
    /// Where the outlines come from; shown under maps.
    package var source: String
    package var isInvented: Bool

    package init(
        key: String, name: String, parent: String? = nil, kind: String? = nil, level: AreaLevel? = nil,
        scope: AreaKey? = nil, source: String = "", isInvented: Bool = false
    ) {
        self.key = key
        self.name = name
        self.parent = parent
        self.kind = kind
        self.level = level
        self.scope = scope
        self.source = source
        self.isInvented = isInvented
    }
}

/// What a file of areas would bring: areas in tree order and their outlines, or problems.
package struct AreaImportPlan: Sendable {
    package struct Shape: Sendable {
        package let id: ID<Area>
        package let outline: OutlineLevels
    }

    package var areas: [Area] = []
    package var shapes: [Shape] = []
    package var read = 0
    package var problems: [ImportProblem] = []
    package var source = ""

    init() {}

    /// Areas that are known with their outlines, without a file.
    ///
    /// - Parameters:
    ///   - areas: in tree order.
    ///   - outlines: with shared borders; simplified together, level by level, so that they stay shared.
    ///   - source: shown under maps.
    package init(areas: [Area], outlines: [ID<Area>: Outline], source: String) {
        self.areas = areas
        self.source = source
        read = areas.count
        let drawn = areas.filter { outlines[$0.id] != nil }
        let levels = OutlineLevels.together(drawn.compactMap { outlines[$0.id] })
        shapes = zip(drawn, levels).compactMap { area, outline in outline.map { Shape(id: area.id, outline: $0) } }
    }

    /// All or nothing: one error and nothing is taken.
    package var hasErrors: Bool { problems.contains { $0.severity == .error } }
}

/// Einlesen von Gebieten: judges a GeoJSON file against the tree that is there, without writing.
package struct AreaImport: Sendable {
    package let file: String
    package let options: AreaImportOptions

    /// Largest accepted file in bytes: 100 MB.
    package static let sizeLimit = 100_000_000

    /// - Parameter file: name of the file for problems.
    package init(file: String, options: AreaImportOptions) {
        self.file = file
        self.options = options
    }

    /// - Parameters:
    ///   - tree: the areas that exist.
    ///   - shapes: boxes of the outlines that exist.
    package func plan(_ bytes: [UInt8], tree: AreaTree, shapes: [ID<Area>: Bounds]) -> AreaImportPlan {
        do throws(FileRefusal) {
            let features = try features(bytes)
            var sheet = AreaSheet(file: file, options: options, tree: tree, knownShapes: shapes)
            return sheet.plan(features)
        } catch {
            var plan = AreaImportPlan()
            plan.problems = [error.problem(file: file)]
            return plan
        }
    }

    private func features(_ bytes: [UInt8]) throws(FileRefusal) -> [GeoFeature] {
        if let refusal = FileRefusal(bytes, limit: Self.sizeLimit) { throw refusal }
        let geo: GeoJSONFile
        do { geo = try GeoJSONFile(bytes) } catch let fault as JSONFault {
            throw FileRefusal(fault)
        } catch {
            throw FileRefusal(found: "\(error)", expected: "GeoJSON", hint: "Bitte die Datei neu erzeugen.")
        }
        guard geo.type == "FeatureCollection" || geo.type == "Feature" else { throw FileRefusal(type: geo.type) }
        if let system = geo.system, !["CRS84", "4326", "4258"].contains(where: system.contains) {
            throw FileRefusal(
                found: system, expected: "WGS 84 (EPSG:4326)",
                hint: "Bitte die Datei in WGS 84 umrechnen; GeoJSON kennt kein anderes Koordinatensystem.")
        }
        guard !geo.features.isEmpty else {
            throw FileRefusal(
                found: "keine Gebiete", expected: "mindestens ein Feature",
                hint: "Die Liste „features“ ist leer. Bitte die Datei prüfen.")
        }
        return geo.features
    }
}

/// A reason to refuse a file as a whole.
struct FileRefusal: Error {
    let found: String
    let expected: String
    let hint: String

    init(found: String, expected: String, hint: String) {
        self.found = found
        self.expected = expected
        self.hint = hint
    }

    /// What the first bytes and the size tell; `nil` if the file may be read.
    init?(_ bytes: [UInt8], limit: Int) {
        if bytes.count > limit {
            self.init(
                found: "\(bytes.count / 1_000_000) MB", expected: "höchstens \(limit / 1_000_000) MB",
                hint: "Bitte die Umrisse vorher vereinfachen oder die Datei teilen.")
        } else if bytes.starts(with: [0x50, 0x4B]) || bytes.starts(with: [0x1F, 0x8B]) {
            self.init(
                found: "gepackte Datei (zip oder gzip)", expected: "GeoJSON als Text",
                hint: "Bitte die Datei erst entpacken und dann die .geojson-Datei angeben.")
        } else if bytes.starts(with: [0xFF, 0xFE]) || bytes.starts(with: [0xFE, 0xFF]) {
            self.init(
                found: "UTF-16", expected: "UTF-8", hint: "Bitte die Datei mit der Zeichenkodierung UTF-8 speichern.")
        } else if bytes.allSatisfy({ $0 == 0x20 || $0 == 0x0A || $0 == 0x0D || $0 == 0x09 }) {
            self.init(
                found: "leere Datei", expected: "GeoJSON",
                hint: "Bitte prüfen, ob die Datei vollständig übertragen wurde.")
        } else {
            return nil
        }
    }

    init(_ fault: JSONFault) {
        switch fault.reason {
        case .endOfFile:
            self.init(
                found: "Dateiende in Zeile \(fault.line)", expected: "vollständiges GeoJSON",
                hint: "Die Datei bricht ab. Bitte noch einmal übertragen oder neu erzeugen.")
        case .notUTF8:
            self.init(
                found: "Zeichen, die nicht UTF-8 sind, in Zeile \(fault.line)", expected: "UTF-8",
                hint: "Bitte die Datei mit der Zeichenkodierung UTF-8 speichern (nicht Windows-1252 oder Latin-1).")
        case .tooDeep:
            self.init(
                found: "zu tief verschachtelt in Zeile \(fault.line)",
                expected: "höchstens \(JSONScanner.depthLimit) Ebenen",
                hint: "Das ist kein gewöhnliches GeoJSON. Bitte die Datei neu erzeugen.")
        case .unexpected(let text):
            self.init(
                found: "„\(text)“ in Zeile \(fault.line)", expected: "GeoJSON",
                hint: "Die Datei ist kein gültiges JSON. Bitte sie mit einem GIS neu als GeoJSON speichern.")
        }
    }

    /// - Parameter type: the `type` of the outermost object.
    init(type: String) {
        self.init(
            found: type.isEmpty ? "JSON ohne „type“" : type, expected: "FeatureCollection",
            hint: type == "Topology"
                ? "Das ist TopoJSON. Bitte die Datei als GeoJSON speichern."
                : "Bitte die Gebiete als FeatureCollection mit Schlüssel und Name speichern.")
    }

    func problem(file: String) -> ImportProblem {
        ImportProblem(file: file, row: nil, column: "", found: found, expected: expected, hint: hint)
    }
}
