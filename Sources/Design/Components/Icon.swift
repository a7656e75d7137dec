package import HTML

/// Zeichen: the house's own line icons on a grid of 24, drawn with the colour of the text around them.
package enum Icon: CaseIterable, Sendable {
    case check, checkCircle, info, warning, error, question
    case arrow, back, up, down, chevron, external
    case clock, calendar, place, money, speech, people, person, home, phone, mail, globe
    case stepFree, pram, signLanguage, easyLanguage, book
    case gap, chain, exchange, star, heart, ball, flag, lock, eye
    case search, filter, list, map, chart, table, document
    case edit, plus, minus, close, trash, print, share, download, upload, exit, signOut

    /// The drawing inside the `svg` element.
    var markup: StaticString {
        switch self {
        case .check: #"<path d="m4.5 12.5 5 5 10-11"/>"#
        case .checkCircle: #"<circle cx="12" cy="12" r="9.5"/><path d="m7.5 12.5 3 3 6-6.5"/>"#
        case .info: #"<circle cx="12" cy="12" r="9.5"/><path d="M12 11v6M12 7.2v.1"/>"#
        case .warning: #"<path d="M12 3 2 20.5h20zM12 10v5M12 17.6v.1"/>"#
        case .error: #"<path d="M8 2.5h8L21.5 8v8L16 21.5H8L2.5 16V8zM9 9l6 6M15 9l-6 6"/>"#
        case .question:
            #"<circle cx="12" cy="12" r="9.5"/><path d="M9.2 9.3a2.9 2.9 0 1 1 4.2 2.5c-.9.5-1.4 1-1.4 2M12 17v.1"/>"#
        case .arrow: #"<path d="M4 12h16M14 6l6 6-6 6"/>"#
        case .back: #"<path d="M20 12H4M10 6l-6 6 6 6"/>"#
        case .up: #"<path d="M12 20V6M6 11l6-6 6 6"/>"#
        case .down: #"<path d="M12 4v14M6 13l6 6 6-6"/>"#
        case .chevron: #"<path d="m6 9.500 6 6 6-6"/>"#
        case .external: #"<path d="M10 5H5v14h14v-5M14 4h6v6M20 4l-9 9"/>"#
        case .clock: #"<circle cx="12" cy="12" r="9.5"/><path d="M12 6.500V12l3.5 2.5"/>"#
        case .calendar: #"<path d="M4 6h16v14H4zM4 10.500h16M8.500 3v4M15.500 3v4"/>"#
        case .place:
            #"<path d="M12 21.500s7-6.300 7-12a7 7 0 0 0-14 0c0 5.700 7 12 7 12z"/><circle cx="12" cy="9.500" r="2.300"/>"#
        case .money: #"<path d="M18 6.500A7 7 0 1 0 18 17.500M3 10.500h9M3 13.500h9"/>"#
        case .speech: #"<path d="M4 4.500h16v11H11l-4.500 4v-4H4z"/>"#
        case .people:
            #"<circle cx="9" cy="8" r="3.500"/><path d="M2.500 20a6.500 6.500 0 0 1 13 0M16 4.800a3.500 3.500 0 0 1 0 6.400M18 14.200a6.500 6.500 0 0 1 3.500 5.800"/>"#
        case .person: #"<circle cx="12" cy="8" r="4"/><path d="M4.500 20.500a7.500 7.500 0 0 1 15 0"/>"#
        case .home: #"<path d="m3 11.500 9-8 9 8M5.500 9.500V20h13V9.500M10 20v-5.500h4V20"/>"#
        case .phone:
            #"<path d="M5 3.500h4l1.800 4.700-2.300 1.600a12 12 0 0 0 5.700 5.700l1.600-2.300 4.700 1.800v4A1.500 1.500 0 0 1 19 20.500 15.500 15.500 0 0 1 3.500 5 1.500 1.500 0 0 1 5 3.500z"/>"#
        case .mail: #"<path d="M3 5.500h18v13H3zM3.500 6l8.500 7 8.500-7"/>"#
        case .globe:
            #"<circle cx="12" cy="12" r="9.500"/><path d="M2.500 12h19M12 2.500c3.500 3 3.500 16 0 19M12 2.500c-3.500 3-3.500 16 0 19"/>"#
        case .stepFree:
            #"<circle cx="10" cy="4.500" r="1.800"/><path d="M10 8.500v5.500h5.500l2.500 5.500M10 10.500h5M8 11.800a5 5 0 1 0 6.500 6.500"/>"#
        case .pram:
            #"<path d="M3 5h3l2.500 9H18a5 5 0 0 0 2-4h-8V4.500a6 6 0 0 1 8 5.500"/><circle cx="9.500" cy="18.500" r="2"/><circle cx="17" cy="18.500" r="2"/>"#
        case .signLanguage:
            #"<path d="M7 11V6.500a1.500 1.500 0 0 1 3 0V11M10 10V4.500a1.500 1.500 0 0 1 3 0V11M13 10.500V6a1.500 1.500 0 0 1 3 0v8a6.500 6.500 0 0 1-12.300 3L2.500 13a1.500 1.500 0 0 1 2.600-1.500L7 14"/>"#
        case .easyLanguage: #"<path d="M4 4.500h16v11H11l-4.500 4v-4H4zM8 8.500h8M8 11.500h5"/>"#
        case .book:
            #"<path d="M12 6c-2-1.500-5-2-8.500-2v14.500c3.500 0 6.500.5 8.500 2 2-1.500 5-2 8.500-2V4C17 4 14 4.500 12 6zM12 6v14"/>"#
        case .gap: #"<path d="M10 7H7a5 5 0 0 0 0 10h3M14 7h3a5 5 0 0 1 0 10h-3"/>"#
        case .chain: #"<path d="M10 7H7a5 5 0 0 0 0 10h3M14 7h3a5 5 0 0 1 0 10h-3M8.500 12h7"/>"#
        case .exchange: #"<path d="M4 8.500h15M15 4.500l4 4-4 4M20 15.500H5M9 11.500l-4 4 4 4"/>"#
        case .star:
            #"<path d="m12 3 2.700 5.700 6.300.8-4.600 4.300 1.200 6.200-5.600-3-5.600 3 1.200-6.200L3 9.500l6.300-.8z"/>"#
        case .heart:
            #"<path d="M12 20.500S3 15 3 9a4.800 4.800 0 0 1 9-2.300A4.800 4.800 0 0 1 21 9c0 6-9 11.500-9 11.500z"/>"#
        case .ball:
            #"<circle cx="12" cy="12" r="9.500"/><path d="m12 7.500 4.300 3.100-1.600 5h-5.400l-1.600-5zM12 2.500v5M21 9.500l-4.700 1.100M17.500 19.500l-2.800-3.900M6.500 19.500l2.800-3.900M3 9.500l4.700 1.100"/>"#
        case .flag: #"<path d="M5 21V4M5 4.500h13l-2.500 4 2.500 4H5"/>"#
        case .lock: #"<path d="M5 11h14v9.500H5zM8 11V7.500a4 4 0 0 1 8 0V11"/>"#
        case .eye:
            #"<path d="M2.500 12S6 5.500 12 5.500 21.500 12 21.500 12 18 18.500 12 18.500 2.500 12 2.500 12z"/><circle cx="12" cy="12" r="3"/>"#
        case .search: #"<circle cx="10.500" cy="10.500" r="6.500"/><path d="m15.500 15.500 5 5"/>"#
        case .filter: #"<path d="M3.500 6h17M6.500 12h11M10 18h4"/>"#
        case .list: #"<path d="M8.500 6h12M8.500 12h12M8.500 18h12M4 6h.1M4 12h.1M4 18h.1"/>"#
        case .map: #"<path d="m3 6.500 6-2.500 6 2.500 6-2.500v13.500L15 20l-6-2.500L3 20zM9 4v13.500M15 6.500V20"/>"#
        case .chart: #"<path d="M4 20.500h16.500M6.500 17v-5M12 17V5M17.500 17V9"/>"#
        case .table: #"<path d="M3.500 5h17v14h-17zM3.500 10h17M3.500 14.500h17M10 10v9"/>"#
        case .document: #"<path d="M6 3h8.500L19 7.500V21H6zM14 3v5h5M9 12.500h7M9 16.500h7"/>"#
        case .edit: #"<path d="m4 20 1-4.500L16 4.500l3.500 3.500L8.500 19zM13.500 7l3.500 3.500"/>"#
        case .plus: #"<path d="M12 5v14M5 12h14"/>"#
        case .minus: #"<path d="M5 12h14"/>"#
        case .close: #"<path d="m6 6 12 12M18 6 6 18"/>"#
        case .trash: #"<path d="M4 6.500h16M9 6V3.500h6V6M6 6.500 7 20.500h10l1-14M10 10.500v6M14 10.500v6"/>"#
        case .print: #"<path d="M7 8V3h10v5M7 17H3.500V8h17v9H17M7 14h10v7H7z"/>"#
        case .share:
            #"<circle cx="18" cy="5.500" r="2.500"/><circle cx="6" cy="12" r="2.500"/><circle cx="18" cy="18.500" r="2.500"/><path d="m8.200 10.800 7.600-4.100M8.200 13.200l7.600 4.100"/>"#
        case .download: #"<path d="M12 3.500v11M7 10l5 5 5-5M4 20.500h16"/>"#
        case .upload: #"<path d="M12 15.500v-11M7 9l5-5 5 5M4 20.500h16"/>"#
        case .exit: #"<path d="M14 4h6v16h-6M3.500 12H15M11 7.500 15.500 12 11 16.500"/>"#
        case .signOut: #"<path d="M10 4H4v16h6M9 12h11.500M16.500 7.500 21 12l-4.500 4.500"/>"#
        }
    }
}

extension HTML {
    /// A decorative icon beside a word, or, with `meaning`, an icon that speaks for itself.
    package func icon(_ icon: Icon, meaning: String? = nil) {
        svg(
            .class("icon"), .attribute("viewBox", "0 0 24 24"), .role(meaning == nil ? nil : "img"), .label(meaning),
            .hidden(meaning == nil)
        ) {
            raw(icon.markup)
        }
    }
}
