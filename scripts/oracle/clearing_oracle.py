#!/usr/bin/env python3
"""Recomputes rounds of the exchange in four other ways, each written from the rules and apart from the product's model.

    scripts/oracle/clearing_oracle.py --check     300 random rounds and both rehearsals, status 1 if anything differs
    scripts/oracle/clearing_oracle.py --rounds N  another number; --seed S for other rounds
    scripts/oracle/clearing_oracle.py --bench     time of the release binary beside OR-tools, at full size
    scripts/oracle/clearing_oracle.py --round F   one round with its result, as 'exchange rehearse --write' writes it

The rules as a linear program (HiGHS by scipy), the network of pool, givers and receivers (OR-tools), small cases as a
plain graph (networkx), rounds of up to five participants by trying everything. Every result must reach the same
objective, keep the rules, be confirmed by 'compute verify', and not change when the input is shuffled; a result with one
change must be refused. Agreements and declines, mode B and timetables are compared as well.
"""

import argparse
import itertools
import json
import random
import subprocess
import sys
import tempfile
import time
from concurrent.futures import ProcessPoolExecutor
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parents[1] / "lib"))

import tools  # noqa: E402

tools.use_project_python()
from computing import BINARY, ask  # noqa: E402
import networkx  # noqa: E402
import numpy as np  # noqa: E402
from ortools.graph.python import min_cost_flow  # noqa: E402
from scipy import sparse  # noqa: E402
from scipy.optimize import linprog  # noqa: E402

CASES = 300


def compute(name, value):
    text = ask(name, value, may_refuse=True)
    return text, json.loads(text)


# --- Random rounds


def random_round(rng, number):
    """From two participants to twenty; tight and loose limits, many equal weights, odd ids, useless pairs among them."""
    count = rng.choice([2, 3, 3, 4, 4, 5, 5, 8, 12, 20])
    equal = rng.random() < 0.3
    slack = rng.choice([0, 1, 1, 2, 4])
    names = [f"{rng.choice(['Ä', 'b', 'Ort ', 'z'])}{n}" for n in range(count)]
    participants, offers, requests = [], [], []
    for name in names:
        balance = rng.randint(-slack, slack)
        participants.append({"id": name, "give": rng.randint(0, 3), "receive": rng.randint(0, 3), "balance": balance,
                             "floor": -slack, "ceiling": slack + rng.randint(0, 2)})
        for n in range(rng.randint(0, 2 if count <= 5 else 3)):
            offers.append({"id": f"{name}/o{n}", "participant": name, "capacity": rng.randint(0, 3)})
        for n in range(rng.randint(0, 2 if count <= 5 else 3)):
            requests.append({"id": f"{name}/r{n}", "participant": name})
    share = rng.choice([0.3, 0.6, 1.0])
    pairs = [{"offer": o["id"], "request": r["id"],
              "weight": 1000 if equal else rng.choice([rng.randint(600, 10000), rng.randint(-50, 300)])}
             for o in offers for r in requests if rng.random() < share]
    if count <= 5:
        rng.shuffle(pairs)
        del pairs[9:]
    return {"participants": participants, "offers": offers, "requests": requests, "pairs": pairs,
            "loadStep": rng.choice([0, 10, 40, 200]), "creditStep": rng.choice([0, 5, 60]), "seed": f"Runde {number}"}


def with_agreements(rng, round, result):
    """Some of the result signed, one or two of it declined."""
    places = [{"offer": t["offer"], "request": t["request"]} for t in result["transfers"]]
    rng.shuffle(places)
    declined = places[:rng.randint(1, 2)]
    signed = [one for one in places[len(declined):] if rng.random() < 0.6]
    return {**round, "signed": signed, "declined": declined}


def key(pair):
    return pair["offer"], pair["request"]


