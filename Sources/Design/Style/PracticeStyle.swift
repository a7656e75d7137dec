extension StyleSheet {
    /// Good practice: the three axes and what stands side by side.
    static let practices: StaticString = """
        .proofs { display: flex; flex-wrap: wrap; gap: var(--s2) var(--s5); list-style: none; padding: 0; margin: 0 0 var(--s3); font-size: var(--t-s); line-height: 1.35; }
        .proofs li { display: grid; grid-template-columns: auto minmax(0, 1fr); gap: 0 .6rem; align-items: center; margin: 0; }
        .proofs b { display: grid; place-items: center; min-width: 2.9rem; min-height: 2rem; border: 3px solid var(--teal); border-radius: var(--r-full); color: var(--teal); }
        .proofs small { display: block; color: var(--ink-2); font-size: var(--t-xs); }
        .proofs .past { color: var(--ink-2); }
        .proofs .past b { border: 2px dashed var(--ink-2); color: var(--ink-2); }
        .proofs.tall { flex-direction: column; gap: var(--s4); }
        .proofs.tall li { align-items: start; }
        .proofs.tall b { margin-top: .1rem; }
        .proofs.tall strong { display: block; font-size: var(--t-m); }
        .proofs .bad b { border: 3px double var(--bad); color: var(--bad); }
        .disclosure:has(.picks) { max-width: none; }
        .picks .field:has(.many) { max-width: none; margin-bottom: var(--s6); }
        .picks .many { columns: 3 18rem; column-gap: var(--s6); margin-top: var(--s3); }
        .picks .many .choice { align-items: flex-start; line-height: 1.35; padding-block: var(--s3); border-block-end: 1px solid var(--line); }
        .picks .many .hint { margin-top: .15rem; }
        .sides { display: grid; grid-template-columns: repeat(auto-fit, minmax(min(17rem, 100%), 1fr)); gap: 0 var(--s6); }
        .beside > div > .sides > section { margin-top: var(--s6); }

        """
}
