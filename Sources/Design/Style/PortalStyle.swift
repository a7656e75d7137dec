extension StyleSheet {
    /// Start page, results, offer.
    static let portal: StaticString = """
        .hero { background: var(--teal-deep); color: var(--on-teal); border-radius: 0 0 var(--r-l) var(--r-l); padding-block: clamp(2rem, 5vw, 4.5rem) clamp(2.5rem, 5vw, 4.5rem); position: relative; }
        .hero > .wrap { display: grid; grid-template-columns: minmax(0, 1fr) minmax(0, 30rem); gap: var(--s7); align-items: center; }
        .hero h1 { font-size: var(--t-xxl); letter-spacing: -.022em; line-height: 1.06; margin-bottom: var(--s5); }
        .hero .lead { color: var(--on-teal-2); max-width: 30ch; }
        .hero em { font-style: normal; color: var(--amber-on-deep); }
        .path { grid-column: 1 / -1; --halo: var(--teal-deep); --ring-a: #d9efe9; --ring-b: #7cc4ba; }
        .path h2 { margin: 0 0 var(--s4); font-size: var(--t-l); }
        .path .span { stroke: none; }
        .path .ticks, .path .ticks b, .path .stage, .path .stage strong { color: var(--on-teal); }
        .path .stage span { color: var(--on-teal-2); }
        .path .stage:hover { background: rgb(255 255 255 / .1); }
        .hero :focus-visible { outline-color: #fff; }
        .ask :focus-visible { outline-color: var(--focus); }
        .promise { list-style: none; padding: 0; margin: 0; display: flex; flex-wrap: wrap; gap: var(--s2) var(--s5); font-size: var(--t-s); }
        .promise li { display: flex; gap: .5rem; align-items: center; }
        .promise .icon { color: var(--amber-on-deep); }
        .ask { background: var(--surface); color: var(--ink); border-radius: var(--r-l); padding: clamp(1.25rem, 3vw, 2.25rem); box-shadow: var(--shadow); }
        .ask > .q { display: grid; grid-template-columns: 2.4rem minmax(0, 1fr); gap: 0 var(--s3); }
        .ask .field { margin-bottom: var(--s5); }
        .ask :is(label, legend) { font: 600 var(--t-l)/1.3 var(--serif); }
        .ask .choice, .ask .date label { font: 400 var(--t-m)/1.4 var(--sans); }
        .ask .hint { margin-top: var(--s1); }
        .ask .disclosure { border: 0; margin: calc(-1 * var(--s4)) 0 var(--s3); }
        .ask .disclosure > summary { font-size: var(--t-s); }
        .ask .disclosure legend { font: 600 var(--t-m)/1.3 var(--sans); }
        .no { width: 2.4rem; height: 2.4rem; border: 4px solid var(--teal-mid); border-radius: var(--r-full); display: grid; place-items: center; font-weight: 700; font-size: var(--t-s); color: var(--teal); }
        .ask .btn-1 { width: 100%; min-height: 3.25rem; }
        .listing { display: grid; grid-template-columns: 15.5rem minmax(0, 1fr); gap: var(--s6); align-items: start; }
        .results { display: grid; grid-template-columns: 15.5rem minmax(0, 1fr) 17rem; gap: var(--s6); align-items: start; }
        .filter { background: var(--sand); border-radius: var(--r-l); padding: var(--s3) var(--s5); --halo: var(--sand); }
        .filter summary { display: flex; flex-wrap: wrap; gap: var(--s2); align-items: center; font: 600 var(--t-l)/1.2 var(--serif); list-style: none; }
        .filter summary::-webkit-details-marker { display: none; }
        .filter .field { margin-bottom: var(--s4); }
        .filter :is(legend, .field > label:not(.choice)) { font-size: var(--t-s); margin-top: var(--s3); }
        .filter .choice { line-height: 1.3; padding-block: var(--s1); }
        .filter .row { margin-block: var(--s3) var(--s2); }
        .filter .disclosure { margin: 0; }
        .filter .disclosure > summary { font: 600 var(--t-s)/1.3 var(--sans); flex-wrap: nowrap; }
        .filter .count { white-space: nowrap; }
        .filter .disclosure legend { position: absolute; width: 1px; height: 1px; overflow: hidden; clip-path: inset(50%); white-space: nowrap; }
        .filter.wide { margin-block: var(--s6); }
        .wide .filterbody { display: grid; grid-template-columns: repeat(auto-fill, minmax(min(14rem, 100%), 1fr)); gap: 0 var(--s5); align-items: end; }
        .wide .filterbody > :is(.row, .choice, .field:has(.choice)) { grid-column: 1 / -1; }
        .chooser { display: grid; grid-template-columns: repeat(auto-fit, minmax(min(11rem, 100%), 1fr)); gap: var(--s3) var(--s4); align-items: end; background: var(--sand); border-radius: var(--r-m); padding: var(--s3) var(--s4) var(--s4); margin-bottom: var(--s5); }
        .chooser > .btn { justify-self: start; min-height: var(--target); }
        .chooser summary { cursor: pointer; color: var(--teal); text-decoration: underline; text-underline-offset: .2em; padding-block: var(--s2); }
        .chooser .field { margin: 0; }
        .chooser details { grid-column: 1 / -1; }
        .chooser details > div { display: grid; grid-template-columns: repeat(auto-fit, minmax(min(14rem, 100%), 1fr)); gap: var(--s3) var(--s4); align-items: end; padding-top: var(--s3); }
        .hits { list-style: none; padding: 0; margin: 0; }
        .hits > li { max-width: none; }
        .offer { display: grid; grid-template-columns: 2.4rem minmax(0, 1fr); gap: 0 var(--s4); }
        .offer > :not(.pin) { grid-column: 2; }
        .offer > p { margin-bottom: var(--s3); }
        .pin { grid-row: 1 / span 2; min-width: 2.4rem; height: 2.4rem; border-radius: var(--r-full); background: var(--teal); color: var(--paper); display: grid; place-items: center; font-weight: 700; }
        .pin.out { background: transparent; color: var(--teal); border: 3px solid var(--teal-mid); }
        .asked { display: flex; flex-wrap: wrap; gap: var(--s2) var(--s3); align-items: center; margin-bottom: var(--s5); max-width: none; }
        .beside { display: grid; grid-template-columns: minmax(0, 1fr) 20rem; gap: var(--s6) var(--s7); align-items: start; }
        .panel { background: var(--sand); border-radius: var(--r-l); padding: var(--s5); --halo: var(--sand); margin-bottom: var(--s5); }
        .panel > :last-child { margin-bottom: 0; }
        .panel .row > a { min-width: 0; flex: 1; overflow-wrap: anywhere; }
        .panel h2, .panel h3 { margin: 0 0 var(--s3); font-size: var(--t-l); }
        .siteitem { display: grid; grid-template-columns: 1.5rem minmax(0, 1fr); gap: 0 var(--s3); margin-bottom: var(--s4); }
        .siteitem > .icon { color: var(--teal); margin-top: .15em; }
        .siteitem address { font-style: normal; }
        .siteitem p { margin: 0; }
        .tiles { display: grid; grid-template-columns: repeat(auto-fill, minmax(min(16.5rem, 100%), 1fr)); gap: var(--s3); list-style: none; padding: 0; }
        .topic { display: grid; grid-template-columns: auto 1fr auto; gap: var(--s3); align-items: center; min-height: 4rem; padding: var(--s3) var(--s4); background: var(--surface); border: 2px solid var(--line); border-radius: var(--r-m); text-decoration: none; color: var(--ink); height: 100%; }
        .topic strong { font: 600 var(--t-m)/1.25 var(--serif); }
        .topic > .icon { width: 1.7rem; height: 1.7rem; color: var(--teal); stroke-width: 1.7; }
        .topic .count { display: flex; gap: .3rem; align-items: center; color: var(--ink-2); font-size: var(--t-s); font-variant-numeric: tabular-nums; }
        .topic .count .icon { color: var(--teal); }
        .topic:hover { border-color: var(--teal); background: var(--teal-soft); }
        .topic:hover strong { text-decoration: underline; text-underline-offset: .2em; }
        .topic:focus-visible { border-radius: var(--r-m); }
        .orders { display: flex; flex-wrap: wrap; gap: 0 var(--s4); align-items: center; font-size: var(--t-s); margin-bottom: var(--s3); }
        .orders a { min-height: 2.25rem; display: inline-flex; align-items: center; }
        .orders [aria-current] { font-weight: 700; color: var(--ink); text-decoration: none; border-bottom: 3px solid var(--amber); }
        .hits.grid > li, .hits.grid .card { height: 100%; margin: 0; }
        .dates { list-style: none; padding: 0; }
        .dates li { display: flex; flex-wrap: wrap; gap: .1rem .6rem; align-items: center; min-height: 2rem; }
        .dates .icon { color: var(--teal); }
        .origin { border-top: 1px solid var(--line); padding-top: var(--s5); margin-top: var(--s6); }
        .head > .row .btn:only-child { margin: 0; }
        .videoslot { display: grid; place-items: center; aspect-ratio: 16 / 9; max-width: 40rem; border: 5px dashed var(--teal-mid); border-radius: var(--r-l); background: var(--sand); margin-bottom: var(--s5); }
        .videoslot .icon { width: 5rem; height: 5rem; color: var(--teal); stroke-width: 1.3; }
        .nomap { grid-template-columns: 15.5rem minmax(0, 1fr); }
        .worklinks { display: flex; flex-wrap: wrap; gap: 0 var(--s5); list-style: none; padding: 0; }
        .worklinks a { display: inline-flex; align-items: center; min-height: var(--target); font-weight: 600; }
        .easy { font-size: 1.1875rem; line-height: 1.7; }
        .easy p, .easy li { max-width: 48ch; }
        .easy :is(.notice, .source) p { max-width: none; }
        .easy .lead { font-size: var(--t-l); }

        """
}
