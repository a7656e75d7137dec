"""Directions of the house: who may depend on whom, read from 'swift package describe --type json'.

Run by scripts/check.sh directions. A target may use only targets of lower floors; rooms never use rooms; only three
rooms may use the vault; each outside library has its home. (Not a Swift test: describing the package from inside a
running 'swift test' waits for SwiftPM's own lock on .build.)
"""

import json
import subprocess
import sys
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]

FLOORS = [
    ["Prevention"],
    ["Statistics", "Clearing", "Disclosure", "Language", "Tables", "Workflow", "QRCode"],
    ["Practice", "Transfers", "ContextModel", "Similarity", "LearningNetwork"],
    ["Storage", "HTML", "Compute", "Rounds"],
    ["Texts", "Vault", "StorageTesting", "PracticeTesting"],
    ["Design", "Mail", "Print", "storage-probe"],
    ["Web", "Areas"],
    ["Offers", "Indicators", "RoomTesting"],
    ["Portal", "Register", "Networks", "Survey", "Monitoring", "Chain", "Goals", "Quality", "Practices",
     "Transitions", "EarlyRecognition", "Referral", "Learning", "HSDS", "Records", "OpenData",
     "Accounts", "Desk", "Intake", "Exchange", "Context", "Muster", "Mailroom", "Pressroom"],
    ["ModelProject", "Musterkreis"],
    ["DemoData"],
    ["House"],
    ["lueckenlos", "MailCrashChild"],
]
# Programs that tests start and kill; the product does not use them.
TEST_PROGRAMS = {"storage-probe", "MailCrashChild"}
PURE = {"Prevention", "Statistics", "Clearing", "Disclosure", "Language", "Tables", "Workflow", "Practice", "Transfers",
        "ContextModel", "Similarity", "LearningNetwork", "Rounds", "QRCode"}
MAY_OPEN_THE_VAULT = {"Transitions", "EarlyRecognition", "Referral", "House", "lueckenlos"}
# Outside libraries with one home; those not named here may be used by any target that is not pure.
HOMES = {
    "GRDB": {"Storage"},
    "CPostgres": {"Storage"},
    "CStemmer": {"Language"},
    "CClp": {"Disclosure"},
    "CCurl": {"Mail", "CCurlShim"},
    "CCurlShim": {"Mail"},
    "Hummingbird": {"Web", "RoomTesting", "lueckenlos"},
    "ArgumentParser": {"lueckenlos"},
    "ServiceLifecycle": {"Web", "lueckenlos"},
}


def floor_of(name):
    return next((number for number, names in enumerate(FLOORS) if name in names), None)


def is_library_of_c(target):
    return target["module_type"] in ("SystemLibraryTarget", "ClangTarget")


def problems_of(target, c_libraries):
    name = target["name"]
    floor = floor_of(name)
    if floor is None:
        yield f"{name}: not in the floors of scripts/lib/directions.py; give it a place there"
        return
    is_room = target["path"].startswith("Sources/Rooms/")
    for used in target.get("target_dependencies", []):
        if used in HOMES and name not in HOMES[used]:
            yield f"{name}: {used} belongs to {', '.join(sorted(HOMES[used]))} only"
        if used in c_libraries:
            continue
        used_floor = floor_of(used)
        if used_floor is None or used_floor >= floor:
            yield f"{name}: must not depend on {used} (same floor or above)"
        if used.endswith("Testing") and not name.endswith("Testing"):
            yield f"{name}: product code must not depend on {used}"
        if used == "Vault" and name not in MAY_OPEN_THE_VAULT:
            yield f"{name}: only {', '.join(sorted(MAY_OPEN_THE_VAULT))} may open the vault"
    for product in target.get("product_dependencies", []):
        if product in HOMES and name not in HOMES[product]:
            yield f"{name}: {product} belongs to {', '.join(sorted(HOMES[product]))} only"
        if name in PURE:
            yield f"{name}: is pure and must not depend on {product}"
    if is_room and floor != floor_of("Portal"):
        yield f"{name}: lies in Sources/Rooms but not on the floor of the rooms"


def main():
    described = subprocess.run(
        ["swift", "package", "describe", "--type", "json"], cwd=ROOT, capture_output=True, text=True)
    if described.returncode != 0:
        sys.exit(described.stderr)
    targets = json.loads(described.stdout[described.stdout.index("{"):])["targets"]
    c_libraries = {target["name"] for target in targets if is_library_of_c(target)}
    apart = c_libraries | TEST_PROGRAMS
    own = [target for target in targets if target["type"] != "test" and target["name"] not in apart]
    problems = [problem for target in own for problem in problems_of(target, c_libraries)]
    print("\n".join(problems) or f"{len(own)} targets, all directions hold")
    sys.exit(1 if problems else 0)


if __name__ == "__main__":
    main()
