extension StyleSheet {
    /// Charts with axes, rows of marks, classes of areas.
    static let charts: StaticString = """
        .chart { width: 100%; height: auto; }
        .chart text, .rowmarks text { font-size: 14px; fill: var(--ink-2); }
        .chart .to, .rowmarks .to { text-anchor: end; }
        .chart .mid { text-anchor: middle; }
        .chart .strong { font-weight: 700; fill: var(--ink); }
        .chart .name, .chart .levelname { fill: var(--ink); font-size: 13px; }
        @media screen { .chart .name, .chart .levelname { paint-order: stroke; stroke: var(--paper); stroke-width: 3px; stroke-linejoin: round; } }
        .chart .axistitle { fill: var(--ink); font-weight: 600; }
        .rowchart text { fill: var(--ink); }
        .figure .wide { max-width: 52rem; }
        .figure .slim { display: none; }
        .slim-only { display: none !important; }
        .charttitle { font: 600 var(--t-l)/1.3 var(--serif); max-width: 46ch; }
        .remark { margin-bottom: var(--s1); max-width: 70ch; }
        .figcaption p { margin: 0; }
        .gridline { stroke: var(--line); stroke-width: 1; }
        .axisline { stroke: var(--edge); stroke-width: 1; }
        .leader { stroke: var(--edge); stroke-width: 1; }
        .series { fill: none; stroke: var(--ink-2); stroke-width: 2; stroke-linejoin: round; stroke-linecap: round; }
        .series.main { stroke: var(--teal); stroke-width: 3.5; }
        .series.cmp1 { stroke-dasharray: 8 5; }
        .series.cmp2 { stroke-dasharray: 2 5; }
        .series.cmp3 { stroke-dasharray: 12 4 2 4; }
        .interval { fill: var(--c2); fill-opacity: .55; }
        .interval.alone { stroke: var(--c2); stroke-opacity: .7; stroke-width: 9; stroke-linecap: round; }
        .dot { fill: var(--teal); stroke: var(--surface); stroke-width: 1.5; }
        .dot.open { fill: var(--surface); stroke: var(--edge); stroke-width: 2; }
        .dot.cmp { fill: var(--surface); stroke: var(--ink-2); stroke-width: 2; }
        .dot.see { fill: var(--teal-mid); fill-opacity: .65; stroke: var(--surface); }
        .dot.mine { fill: var(--amber); stroke: var(--amber-edge); stroke-width: 2.5; }
        .whisker { stroke: var(--ink-2); stroke-width: 2; }
        .meanline { stroke: var(--ink); stroke-width: 1.5; stroke-dasharray: 4 3; }
        .targetline { stroke: var(--amber-edge); stroke-width: 2.5; }
        .baseline { stroke: var(--edge); stroke-width: 2; stroke-dasharray: 2 4; }
        .shape.unk, .shape.sec { stroke: var(--edge); }
        .limit { fill: none; stroke: var(--teal-mid); stroke-width: 2; }
        .limit.two { stroke-dasharray: 7 5; }
        .rankband { fill: var(--c2); stroke: var(--teal-mid); stroke-width: 1.5; }
        .lack { fill: url(#schraffur); stroke: var(--bad); stroke-width: 1.5; stroke-dasharray: 5 4; }
        .surplus { fill: var(--surface); stroke: var(--teal-mid); stroke-width: 2; }
        .marks { max-width: 56rem; }
        .marks thead td { border-bottom: 2px solid var(--edge); vertical-align: bottom; }
        .marks .barcell { width: 50%; }
        .marks th[scope=row] { width: 28%; }
        .bars .rowmarks { width: 100%; height: 24px; overflow: visible; }
        .legend .rowmarks { overflow: visible; }
        .detail { display: block; font-weight: 400; font-size: var(--t-xs); color: var(--ink-2); }
        th .detail { display: flex; align-items: center; gap: .3em; }
        .isgap th .detail { color: var(--bad); font-weight: 600; }
        .marks .marked th { border-inline-start: 5px solid var(--amber); padding-inline-start: var(--s2) !important; }
        .marks .marked .dot.open { fill: var(--surface); stroke: var(--amber-edge); stroke-width: 3; }
        .marks .marked .dot:not(.open) { fill: var(--amber); stroke: var(--amber-edge); }
        .rowchart .marked .dot { fill: var(--amber); stroke: var(--amber-edge); }
        .multiples { list-style: none; padding: 0; display: grid; grid-template-columns: repeat(auto-fill, minmax(9.5rem, 1fr)); gap: var(--s4) var(--s5); }
        .multiples b { display: block; font-size: var(--t-s); line-height: 1.3; }
        .multiples small { font-size: var(--t-xs); color: var(--ink-2); }
        .multiples .mine { border-inline-start: 5px solid var(--amber); padding-inline-start: var(--s2); }
        .shape { stroke: var(--surface); stroke-width: 1; stroke-linejoin: round; }
        .spark { display: inline-block; vertical-align: middle; }
        .spark .series { stroke-width: 2.5; }
        .downloads { display: flex; flex-wrap: wrap; gap: var(--s1) var(--s4); align-items: center; font-size: var(--t-s); }
        .q1 { fill: var(--q1); stroke: var(--edge); }
        .q2 { fill: var(--q2); stroke: var(--edge); }
        .q3 { fill: var(--q3); stroke: var(--edge); }
        .q4 { fill: var(--q4); stroke: var(--q4); }
        .q5 { fill: var(--q5); stroke: var(--q5); }
        .q6 { fill: var(--q6); stroke: var(--q6); }
        .q7 { fill: var(--q7); stroke: var(--q7); }
        .d1 { fill: var(--d1); stroke: var(--d1); }
        .d2 { fill: var(--d2); stroke: var(--d2); }
        .d3 { fill: var(--d3); stroke: var(--edge); }
        .d4 { fill: var(--d4); stroke: var(--edge); }
        .d5 { fill: var(--q3); stroke: var(--edge); }
        .d6 { fill: var(--q5); stroke: var(--q5); }
        .d7 { fill: var(--q7); stroke: var(--q7); }
        .below { fill: url(#unter); stroke: none; }
        .belowmark { stroke: var(--paper); }
        .unk { fill: url(#unbekannt); stroke: var(--edge); stroke-dasharray: 4 3; }
        .sec { fill: url(#geheim); stroke: var(--edge); }
        .secdot { fill: var(--ink-2); }
        @media (max-width: 46rem) {
          .figure .wide { display: none; }
          .figure .slim { display: block; }
          .slim-only { display: flex !important; }
          .marks .barcell, .marks thead td.barcell { width: 34%; }
          .marks thead th:first-child { width: 38%; }
          .marks .num { white-space: normal; }
          .marks td, .marks th { padding-inline: var(--s1); }
        }
        @media print {
          .figure .wide { display: block; }
          .figure .slim { display: none; }
          .slim-only { display: none !important; }
        }
        .profile th[scope=row] { min-width: 12rem; }
        @media (max-width: 46rem) { .profile :is(th[scope=row], thead th:first-child) { min-width: 0; width: 9rem; overflow-wrap: anywhere; hyphens: auto; } }
        .profile th[scope=rowgroup] { font-family: var(--serif); font-size: var(--t-l); padding-block: var(--s5) var(--s1); border-bottom-width: 2px; }
        .meanings { columns: 2 24rem; column-gap: var(--s6); font-size: var(--t-s); }
        .meanings li { break-inside: avoid; margin-bottom: var(--s2); max-width: none; }
        @media print {
          .masthead:has(~ .profile) { padding-block: 0 2mm; }
          .masthead:has(~ .profile) > * { max-width: none; }
          .profile .sheet { break-before: page; }
          .profile .sheet > :first-child { margin-top: 0; }
          .profile h2 { margin-block: 0 1mm; }
          .profile section { margin-top: 4mm; }
          .profile p, .profile li { max-width: none; }
          .profile .scroll { margin-block: 0; }
          .profile table { font-size: 8.5pt; table-layout: fixed; }
          .profile th[scope=row] { min-width: 0; }
          .profile thead th { font-size: 8pt; hyphens: auto; overflow-wrap: anywhere; vertical-align: bottom; }
          .profile thead th:first-child { width: 33%; }
          .profile :is(th, td) { padding: .6mm 1.2mm; line-height: 1.25; }
          .profile th[scope=rowgroup] { font-size: 10.5pt; padding-block: 1.6mm .4mm; break-after: avoid; }
          .profile td.num { white-space: normal; }
          .profile .detail { font-size: 7.5pt; }
          .profile .spark { width: 18mm; height: 5.5mm; }
          .profile a { color: inherit; text-decoration: none; }
          .profile .meanings { columns: auto; font-size: 8.5pt; line-height: 1.35; }
          .profile .meanings li { margin-bottom: 1mm; }
          .profile .small { font-size: 8.5pt; line-height: 1.4; margin-block: 1.5mm; }
        }
        @media (forced-colors: active) {
          .chart, .rowmarks, .spark, .legend svg { forced-color-adjust: none; background: #fff; --paper: #fff; --surface: #fff; --ink: #000; --ink-2: #222; --line: #bbb; --edge: #444; --teal: #064547; --teal-mid: #2f7d7a; --amber: #f4ab33; --amber-edge: #7a4700; --bad: #8a1c10; --c2: #a9d0c8; }
        }

        """
}
