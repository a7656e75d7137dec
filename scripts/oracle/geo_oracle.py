#!/usr/bin/env python3
"""Compares the areas' sizes and centres in a data folder with shapely and PROJ.

    lueckenlos import areas FILE.geojson --key AGS --name GEN --data DIR
    scripts/oracle/geo_oracle.py --data DIR --key AGS FILE.geojson [--within 05315]
    scripts/oracle/geo_oracle.py --check        the outlines in ../shared/data/geo, read in with .build/debug/lueckenlos

Sizes are geodesic on WGS 84 (PROJ) over the outlines as they stand in the file, long edges cut into short ones because
GeoJSON means straight lines between degrees; 0.01 % is allowed. Centres must lie inside their outline. --within "" for
local keys without a town. Ends with status 1 if anything differs.
"""

import argparse
import json
import sqlite3
import subprocess
import sys
import tempfile
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parents[1] / "lib"))

import tools  # noqa: E402

tools.use_project_python()
from pyproj import Geod  # noqa: E402
from shapely import make_valid, segmentize  # noqa: E402
from shapely.geometry import Point, shape  # noqa: E402

GEOD = Geod(ellps="WGS84")
ALLOWED = 0.0001


def key_text(written, within):
    """The stored form of a key: official keys shortened, local ones behind their town."""
    text = str(written)
    if within is not None:
        return f"{within.removesuffix('000') if len(within) == 8 else within}/{text}"
    if text.isdigit() and len(text) == 12:
        text = text[:5] + text[9:]
    if text.isdigit() and len(text) == 8 and text.endswith("000"):
        text = text[:5]
    return text if text.isdigit() and len(text) in (2, 5, 8) else "/" + text


def square_kilometres(geometry):
    """Geodesic size; each polygon's holes subtracted, whatever the direction of its rings."""
    polygons = geometry.geoms if hasattr(geometry, "geoms") else [geometry]
    total = 0.0
    for polygon in polygons:
        total += abs(GEOD.polygon_area_perimeter(*polygon.exterior.coords.xy[:2])[0])
        for hole in polygon.interiors:
            total -= abs(GEOD.polygon_area_perimeter(*hole.coords.xy[:2])[0])
    return total / 1e6


SHARED = Path(__file__).resolve().parents[3] / "shared" / "data" / "geo"
BINARY = Path(__file__).resolve().parents[2] / ".build" / "debug" / "lueckenlos"
#: file, key, further options of the import, the town in which its keys count
REAL = [
    ("nrw/nrw_kreise_2021_vg5000.geojson", "AGS", ["--name", "GEN", "--kind", "BEZ"], None),
    ("nrw/nrw_gemeinden_2021_vg5000.geojson", "AGS", ["--name", "GEN", "--parent", "KRS"], None),
    ("koeln/koeln_stadtteile.geojson", "STT_NR", ["--name", "STT_NAME", "--within", "05315"], "05315"),
]


def check():
    """Reads the real files into an empty data folder, the way towns do, and compares every area."""
    if not SHARED.is_dir():
        print("../shared/data/geo fehlt: nichts zu vergleichen")
        return 0
    status = 0
    with tempfile.TemporaryDirectory(prefix="lueckenlos-geo-") as data:
        for name, key, options, within in REAL:
            command = [BINARY, "import", "areas", SHARED / name, "--key", key, *options, "--data", data]
            done = subprocess.run(command, capture_output=True, text=True)
            if done.returncode not in (0, 3):  # 3: read in, with remarks
                print(done.stdout + done.stderr)
                status = 1
                continue
            status |= compare(SHARED / name, Path(data), key, within)
    return status


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("file", nargs="?")
    parser.add_argument("--data")
    parser.add_argument("--key")
    parser.add_argument("--within")
    parser.add_argument("--check", action="store_true")
    options = parser.parse_args()
    if options.check:
        return check()
    if not (options.file and options.data and options.key):
        parser.error("FILE, --data und --key sind nötig, oder --check")
    return compare(Path(options.file), Path(options.data), options.key, options.within)


def compare(file, data, key_name, within):
    """Every area of the file with what is stored; returns 1 if anything differs."""
    database = sqlite3.connect(data / "lueckenlos.sqlite")
    query = (
        "SELECT a.areaKey, s.squareKilometres, a.latitude, a.longitude"
        " FROM area a JOIN areaShape s ON s.areaId = a.id"
    )
    stored = {key: row for key, *row in database.execute(query)}

    worst, checked, problems = 0.0, 0, []
    for feature in json.loads(file.read_text("utf-8"))["features"]:
        key = key_text(feature["properties"][key_name], within)
        if key not in stored:
            problems.append(f"{key}: fehlt im Datenordner")
            continue
        size, latitude, longitude = stored[key]
        geometry = shape(feature["geometry"])
        expected = square_kilometres(segmentize(geometry, 0.002))
        difference = abs(size - expected) / expected
        worst = max(worst, difference)
        checked += 1
        if difference > ALLOWED:
            problems.append(f"{key}: {size:.5f} km² statt {expected:.5f} km²")
        if not make_valid(geometry).buffer(1e-6).contains(Point(longitude, latitude)):
            problems.append(f"{key}: Mittelpunkt {latitude}, {longitude} liegt außerhalb")
    print(f"{file.name}: {checked} Gebiete verglichen, größte Abweichung {worst * 100:.5f} %")
    for problem in problems:
        print("  " + problem)
    return 1 if problems or not checked else 0


if __name__ == "__main__":
    sys.exit(main())
