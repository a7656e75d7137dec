"""Walks through the pages of a house by its links and keeps a few pages of every kind.

A kind is the address with every key taken out: /angebote/3f2c... and /angebote/91aa... are one kind, as are
/kette/kreis-unna and /kette/bielefeld~mitte; /suche?alter=7 and /suche?ort=unna are two. Of a tool's pages of equal
depth (/kette/*/alle/sport, /monitoring/rangliste?kreis=…) a few are looked at. So a town with 3,000 offers is walked in seconds and no
sort of page is missed. In the other languages one page of each kind is enough.
"""

import re
import urllib.error
import urllib.request
from collections import Counter, deque
from dataclasses import dataclass, field
from urllib.parse import parse_qsl, urljoin, urlsplit

from lxml import html

KEY = re.compile(r"[-~\d]")  # the house's own words in addresses are plain; keys have hyphens, tildes or digits
LANGUAGE = re.compile(r"^/(leicht|[a-z]{2})(?=/)")


@dataclass
class Page:
    path: str
    status: int
    headers: dict
    body: bytes
    links: list = field(default_factory=list)

    @property
    def is_html(self):
        return self.headers.get("content-type", "").startswith("text/html")


def kind_of(path):
    parts = urlsplit(path)
    language = LANGUAGE.match(parts.path)
    first, *more = LANGUAGE.sub("", parts.path).strip("/").split("/")
    steps = [first, *("*" if KEY.search(step) else step for step in more)]
    if first == "-":
        steps = [first, *more]
    fields = "&".join(sorted({name for name, value in parse_qsl(parts.query) if value}))
    return (language.group(1) if language else "", "/".join(steps), fields)


def family_of(path):
    """Pages of one tool of a room, equally deep and asked alike; None for the rooms' first pages, which are all walked."""
    language, place, fields = kind_of(path)
    first, *more = place.split("/")
    return (language, first, *more[:1], len(more), bool(fields)) if (more and first != "-") or fields else None


class NoRedirect(urllib.request.HTTPRedirectHandler):
    def redirect_request(self, *_):
        return None


class Walker:
    def __init__(self, base, cookie=None, per_kind=2, per_family=6, at_most=1000):
        self.base, self.cookie, self.at_most = base.rstrip("/"), cookie, at_most
        self.per_kind, self.per_family = per_kind, per_family
        self.opener = urllib.request.build_opener(NoRedirect)

    def fetch(self, path):
        request = urllib.request.Request(self.base + path, headers={"Accept": "text/html", "Accept-Language": "de"})
        if self.cookie:
            request.add_header("Cookie", self.cookie)
        try:
            answer = self.opener.open(request, timeout=60)
        except urllib.error.HTTPError as refused:
            answer = refused
        with answer:
            headers = {name.lower(): value for name, value in answer.headers.items()}
            return Page(path, answer.status, headers, answer.read())

    def links_of(self, page):
        if page.status in (301, 302, 303, 307, 308):
            candidates = [page.headers.get("location", "/")]
        elif page.is_html and page.body:
            candidates = html.fromstring(page.body.decode("utf-8")).xpath("//a/@href | //link/@href | //area/@href")
        else:
            candidates = []
        for link in candidates:
            address = urlsplit(urljoin(self.base + page.path, link))
            if f"{address.scheme}://{address.netloc}" == self.base:
                yield (address.path or "/") + (f"?{address.query}" if address.query else "")

    def walk(self, starts=("/",)):
        """Every page reachable from the starts, at most per_kind of each kind and per_family of each family."""
        waiting, seen, kinds, families, pages = deque(starts), set(starts), Counter(), Counter(), []
        while waiting and len(pages) < self.at_most:
            path = waiting.popleft()
            kind, family = kind_of(path), family_of(path)
            few = 1 if kind[0] else self.per_kind
            if kinds[kind] >= few or (family and families[family] >= self.per_family // (3 if kind[0] else 1)):
                continue
            kinds[kind] += 1
            families[family] += 1
            page = self.fetch(path)
            page.links = list(dict.fromkeys(self.links_of(page)))
            pages.append(page)
            for link in page.links:
                if link not in seen:
                    seen.add(link)
                    waiting.append(link)
        if len(pages) == self.at_most:
            raise RuntimeError(f"more than {self.at_most} kinds of pages: the rest would stay unseen")
        return pages
