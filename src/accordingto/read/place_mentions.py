"""Where a report names places: the longest names that the gazetteer knows, and names that a cue says are places."""

from collections.abc import Iterator
from dataclasses import dataclass

from accordingto.read.gazetteer import Gazetteer, key_of
from accordingto.read.place_words import PlaceWords
from accordingto.read.sentences import Sentence, Word
from accordingto.terms.places import Spot

LONGEST_NAME = 6  # words
WELL_KNOWN = 150_000  # people; a smaller town needs a word beside it that says it is a place
POSSESSIVES = ("'s", "’s", "‘s", "´s")


@dataclass(frozen=True, slots=True)
class PlaceMention:
    """A name at a range of the body, the spots it may stand for, and what its neighbours say of it.

    `prec` is the where_prec of the cue beside it ("province" 4), `direction` whether only a part of it is meant.
    `sure` is False while nothing but its capitals says that it is a place.
    """

    start: int
    end: int
    sentence: int
    spots: tuple[Spot, ...]
    prec: int | None
    direction: bool
    near: bool
    sure: bool


def find_mentions(
    sentences: tuple[Sentence, ...], body: str, lexicon: PlaceWords, gazetteer: Gazetteer
) -> list[PlaceMention]:
    """Every name that may be a place, in reading order, the longest of those that overlap."""
    return [
        mention
        for number, sentence in enumerate(sentences)
        for mention in _Finder(number, sentence.words, body, lexicon, gazetteer).mentions()
    ]


