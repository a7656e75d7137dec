#!/usr/bin/env python3
"""Reads a calendar file with the package 'icalendar' and checks what calendar programs rely on.

    scripts/oracle/calendar_oracle.py FILE...
    scripts/oracle/calendar_oracle.py --check     the calendars of both rehearsals of the exchange

Ends with status 1 if a file cannot be read, a line is too long or ends wrongly, or an appointment lacks a key, a time or
a title; with --check also if a session of a rehearsal does not begin at 10:00 by German clocks, in summer or winter.
"""

import subprocess
import sys
import tempfile
from datetime import datetime, timedelta
from pathlib import Path
from zoneinfo import ZoneInfo

sys.path.insert(0, str(Path(__file__).resolve().parents[1] / "lib"))

import tools  # noqa: E402

tools.use_project_python()
from computing import BINARY  # noqa: E402
from icalendar import Calendar  # noqa: E402


def problems_of(data, hour):
    lines = data.split(b"\r\n")
    if lines[-1] or any(b"\n" in line or b"\r" in line for line in lines):
        yield "lines must end with CR and LF"
    if any(len(line) > 75 for line in lines):
        yield "a line is longer than 75 bytes"
    events = list(Calendar.from_ical(data).walk("VEVENT"))
    keys = [str(event["UID"]) for event in events]
    if len(set(keys)) < len(keys):
        yield "a key occurs twice"
    for event in events:
        start, end = event.decoded("DTSTART"), event.decoded("DTEND")
        if end <= start or isinstance(start, datetime) and (start.tzinfo is None or end - start > timedelta(days=1)):
            yield f"{event['UID']}: from {start} to {end}"
        local = start.astimezone(ZoneInfo("Europe/Berlin")) if isinstance(start, datetime) else None
        if hour is not None and (local is None or (local.hour, local.minute) != (hour, 0)):
            yield f"{event['UID']}: begins at {local} by German clocks"
        if not str(event.get("SUMMARY", "")).strip() or "DTSTAMP" not in event:
            yield f"{event['UID']}: no title or no stamp"


def check(name, hour=None):
    """Says what a file holds; True if calendar programs can rely on it."""
    data = Path(name).read_bytes()
    found = list(problems_of(data, hour))
    events = Calendar.from_ical(data).walk("VEVENT")
    days = sorted({event.decoded("DTSTART").strftime("%Y-%m-%d") for event in events})
    print(f"{Path(name).name}: {len(events)} Termine an {len(days)} Tagen, {days[0] if days else '–'} bis "
          f"{days[-1] if days else '–'}: {len(found)} Fehler", *found, sep="\n")
    return not found


def check_rehearsals():
    with tempfile.TemporaryDirectory(prefix="lueckenlos-kalender-") as folder:
        files = [Path(folder) / f"{group}.ics" for group in ("kreis-unna", "modellkommunen")]
        for file in files:
            subprocess.run([BINARY, "exchange", "rehearse", file.stem, "--calendar", file], check=True,
                           capture_output=True, cwd=Path(__file__).resolve().parents[2])
        return all([check(file, hour=10) for file in files])


def main():
    sys.exit(0 if (check_rehearsals() if "--check" in sys.argv else all([check(one) for one in sys.argv[1:]])) else 1)


if __name__ == "__main__":
    main()
