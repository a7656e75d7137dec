/// The style sheet in its parts, in the order of the cascade: tokens first, media last.
enum StyleSheet {
    static let bytes: [UInt8] = [
        tokens, base, ribbon, shell, controls, fields, parts, lists, tables, figures, portal, width, media, charts,
        maps, practices, context, exchange,
    ].flatMap(Assets.bytes(of:))
}
