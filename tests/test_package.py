import subprocess
import sys

import pytest

import accordingto


def test_every_public_name_is_there_and_every_noun_is_public() -> None:
    for name in accordingto.__all__:
        assert getattr(accordingto, name) is not None
    assert set(dir(accordingto)) == set(accordingto.__all__)
    assert {"open", "Casebook", "Reader", "Report", "Reading", "Incident", "AccordingToError"} <= set(dir(accordingto))


def test_a_name_that_is_not_there_is_missed_in_the_usual_way() -> None:
    with pytest.raises(AttributeError, match="has no attribute 'nothing'"):
        accordingto.nothing  # noqa: B018
    assert not hasattr(accordingto, "Anchors")


@pytest.mark.parametrize("room", ["ingest", "read", "record", "reconcile", "show", "scale"])
def test_the_name_of_a_room_is_the_room(room: str) -> None:
    __import__(f"accordingto.{room}")
    assert getattr(accordingto, room).__name__ == f"accordingto.{room}"
    assert room not in accordingto.__all__


def test_importing_the_package_loads_nothing_heavy() -> None:
    code = "import accordingto, sys; print(*sorted(m for m in sys.modules if m.startswith('accordingto')))"
    loaded = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True).stdout.split()
    assert loaded == ["accordingto"]


def test_looking_at_reports_needs_no_database() -> None:
    code = (
        "import sys; from accordingto.casebook import look, Report; look([Report.of(title='', text='Two fled.')]);"
        "print(*[m for m in ('sqlalchemy', 'alembic', 'cattrs') if m in sys.modules])"
    )
    loaded = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True).stdout.split()
    assert loaded == []
