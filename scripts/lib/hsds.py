"""Checks a running HSDS API: paging rules of the UK validator, and every answer against the official schemas.

The schemas are not part of this project; they are read from ../shared/data/hsds when that is there.
"""

import json
import os
import urllib.error
import urllib.request
from pathlib import Path

from jsonschema import Draft202012Validator
from referencing import Registry, Resource
from referencing.jsonschema import DRAFT202012 as DRAFT

ROOT = Path(__file__).resolve().parents[2]
SCHEMAS = ROOT.parent / "shared" / "data" / "hsds"
KINDS = {"services": "service", "organizations": "organization", "taxonomies": "taxonomy",
         "taxonomy_terms": "taxonomy_term", "service_at_locations": "service_at_location"}
UK_SINGLES = {"services", "taxonomies", "taxonomy_terms", "service_at_locations"}
ENVELOPE = ["total_items", "total_pages", "page_number", "size", "first_page", "last_page", "empty", "contents"]


class Feed:
    def __init__(self, root):
        self.root, self.problems, self.checked = root, [], 0

    def get(self, path):
        with urllib.request.urlopen(self.root + path, timeout=60) as answer:
            return json.load(answer)

    def expect(self, condition, sentence):
        self.checked += 1
        if not condition:
            self.problems.append(sentence)


def validator(folder, name):
    """A validator whose references by file name stay inside the folder."""
    folder = SCHEMAS / folder / "schema"

    def retrieve(address):
        schema = json.loads((folder / Path(address).name).read_text(encoding="utf-8"))
        return Resource.from_contents(schema, default_specification=DRAFT)

    schema = json.loads((folder / name).read_text(encoding="utf-8"))
    return Draft202012Validator(schema, registry=Registry(retrieve=retrieve))


def check_schema(feed, validate, value, where):
    for error in list(validate.iter_errors(value))[:3]:
        feed.expect(False, f"{where}: {'/'.join(map(str, error.path))}: {error.message[:160]}")
    feed.checked += 1


def check_page(feed, kind, page, number, per_page):
    where = f"/{kind}?page={number}&per_page={per_page}"
    for key in ENVELOPE:
        feed.expect(key in page, f"{where}: {key} missing")
    contents = page.get("contents", [])
    feed.expect(page.get("page_number") == number, f"{where}: page_number {page.get('page_number')}")
    feed.expect(page.get("first_page") == (number == 1), f"{where}: first_page {page.get('first_page')}")
    feed.expect(page.get("last_page") == (number == max(1, page.get("total_pages", 0))),
                f"{where}: last_page {page.get('last_page')} of {page.get('total_pages')}")
    feed.expect(page.get("empty") == (not contents), f"{where}: empty {page.get('empty')}")
    feed.expect(page.get("size") == len(contents), f"{where}: size {page.get('size')}, {len(contents)} contents")
    feed.expect(page.get("last_page") or len(contents) == per_page, f"{where}: {len(contents)} contents in the middle")


def check_paging(feed, kind):
    """First, middle and last page of five; all pages together hold every item once."""
    first = feed.get(f"/{kind}?page=1&per_page=5")
    pages = max(1, first.get("total_pages", 1))
    for number in sorted({1, (pages + 1) // 2, pages}):
        check_page(feed, kind, feed.get(f"/{kind}?page={number}&per_page=5"), number, 5)
    seen = [item["id"] for number in range(1, pages + 1) for item in
            feed.get(f"/{kind}?page={number}&per_page=5")["contents"]] if pages <= 60 else []
    feed.expect(len(seen) == len(set(seen)), f"/{kind}: an item stands on two pages")
    feed.expect(not seen or len(seen) == first["total_items"], f"/{kind}: total_items {first['total_items']}, {len(seen)} found")
    return first


def check_kind(feed, kind, name, singles=20):
    first = check_paging(feed, kind)
    many = feed.get(f"/{kind}?per_page=100")
    if not SCHEMAS.exists():
        return
    core = validator("v3.1", f"{name}.json")
    for item in many["contents"]:
        check_schema(feed, core, item, f"/{kind} {item.get('id')}")
    feed.expect(first["total_items"] > 0, f"/{kind}: nothing in it")
    for item in many["contents"][:: max(1, len(many["contents"]) // singles)]:
        where = f"/{kind}/{item['id']}"
        single = feed.get(where)
        check_schema(feed, core, single, where)
        if kind in UK_SINGLES:
            check_schema(feed, validator("v3.0-uk", f"{name}.json"), single, f"UK {where}")
    if kind in UK_SINGLES and (SCHEMAS / "v3.0-uk" / "schema" / f"{name}_list.json").exists():
        check_schema(feed, validator("v3.0-uk", f"{name}_list.json"), many, f"UK /{kind}")


def check_root(feed):
    root = feed.get("/")
    for key in ("version", "profile", "openapi_url"):
        feed.expect(isinstance(root.get(key), str) and root[key], f"/: {key} missing")
    if SCHEMAS.exists():
        check_schema(feed, validator("v3.0-uk", "api_details.json"), root, "UK /")


def check(root):
    """All checks of one API root; prints the result and returns the number of problems."""
    if not SCHEMAS.exists():
        print(f"  HSDS-Schemata nicht vorhanden ({os.path.relpath(SCHEMAS, ROOT)}): nur Blättern geprüft, Schemata übersprungen")
    feed = Feed(root.rstrip("/"))
    check_root(feed)
    for kind, name in KINDS.items():
        try:
            check_kind(feed, kind, name)
        except urllib.error.HTTPError as refused:
            feed.expect(False, f"{refused.url}: status {refused.code}")
    print(f"  HSDS: {feed.checked} Vergleiche, {len(feed.problems)} Befunde")
    for problem in feed.problems[:40]:
        print(f"    {problem}")
    return len(feed.problems)
