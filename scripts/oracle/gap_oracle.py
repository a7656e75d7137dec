#!/usr/bin/env python3
"""Recomputes gap, access and locate with numpy and scipy, written from the formulas and not from our code.

    scripts/oracle/gap_oracle.py --check     the published reference numbers and 200 random cases each
    scripts/oracle/gap_oracle.py --table     the reference numbers side by side, as Markdown

Sources of the reference numbers: need-weighted fair share (own example, recomputed); Luo & Wang 2003 and Luo & Qi 2009
as in pysal/access; p-median and maximum cover solved exactly by mixed integer programming (HiGHS in scipy).
Ends with status 1 if anything differs.
"""

import argparse
import sys
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parents[1] / "lib"))

import tools  # noqa: E402

tools.use_project_python()
from computing import BINARY, compute as ours  # noqa: E402
import numpy as np  # noqa: E402
from scipy.optimize import Bounds, LinearConstraint, milp  # noqa: E402

CASES = 200
TOLERANCE = 1e-9

GAP = {"population": [420, 310, 560, 150], "need": [0.2, 0.9, 0.6, 0.4], "capacity": [60, 20, 45, 25]}
GAP_PUBLISHED = {
    0: [-16.25, 12.2917, 13.3333, -9.375],
    1: [-30.5599, 24.3338, 17.5868, -11.3607],
    2: [-44.8698, 36.3759, 21.8403, -13.3464],
}
ACCESS = {
    "population": [100, 200, 300, 50],
    "capacity": [10, 20, 6],
    "cost": [[5, 12, 28, 60], [25, 8, 14, 55], [40, 33, 9, 35]],
}
STEPS = [[10, 1], [20, 0.68], [30, 0.22]]


def array(values):
    return np.array([np.nan if value is None else value for value in values], dtype=float)


def gap(data):
    """E = C P w / sum(P w), w = max(0, 1 + lambda (N - mean N)); rows with an unknown number stay out."""
    people, need, places = (array(data[key]) for key in ("population", "need", "capacity"))
    known = ~(np.isnan(people) | np.isnan(need) | np.isnan(places))
    expected = np.full(len(people), np.nan)
    if known.any() and people[known].sum() > 0:
        mean = np.average(need[known], weights=people[known])
        weight = np.clip(1 + data["lambda"] * (need[known] - mean), 0, None)
        expected[known] = places[known].sum() * people[known] * weight / (people[known] * weight).sum()
    return expected, expected - np.where(known, places, np.nan)


def access(data):
    """Places for one child in reach: ratios of each supply to its weighted demand, summed with the same weights."""
    cost = np.array([array(row) for row in data["cost"]]).reshape(len(data["capacity"]), len(data["population"]))
    steps = data.get("steps") or [[data["threshold"], 1]]
    weight = np.zeros(cost.shape)
    for limit, value in sorted(steps, reverse=True):
        weight[cost <= limit] = value
    demand = weight @ np.array(data["population"], dtype=float)
    ratios = np.divide(data["capacity"], demand, out=np.zeros(len(demand)), where=demand > 0)
    return ratios, ratios @ weight


def locate(data):
    """The best objective by mixed integer programming: y opens a site, z lets it serve a place."""
    people = np.array(data["population"], dtype=float)
    cost = np.array([array(row) for row in data["cost"]])
    sites, places = cost.shape
    if data["model"] == "max-cover":
        covers = (cost <= data["threshold"]).T.astype(float)
        target = np.concatenate([np.zeros(sites), -people])
        rules = [
            LinearConstraint(np.concatenate([np.ones(sites), np.zeros(places)]), data["count"], data["count"]),
            LinearConstraint(np.hstack([-covers, np.eye(places)]), -np.inf, 0),
        ]
    else:
        target = np.concatenate([np.zeros(sites), (cost * people).ravel()])
        serve = np.hstack([np.zeros((places, sites)), np.tile(np.eye(places), sites)])
        opened = np.hstack([-np.repeat(np.eye(sites), places, axis=0), np.eye(sites * places)])
        rules = [
            LinearConstraint(np.concatenate([np.ones(sites), np.zeros(sites * places)]), data["count"], data["count"]),
            LinearConstraint(serve, 1, 1),
            LinearConstraint(opened, -np.inf, 0),
        ]
    whole = np.zeros(len(target))
    whole[:sites] = 1
    found = milp(target, constraints=rules, integrality=whole, bounds=Bounds(0, 1), options={"mip_rel_gap": 0})
    return abs(found.fun)


def value_of(data, sites):
    """The objective of a choice, counted anew."""
    cost = np.array([array(row) for row in data["cost"]])[sites].min(axis=0)
    people = np.array(data["population"], dtype=float)
    return people[cost <= data["threshold"]].sum() if data["model"] == "max-cover" else float(people @ cost)


