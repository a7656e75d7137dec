extension StyleSheet {
    /// The age ribbon. The links live in `symbol`, which selectors do not reach: a context recolours by `--ring-a`, `--ring-b`, `--halo`.
    static let ribbon: StaticString = """
        .ring { fill: none; stroke: var(--ring-a, var(--teal)); }
        .ring.b { stroke: var(--ring-b, var(--teal-mid)); }
        .halo { fill: none; stroke: var(--halo); }
        .span { fill: var(--amber); stroke: var(--amber-edge); }
        .span.gap { fill: url(#schraffur); stroke: var(--bad); stroke-dasharray: 9 6; }
        .compact .span.gap { stroke-dasharray: 4 3; }
        .hatch { stroke: var(--bad); }
        .pinmark path { stroke: var(--ink); fill: none; stroke-linecap: round; }
        .pinmark circle { fill: var(--surface); stroke: var(--ink); stroke-width: 3; }
        .compact .pinmark circle { stroke-width: 2; }
        .ribbon { margin: 0 0 var(--s4); }
        .ribbon svg { width: 100%; height: auto; overflow: visible; }
        .ribbon.compact { margin: 0; }
        .ribbon.compact svg { max-width: 22rem; }
        .agerow .ribbon { flex: 1 1 14rem; max-width: 20rem; }
        .agerow > span { flex: 1 1 8.5rem; text-wrap: balance; }
        .ticks { position: relative; height: 2.6rem; margin: .35rem 0 0; padding: 0; list-style: none; font-size: var(--t-xs); color: var(--ink-2); line-height: 1.25; }
        .ticks li { position: absolute; transform: translateX(-50%); text-align: center; white-space: nowrap; }
        .ticks b { display: block; color: var(--ink); font-weight: 600; }
        .at-birth { inset-inline-start: 10.7%; }
        .at-kita { inset-inline-start: 25%; }
        .at-school { inset-inline-start: 50%; }
        .at-second { inset-inline-start: 60%; }
        .at-work { inset-inline-start: 75%; }
        [dir=rtl] :is(.ribbon, .matrix thead) svg { transform: scaleX(-1); }
        [dir=rtl] .ticks li { transform: translateX(50%); }
        .agerow { display: flex; flex-wrap: wrap; line-height: 1.3; align-items: center; hyphens: auto; gap: var(--s1) var(--s4); margin-block: var(--s2); font-size: var(--t-s); font-weight: 600; }
        .agescale { display: grid; grid-template-columns: 107fr 143fr 100fr 150fr 100fr 100fr 95fr 205fr; gap: var(--s1); list-style: none; padding: 0; margin: 0 0 var(--s2); }
        .agescale li { margin: 0; min-width: 0; }
        .agescale a { display: grid; place-content: center; height: 100%; min-height: var(--target); padding: 0 .15rem; border: 2px solid var(--teal); border-radius: var(--r-s); text-align: center; font-size: var(--t-s); line-height: 1.2; text-decoration: none; }
        .agescale a:hover { background: var(--teal-soft); }
        .agescale [aria-current] { background: var(--amber); color: var(--on-amber); border: 3px solid var(--amber-edge); font-weight: 600; }
        .agescale + p { margin-bottom: var(--s4); }
        @media (max-width: 46rem) { .agescale { grid-template-columns: repeat(4, minmax(0, 1fr)); } }
        .stages { display: grid; grid-template-columns: repeat(4, 1fr); gap: 0; list-style: none; padding: 0; margin: 0; }
        .stage { display: flex; flex-direction: column; min-height: var(--target); padding: var(--s2) var(--s4); text-decoration: none; color: var(--ink); border-radius: var(--r-m); height: 100%; }
        .stage strong { font: 600 var(--t-l)/1.2 var(--serif); color: var(--teal); text-decoration: underline; text-decoration-thickness: 1px; text-underline-offset: .2em; }
        .stage span { font-size: var(--t-s); color: var(--ink-2); margin-top: var(--s1); }
        .stage:hover { background: var(--teal-soft); }
        .stage:focus-visible { border-radius: var(--r-m); }
        .stage[aria-current] { background: var(--teal-soft); }

        """
}
