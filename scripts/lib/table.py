#!/usr/bin/env python3
"""Shows the first table of an HTML page on standard input as text: `curl -s ADDRESS | scripts/lib/table.py`."""

import sys
from html.parser import HTMLParser


class Table(HTMLParser):
    def __init__(self):
        super().__init__()
        self.rows, self.cell, self.done = [], None, False

    def handle_starttag(self, tag, _):
        if self.done:
            return
        if tag == "tr":
            self.rows.append([])
        if tag in ("td", "th") and self.rows:
            self.cell = []
        elif self.cell is not None:
            self.cell.append(" ")

    def handle_endtag(self, tag):
        if tag in ("td", "th") and self.cell is not None:
            self.rows[-1].append(" ".join("".join(self.cell).split()))
            self.cell = None
        if tag == "table":
            self.done = True

    def handle_data(self, data):
        if self.cell is not None:
            self.cell.append(data)


def main():
    table = Table()
    table.feed(sys.stdin.read())
    columns = max((len(row) for row in table.rows), default=0)
    widths = [max((len(row[n]) for row in table.rows if n < len(row)), default=0) for n in range(columns)]
    for row in table.rows:
        print(" | ".join(cell.ljust(min(width, 22))[:22] for cell, width in zip(row, widths)))


if __name__ == "__main__":
    main()
