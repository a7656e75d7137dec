extension StyleSheet {
    /// What changes with the width of the window.
    static let width: StaticString = """
        @media (min-width: 46.01rem) {
          :is(.filter, .services) details:not(.disclosure)::details-content { content-visibility: visible; block-size: auto; }
          @supports selector(::details-content) {
            .filter > details > summary { pointer-events: none; }
            .services summary { display: none; }
          }
        }
        @media (max-width: 68rem) {
          .results { grid-template-columns: 14.5rem minmax(0, 1fr); }
          .results .aside { grid-column: 1 / -1; max-width: 34rem; }
          .beside { grid-template-columns: minmax(0, 1fr); }
        }
        @media (max-width: 60rem) {
          .ticks { height: 4.4rem; }
          .ticks .at-second { top: 2.3rem; }
          .matrix { min-width: 40rem; }
          .matrix th:first-child { width: 9.5rem; }
          .cell { padding: var(--s2) var(--s3); }
          .langs { order: 5; width: 100%; margin-inline-start: -.7rem; }
        }
        @media (max-width: 56rem) {
          .hero > .wrap { grid-template-columns: minmax(0, 1fr); gap: var(--s6); }
          .stage { padding-inline: var(--s2); }
          .stage strong { font-size: var(--t-m); }
        }
        @media (max-width: 46rem) {
          .page { padding-block: var(--s5) var(--s7); }
          h2 { margin-top: var(--s6); }
          .services ul { flex-direction: column; padding-block-end: var(--s3); }
          .services ul a { width: 100%; border-block: 0; border-inline-start: 4px solid transparent; padding-inline-start: var(--s3); }
          .services ul [aria-current] { border-inline-start-color: var(--amber); }
          .results, .listing { grid-template-columns: minmax(0, 1fr); gap: var(--s4); }
          .results .aside { order: 3; }
          .path .ribbon { display: none; }
          .stages { grid-template-columns: minmax(0, 1fr); position: relative; }
          .stages li { position: relative; padding-inline-start: 2.75rem; min-height: 6rem; }
          .stages li::before { content: ""; position: absolute; inset-block: 0 -.85rem; inset-inline-start: 0; width: 2.25rem; border: 5px solid var(--ring-a, var(--teal)); border-radius: var(--r-full); }
          .stages li:nth-child(even)::before { border-color: var(--ring-b, var(--teal-mid)); }
          .path .stages::before { content: ""; position: absolute; inset-block: .7rem -.15rem; inset-inline-start: .6875rem; width: .875rem; background: var(--amber); border-radius: var(--r-full); }
          .stage { padding-inline: var(--s4); }
          .stage strong { font-size: var(--t-l); }
          .matrix { min-width: 0; }
          .matrix, .matrix :is(thead, tbody) { display: block; }
          .matrix tr { display: grid; grid-template-columns: repeat(4, minmax(0, 1fr)); gap: var(--s1); }
          .matrix thead th[rowspan], .matrix .long { position: absolute; width: 1px; height: 1px; overflow: hidden; clip-path: inset(50%); }
          .matrix thead td { grid-column: 1 / -1; }
          .matrix .short { display: block; }
          .matrix thead th { font-size: var(--t-xs); }
          .matrix thead small { font-size: .75rem; }
          .matrix th:first-child { width: auto; position: static; }
          .matrix tbody th { grid-column: 1 / -1; padding: var(--s3) 0 0; font-size: var(--t-m); }
          .matrix tbody td { padding: 0; height: auto; }
          .cell { padding: var(--s2); min-height: 4.6rem; border-radius: .75rem; grid-template-columns: minmax(0, 1fr); }
          .cell b { font-size: 1.35rem; }
          .cell .why { font-size: .75rem; }
          .cell .state { justify-self: start; font-size: .75rem; }
          .cell svg.bar { margin-top: var(--s1); }
          h1, h2, h3 { hyphens: auto; hyphenate-limit-chars: 14 6 4; }
          .seg { border: 0; overflow: visible; gap: var(--s2); }
          .seg a { border: 2px solid var(--teal); }
          .ticks { height: 2.6rem; }
          .ticks span { display: none; }
          .ticks .at-second { top: 1.1rem; }
          .account.visitor { display: none; }
          .topbar .exit { width: 100%; order: 6; }
          .topbar { padding-block: var(--s2) 0; }
          .langs a { padding-inline: .5rem; font-size: .875rem; min-height: 2.25rem; }
          .notice { font-size: var(--t-xs); }
          .langs .icon { display: none; }
          .foot ul { flex-direction: column; }
          .offer { grid-template-columns: auto minmax(0, 1fr); gap: 0 var(--s3); }
          .offer > :not(.pin, .h3) { grid-column: 1 / -1; }
          .offer > .h3 { align-self: center; }
          .offer .pin { grid-row: auto; margin-bottom: var(--s2); }
          .dates li { display: grid; grid-template-columns: auto minmax(0, 1fr); margin-bottom: var(--s2); }
          .dates li > span { grid-column: 2; }
          .card { padding: var(--s4); }
          .rows > div { grid-template-columns: minmax(0, 1fr); }
          .rows dd + dd:not(.change) { grid-column: 1; }
          .steps ol { flex-direction: column; }
          .donepanel { flex-direction: column; }
          .bars { table-layout: fixed; }
          .bars th[scope=row] { width: auto; }
          .bars thead th:first-child { width: 58%; }
          .bars tbody th { hyphens: auto; }
          .bars .barcell { width: 28%; }
          :is(th, td) { padding-inline: var(--s2); }
          .scroll td.num { font-size: var(--t-s); }
        }

        """

    /// Forced colours, motion, print.
    static let media: StaticString = """
        @media (forced-colors: active) {
          :root { --halo: Canvas; }
          .ring, .ring.b { stroke: CanvasText; }
          .halo { stroke: Canvas; }
          .span { fill: Highlight; stroke: CanvasText; }
          .span.gap { fill: Canvas; stroke: CanvasText; }
          .pinmark path, .pinmark circle { stroke: CanvasText; fill: Canvas; }
          .sup { fill: Highlight; }
          .trk { fill: Canvas; stroke: CanvasText; }
          .need { stroke: CanvasText; }
          .pin, .badge, .ask, .hero, .head, .panel, .filter, .steps .now .ring { border: 1px solid; }
          .services ul [aria-current], .langs [aria-current], .seg [aria-current] { outline: 2px solid Highlight; }
          :focus-visible { outline-color: Highlight; }
          .tile, .pt { forced-color-adjust: none; }
        }
        @media (prefers-reduced-motion: no-preference) {
          .btn, .cell, .stage { transition: background-color .15s, border-color .15s, box-shadow .15s; }
          html { scroll-behavior: smooth; }
        }
        @page { size: A4; margin: 16mm 15mm 18mm; }
        @page wide { size: A4 landscape; margin: 10mm 15mm; }
        @media print {
          :root { color-scheme: light; --paper: #fff; --surface: #fff; --sand: #fff; --line: #bbb; --edge: #666; --ink: #000; --ink-2: #333; --teal: #064547; --teal-deep: #064547; --teal-mid: #3f8b88; --teal-soft: #fff; --amber: #f4ab33; --amber-edge: #7a4700; --bad: #8a1c10; --bad-soft: #fff; --good: #1d4f2c; --good-soft: #fff; --warn: #5e3800; --warn-soft: #fff; --info: #123f66; --info-soft: #fff; --c1: #e4efe9; --c2: #a9d0c8; --c3: #2a7b78; --c4: #06484b; --on-c-hi: #fff; --map-land: #eee; --map-line: #999; --map-ground: #fff; --shadow: none; --on-teal: #000; --on-teal-2: #222; --halo: #fff; --t-xxl: 26pt; --t-h1: 20pt; --t-xl: 15pt; --s7: 2rem; --s8: 2.5rem; }
          html { font-size: 10pt; background: #fff; }
          body { display: block; }
          .no-print, .skip, .btn, .ask, .disclosure:has(form), .card > form, .filter, .seg, form[role=search], .tilemap + .disclosure, .foot .chainline { display: none !important; }
          .wrap { max-width: none; padding-inline: 0; }
          body:has(.matrix, .exwide) { page: wide; }
          .page { padding-block: 4mm; }
          table[data-sortable] thead { display: table-row-group; }
          body:has(.matrix) :is(h1, .lead, figure p) { max-width: none; margin-bottom: 2mm; }
          body:has(.matrix) .page { padding-block: 2mm; }
          body:has(.matrix) .tilemap > svg { max-width: 75mm; }
          .panel { margin-bottom: 0; }
          .rows > div { padding-block: 1.5mm; }
          .dates li { display: flex; margin: 0; min-height: 0; }
          .lane { margin-top: 4mm; }
          .alert { padding: 2mm 4mm; }
          .topbar { padding-block: 0 3mm; border-bottom: 1px solid var(--line); }
          .notice .wrap { padding-block: 2mm; }
          .hero, .head, .panel { background: none; color: #000; padding: 0 0 4mm; border-radius: 0; }
          .hero em { color: inherit; }
          .path { --ring-a: #064547; --ring-b: #3f8b88; --halo: #fff; }
          .path .span { stroke: var(--amber-edge); }
          .stage strong { text-decoration: none; }
          .card, .cell, .tl li, tr, figure, .panel, .siteitem, .rows > div { break-inside: avoid; }
          .card { box-shadow: none; border-radius: 4mm; padding: 3mm 4mm; }
          figure:has(.matrix) { break-inside: auto; }
          h1, h2, h3, h4, caption, :is(h1, h2, h3) + p { break-after: avoid; }
          tbody tr:first-child { break-before: avoid; }
          .badge { border: 1px solid; padding-block: 0; }
          .results, .listing, .hero > .wrap { grid-template-columns: 1fr; gap: 4mm; }
          .duo { grid-template-columns: 1fr 1fr; gap: 4mm 8mm; }
          .beside { grid-template-columns: minmax(0, 1fr) 58mm; gap: 8mm; }
          .beside .map svg { max-height: 36mm; }
          .beside > div > * + section { margin-top: 6mm; }
          .keyfacts { grid-template-columns: repeat(auto-fit, minmax(30mm, 1fr)); margin-top: 3mm; }
          .map, .tilemap > svg { max-width: 95mm; }
          .map svg { max-height: 95mm; }
          .pin { background: none; color: #000; border: 2px solid; }
          .scroll, .scroll.tall { overflow: visible; max-height: none; }
          .scroll.tall thead th { position: static; }
          .matrix { min-width: 0; font-size: 9pt; }
          .matrix th:first-child { width: 38mm; position: static; }
          .matrix tbody th { font-size: 9.5pt; }
          .matrix tbody td { padding: .4mm; }
          .cell { display: flex; flex-wrap: wrap; gap: 0 1.5mm; min-height: 0; padding: .2mm 2.5mm; line-height: 1.3; }
          .cell b { font-size: 11pt; }
          .cell svg.bar { margin-top: .5mm; }
          .cell .why { order: 2; margin: 0; }
          .cell svg.bar { order: 3; flex: 0 0 100%; }
          .sort { display: inline; min-height: 0; padding: 0; color: inherit; text-decoration: none; appearance: none; }
          .sort::after { display: none; }
          a.cell .why { text-decoration: none; color: inherit; }
          .cell .state { grid-column: 1 / -1; justify-self: start; font-size: 7pt; gap: .5mm; }
          .disclosure > summary .icon { display: none; }
          details::details-content { content-visibility: visible; block-size: auto; }
          svg, .tl li::before, .tl li::after, .steps .ring { print-color-adjust: exact; -webkit-print-color-adjust: exact; }
          .foot { background: none; padding-block: 3mm 0; margin-top: 6mm; break-inside: avoid; }
          main a[href*="://"]::after { content: " (" attr(href) ")"; font-weight: 400; overflow-wrap: anywhere; }
        }

        """
}
