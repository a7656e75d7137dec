import Design

/// Files of the design: their names change with their content, so browsers may keep them for ever.
struct AssetRoutes {
    static let forever = ("Cache-Control", "public, max-age=31536000, immutable")

    func add(to table: inout RouteTable) {
        table.get(Assets.styleSheetPath, allow: .everyone) { _ in
            Answer(contentType: "text/css; charset=utf-8", headers: [Self.forever], body: Assets.styleSheet)
        }
    }
}