def reference_rows():
    """Name, published, ours, independent, and how many digits are published."""
    rows = []
    for weight, published in GAP_PUBLISHED.items():
        data = {**GAP, "lambda": weight}
        mine, theirs = ours("gap", data)["gap"], gap(data)[1]
        rows += [(f"Lücke, λ = {weight}, Gebiet {n + 1}", p, mine[n], theirs[n], 5e-5) for n, p in enumerate(published)]
    for label, extra, published, allowed in (
        ("2SFCA, 15 Minuten", {"threshold": 15}, [0.033333, 0.073333, 0.06, 0], 5e-7),
        ("E2SFCA, Stufen", {"steps": STEPS}, [0.04344122, 0.06946491, 0.05920965, 0], 5e-9),
    ):
        data = {**ACCESS, **extra}
        mine, theirs = ours("access", data)["access"], access(data)[1]
        rows += [(f"{label}, Ort {n + 1}", p, mine[n], theirs[n], allowed) for n, p in enumerate(published)]
    for label, extra, published in (
        ("p-Median, p = 1", {"count": 1, "model": "p-median"}, 11050),
        ("p-Median, p = 2", {"count": 2, "model": "p-median"}, 7350),
        ("Größte Abdeckung, 15 Minuten, p = 1", {"count": 1, "model": "max-cover", "threshold": 15}, 500),
    ):
        data = {"population": ACCESS["population"], "cost": ACCESS["cost"], **extra}
        rows.append((label, published, ours("locate", data)["objective"], locate(data), 1e-9))
    return rows


def print_table(rows):
    print("| Zahl | veröffentlicht | wir | nachgerechnet | wir − veröffentlicht |")
    print("|---|---:|---:|---:|---:|")
    for label, published, mine, theirs, _ in rows:
        print(f"| {label} | {published:g} | {mine:.8g} | {theirs:.8g} | {mine - published:+.1e} |")


def close(left, right):
    left, right = array(left), np.asarray(right, dtype=float)
    return left.shape == right.shape and np.allclose(left, right, rtol=TOLERANCE, atol=TOLERANCE, equal_nan=True)


def some(random, values):
    """The values as JSON numbers, about one in eight unknown."""
    return [None if random.random() < 0.125 else float(value) for value in values]


def random_gap(random):
    count = random.integers(1, 60)
    data = {
        "population": some(random, random.integers(0, 3000, count)),
        "need": some(random, random.random(count)),
        "capacity": some(random, random.integers(0, 200, count)),
        "lambda": float(random.choice([0, 0.5, 1, 2, random.random() * 6])),
    }
    answer = ours("gap", data)
    expected, missing = gap(data)
    zero = abs(sum(value for value in answer["gap"] if value is not None)) < 1e-8
    return zero and close(answer["expected"], expected) and close(answer["gap"], missing)


def random_access(random):
    demands, supplies = random.integers(1, 60), random.integers(0, 40)
    data = {
        "population": random.integers(0, 900, demands).tolist(),
        "capacity": random.integers(0, 80, supplies).tolist(),
        "cost": [some(random, random.integers(0, 50, demands)) for _ in range(supplies)],
    }
    data |= {"steps": STEPS} if random.random() < 0.6 else {"threshold": int(random.integers(1, 40))}
    answer = ours("access", data)
    ratios, reach = access(data)
    reached = float(np.dot(data["population"], answer["access"]))
    whole = abs(reached - (sum(data["capacity"]) - sum(answer["unreached"]))) < 1e-6
    return whole and close(answer["ratios"], ratios) and close(answer["access"], reach)


def random_locate(random):
    sites, places = (random.integers(2, 9), random.integers(2, 15)) if random.random() < 0.7 else (25, 40)
    points, homes = random.random((sites, 2)), random.random((places, 2))
    cost = np.linalg.norm(points[:, None] - homes[None, :], axis=2) * 20
    data = {
        "population": random.integers(0, 400, places).tolist(),
        "cost": cost.tolist(),
        "count": int(random.integers(1, min(sites, 6) + 1)),
        "model": str(random.choice(["p-median", "max-cover"])),
        "threshold": 6.0,
    }
    answer = ours("locate", data)
    best, own = locate(data), value_of(data, answer["sites"])
    is_best = abs(own - best) <= 1e-6 * max(1, best)
    fits = abs(own - answer["objective"]) <= 1e-6 * max(1, best) and len(set(answer["sites"])) == data["count"]
    return fits and (is_best or not answer["proven"]), is_best, answer["proven"]


def check():
    if not BINARY.exists():
        print("das Programm ist noch nicht gebaut: nichts zu vergleichen")
        return 1
    wrong = [row for row in reference_rows() if abs(row[2] - row[1]) > row[4] or abs(row[2] - row[3]) > 1e-9]
    for row in wrong:
        print("  weicht ab: ", row)
    print(f"Referenzzahlen: {len(reference_rows())} verglichen, {len(wrong)} abweichend")
    random = np.random.default_rng(20260301)
    status = bool(wrong)
    for name, case in (("gap", random_gap), ("access", random_access)):
        failed = [number for number in range(CASES) if not case(random)]
        print(f"{name}: {CASES} Zufallsfälle, {len(failed)} abweichend {failed[:5]}")
        status |= bool(failed)
    answers = [random_locate(random) for _ in range(CASES)]
    failed = [number for number, answer in enumerate(answers) if not answer[0]]
    best, proven = sum(answer[1] for answer in answers), sum(answer[2] for answer in answers)
    print(f"locate: {CASES} Zufallsfälle, {len(failed)} abweichend {failed[:5]}, {best} bestmöglich, {proven} bewiesen")
    return int(status or bool(failed))


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--check", action="store_true")
    parser.add_argument("--table", action="store_true")
    options = parser.parse_args()
    if options.table:
        print_table(reference_rows())
        return 0
    if options.check:
        return check()
    parser.error("--check oder --table ist nötig")


if __name__ == "__main__":
    sys.exit(main())
