extension StyleSheet {
    /// Way of a transfer, rings of a round, report for the Lenkungsgruppe.
    static let exchange: StaticString = """
        .exsteps { counter-reset: exstep; list-style: none; padding: 0; display: grid; gap: var(--s4); grid-template-columns: repeat(auto-fit, minmax(min(13rem, 100%), 1fr)); }
        .exsteps li { counter-increment: exstep; background: var(--sand); border-radius: var(--r-l); padding: var(--s5); }
        .exsteps li::before { content: counter(exstep); display: grid; place-items: center; width: 3.4rem; height: 2.1rem; border: 4px solid var(--teal-mid); border-radius: var(--r-full); font-weight: 700; margin-bottom: var(--s3); }
        .exline { padding: var(--s4) var(--s5); }
        .exline h3 { margin: 0; }
        .exnext { background: var(--sand); border-radius: var(--r-l); padding: clamp(1.25rem, 3vw, 2rem); --halo: var(--sand); margin-bottom: var(--s7); }
        .exchoose { align-items: end; margin-block: var(--s5); }
        .expath { list-style: none; padding: 0; display: grid; gap: var(--s3) 0; grid-template-columns: repeat(auto-fill, minmax(8.5rem, 1fr)); margin-block: var(--s5); }
        .expath li { display: grid; gap: .1rem; align-content: start; position: relative; padding-inline-end: var(--s2); font-size: var(--t-s); }
        .expath .ring { display: grid; place-items: center; width: 3.4rem; height: 2.1rem; border: 4px solid var(--line); border-radius: var(--r-full); margin-bottom: var(--s1); background: var(--halo); z-index: 1; }
        .expath li:not(:last-child)::before { content: ""; position: absolute; top: .95rem; inset-inline: 3.4rem 0; height: 4px; background: var(--line); }
        .expath .done:not(:last-child)::before { background: var(--teal-mid); }
        .expath .done .ring { border-color: var(--teal-mid); background: var(--teal-soft); }
        .expath .done .icon { color: var(--teal); }
        .expath .now .ring { border-color: var(--teal); background: var(--amber); }
        .expath .later { color: var(--ink-2); }
        .exrings { display: flex; flex-wrap: wrap; gap: var(--s5); align-items: start; }
        .exring { margin: 0; width: 11rem; }
        .exring:has(.exchain) { width: auto; max-width: 22rem; }
        .exring svg { width: 9rem; }
        .exring .exchain { width: auto; height: 3rem; }
        .exring figcaption { font-size: var(--t-s); margin-top: var(--s2); }
        .exloop { fill: none; stroke: var(--teal-mid); stroke-width: 4; }
        .extown { fill: var(--surface); stroke: var(--teal); stroke-width: 4; }
        .exname { fill: var(--ink); font: 600 11px var(--sans); }
        .exarrow { fill: var(--teal); }
        pre { white-space: pre-wrap; overflow-wrap: anywhere; }
        .exreport > * + section { margin-top: var(--s7); }
        @media print {
          .exnext:has(form) { display: none; }
          .duo .rows > div { grid-template-columns: 26mm minmax(0, 1fr); }
          .exwide ~ .scroll table { font-size: 8.5pt; }
          .exwide ~ .scroll :is(th, td) { padding: 1mm 2mm; }
          .exwide ~ .scroll .badge { font-size: 8pt; white-space: normal; border: 0; padding: 0; }
          .exreport { font-size: 10pt; }
          .exreport h1 { font-size: 20pt; }
          .exreport h2 { font-size: 13pt; margin-top: 5mm; }
          .exreport section { break-inside: avoid; }
          .exreport > * + section { margin-top: 6mm; }
        }

        """
}
