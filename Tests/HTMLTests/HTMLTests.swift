import HTML
import Testing

@Suite("HTML: Schreiben") struct HTMLTests {
    @Test("text and attribute values are escaped, control characters dropped")
    func escaping() {
        let h = HTML()
        h.p("<b>&\"'\u{0}\u{7}ä", .title("\"><script>"), .class(nil))
        #expect(h.string == "<p title=\"&quot;&gt;&lt;script&gt;\">&lt;b&gt;&amp;&quot;&#39;ä</p>")
    }

    @Test(
        "no address runs a script or leaves for another house unasked",
        arguments: [
            "javascript:alert(1)", "JavaScript:alert(1)", " javascript:x", "data:text/html,x", "vbscript:x",
            "//evil.example",
            "java\nscript:x", "https:", "https://a b", "file:///etc/passwd",
        ])
    func hostileLinks(address: String) {
        #expect(Link.outside(address) == nil)
        #expect(Link.to(address).address() == "/" || Link.to(address).address().hasPrefix("/"))
        #expect(!Link.to(address).address().hasPrefix("//"))
    }

    @Test("links get the language's prefix only if they lead to pages")
    func prefixes() {
        let h = HTML(pathPrefix: "/en")
        h.a("a", .href(.to("/angebote")))
        h.a("b", .href(.file("/-/stil.css")))
        h.a("c", .href(.fragment("treffer 1")))
        #expect(h.string.contains("href=\"/en/angebote\""))
        #expect(h.string.contains("href=\"/-/stil.css\""))
        #expect(h.string.contains("href=\"#treffer%201\""))
        #expect(Link.to("/").address(pathPrefix: "/en") == "/en/")
    }

    @Test("the question of a link is percent-encoded, empty fields are left out")
    func questions() {
        let link = Link.to("/angebote", query: [("ort", "Unna & Umgebung"), ("was", ""), ("q", "ä+")])
        #expect(link.address() == "/angebote?ort=Unna%20%26%20Umgebung&q=%C3%A4%2B")
    }

    @Test("every text survives encoding and decoding")
    func roundTrip() {
        for text in ["", "a b", "100 %", "ä€😀", "+&=?#/", "\u{FEFF}"] {
            #expect(PercentEncoding.decode(PercentEncoding.query(text)[...], plusIsBlank: true) == text)
        }
        #expect(PercentEncoding.decode("%zz", plusIsBlank: true) == nil)
        #expect(PercentEncoding.decode("%ff", plusIsBlank: true) == nil)
    }

    @Test("data for search engines cannot end its element")
    func json() {
        let h = HTML()
        h.script(.type("application/ld+json")) { h.json("{\"a\":\"</script><b>\"}") }
        #expect(!h.string.dropLast("</script>".count).contains("</script"))
        #expect(h.string.contains("\\u003C/script>"))
    }

    @Test("ids of a page differ, and what a part needs reaches the whole page")
    func page() {
        let h = HTML()
        #expect(h.uniqueID("karte") != h.uniqueID("karte"))
        let part = HTML()
        part.need("x")
        h.append(part)
        #expect(h.needs == ["x"])
    }
}
