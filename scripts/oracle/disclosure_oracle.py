#!/usr/bin/env python3
"""Attacks what 'compute suppress' hides with another solver (HiGHS by scipy), written from the specification alone.

    scripts/oracle/disclosure_oracle.py --check     fixtures, 200 random tables and Köln 2012 in ../shared/data/geo
    scripts/oracle/disclosure_oracle.py --table     the same, with the numbers side by side with the specification

For every table: all primary cells hidden, nothing primary published, the interval of every hidden cell computed anew and
equal to ours, the pattern safe against outsiders and against each contributor, 'compute audit' of the published numbers
equal as well, and for small tables the cost compared with the optimum of a mixed integer program. Ends with status 1 if
anything differs.
"""

import argparse
import csv
import json
import random
import sys
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parents[1] / "lib"))

import tools  # noqa: E402

tools.use_project_python()
from computing import BINARY, compute  # noqa: E402
import numpy as np  # noqa: E402
from scipy import sparse  # noqa: E402
from scipy.optimize import Bounds, LinearConstraint, linprog, milp  # noqa: E402

ROOT = Path(__file__).resolve().parents[2]
KOELN = ROOT.parent / "shared/data/geo/koeln/koeln_bevoelkerung_2005_2012.csv"
SLACK = 1e-5
CASES = 200


class Attack:
    """What somebody outside can know: x >= 0, all sums, published cells fixed."""

    def __init__(self, table, hidden):
        self.ids = [cell["id"] for cell in table["cells"]]
        place = {id: number for number, id in enumerate(self.ids)}
        self.value = np.array([cell["value"] for cell in table["cells"]], float)
        rows = sparse.lil_matrix((len(table["sums"]), len(self.ids)))
        for number, one in enumerate(table["sums"]):
            rows[number, place[one["total"]]] += 1
            for part in one["parts"]:
                rows[number, place[part]] -= 1
        self.rows = rows.tocsr()
        self.hidden = [place[id] for id in hidden]
        self.open = {cell: number for number, cell in enumerate(self.hidden)}

    def interval(self, id, knowing=()):
        """Smallest and largest possible value; infinity where nothing limits it."""
        cell = self.ids.index(id)
        if cell not in self.open or id in knowing:
            return self.value[cell], self.value[cell]
        unknown = [place for place in self.hidden if self.ids[place] not in knowing]
        matrix = self.rows[:, unknown]
        known = self.value.copy()
        known[unknown] = 0
        used = np.flatnonzero(np.diff(matrix.indptr))
        right = -(self.rows @ known)
        goal = np.zeros(len(unknown))
        goal[unknown.index(cell)] = 1
        ends = []
        for sign in (1, -1):
            found = linprog(sign * goal, A_eq=matrix[used] if len(used) else None,
                            b_eq=right[used] if len(used) else None, bounds=(0, None), method="highs")
            if found.status == 3:
                ends.append(float("inf"))
            elif found.status == 0:
                ends.append(sign * found.fun)
            else:
                raise SystemExit(f"HiGHS: {found.message}")
        return ends[0], ends[1]


def dominance(table, cell):
    """Protection that the contributors of an amount need: 0 where no rule asks for it."""
    rule, parts = table.get("dominance"), sorted((x for x in cell.get("contributions", []) if x > 0), reverse=True)
    if not rule or not parts:
        return 0
    if rule.startswith("p"):  # the second largest estimates the largest by total minus itself
        return max(0, float(rule[1:]) / 100 * parts[0] - sum(parts[2:]))
    count, percent = rule.split("/")  # the total would have to be this much larger
    return max(0, 100 / float(percent) * sum(parts[:int(count)]) - sum(parts))


def primary(table):
    """Above 0 and below the threshold, zeros on demand; wishes go before."""
    for cell in table["cells"]:
        small = cell["value"] < table["threshold"] and (cell["value"] > 0 or table.get("zeros", False))
        if cell.get("protect", small or dominance(table, cell) > 0) and not cell.get("fixed"):
            yield cell["id"]


def is_safe(attack, id, table, knowing=()):
    low, high = attack.interval(id, knowing)
    cell = next(one for one in table["cells"] if one["id"] == id)
    needed = 2 * dominance(table, cell)
    if needed > 0 and (cell["value"] >= table["threshold"] or cell["value"] == 0):
        return high - low >= needed - SLACK * max(1, needed)
    reach = table["threshold"] if table.get("criterion") != "width" else 0
    return high - low >= max(table["width"], needed) - SLACK and high >= reach - SLACK


