"""Checks the catalogue of open data and the files it names: scripts/api runs it on a house.

The three notations must mean the same (rdflib), fulfil what DCAT-AP.de 3.0 demands (pyshacl, dcat_ap_de.ttl beside this
file), every address in it must answer, and CSV, its description and JSON must carry the same values.
"""

import csv
import io
import json
import sys
import urllib.error
import urllib.request
from pathlib import Path

SHAPES = Path(__file__).with_name("dcat_ap_de.ttl")
CATALOGUE = "/offene-daten/katalog"
NOTATIONS = [("ttl", "turtle"), ("rdf", "xml"), ("jsonld", "json-ld")]
NUMBERS = ("value", "lower", "upper", "events", "base")


def fetch(url):
    with urllib.request.urlopen(url, timeout=30) as answer:
        return answer.read().decode("utf-8")


def check(base):
    """Prints what is wrong; returns how many things."""
    try:
        import pyshacl
        import rdflib
        from rdflib.compare import isomorphic
    except ImportError:
        sys.exit("Für den Katalog fehlen Werkzeuge: bitte 'scripts/setup --test' aufrufen.")
    problems = []
    graphs = {}
    for ending, notation in NOTATIONS:
        graphs[ending] = rdflib.Graph().parse(data=fetch(f"{base}{CATALOGUE}.{ending}"), format=notation)
    turtle = graphs["ttl"]
    for ending, graph in graphs.items():
        if not isomorphic(turtle, graph):
            problems.append(f"katalog.{ending} sagt etwas anderes als katalog.ttl")
    conforms, _, report = pyshacl.validate(turtle, shacl_graph=rdflib.Graph().parse(SHAPES), advanced=True)
    if not conforms:
        problems.append(report)
    problems += dead_addresses(turtle, base)
    datasets = json.loads(fetch(f"{base}/api/monitoring/indicators?perPage=1000"))["items"]
    for dataset in datasets:
        problems += different_values(base, dataset["key"])
    for problem in problems:
        print(problem)
    print(f"Katalog: {len(turtle)} Aussagen in drei Schreibweisen, {len(datasets)} Datensätze, {len(problems)} Fehler")
    return len(problems)


def dead_addresses(graph, base):
    """Pages and files of the house that the catalogue names and that do not answer."""
    from rdflib import Namespace

    dcat = Namespace("http://www.w3.org/ns/dcat#")
    named = {
        str(address).partition("#")[0]
        for name in ("landingPage", "accessURL", "downloadURL", "endpointURL", "endpointDescription")
        for address in graph.objects(predicate=dcat[name])
    }
    for address in sorted(named):
        if not address.startswith(base):
            yield f"{address} gehört nicht zum Haus"
            continue
        try:
            fetch(address)
        except urllib.error.URLError as error:
            yield f"{address}: {error}"


def different_values(base, key):
    """Where the CSV file, its description, the JSON file and the interface do not carry the same."""
    folder = f"{base}/offene-daten/kenngroessen/{key}"
    description = json.loads(fetch(f"{folder}/werte.csv-metadata.json"))
    dialect = description["dialect"]
    text = fetch(f"{folder}/werte.csv").removeprefix("\ufeff")
    rows = list(csv.DictReader(io.StringIO(text), delimiter=dialect["delimiter"]))
    columns = description["tableSchema"]["columns"]
    if rows and list(rows[0]) != [column["name"] for column in columns]:
        yield f"{key}: die Beschreibung nennt andere Spalten als werte.csv"
    values = json.loads(fetch(f"{folder}/werte.json"))["values"]
    paged, page = [], 1
    while True:
        part = json.loads(fetch(f"{base}/api/monitoring/indicators/{key}/values?perPage=500&page={page}"))
        paged += part["items"]
        if page >= part["pages"]:
            break
        page += 1
    if paged != values:
        yield f"{key}: die Seiten der Schnittstelle sind zusammen etwas anderes als werte.json"
    if len(rows) != len(values):
        yield f"{key}: {len(rows)} Zeilen in werte.csv, {len(values)} Werte in werte.json"
        return
    for row, value in zip(rows, values):
        for name in NUMBERS:
            number = float(row[name].replace(",", ".")) if row[name] else None
            if number != value[name]:
                yield f"{key} {row['areaKey']} {row['period']}: {name} ist {row[name]!r} und {value[name]!r}"
        if value["state"] != "available" and any(value[name] is not None for name in NUMBERS):
            yield f"{key} {row['areaKey']} {row['period']}: {value['state']}, trägt aber Zahlen"
