extension StyleSheet {
    /// Tables and the matrix of the chain.
    static let tables: StaticString = """
        .scroll { position: relative; overflow-x: auto; border-radius: var(--r-m); margin-bottom: var(--s4); }
        .scroll table { margin: 0; }
        .scroll.tall { max-height: min(40rem, 80vh); overflow-y: auto; }
        .scroll.tall thead th { position: sticky; inset-block-start: 0; background: var(--paper); z-index: 2; }
        table { border-collapse: collapse; width: 100%; }
        caption { text-align: start; font: 600 var(--t-l)/1.3 var(--serif); margin-bottom: var(--s3); padding: 0; overflow-wrap: anywhere; hyphens: auto; }
        .scroll caption { max-width: calc(100vw - 2 * clamp(1rem, 4vw, 2.5rem)); }
        caption.vh { margin: 0; }
        th, td { text-align: start; padding: var(--s3) var(--s4); vertical-align: top; border-bottom: 1px solid var(--line); }
        table:not(.matrix) :is(th, td):first-child { padding-inline-start: 0; }
        tbody th { font-weight: 600; }
        thead th { font-size: var(--t-s); border-bottom: 2px solid var(--edge); vertical-align: bottom; }
        tfoot :is(th, td) { font-weight: 600; border-top: 2px solid var(--edge); border-bottom: 0; }
        th.num, td.num { white-space: nowrap; text-align: end; }
        thead th.num { white-space: normal; }
        tbody tr:hover > * { background: color-mix(in srgb, var(--teal-soft) 45%, transparent); }
        .matrix tbody tr:hover > td { background: none; }
        .sort { font: inherit; color: var(--teal); background: none; border: 0; padding: var(--s1) 0; min-height: 2rem; cursor: pointer; text-align: inherit; text-decoration: underline; text-decoration-thickness: 1px; text-underline-offset: .2em; }
        [aria-sort=ascending] .sort::after { content: " ▲"; }
        [aria-sort=descending] .sort::after { content: " ▼"; }
        .matrix { table-layout: fixed; min-width: 60rem; border-spacing: 0; border-collapse: separate; }
        .matrix th:first-child { width: 13rem; position: sticky; inset-inline-start: 0; background: var(--paper); z-index: 1; }
        .matrix thead th, .matrix thead td { border: 0; padding: 0 0 var(--s2); text-align: center; font: 600 var(--t-s)/1.25 var(--sans); }
        .matrix thead th[rowspan] { text-align: start; padding-inline-end: var(--s4); }
        .matrix thead small { display: block; font-weight: 400; color: var(--ink-2); font-size: var(--t-xs); }
        .matrix thead svg { width: 100%; height: auto; }
        .matrix tbody th { font: 600 var(--t-m)/1.25 var(--serif); border-bottom: 0; vertical-align: middle; padding-inline: 0 var(--s4); hyphens: auto; }
        .matrix tbody th a { color: var(--ink); }
        .matrix tbody td { padding: 4px; border: 0; height: 1px; }
        .cell { display: grid; grid-template-columns: auto 1fr; gap: 0 var(--s2); align-content: center; align-items: baseline; height: 100%; min-height: 5.4rem; padding: var(--s3) var(--s4); border-radius: var(--r-m); color: var(--ink); text-decoration: none; background: var(--surface); border: 2px solid var(--line); }
        .cell b { font: 600 1.6rem/1 var(--serif); font-variant-numeric: tabular-nums; }
        .cell .state { font-size: var(--t-xs); font-weight: 600; display: flex; gap: .3rem; align-items: center; justify-self: end; color: var(--ink-2); }
        .cell svg.bar { grid-column: 1 / -1; width: 100%; height: 14px; margin-top: var(--s2); }
        .cell svg.share { height: 12px; }
        .matrix .short { display: none; }
        .cell .why { grid-column: 1 / -1; font-size: var(--t-xs); color: var(--ink-2); margin-top: var(--s1); }
        a.cell .why { text-decoration: underline; color: var(--teal); }
        a.cell:hover, a.cell:focus-visible { border-color: var(--teal); background: var(--teal-soft); border-radius: var(--r-m); }
        .cell.gap { border: 2px dashed var(--bad); background: var(--bad-soft); }
        .cell.gap .state, .cell.gap b { color: var(--bad); }
        .cell.scarce { border-color: var(--amber-edge); }
        .cell.scarce .state { color: var(--warn); }
        .cell.more { border-style: double; border-width: 4px; border-color: var(--teal-mid); }
        .cell.none { background: transparent; border-style: dotted; border-color: var(--edge); }
        .trk { fill: var(--line); }
        .sup { fill: var(--teal-mid); }
        .need { stroke: var(--ink); stroke-width: 3; }
        .legend { display: flex; flex-wrap: wrap; gap: var(--s2) var(--s5); list-style: none; padding: 0; font-size: var(--t-s); margin-block: var(--s4); }
        .legend li { display: flex; gap: .5rem; align-items: center; }
        .legend svg { flex: none; }

        """

