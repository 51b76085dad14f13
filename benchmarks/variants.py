"""Readings for a case of any size: those of real reports, moved to other days and places, with other words and tolls.

Each is made when it is asked for, from the one that was read, without reading any text again. Words are exchanged for
words of the same length, so that every anchor still stands where it stood.
"""

import re
from collections import defaultdict
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass, fields, is_dataclass, replace
from datetime import date, datetime, timedelta
from random import Random
from typing import Any

from accordingto.reconcile.lexicons import load_lexicon
from accordingto.reconcile.rarity import weight
from accordingto.terms.events import Event
from accordingto.terms.figures import Figure
from accordingto.terms.places import Place, Spot
from accordingto.terms.readings import Reading
from accordingto.terms.reports import Report
from accordingto.terms.spans import Anchor
from accordingto.terms.times import TimeMention

THEATRES = 24  # as many wars go on at once: a place name is another in each
YEARS = 8
CHANGED = 0.6  # of the words that a reporter chose; the rest every report of a conflict has
COPIES = 0.12  # of the readings: one before them, printed by another outlet a day later
RARE = 2.0  # words rarer than this (about one report in seven) are exchanged
WORD = re.compile(r"[^\W\d_]{4,}")
NUMBER = re.compile(r"\d+")


@dataclass(frozen=True, slots=True)
class Vocabulary:
    """Words of real reports by their length, and those that stay: they tell of fighting, evacuating, saying."""

    by_length: Mapping[int, Sequence[str]]
    kept: frozenset[str]

    @classmethod
    def of(cls, readings: Sequence[Reading]) -> "Vocabulary":
        used = (word for reading in readings for word in WORD.findall(reading.report.text.lower()))
        by_length: defaultdict[int, list[str]] = defaultdict(list)
        for word in used:  # as often as it is used: rare words stay rare
            by_length[len(word)].append(word)
        words = re.findall(r"[a-z]{4,}", str([load_lexicon(name) for name in ("outcomes", "assertions", "parties")]))
        return cls(by_length, frozenset(words))


def vary(readings: Sequence[Reading], size: int, *, seed: int = 0) -> Iterator[Reading]:
    """So many readings, each of a report of its own; the same for the same readings and seed."""
    vocabulary, chance = Vocabulary.of(readings), Random(seed)
    before: list[Reading] = []
    for number in range(size):
        if before and chance.random() < COPIES:
            made = _reprinted(chance.choice(before), number, chance)
        else:
            made = _varied(readings[chance.randrange(len(readings))], number, vocabulary, chance)
        before = [*before[-200:], made]
        yield made


def _varied(reading: Reading, number: int, vocabulary: Vocabulary, chance: Random) -> Reading:
    theatre, days = chance.randrange(THEATRES), timedelta(days=chance.randrange(round(365 * YEARS)))
    change = _Change(vocabulary, theatre, chance, _names(reading))
    report = reading.report
    body = change.words(report.body)
    title, text = body[: len(report.title)], body[len(report.title) + 2 :]
    day = report.day or date(2016, 1, 1)
    when = datetime.combine(day, datetime.min.time()).date() + days
    made = Report.of(title=title, text=text, outlet=report.outlet, published=when, ref=f"variant-{number}")
    return _moved(reading, made, days, chance)


def _reprinted(reading: Reading, number: int, chance: Random) -> Reading:
    report = reading.report
    day = (report.day or date(2016, 1, 1)) + timedelta(days=chance.randrange(2))
    outlet = f"Reprint {number % 40}"
    made = Report.of(title=report.title, text=report.text, outlet=outlet, published=day, ref=f"reprint-{number}")
    return _moved(reading, made, timedelta(0), chance)


def _names(reading: Reading) -> frozenset[str]:
    """The words of the places that a reading names."""
    places = (place.anchor.exact for place in reading.places if not place.spot or place.spot.kind != "country")
    events = (event.place.exact for event in reading.events if event.place)
    return frozenset(word.lower() for name in (*places, *events) for word in WORD.findall(name))


