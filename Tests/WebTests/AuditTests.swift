import RoomTesting
import Testing

@Suite("Prüfung der Seiten") struct AuditTests {
    private func page(_ body: String, head: String = "") -> String {
        """
        <!doctype html><html lang="de"><head><meta charset="utf-8">\
        <meta name="viewport" content="width=device-width"><title>T</title>\(head)</head>\
        <body><main id="inhalt">\(body)</main></body></html>
        """
    }

    @Test("a good page has no findings")
    func good() {
        let html = page(
            """
            <h1>Titel</h1><nav aria-label="a"><a href="#feld">zum Feld</a></nav><h2>Zwei &amp; mehr</h2><h3>Drei</h3><h2>Vier</h2>
            <form method="post" action="/x"><label for="feld">Name</label><input id="feld" name="n" aria-describedby="hinweis">
            <span id="hinweis">Hinweis</span><fieldset><legend>Wahl</legend><label><input type="radio" name="r" value="1"> Eins</label>
            <label><input type="radio" name="r" value="2"> Zwei</label></fieldset><button>Senden</button></form>
            <table><caption>Zahlen</caption><tr><th scope="col">A</th></tr><tr><td>1</td></tr></table>
            <img src="/a.png" alt=""><svg aria-hidden="true"><path d="M0 0"/></svg><ul><li>x</li></ul>
            <a href="https://example.org">Beispielseite</a>
            """)
        #expect(audit(html) == [])
    }

    @Test(
        "each fault is found",
        arguments: [
            ("<h2>x</h2>", "genau ein h1"), ("<h1>a</h1><h1>b</h1>", "genau ein h1"),
            ("<h1>a</h1><h3>b</h3>", "überspringt"),
            ("<h1>a</h1><input name=q>", "ohne label"), ("<h1>a</h1><img src=/x>", "ohne alt"),
            ("<h1>a</h1><p id=a></p><p id=a></p>", "zweimal"),
            ("<h1>a</h1><table><tr><td>1</td></tr></table>", "ohne caption"),
            ("<h1>a</h1><table><caption>c</caption><tr><th>1</th></tr></table>", "ohne scope"),
            ("<h1>a</h1><a href=/x></a>", "ohne Text"), ("<h1>a</h1><a href=/x>hier</a>", "sagt nicht"),
            ("<h1>a</h1><p style='x'>b</p>", "mit style"), ("<h1>a</h1><p onclick='x'>b</p>", "mit onclick"),
            ("<h1>a</h1><script>1<2</script>", "script im Text"),
            ("<h1>a</h1><img alt='' src='https://x.test/a.png'>", "lädt von"),
            ("<h1>a</h1><a href='javascript:1'>x y</a>", "javascript:"), ("<h1>a</h1><p>b", "passt nicht"),
            ("<h1>a</h1><label for=x>b</label>", "ins Leere"),
            ("<h1>a</h1><fieldset><p>b</p></fieldset>", "ohne legend"),
            ("<h1>a</h1><svg><path/></svg>", "svg ohne"), ("<h1>a</h1><button><span></span></button>", "ohne Text"),
            ("<h1>a</h1><a href='#weg'>weg da</a>", "ins Leere"),
            ("<h1>a</h1><div><li>x</li></div>", "nicht in einer Liste"),
            ("<h1>a</h1><nav>1</nav><nav aria-label=b>2</nav>", "ohne Namen"),
            ("<h1>a</h1><iframe src=/x></iframe>", "verboten"),
            ("<h1>a</h1><input id=b aria-invalid=true><label for=b>B</label>", "keine Meldung"),
            ("<h1>a</h1><a href=/x>b<button>c</button></a>", "steckt in"),
            ("<h1>a</h1><p class=a class=b>x</p>", "zweimal"),
            ("<h1>a</h1><form action='https://x.test/'><button>b</button></form>", "form sendet"),
        ])
    func faults(body: String, finding: String) {
        let found = audit(page(body))
        #expect(found.contains { $0.contains(finding) }, "\(found)")
    }

    @Test("a page without language, title or main is found")
    func document() {
        let found = audit("<html><body><h1>x</h1></body></html>")
        #expect(found.contains("html ohne lang"))
        #expect(found.contains("die Seite braucht genau einen title"))
        #expect(found.contains("die Seite braucht genau ein main"))
    }

    @Test(
        "the error pages of the house have no findings",
        arguments: ["/nichts", "/fehler/500", "/en/fehler/409", "/fehler/400"])
    func errorPages(path: String) async throws {
        #expect(audit(try await TrialHouse().client.get(path).text) == [])
    }
}
