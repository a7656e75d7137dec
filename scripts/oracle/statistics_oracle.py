#!/usr/bin/env python3
"""Recomputes rates, class breaks and smoothing with numpy and scipy and compares them with 'lueckenlos compute'.

    scripts/oracle/statistics_oracle.py --check    reference numbers and 200 random cases each
    scripts/oracle/statistics_oracle.py --table    ours, published and the difference, as a table for documents

The formulas are those of the literature, with scipy's distributions; class breaks are searched by a plain dynamic program
in O(kn²) and, for few values, by trying every split. Ends with status 1 if anything differs.
"""

import argparse
import csv
import itertools
import sys
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parents[1] / "lib"))

import tools  # noqa: E402

tools.use_project_python()
from computing import BINARY, compute as ours  # noqa: E402
import numpy as np  # noqa: E402
from scipy import stats  # noqa: E402

ROOT = Path(__file__).resolve().parents[2]
REFERENCE = ROOT.parent / "shared" / "data" / "geo" / "reference"
CASES = 200
SEED = 20240607


# Independent computations


def wilson(events, base, level):
    """Roots of (p̂ - p)² = z² p(1-p)/n, found as roots of the quadratic polynomial."""
    z, share = stats.norm.isf((1 - level) / 2), events / base
    a, b, c = 1 + z**2 / base, -(2 * share + z**2 / base), share**2
    root = np.sqrt(max(b * b - 4 * a * c, 0.0))
    large = (-b + root) / (2 * a)
    return (c / a / large if large > 0 else 0.0), large


def byar(events, level):
    z = stats.norm.isf((1 - level) / 2)
    lower = events * (1 - 1 / (9 * events) - z / (3 * np.sqrt(events))) ** 3 if events else 0.0
    return max(lower, 0.0), (events + 1) * (1 - 1 / (9 * (events + 1)) + z / (3 * np.sqrt(events + 1))) ** 3


def poisson(events, level):
    tail = (1 - level) / 2
    return (stats.chi2.ppf(tail, 2 * events) / 2 if events else 0.0), stats.chi2.isf(tail, 2 * events + 2) / 2


COUNTS = {"byar": byar, "poisson": poisson, "count": lambda events, level: (poisson if events < 10 else byar)(events, level)}


def best_split(values, classes):
    """Bounds and squared error of the best classes by dynamic programming over distinct values, O(kn²)."""
    points, weight = np.unique(values, return_counts=True)
    classes = min(classes, len(points))
    cost = np.full((len(points), len(points)), np.inf)
    for first in range(len(points)):
        error, number, mean = 0.0, 0, 0.0
        for last in range(first, len(points)):  # Welford's running mean and error
            number += weight[last]
            step = points[last] - mean
            mean += step * weight[last] / number
            error += weight[last] * step * (points[last] - mean)
            cost[first, last] = error
    table, cuts = cost[0].copy(), []
    for _ in range(classes - 1):
        # candidates[i, j]: the last class begins at i and ends at j
        candidates = table[:-1, None] + cost[1:, :]
        cuts.append(candidates.argmin(axis=0) + 1)
        table = candidates.min(axis=0)
    end, bounds = len(points) - 1, []
    for cut in reversed(cuts):
        bounds.append(points[end])
        end = cut[end] - 1
    bounds.append(points[end])
    return bounds[::-1], table[-1]


def least_error(values, classes):
    """The squared error of the best classes by trying every split."""
    points = sorted(set(values))
    least = np.inf
    for cuts in itertools.combinations(points[:-1], min(classes, len(points)) - 1):
        least = min(least, quality(values, [*cuts, points[-1]])["sse"])
    return least


def groups_of(values, bounds):
    ordered, below = np.sort(values), -np.inf
    for bound in bounds:
        yield ordered[(ordered > below) & (ordered <= bound)]
        below = bound


def quality(values, bounds):
    groups = list(groups_of(values, bounds))
    error = sum(((group - group.mean()) ** 2).sum() for group in groups if len(group))
    total = ((np.asarray(values) - np.mean(values)) ** 2).sum()
    return {
        "counts": [len(group) for group in groups],
        "sse": error,
        "adcm": sum(np.abs(group - np.median(group)).sum() for group in groups if len(group)),
        "gvf": 1 - error / total if total > 0 else 1.0,
    }


