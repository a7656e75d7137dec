#!/usr/bin/env python3
"""Measures the speed of the release binary on this machine and prints docs/PERFORMANCE.md's table with the figures.

  make bench                                builds it first
  Benchmarks/run.py --quick                 without 200,000 offers and without signing in (a minute)
  Benchmarks/run.py --binary PATH           another binary

Needs wrk (scripts/setup --test). Every figure is the best of several runs, so that other work on the machine disturbs
least; the load is printed beside them. Everything happens in a temporary folder and on this machine only.
"""

import argparse
import csv
import os
import platform
import re
import shutil
import statistics
import subprocess
import sys
import tempfile
import time
import urllib.request
from pathlib import Path

ROOT = Path(__file__).resolve().parents[1]
sys.path.insert(0, str(ROOT / "scripts" / "lib"))

from house import House, free_port  # noqa: E402

RUNS = 5
SECONDS = 4
SEARCHES = ["/angebote", "/angebote?alter=7", "/angebote?was=Beratung", "/angebote?was=Hebame", "/angebote?alter=36",
            "/angebote?was=Krabbelgruppe&alter=7", "/angebote?seite=2", "/angebote?was=Sprachkurs", "/angebote?kosten=frei"]


class Bench:
    def __init__(self, binary, folder):
        self.binary, self.folder, self.rows = str(binary), folder, []

    def run(self, *arguments):
        environment = {key: value for key, value in os.environ.items() if not key.startswith("LUECKENLOS_")}
        done = subprocess.run([self.binary, *map(str, arguments)], capture_output=True, text=True, env=environment,
                              cwd=ROOT)
        if done.returncode != 0:
            sys.exit(f"lueckenlos {arguments}: {done.stdout}{done.stderr}")
        return done.stdout

    def row(self, what, budget, measured, fits=None):
        mark = "" if fits is None else ("ja" if fits else "**nein**")
        self.rows.append(f"| {what} | {budget} | {measured} | {mark} |")
        print(self.rows[-1], flush=True)

    def data(self, name, offers):
        folder = self.folder / name
        if not folder.exists():
            self.run("synth", "--offers", offers, "--data", folder)
        return folder

    def serving(self, data):
        house = House(self.binary, command="serve")
        house.data = data
        house.environment.pop("LUECKENLOS_DEVELOPMENT", None)
        return house


def start(bench):
    data = bench.folder / "demo"
    bench.run("demo", "--load-only", "--data", data)
    answers, firsts, memory = [], [], []
    for _ in range(RUNS):
        with bench.serving(data) as house:
            answers.append(house.seconds_to_start)
            began = time.monotonic()
            fetch(house.base + "/angebote")
            firsts.append(time.monotonic() - began)
            fetch_all(house.base, ["/", *SEARCHES, "/kette", "/netze", "/praxis"])
            memory.append(house.memory_in_megabytes())
    total = min(answer + first for answer, first in zip(answers, firsts))
    bench.row("Start bis zur ersten Antwort, Vorführdaten", "< 1 s", f"{min(answers):.2f} s", min(answers) < 1)
    bench.row("Start bis zur ersten Trefferliste (mit Aufbau des Suchindex)", "< 1 s", f"{total:.2f} s", total < 1)
    bench.row("Speicher (RSS) nach 13 Seiten", "< 150 MB", f"{max(memory)} MB", max(memory) < 150)


def fetch(address, encoding="identity"):
    request = urllib.request.Request(address, headers={"Accept-Encoding": encoding})
    with urllib.request.urlopen(request, timeout=60) as answer:
        return answer.read()


def fetch_all(base, paths):
    for path in paths:
        fetch(base + path)


def search(bench, offers, budget):
    data = bench.data(f"offers-{offers}", offers)
    found = []
    for _ in range(3):
        line = bench.run("measure", "search", "--data", data).splitlines()[-1]
        middle, most, memory = re.search(r"p50 ([\d.e-]+) ms, p95 ([\d.e-]+) ms, RSS (\d+) MB", line).groups()
        found.append((float(middle), float(most), int(memory)))
    middle, most, memory = min(found)
    bench.row(f"Suche mit Facetten, {format(offers, ',').replace(',', '.')} Angebote", f"p50 < {budget} ms",
              f"p50 {middle:.2f} ms, p95 {most:.2f} ms, {memory} MB", middle < budget)


def practices(bench):
    """Search for good practice with all facets, from the question to the finished page, among 5,000 invented ones."""
    found = []
    for _ in range(3):
        line = bench.run("measure", "practices", "--data", bench.folder / "practices").splitlines()[-1]
        middle, most = re.search(r"p50 ([\d.e-]+) ms, p95 ([\d.e-]+) ms", line).groups()
        found.append((float(middle), float(most)))
    middle, most = min(found)
    bench.row("Gute Praxis: Suche mit Facetten bis zur fertigen Seite, 5.000 Praxen", "p50 < 5 ms",
              f"p50 {middle:.2f} ms, p95 {most:.2f} ms", middle < 5)