def examine(binary, name, table, problems):
    """One table through suppress, attack and audit."""
    answer = compute("suppress", table, binary=binary)
    wanted = sorted(primary(table))
    hidden = sorted(answer["primary"] + answer["secondary"])
    say = lambda text: problems.append(f"{name}: {text}")
    if sorted(answer["primary"]) != wanted:
        say("other primary cells")
    if set(wanted) & set(answer["published"]) or set(hidden) & set(answer["published"]):
        say("a hidden cell is published")
    attack = Attack(table, hidden)
    ours = {one["id"]: (one["lower"], float("inf") if one["upper"] is None else one["upper"])
            for one in answer["intervals"]}
    if sorted(ours) != hidden:
        say("intervals of other cells")
    for id in hidden:
        if not np.allclose(ours.get(id, (-1, -1)), attack.interval(id), atol=SLACK, rtol=1e-7):
            say(f"{id}: ours {ours.get(id)}, HiGHS {attack.interval(id)}")
    exposed = {id for id in wanted if not is_safe(attack, id, table)}
    for group in table.get("groups", []):
        exposed |= {id for id in wanted if id not in group and set(group) & set(hidden)
                    and not is_safe(attack, id, table, group)}
    if answer["safe"] != (not exposed) or sorted(answer["exposed"]) != sorted(exposed):
        say(f"safe {answer['safe']}, exposed {answer['exposed']}, by HiGHS {sorted(exposed)}")
    if not table.get("groups"):
        outside = json.loads(json.dumps(table))
        for cell in outside["cells"]:
            if cell["id"] in hidden:
                cell["value"] = None
                cell["protect"] = cell["id"] in wanted
        again = compute("audit", outside, binary=binary)
        theirs = {one["id"]: (one["lower"], float("inf") if one["upper"] is None else one["upper"])
                  for one in again["intervals"]}
        if any(not np.allclose(theirs[id], ours[id], atol=SLACK, rtol=1e-7) for id in hidden):
            say("audit of the published numbers gives other intervals")
    return answer


def cost(table, ids):
    value = {cell["id"]: cell["value"] for cell in table["cells"]}
    return sum(value[id] + 25 if value[id] else 50 for id in ids)


def optimum(table):
    """Least cost of a safe pattern: one choice for each cell, one possible other table for each primary cell."""
    attack = Attack(table, [])
    wanted = [attack.ids.index(id) for id in primary(table)]
    fixed = [number for number, cell in enumerate(table["cells"]) if cell.get("fixed")]
    count, size = len(attack.ids), attack.value.sum() + 100
    total = count * (1 + len(wanted))
    goal = np.zeros(total)
    goal[:count] = [cost(table, [id]) for id in attack.ids]
    goal[wanted] = 0
    low, high = np.zeros(total), np.full(total, size)
    high[:count] = 1
    low[wanted] = 1
    high[fixed] = 0
    rules = []
    for number, cell in enumerate(wanted):
        start = count * (1 + number)
        low[start:start + count] = -attack.value
        low[start + cell] = max(table["width"], table["threshold"] - attack.value[cell])
        free = sparse.lil_matrix((attack.rows.shape[0], total))
        free[:, start:start + count] = attack.rows
        rules.append(LinearConstraint(free.tocsr(), 0, 0))
        for sign, limit in ((1, np.full(count, size)), (-1, attack.value)):
            tie = sparse.lil_matrix((count, total))
            tie[:, start:start + count] = sign * sparse.eye(count)
            tie[:, :count] = -sparse.diags(limit)
            rules.append(LinearConstraint(tie.tocsr(), -np.inf, 0))
    whole = np.zeros(total)
    whole[:count] = 1
    found = milp(goal, constraints=rules, bounds=Bounds(low, high), integrality=whole)
    return found.fun if found.status == 0 else None