class Names:
    """Who stands behind offers and requests."""

    def __init__(self, round):
        self.round = round
        self.giver = {one["id"]: one["participant"] for one in round["offers"]}
        self.taker = {one["id"]: one["participant"] for one in round["requests"]}
        self.signed = {key(one) for one in round.get("signed", [])}
        declined = {key(one) for one in round.get("declined", [])}
        self.pairs = [pair for pair in round["pairs"] if key(pair) not in declined
                      and self.giver[pair["offer"]] != self.taker[pair["request"]]]

    def room(self, one):
        """Least and greatest given minus received; agreements count even beyond the limits."""
        low, high = one["floor"] - one["balance"], one["ceiling"] - one["balance"]
        given = sum(self.giver[o] == one["id"] for o, _ in self.signed)
        received = sum(self.taker[r] == one["id"] for _, r in self.signed)
        if given or received:
            low, high = min(low, given - received), max(high, given - received)
        return low, high


def points(round, chosen):
    """The objective from the formula alone."""
    names = Names(round)
    weight = {key(pair): pair["weight"] for pair in round["pairs"]}
    total = sum(weight[one] for one in chosen)
    for one in round["participants"]:
        given = sum(names.giver[o] == one["id"] for o, _ in chosen)
        received = sum(names.taker[r] == one["id"] for _, r in chosen)
        earned, used = max(0, given - received), max(0, received - given)
        total -= round["loadStep"] * given ** 2
        total -= round["creditStep"] * (used + sum(one["balance"] - one["floor"] + j for j in range(1, earned + 1)))
    return total


def broken_rules(round, chosen):
    names = Names(round)
    possible = {key(pair) for pair in names.pairs}
    problems = []
    if not set(chosen) <= possible or len(set(chosen)) < len(chosen) or not names.signed <= set(chosen):
        problems.append("a pair that may not be chosen, twice, or one agreed missing")
    for one in round["requests"]:
        if sum(r == one["id"] for _, r in chosen) > 1:
            problems.append(f"{one['id']} met twice")
    for one in round["offers"]:
        if sum(o == one["id"] for o, _ in chosen) > one["capacity"]:
            problems.append(f"{one['id']} beyond its capacity")
    for one in round["participants"]:
        given = sum(names.giver[o] == one["id"] for o, _ in chosen)
        received = sum(names.taker[r] == one["id"] for _, r in chosen)
        low, high = names.room(one)
        if given > one["give"] or received > one["receive"] or not low <= given - received <= high:
            problems.append(f"{one['id']} beyond its limits")
    return problems


# --- Oracle 1: the rules as a linear program


def by_linear_program(round):
    """Variables: pairs, then for each participant one per possible load unit, credit used, one per credit unit earned."""
    names = Names(round)
    goal = [-pair["weight"] for pair in names.pairs]
    bounds = [(1 if key(pair) in names.signed else 0, 1) for pair in names.pairs]
    rows, columns, values, lower, upper = [], [], [], [], []

    def row(entries, low, high):
        for column, value in entries:
            rows.append(len(lower))
            columns.append(column)
            values.append(value)
        lower.append(low)
        upper.append(high)

    for request in round["requests"]:
        row([(n, 1) for n, pair in enumerate(names.pairs) if pair["request"] == request["id"]], 0, 1)
    for offer in round["offers"]:
        row([(n, 1) for n, pair in enumerate(names.pairs) if pair["offer"] == offer["id"]], 0, offer["capacity"])
    for one in round["participants"]:
        given = [n for n, pair in enumerate(names.pairs) if names.giver[pair["offer"]] == one["id"]]
        received = [n for n, pair in enumerate(names.pairs) if names.taker[pair["request"]] == one["id"]]
        row([(n, 1) for n in given], 0, one["give"])
        row([(n, 1) for n in received], 0, one["receive"])
        low, high = names.room(one)
        net = [(n, 1) for n in given] + [(n, -1) for n in received]
        row(net, low, high)
        start = len(goal)
        goal.extend(round["loadStep"] * (2 * k - 1) for k in range(1, one["give"] + 1))
        bounds.extend([(0, 1)] * one["give"])
        row([(n, 1) for n in given] + [(start + k, -1) for k in range(one["give"])], 0, 0)
        start = len(goal)
        goal.append(round["creditStep"])
        bounds.append((0, None))
        goal.extend(round["creditStep"] * (one["balance"] - one["floor"] + j) for j in range(1, one["give"] + 1))
        bounds.extend([(0, 1)] * one["give"])
        row(net + [(start, 1)] + [(start + j, -1) for j in range(1, one["give"] + 1)], 0, 0)
    if not goal:
        return 0
    matrix = sparse.csr_matrix((values, (rows, columns)), shape=(len(lower), len(goal)))
    found = linprog(goal, A_ub=sparse.vstack([matrix, -matrix]), b_ub=np.concatenate([upper, -np.array(lower)]),
                    bounds=bounds, method="highs")
    if found.status == 2:
        return None
    if found.status:
        raise SystemExit(f"HiGHS: {found.message}")
    return round_number(-found.fun)


