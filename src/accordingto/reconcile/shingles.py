"""Shingles: stretches of five words, by which texts that share wording are found and measured.

Candidates share sampled shingles (the "mod m" sketch of Broder 1997: those whose hash is divisible by `EVERY`). Unlike
MinHash it also finds a short text inside a long one, which is what cut reprints are; and each report is hashed once.
"""

import re
from collections import Counter, defaultdict
from collections.abc import Callable, Collection, Mapping
from datetime import date, timedelta
from itertools import combinations, groupby
from zlib import crc32

WIDTH = 5  # words; four are shared by chance ("in the city of"), six miss reprints that an editor went over
EVERY = 4  # one shingle in four is looked up: a stretch of forty words in common is missed once in 30,000
BOILERPLATE = 25  # a shingle in more reports than this is a formula whatever their days
STANDING = timedelta(
    days=21
)  # news is reprinted within days; words that return for weeks are an outlet's standing text
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


def standing_shingles(texts: Mapping[str, tuple[str, ...]], days: Mapping[str, date | None]) -> frozenset[int]:
    """Hashes of what three reports or more use over weeks: the history of the war in a line, an outlet on itself."""
    first: dict[int, date] = {}
    last: dict[int, date] = {}
    counts: Counter[int] = Counter()
    for name, words in texts.items():
        hashes = {_hash(shingle) for shingle in shingles(words)}
        counts.update(hashes)
        if day := days.get(name):
            first.update((number, min(day, first.get(number, day))) for number in hashes)
            last.update((number, max(day, last.get(number, day))) for number in hashes)
    many = (number for number, count in counts.items() if count > 2)
    return frozenset(n for n in many if counts[n] > BOILERPLATE or (n in first and last[n] - first[n] > STANDING))


def candidate_texts(texts: Mapping[str, tuple[str, ...]], standing: Collection[int]) -> list[tuple[str, str]]:
    """Pairs of texts, in order of id, with `FEW` or more sampled shingles in common that are no standing text."""
    holders: defaultdict[int, list[str]] = defaultdict(list)
    for name in sorted(texts):
        for sample in _samples(texts[name]).difference(standing):
            holders[sample].append(name)
    shared = Counter(pair for held in holders.values() for pair in combinations(held, 2))
    return sorted(pair for pair, count in shared.items() if count >= FEW)


def own_words(words: tuple[str, ...], standing: Collection[int]) -> int:
    """How many of the words lie in no standing shingle."""
    return len(words) - _covered(words, lambda shingle: _hash(shingle) in standing)


def shared_words(words: tuple[str, ...], other: tuple[str, ...], standing: Collection[int]) -> int:
    """How many of the words lie in a shingle that the other text has too and that is no standing text."""
    known = set(shingles(other))
    return _covered(words, lambda shingle: shingle in known and _hash(shingle) not in standing)


def _covered(words: tuple[str, ...], counts: Callable[[str], bool]) -> int:
    covered, end = 0, 0
    for start, shingle in enumerate(shingles(words)):
        if counts(shingle):
            covered += start + WIDTH - max(start, end)
            end = start + WIDTH
    return covered


def _hash(shingle: str) -> int:
    return crc32(shingle.encode())


def _samples(words: tuple[str, ...]) -> set[int]:
    return {number for number in map(_hash, shingles(words)) if number % EVERY == 0}
