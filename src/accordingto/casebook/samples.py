"""Samples: which finds of a case a round of coding is about, drawn by chance and yet the same for the same seed."""

from collections.abc import Collection, Sequence

from accordingto.errors import BadReview
from accordingto.terms.claims import ClaimKind
from accordingto.terms.ids import content_id

Candidate = tuple[str, str, ClaimKind, int]  # report, reading, kind and number


def draw(candidates: Sequence[Candidate], *, sample: int, seed: int, by_reports: bool) -> tuple[Candidate, ...]:
    """So many of these finds, or all finds of so many reports, by report and place.

    Each has a number that follows from the seed and from what it is; the lowest are drawn. So the draw does not hang on
    the order in which reports came in, nor on a machine or a version.
    """
    if sample < 1:
        raise BadReview(f"a sample of {sample} is none: draw 1 or more")
    if by_reports:
        drawn = set(_lowest({report for report, *_ in candidates}, sample, seed, "reports"))
        return tuple(one for one in candidates if one[0] in drawn)
    keys = {
        f"{report} {kind} {number}": (report, reading, kind, number) for report, reading, kind, number in candidates
    }
    return tuple(sorted(keys[key] for key in _lowest(keys, sample, seed, "finds")))


def _lowest(names: Collection[str], sample: int, seed: int, what: str) -> list[str]:
    if len(names) < sample:
        raise BadReview(f"the case has {len(names)} {what} of these kinds, and {sample} were to be drawn")
    return sorted(names, key=lambda name: content_id("draw", seed, name))[:sample]
