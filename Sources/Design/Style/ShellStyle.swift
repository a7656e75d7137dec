extension StyleSheet {
    /// Skip link, header, navigation, notice, footer.
    static let shell: StaticString = """
        .skip { position: absolute; inset: -10rem auto auto .5rem; z-index: 9; padding: .75rem 1.25rem; background: var(--surface); border-radius: var(--r-s); font-weight: 600; }
        .skip:focus { inset-block-start: .5rem; }
        .topbar { display: flex; flex-wrap: wrap; gap: var(--s1) var(--s4); align-items: center; padding-block: var(--s3); }
        .brand { display: flex; gap: var(--s3); align-items: center; margin-inline-end: auto; color: inherit; text-decoration: none; line-height: 1.2; }
        .brand:hover b { text-decoration: underline; text-underline-offset: .2em; }
        .crest { width: 2.4rem; flex: none; }
        .crest .shield { fill: #06383b; stroke: #f4ab33; stroke-width: 2; }
        .crest .l1 { stroke: #fffaf0; }
        .crest .l2 { stroke: #f6b94f; }
        .brand b { font: 600 1.25rem/1.15 var(--serif); display: block; }
        .brand small { color: var(--ink-2); font-size: var(--t-xs); }
        .langs ul, .services ul, .foot ul { display: flex; flex-wrap: wrap; gap: 0 var(--s1); list-style: none; padding: 0; margin: 0; }
        .langs a, .account a, .account button, .foot li a { display: inline-flex; align-items: center; gap: .4rem; min-height: var(--target); padding-inline: .7rem; border-radius: var(--r-full); text-decoration: none; font-size: var(--t-s); }
        :is(.langs, .account, .foot li) :is(a, button):hover { background: var(--teal-soft); text-decoration: underline; }
        .langs [aria-current] { font-weight: 700; background: var(--teal-soft); }
        .account { display: flex; align-items: center; }
        .topbar:has(.exit) .langs { order: 5; width: 100%; margin-inline-start: -.7rem; }
        .account form { margin: 0; }
        button.plain { border: 0; background: none; color: var(--teal); font: inherit; font-size: var(--t-s); cursor: pointer; }
        .exit { background: var(--ink); color: var(--paper); }
        .exit:hover { background: var(--teal-deep); color: var(--on-teal); text-decoration: underline; }
        .services { border-block: 1px solid var(--line); }
        .services ul { gap: 0 var(--s5); }
        .services ul a { display: inline-flex; align-items: center; min-height: 3.1rem; text-decoration: none; font-weight: 600; border-block: 4px solid transparent; border-radius: 3px; }
        .services ul a:hover { border-block-end-color: var(--line); }
        .services ul [aria-current] { border-block-end-color: var(--amber); color: var(--ink); }
        .services summary { color: var(--teal); font-weight: 600; }
        .notice { background: var(--info-soft); color: var(--info); font-size: var(--t-s); }
        .notice .wrap { display: flex; gap: var(--s3); align-items: center; padding-block: var(--s2); }
        .notice p { margin: 0; max-width: none; }
        .foot { border-top: 1px solid var(--line); padding-block: var(--s5) var(--s6); background: var(--sand); }
        .foot li a { padding-inline: .45rem; }
        .foot ul { margin-inline: -.45rem; margin-block: var(--s2) var(--s3); }
        .foot p { margin: 0; }
        .chainline { width: 5.5rem; }
        .embedded { padding: var(--s4); }
        .chainline .a { stroke: var(--teal); }
        .chainline .b { stroke: var(--teal-mid); }

        """
}