def pages(bench):
    """Every page with the demonstration's data (texts, networks) and with 3,000 offers (long lists)."""
    sizes, times = {}, {}
    houses = {"Vorführdaten": bench.folder / "demo", "3.000 Angebote": bench.data("offers-3000", 3_000)}
    for name, data in houses.items():
        for _ in range(3):
            for line in bench.run("measure", "pages", "--data", data).splitlines():
                address, size, middle, _ = line.split("\t")
                sizes[address, name] = int(size)
                times[address, name] = min(times.get((address, name), 1e9), float(middle))
    shown = [page for page in sizes if page[0] != "/-/muster"]
    largest, slowest = max(shown, key=sizes.get), max(shown, key=times.get)
    bench.row("Größte Seite (HTML, unverpackt)", "<= 60 kB", f"{sizes[largest] / 1000:.1f} kB ({', '.join(largest)})",
              sizes[largest] <= 60_000)
    bench.row("Langsamste Seite: Frage, Suche, Datenbank und Ausgabe", "< 5 ms",
              f"p50 {times[slowest]:.2f} ms ({', '.join(slowest)})", times[slowest] < 5)
    with bench.serving(houses["3.000 Angebote"]) as house:
        count = requests_of(house.base, "/angebote")
    bench.row("Anfragen bis zur vollständigen ersten Seite", "<= 3", str(count), count <= 3)
    return [f"| `{address}` | {name} | {sizes[address, name] / 1000:.1f} | {times[address, name]:.2f} |"
            for address, name in sizes]


def requests_of(base, path):
    """The page itself and what it needs to be shown; the sign in the browser's tab is loaded later and not counted."""
    html = fetch(base + path).decode()
    tags = re.findall(r"<(?:link|script|img|iframe|source)\b[^>]*>", html)
    wanted = set()
    for tag in tags:
        if tag.startswith("<link") and not re.search(r"rel=\"?(stylesheet|preload|modulepreload)", tag):
            continue
        wanted |= set(re.findall(r"(?:href|src)=\"([^\"#]+)\"", tag))
    return 1 + len(wanted)


def wrk(base, paths, headers=(), isAlwaysNew=False):
    """Answers per second. `isAlwaysNew`: no address comes twice, so that no finished page is given again."""
    fresh = '.. string.format("&lauf=%.0f", count)' if isAlwaysNew else ""
    script = "paths = {" + ", ".join(f'"{path}"' for path in paths) + "}\n" + """
local turn, count = 0, os.time() * 1000000
request = function() turn = turn % #paths + 1; count = count + 1; return wrk.format("GET", paths[turn] FRESH) end
""".replace("FRESH", fresh)
    with tempfile.NamedTemporaryFile("w", suffix=".lua") as file:
        file.write(script)
        file.flush()
        options = [part for header in headers for part in ("-H", header)]
        text = subprocess.run(["wrk", "-t1", "-c16", f"-d{SECONDS}s", *options, "-s", file.name, base],
                              capture_output=True, text=True, check=True, timeout=60).stdout
    errors = re.search(r"Non-2xx or 3xx responses: (\d+)", text)
    if errors:
        sys.exit(f"{paths}: {errors.group(0)}")
    return float(re.search(r"Requests/sec:\s+([\d.]+)", text).group(1))


def throughput(bench):
    port = free_port()
    plain = subprocess.Popen([bench.binary, "measure", "hello", "--port", str(port)], stdout=subprocess.DEVNULL,
                             stderr=subprocess.DEVNULL)
    try:
        time.sleep(1)
        with bench.serving(bench.data("offers-3000", 3_000)) as house:
            fetch_all(house.base, SEARCHES)
            figures = {"hello": [], "health": [], "one": [], "many": [], "gzip": [], "new": []}
            for _ in range(RUNS):
                figures["hello"].append(wrk(f"http://127.0.0.1:{port}", ["/hello"]))
                figures["health"].append(wrk(house.base, ["/health"]))
                figures["one"].append(wrk(house.base, ["/angebote?alter=7"]))
                figures["many"].append(wrk(house.base, SEARCHES))
                always = [path + ("" if "?" in path else "?seite=1") for path in SEARCHES]
                figures["new"].append(wrk(house.base, always, isAlwaysNew=True))
                figures["gzip"].append(wrk(house.base, SEARCHES, ["Accept-Encoding: gzip"]))
    finally:
        plain.terminate()
        plain.wait()
    best = {name: max(values) for name, values in figures.items()}
    share = lambda name: statistics.median(v / h for v, h in zip(figures[name], figures["hello"]))  # noqa: E731
    bench.row("Durchsatz: schlichtes „hello“ desselben Servers, ohne Haus", "–", f"{best['hello']:.0f} je s")
    bench.row("… `/health` des Hauses (mit Datenbank und Kopfzeilen)", "–", f"{best['health']:.0f} je s")
    for name, what in [("one", "eine Trefferliste immer wieder"), ("many", "neun verschiedene Trefferlisten"),
                       ("gzip", "dieselben, gepackt"), ("new", "jede Adresse nur einmal, jede Seite neu geschrieben")]:
        bench.row(f"… {what}", ">= 25 % von hello", f"{best[name]:.0f} je s, {100 * share(name):.0f} %",
                  share(name) >= 0.25)


