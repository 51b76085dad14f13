"""The gate: a measure below its floor is named and fails; floors rise and never fall. All numbers here are invented."""

import pytest

from evals import gate
from evals.gate import Shortfall, find_shortfalls, raise_floors

FLOORS = {"spring: reading": {"blame F1": 40.0, "act accuracy": 80.0}, "autumn: reading": {"blame F1": 35.5}}


def scores(**changed):
    reached = {"blame F1": 40.0, "act accuracy": 91.2} | changed
    return {"spring: reading": reached, "autumn: reading": {"blame F1": 60.0}}


def test_a_measure_at_its_floor_or_above_holds():
    assert find_shortfalls(scores(), FLOORS) == ()


def test_a_measure_below_its_floor_is_named_with_both_numbers():
    assert find_shortfalls(scores(**{"blame F1": 39.9}), FLOORS) == (
        Shortfall("spring: reading", "blame F1", 40.0, 39.9),
    )


def test_every_measure_below_its_floor_is_named():
    short = find_shortfalls(scores(**{"blame F1": 1.0, "act accuracy": 2.0}), FLOORS)
    assert [shortfall.measure for shortfall in short] == ["blame F1", "act accuracy"]


def test_a_measure_that_is_no_longer_taken_is_a_shortfall():
    assert [(short.set, short.reached) for short in find_shortfalls({"spring: reading": {}}, FLOORS)] == [
        ("spring: reading", None),
        ("spring: reading", None),
        ("autumn: reading", None),
    ]


def test_a_measure_without_a_floor_holds_whatever_it_is():
    assert find_shortfalls(scores(**{"via F1": 0.0}), FLOORS) == ()


def test_floors_rise_to_a_margin_below_what_is_reached_and_never_fall():
    raised = raise_floors(scores(**{"blame F1": 12.0}), FLOORS)
    assert raised["spring: reading"] == {"blame F1": 40.0, "act accuracy": 90.2}
    assert raised["autumn: reading"] == {"blame F1": 59.0}


def test_raising_keeps_the_floors_of_what_was_not_measured_and_adds_new_ones():
    raised = raise_floors({"winter: reading": {"blame F1": 5.0}}, FLOORS)
    assert raised == {"winter: reading": {"blame F1": 4.0}} | FLOORS


@pytest.fixture
def measured(monkeypatch, tmp_path):
    """A gate over invented numbers: what `main` measures, and the files it reads and writes."""
    (tmp_path / "floors.json").write_text('{"spring: reading": {"blame F1": 40.0}}', encoding="utf-8")
    monkeypatch.setattr(gate, "SHARED", tmp_path)
    monkeypatch.setattr(gate, "FLOORS", tmp_path / "floors.json")
    monkeypatch.setattr(gate, "PAGE", tmp_path / "quality.md")
    return lambda value: monkeypatch.setattr(gate, "measure_all", lambda: {"spring: reading": {"blame F1": value}})


def test_the_gate_passes_at_the_floor_and_fails_below_it(measured, capsys):
    measured(40.0)
    assert gate.main([]) == 0
    measured(39.0)
    assert gate.main([]) == 1
    assert "spring: reading: blame F1: 39.0, floor 40.0" in capsys.readouterr().out


def test_writing_makes_the_page_and_says_no_more_that_it_is_stale(measured, tmp_path, capsys):
    measured(44.4)
    gate.main([])
    assert "does not show these figures" in capsys.readouterr().out
    gate.main(["--write"])
    assert "| blame F1 | 44.4 | 40.0 |" in (tmp_path / "quality.md").read_text(encoding="utf-8")
    capsys.readouterr()
    gate.main([])
    assert "does not show these figures" not in capsys.readouterr().out


def test_raising_on_the_command_line_writes_the_new_floors_and_then_falling_fails(measured, tmp_path):
    measured(50.0)
    assert gate.main(["--raise-floors"]) == 0
    measured(45.0)
    assert gate.main(["--raise-floors"]) == 1
    assert '"blame F1": 49.0' in (tmp_path / "floors.json").read_text(encoding="utf-8")


def test_without_the_gold_the_gate_says_so_and_passes(measured, monkeypatch, tmp_path, capsys):
    measured(0.0)
    monkeypatch.setattr(gate, "SHARED", tmp_path / "absent")
    assert gate.main([]) == 0
    assert "skipped" in capsys.readouterr().out
