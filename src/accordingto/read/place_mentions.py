"""Where a report names places: names that the gazetteer knows, and names that their neighbours say are places."""

from collections.abc import Iterator
from dataclasses import dataclass, replace
from enum import IntEnum

from accordingto.read.gazetteer import Gazetteer, key_of
from accordingto.read.place_buildings import end_of_building
from accordingto.read.place_names import POSSESSIVES, SHORTEST_CAPITALS, Names, is_famous, plain
from accordingto.read.place_words import PlaceWords
from accordingto.read.sentences import Sentence, Word
from accordingto.terms.places import Spot

PLACING_REACH = 4  # words back to "in": "in the far north eastern Hasakah"


class Trust(IntEnum):
    """What says that a name is one of a place: its capitals alone, our own layer, its neighbours or its fame.

    A PERSON's name stands beside a first name, and is one wherever nothing says otherwise.
    """

    PERSON = -1
    CAPITALS = 0
    LISTED = 1
    PLACED = 2


@dataclass(frozen=True, slots=True)
class PlaceMention:
    """A name at a range of the body, the spots it may stand for, and what its neighbours say of it.

    `prec` is the where_prec of the cue beside it ("province" 4); `direction` says that only a part of it is meant.
    `host` is the key of the town that a building is called by: its spots are the town's, where the report names that.
    """

    start: int
    end: int
    key: str
    spots: tuple[Spot, ...]
    prec: int | None
    direction: bool
    near: bool
    trust: Trust
    host: str | None = None


def find_mentions(
    sentences: tuple[Sentence, ...], body: str, lexicon: PlaceWords, gazetteer: Gazetteer
) -> list[PlaceMention]:
    """Every name that may be a place, in reading order, the longest of those that overlap."""
    finders = (_Finder(Names(one.words, body, lexicon, gazetteer), one.words, lexicon) for one in sentences)
    return [mention for finder in finders for mention in finder.mentions()]