def round_number(value):
    whole = int(np.rint(value))
    if abs(value - whole) > 1e-4 * max(1, abs(value)) ** 0.5:
        raise SystemExit(f"the linear program ends at {value}, no whole number")
    return whole


# --- Oracles 2 and 3: a network with one node for each participant's work and one for its gains


def edges_of(round):
    """(tail, head, least, most, cost); built apart from the linear program."""
    names = Names(round)
    edges = []
    for one in round["participants"]:
        m = one["id"]
        for k in range(one["give"]):
            edges.append((("gains", m), ("work", m), 0, 1, round["loadStep"] * (2 * k + 1)))
        low, high = names.room(one)
        if low < 0:
            edges.append((("in", m), "bank", max(0, -high), -low, round["creditStep"]))
        for j in range(1, min(max(0, high), one["give"]) + 1):
            cost = round["creditStep"] * (one["balance"] - one["floor"] + j)
            edges.append(("bank", ("gains", m), 1 if j <= low else 0, 1, cost))
        edges.append((("in", m), ("gains", m), 0, one["receive"], 0))
        edges.append((("taken", m), ("in", m), 0, one["receive"], 0))
    for one in round["offers"]:
        edges.append((("work", one["participant"]), ("offer", one["id"]), 0, one["capacity"], 0))
    for one in round["requests"]:
        edges.append((("request", one["id"]), ("taken", one["participant"]), 0, 1, 0))
    for pair in names.pairs:
        least = 1 if key(pair) in names.signed else 0
        edges.append((("offer", pair["offer"]), ("request", pair["request"]), least, 1, -pair["weight"]))
    return edges


def supplies(edges):
    """Least flows taken out beforehand: what is left over at the nodes, and its cost."""
    supply, fixed = {}, 0
    for tail, head, least, _, cost in edges:
        supply[tail] = supply.get(tail, 0) - least
        supply[head] = supply.get(head, 0) + least
        fixed += least * cost
    return supply, fixed


def by_ortools(round):
    edges = edges_of(round)
    if not edges:
        return 0
    flow, worth = loaded(edges)
    status = flow.solve()
    if status == flow.INFEASIBLE:
        return None
    if status != flow.OPTIMAL:
        raise SystemExit(f"OR-tools: {status}")
    return worth - flow.optimal_cost()


def loaded(edges):
    """The network in OR-tools, not yet solved, and the worth of what is fixed."""
    supply, fixed = supplies(edges)
    number = {node: n for n, node in enumerate(supply)}
    flow = min_cost_flow.SimpleMinCostFlow()
    for tail, head, least, most, cost in edges:
        flow.add_arc_with_capacity_and_unit_cost(number[tail], number[head], most - least, cost)
    for node, amount in supply.items():
        flow.set_node_supply(number[node], amount)
    return flow, -fixed


def by_networkx(round):
    edges = edges_of(round)
    supply, fixed = supplies(edges)
    graph = networkx.MultiDiGraph()
    for node, amount in supply.items():
        graph.add_node(node, demand=-amount)
    for tail, head, least, most, cost in edges:
        graph.add_edge(tail, head, capacity=most - least, weight=cost)
    try:
        flows = networkx.min_cost_flow(as_simple(graph)) if edges else {}
    except networkx.NetworkXUnfeasible:
        return None
    return -(sum(amount * graph.graph["cost"][tail, head] for tail, to in flows.items()
                 for head, amount in to.items() if (tail, head) in graph.graph["cost"]) + fixed) if edges else 0


