"""The same report is read the same way every time: in another process, under another seed of Python's hashes."""

import os
import subprocess
import sys
from pathlib import Path

PROGRAM = str(Path(sys.executable).with_name("accordingto"))


def written(*arguments, seed):
    environment = os.environ | {"PYTHONHASHSEED": str(seed)}
    return subprocess.run([PROGRAM, *arguments], capture_output=True, check=True, env=environment).stdout


def test_two_processes_write_the_same_readings(examples):
    asked = ("read", str(examples / "aleppo"), "--format", "jsonl")
    first = written(*asked, seed=1)
    assert first.count(b"\n") == 8
    assert written(*asked, seed=2) == first


def test_two_processes_keep_the_same_incidents(examples, tmp_path):
    for seed in (1, 2):
        written("run", str(tmp_path / f"{seed}.db"), str(examples / "aleppo"), seed=seed)
    first, second = (
        written("--case", str(tmp_path / f"{seed}.db"), "incidents", "--format", "jsonl", seed=seed) for seed in (1, 2)
    )
    assert first == second != b""


def test_another_process_finds_the_reports_read_already(examples, tmp_path):
    case = str(tmp_path / "case.db")
    written("run", case, str(examples / "aleppo"), seed=1)
    again = written("--case", case, "read", seed=2).decode()
    assert again.startswith("0 reports read")
    assert "8 reports skipped" in again
