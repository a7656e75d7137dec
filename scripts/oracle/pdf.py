#!/usr/bin/env python3
"""Tells what an accessible PDF must have (pikepdf): marked, language, title, PDF/UA, and its structure elements in order.

    scripts/oracle/pdf.py FILE.pdf      prints JSON; PrintTests compares it
    scripts/oracle/pdf.py --check       whether this script tells a tagged PDF from one that is not
"""
import io
import json
import sys

import pikepdf


def elements(node):
    if isinstance(node, pikepdf.Dictionary):
        if "/S" in node:
            yield str(node["/S"])[1:]
        yield from elements(node.get("/K", pikepdf.Array()))
    elif isinstance(node, pikepdf.Array):
        for child in node:
            yield from elements(child)


def findings(file):
    with pikepdf.open(file) as pdf:
        root = pdf.Root
        with pdf.open_metadata() as metadata:
            part = metadata.get("pdfuaid:part", "")
            title = metadata.get("dc:title", "")
        return {
            "marked": bool(root.get("/MarkInfo", {}).get("/Marked", False)),
            "language": str(root.get("/Lang", "")),
            "title": title,
            "ua": part,
            "pages": len(pdf.pages),
            "structure": list(elements(root["/StructTreeRoot"])) if "/StructTreeRoot" in root else [],
        }


def self_check():
    from weasyprint import HTML

    page = HTML(string='<html lang="de"><title>Titel</title><h1>Eins</h1><p>Zwei</p></html>')
    tagged = findings(io.BytesIO(page.write_pdf(pdf_variant="pdf/ua-1")))
    plain = findings(io.BytesIO(page.write_pdf()))
    structure = [name for name in tagged["structure"] if name in ("H1", "P")]
    good = tagged["marked"] and tagged["language"] == "de" and tagged["ua"] == "1" and structure == ["H1", "P"]
    print(f"getaggt erkannt: {good}, ohne Tags erkannt: {not plain['marked'] and not plain['structure']}")
    return 0 if good and not plain["marked"] and not plain["structure"] else 1


if sys.argv[1] == "--check":
    sys.exit(self_check())
print(json.dumps(findings(sys.argv[1])))