def as_simple(graph):
    """Parallel edges get a node in between; costs are noted for the sum."""
    simple = networkx.DiGraph()
    simple.add_nodes_from(graph.nodes(data=True))
    graph.graph["cost"] = {}
    for number, (tail, head, data) in enumerate(graph.edges(data=True)):
        middle = ("between", number)
        simple.add_edge(tail, middle, capacity=data["capacity"], weight=data["weight"])
        simple.add_edge(middle, head, capacity=data["capacity"], weight=0)
        graph.graph["cost"][tail, middle] = data["weight"]
    return simple


# --- Oracle 4: every choice


def by_trying(round):
    names = Names(round)
    best = None
    for size in range(len(names.pairs) + 1):
        for some in itertools.combinations([key(pair) for pair in names.pairs], size):
            if not broken_rules(round, list(some)):
                value = points(round, some)
                best = value if best is None else max(best, value)
    return best


# --- Mode B by its definition: try all results, keep the longest, then the order of choice


def mode_b(round, order):
    names = Names(round)
    strict = {**round, "participants": [{**one, "floor": one["balance"], "ceiling": one["balance"]}
                                        for one in round["participants"]]}
    best = None
    for size in range(len(names.pairs) + 1):
        for some in itertools.combinations([key(pair) for pair in names.pairs], size):
            if not broken_rules(strict, list(some)):
                received = [sum(names.taker[r] == m for _, r in some) for m in order]
                best = max(best or [0], [size, *received])
    return best


MASK = (1 << 64) - 1


def order_of(round):
    """The published order: FNV-1a of seed and id, mixed by the last step of SplitMix64, smallest first."""
    def number(one):
        value = 0xCBF29CE484222325
        for byte in round["seed"].encode() + b"\x1f" + one["id"].encode() + b"\x1f":
            value = ((value ^ byte) * 0x100000001B3) & MASK
        value = ((value ^ value >> 30) * 0xBF58476D1CE4E5B9) & MASK
        value = ((value ^ value >> 27) * 0x94D049BB133111EB) & MASK
        return value ^ value >> 31
    return [one["id"] for one in sorted(round["participants"], key=number)]


# --- One round


def shuffled(rng, round):
    other = dict(round)
    for name in ("participants", "offers", "requests", "pairs", "signed", "declined"):
        if name in other:
            other[name] = rng.sample(other[name], len(other[name]))
    return other


def mutated(rng, round, result):
    """The result with one transfer more, less or exchanged, stated as carefully as a forger would."""
    chosen = {key(one) for one in result["transfers"]}
    pair = rng.choice(round["pairs"])
    chosen ^= {key(pair)}
    names = Names(round)
    balances = {one["id"]: one["balance"] + sum(names.giver[o] == one["id"] for o, _ in chosen)
                - sum(names.taker[r] == one["id"] for _, r in chosen) for one in round["participants"]}
    return {**result, "objective": points(round, chosen), "balances": balances,
            "transfers": [{"offer": o, "request": r} for o, r in sorted(chosen)]}


