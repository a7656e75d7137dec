extension StyleSheet {
    /// Kontextmodell: risk colours, the matrix, the descent of risks, the way of each condition.
    static let context: StaticString = """
        :root { --rk-green: #27653a; --rk-green-s: #ddeedd; --rk-yellow: #7a5f00; --rk-yellow-s: #fff1b3; --rk-orange: #a34700; --rk-orange-s: #ffdfc2; --rk-red: #a32a1d; --rk-red-s: #fbd3ca; --rk-on: #fff; }
        @media screen and (prefers-color-scheme: dark) {
          :root { --rk-green: #9bd7a6; --rk-green-s: #1a3524; --rk-yellow: #f2d965; --rk-yellow-s: #3a3410; --rk-orange: #ffb877; --rk-orange-s: #46290f; --rk-red: #ffa695; --rk-red-s: #4a221c; --rk-on: #121b1c; }
        }
        .rk-green { --rk: var(--rk-green); --rks: var(--rk-green-s); }
        .rk-yellow { --rk: var(--rk-yellow); --rks: var(--rk-yellow-s); }
        .rk-orange { --rk: var(--rk-orange); --rks: var(--rk-orange-s); }
        .rk-red { --rk: var(--rk-red); --rks: var(--rk-red-s); }
        .rk { display: inline-flex; gap: .4rem; align-items: center; padding: .2rem .7rem .2rem .4rem; border-radius: var(--r-full); background: var(--rks); color: var(--rk); font-weight: 600; font-size: var(--t-s); }
        .rk-i { width: 1.15em; height: 1.15em; flex: none; fill: var(--rk); }
        .rk-n { fill: var(--rk); }
        .rk-n text { fill: var(--rk-on); font: 700 14px var(--sans); }
        .ctx-three { list-style: none; counter-reset: step; padding: 0; display: grid; grid-template-columns: repeat(auto-fit, minmax(min(13rem, 100%), 1fr)); gap: var(--s4); margin-block: var(--s5); }
        .ctx-three li { counter-increment: step; background: var(--sand); border-radius: var(--r-l); padding: var(--s5); max-width: none; }
        .ctx-three li::before { content: counter(step); display: grid; place-items: center; width: 3.2rem; height: 2rem; margin-bottom: var(--s3); border: 4px solid var(--teal); border-radius: var(--r-full); font-weight: 700; }
        .ctx-three p { margin: 0; }
        .ctx-verdict { display: grid; grid-template-columns: repeat(auto-fit, minmax(min(17rem, 100%), 1fr)); gap: var(--s4) var(--s6); }
        .ctx-verdict .h2 { margin: 0 0 var(--s2); }
        :is(.ctx-verdict .h2, .ctx-weight h2)::first-letter { text-transform: uppercase; }
        .ctx-verdict .keyfacts { margin-top: 0; grid-template-columns: 1fr 1fr; }
        .ctx-verdict p:last-child { margin-bottom: 0; }
        .ctx-glance { display: grid; grid-template-columns: minmax(0, 1.25fr) minmax(0, 1fr); gap: var(--s6); align-items: start; }
        .ctx-matrix { width: 100%; border-spacing: 4px; border-collapse: separate; table-layout: fixed; }
        .ctx-matrix th:first-child { width: 6.6rem; }
        .ctx-matrix thead th { font-size: var(--t-s); padding: var(--s1); text-align: start; border: 0; }
        .ctx-matrix tbody th { text-align: start; vertical-align: top; padding: var(--s2) var(--s2) 0 0; border: 0; }
        .ctx-matrix th small { display: block; font-weight: 400; color: var(--ink-2); font-size: var(--t-xs); }
        .ctx-matrix td { vertical-align: top; padding: var(--s3) var(--s2); border: 0; border-radius: var(--r-m); background: var(--rks); height: 6.2rem; }
        .ctx-matrix td.none { background: none; box-shadow: inset 0 0 0 2px var(--rks); }
        .ctx-cell { display: flex; gap: .4rem; align-items: center; color: var(--rk); }
        .ctx-cell b { font: 600 1.7rem/1 var(--serif); }
        .ctx-state { font-size: var(--t-xs); font-weight: 600; }
        .ctx-names { list-style: none; padding: 0; margin: var(--s2) 0 0; font-size: var(--t-xs); line-height: 1.35; hyphens: auto; }
        .ctx-names li + li { margin-top: var(--s1); }
        .ctx-names a { color: var(--ink); text-decoration: none; display: block; }
        .ctx-names a:hover { text-decoration: underline; }
        .ctx-names b { color: var(--rk); }
        .ctx-descent { width: 100%; height: auto; }
        .ctx-lane { fill: var(--rks); }
        .ctx-word { fill: var(--rk); font: 600 17px var(--sans); }
        .ctx-count { fill: var(--rk); font: 600 26px var(--serif); }
        .ctx-head { fill: var(--ink-2); font: 600 15px var(--sans); }
        .ctx-line { fill: none; stroke: var(--ink); stroke-width: 2.5; }
        .ctx-line.same { stroke: var(--edge); stroke-width: 1.5; stroke-dasharray: 2 5; stroke-linecap: round; }
        .ctx-path { width: 100%; border-collapse: collapse; }
        .ctx-path thead th { text-align: start; font-size: var(--t-s); color: var(--ink-2); padding: var(--s2) var(--s3); border-block-end: 2px solid var(--line); }
        .ctx-path :is(tbody th, td) { text-align: start; vertical-align: top; padding: var(--s4) var(--s3); border-block-end: 1px solid var(--line); }
        .ctx-path tbody th { width: 24%; font-weight: 600; }
        .ctx-path tbody th > span + span { display: block; overflow: hidden; }
        .ctx-path tbody th small { display: block; font-weight: 400; color: var(--ink-2); margin-block: .15rem var(--s1); }
        .ctx-path tr:target { background: var(--amber-soft); }
        .ctx-path p { margin: 0 0 var(--s1); }
        .ctx-path td:nth-child(2) { width: 25%; }
        @media (min-width: 46.01rem) { .ctx-path .rk { white-space: nowrap; } }
        .ctx-number { float: inline-start; display: grid; place-items: center; min-width: 2.4rem; height: 1.6rem; margin-inline-end: var(--s3); border: 3px solid var(--teal); border-radius: var(--r-full); font-size: var(--t-xs); }
        .ctx-both { display: grid; grid-template-columns: repeat(2, minmax(0, 1fr)); gap: var(--s2); hyphens: auto; }
        .ctx-both > div { padding: var(--s2); background: var(--sand); border-radius: var(--r-s); }
        .ctx-ask { display: grid; grid-template-columns: minmax(0, 1fr) 19rem; gap: var(--s6); align-items: start; }
        .ctx-question h2 { margin: var(--s2) 0; font-size: var(--t-xl); }
        .ctx-list ol { font-size: var(--t-s); padding-inline-start: 1.5rem; }
        .ctx-list li { margin-bottom: var(--s2); }
        .ctx-list .icon { display: inline; color: var(--good); vertical-align: -.2em; }
        .ctx-list [aria-current] { font-weight: 700; color: var(--ink); }
        .ctx-left { list-style: none; padding: 0; }
        .ctx-left li { display: flex; gap: var(--s3); align-items: center; margin-bottom: var(--s2); }
        .ctx-need { display: grid; grid-template-columns: minmax(0, 1fr) auto minmax(0, 1fr); gap: var(--s4); align-items: center; margin-block: var(--s5); }
        .ctx-need > .icon { width: 2.2rem; height: 2.2rem; color: var(--teal); }
        .ctx-need .card { margin: 0; height: 100%; }
        .ctx-talk h3 { font-size: var(--t-m); margin-top: var(--s4); margin-bottom: 0; }
        .ctx-interval { max-width: 32rem; height: auto; margin-block: var(--s3); }
        .ctx-interval text { font: 14px var(--sans); fill: var(--ink-2); }
        .ctx-span { fill: var(--teal-mid); }
        .ctx-mean { fill: var(--surface); stroke: var(--teal-deep); stroke-width: 3; }
        .ctx-half { stroke: var(--ink); stroke-width: 2; stroke-dasharray: 4 4; }
        @media (max-width: 64rem) {
          .ctx-glance, .ctx-ask { grid-template-columns: minmax(0, 1fr); }
        }
        @media screen and (max-width: 60rem) {
          .ctx-path, .ctx-path :is(tbody, th) { display: block; }
          .ctx-path thead { position: absolute; width: 1px; height: 1px; overflow: hidden; clip-path: inset(50%); }
          .ctx-path tr { display: grid; grid-template-columns: auto minmax(0, 1fr); gap: var(--s2) var(--s5); border-block-end: 1px solid var(--line); padding-block: var(--s4); }
          .ctx-path :is(tbody th, td), .ctx-path td:nth-child(2) { width: auto; border: 0; padding: 0; }
          .ctx-path :is(tbody th, td:nth-child(2), .ctx-fix) { grid-column: 1 / -1; }
          .ctx-path .ctx-fix { grid-row: 4; }
          .ctx-path td::before { content: attr(data-head); display: block; font-size: var(--t-xs); color: var(--ink-2); }
        }
        @media screen and (max-width: 46rem) {
          .ctx-matrix { min-width: 0; display: block; }
          .ctx-matrix th:first-child { width: auto; }
          .ctx-matrix :is(tbody, tr) { display: grid; gap: var(--s1); }
          .ctx-matrix thead { position: absolute; width: 1px; height: 1px; overflow: hidden; clip-path: inset(50%); }
          .ctx-matrix tr { grid-template-columns: repeat(4, minmax(0, 1fr)); }
          .ctx-matrix tbody th { grid-column: 1 / -1; }
          .ctx-matrix td { height: auto; padding: var(--s2); }
          .ctx-cell { flex-wrap: wrap; gap: .1rem .3rem; }
          .ctx-cell b { font-size: 1.35rem; }
          .ctx-state { flex-basis: 100%; }
          .ctx-names li + li { margin: 0; }
          .ctx-names b { font-size: var(--t-m); }
          .ctx-names a { font-size: 0; min-height: 1.5rem; }
          .ctx-names ul, .ctx-names { display: flex; flex-wrap: wrap; gap: var(--s2); }
          .ctx-need { grid-template-columns: minmax(0, 1fr); }
          .ctx-need > .icon { transform: rotate(90deg); }
          .ctx-both { grid-template-columns: minmax(0, 1fr); }
          .ctx-path tr { grid-template-columns: repeat(2, minmax(0, 1fr)); }
          .rk { overflow-wrap: anywhere; }
          .scroll tbody th { min-width: 9rem; }
        }
        @media print {
          .ctx-glance { display: block; }
          .ctx-descent { max-width: 130mm; }
          .ctx-path { font-size: 9pt; }
          .ctx-path td:nth-child(2) { width: 32%; }
          .ctx-path .rk { padding-inline: 0; font-size: 8.5pt; }
          .ctx-both { grid-template-columns: minmax(0, 1fr); }
          .ctx-matrix td, .ctx-lane, .rk, .rk-n, .ctx-path tr { print-color-adjust: exact; -webkit-print-color-adjust: exact; }
          .ctx-matrix td { height: auto; padding: 2mm; }
          .ctx-guide li { min-height: 26mm; }
          .ctx-plan .keyfacts { grid-template-columns: auto auto 1fr; }
          .ctx-path :is(tbody th, td) { padding: 1.5mm; }
        }

        """
}
