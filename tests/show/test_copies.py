"""Which reports are told of as copies of one text."""

from accordingto.show.copies import copy_groups
from accordingto.terms.findings import Copy
from accordingto.terms.incidents import Direction


def _copy(first: str, second: str, direction: Direction = Direction.UNKNOWN) -> Copy:
    return Copy(first, second, 0.9, True, direction, ("shared wording",))


def test_two_wires_lifted_by_one_digest_are_not_called_copies_of_each_other():
    lifted = [_copy(wire, "digest", Direction.SECOND_FROM_FIRST) for wire in ("wire-a", "wire-b")]
    assert sorted(copy_groups(lifted)) == [("digest", "wire-a"), ("digest", "wire-b")]


def test_two_cuts_of_one_text_are_of_its_group_whichever_part_each_kept():
    assert copy_groups([_copy("cut-a", "wire"), _copy("cut-b", "wire")]) == [("cut-a", "cut-b", "wire")]


def test_a_copy_that_tells_of_something_else_is_named_but_makes_no_group():
    groups = copy_groups([_copy("cut", "wire")], [_copy("other page", "wire")])
    assert sorted(groups) == [("cut", "wire"), ("other page", "wire")]


def test_reports_that_all_share_wording_are_one_group():
    pairs = [_copy("a", "b"), _copy("c", "b"), _copy("a", "c")]
    assert copy_groups(pairs) == [("a", "b", "c")]
