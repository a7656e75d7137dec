#!/usr/bin/env python3
"""Recomputes composite indices independently (numpy) and compares them with 'lueckenlos compute index'.

    scripts/oracle/index_oracle.py --check     ASEM reference and 200 random cases against .build/debug/lueckenlos
    scripts/oracle/index_oracle.py --table     reference numbers side by side: ours, published, difference

Written from the description of the method, not from our code: denominate, availability, imputation, outliers,
normalisation, aggregation level by level, ranks. The bands come from a Monte Carlo of its own with other random numbers;
they may differ by a few places, never by more. Ends with status 1 if anything differs.
"""

import argparse
import csv
import json
import math
import sys
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parents[1] / "lib"))

import tools  # noqa: E402

tools.use_project_python()
from computing import compute  # noqa: E402
import numpy as np  # noqa: E402

ROOT = Path(__file__).resolve().parents[2]
REFERENCE = ROOT.parent / "shared" / "data" / "geo" / "reference"
CASES = 200
TOLERANCE = 1e-9
NAN = float("nan")


# The method


def skew_kurtosis(x):
    """Sample-corrected skew G1 and excess kurtosis G2 of the values that are there; zeros where undefined."""
    x = x[~np.isnan(x)]
    n = len(x)
    if n < 4 or x.max() == x.min():
        return 0.0, 0.0
    d = x - x.mean()
    m2, m3, m4 = (np.mean(d**k) for k in (2, 3, 4))
    g1, g2 = m3 / m2**1.5, m4 / m2**2 - 3
    return g1 * math.sqrt(n * (n - 1)) / (n - 2), ((n + 1) * g2 + 6) * (n - 1) / ((n - 2) * (n - 3))


def treat(x, rule):
    """Outliers: the treated column, how many steps were winsorised, whether the logarithm was taken."""

    def fails(y):
        skew, kurtosis = skew_kurtosis(y)
        return abs(skew) > rule["skew"] and kurtosis > rule["kurtosis"]

    if rule["method"] == "none" or not fails(x):
        return x, 0, False
    y, steps = x.copy(), 0
    while fails(y) and steps < rule["maximum"]:
        distinct = np.unique(y[~np.isnan(y)])
        if len(distinct) < 3:
            break
        high = skew_kurtosis(y)[0] > 0
        old, new = (distinct[-1], distinct[-2]) if high else (distinct[0], distinct[1])
        y[y == old] = new
        steps += 1
    if not fails(y):
        return y, steps, False
    if len(np.unique(x[~np.isnan(x)])) < 3:
        return x, 0, False
    low, top = np.nanmin(x), np.nanmax(x)
    shift = 0.01 * (top - low)
    if skew_kurtosis(x)[0] > 0:
        return np.log(x - low + shift), 0, True
    return -np.log(top - x + shift), 0, True


def normalise(x, method, bounds):
    """One column whose larger values are better; all missing where nothing varies."""
    there = x[~np.isnan(x)]
    if len(there) < 2 or there.max() == there.min():
        return np.full_like(x, NAN)
    low, high = bounds
    if method == "z":
        return (x - there.mean()) / there.std(ddof=1)
    if method == "minmax":
        return low + (high - low) * (x - there.min()) / (there.max() - there.min())
    below = np.array([NAN if math.isnan(v) else np.sum(there < v) for v in x])
    return low + (high - low) * below / (len(there) - 1)


def copeland(columns, weights):
    """Wins minus losses of each unit against all others."""
    n = columns.shape[0]
    score = np.zeros(n)
    for i in range(n):
        for j in range(n):
            if i == j:
                continue
            both = ~np.isnan(columns[i]) & ~np.isnan(columns[j])
            total = weights[both].sum()
            if total == 0:
                continue
            won = weights[both & (columns[i] > columns[j])].sum()
            won += weights[both & (columns[i] == columns[j])].sum() / 2
            share = won / total
            score[i] += 1 if share > 0.5 + 1e-12 else -1 if share < 0.5 - 1e-12 else 0
    return score


def combine(columns, weights, method, share):
    """Children (units x children) to their parent."""
    there = ~np.isnan(columns)
    weight = np.where(there, weights, 0.0)
    valid = weight.sum(axis=1)
    x = np.where(there, columns, 1.0)
    with np.errstate(all="ignore"):
        if method == "arithmetic":
            result = (weight * x).sum(axis=1) / valid
        elif method == "geometric":
            result = np.exp((weight * np.log(x)).sum(axis=1) / valid)
        elif method == "harmonic":
            result = valid / (weight / x).sum(axis=1)
        else:
            result = copeland(columns, weights)
    return np.where((valid > 0) & (valid / weights.sum() >= share - 1e-12), result, NAN)


