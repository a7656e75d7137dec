"""Asks the debug binary's 'lueckenlos compute' for what the recomputations of scripts/oracle compare."""

import json
import subprocess

from tools import ROOT

BINARY = ROOT / ".build" / "debug" / "lueckenlos"
REFUSED = 3  # status when the input is wrong: the answer lists the problems


def ask(name, data, *settings, binary=BINARY, may_refuse=False):
    """The answer as text; data is JSON (anything but text) or CSV (text). An unexpected status ends the check."""
    text = data if isinstance(data, str) else json.dumps(data)
    run = subprocess.run([binary, "compute", name, *settings], input=text, capture_output=True, text=True)
    if run.returncode != 0 and not (may_refuse and run.returncode == REFUSED):
        raise SystemExit(f"compute {name}: status {run.returncode}\n{run.stdout[:2000]}{run.stderr[:4000]}\n{text[:500]}")
    return run.stdout


def compute(name, data, *settings, binary=BINARY):
    """The answer as values."""
    return json.loads(ask(name, data, *settings, binary=binary))