def random_table(seed):
    """Areas in districts in a town, times categories; some with a second grouping, zeros or contributors."""
    rand = random.Random(seed)
    small = seed % 2 == 0
    districts = 1 if small else rand.randint(2, 3)
    columns = 2 if small else rand.randint(2, 4)
    areas = [(d, a) for d in range(districts) for a in range(rand.randint(3, 4) if small else rand.randint(3, 6))]
    value = {}
    for area in areas:
        for column in range(columns):
            value[area, column] = rand.choice([0, 1, 2]) if rand.random() < 0.12 else rand.randint(3, 60)
    cells, sums = {}, []

    def put(id, parts):
        cells[id] = sum(cells[part] for part in parts)
        sums.append({"total": id, "parts": parts})

    for (d, a), column in value:
        cells[f"{d}.{a}/{column}"] = value[(d, a), column]
    for d, a in areas:
        put(f"{d}.{a}/all", [f"{d}.{a}/{column}" for column in range(columns)])
    for column in [*range(columns), "all"]:
        for d in range(districts):
            put(f"{d}/{column}", [f"{e}.{a}/{column}" for e, a in areas if e == d])
        if districts > 1:
            put(f"town/{column}", [f"{d}/{column}" for d in range(districts)])
    for d in range(districts):
        sums.append({"total": f"{d}/all", "parts": [f"{d}/{column}" for column in range(columns)]})
    if seed % 3 == 0:  # the same areas by size
        for column in range(columns):
            put(f"even/{column}", [f"{d}.{a}/{column}" for d, a in areas if a % 2 == 0])
    table = {"cells": [{"id": id, "value": number} for id, number in cells.items()], "sums": sums,
             "threshold": rand.choice([3, 3, 5]), "width": 1}
    if seed % 5 == 0:
        table["zeros"] = True
    if seed % 7 == 0:
        table["groups"] = [[f"{d}.{a}/{c}"] for (d, a), c in value if value[(d, a), c] == 1][:3]
    return table


def random_amounts(seed):
    """Euros of areas by purpose, each with its contributors, under an (n,k) or a p% rule."""
    rand = random.Random(10_000 + seed)
    cells, sums, given = {}, [], {}
    areas, purposes = range(rand.randint(3, 5)), range(rand.randint(2, 3))
    for a in areas:
        for p in purposes:
            given[f"{a}/{p}"] = [round(rand.lognormvariate(6, 1)) for _ in range(rand.randint(2, 8))]
    for a in areas:
        given[f"{a}/all"] = sum((given[f"{a}/{p}"] for p in purposes), [])
        sums.append({"total": f"{a}/all", "parts": [f"{a}/{p}" for p in purposes]})
    for p in [*purposes, "all"]:
        given[f"town/{p}"] = sum((given[f"{a}/{p}"] for a in areas), [])
        sums.append({"total": f"town/{p}", "parts": [f"{a}/{p}" for a in areas]})
    sums.append({"total": "town/all", "parts": [f"town/{p}" for p in purposes]})
    cells = [{"id": id, "value": sum(parts), "contributions": parts} for id, parts in given.items()]
    return {"cells": cells, "sums": sums, "threshold": 1, "width": 1,
            "dominance": rand.choice(["2/85", "1/60", "p10", "p15", "p25"])}


def koeln(threshold, criterion):
    """86 Stadtteile, 9 Bezirke and the city times 7 origins and their total in 2012."""
    origins = ["60", "70", "80", "90", "100", "110", "120"]
    value = {}
    with KOELN.open(encoding="utf-8") as file:
        for row in csv.DictReader(file):
            if row["jahr"] == "2012" and row["tab_id"] == "030" and row["zei_id"] in ["50", *origins]:
                value[row["raum_id"], row["zei_id"]] = float(row["zahl"] or 0)
    areas = sorted({area for area, _ in value})
    sums = [{"total": f"{a}/50", "parts": [f"{a}/{o}" for o in origins]} for a in areas]
    for origin in ["50", *origins]:
        sums.append({"total": f"000/{origin}", "parts": [f"00{b}/{origin}" for b in range(1, 10)]})
        for b in range(1, 10):
            own = [a for a in areas if a != "000" and a.startswith(str(b))]
            sums.append({"total": f"00{b}/{origin}", "parts": [f"{a}/{origin}" for a in own]})
    cells = [{"id": f"{a}/{o}", "value": number} for (a, o), number in value.items()]
    return {"cells": cells, "sums": sums, "threshold": threshold, "width": 1, "criterion": criterion}


