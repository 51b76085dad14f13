"""How long a person waits for `accordingto --help`, beside a bare interpreter."""

import subprocess
import sys
from pathlib import Path
from statistics import median
from time import perf_counter

TURNS = 9


def measure_help() -> float:
    """Median seconds of `accordingto --help`."""
    return _median_seconds([str(Path(sys.executable).with_name("accordingto")), "--help"])


def measure_interpreter() -> float:
    """Median seconds of an interpreter that does nothing: what no Python program can be faster than."""
    return _median_seconds([sys.executable, "-c", "pass"])


def _median_seconds(command: list[str]) -> float:
    return median(_seconds(command) for _ in range(TURNS))


def _seconds(command: list[str]) -> float:
    began = perf_counter()
    subprocess.run(command, check=True, capture_output=True, stdin=subprocess.DEVNULL)
    return perf_counter() - began
