#!/usr/bin/env python3
"""Writes Tests/OffersTests/Fixtures/rrule.txt: random recurrence rules with their days as python-dateutil sees them.

    pip install python-dateutil && scripts/oracle/rrule_oracle.py

One rule a line: start TAB rule TAB first asked day TAB last asked day TAB days separated by blanks.
"""
import random
from datetime import date, datetime, timedelta
from pathlib import Path

from dateutil.rrule import rrulestr

DAYS = ["MO", "TU", "WE", "TH", "FR", "SA", "SU"]
random.seed(20260504)


def start_day():
    special = [date(2024, 2, 29), date(2026, 1, 31), date(2026, 3, 29), date(2026, 10, 25), date(2025, 12, 31), date(2026, 8, 30)]
    if random.random() < 0.3:
        return random.choice(special)
    return date(2023, 1, 1) + timedelta(days=random.randrange(1500))


def rule(start):
    parts = []
    if random.random() < 0.5:
        parts.append("FREQ=WEEKLY")
        if random.random() < 0.7:
            parts.append("BYDAY=" + ",".join(random.sample(DAYS, random.randint(1, 4))))
    else:
        parts.append("FREQ=MONTHLY")
        kind = random.random()
        if kind < 0.45:
            # Not "MO,1TU" in one rule: RFC 5545 means the union, python-dateutil takes the intersection.
            places = random.choice([[""], ["1", "2", "3", "4", "5", "-1", "-2", "-5"]])
            days = {random.choice(places) + random.choice(DAYS) for _ in range(random.randint(1, 3))}
            parts.append("BYDAY=" + ",".join(sorted(days)))
        elif kind < 0.75:
            days = {str(random.choice([1, 15, 28, 29, 30, 31, -1, -2, -30, -31])) for _ in range(random.randint(1, 3))}
            parts.append("BYMONTHDAY=" + ",".join(sorted(days)))
            if random.random() < 0.3:
                parts.append("BYDAY=" + random.choice(DAYS))
    if random.random() < 0.5:
        parts.append(f"INTERVAL={random.choice([2, 2, 3, 4, 6, 12])}")
    end = random.random()
    if end < 0.3:
        parts.append(f"COUNT={random.randint(1, 40)}")
    elif end < 0.6:
        parts.append("UNTIL=" + (start + timedelta(days=random.randrange(1200))).strftime("%Y%m%d"))
    return ";".join(parts)


lines = []
for _ in range(300):
    start = start_day()
    text = rule(start)
    first = start + timedelta(days=random.randrange(-100, 900))
    last = first + timedelta(days=random.randrange(0, 800))
    moment = datetime.combine(start, datetime.min.time())
    found = rrulestr(text, dtstart=moment).between(
        datetime.combine(first, datetime.min.time()), datetime.combine(last, datetime.min.time()), inc=True)
    lines.append("\t".join([str(start), text, str(first), str(last), " ".join(str(d.date()) for d in found)]))

target = Path(__file__).resolve().parents[2] / "Tests/OffersTests/Fixtures/rrule.txt"
target.write_text("\n".join(lines) + "\n")
print(f"{len(lines)} rules, {sum(len(line.split()) for line in lines)} words in {target.name}")
