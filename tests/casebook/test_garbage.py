"""The search for circles of objects is put off for a while, and is then as it was."""

import gc

import pytest

from accordingto.casebook.garbage import search_put_off


@pytest.fixture
def collector():
    on = gc.isenabled()
    yield
    (gc.enable if on else gc.disable)()


@pytest.mark.parametrize("on", [True, False])
def test_the_search_is_as_it_was_before(collector, on):
    (gc.enable if on else gc.disable)()
    with search_put_off():
        assert not gc.isenabled()
    assert gc.isenabled() is on


def test_the_search_comes_back_after_an_error(collector):
    gc.enable()
    with pytest.raises(ValueError, match="broken"), search_put_off():
        raise ValueError("broken")
    assert gc.isenabled()


def test_comparing_leaves_it_as_it_was(collector, case):
    gc.enable()
    case.reconcile()
    assert gc.isenabled()