def smooth(events, bases):
    """Marshall's global empirical Bayes estimator."""
    events, bases = np.asarray(events, float), np.asarray(bases, float)
    rates, overall = events / bases, events.sum() / bases.sum()
    variance = np.average((rates - overall) ** 2, weights=bases)
    between = max(0.0, variance - overall / bases.mean())
    prior = overall / bases
    share = np.divide(between, between + prior, out=np.zeros_like(prior), where=between + prior > 0)
    return share * rates + (1 - share) * overall, overall, between


# Random cases


class Differences:
    """Counts comparisons and keeps what differs."""

    def __init__(self):
        self.compared, self.worst, self.found = 0, 0.0, []

    def compare(self, place, got, wanted, allowed=1e-10):
        self.compared += 1
        if got is None or wanted is None:
            if got is not wanted:
                self.found.append(f"{place}: ours {got}, recomputed {wanted}")
            return
        difference = abs(got - wanted) / max(1.0, abs(wanted))
        self.worst = max(self.worst, difference)
        if not difference <= allowed:
            self.found.append(f"{place}: ours {got!r}, recomputed {wanted!r}")


def rates_case(number, random, differences):
    method = ["wilson", "byar", "poisson", "count"][number % 4]
    level = float(random.choice([0.8, 0.9, 0.95, 0.98, 0.99, 0.998, random.uniform(0.5, 0.9999)]))
    rows = []
    for row in range(int(random.integers(1, 30))):
        base = int(10 ** random.uniform(0, 6))
        events = int(random.integers(0, base + 1)) if method == "wilson" else int(10 ** random.uniform(0, 5)) - 1
        rows.append({"id": row, "events": events if random.random() > 0.05 else None, "base": base})
    answer = ours("rates", {"rows": rows, "method": method, "level": level})["rows"]
    for given, got in zip(rows, answer, strict=True):
        place = f"rates {number} {method} {level} {given}"
        events, base = given["events"], given["base"]
        if events is None:
            for key in ("rate", "lower", "upper"):
                differences.compare(place, got[key], None)
            continue
        differences.compare(place, got["rate"], events / base)
        limits = wilson(events, base, level) if method == "wilson" else COUNTS[method](events, level)
        if method != "wilson":
            differences.compare(place, got["countLower"], limits[0])
            differences.compare(place, got["countUpper"], limits[1])
            limits = (limits[0] / base, limits[1] / base)
        differences.compare(place, got["lower"], limits[0])
        differences.compare(place, got["upper"], limits[1])


def random_values(random, count):
    kind = int(random.integers(0, 4))
    if kind == 0:
        return [float(value) for value in random.integers(0, 12, count)]
    if kind == 1:
        return [float(value) for value in random.lognormal(2, 1.5, count)]
    if kind == 2:
        return [float(value) for value in np.round(random.normal(50, 15, count), 1)]
    return [float(value) for value in random.choice([10, 30, 80], count) + random.normal(0, 3, count)]


def breaks_case(number, random, differences):
    small = number % 2 == 0
    values = random_values(random, int(random.integers(1, 13 if small else 180)))
    classes = int(random.integers(1, 6 if small else 9))
    place = f"breaks {number}: {classes} of {values}"
    given = list(values)
    given.insert(int(random.integers(0, len(values) + 1)), None)
    answer = ours("breaks", {"values": given, "classes": classes, "method": "natural"})
    check_quality(place, values, answer, differences)
    _, least = best_split(values, classes)
    differences.compare(place + " sse", answer["sse"], least, 1e-9)
    if small:
        differences.compare(place + " every split", answer["sse"], least_error(values, classes), 1e-9)
    differences.compare(place + " classes", len(answer["upperBounds"]), min(classes, len(set(values))))
    number_of = min(classes, len(set(values)))
    quantile = ours("breaks", {"values": values, "classes": classes, "method": "quantile"})
    wanted = np.unique(np.quantile(values, np.arange(1, number_of + 1) / number_of))
    compare_bounds(place + " quantile", quantile, wanted, differences)
    equal = ours("breaks", {"values": values, "classes": classes, "method": "equal"})
    wanted = np.linspace(min(values), max(values), number_of + 1)[1:]
    compare_bounds(place + " equal", equal, wanted, differences)
    for kind in (quantile, equal):
        check_quality(place, values, kind, differences)


def compare_bounds(place, answer, wanted, differences):
    wanted = [float(bound) for bound in wanted]
    # np.unique keeps bounds apart that rounding alone has parted
    wanted = [bound for bound, after in zip(wanted, [*wanted[1:], np.inf]) if after - bound > 1e-12 * max(1, abs(bound))]
    if len(answer["upperBounds"]) != len(wanted):
        differences.found.append(f"{place}: ours {answer['upperBounds']}, recomputed {wanted}")
        return
    for got, bound in zip(answer["upperBounds"], wanted):
        differences.compare(place, got, bound)


