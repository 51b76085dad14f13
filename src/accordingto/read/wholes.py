"""Wholes: which figure another is a share of, and what does not add up.

"82, including 11 women": the 11 stay inside the 82. A share that its whole cannot hold is kept as told, and noted.
"""

from collections.abc import Iterator, Sequence

from accordingto.terms.figures import Figure, Who

LOOK_BACK = 100  # figures before a share among which its whole is sought: more than a report has
KINDS = frozenset({Who.CHILDREN, Who.WOMEN, Who.MEN})  # nobody else is counted among them: no woman among 76 children


def find_whole(part: Figure, earlier: Sequence[Figure], shares: frozenset[int]) -> int | None:
    """The index of the nearest earlier figure of the same harm that can hold this one and is no share itself.

    Children, women and men stand side by side, so none of them is among the others.
    """
    for at in range(len(earlier) - 1, max(-1, len(earlier) - 1 - LOOK_BACK), -1):
        if (
            at not in shares
            and earlier[at].part_of is None
            and earlier[at].harm is part.harm
            and _may_hold(earlier[at], part)
        ):
            return at
    return None


def _may_hold(whole: Figure, part: Figure) -> bool:
    return _leaves_room(whole, part) and (whole.who not in KINDS or whole.who is part.who)


def _leaves_room(whole: Figure, part: Figure) -> bool:
    return part.low is None or whole.high is None or part.low <= whole.high


def excess_notes(figures: Sequence[Figure]) -> tuple[str, ...]:
    """A note for every figure whose parts, each or together, are more than it can hold."""
    parts: dict[int, list[Figure]] = {}
    for figure in figures:
        if figure.part_of is not None:
            parts.setdefault(figure.part_of, []).append(figure)
    return tuple(note for whole, shares in sorted(parts.items()) for note in _notes(figures[whole], shares))


def _notes(whole: Figure, shares: Sequence[Figure]) -> Iterator[str]:
    name = whole.anchor.exact
    for share in shares:
        if not _leaves_room(whole, share):
            yield f'"{share.anchor.exact}" is told as a part of "{name}" and is more than the whole'
    total = sum(share.low or 0 for share in shares)
    if whole.high is not None and total > whole.high and all(_leaves_room(whole, share) for share in shares):
        yield f'the parts of "{name}" add up to {total}: some are counted twice, or one is misread'
