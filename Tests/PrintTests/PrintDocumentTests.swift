import Print
import Testing

@testable import Print

@Suite("A page to print")
struct PrintDocumentTests {
    @Test("keeps its content, leaves scripts and linked style sheets out and takes the style sheet in")
    func selfContained() {
        let page = """
            <!doctype html><html lang="de"><head><title>A &lt; B</title><link rel="stylesheet" href="/-/stil.css">\
            <script src="/-/haus.js"></script></head><body><p title="url(x)">url(https://a.test) &amp; <a href="https://b.test">b</a></p>\
            <svg><rect fill="url(#muster)"/><use href="#a"/></svg><img src="data:image/png;base64,AA=="></body></html>
            """
        let document = PrintDocument(page: Array(page.utf8), styleSheet: Array("p{color:red}".utf8))
        #expect(document.foreign == nil)
        let expected = """
            <!doctype html><html lang="de"><head><title>A &lt; B</title><style>p{color:red}</style></head><body>\
            <p title="url(x)">url(https://a.test) &amp; <a href="https://b.test">b</a></p>\
            <svg><rect fill="url(#muster)"/><use href="#a"/></svg><img src="data:image/png;base64,AA=="></body></html>
            """
        #expect(String(decoding: document.bytes, as: UTF8.self) == expected)
    }

    @Test("gives every drawing the symbols and patterns that stand elsewhere on the page")
    func shared() {
        let page = """
            <body><svg class="a"><use href="#kette"></use><g/></svg><svg class="b"><use href="#fehlt"/></svg>\
            <svg><symbol id="kette" viewBox="0 0 1 1"><rect class="ring"/></symbol><symbol id="x"><g/></symbol><pattern id="y"><path/></pattern></svg></body>
            """
        let document = PrintDocument(page: Array(page.utf8), styleSheet: Array(".ring{stroke:red}".utf8))
        let style = "<style>.ring{stroke:red}</style>"
        let text = String(decoding: document.bytes, as: UTF8.self)
        let pattern = "<defs><pattern id=\"y\"><path/></pattern></defs>"
        #expect(text.contains("<svg class=\"a\">\(style)\(pattern)<g><rect class=\"ring\"/></g><g/></svg>"))
        #expect(text.contains("<svg class=\"b\">\(style)\(pattern)<use href=\"#fehlt\"/></svg>"))
    }

    @Test(
        "is refused if it would load anything",
        arguments: [
            "<img src=https://a.test/x.png>", "<IMG SRC='/x.png'>", "<img alt=\"a>b\" src=\"file:///etc/passwd\">",
            "<img srcset=\"x 2x\">", "<iframe src=\"data:text/html,x\"></iframe>", "<object data=x></object>",
            "<embed src=x>",
            "<base href=https://a.test>", "<p style=\"background:red\">", "<style>@import 'x';</style>",
            "<style>p{background:URL( 'https://a.test')}</style>", "<style>p{background:\\75rl(x)}</style>",
            "<style>@font-face{src:local(x)}</style>", "<svg><image href=\"x\"/></svg>",
            "<svg><use href=\"x.svg#a\"/></svg>",
            "<svg><use xlink:href=\"x.svg#a\"/></svg>", "<rect fill=\"url(x.svg#a)\">",
            "<meta http-equiv=refresh content=0>",
            "<video poster=x>", "<body background=x>", "<img/src=x>",
        ])
    func foreign(part: String) {
        #expect(PrintDocument(page: Array("<p>a</p>\(part)<p>b</p>".utf8), styleSheet: []).foreign != nil)
    }

    @Test("is refused if the style sheet would load anything")
    func foreignStyleSheet() {
        #expect(PrintDocument(page: [], styleSheet: Array("a{background:url(/x)}".utf8)).foreign != nil)
        #expect(PrintDocument(page: [], styleSheet: Array("a{}</style><img>".utf8)).foreign != nil)
        #expect(
            PrintDocument(page: [], styleSheet: Array("a{background:url(\"data:image/svg+xml,x\")}".utf8)).foreign
                == nil)
    }

    @Test(
        "survives broken markup",
        arguments: ["<", "<p", "<p a", "<p a=", "<p a=\"", "</", "<style>", "<script>", "<!--", "\u{0}<\u{0}>"])
    func broken(part: String) {
        _ = PrintDocument(page: Array(part.utf8), styleSheet: [])
    }

    @Test("gives every drawing the rules that paint it, with plain values")
    func drawings() {
        let css = """
            /* fill: none */ :root { --deep: #06484b; --line: var(--deep); }
            :root[data-theme=dark] { --deep: #fff }
            .bar, .bar b { fill: var(--line); color: red; stroke: var(--none, blue) }
            p { color: var(--deep) }
            @media (max-width: 9rem) { .bar { fill: red } }
            @media print { .axis { stroke: var(--fehlt); width: 1px } }
            """
        let document = PrintDocument(
            page: Array("<svg class=\"a\"><rect/></svg><svg/>".utf8), styleSheet: Array(css.utf8))
        let text = String(decoding: document.bytes, as: UTF8.self)
        #expect(
            text.hasSuffix(
                "<svg class=\"a\"><style>.bar, .bar b{fill:#06484b;stroke:blue}.axis{stroke:currentColor}</style><rect/></svg><svg/>"
            ))
        #expect(document.foreign == nil)
    }

    @Test(
        "is not troubled by a broken style sheet",
        arguments: ["}", "{", "a{", "/*", "a{b}", "@media print{", "a{fill:var(--a"])
    func brokenStyle(css: String) {
        _ = PrintDocument(page: Array("<svg><a/></svg>".utf8), styleSheet: Array(css.utf8))
    }
}