@dataclass(frozen=True, slots=True)
class _Finder:
    """Weighs what stands beside the names of one sentence; word numbers are those of `Names`."""

    names: Names
    words: tuple[Word, ...]
    lexicon: PlaceWords

    def mentions(self) -> Iterator[PlaceMention]:
        at, row = 0, -1  # `row` is the word after a place that was told for certain
        while at < len(self.words):
            found = self._mention(at, row) if self.names.may_open(at) else None
            if found is None:
                at += 1
                continue
            mention, at = found
            row = at if mention.trust is Trust.PLACED else -1
            yield mention

    def _mention(self, at: int, row: int) -> tuple[PlaceMention, int] | None:
        early = self._shortened(at, row) or self._building(at)
        if early:
            return early
        placed = self._is_placed(at, row)
        after, spots = self.names.longest(at)
        return self._known(at, after, spots, placed) if spots else self._unknown(at, placed)

    def _known(self, at: int, after: int, spots: tuple[Spot, ...], placed: bool) -> tuple[PlaceMention, int] | None:
        cue = self._cue(at, after)
        if self._belongs_to_person(at, after, spots, placed or cue is not None):
            return self._made(at, after, (), None, Trust.PERSON), at + 1
        if not self._is_place(at, after, spots, placed or cue is not None):
            return None
        whole = self.names.end_with_its_kind(after)
        told = placed or cue is not None or self._stands_before_its_unit(after, spots)
        return self._made(at, whole, spots, cue, self._trust(at, spots, told)), whole

    def _stands_before_its_unit(self, after: int, spots: tuple[Spot, ...]) -> bool:
        """ "Severn, Md.", "Hinton, Alberta": the name of a town before the unit or the country that it lies in."""
        if after + 1 >= len(self.words) or self.words[after].text != ",":
            return False
        wholes = self.names.gazetteer.find_after_comma(self.words[after + 1].text) or self.names.longest(after + 1)[1]
        return any(lies_in(spot, whole) for spot in spots for whole in wholes)

    def _trust(self, at: int, spots: tuple[Spot, ...], placed: bool) -> Trust:
        if placed or any(is_famous(spot) for spot in spots):
            return Trust.PLACED
        listed = any(spot.id.startswith("own:") for spot in spots)
        return Trust.LISTED if listed or self.names.before(at) in self.lexicon.leading else Trust.CAPITALS

    def _shortened(self, at: int, row: int) -> tuple[PlaceMention, int] | None:
        """ "Md." in "Severn, Md.": the short form of a unit right behind a place and a comma."""
        if row != at - 1 or self.names.before(at) != ",":
            return None
        word = self.words[at]
        dotted = self.names.body[word.end - 1 : word.end + 1].endswith(".")
        spots = self.names.gazetteer.find_after_comma(word.text) if dotted or word.text.isupper() else ()
        return (self._made(at, at + 1, spots, None, Trust.PLACED), at + 1) if spots else None

    def _building(self, at: int) -> tuple[PlaceMention, int] | None:
        """ "at Harbour Cathedral", "on North Quay Street": a run of capitals that ends in a building or a road."""
        if not self._is_at(at) or self.names.is_no_name(at) or not self.names.is_prose():
            return None
        after = end_of_building(self.words, at, self.lexicon)
        if after is None or self.names.gazetteer.find(self.names.key(at, after)):
            return None
        host, spots = self.names.longest(at)
        if host >= after or (host and self.words[host - 1].lower in self.lexicon.stop):
            spots = ()
        made = self._made(at, after, spots, None, Trust.PLACED)
        key = self.names.key(at, host) if spots else None
        return replace(made, near=True, host=key), after

    def _is_at(self, at: int) -> bool:
        """Whether what begins here stands after "at", "in", "near" and perhaps "the"."""
        before = at - 1 if self.names.before(at) == "the" else at
        return self.names.before(before) in self.lexicon.at

    def _unknown(self, at: int, placed: bool) -> tuple[PlaceMention, int] | None:
        """A name that no table holds, or not in this spelling, where its neighbours say that it is a place."""
        after = self.names.end_of_unknown(at)
        cue, first = self._cue(at, after), self.words[at].lower
        headed = after > at + 1 and first in self.lexicon.heads
        if not headed and (not (cue or placed) or self.names.is_no_name(at)):
            return None
        spots = self.names.gazetteer.find_spelled(self.names.body[self.words[at].start : self.names.end(after)])
        article = first.partition("-")[0] in self.lexicon.articles and "-" in first
        inside = self.names.before(at) in self.lexicon.inside and self.names.is_plain_name(at, after)
        if not (cue or headed or spots or article or inside):
            return None
        trust = Trust.PLACED if cue or headed or article or inside else Trust.CAPITALS
        whole = self.names.end_with_its_kind(after)
        return self._made(at, whole, spots, cue, trust), whole

    def _made(self, at: int, after: int, spots: tuple[Spot, ...], cue: int | None, trust: Trust) -> PlaceMention:
        start, end = self.words[at].start, self.names.end(after, spots, at)
        before = self.words[at - 1].lower if at else ""
        directed = before in self.lexicon.directions
        earlier = self.words[at - 2].lower if directed and at > 1 else before
        near = before in self.lexicon.near or (directed and earlier in self.lexicon.near)
        return PlaceMention(start, end, key_of(self.names.body[start:end]), spots, cue, directed, near, trust)

    def _cue(self, at: int, after: int) -> int | None:
        """The precision of "the town of X", "X province", "X's eastern countryside"; None without a cue beside."""
        cues, words = self.lexicon.cues, self.words
        if after < len(words) and plain(words[after]) in cues:
            return cues[plain(words[after])]
        if after + 1 < len(words) and words[after].lower in self.lexicon.directions and words[after + 1].lower in cues:
            return cues[words[after + 1].lower]
        if at >= 2 and words[at - 1].lower == "of" and words[at - 2].text in cues:
            return cues[words[at - 2].lower]
        return cues.get(words[at - 1].text) if at else None

    def _is_place(self, at: int, after: int, spots: tuple[Spot, ...], placed: bool) -> bool:
        """Whether a known name is one of a place here, and not of a person, a body or nothing at all."""
        if self._belongs_to_body(at, after):
            return False
        if after - at > 1:
            return True
        word = self.words[at]
        lower = word.lower[:-2] if word.text.endswith(POSSESSIVES) else word.lower
        if self._is_abbreviation(at, lower):
            return spots[0].kind == "country" or spots[0].id.startswith("own:")
        if lower in self.lexicon.peoples or lower in self.lexicon.directions or lower == "us":
            return False
        return lower not in self.lexicon.stop or (placed and lower in self.lexicon.sometimes)

    def _is_abbreviation(self, at: int, lower: str) -> bool:
        """Whether a word is all in capitals and too short to be a name in a headline, or an agency's."""
        capitals = self.words[at].text[: len(lower)].isupper()
        return capitals and (len(lower) < SHORTEST_CAPITALS or lower in self.lexicon.acronyms)

    def _belongs_to_body(self, at: int, after: int) -> bool:
        """Whether a body is called by it: "Aleppo Media Center", "University of Aleppo", "Islamic State in Iraq"."""
        words, bodies = self.words, self.lexicon.bodies
        if at >= 2 and words[at - 1].lower in ("of", "in") and words[at - 2].text in self.lexicon.bodies_of:
            return True
        if after >= len(words) or words[after - 1].text.endswith(POSSESSIVES):
            return False
        return words[after].text[0].isupper() and words[after].lower in bodies

    def _belongs_to_person(self, at: int, after: int, spots: tuple[Spot, ...], placed: bool) -> bool:
        before = self.words[at - 1] if at else None
        if before and before.lower in self.lexicon.titles and (before.text[0].isupper() or not placed):
            return not any(spot.kind == "country" for spot in spots)
        if after - at > 1 or any(is_famous(spot) for spot in spots):
            return False
        return self._is_name_part(at - 1) or (not placed and self._is_name_part(after))

    def _is_name_part(self, at: int) -> bool:
        """Whether the neighbour is a capitalised word that is no place and no people, and opens no sentence."""
        if not 0 < at < len(self.words) or len(self.words[at].text) < 2 or not self.words[at].text[0].isupper():
            return False
        lower = self.words[at].lower
        known = lower in self.lexicon.peoples or lower in self.lexicon.directions or lower in self.lexicon.cues
        return not known and not self.names.gazetteer.find(key_of(self.words[at].text))

    def _is_placed(self, at: int, row: int) -> bool:
        """Whether "in", "near" or the like stands before the name, or another place of the same row."""
        for word in reversed(self.words[max(0, at - PLACING_REACH) : at]):
            if word.lower in self.lexicon.placing:
                return True
            if word.lower not in self.lexicon.directions and word.lower != "the":
                break
        return row >= 0 and all(word.lower in self.lexicon.joining for word in self.words[row:at])


def lies_in(spot: Spot, whole: Spot) -> bool:
    """Whether a place lies in this country or first-level unit."""
    if spot.country != whole.country or spot.kind == "country":
        return False
    return whole.kind == "country" or (whole.kind == "admin1" and whole.name == spot.admin1)