def importing(bench):
    file = bench.folder / "angebote.csv"
    bench.run("export", "offers", "--data", bench.data("offers-10000", 10_000), file)
    empty = bench.data("empty", 0)
    start, check, whole = [], [], []
    for turn in range(RUNS):
        data = bench.folder / f"import-{turn}"
        shutil.copytree(empty, data)
        start.append(timed(lambda: bench.run("migrate", "--data", data)))
        check.append(timed(lambda: bench.run("import", "offers", file, "--dry-run", "--data", data)))
        whole.append(timed(lambda: bench.run("import", "offers", file, "--data", data)))
        shutil.rmtree(data)
    bench.row("10.000 CSV-Zeilen einlesen und prüfen (Befehl im Ganzen)", "–", f"{min(check):.2f} s")
    bench.row("10.000 CSV-Zeilen einlesen, prüfen und dauerhaft speichern (Befehl im Ganzen)", "<= 0,5 s",
              f"{min(whole):.2f} s (davon Start des Programms {min(start):.2f} s)", min(whole) <= 0.5)


def importing_values(bench):
    """10,000 counted values of the demo's indicators and areas, for years it does not know."""
    house, known, file = bench.folder / "demo", bench.folder / "known.csv", bench.folder / "values.csv"
    bench.run("export", "values", known, "--data", house)
    with known.open(encoding="utf-8-sig", newline="") as lines:
        rows = list(csv.DictReader(lines, delimiter=";"))
    areas = dict.fromkeys(row["Gebietsschlüssel"] for row in rows)
    indicators = dict.fromkeys(row["Kenngröße"] for row in rows if row["Nenner"])
    cells = [(key, area, year) for year in range(1960, 2020) for area in areas for key in indicators][:10_000]
    with file.open("w", encoding="utf-8", newline="") as out:
        writer = csv.writer(out, delimiter=";")
        writer.writerow(["Kenngröße", "Gebietsschlüssel", "Zeitraum", "Zähler", "Nenner"])
        writer.writerows([*cell, 20 + number % 60, 200 + number % 90] for number, cell in enumerate(cells))
    check, whole = [], []
    for turn in range(RUNS):
        data = bench.folder / f"values-{turn}"
        shutil.copytree(house, data)
        check.append(timed(lambda: bench.run("import", "values", file, "--dry-run", "--data", data)))
        whole.append(timed(lambda: bench.run("import", "values", file, "--data", data)))
        shutil.rmtree(data)
    bench.row(f"{len(cells)} Werte von Kenngrößen einlesen und prüfen (Befehl im Ganzen)", "–", f"{min(check):.2f} s")
    bench.row("… und dauerhaft speichern", "<= 0,5 s", f"{min(whole):.2f} s", min(whole) <= 0.5)


def timed(work):
    began = time.monotonic()
    work()
    return time.monotonic() - began


def signing_in(bench):
    lines = bench.run("measure", "sign-in", "--data", bench.folder / "accounts").splitlines()
    figures = {}
    for line in lines:
        name, email, middle, most = line.split("\t")
        figures.setdefault(name, {})["known" if email.startswith("bekannt") else "unknown"] = float(middle)
    for name, pair in figures.items():
        apart = abs(pair["known"] - pair["unknown"]) / pair["known"]
        bench.row(f"{name}: bekanntes / unbekanntes Konto, 200 Paare", "Mediane innerhalb 10 %",
                  f"{pair['known']:.0f} / {pair['unknown']:.0f} ms ({100 * apart:.1f} %)", apart <= 0.1)
    known = figures["Anmelden"]["known"]
    bench.row("Eine Anmeldung (scrypt N = 2^17)", "80–800 ms", f"{known:.0f} ms", 80 <= known <= 800)


