import Design

/// Files of the design: their names change with their content, so browsers may keep them for ever.
struct AssetRoutes {
    static let forever = ("Cache-Control", "public, max-age=31536000, immutable")

    func add(to table: inout RouteTable) {
        for asset in Assets.all {
            table.get(asset.path, allow: .everyone) { _ in
                Answer(contentType: asset.contentType, headers: [Self.forever], body: asset.bytes)
            }
        }
    }
}