def ranks(scores):
    there = scores[~np.isnan(scores)]
    return [None if math.isnan(s) else int(np.sum(there > s)) + 1 for s in scores]


def prepared(task):
    """The columns before normalisation, larger is better, and what was done with them."""
    groups = task.get("unitGroups") or [None] * len(task["units"])
    columns, notes = {}, {"imputed": 0, "winsorised": {}, "log": []}
    for indicator in task["indicators"]:
        x = np.array([NAN if v is None else float(v) for v in indicator["values"]])
        if "denominator" in indicator:
            x = x / np.array(indicator["denominator"], dtype=float)
        columns[indicator["id"]] = x
    if "minimumAvailability" in task:
        table = np.column_stack(list(columns.values()))
        poor = (~np.isnan(table)).mean(axis=1) < task["minimumAvailability"] - 1e-12
        for x in columns.values():
            x[poor] = NAN
    else:
        poor = np.zeros(len(task["units"]), dtype=bool)
    for indicator in task["indicators"]:
        x = columns[indicator["id"]]
        if task["imputation"] == "group-mean":
            original = x.copy()
            for i in np.flatnonzero(np.isnan(x) & ~poor):
                same = [original[j] for j in range(len(x)) if groups[j] == groups[i] and not math.isnan(original[j])]
                if same:
                    x[i] = math.fsum(same) / len(same)
                    notes["imputed"] += 1
        x, steps, logged = treat(x, task["outliers"])
        if steps:
            notes["winsorised"][indicator["id"]] = steps
        if logged:
            notes["log"].append(indicator["id"])
        columns[indicator["id"]] = x * indicator["direction"]
    return columns, notes


def positive(task):
    """Method and range: means of products and of inverses need numbers above zero."""
    method, bounds = task["normalisation"], task.get("range", [0, 100])
    if task["aggregation"] in ("geometric", "harmonic") and (method == "z" or bounds[0] <= 0):
        return "minmax" if method == "z" else method, [1, 100]
    return method, bounds


def index(task, weights=None):
    """All scores by id, ranks of the whole, notes."""
    columns, notes = prepared(task)
    method, bounds = positive(task)
    scores = {key: normalise(x, method, bounds) for key, x in columns.items()}
    nodes = [(i["id"], i["weight"], i["parent"]) for i in task["indicators"]]
    nodes += [(g["id"], g["weight"], g["parent"]) for g in task["groups"]]

    def score(group):
        for child in task["groups"]:
            if child["parent"] == group:
                score(child["id"])
        below = [(key, weight) for key, weight, parent in nodes if parent == group]
        scores[group] = combine(
            np.column_stack([scores[key] for key, _ in below]), np.array([w for _, w in below], dtype=float),
            task["aggregation"], task["minimumShare"])

    root = next(g["id"] for g in task["groups"] if g["parent"] is None)
    score(root)
    return scores, ranks(scores[root]), notes, root


# Our program


def ours(task):
    return compute("index", task)


def difference(theirs, mine):
    """Largest relative difference; infinite where only one of them has a value."""
    worst = 0.0
    for a, b in zip(theirs, mine, strict=True):
        if (a is None) != math.isnan(b):
            return math.inf
        if a is not None:
            worst = max(worst, abs(a - b) / max(1.0, abs(b)))
    return worst


# The reference


def asem():
    """The example of COINr as a task: 51 countries, 49 indicators, denominators, group means over Europe and Asia."""
    rows = list(csv.DictReader((REFERENCE / "coinr_asem_daten.csv").open()))
    meta = list(csv.DictReader((REFERENCE / "coinr_asem_meta.csv").open()))
    number = lambda text: None if text in ("", "NA") else float(text)
    indicators = []
    for m in (m for m in meta if m["Type"] == "Indicator"):
        one = {"id": m["iCode"], "direction": int(float(m["Direction"])), "weight": float(m["Weight"]),
               "parent": m["Parent"], "values": [number(r[m["iCode"]]) for r in rows]}
        if m["Denominator"]:
            one["denominator"] = [number(r[m["Denominator"]]) for r in rows]
        indicators.append(one)
    groups = [{"id": m["iCode"], "weight": float(m["Weight"]), "parent": m["Parent"] or None}
              for m in meta if m["Type"] == "Aggregate"]
    return {
        "units": [r["uCode"] for r in rows], "unitGroups": [r["EurAsia_group"] for r in rows],
        "indicators": indicators, "groups": groups, "normalisation": "minmax", "range": [0, 100],
        "aggregation": "arithmetic", "minimumShare": 0.66, "imputation": "group-mean",
        "outliers": {"method": "winsorise", "maximum": 5, "skew": 2, "kurtosis": 3.5}, "replicates": 0, "seed": 1}