def check_quality(place, values, answer, differences):
    wanted = quality(values, answer["upperBounds"])
    for key in ("sse", "adcm", "gvf"):
        differences.compare(f"{place} {key}", answer[key], float(wanted[key]), 1e-9)
    if answer["counts"] != wanted["counts"]:
        differences.found.append(f"{place}: counts {answer['counts']}, recomputed {wanted['counts']}")


def smooth_case(number, random, differences):
    count = int(random.integers(1, 60))
    bases = (10 ** random.uniform(0, 4, count)).astype(int)
    rates = random.beta(2, 20, count) if number % 3 else np.full(count, random.uniform(0, 0.3))
    events = random.binomial(bases, rates)
    lines = [f"{event};{base}" for event, base in zip(events, bases)]
    if number % 2:
        answer = ours("smooth", "events;base\n" + "\n".join(lines) + "\n")
    else:
        answer = ours("smooth", {"events": events.tolist(), "bases": bases.tolist()})
    wanted, overall, between = smooth(events, bases)
    differences.compare(f"smooth {number} global", answer["global"], overall)
    differences.compare(f"smooth {number} between", answer["between"], between)
    for got, value in zip(answer["rates"], wanted, strict=True):
        differences.compare(f"smooth {number} {events} {bases}", got, value)


def random_cases():
    status = 0
    for name, case in (("rates", rates_case), ("breaks", breaks_case), ("smooth", smooth_case)):

        def run(number, case=case):
            differences = Differences()
            case(number, np.random.default_rng([SEED, number]), differences)
            return differences

        with ThreadPoolExecutor(2) as pool:
            results = list(pool.map(run, range(CASES)))
        found = [line for result in results for line in result.found]
        for line in found[:20]:
            print(line)
        print(
            f"{name}: {CASES} Zufallsfälle, {sum(result.compared for result in results)} Zahlen verglichen, "
            f"größter Unterschied {max(result.worst for result in results):.1e}, {len(found)} Abweichungen")
        status |= bool(found)
    return status


# Reference numbers: what, ours, published, half of the last printed digit


def rate_references():
    famos = [
        (774, 977, 0.792221, 0.765660, 0.816493), (249, 977, None, 0.228533, 0.283111), (0, 12, 0.0, 0.0, 0.242494),
        (3, 12, None, 0.088942, 0.532305), (65, 100, None, 0.552544, 0.736358), (1045, 5000, None, 0.197955, 0.220491),
    ]
    answer = ours("rates", {"rows": [{"id": e, "events": e, "base": n} for e, n, *_ in famos]})["rows"]
    for (events, base, rate, lower, upper), got in zip(famos, answer, strict=True):
        if rate is not None:
            yield f"Rate {events}/{base}", got["rate"], rate, 5e-7
        yield f"Wilson {events}/{base}, unten", got["lower"], lower, 5e-7
        yield f"Wilson {events}/{base}, oben", got["upper"], upper, 5e-7
    for method, digits, references in (
        ("byar", 5e-7, [(65, 50.163188, 82.849139), (1045, 982.593202, 1110.331213), (1, 0.013072, 5.563756),
                        (100, 81.362105, 121.627938)]),
        ("poisson", 5e-5, [(0, 0.0, 3.6889), (5, 1.6235, 11.6683)]),
    ):
        rows = [{"id": events, "events": events, "base": 1} for events, *_ in references]
        answer = ours("rates", {"rows": rows, "method": method})["rows"]
        name = {"byar": "Byar", "poisson": "Poisson exakt"}[method]
        for (events, lower, upper), got in zip(references, answer, strict=True):
            yield f"{name} {events}, unten", got["countLower"], lower, digits
            yield f"{name} {events}, oben", got["countUpper"], upper, digits


def smooth_references():
    answer = ours("smooth", {"events": [2, 0, 5, 12, 3], "bases": [40, 25, 60, 200, 15]})
    wanted = [0.06264562, 0.05872599, 0.06836413, 0.06259332, 0.07249591]
    for number, (got, value) in enumerate(zip(answer["rates"], wanted, strict=True), start=1):
        yield f"Glättung (Marshall), Gebiet {number}", got, value, 5e-9


