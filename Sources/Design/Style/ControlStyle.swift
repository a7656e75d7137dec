extension StyleSheet {
    /// Buttons, badges, messages.
    static let controls: StaticString = """
        .btn { display: inline-flex; align-items: center; justify-content: center; gap: .5rem; min-height: var(--target); padding: .55rem 1.4rem; border: 2px solid transparent; border-radius: var(--r-full); font: 600 var(--t-m)/1.2 var(--sans); text-decoration: none; cursor: pointer; }
        .btn:focus-visible { border-radius: var(--r-full); }
        .btn[hidden] { display: none; }
        .btn-1 { background: var(--amber); color: var(--on-amber); border-color: var(--amber-edge); }
        .btn-1:hover { text-decoration: underline; box-shadow: 0 0 0 3px var(--amber-edge); }
        .btn-2 { background: var(--teal); color: var(--paper); }
        .btn-2:hover { text-decoration: underline; box-shadow: 0 0 0 3px var(--teal-mid); }
        .btn-3 { background: transparent; color: var(--teal); border-color: currentColor; }
        .btn-3:hover { background: var(--teal-soft); }
        .btn-4 { background: transparent; color: var(--bad); border-color: currentColor; }
        .btn-4:hover { background: var(--bad-soft); }
        .btn.sm { font-size: var(--t-s); padding-inline: 1.1rem; }
        [dir=rtl] .btn .icon { transform: scaleX(-1); }
        .badge { display: inline-flex; align-items: center; gap: .35em; padding: .15rem .65rem; border-radius: var(--r-full); font-size: var(--t-xs); font-weight: 600; background: var(--sand); color: var(--ink); }
        .filter .badge, .head .badge:not(.good, .warn, .bad, .info) { background: var(--surface); }
        td .badge { white-space: nowrap; }
        .badge.good, .alert.good { background: var(--good-soft); color: var(--good); }
        .badge.warn, .alert.warn { background: var(--warn-soft); color: var(--warn); }
        .badge.bad, .alert.bad { background: var(--bad-soft); color: var(--bad); }
        .badge.info, .alert.info { background: var(--info-soft); color: var(--info); }
        .alert { display: flex; gap: var(--s3); padding: var(--s4) var(--s5); border-radius: var(--r-m); border: 1px solid; margin-bottom: var(--s4); max-width: 46rem; }
        .alert p { margin: 0; overflow-wrap: anywhere; color: var(--ink); }
        .alert .icon { margin-top: .15em; }
        .seg { display: inline-flex; flex-wrap: wrap; border: 2px solid var(--teal); border-radius: var(--r-full); overflow: clip; overflow-clip-margin: 12px; margin-bottom: var(--s4); }
        .seg a { min-height: 2.5rem; padding: .4rem 1.1rem; display: inline-flex; align-items: center; font-weight: 600; font-size: var(--t-s); text-decoration: none; border-radius: var(--r-full); }
        .seg a:hover { text-decoration: underline; }
        .seg [aria-current] { background: var(--teal); color: var(--paper); }
        details > summary { cursor: pointer; min-height: var(--target); align-content: center; }
        .disclosure { border-block-end: 1px solid var(--line); margin-bottom: var(--s3); max-width: 60rem; }
        .disclosure > summary { display: flex; gap: var(--s2); align-items: center; font-weight: 600; color: var(--teal); list-style: none; }
        .disclosure > summary::-webkit-details-marker { display: none; }
        .disclosure > summary:hover { text-decoration: underline; text-underline-offset: .2em; }
        .disclosure[open] > summary .icon { transform: rotate(180deg); }
        .disclosure > div { padding-block: var(--s2) var(--s4); }
        .card > .disclosure:last-child { border: 0; }

        """

    /// Form fields.
    static let fields: StaticString = """
        form { margin: 0; }
        label, legend { font-weight: 600; padding: 0; }
        legend { float: inline-start; width: 100%; }
        legend + * { clear: both; }
        .hint { display: block; font-weight: 400; font-size: var(--t-s); color: var(--ink-2); max-width: 62ch; }
        .optional { font-weight: 400; font-size: var(--t-s); color: var(--ink-2); }
        fieldset { border: 0; padding: 0; min-width: 0; }
        fieldset:focus { outline: none; }
        .field { margin-bottom: var(--s5); max-width: 40rem; }
        .line .field { margin-bottom: var(--s3); }
        .line > .field:first-child { flex: 1 1 18rem; }
        .field > label:not(.choice) { display: block; }
        .group { margin-block: var(--s6); }
        .group > legend { margin-bottom: var(--s4); }
        input:not([type=checkbox], [type=radio]), select, textarea { width: 100%; min-height: 3rem; margin-top: var(--s1); padding: .5rem .85rem; font: inherit; color: var(--ink); background: var(--surface); border: 2px solid var(--edge); border-radius: var(--r-s); }
        :is(input, select, textarea):hover { border-color: var(--teal); }
        input[type=file] { padding: .45rem; }
        input::file-selector-button { font: 600 var(--t-s)/1.2 var(--sans); min-height: 2rem; padding: .3rem 1rem; margin-inline-end: var(--s3); border: 2px solid var(--teal); border-radius: var(--r-full); background: transparent; color: var(--teal); cursor: pointer; }
        .w-half { max-width: 20rem; }
        .w-short { max-width: 9rem; }
        textarea { resize: vertical; }
        input[type=checkbox], input[type=radio] { width: 1.5rem; height: 1.5rem; margin: 0; accent-color: var(--teal); flex: none; }
        .choice { display: flex; gap: var(--s3); align-items: center; min-height: var(--target); font-weight: 400; cursor: pointer; overflow-wrap: anywhere; }
        .choice:hover span:first-of-type { text-decoration: underline; text-underline-offset: .2em; }
        .choice .hint { display: block; }
        .choice .count { margin-inline-start: auto; color: var(--ink-2); font-size: var(--t-s); font-variant-numeric: tabular-nums; }
        .choices.inline { display: flex; flex-wrap: wrap; gap: 0 var(--s5); }
        .choices.many { columns: 17rem; }
        .choices.many .choice { break-inside: avoid; }
        .range { display: flex; align-items: center; gap: var(--s3); }
        .range input { flex: 1 1 8rem; min-width: 6rem; min-height: 2.5rem; margin: 0; padding: 0; accent-color: var(--teal); }
        .with-suffix { display: flex; align-items: baseline; gap: var(--s2); }
        .search { display: flex; flex-wrap: wrap; gap: var(--s2); align-items: end; margin-top: var(--s1); }
        .search input { flex: 1 1 14rem; margin: 0; }
        .search .btn { min-height: 3rem; }
        .field.err { border-inline-start: 5px solid var(--bad); padding-inline-start: var(--s4); }
        .field.err [aria-invalid] { border-color: var(--bad); border-width: 3px; }
        .errmsg { display: flex; gap: .4rem; align-items: center; margin: var(--s1) 0; color: var(--bad); font-weight: 600; }
        .errsum { border: 3px solid var(--bad); border-radius: var(--r-m); background: var(--surface); padding: var(--s5); margin-bottom: var(--s6); max-width: 40rem; }
        .errsum h2 { display: flex; gap: var(--s2); align-items: center; color: var(--bad); }
        .errsum a { color: var(--bad); font-weight: 600; }
        .errsum ul { margin: 0; }
        .date { display: flex; flex-wrap: wrap; gap: var(--s3); }
        .date > div { width: 5rem; }
        .date > div:last-child { width: 7rem; }
        .date label { font-weight: 400; font-size: var(--t-s); }

        """
}
