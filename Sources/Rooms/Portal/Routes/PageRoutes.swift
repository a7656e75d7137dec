import Design
import HTML
import Prevention
import Web

extension PortalRoom {
    func addPages(to routes: inout RouteTable) {
        routes.get("/impressum", allow: .everyone) { visit in
            let texts = texts(visit.language)
            return visit.page(PageHead(texts.pages.imprint.title)) { h in
                PageViews(texts: texts.pages, facts: facts).imprint(h)
            }
        }
        routes.get("/datenschutz", allow: .everyone) { visit in
            let texts = texts(visit.language)
            return visit.page(PageHead(texts.pages.privacy.title)) { h in
                PageViews(texts: texts.pages, facts: facts).privacy(h)
            }
        }
        routes.get("/barrierefreiheit", allow: .everyone) { visit in
            let texts = texts(visit.language)
            return visit.page(PageHead(texts.pages.accessibility.title)) { h in
                PageViews(texts: texts.pages, facts: facts).accessibility(h)
            }
        }
        routes.get("/gebaerdensprache", allow: .everyone) { visit in
            let texts = texts(visit.language)
            return visit.page(PageHead(texts.pages.signLanguage.title)) { h in
                PageViews(texts: texts.pages, facts: facts).signLanguage(h)
            }
        }
        routes.get("/quelltext", allow: .everyone) { visit in
            let texts = texts(visit.language)
            return visit.page(PageHead(texts.pages.source.title)) { h in
                PageViews(texts: texts.pages, facts: facts).source(h, version: version)
            }
        }
    }
}