#: what the specification and COINr publish about the example
PUBLISHED_CHANGES = {"Physical": 1.529412, "ConEcFin": 2.627451, "Political": 2.901961, "Instit": 1.176471,
                     "P2P": 1.686275, "Environ": 3.098039, "Social": 3.960784, "SusEcFin": 2.627451}
PUBLISHED_WINSORISED = {"Flights": 1, "Bord": 3, "Gas": 3, "Services": 4, "FDI": 2}
PUBLISHED_VARIANTS = [("geometric", "minmax", {"CHE": 58.0063, "DNK": 56.9238, "BEL": 56.0818}, 2.8627),
                      ("arithmetic", "z", {"CHE": 0.6515, "DNK": 0.5081}, 0.8627),
                      ("arithmetic", "percentile", {"CHE": 68.985, "DNK": 65.0057}, 2.2745)]
PUBLISHED_BANDS = {"AUS": (34, 38), "BGD": (41, 48), "BGR": (24, 30)}


def mini(**changes):
    task = {"units": ["A", "B", "C", "D"], "groups": [{"id": "index", "weight": 1, "parent": None}],
            "indicators": [
                {"id": "sgb2", "direction": -1, "weight": 2, "parent": "index", "values": [12.4, 35.0, 28.1, 41.7]},
                {"id": "u9", "direction": 1, "weight": 1, "parent": "index", "values": [96, 88, 91, 80]},
                {"id": "gym", "direction": 1, "weight": 1, "parent": "index", "values": [45, 18, 22, None]}],
            "normalisation": "minmax", "range": [0, 100], "aggregation": "arithmetic", "minimumShare": 0.66,
            "outliers": {"method": "none"}, "imputation": "none", "replicates": 0, "seed": 1}
    return task | changes


PUBLISHED_MINI = [("minmax", "arithmetic", [100, 23.9334, 44.0994, 0]),
                  ("minmax", "geometric", [100, 12.9608, 39.2991, 1]),
                  ("z", "arithmetic", [1.2291, -0.4322, 0.0230, -1.0933]),
                  ("percentile", "arithmetic", [100, 25, 62.5, 0])]


def reference_rows():
    """What is compared with something published: name, ours, published, half of the last published digit."""
    task = asem() | {"replicates": 500}
    answer = ours(task)
    units, scores = task["units"], answer["scores"]
    rows = []
    for expected in csv.DictReader((REFERENCE / "coinr_asem_soll_scores.csv").open()):
        unit = units.index(expected.pop("uCode"))
        rows.append((f"{units[unit]} Platz", answer["ranks"][unit], int(expected.pop("Rank")), 0))
        rows += [(f"{units[unit]} {key}", scores[key][unit], float(text), 0.5e-6) for key, text in expected.items()]
    winsorised = {e["subject"]: e["count"] for e in answer["log"] if e["action"] == "winsorised"}
    rows.append(("winsorisierte Kenngrößen", len(winsorised), 15, 0))
    rows += [(f"winsorisiert {key}", winsorised.get(key), count, 0) for key, count in PUBLISHED_WINSORISED.items()]
    count = lambda action: sum(e["count"] for e in answer["log"] if e["action"] == action)
    rows.append(("gefüllte Lücken", count("filledWithGroupMean") - count("withoutDenominator"), 63, 0))
    changes = {entry["id"]: entry["meanRankChange"] for entry in answer["leaveOneOut"]}
    rows += [(f"Platzänderung ohne {key}", changes[key], value, 0.5e-6) for key, value in PUBLISHED_CHANGES.items()]
    for aggregation, normalisation, published, shift in PUBLISHED_VARIANTS:
        other = ours(task | {"aggregation": aggregation, "normalisation": normalisation, "replicates": 0})
        name = f"{normalisation}/{aggregation}"
        rows += [(f"{name} {code}", other["scores"]["Index"][units.index(code)], value, 0.5e-4)
                 for code, value in published.items()]
        moved = np.mean([abs(a - b) for a, b in zip(other["ranks"], answer["ranks"])])
        rows.append((f"{name} mittlere Platzänderung", float(moved), shift, 0.5e-4))
    for normalisation, aggregation, published in PUBLISHED_MINI:
        got = ours(mini(normalisation=normalisation, aggregation=aggregation))["scores"]["index"]
        rows += [(f"Kleines Beispiel {normalisation}/{aggregation} {unit}", mine, value, 0.5e-4)
                 for unit, mine, value in zip("ABCD", got, published)]
    return rows, answer, task


