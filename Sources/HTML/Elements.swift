// The element functions: one per element of HTML and SVG in use, all of the same shape.

extension HTML {
    package func a(_ attributes: Attribute..., content: () -> Void) { element("a", attributes, content) }
    package func a(_ text: String, _ attributes: Attribute...) { element("a", attributes, text: text) }
    package func abbr(_ attributes: Attribute..., content: () -> Void) { element("abbr", attributes, content) }
    package func abbr(_ text: String, _ attributes: Attribute...) { element("abbr", attributes, text: text) }
    package func address(_ attributes: Attribute..., content: () -> Void) { element("address", attributes, content) }
    package func address(_ text: String, _ attributes: Attribute...) { element("address", attributes, text: text) }
    package func article(_ attributes: Attribute..., content: () -> Void) { element("article", attributes, content) }
    package func article(_ text: String, _ attributes: Attribute...) { element("article", attributes, text: text) }
    package func aside(_ attributes: Attribute..., content: () -> Void) { element("aside", attributes, content) }
    package func aside(_ text: String, _ attributes: Attribute...) { element("aside", attributes, text: text) }
    package func button(_ attributes: Attribute..., content: () -> Void) { element("button", attributes, content) }
    package func button(_ text: String, _ attributes: Attribute...) { element("button", attributes, text: text) }
    package func caption(_ attributes: Attribute..., content: () -> Void) { element("caption", attributes, content) }
    package func caption(_ text: String, _ attributes: Attribute...) { element("caption", attributes, text: text) }
    package func code(_ attributes: Attribute..., content: () -> Void) { element("code", attributes, content) }
    package func code(_ text: String, _ attributes: Attribute...) { element("code", attributes, text: text) }
    package func dd(_ attributes: Attribute..., content: () -> Void) { element("dd", attributes, content) }
    package func dd(_ text: String, _ attributes: Attribute...) { element("dd", attributes, text: text) }
    package func details(_ attributes: Attribute..., content: () -> Void) { element("details", attributes, content) }
    package func details(_ text: String, _ attributes: Attribute...) { element("details", attributes, text: text) }
    package func div(_ attributes: Attribute..., content: () -> Void) { element("div", attributes, content) }
    package func div(_ text: String, _ attributes: Attribute...) { element("div", attributes, text: text) }
    package func dl(_ attributes: Attribute..., content: () -> Void) { element("dl", attributes, content) }
    package func dl(_ text: String, _ attributes: Attribute...) { element("dl", attributes, text: text) }
    package func dt(_ attributes: Attribute..., content: () -> Void) { element("dt", attributes, content) }
    package func dt(_ text: String, _ attributes: Attribute...) { element("dt", attributes, text: text) }
    package func em(_ attributes: Attribute..., content: () -> Void) { element("em", attributes, content) }
    package func em(_ text: String, _ attributes: Attribute...) { element("em", attributes, text: text) }
    package func fieldset(_ attributes: Attribute..., content: () -> Void) { element("fieldset", attributes, content) }
    package func fieldset(_ text: String, _ attributes: Attribute...) { element("fieldset", attributes, text: text) }
    package func figcaption(_ attributes: Attribute..., content: () -> Void) {
        element("figcaption", attributes, content)
    }
    package func figcaption(_ text: String, _ attributes: Attribute...) {
        element("figcaption", attributes, text: text)
    }
    package func figure(_ attributes: Attribute..., content: () -> Void) { element("figure", attributes, content) }
    package func figure(_ text: String, _ attributes: Attribute...) { element("figure", attributes, text: text) }
    package func footer(_ attributes: Attribute..., content: () -> Void) { element("footer", attributes, content) }
    package func footer(_ text: String, _ attributes: Attribute...) { element("footer", attributes, text: text) }
    package func form(_ attributes: Attribute..., content: () -> Void) { element("form", attributes, content) }
    package func form(_ text: String, _ attributes: Attribute...) { element("form", attributes, text: text) }
    package func h1(_ attributes: Attribute..., content: () -> Void) { element("h1", attributes, content) }
    package func h1(_ text: String, _ attributes: Attribute...) { element("h1", attributes, text: text) }
    package func h2(_ attributes: Attribute..., content: () -> Void) { element("h2", attributes, content) }
    package func h2(_ text: String, _ attributes: Attribute...) { element("h2", attributes, text: text) }
    package func h3(_ attributes: Attribute..., content: () -> Void) { element("h3", attributes, content) }
    package func h3(_ text: String, _ attributes: Attribute...) { element("h3", attributes, text: text) }
    package func h4(_ attributes: Attribute..., content: () -> Void) { element("h4", attributes, content) }
    package func h4(_ text: String, _ attributes: Attribute...) { element("h4", attributes, text: text) }
    package func header(_ attributes: Attribute..., content: () -> Void) { element("header", attributes, content) }
    package func header(_ text: String, _ attributes: Attribute...) { element("header", attributes, text: text) }
    package func kbd(_ attributes: Attribute..., content: () -> Void) { element("kbd", attributes, content) }
    package func kbd(_ text: String, _ attributes: Attribute...) { element("kbd", attributes, text: text) }
    package func label(_ attributes: Attribute..., content: () -> Void) { element("label", attributes, content) }
    package func label(_ text: String, _ attributes: Attribute...) { element("label", attributes, text: text) }
    package func legend(_ attributes: Attribute..., content: () -> Void) { element("legend", attributes, content) }
    package func legend(_ text: String, _ attributes: Attribute...) { element("legend", attributes, text: text) }
    package func li(_ attributes: Attribute..., content: () -> Void) { element("li", attributes, content) }
    package func li(_ text: String, _ attributes: Attribute...) { element("li", attributes, text: text) }
    package func main(_ attributes: Attribute..., content: () -> Void) { element("main", attributes, content) }
    package func main(_ text: String, _ attributes: Attribute...) { element("main", attributes, text: text) }
    package func nav(_ attributes: Attribute..., content: () -> Void) { element("nav", attributes, content) }
    package func nav(_ text: String, _ attributes: Attribute...) { element("nav", attributes, text: text) }
    package func ol(_ attributes: Attribute..., content: () -> Void) { element("ol", attributes, content) }
    package func ol(_ text: String, _ attributes: Attribute...) { element("ol", attributes, text: text) }
    package func optgroup(_ attributes: Attribute..., content: () -> Void) { element("optgroup", attributes, content) }
    package func optgroup(_ text: String, _ attributes: Attribute...) { element("optgroup", attributes, text: text) }
    package func option(_ attributes: Attribute..., content: () -> Void) { element("option", attributes, content) }
    package func option(_ text: String, _ attributes: Attribute...) { element("option", attributes, text: text) }
    package func output(_ attributes: Attribute..., content: () -> Void) { element("output", attributes, content) }
    package func output(_ text: String, _ attributes: Attribute...) { element("output", attributes, text: text) }
    package func p(_ attributes: Attribute..., content: () -> Void) { element("p", attributes, content) }
    package func p(_ text: String, _ attributes: Attribute...) { element("p", attributes, text: text) }
    package func pre(_ attributes: Attribute..., content: () -> Void) { element("pre", attributes, content) }
    package func pre(_ text: String, _ attributes: Attribute...) { element("pre", attributes, text: text) }
    package func progress(_ attributes: Attribute..., content: () -> Void) { element("progress", attributes, content) }
    package func progress(_ text: String, _ attributes: Attribute...) { element("progress", attributes, text: text) }
    package func section(_ attributes: Attribute..., content: () -> Void) { element("section", attributes, content) }
    package func section(_ text: String, _ attributes: Attribute...) { element("section", attributes, text: text) }
    package func select(_ attributes: Attribute..., content: () -> Void) { element("select", attributes, content) }
    package func select(_ text: String, _ attributes: Attribute...) { element("select", attributes, text: text) }
    package func small(_ attributes: Attribute..., content: () -> Void) { element("small", attributes, content) }
    package func small(_ text: String, _ attributes: Attribute...) { element("small", attributes, text: text) }
    package func span(_ attributes: Attribute..., content: () -> Void) { element("span", attributes, content) }
    package func span(_ text: String, _ attributes: Attribute...) { element("span", attributes, text: text) }
    package func strong(_ attributes: Attribute..., content: () -> Void) { element("strong", attributes, content) }
    package func strong(_ text: String, _ attributes: Attribute...) { element("strong", attributes, text: text) }
    package func sub(_ attributes: Attribute..., content: () -> Void) { element("sub", attributes, content) }
    package func sub(_ text: String, _ attributes: Attribute...) { element("sub", attributes, text: text) }
    package func summary(_ attributes: Attribute..., content: () -> Void) { element("summary", attributes, content) }
    package func summary(_ text: String, _ attributes: Attribute...) { element("summary", attributes, text: text) }
    package func sup(_ attributes: Attribute..., content: () -> Void) { element("sup", attributes, content) }
    package func sup(_ text: String, _ attributes: Attribute...) { element("sup", attributes, text: text) }
    package func table(_ attributes: Attribute..., content: () -> Void) { element("table", attributes, content) }
    package func table(_ text: String, _ attributes: Attribute...) { element("table", attributes, text: text) }
    package func tbody(_ attributes: Attribute..., content: () -> Void) { element("tbody", attributes, content) }
    package func tbody(_ text: String, _ attributes: Attribute...) { element("tbody", attributes, text: text) }
    package func td(_ attributes: Attribute..., content: () -> Void) { element("td", attributes, content) }
    package func td(_ text: String, _ attributes: Attribute...) { element("td", attributes, text: text) }
    package func textarea(_ attributes: Attribute..., content: () -> Void) { element("textarea", attributes, content) }
    package func textarea(_ text: String, _ attributes: Attribute...) { element("textarea", attributes, text: text) }
    package func tfoot(_ attributes: Attribute..., content: () -> Void) { element("tfoot", attributes, content) }
    package func tfoot(_ text: String, _ attributes: Attribute...) { element("tfoot", attributes, text: text) }
    package func th(_ attributes: Attribute..., content: () -> Void) { element("th", attributes, content) }
    package func th(_ text: String, _ attributes: Attribute...) { element("th", attributes, text: text) }
    package func thead(_ attributes: Attribute..., content: () -> Void) { element("thead", attributes, content) }
    package func thead(_ text: String, _ attributes: Attribute...) { element("thead", attributes, text: text) }
    package func time(_ attributes: Attribute..., content: () -> Void) { element("time", attributes, content) }
    package func time(_ text: String, _ attributes: Attribute...) { element("time", attributes, text: text) }
    package func title(_ attributes: Attribute..., content: () -> Void) { element("title", attributes, content) }
    package func title(_ text: String, _ attributes: Attribute...) { element("title", attributes, text: text) }
    package func tr(_ attributes: Attribute..., content: () -> Void) { element("tr", attributes, content) }
    package func tr(_ text: String, _ attributes: Attribute...) { element("tr", attributes, text: text) }
    package func ul(_ attributes: Attribute..., content: () -> Void) { element("ul", attributes, content) }
    package func ul(_ text: String, _ attributes: Attribute...) { element("ul", attributes, text: text) }
    package func b(_ attributes: Attribute..., content: () -> Void) { element("b", attributes, content) }
    package func b(_ text: String, _ attributes: Attribute...) { element("b", attributes, text: text) }
    package func i(_ attributes: Attribute..., content: () -> Void) { element("i", attributes, content) }
    package func i(_ text: String, _ attributes: Attribute...) { element("i", attributes, text: text) }
    package func q(_ attributes: Attribute..., content: () -> Void) { element("q", attributes, content) }
    package func q(_ text: String, _ attributes: Attribute...) { element("q", attributes, text: text) }
    package func blockquote(_ attributes: Attribute..., content: () -> Void) {
        element("blockquote", attributes, content)
    }
    package func blockquote(_ text: String, _ attributes: Attribute...) {
        element("blockquote", attributes, text: text)
    }
    package func cite(_ attributes: Attribute..., content: () -> Void) { element("cite", attributes, content) }
    package func cite(_ text: String, _ attributes: Attribute...) { element("cite", attributes, text: text) }
    package func meter(_ attributes: Attribute..., content: () -> Void) { element("meter", attributes, content) }
    package func meter(_ text: String, _ attributes: Attribute...) { element("meter", attributes, text: text) }
    package func script(_ attributes: Attribute..., content: () -> Void) { element("script", attributes, content) }
    package func script(_ text: String, _ attributes: Attribute...) { element("script", attributes, text: text) }
    package func html(_ attributes: Attribute..., content: () -> Void) { element("html", attributes, content) }
    package func html(_ text: String, _ attributes: Attribute...) { element("html", attributes, text: text) }
    package func head(_ attributes: Attribute..., content: () -> Void) { element("head", attributes, content) }
    package func head(_ text: String, _ attributes: Attribute...) { element("head", attributes, text: text) }
    package func body(_ attributes: Attribute..., content: () -> Void) { element("body", attributes, content) }
    package func body(_ text: String, _ attributes: Attribute...) { element("body", attributes, text: text) }
    package func svg(_ attributes: Attribute..., content: () -> Void) { element("svg", attributes, content) }
    package func svg(_ text: String, _ attributes: Attribute...) { element("svg", attributes, text: text) }
    package func g(_ attributes: Attribute..., content: () -> Void) { element("g", attributes, content) }
    package func g(_ text: String, _ attributes: Attribute...) { element("g", attributes, text: text) }
    package func path(_ attributes: Attribute..., content: () -> Void) { element("path", attributes, content) }
    package func path(_ text: String, _ attributes: Attribute...) { element("path", attributes, text: text) }
    package func circle(_ attributes: Attribute..., content: () -> Void) { element("circle", attributes, content) }
    package func circle(_ text: String, _ attributes: Attribute...) { element("circle", attributes, text: text) }
    package func rect(_ attributes: Attribute..., content: () -> Void) { element("rect", attributes, content) }
    package func rect(_ text: String, _ attributes: Attribute...) { element("rect", attributes, text: text) }
    package func line(_ attributes: Attribute..., content: () -> Void) { element("line", attributes, content) }
    package func line(_ text: String, _ attributes: Attribute...) { element("line", attributes, text: text) }
    package func polyline(_ attributes: Attribute..., content: () -> Void) { element("polyline", attributes, content) }
    package func polyline(_ text: String, _ attributes: Attribute...) { element("polyline", attributes, text: text) }
    package func polygon(_ attributes: Attribute..., content: () -> Void) { element("polygon", attributes, content) }
    package func polygon(_ text: String, _ attributes: Attribute...) { element("polygon", attributes, text: text) }
    package func defs(_ attributes: Attribute..., content: () -> Void) { element("defs", attributes, content) }
    package func defs(_ text: String, _ attributes: Attribute...) { element("defs", attributes, text: text) }
    package func symbol(_ attributes: Attribute..., content: () -> Void) { element("symbol", attributes, content) }
    package func symbol(_ text: String, _ attributes: Attribute...) { element("symbol", attributes, text: text) }
    package func use(_ attributes: Attribute..., content: () -> Void) { element("use", attributes, content) }
    package func use(_ text: String, _ attributes: Attribute...) { element("use", attributes, text: text) }
    package func clipPath(_ attributes: Attribute..., content: () -> Void) { element("clipPath", attributes, content) }
    package func clipPath(_ text: String, _ attributes: Attribute...) { element("clipPath", attributes, text: text) }
    package func pattern(_ attributes: Attribute..., content: () -> Void) { element("pattern", attributes, content) }
    package func pattern(_ text: String, _ attributes: Attribute...) { element("pattern", attributes, text: text) }
    package func linearGradient(_ attributes: Attribute..., content: () -> Void) {
        element("linearGradient", attributes, content)
    }
    package func linearGradient(_ text: String, _ attributes: Attribute...) {
        element("linearGradient", attributes, text: text)
    }
    package func tspan(_ attributes: Attribute..., content: () -> Void) { element("tspan", attributes, content) }
    package func tspan(_ text: String, _ attributes: Attribute...) { element("tspan", attributes, text: text) }
    package func marker(_ attributes: Attribute..., content: () -> Void) { element("marker", attributes, content) }
    package func marker(_ text: String, _ attributes: Attribute...) { element("marker", attributes, text: text) }
    package func desc(_ attributes: Attribute..., content: () -> Void) { element("desc", attributes, content) }
    package func desc(_ text: String, _ attributes: Attribute...) { element("desc", attributes, text: text) }
    package func mask(_ attributes: Attribute..., content: () -> Void) { element("mask", attributes, content) }
    package func mask(_ text: String, _ attributes: Attribute...) { element("mask", attributes, text: text) }
    /// The SVG element `text` (the name `text` is taken by plain text).
    package func svgText(_ text: String, _ attributes: Attribute...) { element("text", attributes, text: text) }
    package func br(_ attributes: Attribute...) { void("br", attributes) }
    package func col(_ attributes: Attribute...) { void("col", attributes) }
    package func hr(_ attributes: Attribute...) { void("hr", attributes) }
    package func img(_ attributes: Attribute...) { void("img", attributes) }
    package func input(_ attributes: Attribute...) { void("input", attributes) }
    package func link(_ attributes: Attribute...) { void("link", attributes) }
    package func meta(_ attributes: Attribute...) { void("meta", attributes) }
    package func wbr(_ attributes: Attribute...) { void("wbr", attributes) }
}
