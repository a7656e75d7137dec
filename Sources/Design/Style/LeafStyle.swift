extension StyleSheet {
    /// The two-page sheet of a practice and the magazine: leaves of A4 that look on the screen as they do on paper.
    ///
    /// Measures are in the leaf's own letter size, so that lines break alike on screen and paper. Paper is light in dark
    /// mode, too.
    static let leaves: StaticString = """
        .leaf { color-scheme: light; --paper: #fffdf9; --surface: #fffdf9; --sand: #f3ebdc; --line: #ddd2bd; --edge: #7b7260; --ink: #1b2a2b; --ink-2: #4c5857; --teal: #0b5a5c; --teal-deep: #06383b; --teal-mid: #2f827f; --teal-soft: #dcebe7; --amber: #f4ab33; --amber-edge: #965800; --amber-soft: #fdeecb; --halo: #fffdf9; --good: #27653a; --t-xs: .86em; position: relative; max-width: 63em; margin: 0 auto var(--s6); background: var(--paper); color: var(--ink); border: 1px solid var(--line); border-radius: .6em; overflow: clip; box-shadow: var(--shadow); font-size: 1rem; line-height: 1.36; overflow-wrap: break-word; hyphens: auto; print-color-adjust: exact; -webkit-print-color-adjust: exact; }
        .leaf :is(p, li, h1, h2, h3, ul, ol, dl, dd) { margin: 0; max-width: none; }
        .leaf :is(ul, ol) { padding: 0; list-style: none; }
        .leaf a { color: inherit; text-decoration-color: var(--teal-mid); }
        .leaf .icon { color: var(--teal); width: 1.15em; height: 1.15em; }
        .leaf :is(h2, h3):not(.leaf-h1) { font-size: 1.22em; color: var(--teal-deep); margin-bottom: .25em; text-wrap: pretty; }
        .leaf :is(h2, h3, .leaf-lines li) > .icon { display: inline-block; vertical-align: -.2em; margin-inline-end: .35em; }
        .leaf-bar { display: flex; gap: .6em; align-items: center; background: var(--teal-deep); color: #fffaf0; padding: .6em 3.7em; }
        .leaf-bar b { font: italic 600 1.25em/1.2 var(--serif); }
        .leaf-bar .icon { color: #f6b94f; }
        .leaf-bar span { margin-inline-start: auto; text-align: end; font-size: .9em; line-height: 1.2; color: #cfe5e0; }
        .leaf-title { display: grid; grid-template-columns: 7.6em minmax(0, 1fr); gap: 1.6em; align-items: center; background: var(--sand); padding: 1.1em 3.7em 1.2em; }
        .leaf-tile text { font-family: var(--sans); }
        .leaf-place b { color: var(--teal); }
        .leaf-mark { display: inline-block; margin-inline-start: .8em; padding: 0 .6em; border: 1px solid var(--amber-edge); border-radius: 1em; font-size: .9em; }
        .leaf-h1 { font: 600 2.2em/1.1 var(--serif); color: var(--teal-deep); margin-block: .08em .12em !important; text-wrap: balance; }
        .leaf-rest { font: 1.25em/1.25 var(--serif); }
        .leaf-people { font-size: .95em; }
        .leaf-people small { color: var(--ink-2); font-size: .86em; }
        .leaf-body { padding: 1.1em 3.7em 3.1em; }
        .leaf-body > * + * { margin-top: 1.15em !important; }
        .leaf-lead { font: 1.3em/1.32 var(--serif); }
        .leaf-ages .ribbon { margin-block: .3em 0; }
        .leaf-ages .ticks { height: 2.3em; font-size: .8em; }
        .leaf-lines { margin-top: .4em !important; }
        .leaf-lines li { display: inline-block; margin: 0 .6em .3em 0 !important; padding: .1em .8em .1em .6em; border: 1.5px solid var(--teal-mid); border-radius: 2em; font-weight: 600; font-size: .95em; }
        .leaf-three { display: grid; grid-template-columns: repeat(3, minmax(0, 1fr)); gap: 1.15em 1.9em; }
        .leaf-three > section { border-top: 3px solid var(--amber); padding-top: .5em; }
        .leaf-good { display: grid; grid-template-columns: 16em minmax(0, 1fr); gap: 1.4em; }
        .leaf-good > section { background: var(--amber-soft); border-radius: 1em; padding: .75em 1.3em .8em; }
        .leaf-good > .leaf-number { background: var(--teal-soft); }
        .leaf-count { font: 600 1.3em/1.2 var(--serif); color: var(--teal-deep); }
        .leaf-count b { font-size: 2em; }
        .leaf-share { margin-block: .4em .5em; width: 100%; }
        .leaf-share .trk { fill: #fffdf9; stroke: var(--teal-mid); }
        .leaf-share .sup { fill: var(--teal); }
        .leaf-list li { display: flex; gap: .5em; margin-bottom: .22em; }
        .leaf-list .icon { margin-top: .12em; }
        .leaf-unknown { color: var(--ink-2); font-style: italic; }
        .leaf-more { color: var(--ink-2); font-size: .88em; }
        .leaf-back .leaf-body { padding-top: .8em; }
        .leaf-back .leaf-body > * + * { margin-top: .62em !important; }
        .leaf-evidence dl { display: grid; grid-template-columns: minmax(0, 1.5fr) minmax(0, 1fr) minmax(0, 1fr); gap: 1em; }
        .leaf-evidence dl > div { border: 1.5px solid var(--teal-mid); border-radius: .9em; padding: .5em .9em .6em; }
        .leaf-evidence dt { font-weight: 600; color: var(--teal); }
        .leaf-level b { display: inline-block; min-width: 2.1em; margin-inline-end: .3em; padding: .05em .35em; border-radius: .4em; background: var(--teal-deep); color: #fffaf0; text-align: center; }
        .leaf-steps { display: grid; grid-template-columns: repeat(3, minmax(0, 1fr)); gap: .5em 1.4em; counter-reset: leaf; }
        .leaf-steps li { counter-increment: leaf; display: flex; gap: .6em; align-items: flex-start; border-top: 2px solid var(--teal-mid); padding-top: .4em; }
        .leaf-steps li::before { content: counter(leaf); flex: none; width: 2em; text-align: center; font-weight: 700; border: 2px solid var(--teal); background: var(--amber); border-radius: 1em; line-height: 1.35; }
        .leaf-two { display: grid; grid-template-columns: repeat(2, minmax(0, 1fr)); gap: .65em 2.2em; }
        .leaf-facts > div { display: grid; grid-template-columns: 11.5em minmax(0, 1fr); gap: .8em; border-bottom: 1px solid var(--line); padding-block: .1em; }
        .leaf-facts dd { font-weight: 600; }
        .leaf-contact { display: grid; grid-template-columns: 8em minmax(0, 1.25fr) minmax(0, 1fr); gap: 1.4em; align-items: start; background: var(--sand); border-radius: 1em; padding: .7em 1.1em; }
        .leaf-qr svg { width: 8em; height: 8em; }
        .leaf a.leaf-ask { display: inline-block; background: var(--amber); color: #2b1a00; border: 1.5px solid var(--amber-edge); border-radius: 2em; padding: .15em 1.1em; font-weight: 700; text-decoration: none; }
        .leaf a.leaf-ask:hover { text-decoration: underline; }
        .leaf-sources { font-size: .82em; color: var(--ink-2); margin-top: .5em !important; }
        .leaf-foot { position: absolute; inset: auto 4.5em 0; display: flex; justify-content: space-between; font-size: .82em; color: var(--ink-2); padding-block: .5em 1em; border-top: 1px solid var(--line); }
        .leaf-foot span:last-child { white-space: nowrap; }
        .leaf-cover { background: var(--teal-deep); color: #fffaf0; --ring-a: #fffaf0; --ring-b: #7cc4b8; --halo: #06383b; min-height: 80em; padding: 7em 6em 6em; }
        .leaf-cover .leaf-series { display: flex; gap: .5em; align-items: center; font: italic 600 1.6em/1.2 var(--serif); color: #f6b94f; margin-bottom: 7em; }
        .leaf-cover .icon { color: inherit; }
        .leaf-cover .leaf-h1 { font-size: 4.6em; color: inherit; margin-bottom: .3em !important; }
        .leaf-cover .ribbon { margin-block: 9em; }
        .leaf-programme { display: flex; gap: 1em; justify-content: space-between; border-top: 2px solid #7cc4b8; padding-top: 1em; font-size: 1.15em; }
        .leaf-contents li { display: grid; grid-template-columns: minmax(0, 1.7fr) minmax(0, 1fr) 2.5em; gap: 1em; border-bottom: 1px dotted var(--edge); padding-block: .5em; }
        .leaf-contents b { text-align: end; font-variant-numeric: tabular-nums; }
        .leaf-foreword { font: 1.3em/1.5 var(--serif); max-width: 36em; }
        .leaf-foreword p + p { margin-top: .8em; }
        .leaf-index { padding: 3em 3.7em; }
        .leaf-index h3 { margin-top: 1em !important; }
        .leaf-index dl { columns: 2; column-gap: 2.5em; }
        .leaf-index dl > div { margin-bottom: .6em; }
        .leaf-index dt { font-weight: 700; break-after: avoid; }
        .leaf-index dd { padding-inline-start: 1em; font-size: .94em; }
        .leaf-actions { max-width: 63rem; margin: 0 auto var(--s4); }
        @media screen { .leaf-two { gap: 1.3em 2.2em; } .leaf-back .leaf-body > * + * { margin-top: 1.3em !important; } }
        @media print, (min-width: 56rem) { .leaf .ticks .at-second { top: 0; } }
        @media screen and (max-width: 56rem) {
          .leaf .ticks { height: 4.4em; }
          .leaf-bar, .leaf-title, .leaf-body { padding-inline: 1.25em; }
          .leaf-foot { inset-inline: 1.5em; }
          .leaf :is(.leaf-three, .leaf-good, .leaf-two, .leaf-steps, .leaf-evidence dl, .leaf-contact) { grid-template-columns: minmax(0, 1fr); }
          .leaf-title { grid-template-columns: 4.5em minmax(0, 1fr); gap: 1em; }
          .leaf-h1 { font-size: 1.75em; }
          .leaf-cover { min-height: 0; padding: 2em 1.5em; }
          .leaf-cover .leaf-series { margin-bottom: 2em; }
          .leaf-cover .leaf-h1 { font-size: 2.4em; }
          .leaf-cover .ribbon { margin-block: 3em; }
          .leaf-index { padding-inline: 1.25em; }
          .leaf-index dl { columns: 1; }
          .leaf-facts > div { grid-template-columns: 9em minmax(0, 1fr); }
        }
        @page leaf { size: A4; margin: 0; }
        @media print {
          body:has(.leaf) > :is(header, .notice, .foot) { display: none; }
          .page:has(.leaf) { padding: 0; }
          .leaf { page: leaf; width: 210mm; max-width: none; height: 296.5mm; margin: 0; border: 0; border-radius: 0; box-shadow: none; font-size: 9.4pt; break-after: page; }
          .leaf-back { font-size: 8.7pt; }
          .leaf-roomy { font-size: 11pt; }
          .leaf-roomy .ticks { font-size: .68em; }
          .leaf-roomy .leaf-evidence dl { grid-template-columns: repeat(3, minmax(0, 1fr)); }
          .leaf-back.leaf-roomy { font-size: 10.2pt; }
          /* Only browsers: what prints PDF files does not know this question, nor flexible columns. */
          @supports (display: flex) {
            .leaf { display: flex; flex-direction: column; height: auto; min-height: 296.5mm; }
            .leaf-body { flex: 1 0 auto; display: flex; flex-direction: column; }
            .leaf:has(.leaf-contact, .leaf-good) .leaf-body { justify-content: space-between; }
            .leaf-cover .ribbon { margin-block: auto; }
          }
          .leaves:last-child > .leaf:last-child { break-after: auto; }
        }

        """
}