def examine(round, rng, name):
    """Everything about one round; returns what differs and the result."""
    problems = []
    text, result = compute("clear", round)
    values = {"HiGHS": by_linear_program(round), "OR-tools": by_ortools(round)}
    if len(round["participants"]) <= 12:
        values["networkx"] = by_networkx(round)
    if len(round["participants"]) <= 5:
        values["trying everything"] = by_trying(round)
    if "problems" in result:
        if any(value is not None for value in values.values()):
            problems.append(f"{name}: refused ({result['problems']}), but {values}")
        return problems, None
    for other, value in values.items():
        if value != result["objective"]:
            problems.append(f"{name}: ours {result['objective']}, {other} {value}")
    chosen = [key(one) for one in result["transfers"]]
    problems += [f"{name}: {one}" for one in broken_rules(round, chosen)]
    if points(round, chosen) != result["objective"]:
        problems.append(f"{name}: the stated transfers are worth {points(round, chosen)}")
    if sorted(edge for ring in result["rings"] + result["chains"] for edge in ring_edges(ring, ring in result["rings"])) \
            != sorted((one["giver"], one["receiver"]) for one in result["transfers"]):
        problems.append(f"{name}: rings and chains are not the transfers")
    _, verdict = compute("verify", {"round": round, "result": result})
    if not verdict["optimal"]:
        problems.append(f"{name}: verify says {verdict['violations']}")
    if round["pairs"]:
        forged = mutated(rng, round, result)
        _, verdict = compute("verify", {"round": round, "result": forged})
        legal = not broken_rules(round, [key(one) for one in forged["transfers"]])
        if verdict["optimal"] and not (legal and forged["objective"] == result["objective"]):
            problems.append(f"{name}: verify accepts a changed result")
    other, _ = compute("clear", shuffled(rng, round))
    if other != text:
        problems.append(f"{name}: the order of the input changes the output")
    return problems, result


def ring_edges(ring, is_closed):
    return zip(ring, ring[1:] + ring[:1] if is_closed else ring[1:])


def examine_mode_b(round, name):
    if len(round["participants"]) > 5:
        return []
    _, result = compute("clear", {**round, "mode": "priority"})
    order = order_of(round)
    received = [sum(one["receiver"] == m for one in result["transfers"]) for m in order]
    ours, best = [len(result["transfers"]), *received], mode_b(round, order)
    _, verdict = compute("verify", {"round": {**round, "mode": "priority"}, "result": result})
    return ([] if ours == best else [f"{name}: mode B gives {ours}, by definition {best}"]) + (
        [] if verdict["optimal"] else [f"{name}: mode B, verify says {verdict['violations']}"])


def examine_timetable(rng, name):
    """No team twice, slots as few as the theorem says, blocked slots kept free."""
    count = rng.randint(2, 9)
    sessions = []
    for n in range(rng.randint(0, 30)):
        giver, receiver = rng.sample(range(count), 2)
        sessions.append({"id": n, "giver": f"m{giver}", "receiver": f"m{receiver}"})
    same = rng.random() < 0.5
    blocked = [{"participant": f"m{rng.randrange(count)}", "slot": rng.randrange(6)} for _ in range(rng.choice([0, 0, 5]))]
    _, plan = compute("timetable", {"sessions": sessions, "blocked": blocked, "sameTeam": same})
    problems, where = [], {one: slot for slot, ids in enumerate(plan["slots"]) for one in ids}
    if sorted(list(where) + plan["unscheduled"]) != list(range(len(sessions))) or plan["unscheduled"]:
        problems.append(f"{name}: sessions are missing")
    loads = {}
    for one in sessions:
        for team in (one["giver"], "g"), (one["receiver"], "r"):
            loads[team[0] if same else team] = loads.get(team[0] if same else team, 0) + 1
    largest = max(loads.values(), default=0)
    for ids in plan["slots"]:
        teams = [team for one in ids for team in
                 ((sessions[one]["giver"], "g"), (sessions[one]["receiver"], "r"))]
        teams = [team[0] for team in teams] if same else teams
        if len(set(teams)) < len(teams):
            problems.append(f"{name}: a team twice in a slot")
    for one in blocked:
        if any(where.get(s["id"]) == one["slot"] and one["participant"] in (s["giver"], s["receiver"]) for s in sessions):
            problems.append(f"{name}: a blocked slot is used")
    if not blocked and not same and len(plan["slots"]) != largest:
        problems.append(f"{name}: {len(plan['slots'])} slots, {largest} would do")
    if not blocked and same and not largest <= plan["lowerBound"] <= len(plan["slots"]) <= 3 * largest // 2:
        problems.append(f"{name}: {len(plan['slots'])} slots, bound {plan['lowerBound']}, largest load {largest}")
    return problems


