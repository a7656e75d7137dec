"""What the Python scripts of this folder share: the tools folder .venv and the system's Chromium."""

import os
import shutil
import sys
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]


def use_project_python():
    """Runs the calling script again with the Python of .venv, where the test tools are."""
    python = ROOT / ".venv" / "bin" / "python"
    if Path(sys.prefix).resolve() == (ROOT / ".venv").resolve():
        return
    if not python.exists():
        sys.exit("Es fehlen Werkzeuge: bitte zuerst 'scripts/setup --test' aufrufen.")
    os.execv(python, [str(python), *sys.argv])


def chromium_path():
    """The path of the system's Chromium; ends with a message when there is none."""
    for name in ("chromium", "chromium-browser", "google-chrome"):
        path = shutil.which(name)
        if path:
            return path
    sys.exit("Chromium fehlt: bitte zuerst 'scripts/setup --test' aufrufen.")


def launch(playwright):
    """Starts the system's Chromium; as root (containers) it needs --no-sandbox."""
    arguments = ["--disable-dev-shm-usage", "--hide-scrollbars", "--force-color-profile=srgb"]
    if os.geteuid() == 0:
        arguments.append("--no-sandbox")
    return playwright.chromium.launch(executable_path=chromium_path(), args=arguments)