def fixtures(binary, problems):
    """(i) and (ii) of the specification."""
    rows = {"A": (2, 18), "B": (19, 14), "C": (10, 12), "D": (14, 11)}
    cells = [{"id": f"{r}{s}", "value": v[k]} for r, v in rows.items() for k, s in enumerate("fm")]
    cells += [{"id": r, "value": sum(v)} for r, v in rows.items()]
    cells += [{"id": s, "value": sum(v[k] for v in rows.values())} for k, s in enumerate("fm")]
    cells.append({"id": "all", "value": sum(map(sum, rows.values()))})
    sums = [{"total": r, "parts": [f"{r}f", f"{r}m"]} for r in rows]
    sums += [{"total": s, "parts": [f"{r}{s}" for r in rows]} for s in "fm"] + [{"total": "all", "parts": ["f", "m"]}]
    answer = examine(binary, "(i)", {"cells": cells, "sums": sums, "threshold": 3, "width": 1}, problems)
    if sorted(answer["secondary"]) != ["Am", "Cf", "Cm"]:
        problems.append(f"(i): {answer['secondary']} instead of Am, Cf, Cm")
    numbers = dict(A=2, B=2, I=8, J=8, K=3, L=3, M=3, N=7, one=20, two=16, small=30, BIG=6)
    linked = {
        "cells": [{"id": id, "value": v, "protect": id in "ABKLM"} for id, v in numbers.items()],
        "sums": [{"total": "one", "parts": list("ABIJ")}, {"total": "two", "parts": list("KLMN")},
                 {"total": "small", "parts": list("ABIJKN")}, {"total": "BIG", "parts": list("LM")}],
        "threshold": 4, "width": 1, "criterion": "width"}
    attack = Attack(linked, list("ABKLM"))
    if attack.interval("K") != (3, 3):
        problems.append(f"(ii): K {attack.interval('K')} instead of exactly 3")
    answer = examine(binary, "(ii)", linked, problems)
    if answer["secondary"] != ["N"]:
        problems.append(f"(ii): {answer['secondary']} instead of N")


def check_koeln(binary, problems, lines):
    if not KOELN.exists():
        lines.append(f"Köln: übersprungen, {KOELN} fehlt")
        return
    stated = {3: (16, 16, 20, 303), 10: (71, 46, 43, 1400)}
    for threshold, (first, open_, more, total) in stated.items():
        for criterion in ("width", "widthAndThreshold"):
            table = koeln(threshold, criterion)
            alone = Attack(table, list(primary(table)))
            naive = sum(not is_safe(alone, id, {**table, "criterion": "width"}) for id in primary(table))
            answer = examine(binary, f"Köln {threshold} {criterion}", table, problems)
            value = {cell["id"]: cell["value"] for cell in table["cells"]}
            got = len(answer["secondary"]), sum(value[id] for id in answer["secondary"])
            published = 100 * (1 - (len(answer["primary"]) + got[0]) / len(value))
            lines.append(
                f"Köln t={threshold:<2} {criterion:<17} primär {len(answer['primary'])} ({first}), allein aufdeckbar {naive} "
                f"({open_}), weitere {got[0]} ({more}), Summe {got[1]:.0f} ({total}), veröffentlicht {published:.1f} %, "
                f"aufdeckbar {len(answer['exposed'])}")
            if (len(answer["primary"]), naive) != (first, open_) or not answer["safe"]:
                problems.append(f"Köln {threshold} {criterion}: not as stated")
            if criterion == "width" and not (got[0] < more or got[1] < total):
                problems.append(f"Köln {threshold}: {got} does not beat {(more, total)}")


def main():
    parser = argparse.ArgumentParser()
    parser.add_argument("--check", action="store_true")
    parser.add_argument("--table", action="store_true")
    parser.add_argument("--binary", default=str(BINARY))
    parser.add_argument("--cases", type=int, default=CASES)
    options = parser.parse_args()
    problems, lines, gaps, proven, unsafe = [], [], [], 0, 0
    fixtures(options.binary, problems)
    check_koeln(options.binary, problems, lines)
    for seed in range(options.cases):
        table = random_table(seed)
        answer = examine(options.binary, f"random {seed}", table, problems)
        unsafe += not answer["safe"]
        if seed % 2 or table.get("groups") or not answer["safe"]:
            continue
        best = optimum(table)
        if best is None:
            continue
        ours = cost(table, answer["secondary"])
        gaps.append(0 if best < 1e-6 else ours / best - 1)
        proven += answer["optimal"]
        if ours < best - 1e-4 or (answer["optimal"] and ours > best + 1e-4):
            problems.append(f"random {seed}: cost {ours}, optimum {best}, proven {answer['optimal']}")
    amounts = hidden = 0
    for seed in range(options.cases):
        table = random_amounts(seed)
        answer = examine(options.binary, f"amounts {seed}", table, problems)
        amounts += len(answer["primary"]) > 0
        hidden += len(answer["secondary"])
    lines.append(f"{options.cases} zufällige Tabellen von Beträgen, {amounts} mit überwiegenden Beiträgen, {hidden} Zellen zum Schutz")
    lines.append(
        f"{options.cases} zufällige Tabellen, davon {unsafe} nicht zu schützen; {len(gaps)} mit dem Optimum verglichen: "
        f"im Mittel {100 * np.mean(gaps):.2f} % teurer, höchstens {100 * max(gaps):.2f} %, {proven} bewiesen")
    if options.table or not problems:
        print("\n".join(lines))
    for problem in problems:
        print(problem)
    return 1 if problems else 0


if __name__ == "__main__":
    sys.exit(main())
