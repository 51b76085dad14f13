"""Clues: what stands around the places of a sentence that tells whether its event took place there."""

from bisect import bisect_left, bisect_right
from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from math import log
from typing import Any

from accordingto.read.asides import AsideWords, is_aside
from accordingto.read.place_extents import COUNTRY, fineness, holds
from accordingto.read.sentences import Sentence
from accordingto.read.surroundings import Found
from accordingto.terms.places import Place

TOLD_BY = 4  # words from one name to the next that tells where it lies: "Sarmin in the province of Idlib"
ENDINGS = ("'s", "’s")
Clues = Mapping[str, float]


@dataclass(frozen=True, slots=True)
class ClueWords:
    """Words that stand between names, before them and behind them."""

    asides: AsideWords
    kinds: frozenset[str]
    joints: frozenset[str]
    within: frozenset[str]
    doers: frozenset[str]

    @classmethod
    def of(cls, table: dict[str, Any]) -> "ClueWords":
        lists = (frozenset(table["clues"][name]) for name in ("kinds", "joints", "within", "doers"))
        return cls(AsideWords.of(table["asides"]), *lists)


@dataclass(frozen=True, slots=True)
class Grounds:
    """What the whole report tells: its text, what was found in it, the country that most of its places lie in.

    `voiced` are the places that stand in the words for a source.
    """

    body: str
    found: Found
    country: str | None
    voiced: frozenset[int]


def find_grounds(body: str, found: Found) -> Grounds:
    """The grounds that every sentence of the report stands on."""
    countries = Counter(place.spot.country for place in found.places if place.spot and place.spot.country)
    sources = sorted({(said.source.start, said.source.end) for said in found.statements if said.source})
    starts = [start for start, _ in sources]
    voiced = set()
    for index, place in enumerate(found.places):
        at = bisect_right(starts, place.anchor.start) - 1
        if at >= 0 and place.anchor.start < sources[at][1]:
            voiced.add(index)
    return Grounds(body, found, next((land for land, _ in countries.most_common(1)), None), frozenset(voiced))


@dataclass(frozen=True, slots=True)
class _Name:
    """One place of the sentence, the words that name it, and whether it is an aside."""

    index: int
    place: Place
    first: int
    last: int
    aside: bool


def find_clues(
    trigger: tuple[int, int], named: Sequence[int], sentence: Sentence, grounds: Grounds, lexicon: ClueWords
) -> list[Clues]:
    """For each of the places `named` in this sentence, its clues on the event that the trigger names."""
    names = [_name(index, grounds.found.places[index], sentence, lexicon) for index in named]
    rows = _rows(names, sentence, lexicon)
    finest = min((fineness(name.place)[0] for name in names if not name.aside), default=None)
    after = next((name.index for name in names if name.place.anchor.start >= trigger[1]), None)
    clues: list[Clues] = []
    for at, name in enumerate(names):
        told = {
            "row": log(rows[at]),
            "first_after": name.index == after,
            "finest": not name.aside and fineness(name.place)[0] == finest,
            **_own_clues(name, sentence, grounds, lexicon),
            **_clues_of_neighbours(names, rows, at, sentence, grounds.body, lexicon),
        }
        clues.append({clue: float(value) for clue, value in told.items() if value})
    return clues


def _name(index: int, place: Place, sentence: Sentence, lexicon: ClueWords) -> _Name:
    first, last = (
        bisect_left(sentence.words, end, key=lambda word: word.start) for end in (place.anchor.start, place.anchor.end)
    )
    return _Name(index, place, first, last, is_aside(place, sentence, lexicon.asides))


def _rows(names: Sequence[_Name], sentence: Sentence, lexicon: ClueWords) -> list[int]:
    """For each name, how many stand in its row: "in Sarmin, Binnish and Saraqib"."""
    rows: list[list[int]] = []
    for at in range(len(names)):
        if at and _is_joined(names[at - 1], names[at], sentence, lexicon):
            rows[-1].append(at)
        else:
            rows.append([at])
    return [len(row) for row in rows for _ in row]


def _is_joined(one: _Name, other: _Name, sentence: Sentence, lexicon: ClueWords) -> bool:
    between = [word.lower for word in sentence.words[one.last : other.first]]
    if any(word not in lexicon.kinds and word not in lexicon.joints for word in between):
        return False
    joined = not between or "and" in between or "," in between
    return joined or fineness(one.place)[0] == fineness(other.place)[0]


def _own_clues(name: _Name, sentence: Sentence, grounds: Grounds, lexicon: ClueWords) -> dict[str, float]:
    """What its width, its country and the words that it stands in and before tell."""
    spot, words = name.place.spot, sentence.words
    return {
        "width": fineness(name.place)[0] / COUNTRY,
        "foreign": spot is not None and spot.country not in (None, grounds.country),
        "in_source": name.index in grounds.voiced,
        "doer": name.last < len(words) and words[name.last].lower in lexicon.doers,
    }


def _clues_of_neighbours(
    names: Sequence[_Name], rows: Sequence[int], at: int, sentence: Sentence, body: str, lexicon: ClueWords
) -> dict[str, bool]:
    """Whether the name says where the one before lies, and whether the one after or before says where it lies."""
    name, clues = names[at], {}
    if at:
        before = names[at - 1]
        within = _is_within(before, name, sentence, lexicon)
        wider = fineness(before.place)[0] <= fineness(name.place)[0]
        owned = body[before.place.anchor.end : before.place.anchor.end + 2] in ENDINGS
        near = name.first - before.last <= TOLD_BY
        clues = {
            "after_name": within,
            "after_row": within and rows[at - 1] > 1 and wider,
            "holder_before": owned and near and holds(before.place, name.place),
        }
    if at + 1 < len(names):
        clues["holder_follows"] = _tells_where(name, names[at + 1], sentence, lexicon)
    return clues


def _is_within(before: _Name, name: _Name, sentence: Sentence, lexicon: ClueWords) -> bool:
    """ "Sarmin in rural Idlib": nothing but "in" or "of" and words for kinds stands between the two names."""
    between = [word.lower for word in sentence.words[before.last : name.first]]
    led = any(word in lexicon.within for word in between)
    return led and len(between) <= TOLD_BY and all(w in lexicon.kinds or w in lexicon.within for w in between)


def _tells_where(name: _Name, after: _Name, sentence: Sentence, lexicon: ClueWords) -> bool:
    """ "Sarmin, Idlib", "Sarmin in the north of Idlib": the next name is one that it lies in."""
    between = [word.lower for word in sentence.words[name.last : after.first]]
    linked = not between or between in ([","], ["'s"]) or any(word in lexicon.within for word in between)
    return linked and len(between) <= TOLD_BY and holds(after.place, name.place)
