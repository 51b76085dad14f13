"""Rarity: how telling a shared word is, from how many background reports use it; the same in every case.

The counts stand in `lexicons/rarity.txt`, made by `training/count_words.py`.
"""

import math
from collections.abc import Iterable, Mapping
from functools import cache, lru_cache
from importlib import resources

from accordingto.reconcile import lexicons

UNSEEN = 2  # reports that may use a word of which the background does not tell


def weight(words: Iterable[str]) -> float:
    """How telling the words are together."""
    weights, most = _background()
    return math.fsum([weights.get(word, most) for word in words])


@lru_cache(maxsize=16384)
def weight_of_all(words: frozenset[str]) -> float:
    """The weight of all words of an account, which is asked for with each that it is compared with."""
    return weight(words)


def most_telling(words: Iterable[str], number: int) -> list[str]:
    """So many of the words, the rarest first."""
    weights, most = _background()
    return sorted(words, key=lambda word: (-weights.get(word, most), word))[:number]


@cache
def _background() -> tuple[Mapping[str, float], float]:
    """The weight of every word that the background tells of, and that of any other."""
    text = resources.files(lexicons).joinpath("rarity.txt").read_text(encoding="utf-8")
    head, *lines = text.splitlines()
    texts = int(head.split()[0])
    counted = ((int(count), words) for count, *words in (line.split() for line in lines))
    weights = {word: math.log(texts / count) for count, words in counted for word in words}
    return weights, math.log(texts / UNSEEN)