def atlas(bench):
    """4,500 invented districts, 15 years: the first page with its outlines, and every change after it."""
    figures = {}
    for line in bench.run("measure", "atlas", "--data", bench.folder / "atlas").splitlines():
        name, size, packed, middle, most, slowest = line.split("\t")
        figures[name] = (int(size), int(packed), float(middle), float(most), float(slowest))
    page, outlines = figures["Erste Seite"], figures["Umrisse"]
    total = page[1] + outlines[1]
    bench.row("Atlas mit 4.500 Gebieten: erste Seite mit Umrissen (gepackt)", "<= 150 kB, <= 100 ms",
              f"{total / 1000:.0f} kB (HTML {page[0] / 1000:.0f} kB ungepackt), p95 {page[3]:.1f} ms",
              total <= 150_000 and page[3] <= 100)
    bench.row("… dieselbe Seite beim allerersten Mal (Umrisse und Klassen entstehen beim Öffnen des Hauses)", "<= 100 ms",
              f"{page[4]:.0f} ms, Vorbereiten im Hintergrund {figures['Vorbereiten beim Öffnen'][2]:.0f} ms", page[4] <= 100)
    change = figures["Wechsel von Jahr, Kenngröße oder Klassen"]
    bench.row("… Wechsel von Jahr, Kenngröße oder Klassen", "<= 5 kB, <= 10 ms",
              f"{change[0] / 1000:.1f} kB (gepackt {change[1] / 1000:.1f}), p50 {change[2]:.2f} ms, "
              f"p95 {change[3]:.2f} ms, beim allerersten Mal {change[4]:.0f} ms",
              change[0] <= 5_000 and change[3] <= 10)


def class_breaks(bench):
    """Exact natural classes, without process start and reading."""
    best = {}
    for _ in range(3):
        for line in bench.run("measure", "breaks").splitlines():
            count, classes, middle, most = re.search(
                r"(\d+) Werte, (\d+) Klassen: p50 ([\d.e-]+) ms, p95 ([\d.e-]+) ms", line).groups()
            key = (int(count), int(classes))
            best[key] = min(best.get(key, (1e9, 1e9)), (float(middle), float(most)))
    for (count, classes), (middle, most) in best.items():
        budget = (count, classes) == (4_500, 5)
        bench.row(f"Natürliche Klassen, exakt: {format(count, ',').replace(',', '.')} Werte, {classes} Klassen",
                  "<= 5 ms" if budget else "–", f"p50 {middle:.2f} ms, p95 {most:.2f} ms", middle <= 5 if budget else None)


def index(bench):
    """New weights and bands of places for 4,500 areas and 16 indicators."""
    for name, budget, more in [("", 800, []), (", mit Zufall in jedem Wert", 800, ["--errors"])]:
        shown = bench.run("measure", "index", *more).splitlines()
        weights, bands = [float(re.search(r"p50 ([\d.e-]+) ms", line).group(1)) for line in shown]
        if not more:
            bench.row("Index: neue Gewichte, 4.500 Gebiete × 16 Kenngrößen", "<= 5 ms", f"p50 {weights:.2f} ms",
                      weights <= 5)
        bench.row(f"Index: Platzspannen aus 1.000 Wiederholungen{name}", "<= 0,8 s", f"p50 {bands / 1000:.2f} s",
                  bands <= budget)


def swift_version():
    shown = subprocess.run(["swift", "--version"], capture_output=True, text=True).stdout
    found = re.search(r"Swift version [\d.]+", shown)
    return found.group(0) if found else "Swift unbekannt"


def main():
    parser = argparse.ArgumentParser()
    parser.add_argument("--binary", default=str(ROOT / ".build" / "release" / "lueckenlos"))
    parser.add_argument("--quick", action="store_true")
    options = parser.parse_args()
    if not Path(options.binary).exists():
        sys.exit(f"{options.binary} fehlt. Bitte zuerst: swift build -c release --product lueckenlos")
    if not shutil.which("wrk"):
        sys.exit("wrk fehlt. Bitte zuerst: scripts/setup --test")
    load = os.getloadavg()
    print(f"{os.cpu_count()} Kerne, {platform.system()} {platform.machine()}, {swift_version()}, Last {load[0]:.1f}\n")
    print("| Was | Ziel | Gemessen | Erreicht |\n|---|---|---|---|")
    with tempfile.TemporaryDirectory(prefix="lueckenlos-bench-") as folder:
        bench = Bench(Path(options.binary).resolve(), Path(folder))
        start(bench)
        search(bench, 3_000, 2)
        if not options.quick:
            search(bench, 200_000, 20)
        practices(bench)
        listed = pages(bench)
        throughput(bench)
        importing(bench)
        importing_values(bench)
        atlas(bench)
        class_breaks(bench)
        index(bench)
        if not options.quick:
            signing_in(bench)
    print("\n| Seite | Daten | HTML in kB | p50 in ms |\n|---|---|---|---|\n" + "\n".join(listed))
    print(f"\nLast am Ende {os.getloadavg()[0]:.1f}")
    missed = [row for row in bench.rows if "**nein**" in row]
    print(f"{len(missed)} Ziele verfehlt" if missed else "Alle Ziele erreicht")


if __name__ == "__main__":
    main()
