extension StyleSheet {
    /// Maps of classes and what stands around them.
    static let maps: StaticString = """
        .classmap { width: 100%; height: auto; max-height: 82vh; }
        .classmap path, .classmap use { stroke: var(--surface); stroke-width: 1.2; stroke-linejoin: round; }
        .classmap :is(.unk, .sec) { stroke: var(--edge); }
        .classmap.dense path { stroke-width: .4; stroke-dasharray: none; }
        .classmap text { font: 600 15px var(--sans); text-anchor: middle; fill: var(--ink); stroke: var(--surface); stroke-width: 3.5px; paint-order: stroke; stroke-linejoin: round; pointer-events: none; }
        .classmap .v { font: 600 18px var(--serif); }
        .classmap a:hover path { stroke: var(--ink); stroke-width: 3; }
        .classmap a:focus-visible { outline: none; box-shadow: none; }
        .classmap a:focus-visible path, .classmap a:focus-visible circle { stroke: var(--focus-halo); stroke-width: 6; }
        .place circle { fill: var(--amber); stroke: var(--amber-edge); stroke-width: 2; }
        .atlas { display: grid; gap: var(--s5) var(--s6); }
        @media (min-width: 62rem) { .atlas { grid-template-columns: minmax(0, 3fr) minmax(16rem, 1fr); align-items: start; } }
        .atlas > figure { margin: 0; }
        .atlas .legend { flex-direction: column; margin-block: 0 var(--s4); }
        .atlas aside h2 { font-size: var(--t-l); margin-top: 0; }
        .mapsheet { display: grid; grid-template-columns: repeat(auto-fill, minmax(min(15rem, 100%), 1fr)); gap: var(--s5); }
        .mapsheet li { max-width: none; font-weight: 600; }
        .mapsheet .classmap { margin-bottom: var(--s2); }
        .embedded .classmap { max-height: 70vh; }

        """
}