def case(numbered):
    number, seed = numbered
    rng = random.Random(f"{seed}/{number}")
    round = random_round(rng, number)
    problems, result = examine(round, rng, f"round {number}")
    kinds = 1
    if result and result["transfers"]:
        again = with_agreements(rng, round, result)
        problems += examine(again, rng, f"round {number} after a decline")[0]
        kinds += 1
    if number % 3 == 0:
        problems += examine_mode_b(round, f"round {number}") + examine_timetable(rng, f"plan {number}")
    return problems, kinds, len(result["transfers"]) if result else 0


def bench():
    """Our times as the binary prints them, then OR-tools on the same rounds."""
    binary = BINARY.parents[1] / "release" / "lueckenlos"
    different = 0
    with tempfile.TemporaryDirectory(prefix="lueckenlos-clear-") as folder:
        measured = subprocess.run([binary, "measure", "clear", "--write", folder], capture_output=True, text=True,
                                  check=True).stdout
        print(measured, end="")
        for file in sorted(Path(folder).glob("*.json")):
            edges = edges_of(json.loads(file.read_text("utf-8")))
            times, value = [], None
            for _ in range(3):
                flow, value = loaded(edges)
                started = time.perf_counter()
                flow.solve()
                times.append(time.perf_counter() - started)
                value -= flow.optimal_cost()
            print(f"{file.stem}: OR-tools {sorted(times)[1] * 1000:.1f} ms ohne Aufbau des Netzes, Auswahlwert {value}")
            different += f"Auswahlwert {value}, " not in measured
    return 1 if different else 0


def one_round(file):
    """A stated result beside the best that HiGHS, OR-tools and networkx find for its round; rules and proof as well."""
    stated = json.loads(Path(file).read_text("utf-8"))
    round, result = stated["round"], stated["result"]
    problems = broken_rules(round, [key(one) for one in result["transfers"]])
    print(f"{len(result['transfers'])} Transfers, Auswahlwert {result['objective']} laut Datei")
    if round.get("mode") == "priority":
        values = {}
    else:
        values = {"aus der Formel": points(round, [key(one) for one in result["transfers"]]),
                  "HiGHS": by_linear_program(round), "OR-tools": by_ortools(round), "networkx": by_networkx(round)}
    for name, value in values.items():
        print(f"{name}: {value}")
        if value != result["objective"]:
            problems.append(f"{name}: {value} statt {result['objective']}")
    _, verdict = compute("verify", stated)
    print(f"compute verify: {'beste Verteilung' if verdict['optimal'] else verdict['violations']}")
    if not verdict["optimal"]:
        problems.append("der Nachweis trägt nicht")
    print("\n".join(problems) or "keine Abweichung")
    return 1 if problems else 0


def rehearsals():
    """Both rounds with real practices, and one decline in each; how many differ."""
    different = 0
    with tempfile.TemporaryDirectory(prefix="lueckenlos-planspiel-") as folder:
        for group in ("kreis-unna", "modellkommunen"):
            for more in ([], ["--decline", "3"]):
                file = Path(folder) / f"{group}{len(more)}.json"
                subprocess.run([BINARY, "exchange", "rehearse", group, "--write", file, *more], check=True,
                               capture_output=True, cwd=Path(__file__).resolve().parents[2])
                different += one_round(file)
    return different


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--check", action="store_true")
    parser.add_argument("--rounds", type=int, default=CASES)
    parser.add_argument("--seed", default="2026")
    parser.add_argument("--bench", action="store_true")
    parser.add_argument("--round", metavar="FILE")
    options = parser.parse_args()
    if options.bench:
        return bench()
    if options.round:
        return one_round(options.round)
    with ProcessPoolExecutor(2) as pool:
        results = list(pool.map(case, ((number, options.seed) for number in range(options.rounds)), chunksize=10))
    problems = [problem for found, _, _ in results for problem in found]
    print("\n".join(problems))
    print(f"{options.rounds} Zufallsrunden, mit Absagen {sum(kinds for _, kinds, _ in results)}, "
          f"{sum(count for _, _, count in results)} Transfers: {len(problems)} Abweichungen")
    return 1 if rehearsals() or problems else 0


if __name__ == "__main__":
    sys.exit(main())