    /// Charts and maps.
    static let figures: StaticString = """
        .sourced { margin-bottom: var(--s6); }
        .source { margin: var(--s2) 0 0; max-width: none; }
        .bars { max-width: 52rem; }
        .bars th[scope=row] { font-weight: 400; width: 40%; }
        .bars .marked th[scope=row], .bars .marked .num { font-weight: 700; }
        .bars .marked .sup { fill: var(--amber); stroke: var(--amber-edge); }
        .bars .faint .sup { fill: var(--edge); }
        .bars .faint a { color: var(--ink-2); }
        .bars td, .bars th { padding-block: var(--s2); vertical-align: middle; }
        .bars .barcell { width: 45%; }
        .bars .barcell svg { width: 100%; height: 1rem; }
        .tilemap > svg { max-width: 40rem; width: 100%; }
        .outlinemap > svg { max-width: 44rem; width: 100%; height: auto; }
        .outlinemap .tile path { stroke: var(--surface); stroke-width: 1.5; stroke-linejoin: round; }
        .outlinemap .tile .k0 { stroke: var(--edge); }
        .outlinemap svg > text { font: 600 15px var(--sans); text-anchor: middle; fill: var(--ink); pointer-events: none; }
        .outlinemap svg > .hi { fill: var(--on-c-hi); }
        .tile text { font: 600 13px var(--sans); text-anchor: middle; fill: var(--ink); }
        .tile .v { font: 600 18px var(--serif); }
        .tile.hi text { fill: var(--on-c-hi); }
        a.tile:hover path { stroke: var(--ink); stroke-width: 4; }
        a.tile:hover text, a.pt:hover text { text-decoration: underline; }
        .unknown { stroke: var(--line); }
        .dots { fill: var(--c3); }
        .k0 { fill: url(#unbekannt); stroke: var(--edge); }
        .k1 { fill: var(--c1); stroke: var(--edge); }
        .k2 { fill: var(--c2); stroke: var(--edge); }
        .k3 { fill: var(--c3); stroke: var(--c3); }
        .k4 { fill: var(--c4); stroke: var(--c4); }
        .k4x { fill: url(#punkte); stroke: none; }
        .map { margin: 0; }
        .map svg { width: 100%; max-width: 28rem; border-radius: var(--r-l); border: 1px solid var(--line); }
        .map text { font: 600 13px var(--sans); fill: var(--ink-2); text-anchor: middle; }
        .map text.start { text-anchor: start; font-size: 11px; font-weight: 400; }
        .map figcaption { margin-top: var(--s2); }
        .mapscale { fill: none; stroke: var(--ink-2); stroke-width: 2; }
        .sea { fill: var(--map-ground); }
        .land { fill: var(--map-land); stroke: var(--map-line); stroke-width: 3; stroke-linejoin: round; }
        .land.spot { stroke: var(--map-ground); }
        .pt rect { fill: var(--teal); stroke: var(--surface); stroke-width: 3; }
        .map .pt text { fill: var(--paper); font-weight: 700; font-size: 15px; }
        .pt:focus-visible, .tile:focus-visible { outline: none; box-shadow: none; }
        .pt:focus-visible rect, .tile:focus-visible path { stroke: var(--focus-halo); stroke-width: 6; }
        .home { fill: var(--amber); stroke: var(--amber-edge); stroke-width: 3; }

        """
}
