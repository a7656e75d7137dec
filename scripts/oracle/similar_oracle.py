#!/usr/bin/env python3
"""Recomputes 'compute similar' with numpy (ridge weights by leaving each row out) and 'compute learn' with scipy.

Written from the formulas and not from our code.

    scripts/oracle/similar_oracle.py --check     200 random cases each

Ends with status 1 if anything differs.
"""

import argparse
import sys
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parents[1] / "lib"))

import tools  # noqa: E402

tools.use_project_python()
from computing import compute as ours  # noqa: E402
import numpy as np  # noqa: E402
from scipy.stats import beta, betabinom  # noqa: E402

CASES = 200
TOLERANCE = 1e-9


def gower(data):
    """All pairs at once: distances (nan where less than half of the weight is shared) and shares of known weight."""
    rows = np.array([[np.nan if v is None else v for v in row] for row in data["rows"]], dtype=float)
    weight = np.array([variable["weight"] for variable in data["variables"]])
    parts = np.zeros((len(rows), len(rows), len(weight)))
    for place, variable in enumerate(data["variables"]):
        column = rows[:, place]
        if variable["kind"] == "size":
            column = np.log(np.where(column > 0, column, np.nan))
        rows[:, place] = column
        apart = np.abs(column[:, None] - column[None, :])
        if variable["kind"] == "category":
            parts[:, :, place] = np.where(np.isnan(apart), np.nan, apart > 0)
        else:
            spread = np.nanmax(column) - np.nanmin(column) if (~np.isnan(column)).any() else 0
            parts[:, :, place] = apart / spread if spread > 0 else apart * 0
    known = (~np.isnan(parts) * weight).sum(axis=2)
    with np.errstate(invalid="ignore", divide="ignore"):
        distance = np.nansum(parts * weight, axis=2) / known
    distance[(known < weight.sum() / 2) | (known == 0)] = np.nan
    return distance, known / weight.sum(), parts * weight


def random_similar(random):
    count, width = random.integers(2, 40), random.integers(1, 13)
    kinds = random.choice(["number", "size", "category"], width, p=[0.6, 0.2, 0.2])
    weights = random.choice([0.5, 1.0, 2.0], width)
    columns = [
        random.integers(1, 4, count) if kind == "category" else np.exp(random.normal(3, 2, count)) for kind in kinds]
    rows = [[None if random.random() < 0.15 else float(column[row]) for column in columns] for row in range(count)]
    variables = [
        {"key": f"v{place}", "kind": str(kind), "weight": float(weight)}
        for place, (kind, weight) in enumerate(zip(kinds, weights))]
    data = {"variables": variables, "rows": rows, "of": int(random.integers(0, count)), "most": 10}
    distance, known, parts = gower(data)
    own = distance[data["of"]].copy()
    own[data["of"]] = np.nan
    expected = np.sort(own[~np.isnan(own)])[:10]
    found = ours("similar", data)["neighbours"]
    if len(found) != len(expected):
        return False
    for place, neighbour in enumerate(found):
        row = neighbour["row"]
        part = np.nan_to_num(parts[data["of"], row])
        most = np.sort(part[part > 0])[::-1][:3]
        told = [d["share"] * part.sum() for d in neighbour["differences"]]
        lacks = [f"v{p}" for p in np.flatnonzero(np.isnan(parts[data["of"], row]))]
        if not (np.isclose(neighbour["distance"], expected[place], rtol=TOLERANCE, atol=TOLERANCE)
                and np.isclose(neighbour["distance"], own[row], rtol=TOLERANCE, atol=TOLERANCE)
                and np.isclose(neighbour["known"], known[data["of"], row])
                and len(told) == len(most) and np.allclose(told, most) and neighbour["missing"] == lacks):
            return False
    return True


