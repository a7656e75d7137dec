"""Smoke test of a built binary: version, demo data, first pages, a search on the command line, check, clean stop.

  python3 scripts/lib/smoke.py .build/release/lueckenlos
"""

import json
import subprocess
import sys
import urllib.request

from house import House

PAGES = ["/", "/health", "/metrics", "/-/muster", "/hsds/v3/services"]


def fetch(address):
    with urllib.request.urlopen(address, timeout=30) as answer:
        return answer.status, answer.headers.get_content_type(), answer.read()


def expect(condition, sentence):
    print(("  gut     " if condition else "  FEHLER  ") + sentence)
    return 0 if condition else 1


def main():
    binary = sys.argv[1]
    failures = 0
    version = subprocess.run([binary, "--version"], capture_output=True, text=True, timeout=30)
    failures += expect(version.returncode == 0, f"--version: {version.stdout.strip()}")
    with House(binary) as house:
        print(f"  demo: neue Daten geladen und erste Antwort nach {house.seconds_to_start:.2f} s")
        for path in PAGES:
            status, kind, body = fetch(house.base + path)
            failures += expect(status == 200 and len(body) > 0, f"{path}: {status} {kind}, {len(body)} Bytes")
        found = json.loads(house.run("search", "Eltern", "--age", "7", "--place", "unna", "--format", "json"))
        failures += expect(found["total"] > 0 and found["results"], f"search: {found['total']} Treffer")
        failures += expect(house.stop() == 0, "hält auf SIGTERM hin an, Status 0")
        failures += expect(isinstance(house.run("check"), str), "check: Daten in Ordnung")
        house.command = "serve"
        with house:  # how fast is Benchmarks' business
            print(f"  serve: erste Antwort nach {house.seconds_to_start:.2f} s, "
                  f"{house.memory_in_megabytes()} MB")
            failures += expect(house.stop() == 0, "serve hält an, Status 0")
    sys.exit(1 if failures else 0)


if __name__ == "__main__":
    main()
