"""Forbidden constructs: what must not stand in the project, where, and what to write instead.

Run by scripts/check.sh words. Prints file:line for each finding and ends with status 1 if there is one.
"""

import re
import subprocess
import sys
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]
SWIFT = r"^(Sources|Tests)/.*\.swift$"
PRODUCT = r"^Sources/(?!RoomTesting/|StorageTesting/).*\.swift$"
LONGEST = 500
SOURCE_TOWNS = "stadt-|stadt\\.|kreis-|[a-z]*unna|luenen|selm|kamen|arnsberg|bielefeld|dormagen|dortmund|stadtdo|" \
    "duesseldorf|gelsenkirchen|hamm|moers|moenchengladbach|muenster|oberhausen|witten|wuppertal|isa-muenster"

# (pattern, files, files excepted, what to do instead); comment lines of Swift files are not looked at
RULES = [
    (r"\bfatalError\(", PRODUCT, None, "refuse with an error the caller can show"),
    (r"\btry!", SWIFT, None, "let the error travel"),
    (r"\bas!", SWIFT, None, "use as? and handle nil"),
    (r"@unchecked\s+Sendable", SWIFT, None, "make it a value, an actor or guard it with Mutex"),
    (r"nonisolated\(unsafe\)", SWIFT, None, "make it a value, an actor or guard it with Mutex"),
    (r"\bDispatchQueue\b", SWIFT, None, "use structured tasks"),
    (r"\bTask\.detached\b", SWIFT, None, "use structured tasks"),
    (r"[(,]\s*sql:", r"^Sources/(?!Storage/).*\.swift$", None, "write an SQL literal, its values are bound"),
    (r"\bTODO\b|\bFIXME\b", r"\.(swift|py|md|sh|css|js)$|^(Makefile|scripts/)", r"^scripts/lib/words\.py$",
     "do it, or write an issue"),
    (r"\bDate\(\)|\bDate\.now\b", r"^Sources/(Rooms|Offers|Areas|Design|Web)/.*\.swift$", None,
     "ask the injected clock"),
    (r"^import XCTest", r"^Tests/.*\.swift$", None, "use Swift Testing"),
    (r"(?i)[a-z0-9._-]+@(" + SOURCE_TOWNS + r")[a-z.-]*\.de", r"", r"^scripts/lib/words\.py$",
     "personal contact data from the sources never goes into the project"),
    (r"(?<![\w.])/(?:work|tmp/h|far[m]|root|home/[a-z]+)/(?!lueckenlos)", r"", r"^scripts/lib/words\.py$",
     "no path of one machine in the project"),
    (r"-----BEGIN [A-Z ]*PRIVATE KEY", r"", r"^scripts/lib/words\.py$", "no secret in the project"),
    (r"(?i)(?<![:\w])style=\"|\.onclick\b|<script>", r"^Sources/.*\.swift$", None, "strict CSP: classes and the one script file"),
]


def tracked_files():
    listed = subprocess.run(
        ["git", "ls-files", "-co", "--exclude-standard"], cwd=ROOT, capture_output=True, text=True, check=True)
    return [name for name in listed.stdout.splitlines() if (ROOT / name).is_file()]


def lines_of(name):
    try:
        return (ROOT / name).read_text(encoding="utf-8").splitlines()
    except UnicodeDecodeError:
        return []


def is_comment(name, line):
    return name.endswith(".swift") and line.lstrip().startswith("//")


def findings(name, lines):
    for pattern, files, excepted, instead in RULES:
        if not re.search(files, name) or (excepted and re.search(excepted, name)):
            continue
        for number, line in enumerate(lines, start=1):
            found = re.search(pattern, line)
            if found and ("TODO" in pattern or not is_comment(name, line)):
                yield f"{name}:{number}: {found.group(0).strip()} - {instead}"


def too_long(name, lines):
    """Long files need their reason on line 1, in a comment."""
    if not name.endswith(".swift") or len(lines) <= LONGEST:
        return None
    if re.match(r"// .*\b(long|table|lang|Tabelle)\b", lines[0]):
        return None
    return f"{name}: {len(lines)} lines - split it, or give the reason in a comment on line 1 (// long: ...)"


def main():
    problems = []
    for name in tracked_files():
        lines = lines_of(name)
        problems += findings(name, lines)
        problems += filter(None, [too_long(name, lines)])
    print("\n".join(problems) or "nothing forbidden found")
    sys.exit(1 if problems else 0)


if __name__ == "__main__":
    main()
