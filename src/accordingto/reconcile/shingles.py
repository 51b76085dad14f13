"""Shingles: stretches of five words, by which texts that share wording are found and measured.

Candidates share sampled shingles (the "mod m" sketch of Broder 1997: those whose hash is divisible by `EVERY`). Unlike
MinHash it also finds a short text inside a long one, which is what cut reprints are; and each report is hashed once.
"""

import re
from collections.abc import Collection, Iterable, Sequence
from datetime import date, timedelta
from itertools import groupby, pairwise
from zlib import crc32

from accordingto.reconcile.keys import key_of

WIDTH = 5  # words; four are shared by chance ("in the city of"), six miss reprints that an editor went over
EVERY = 4  # one shingle in four is looked up
BOILERPLATE = 25  # a shingle in more reports than this is a formula whatever their days
STANDING = timedelta(
    days=21
)  # news is reprinted within days; words that return for weeks are an outlet's standing text
MANY = 3  # reports: two with one wording are an original and its reprint, however late
FEW = 3  # fewer in common are a name with its titles; thirty words in common have three in 39 of 40 cases

WORD = re.compile(r"[^\W_]+")


def split_words(text: str) -> tuple[str, ...]:
    """Letters and digits in lower case: no punctuation, which reprints lose first.

    A word that stands several times on end is given once: "â â â â" is left of marks that a page could not show.
    """
    return tuple(word for word, _ in groupby(WORD.findall(text.lower())))


def shingles(words: tuple[str, ...]) -> list[str]:
    """Every stretch of `WIDTH` words, in order."""
    return [" ".join(words[start : start + WIDTH]) for start in range(len(words) - WIDTH + 1)]


def samples(words: tuple[str, ...]) -> tuple[tuple[int, int], ...]:
    """Where each sampled shingle begins, and the number that stands for it, in order."""
    found = ((start, shingle) for start, shingle in enumerate(shingles(words)) if crc32(shingle.encode()) % EVERY == 0)
    return tuple((start, key_of("shingle", shingle)) for start, shingle in found)


def is_standing(days: Collection[date | None]) -> bool:
    """Whether a shingle that reports of these days use is standing text: the war in a line, an outlet on itself."""
    told = [day for day in days if day]
    weeks = len(days) >= MANY and bool(told) and max(told) - min(told) > STANDING
    return weeks or len(days) > BOILERPLATE


def own_words(words: tuple[str, ...], sampled: Sequence[tuple[int, int]], standing: Collection[int]) -> int:
    """How many of the words lie in no standing text; this goes half-way to the next sample that does not stand."""
    runs = _runs(sampled, standing)
    cuts = [(one[-1] + other[0]) // 2 for (_, one), (_, other) in pairwise(runs)]
    edges = zip([0, *(cut + 1 for cut in cuts)], [*cuts, len(words) - WIDTH], strict=True) if runs else ()
    stretches = [edge for (stands, _), edge in zip(runs, edges, strict=True) if stands]
    return len(words) - _covered(start for first, last in stretches for start in range(first, last + 1))


def shared_words(
    words: tuple[str, ...], other: tuple[str, ...], sampled: Sequence[tuple[int, int]], standing: Collection[int]
) -> int:
    """How many of the words lie in a shingle that the other text has too and that lies between no two that stand."""
    known = set(shingles(other))
    runs = (starts for stands, starts in _runs(sampled, standing) if stands)
    stand = {start for starts in runs for start in range(starts[0], starts[-1] + 1)}
    return _covered(start for start, shingle in enumerate(shingles(words)) if shingle in known and start not in stand)


def _runs(sampled: Sequence[tuple[int, int]], standing: Collection[int]) -> list[tuple[bool, list[int]]]:
    """Where the samples of each run begin that stand, or do not."""
    runs = groupby(sampled, key=lambda sample: sample[1] in standing)
    return [(stands, [start for start, _ in run]) for stands, run in runs]


def _covered(starts: Iterable[int]) -> int:
    """How many words lie in shingles that begin there."""
    covered, end = 0, 0
    for start in starts:
        covered += start + WIDTH - max(start, end)
        end = start + WIDTH
    return covered
