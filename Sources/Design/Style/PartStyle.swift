extension StyleSheet {
    /// Cards, heads, ways, tasks.
    static let parts: StaticString = """
        .card { background: var(--surface); border: 1px solid var(--line); border-radius: var(--r-l); padding: var(--s5); box-shadow: var(--shadow); --halo: var(--surface); margin-bottom: var(--s4); }
        .card > :is(h2, h3, .h3) { margin: 0 0 var(--s2); font-size: var(--t-l); }
        .card > .row:first-child { margin-bottom: var(--s3); }
        .card > :last-child { margin-bottom: 0; }
        .head { background: var(--sand); border-radius: var(--r-l); padding: clamp(1.25rem, 4vw, 3rem); --halo: var(--sand); margin-bottom: var(--s6); }
        .head > :last-child { margin-bottom: 0; }
        .beside > div > * + section { margin-top: var(--s6); }
        .lane { margin-top: var(--s6); }
        .masthead > h1.h2 { margin-top: 0; }
        .keyfacts { display: grid; grid-template-columns: repeat(auto-fit, minmax(min(11rem, 100%), 1fr)); gap: var(--s4) var(--s5); margin: var(--s5) 0 0; }
        .keyfacts:not(:last-child) { margin-bottom: var(--s5); }
        .keyfacts dt { display: flex; gap: .35rem; align-items: center; font-size: var(--t-xs); color: var(--ink-2); font-weight: 600; }
        .keyfacts .icon { color: var(--teal); }
        .keyfacts dd { margin: 0; font-weight: 600; line-height: 1.4; }
        .back { margin-bottom: var(--s4); }
        .back a { display: inline-flex; gap: .4rem; align-items: center; min-height: var(--target); font-size: var(--t-s); }
        [dir=rtl] .back .icon { transform: scaleX(-1); }
        .crumbs ol { display: flex; flex-wrap: wrap; gap: 0 var(--s2); list-style: none; padding: 0; margin: 0 0 var(--s4); font-size: var(--t-s); }
        .crumbs li { display: flex; align-items: center; gap: var(--s2); min-height: 2rem; }
        .crumbs li + li::before { content: ""; width: .9rem; height: .55rem; border: 2px solid var(--teal-mid); border-radius: var(--r-full); }
        .crumbs [aria-current] { color: var(--ink-2); }
        .pages ul { display: flex; flex-wrap: wrap; gap: var(--s2); list-style: none; padding: 0; margin-top: var(--s5); }
        .pages li { display: grid; place-items: center; }
        .pages a { display: inline-flex; gap: .4rem; align-items: center; justify-content: center; min-width: var(--target); min-height: var(--target); padding-inline: .7rem; border: 2px solid transparent; border-radius: var(--r-full); text-decoration: none; font-weight: 600; }
        .pages a:hover { background: var(--teal-soft); text-decoration: underline; }
        .pages [aria-current] { border-color: var(--teal); }
        .steps ol { display: flex; flex-wrap: wrap; gap: var(--s3) 0; list-style: none; padding: 0; margin-bottom: var(--s6); }
        .steps li { display: flex; align-items: center; gap: var(--s2); flex: 1 1 auto; max-width: none; padding-inline-end: var(--s4); font-size: var(--t-s); color: var(--ink-2); }
        .steps .ring { display: grid; place-items: center; min-width: 3.4rem; height: 2.1rem; padding-inline: .6rem; border: 4px solid var(--line); border-radius: var(--r-full); font-weight: 700; color: var(--ink); }
        .steps .done .ring { border-color: var(--teal-mid); color: var(--teal); }
        .steps .now { font-weight: 700; color: var(--ink); }
        .steps .now .ring { border-color: var(--teal); background: var(--amber); color: var(--on-amber); }
        .donepanel { display: flex; gap: var(--s5); align-items: start; background: var(--good-soft); border-radius: var(--r-l); padding: clamp(1.25rem, 4vw, 2.5rem); margin-bottom: var(--s6); }
        .donepanel > .icon { color: var(--good); width: 3rem; height: 3rem; stroke-width: 1.6; }
        .donepanel p { margin: 0; }
        .consequences { max-width: 46rem; font-size: var(--t-l); line-height: 1.5; }
        .empty { display: grid; gap: var(--s2); justify-items: start; background: var(--sand); border-radius: var(--r-l); padding: clamp(1.25rem, 4vw, 2.5rem); margin-bottom: var(--s5); }
        .empty > .icon { width: 2.25rem; height: 2.25rem; color: var(--teal); stroke-width: 1.6; }
        .empty p, .empty h2 { margin: 0; }
        .empty .row { margin-top: var(--s3); }

        """

    /// Lists of facts, tasks, timeline.
    static let lists: StaticString = """
        .facts { display: flex; flex-wrap: wrap; gap: var(--s1) var(--s5); list-style: none; padding: 0; margin: 0 0 var(--s4); font-size: var(--t-s); }
        .facts li { display: flex; gap: .45rem; align-items: center; }
        .facts .icon { color: var(--teal); }
        .rows { max-width: 52rem; border-block-start: 1px solid var(--line); }
        .rows > div { display: grid; grid-template-columns: minmax(8rem, 14rem) minmax(0, 1fr) auto; gap: var(--s1) var(--s5); padding-block: var(--s3); border-block-end: 1px solid var(--line); }
        * + .rows { margin-top: var(--s5); }
        .rows dd > :is(ul, p):last-child { margin-bottom: 0; }
        .rows dt { font-weight: 600; }
        .rows dd { margin: 0; }
        .rows dd + dd:not(.change) { grid-column: 2; }
        .entries { list-style: none; padding: 0; }
        .entries > li { max-width: 52rem; margin-bottom: var(--s4); }
        .ticked { list-style: none; padding: 0; }
        .ticked li { display: flex; gap: .5rem; margin-bottom: var(--s1); }
        .ticked .icon { color: var(--good); margin-top: .15em; }
        .tasks { list-style: none; padding: 0; max-width: 44rem; border-block-start: 1px solid var(--line); }
        .tasks li { display: flex; flex-wrap: wrap; gap: var(--s2) var(--s4); justify-content: space-between; align-items: center; min-height: 3.25rem; padding-block: .25rem; max-width: none; border-bottom: 1px solid var(--line); }
        .tasks a { display: inline-flex; align-items: center; min-height: var(--target); }
        .tl { list-style: none; padding: 0; margin: 0 0 var(--s5); max-width: 44rem; }
        .tl li { position: relative; padding-block: .2rem var(--s5); padding-inline-start: 3.5rem; min-height: 5.6rem; }
        .tl li::before { content: ""; position: absolute; inset-block: 0 -.85rem; inset-inline-start: .25rem; width: 1.75rem; border: 4px solid var(--teal); border-radius: var(--r-full); }
        .tl li:nth-child(even)::before { border-color: var(--teal-mid); }
        .tl li:last-child::before { inset-block-end: .4rem; }
        .tl li.now::after { content: ""; position: absolute; inset-inline-start: .8rem; top: .75rem; bottom: .1rem; width: .65rem; border: 2px solid var(--amber-edge); border-radius: var(--r-full); background: var(--amber); }
        .tl li.gap::before { border-style: dashed; border-color: var(--bad); }
        .tl .when { font-size: var(--t-s); color: var(--ink-2); display: block; }
        .tl p { margin: 0; }

        """
}