@dataclass(frozen=True, slots=True)
class _Change:
    """What becomes of each word: the same word of one report becomes the same other."""

    vocabulary: Vocabulary
    theatre: int
    chance: Random
    places: frozenset[str]

    def words(self, body: str) -> str:
        made: dict[str, str] = {}

        def other(match: re.Match[str]) -> str:
            word = match.group()
            low = word.lower()
            if low not in made:
                made[low] = self._other(low)
            return _like(word, made[low])

        return NUMBER.sub(lambda match: _number(match.group(), self.chance), WORD.sub(other, body))

    def _other(self, low: str) -> str:
        if low in self.places:
            return _place_name(low, self.theatre)
        if low in self.vocabulary.kept or weight([low]) < RARE or self.chance.random() > CHANGED:
            return low
        found = self.vocabulary.by_length.get(len(low))
        return self.chance.choice(found) if found else low


def _place_name(name: str, theatre: int) -> str:
    """The name that this place has in another theatre: as long, of the same make, and always the same there."""
    own = Random(f"{name}/{theatre}")
    vowels, consonants = "aeiou", "bdfghjklmnrstz"
    return "".join(own.choice(vowels if letter in vowels else consonants) for letter in name) if theatre else name


def _like(word: str, other: str) -> str:
    return other.capitalize() if word[0].isupper() else other


def _number(digits: str, chance: Random) -> str:
    """A number of as many digits; years stay."""
    if len(digits) == 4 or chance.random() < 0.5:
        return digits
    low = 10 ** (len(digits) - 1)
    return str(chance.randrange(low, 10 * low)) if low < 10**6 else digits


def _moved(reading: Reading, report: Report, days: timedelta, chance: Random) -> Reading:
    """The reading of another report, whose words stand where those of this one's stood."""
    shift = chance.uniform(-1.0, 1.0) if days else 0.0
    move = _mover(report, days)
    lists = {f.name: move(getattr(reading, f.name)) for f in fields(Reading) if f.name not in ("report", "reader")}
    places = tuple(_place(place, shift) for place in lists["places"]) if days else lists["places"]
    figures = tuple(_counted(figure) for figure in lists["figures"])
    return replace(reading, report=report, **{**lists, "places": places, "figures": figures, "claims": ()})


def _mover(report: Report, days: timedelta) -> Callable[[Any], Any]:
    """Anchors in the new report's words, and days so much later, anywhere in a noun."""
    body = report.body

    def move(noun: Any) -> Any:
        match noun:
            case Anchor():
                return Anchor.at(report.id, body, *((span.start, span.end) for span in noun.spans))
            case tuple():
                return tuple(move(one) for one in noun)
            case Event():
                return replace(_fields(noun, move), date=_later(noun.date, days))
            case TimeMention() | Spot():
                return noun
            case datetime() | date():
                return noun + days
            case _ if is_dataclass(noun):
                return _fields(noun, move)
        return noun

    return move


def _fields(noun: Any, move: Callable[[Any], Any]) -> Any:
    return replace(noun, **{field.name: move(getattr(noun, field.name)) for field in fields(noun)})


def _later(iso: str | None, days: timedelta) -> str | None:
    """An ISO day, or two with a stroke between, so much later; what is no day stays."""
    try:
        return "/".join((date.fromisoformat(day) + days).isoformat() for day in iso.split("/")) if iso else None
    except ValueError:
        return iso


def _place(place: Place, shift: float) -> Place:
    spot = place.spot
    if not spot or spot.lat is None or spot.lon is None or spot.kind == "country":
        return place
    return replace(place, spot=replace(spot, lat=spot.lat + shift * 3, lon=spot.lon + shift * 5))


def _counted(figure: Figure) -> Figure:
    """The figure with the number that its words say now, where they say one in digits."""
    found = [int(digits) for digits in NUMBER.findall(figure.anchor.exact)]
    if len(found) != 1 or (figure.low or figure.high or 0) < 1:
        return figure
    number = found[0]
    return replace(figure, low=None if figure.low is None else number, high=None if figure.high is None else number)
