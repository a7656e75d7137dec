/// Turns a migration's DDL, written once, into the strict form of each engine.
///
/// | written | SQLite | PostgreSQL |
/// |---|---|---|
/// | `CREATE TABLE …` | `… STRICT` | as it is |
/// | `INTEGER` | as it is | `BIGINT` |
/// | `REAL` | as it is | `DOUBLE PRECISION` |
/// | `TEXT` | as it is | `TEXT COLLATE "C"`: orders by bytes as SQLite does |
/// | `BLOB` | as it is | `BYTEA` |
///
/// Only a word in a column's type position is translated; names, strings, comments and expressions stay untouched.
struct SchemaDialect {
    let kind: EngineKind

    /// - Throws: `StorageError.value` for a table or column whose name only one engine would take.
    func translate(_ statement: String) throws -> String {
        var tokens = SchemaToken.tokens(of: statement)
        while let last = tokens.last, last.kind == .blank || last.text == ";" { tokens.removeLast() }
        let solid = tokens.indices.filter { tokens[$0].kind != .blank }
        let words = solid.prefix(8).map { tokens[$0].word }
        if words.starts(with: ["CREATE", "TABLE"]) { return try table(tokens, solid) }
        if words.starts(with: ["ALTER", "TABLE"]) { return try addedColumn(tokens, solid) }
        return text(tokens)
    }

    private func text(_ tokens: [SchemaToken]) -> String { tokens.map(\.text).joined() }

    private func table(_ tokens: [SchemaToken], _ solid: [Int]) throws -> String {
        guard let open = solid.firstIndex(where: { tokens[$0].text == "(" }), open > 2 else { return text(tokens) }
        var tokens = tokens
        try refuseReserved(tokens[solid[open - 1]])
        var depth = 0
        var isColumnStart = false
        for place in solid.indices[open...] {
            let index = solid[place]
            switch tokens[index].text {
            case "(":
                depth += 1
                isColumnStart = depth == 1
                continue
            case ")": depth -= 1
            case "," where depth == 1:
                isColumnStart = true
                continue
            default: break
            }
            guard isColumnStart else { continue }
            isColumnStart = false
            guard !Self.tableRules.contains(tokens[index].word) else { continue }
            try refuseReserved(tokens[index])
            if solid.indices.contains(place + 1) { translateType(&tokens[solid[place + 1]]) }
        }
        return text(tokens) + suffix(tokens, solid)
    }

    private func suffix(_ tokens: [SchemaToken], _ solid: [Int]) -> String {
        guard kind == .sqlite, let last = solid.last else { return "" }
        return tokens[last].text == ")" ? " STRICT" : ", STRICT"
    }

    private func addedColumn(_ tokens: [SchemaToken], _ solid: [Int]) throws -> String {
        guard let add = solid.firstIndex(where: { tokens[$0].word == "ADD" }) else { return text(tokens) }
        var tokens = tokens
        var name = add + 1
        if solid.indices.contains(name), tokens[solid[name]].word == "COLUMN" { name += 1 }
        guard solid.indices.contains(name + 1), !Self.tableRules.contains(tokens[solid[name]].word) else {
            return text(tokens)
        }
        try refuseReserved(tokens[solid[name]])
        translateType(&tokens[solid[name + 1]])
        return text(tokens)
    }

    private func translateType(_ token: inout SchemaToken) {
        guard kind == .postgres, let type = Self.postgresTypes[token.word] else { return }
        token = SchemaToken(kind: .word, text: type)
    }

    private func refuseReserved(_ token: SchemaToken) throws {
        if Self.reserved.contains(token.word) {
            throw StorageError.value(
                "der Name „\(token.text)“ ist in PostgreSQL ein Schlüsselwort; bitte anders benennen")
        }
        if token.kind == .quoted, token.text != token.text.lowercased() {
            throw StorageError.value("der Name \(token.text) verliert ohne Anführungszeichen seine Großbuchstaben")
        }
    }

    private static let postgresTypes = [
        "INTEGER": "BIGINT", "REAL": "DOUBLE PRECISION", "TEXT": "TEXT COLLATE \"C\"", "BLOB": "BYTEA",
    ]
    private static let tableRules: Set = ["CONSTRAINT", "PRIMARY", "UNIQUE", "CHECK", "FOREIGN", "EXCLUDE"]
    /// PostgreSQL's reserved words (its manual, appendix C) that SQLite would accept as names.
    private static let reserved: Set = [
        "ALL", "ANALYSE", "ANALYZE", "AND", "ANY", "ARRAY", "AS", "ASC", "ASYMMETRIC", "AUTHORIZATION", "BINARY",
        "BOTH",
        "CASE", "CAST", "COLLATE", "COLLATION", "COLUMN", "CONCURRENTLY", "CREATE", "CROSS", "CURRENT_DATE",
        "CURRENT_ROLE", "CURRENT_TIME", "CURRENT_TIMESTAMP", "CURRENT_USER", "DEFAULT", "DEFERRABLE", "DESC",
        "DISTINCT",
        "DO", "ELSE", "END", "EXCEPT", "FALSE", "FETCH", "FOR", "FREEZE", "FROM", "FULL", "GRANT", "GROUP", "HAVING",
        "ILIKE", "IN", "INITIALLY", "INNER", "INTERSECT", "INTO", "IS", "ISNULL", "JOIN", "LATERAL", "LEADING", "LEFT",
        "LIKE", "LIMIT", "LOCALTIME", "LOCALTIMESTAMP", "NATURAL", "NOT", "NOTNULL", "NULL", "OFFSET", "ON", "ONLY",
        "OR",
        "ORDER", "OUTER", "OVERLAPS", "PLACING", "REFERENCES", "RETURNING", "RIGHT", "SELECT", "SESSION_USER",
        "SIMILAR",
        "SOME", "SYMMETRIC", "TABLE", "TABLESAMPLE", "THEN", "TO", "TRAILING", "TRUE", "UNION", "USER", "USING",
        "VARIADIC", "VERBOSE", "WHEN", "WHERE", "WINDOW", "WITH",
    ]
}
