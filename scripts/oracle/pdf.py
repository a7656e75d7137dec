#!/usr/bin/env python3
"""Tells what an accessible PDF must have (pikepdf): marked, language, title, PDF/UA, and its structure elements in order.

    scripts/oracle/pdf.py FILE.pdf      prints JSON
"""
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


with pikepdf.open(sys.argv[1]) as pdf:
    root = pdf.Root
    with pdf.open_metadata() as metadata:
        part = metadata.get("pdfuaid:part", "")
        title = metadata.get("dc:title", "")
    print(json.dumps({
        "marked": bool(root.get("/MarkInfo", {}).get("/Marked", False)),
        "language": str(root.get("/Lang", "")),
        "title": title,
        "ua": part,
        "pages": len(pdf.pages),
        "structure": list(elements(root["/StructTreeRoot"])) if "/StructTreeRoot" in root else [],
    }))
