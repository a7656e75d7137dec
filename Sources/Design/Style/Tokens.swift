extension StyleSheet {
    /// Colours, type, space and shape under the names that everything else uses. Contrast is checked by a test.
    static let tokens: StaticString = """
        :root {
          color-scheme: light dark;
          --paper: #fbf7ef; --surface: #fffdf9; --sand: #f3ebdc; --line: #ddd2bd; --edge: #7b7260;
          --ink: #1b2a2b; --ink-2: #4c5857;
          --teal: #0b5a5c; --teal-deep: #06383b; --teal-mid: #2f827f; --teal-soft: #dcebe7; --on-teal: #fffaf0; --on-teal-2: #cfe5e0;
          --amber: #f4ab33; --amber-edge: #965800; --amber-soft: #fdeecb; --on-amber: #2b1a00; --amber-on-deep: #f6b94f;
          --info: #1d5686; --info-soft: #e2edf6; --good: #27653a; --good-soft: #e2f0e2;
          --warn: #7d4b00; --warn-soft: #fdeecb; --bad: #a32a1d; --bad-soft: #fbe6e0;
          --focus: #06383b; --focus-halo: #f4ab33;
          --c1: #e4efe9; --c2: #a9d0c8; --c3: #2a7b78; --c4: #06484b; --on-c-hi: #fffaf0;
          --q1: #eef5f0; --q2: #d3e7e1; --q3: #aad1c9; --q4: #74b2ab; --q5: #2a7b78; --q6: #145c5d; --q7: #063a3d;
          --d1: #6b3f00; --d2: #a4681a; --d3: #ebcf9c; --d4: #f5efe3;
          --map-land: #ebe4d3; --map-line: #fffdf9; --map-ground: #f6f0e3;
          --sans: system-ui, -apple-system, "Segoe UI", Roboto, "Noto Sans", "Noto Sans Arabic", sans-serif;
          --serif: Charter, "Bitstream Charter", "Iowan Old Style", "Sitka Text", Cambria, "Noto Serif", serif;
          --t-xs: .8125rem; --t-s: .9375rem; --t-m: 1.0625rem; --t-l: 1.3125rem;
          --t-xl: clamp(1.5rem, 1.2rem + 1.3vw, 2.0625rem); --t-h1: clamp(1.65rem, 1.05rem + 2.8vw, 3rem);
          --t-xxl: clamp(2.25rem, 1.4rem + 3.9vw, 4.5rem);
          --s1: .25rem; --s2: .5rem; --s3: .75rem; --s4: 1rem; --s5: 1.5rem; --s6: 2rem; --s7: 3rem; --s8: 4.5rem;
          --r-s: .5rem; --r-m: 1rem; --r-l: 1.75rem; --r-full: 99rem; --target: 2.75rem;
          --shadow: 0 1px 2px rgb(60 45 15 / .07), 0 10px 30px -14px rgb(60 45 15 / .22);
          --halo: var(--paper);
        }
        @media (prefers-color-scheme: dark) {
          :root {
            --paper: #121b1c; --surface: #1a2627; --sand: #202e2e; --line: #364747; --edge: #8fa09b;
            --ink: #f4eee2; --ink-2: #bcc7c2;
            --teal: #86d5ca; --teal-deep: #0a2d2f; --teal-mid: #5bb3aa; --teal-soft: #1e3f3f; --on-teal: #f9f3e6; --on-teal-2: #bcd8d2;
            --amber: #f6b94f; --amber-edge: #fbd692; --amber-soft: #3d2f12;
            --info: #9dcbf2; --info-soft: #18303f; --good: #9bd7a6; --good-soft: #1a3524;
            --warn: #f6cb7b; --warn-soft: #3d2f12; --bad: #ffb4a4; --bad-soft: #3a231f;
            --focus: #fff4da; --focus-halo: #96661a;
            --c1: #21393a; --c2: #2a5e5d; --c3: #5bb3aa; --c4: #bfeee4; --on-c-hi: #0a2122;
            --q1: #1b2e2f; --q2: #224445; --q3: #2c5f5e; --q4: #3f8984; --q5: #63b8ae; --q6: #93d6cb; --q7: #d2f4ec;
            --d1: #ffe0ab; --d2: #e0a85a; --d3: #75562a; --d4: #2a3233;
            --map-land: #26352f; --map-line: #121b1c; --map-ground: #1a2627;
            --shadow: 0 1px 2px rgb(0 0 0 / .4), 0 10px 30px -14px rgb(0 0 0 / .7);
          }
        }

        """

    /// Elements without a class.
    static let base: StaticString = """
        *, ::before, ::after { box-sizing: border-box; }
        html { font: 100%/1.55 var(--sans); background: var(--paper); color: var(--ink); -webkit-text-size-adjust: 100%; scroll-padding-top: 1rem; }
        body { margin: 0; font-size: var(--t-m); overflow-wrap: break-word; min-height: 100vh; display: flex; flex-direction: column; }
        main { flex: 1 0 auto; width: 100%; }
        main:focus { outline: none; box-shadow: none; }
        h1, h2, h3, h4, .h1, .h2, .h3 { font-family: var(--serif); line-height: 1.16; margin: 0 0 var(--s3); font-weight: 600; letter-spacing: -.012em; text-wrap: balance; hyphens: manual; }
        h1, .h1 { font-size: var(--t-h1); line-height: 1.1; letter-spacing: -.018em; margin-bottom: var(--s4); max-width: 26ch; }
        h2, .h2 { font-size: var(--t-xl); margin-top: var(--s7); }
        h3, .h3 { font-size: var(--t-l); letter-spacing: 0; }
        h3 { margin-top: var(--s5); }
        .h3 { margin-top: 0; }
        h4 { font-size: var(--t-m); }
        :is(header, section, article, aside, .wrap, .head, .card, .lane, .duo > div, .panel) > :is(h2, h3):first-child, h1 + h2 { margin-top: 0; }
        :is(main, .wrap) > :not(.vh) + section { margin-top: var(--s7); }
        p, ul, ol, dl, figure, table, fieldset { margin: 0 0 var(--s4); }
        p, li { max-width: 62ch; }
        p { text-wrap: pretty; }
        ul, ol { padding-inline-start: 1.25rem; }
        a { color: var(--teal); text-underline-offset: .2em; text-decoration-thickness: 1px; }
        a:hover { text-decoration-thickness: 3px; }
        :focus-visible { outline: 3px solid var(--focus); outline-offset: 2px; box-shadow: 0 0 0 8px var(--focus-halo); border-radius: var(--r-s); }
        svg { display: block; max-width: 100%; }
        .sprite { position: absolute; }
        hr { border: 0; border-top: 1px solid var(--line); margin-block: var(--s6); }
        code, kbd, pre { font-family: ui-monospace, "Cascadia Mono", "Noto Sans Mono", monospace; font-size: .92em; }
        pre { background: var(--sand); border-radius: var(--r-m); padding: var(--s4); overflow-x: auto; }
        blockquote { margin: 0 0 var(--s4); padding-inline-start: var(--s5); border-inline-start: 5px solid var(--teal-mid); border-radius: 3px; }
        .icon { width: 1.25em; height: 1.25em; flex: none; fill: none; stroke: currentColor; stroke-width: 2; stroke-linecap: round; stroke-linejoin: round; }
        .wrap { width: 100%; max-width: 76rem; margin-inline: auto; padding-inline: clamp(1rem, 4vw, 2.5rem); }
        .page { padding-block: var(--s6) var(--s8); }
        .narrow { max-width: 44rem; }
        .vh:not(:focus) { position: absolute; width: 1px; height: 1px; overflow: hidden; clip-path: inset(50%); white-space: nowrap; }
        .lead { font-size: var(--t-l); line-height: 1.5; max-width: 54ch; }
        .small { font-size: var(--t-s); }
        .tiny { font-size: var(--t-xs); }
        .muted { color: var(--ink-2); }
        .plain-list { list-style: none; padding: 0; }
        .num { white-space: nowrap; text-align: end; font-variant-numeric: tabular-nums; }
        .row { max-width: none; display: flex; flex-wrap: wrap; gap: var(--s3); align-items: center; }
        .actions { gap: var(--s3) var(--s5); margin-top: var(--s5); }
        .row:empty { display: none; }
        .row:has(+ h1) { margin-bottom: var(--s3); }
        :is(.row, form) + :is(.row:not(.actions), .empty), :is(.grid, .actions) + :is(p, .row:not(.actions)) { margin-top: var(--s4); }
        .duo { display: grid; grid-template-columns: repeat(auto-fit, minmax(min(22rem, 100%), 1fr)); gap: var(--s5) var(--s6); align-items: start; }
        .grid { display: grid; grid-template-columns: repeat(auto-fill, minmax(min(19rem, 100%), 1fr)); gap: var(--s4) var(--s5); }
        .grid > .card { margin: 0; }

        """
}