def reference(prints):
    """The published numbers; returns how many differ."""
    rows, answer, task = reference_rows()
    wrong = 0
    if prints:
        print("| Zahl | unsere | veröffentlicht | Unterschied |\n|---|---|---|---|")
    for name, mine, published, allowed in rows:
        fits = mine is not None and abs(mine - published) <= allowed * (1 + 1e-3) + 1e-12
        wrong += not fits
        if prints or not fits:
            digits = 0 if allowed == 0 else 6 if allowed < 1e-5 else 4
            print(f"| {name} | {mine:.{digits}f} | {published:.{digits}f} | {mine - published:+.1e} |"
                  + ("" if fits else " **anders**"))
    if prints:
        for code, (low, high) in PUBLISHED_BANDS.items():
            unit = task["units"].index(code)
            lower, _, upper = answer["bands"][unit]
            print(f"| {code} Platz {answer['ranks'][unit]}, Spanne | {lower}–{upper} | {low}–{high} |"
                  " andere Annahmen, nur zum Vergleich |")
    mine, _, _, _ = index(task)
    worst = max(difference(answer["scores"][key], x) for key, x in mine.items())
    print(f"ASEM: {len(rows)} veröffentlichte Zahlen verglichen, {wrong} anders; alle {len(mine)} Spalten gegen die"
          f" eigene Rechnung: größte Abweichung {worst:.1e}")
    return wrong + (worst > TOLERANCE)


# Random cases


def random_task(random):
    """Any combination of rules, with gaps, ties, outliers, constant columns and denominators."""
    n, width = int(random.integers(4, 40)), int(random.integers(2, 9))
    groups = [{"id": "g0", "weight": 1, "parent": None}]
    groups += [{"id": f"g{k}", "weight": float(random.integers(1, 5)), "parent": "g0"}
               for k in range(1, int(random.integers(1, 4)))]
    leaves = [g["id"] for g in groups[1:]] or ["g0"]
    indicators = []
    for k in range(max(width, len(leaves))):
        kind = random.integers(0, 5)
        x = [random.normal(50, 10, n), np.exp(random.normal(0, 1.5, n)), random.integers(0, 4, n).astype(float),
             -np.exp(random.normal(0, 2, n)), random.poisson(0.4, n).astype(float)][kind]
        if random.random() < 0.04:
            x[:] = 7.0
        values = [None if random.random() < 0.12 else float(v) for v in x]
        one = {"id": f"i{k}", "direction": int(random.choice([1, -1])), "weight": float(random.integers(1, 4)),
               "parent": leaves[k % len(leaves)], "values": values}
        if random.random() < 0.2:
            one["denominator"] = [float(v) for v in random.integers(1, 50, n)]
        indicators.append(one)
    task = {
        "units": [f"u{k}" for k in range(n)], "unitGroups": [str(v) for v in random.integers(0, 3, n)],
        "indicators": indicators, "groups": groups,
        "normalisation": str(random.choice(["minmax", "z", "percentile"])),
        "range": [[0, 100], [1, 100], [0, 1], [-1, 3]][random.integers(0, 4)],
        "aggregation": str(random.choice(["arithmetic", "geometric", "harmonic", "copeland"])),
        "minimumShare": float(random.choice([0, 0.5, 0.66, 1])),
        "outliers": {"method": str(random.choice(["winsorise", "none"])), "maximum": int(random.integers(0, 6)),
                     "skew": float(random.choice([1, 2])), "kurtosis": float(random.choice([1, 3.5]))},
        "imputation": str(random.choice(["none", "group-mean"])), "replicates": 0, "seed": 1, "leaveOneOut": False}
    if random.random() < 0.3:
        task["minimumAvailability"] = 0.7
    return task


