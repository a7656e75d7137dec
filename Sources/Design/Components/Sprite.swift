import HTML

extension HTML {
    /// Drawings and patterns that the page refers to, each once; written by the shell after the content.
    func sprite(for needs: Set<String>) {
        guard needs.contains(where: Self.spriteNames.contains) else { return }
        svg(
            .class("sprite"), .attribute("width", "0"), .attribute("height", "0"), .hidden(),
            .attribute("focusable", "false")
        ) {
            if needs.contains(RibbonSize.large.need) { RibbonDrawing(size: .large).writeSymbols(self) }
            if needs.contains(RibbonSize.compact.need) { RibbonDrawing(size: .compact).writeSymbols(self) }
            defs { patterns(for: needs) }
        }
    }

    /// Fillings that drawings refer to.
    func patterns(for needs: Set<String>) {
        if needs.contains("hatch") {
            raw(
                #"<pattern id="schraffur" width="7" height="7" patternUnits="userSpaceOnUse" patternTransform="rotate(45)"><path class="hatch" d="M0 0v7" stroke-width="2.5"/></pattern>"#
            )
        }
        if needs.contains("classes") || needs.contains("areas") {
            raw(
                #"<pattern id="unbekannt" width="8" height="8" patternUnits="userSpaceOnUse" patternTransform="rotate(45)"><path class="unknown" d="M0 0v8" stroke-width="3"/></pattern>"#
            )
        }
        if needs.contains("areas") {
            raw(
                #"<pattern id="geheim" width="7" height="7" patternUnits="userSpaceOnUse"><circle class="secdot" cx="2" cy="2" r="1.2"/></pattern><pattern id="unter" width="10" height="8" patternUnits="userSpaceOnUse"><path class="belowmark" d="M2 4h5" stroke-width="1.4"/></pattern>"#
            )
        }
        if needs.contains("classes") {
            raw(
                #"<pattern id="punkte" width="10" height="10" patternUnits="userSpaceOnUse"><circle class="dots" cx="3" cy="3" r="1.3"/></pattern>"#
            )
        }
    }

    private static let spriteNames: Set<String> = [
        RibbonSize.large.need, RibbonSize.compact.need, "hatch", "classes", "areas",
    ]
}
