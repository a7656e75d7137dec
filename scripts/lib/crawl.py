"""Walks through the pages of a house by its links and keeps a few pages of every kind.

A kind is the address with every key taken out: /angebote/3f2c... and /angebote/91aa... are one kind, /suche?alter=7 and
/suche?ort=unna are two. Of names instead of keys (/kette/kreis-unna) a few brothers and sisters are looked at. So a town
with 3,000 offers is walked in seconds and no sort of page is missed.
"""

import re
import urllib.error
import urllib.request
from collections import Counter, deque
from dataclasses import dataclass, field
from urllib.parse import parse_qsl, urljoin, urlsplit

from lxml import html

KEY = re.compile(r"^([0-9a-f]{8}-[0-9a-f-]{27,}|\d+|[A-Za-z0-9_-]{30,})$")


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
    steps = ["*" if KEY.match(step) else step for step in parts.path.split("/")]
    return "/".join(steps) + "?" + "&".join(sorted({name for name, value in parse_qsl(parts.query) if value}))


def family_of(path):
    """The kind one step up, with the fields asked for; nil for pages on the first floor, which are all walked."""
    place, _, fields = kind_of(path).partition("?")
    above, _, _ = place.rpartition("/")
    return f"{above}/+?{fields}" if above.strip("/") and not re.fullmatch(r"/(leicht|-|[a-z]{2})", above) else None


class NoRedirect(urllib.request.HTTPRedirectHandler):
    def redirect_request(self, *_):
        return None


class Walker:
    def __init__(self, base, cookie=None, per_kind=2, per_family=6, at_most=400):
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
            if kinds[kind] >= self.per_kind or (family and families[family] >= self.per_family):
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
        return pages