def same_ranks(theirs, mine, scores):
    """Places agree, unless two scores are equal but for rounding."""
    for unit, (a, b) in enumerate(zip(theirs, mine)):
        if (a is None) != (b is None):
            return False
        if a is not None and a != b:
            near = np.sum(np.abs(scores - scores[unit]) <= TOLERANCE * max(1, abs(scores[unit])))
            if abs(a - b) >= near:
                return False
    return True


def random_cases():
    """Returns how many of the cases differ."""
    random = np.random.default_rng(20260)
    wrong, worst = 0, 0.0
    for case in range(CASES):
        task = random_task(random)
        answer = ours(task)
        mine, places, notes, root = index(task)
        apart = max(difference(answer["scores"][key], x) for key, x in mine.items())
        worst = max(worst, apart)
        winsorised = {e["subject"]: e["count"] for e in answer["log"] if e["action"] == "winsorised"}
        logged = [e["subject"] for e in answer["log"] if e["action"] == "logarithm"]
        if apart > TOLERANCE or winsorised != notes["winsorised"] or logged != notes["log"] or not same_ranks(
                answer["ranks"], places, mine[root]):
            wrong += 1
            print(f"Fall {case}: Abweichung {apart:.1e}: {json.dumps(task)[:400]}")
    print(f"{CASES} Zufallsfälle: {wrong} anders, größte Abweichung {worst:.1e}")
    return wrong


def bands():
    """Bands against a Monte Carlo of our own: same assumptions, other random numbers."""
    random = np.random.default_rng(7)
    task = asem() | {"replicates": 2000, "sensitivity": 0, "leaveOneOut": False}
    answer = ours(task)
    prepared_by_limit, drawn = {}, []
    for _ in range(600):
        limit = int(random.integers(1, 6))
        if limit not in prepared_by_limit:
            prepared_by_limit[limit] = prepared(task | {"outliers": task["outliers"] | {"maximum": limit}})[0]
        shaken = json.loads(json.dumps({key: task[key] for key in ("groups",)}))
        spread = lambda weight: weight * (1 + 0.25 * random.uniform(-1, 1))
        other = task | {
            "normalisation": str(random.choice(["minmax", "z", "percentile"])),
            "aggregation": str(random.choice(["arithmetic", "geometric"])),
            "groups": [g | {"weight": spread(g["weight"])} for g in shaken["groups"]],
            "indicators": [{**i, "weight": spread(i["weight"])} for i in task["indicators"]]}
        drawn.append(whole_ranks(other, prepared_by_limit[limit]))
    low, middle, high = np.percentile(np.array(drawn), [5, 50, 95], axis=0)
    off = np.array([[b[0] - lo, b[1] - mid, b[2] - hi]
                    for b, lo, mid, hi in zip(answer["bands"], low, middle, high)])
    worst, mean = np.abs(off).max(), np.abs(off).mean()
    print(f"Platzspannen: größter Unterschied {worst:.0f} Plätze, im Mittel {mean:.2f}")
    return int(worst > 3 or mean > 0.5)


def whole_ranks(task, columns):
    """Places of the whole from columns that are prepared already."""
    method, bounds = positive(task)
    scores = {key: normalise(x, method, bounds) for key, x in columns.items()}
    waiting = list(task["groups"])
    while waiting:
        group = waiting.pop(0)
        nodes = [(e["id"], e["weight"]) for e in task["indicators"] + task["groups"] if e["parent"] == group["id"]]
        if any(key not in scores for key, _ in nodes):
            waiting.append(group)
            continue
        scores[group["id"]] = combine(np.column_stack([scores[key] for key, _ in nodes]),
                                      np.array([w for _, w in nodes]), task["aggregation"], 0)
        root = group["id"] if group["parent"] is None else None
        if root:
            return ranks(scores[root])
    raise ValueError("kein Ganzes")


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--check", action="store_true")
    parser.add_argument("--table", action="store_true")
    options = parser.parse_args()
    if not (options.check or options.table):
        parser.error("--check oder --table ist nötig")
    wrong = 0
    if REFERENCE.is_dir():
        wrong += reference(options.table)
        if options.check:
            wrong += bands()
    else:
        print("../shared/data/geo fehlt: kein Vergleich mit dem veröffentlichten Beispiel")
    if options.check:
        wrong += random_cases()
    return 1 if wrong else 0


if __name__ == "__main__":
    sys.exit(main())
