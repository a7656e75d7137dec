"""Starts the built house with demo data for a check: temporary data folder, free port, stopped at the end."""

import os
import shutil
import signal
import socket
import subprocess
import sys
import tempfile
import time
import urllib.error
import urllib.request
from pathlib import Path


def free_port():
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return probe.getsockname()[1]


class House:
    """`with House(binary) as house:` - house.base is its address, house.data its data folder, house.log its log file."""

    def __init__(self, binary, command="demo", patience=120):
        self.binary = str(Path(binary).resolve())
        self.command = command
        self.patience = patience
        self.folder = Path(tempfile.mkdtemp(prefix="lueckenlos-check-"))
        self.data = self.folder / "data"
        self.log = self.folder / "log"
        self.port = free_port()
        self.base = f"http://127.0.0.1:{self.port}"
        self.environment = {key: value for key, value in os.environ.items() if not key.startswith("LUECKENLOS_")}
        self.environment["LUECKENLOS_DEVELOPMENT"] = "1"  # no second factor for the account of the check

    def run(self, *arguments, stdin=None):
        """One command of the binary on this house's data; returns its standard output."""
        done = subprocess.run(
            [self.binary, *arguments, "--data", str(self.data)], input=stdin, capture_output=True, text=True,
            env=self.environment, timeout=300)
        if done.returncode != 0:
            raise RuntimeError(f"lueckenlos {' '.join(arguments)}: status {done.returncode}\n{done.stdout}{done.stderr}")
        return done.stdout

    def __enter__(self):
        started = time.monotonic()
        with self.log.open("w") as log:
            self.process = subprocess.Popen(
                [self.binary, self.command, "--data", str(self.data), "--port", str(self.port), "--host", "127.0.0.1"],
                stdin=subprocess.DEVNULL, stdout=log, stderr=subprocess.STDOUT, env=self.environment)
        while not self.answers():
            if self.process.poll() is not None or time.monotonic() - started > self.patience:
                shown = self.log.read_text(errors="replace")[-3000:]
                self.close()
                sys.exit(f"Das Haus ist nicht gestartet ({self.command}):\n{shown}")
            time.sleep(0.02)
        self.seconds_to_start = time.monotonic() - started
        return self

    def answers(self):
        try:
            with urllib.request.urlopen(self.base + "/health", timeout=5) as answer:
                return answer.status == 200
        except (urllib.error.URLError, OSError):
            return False

    def memory_in_megabytes(self):
        for line in Path(f"/proc/{self.process.pid}/status").read_text().splitlines():
            if line.startswith("VmRSS:"):
                return int(line.split()[1]) // 1024
        return 0

    def stop(self):
        """Asks it to stop as systemd does; returns its exit status (None: it had to be killed)."""
        if self.process.poll() is None:
            self.process.send_signal(signal.SIGTERM)
            try:
                self.process.wait(timeout=20)
            except subprocess.TimeoutExpired:
                self.process.kill()
                self.process.wait()
                return None
        return self.process.returncode

    def close(self):
        self.stop()
        shutil.rmtree(self.folder, ignore_errors=True)

    def __exit__(self, *_):
        self.close()
