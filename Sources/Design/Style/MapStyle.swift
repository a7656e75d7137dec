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
        .chooser { display: grid; grid-template-columns: repeat(auto-fit, minmax(min(11rem, 100%), 1fr)); gap: var(--s3) var(--s4); align-items: end; background: var(--sand); border-radius: var(--r-m); padding: var(--s3) var(--s4) var(--s4); margin-bottom: var(--s5); }
        .chooser > .btn { justify-self: start; min-height: var(--target); }
        .chooser summary { cursor: pointer; color: var(--teal); text-decoration: underline; text-underline-offset: .2em; padding-block: var(--s2); }
        .chooser .field { margin: 0; }
        .chooser details { grid-column: 1 / -1; }
        .chooser details > div { display: grid; grid-template-columns: repeat(auto-fit, minmax(min(14rem, 100%), 1fr)); gap: var(--s3) var(--s4); align-items: end; padding-top: var(--s3); }
        .mapsheet { display: grid; grid-template-columns: repeat(auto-fill, minmax(min(15rem, 100%), 1fr)); gap: var(--s5); }
        .mapsheet li { max-width: none; font-weight: 600; }
        .mapsheet .classmap { margin-bottom: var(--s2); }
        .embedded { padding: var(--s4); }
        .embedded .classmap { max-height: 70vh; }

        """
}
