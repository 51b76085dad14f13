"""Where a place's name can begin and end in a sentence, and which spots the gazetteer knows by it."""

from dataclasses import dataclass

from accordingto.read.gazetteer import Gazetteer, key_of
from accordingto.read.place_words import PlaceWords
from accordingto.read.sentences import Word
from accordingto.terms.places import Spot

LONGEST_NAME = 6  # words
LONGEST_UNKNOWN = 3
WELL_KNOWN = 150_000  # people; a smaller town needs a word beside it that says it is a place
POSSESSIVES = ("'s", "’s", "‘s", "´s", "'S", "’S")
KNOWN_ARABIC = "\u0590"  # letters from here on have no capitals
SHORTEST_CAPITALS = 4  # a shorter word all in capitals is an abbreviation, of a country or of nothing here


@dataclass(frozen=True, slots=True)
class Names:
    """The names of one sentence; every method speaks of word number `at`, or of the words `at` to `after`."""

    words: tuple[Word, ...]
    body: str
    lexicon: PlaceWords
    gazetteer: Gazetteer

    def may_open(self, at: int) -> bool:
        """Whether a name can begin here: a capital, or an article before one ("al-Waer", "al Bab")."""
        word = self.words[at]
        if word.text[0].isupper() or word.text[0] >= KNOWN_ARABIC:
            return word.text[0].isalpha()
        article, hyphen, rest = word.lower.partition("-")
        if article not in self.lexicon.articles:
            return False
        spaced = article in ("al", "el") and at + 1 < len(self.words) and self.words[at + 1].text[0].isupper()
        return bool(rest) if hyphen else spaced

    def longest(self, at: int) -> tuple[int, tuple[Spot, ...]]:
        """The end and the spots of the longest known name from here."""
        best: tuple[int, tuple[Spot, ...]] = (0, ())
        for after in range(at + 1, min(at + LONGEST_NAME, len(self.words)) + 1):
            last = self.words[after - 1]
            if after > at + 1 and not (last.text[0].isalpha() or last.text == "."):
                break
            key = self.key(at, after)
            spots = self.gazetteer.find(key) if last.text != "." else ()
            if not spots and after > at + 1 and "-" in last.text:
                spots = self.gazetteer.find(self._key_within(at, after))
            if spots and key not in self.lexicon.no_places:
                best = after, spots
            if last.text.endswith(POSSESSIVES) or not self.gazetteer.continues(key):
                break
        if best[1]:
            return best
        spots = self.gazetteer.find(key_of(self._inner_name(at)))
        return (at + 1, spots) if any(is_famous(spot) or spot.id.startswith("own:") for spot in spots) else (0, ())

    def key(self, at: int, after: int) -> str:
        """The gazetteer's key of these words, without the 's of the last."""
        return key_of(self.body[self.words[at].start : self.end(after)])

    def _key_within(self, at: int, after: int) -> str:
        """The key of the name in "Los Angeles-based"."""
        inner, last = self._inner_name(after - 1), self.words[after - 1]
        return key_of(self.body[self.words[at].start : last.start + len(inner)]) if inner else ""

    def _inner_name(self, at: int) -> str:
        """The name in "Syrias" (its apostrophe lost) and in "London-based"; nothing in other words."""
        text = self.words[at].text
        first, hyphen, rest = text.partition("-")
        if hyphen and (rest.lower() in self.lexicon.based or rest[:1].isupper()):
            return "" if self._is_common(first.lower()) else first
        shorn = text[:-1] if text.endswith("s") and len(text) > 4 else ""
        return "" if self._is_common(shorn.lower()) else shorn

    def end(self, after: int, spots: tuple[Spot, ...] = (), at: int | None = None) -> int:
        """Where the name ends, without the 's of "Syria's" and what hangs on "Syrias" and "London-based"."""
        last = self.words[after - 1]
        if last.text.endswith(POSSESSIVES):
            return last.end - 2
        inner = self._inner_name(after - 1) if spots else ""
        first = after - 1 if at is None else at
        if (
            inner
            and not self.gazetteer.find(key_of(last.text))
            and spots == self.gazetteer.find(self._key_within(first, after))
        ):
            return last.start + len(inner)
        return last.end

    def end_with_its_kind(self, after: int) -> int:
        """The end of a name with the capitalised word for its kind: "Orange County", "Benue State"."""
        if after >= len(self.words) or self.words[after - 1].text.endswith(POSSESSIVES):
            return after
        word = self.words[after]
        return after + 1 if word.text[0].isupper() and plain(word) in self.lexicon.kinds else after

    def end_of_unknown(self, at: int) -> int:
        """The word after a run of capitalised words ("Kafr Nuran"), articles inside it included."""
        headed = self.words[at].lower in self.lexicon.heads and at + 1 < len(self.words) and self.may_open(at + 1)
        after = at + 2 if headed else at + 1
        while after < len(self.words) and after - at < LONGEST_UNKNOWN:
            previous, word = self.words[after - 1], self.words[after]
            if previous.text.endswith(POSSESSIVES) or word.lower in self.lexicon.cues or not self.may_open(after):
                break
            if self.is_no_name(after) or self.gazetteer.find(key_of(word.text)):
                break
            after += 1
        return after

    def is_no_name(self, at: int) -> bool:
        """Whether a capitalised word cannot begin a name: "In", "Syrian", "Northern", "Daesh-held", "SANAs"."""
        lower, lexicon = self.words[at].lower, self.lexicon
        whole = lower[:-2] if lower.endswith(POSSESSIVES) else lower
        people = lower in lexicon.peoples or lower in lexicon.directions or lower in lexicon.titles
        everyday = whole in lexicon.placing or whole in lexicon.joining or self._is_common(whole)
        head, hyphen, _ = whole.partition("-")
        worn = self._is_common(whole.removesuffix("s")) or (
            hyphen and head not in lexicon.articles and self._is_common(head)
        )
        return everyday or people or worn or lower.endswith(lexicon.adjective_ends)

    def _is_common(self, lower: str) -> bool:
        """Whether the word is one of every day or names a body: "March", "Observatory", "SANA"."""
        return lower in self.lexicon.stop or lower in self.lexicon.bodies or lower in self.lexicon.acronyms

    def is_plain_name(self, at: int, after: int) -> bool:
        """ "in Abagana": capitals of a name only, in a sentence that does not write every word so."""
        words = self.words
        name = words[at].text
        if (
            len(name) < SHORTEST_CAPITALS
            or name.isupper()
            or not name[-1].isalpha()
            or words[at].lower in self.lexicon.no_names
        ):
            return False
        follows = words[after] if after < len(words) else None
        if follows and (follows.text[0].isupper() or follows.text[0].isdigit() or follows.text == "'s"):
            return False
        return self.is_prose()

    def is_prose(self) -> bool:
        """Whether capitals tell names from other words here: a headline may write every word so."""
        small = sum(word.text[0].islower() and len(word.text) > 3 for word in self.words)
        return small > sum(word.text[0].isupper() for word in self.words)

    def before(self, at: int) -> str:
        """The word before the name, "" where it opens the sentence."""
        return self.words[at - 1].lower if at else ""


def is_famous(spot: Spot) -> bool:
    """Whether the name alone makes one think of this place."""
    if spot.id.startswith("ne:"):
        return spot.population >= WELL_KNOWN
    return spot.kind in ("country", "admin1", "region") or spot.population >= WELL_KNOWN


def plain(word: Word) -> str:
    """A word for looking up, without the 's of "County's"."""
    return word.lower[:-2] if word.lower.endswith(POSSESSIVES) else word.lower
