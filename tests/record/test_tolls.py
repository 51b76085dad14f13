"""Tolls as rows: every rule's toll comes back as it was, and their figures are written once."""

import json
from dataclasses import replace

import pytest

from accordingto.record.rows import to_json
from accordingto.record.tolls import pack_tolls, unpack_tolls
from accordingto.terms.figures import Harm, Who
from accordingto.terms.findings import Comparison, LeftOut, Toll
from accordingto.terms.tolls import TollRule


@pytest.fixture
def toll(comparison: Comparison) -> Toll:
    return comparison.incidents[0].tolls[0]


@pytest.fixture
def tolls(toll: Toll) -> tuple[Toll, ...]:
    """One harm under two rules, then two others."""
    (entry,) = toll.entries
    other = replace(entry, figure=7, note="part of 12")
    bare = replace(toll, rule=TollRule.ALL, best=None, left_out=(), entries=(entry, other))
    left = replace(bare, rule=TollRule.LATEST, entries=(other,), left_out=(LeftOut(entry, "superseded"),))
    return bare, left, replace(bare, who=Who.WOMEN), replace(toll, harm=Harm.INJURED)


def test_every_toll_comes_back_as_it_was_and_in_its_order(tolls: tuple[Toll, ...]) -> None:
    assert unpack_tolls(json.loads(json.dumps(pack_tolls(tolls)))) == tolls


def test_figures_that_rules_share_are_written_once(tolls: tuple[Toll, ...]) -> None:
    first, *others = pack_tolls(tolls)
    assert [len(first["figures"]), len(first["rules"]), len(others)] == [2, 2, 2]


def test_a_toll_as_an_earlier_version_kept_it_is_read(toll: Toll) -> None:
    earlier = replace(toll, rule=TollRule.ALL, best=None, left_out=())
    assert unpack_tolls([to_json(earlier)]) == (earlier,)


def test_no_tolls_are_no_rows() -> None:
    assert unpack_tolls(pack_tolls(())) == ()