def ridge(columns, outcome):
    """Penalty, coefficients and the error of leaving one out, each left-out row by a fit of its own."""
    x = np.column_stack([(c - c.mean()) / c.std() if c.std() > 1e-12 * max(1, abs(c.mean())) else c * 0 for c in columns])
    y = (outcome - outcome.mean()) / outcome.std()
    count, best = len(y), None
    for penalty in 10.0 ** (np.arange(-8, 5) / 2):
        wide = np.vstack([x, np.sqrt(penalty * count) * np.eye(x.shape[1])])
        coefficients = np.linalg.lstsq(wide, np.concatenate([y, np.zeros(x.shape[1])]), rcond=None)[0]
        error = 0.0
        for row in range(count):
            # The mean is part of the model, so it is fitted anew without the row; the penalty stays what it was.
            keep = np.arange(count) != row
            centre, mean = x[keep].mean(axis=0), y[keep].mean()
            wide = np.vstack([x[keep] - centre, np.sqrt(penalty * count) * np.eye(x.shape[1])])
            fitted = np.linalg.lstsq(wide, np.concatenate([y[keep] - mean, np.zeros(x.shape[1])]), rcond=None)[0]
            error += (y[row] - mean - (x[row] - centre) @ fitted) ** 2
        if best is None or error < best[2] * (1 - 1e-9) or error <= best[2] * (1 + 1e-9):
            best = (penalty, coefficients, error)
    return best[0], best[1], 1 - best[2] / count


def random_ridge(random):
    count, width = int(random.integers(50, 90)), int(random.integers(1, 6))
    kinds = random.choice(["number", "size", "category"], width, p=[0.6, 0.2, 0.2])
    columns = [random.integers(0, 2, count).astype(float) if kind == "category" else np.exp(random.normal(3, 1, count))
               for kind in kinds]
    seen = [np.log(column) if kind == "size" else column for column, kind in zip(columns, kinds)]
    outcome = sum(random.normal(0, 1) * (c - c.mean()) / max(c.std(), 1e-9) for c in seen) + random.normal(
        0, random.choice([0.1, 1, 5]), count)
    rows = [[float(column[row]) for column in columns] for row in range(count)]
    given = [float(value) for value in outcome]
    lost = set(random.choice(count, int(random.integers(0, 4)), replace=False).tolist())
    for row in lost:
        given[row] = None
    data = {"variables": [{"key": f"v{p}", "kind": str(kind), "weight": 1.0} for p, kind in enumerate(kinds)],
            "rows": rows, "of": 0, "most": 10, "outcome": given}
    answer = ours("similar", data).get("ridge")
    keep = np.array([row not in lost for row in range(count)])
    penalty, coefficients, explained = ridge([c[keep] for c in seen], outcome[keep])
    if keep.sum() < 50 or explained <= 1e-12:
        return answer is None
    weights = np.abs(coefficients) / np.abs(coefficients).sum()
    return (answer is not None and np.isclose(answer["penalty"], penalty) and answer["rows"] == keep.sum()
            and np.isclose(answer["explained"], explained, rtol=1e-7) and np.allclose(answer["weights"], weights, atol=1e-7))


def random_learn(random):
    trials = int(random.choice([random.integers(0, 12), random.integers(0, 400)]))
    successes, ahead = int(random.integers(0, trials + 1)), int(random.integers(0, 30))
    a, b = successes + 1, trials - successes + 1
    answer = ours("learn", {"successes": successes, "trials": trials, "next": ahead})
    share = [beta.mean(a, b), *beta.ppf([0.025, 0.975], a, b)]
    probabilities = betabinom.pmf(np.arange(ahead + 1), ahead, a, b)
    ends = betabinom.ppf([0.025, 0.975], ahead, a, b)
    # On the very edge of 2.5 percent rounding decides which count it is; there either one is right.
    edges = np.abs(np.subtract.outer(np.cumsum(probabilities), [0.025, 0.975])).min() < 1e-9
    return (np.allclose([answer["mean"], answer["lower"], answer["upper"]], share, rtol=1e-8, atol=1e-10)
            and np.allclose(answer["probabilities"], probabilities, rtol=1e-8, atol=1e-12)
            and (edges or [answer["fewest"], answer["most"]] == list(ends.astype(int))))


def main():
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--check", action="store_true")
    parser.parse_args()
    status = 0
    for name, case in (("similar", random_similar), ("ridge", random_ridge), ("learn", random_learn)):
        random = np.random.default_rng(20260701)
        wrong = [number for number in range(CASES) if not case(random)]
        print(f"{name}: {CASES} Zufallsfälle, {len(wrong)} verschieden" + (f" (zuerst {wrong[0]})" if wrong else ""))
        status = 1 if wrong else status
    sys.exit(status)


if __name__ == "__main__":
    main()
