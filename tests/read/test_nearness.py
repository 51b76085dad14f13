"""Of many things the few that stand near one."""

from hypothesis import given
from hypothesis import strategies as st

from accordingto.read.nearness import Near

RANGES = st.lists(st.tuples(st.integers(0, 5000), st.integers(1, 900)).map(lambda r: (r[0], r[0] + r[1])), max_size=3)


@given(st.lists(RANGES, max_size=12), RANGES)
def test_whatever_shares_a_character_is_near(things: list[list[tuple[int, int]]], asked: list[tuple[int, int]]) -> None:
    near = Near(enumerate(things)).to(asked)
    for number, ranges in enumerate(things):
        if any(start < right and left < end for start, end in ranges for left, right in asked):
            assert number in near
    assert near == sorted(set(near))


def test_what_stands_far_off_is_not_near() -> None:
    assert Near([("here", [(0, 10)]), ("there", [(9000, 9010)])]).to([(2, 4)]) == ["here"]
