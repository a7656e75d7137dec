import Offers
import Tables

/// Hülle of every list of the feed.
///
/// - Source: HSDS 3.1.1, Page: `empty` is required; `last_page` also on the only page.
struct Envelope {
    let total: Int
    let page: Int
    let perPage: Int

    /// At least one page, also when there is nothing.
    var pageCount: Int { max((total + perPage - 1) / perPage, 1) }
    /// Positions of this page's items; empty beyond the end.
    var range: Range<Int> {
        let start = min((page - 1) * perPage, total)
        return start..<min(start + perPage, total)
    }

    /// The whole document as UTF-8.
    func document(_ contents: [JSONValue]) -> [UInt8] {
        let object = JSONValue.record([
            ("total_items", .int(total)), ("total_pages", .int(pageCount)), ("page_number", .int(page)),
            ("size", .int(contents.count)), ("first_page", .bool(page == 1)), ("last_page", .bool(page == pageCount)),
            ("empty", .bool(contents.isEmpty)), ("contents", .list(contents)),
        ])
        var bytes: [UInt8] = []
        object.write(to: &bytes)
        return bytes
    }

    /// One object per line, without paging.
    static func lines(_ contents: [JSONValue]) -> [UInt8] {
        var bytes: [UInt8] = []
        for item in contents {
            item.write(to: &bytes)
            bytes.append(10)
        }
        return bytes
    }
}