@dataclass(frozen=True, slots=True)
class _Finder:
    number: int
    words: tuple[Word, ...]
    body: str
    lexicon: PlaceWords
    gazetteer: Gazetteer

    def mentions(self) -> Iterator[PlaceMention]:
        at = 0
        while at < len(self.words):
            found = self._mention(at) if self._may_open(at) else None
            if found:
                yield found[0]
            at = found[1] if found else at + 1

    def _may_open(self, at: int) -> bool:
        """Whether a name can begin here: a capital, or an article before one ("al-Waer", "al Bab")."""
        word = self.words[at]
        if word.text[0].isupper() or word.text[0] > "\u0590":
            return True
        article, _, rest = word.lower.partition("-")
        if article not in self.lexicon.articles:
            return False
        return bool(rest) or (at + 1 < len(self.words) and self.words[at + 1].text[0].isupper())

    def _mention(self, at: int) -> tuple[PlaceMention, int] | None:
        after, spots = self._longest(at)
        cue = self._cue(at, after or at + 1)
        if not spots:
            after = self._end_of_name(at)
            cue = self._cue(at, after)
            spots = self._spelled(at, after)
            if cue is None or self._is_stopped(at, after):
                return None
        elif not self._is_place(at, after, spots, cue):
            return None
        sure = bool(cue) or self._is_placed(at) or any(_is_well_known(spot) for spot in spots)
        before = self.words[at - 1].lower if at else ""
        mention = PlaceMention(
            self.words[at].start, self._end(after), self.number, spots, cue,
            before in self.lexicon.directions, before in self.lexicon.near, sure,
        )  # fmt: skip
        return mention, after

    def _longest(self, at: int) -> tuple[int, tuple[Spot, ...]]:
        """The end and the spots of the longest known name from here."""
        best: tuple[int, tuple[Spot, ...]] = (0, ())
        for after in range(at + 1, min(at + LONGEST_NAME, len(self.words)) + 1):
            last = self.words[after - 1]
            if after > at + 1 and not (last.text[0].isalnum() or last.text in "-'"):
                break
            key = key_of(self.body[self.words[at].start : self._end(after)])
            if spots := self.gazetteer.find(key):
                best = after, spots
            if last.text.endswith(POSSESSIVES) or not self.gazetteer.continues(key):
                break
        return best

    def _end(self, after: int) -> int:
        """Where the name ends, without the 's of "Syria's"."""
        last = self.words[after - 1]
        return last.end - 2 if last.text.endswith(POSSESSIVES) else last.end

    def _end_of_name(self, at: int) -> int:
        """The word after a run of capitalised words ("Kafr Nuran"), articles inside it included."""
        after = at + 1
        while after < len(self.words) and after - at < LONGEST_NAME - 2:
            previous, word = self.words[after - 1], self.words[after]
            if previous.text.endswith(POSSESSIVES) or word.lower in self.lexicon.cues or not self._may_open(after):
                break
            if word.lower in self.lexicon.peoples or word.lower in self.lexicon.stop:
                break
            after += 1
        return after

    def _cue(self, at: int, after: int) -> int | None:
        """The precision of "the town of X", "X province", "in the X district"; None where no cue stands beside."""
        cues = self.lexicon.cues
        if after < len(self.words) and self.words[after].lower in cues:
            return cues[self.words[after].lower]
        if after + 1 < len(self.words) and self.words[after].lower in self.lexicon.directions:
            if self.words[after + 1].lower in cues:
                return cues[self.words[after + 1].lower]
        if at >= 2 and self.words[at - 1].lower == "of" and self.words[at - 2].lower in cues:
            return cues[self.words[at - 2].lower]
        return cues.get(self.words[at - 1].lower) if at and self.words[at - 1].text.islower() else None

    def _spelled(self, at: int, after: int) -> tuple[Spot, ...]:
        return self.gazetteer.find_spelled(self.body[self.words[at].start : self._end(after)])

    def _is_place(self, at: int, after: int, spots: tuple[Spot, ...], cue: int | None) -> bool:
        """Whether a known name is one of a place here, and not of a person, a body or nothing at all."""
        if self._belongs_to_body(after) or self._belongs_to_person(at, after, spots):
            return False
        if not self._is_stopped(at, after):
            return True
        return self.words[at].lower in self.lexicon.sometimes and (bool(cue) or self._is_placed(at))

    def _belongs_to_body(self, after: int) -> bool:
        if after >= len(self.words) or self.words[after - 1].text.endswith(POSSESSIVES):
            return False
        following = self.words[after]
        return following.text[0].isupper() and following.lower in self.lexicon.bodies

    def _belongs_to_person(self, at: int, after: int, spots: tuple[Spot, ...]) -> bool:
        before = self.words[at - 1] if at else None
        if before and before.lower.rstrip(".") in self.lexicon.titles and before.text[0].isalpha():
            return True
        if after - at > 1 or any(_is_well_known(spot) for spot in spots):
            return False
        return self._is_name_part(at - 1) or self._is_name_part(after)

    def _is_name_part(self, at: int) -> bool:
        """Whether the neighbour is a capitalised word that is no place, no people and opens no sentence."""
        if not 0 < at < len(self.words):
            return False
        word = self.words[at]
        known = word.lower in self.lexicon.peoples or word.lower in self.lexicon.directions
        if not word.text[0].isupper() or known or word.lower in self.lexicon.cues:
            return False
        return not self.gazetteer.find(key_of(word.text)) and len(word.text) > 1

    def _is_stopped(self, at: int, after: int) -> bool:
        if after - at > 1:
            return False
        word = self.words[at]
        lower = word.lower[:-2] if word.text.endswith(POSSESSIVES) else word.lower
        short = (lower == "us" and word.text.lower() == word.text) or (lower == "us" and not word.text.isupper())
        return lower in self.lexicon.stop or short or lower in self.lexicon.peoples or lower in self.lexicon.directions

    def _is_placed(self, at: int) -> bool:
        """Whether a word like "in" or "near" stands before the name, a direction between them or not."""
        back = at - 1
        while back >= 0 and (self.words[back].lower in self.lexicon.directions or self.words[back].lower == "the"):
            back -= 1
        return back >= 0 and self.words[back].lower in self.lexicon.locatives


def _is_well_known(spot: Spot) -> bool:
    return spot.kind in ("country", "admin1", "region") or spot.population >= WELL_KNOWN or spot.id.startswith("own:")