def breaks_references():
    ten = ours("breaks", {"values": [1, 2, 4, 5, 12, 43, 52, 123, 234, 1244], "classes": 6, "method": "natural"})
    yield from listed("Zehn Zahlen, k=6, Obergrenze", ten["upperBounds"], [5, 12, 52, 123, 234, 1244], 0.5)
    yield "Zehn Zahlen, k=6, SSE", ten["sse"], 50.5, 0.05
    path = REFERENCE / "mapclassify_calemp.csv"
    if not path.exists():
        print("../shared/data/geo/reference fehlt: calemp übersprungen", file=sys.stderr)
        return
    with path.open(newline="", encoding="utf-8") as file:
        values = [float(row["emp/sq km"]) for row in csv.DictReader(file)]
    natural = ours("breaks", {"values": values, "classes": 5, "method": "natural"})
    yield from listed(
        "calemp natürlich, Obergrenze", natural["upperBounds"], [75.29, 192.05, 370.5, 722.85, 4111.45], 5e-3)
    yield from listed("calemp natürlich, Anzahl", natural["counts"], [49, 3, 4, 1, 1], 0.5)
    yield "calemp natürlich, ADCM", natural["adcm"], 799.24, 5e-3
    yield "calemp natürlich, SSE", natural["sse"], 26654.783967, 5e-7
    yield "calemp natürlich, GVF", natural["gvf"], 0.99843509, 5e-9
    quantile = ours("breaks", {"values": values, "classes": 5, "method": "quantile"})
    yield from listed(
        "calemp gleich besetzt, Obergrenze", quantile["upperBounds"], [1.464, 5.798, 13.278, 54.616, 4111.45], 5e-4)
    yield from listed("calemp gleich besetzt, Anzahl", quantile["counts"], [12, 11, 12, 11, 12], 0.5)
    equal = ours("breaks", {"values": values, "classes": 5, "method": "equal"})
    yield from listed(
        "calemp gleich breit, Obergrenze", equal["upperBounds"], [822.394, 1644.658, 2466.922, 3289.186, 4111.45], 5e-4)


def phe_references():
    path = REFERENCE / "phe_byar_wilson_soll.csv"
    if not path.exists():
        print("../shared/data/geo/reference fehlt: PHE übersprungen", file=sys.stderr)
        return
    with path.open(newline="", encoding="utf-8") as file:
        for row in csv.DictReader(file):
            events, level = float(row["x"]), float(row["confidence"].rstrip("%")) / 100
            method = {"Byars": "byar", "Wilson": "wilson"}[row["method"]]
            base = float(row["n"] or 1)
            data = {"rows": [{"id": "x", "events": events, "base": base}], "method": method, "level": level}
            got = ours("rates", data)["rows"][0]
            for side, key in (("unten", "lower"), ("oben", "upper")):
                if row[f"{key}cl"]:
                    published = float(row[f"{key}cl"])
                    yield (f"PHE {row['method']} {row['x']} {row['n']} {row['confidence']}, {side}", got[key],
                           published, 1e-12 * max(1, published))


def listed(name, got, wanted, allowed):
    if len(got) != len(wanted):
        yield f"{name}: Anzahl der Klassen", len(got), len(wanted), 0
        return
    for number, (value, published) in enumerate(zip(got, wanted), start=1):
        yield f"{name} {number}", value, published, allowed


def references(show):
    rows = [*rate_references(), *phe_references(), *breaks_references(), *smooth_references()]
    wrong = [row for row in rows if not abs(row[1] - row[2]) <= row[3]]
    if show:
        print("| Zahl | wir | veröffentlicht | Unterschied |\n|---|---:|---:|---:|")
        for name, got, published, _ in rows:
            print(f"| {name} | {got:.12g} | {published:.12g} | {abs(got - published):.1e} |")
    for name, got, published, _ in wrong:
        print(f"{name}: wir {got!r}, veröffentlicht {published!r}")
    print(f"{'' if not show else chr(10)}{len(rows)} Vergleichszahlen, {len(wrong)} Abweichungen")
    return int(bool(wrong))


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--check", action="store_true", help="reference numbers and random cases")
    parser.add_argument("--table", action="store_true", help="the reference numbers as a table")
    arguments = parser.parse_args()
    if not BINARY.exists():
        raise SystemExit("Das Programm fehlt: swift build")
    status = references(show=arguments.table)
    if arguments.check:
        status |= random_cases()
    return status


if __name__ == "__main__":
    sys.exit(main())
