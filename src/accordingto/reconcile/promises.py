"""Promises: what each announcement of a report is about, so that later news of it can be told from other news."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import UTC, date, datetime, time, timedelta

from accordingto.reconcile.assertions import people_named
from accordingto.reconcile.courses import topics_announced, topics_of
from accordingto.reconcile.days import NEWS_LAG, as_of
from accordingto.reconcile.lexicons import any_of, load_lexicon
from accordingto.reconcile.names import capitalised_names
from accordingto.reconcile.parties import one_side, parties_named
from accordingto.reconcile.scenes import Scenes
from accordingto.reconcile.tellings import WORD
from accordingto.reconcile.voices import Voices
from accordingto.terms.commitments import Commitment
from accordingto.terms.events import Event
from accordingto.terms.findings import Side
from accordingto.terms.readings import Reading
from accordingto.terms.sentences import sentence_around

NOON = timedelta(hours=12)  # of what is dated by its day alone: later than what was announced that morning
FOLLOWED = timedelta(days=10)  # later news of "the evacuation" may well be of another one
REPEATED = timedelta(days=3)  # the same without a day of its own, announced again within these, is one undertaking
MOVED = timedelta(hours=1)  # a date that shifts by less is the same date told twice
STEM = 5  # letters: "reopen" and "reopened" are one word

_W = load_lexicon("outcomes")
_COMMON = frozenset(load_lexicon("words")["common"])
_DEEDS = {deed: topic for topic, deeds in _W["deeds"].items() for deed in deeds}
_FURTHER = re.compile(rf"\b(?:{any_of(_W['further']['words'])})\b", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Matter:
    """What some words are about: what sort of thing, where, of which people, done by whom; and their telling words."""

    topics: frozenset[str]
    places: frozenset[str]
    people: frozenset[str]
    doers: frozenset[str]
    stems: frozenset[str]

    def concerns(self, other: "Matter") -> bool:
        """Whether the two may be of the same people and doers: news of fighters is none of the wounded."""
        apart = bool(self.people and other.people) and not self.people & other.people
        return not apart and one_side(self.doers, other.doers)


@dataclass(frozen=True, slots=True)
class Coming:
    """An announcement by its number: when it was said and is due, by whom, and what it is about."""

    number: int
    side: Side
    due: date | datetime | None
    voice: str
    called: str
    own: bool  # the outlet's own words
    matter: Matter

    @property
    def said(self) -> date | datetime | None:
        return self.side.as_of

    @property
    def late_from(self) -> datetime | None:
        """The moment from which it is late; of a day its end."""
        if isinstance(self.due, datetime):
            return moment(self.due)
        return later_by(moment(self.due), timedelta(days=1)) if self.due else None

    def is_followed_by(self, told: date | datetime, day: date | None = None) -> bool:
        """Whether what is told then, of that day, may be of it: later, and not weeks after it was due."""
        if self.said is None or (day and moment(day) < later_by(moment(self.said), -timedelta(days=NEWS_LAG + 1))):
            return False
        by_day = isinstance(self.said, datetime) and not isinstance(told, datetime)
        when, said = moment(told) + (NOON if by_day else timedelta(0)), moment(self.said)
        due = moment(self.due) if self.due else said
        return said < when <= later_by(max(due, said), FOLLOWED)

    def is_same_thing(self, other: "Coming") -> bool:
        """Whether two announcements are of one thing: of one sort, in one place, of the same people, within days."""
        one, two = self.matter, other.matter
        if not (one.topics & two.topics and one.places & two.places) or not self.said or not other.said:
            return False
        return one.concerns(two) and abs(moment(self.said) - moment(other.said)) <= FOLLOWED

    def is_one_with(self, other: "Coming") -> bool:
        """Whether the two announce one undertaking: the same thing, for the same day or again within days."""
        if (
            not self.said
            or not other.said
            or not self.is_same_thing(other)
            or self._is_further()
            or other._is_further()
        ):
            return False
        if self.due and other.due:
            return not _is_later(self.due, other.due) and not _is_later(other.due, self.due)
        return abs(moment(self.said) - moment(other.said)) <= REPEATED

    def _is_further(self) -> bool:
        return bool(_FURTHER.search(self.side.anchor.exact))

    def is_moved_to(self, other: "Coming") -> bool:
        """Whether the other announces the same thing anew, for a later time."""
        if not self.due or not other.due or not self.is_same_thing(other):
            return False
        said_later = bool(self.said and other.said and moment(self.said) < moment(other.said))
        return said_later and _is_later(other.due, self.due) and not other._is_further()


def _is_later(one: date | datetime, other: date | datetime) -> bool:
    """Whether a due moment is later than another; where one of them is a day, by the days."""
    if isinstance(one, datetime) and isinstance(other, datetime):
        return moment(one) - moment(other) >= MOVED
    return moment(one).date() > moment(other).date()


def find_comings(reading: Reading, voices: Voices, scenes: Scenes) -> Iterator[Coming]:
    """Every announcement of a report, in its order."""
    for number, coming in enumerate(reading.announcements):
        voice = voices.voice(reading.report.id, coming.statement)
        side = Side(reading.report.id, coming.what, voice.chain, as_of(reading.report))
        due, own = coming.due_at or coming.due_day, voice.kind != "source"
        yield Coming(number, side, due, voice.key, voice.called, own, _matter(reading, coming, voices, scenes))


def _matter(reading: Reading, coming: Commitment, voices: Voices, scenes: Scenes) -> Matter:
    words, event = _context(reading, coming), _event(reading, coming)
    sentence = sentence_around(reading.report.body, coming.what)
    return Matter(
        topics_announced(coming.what.exact) or deed_topics(event) or topics_of(words),
        _where(reading, f"{words} {sentence}", scenes),
        people_named(coming.what.exact),
        doers_of([event] if event else [], voices.homes[reading.report.id]),
        stems(coming.what.exact),
    )


def _where(reading: Reading, words: str, scenes: Scenes) -> frozenset[str]:
    """The places that some words of a report speak of; where the case knows none, every name in them."""
    return scenes.scene(reading, words).places or capitalised_names(words)


def _context(reading: Reading, coming: Commitment) -> str:
    """What is announced, with the statement that announces it: "buses will start" is about "the evacuation" there."""
    known = coming.statement is not None and coming.statement < len(reading.statements)
    carrier = reading.statements[coming.statement].content.exact if known and coming.statement is not None else ""
    return f"{coming.what.exact} {carrier}"


def _event(reading: Reading, coming: Commitment) -> Event | None:
    if coming.event is not None and coming.event < len(reading.events):
        return reading.events[coming.event]
    return next((event for event in reading.events if coming.what.holds(event.trigger)), None)


def deed_topics(event: Event | None) -> frozenset[str]:
    """What sort of thing an event is, by its type and mode."""
    if event is None:
        return frozenset()
    found = {_DEEDS.get(f"{event.type} {event.mode}"), _DEEDS.get(event.type.value)}
    return frozenset(topic for topic in found if topic)


def doers_of(events: list[Event], home: str | None) -> frozenset[str]:
    """The parties that do such deeds."""
    actors = " and ".join(actor.exact for event in events if deed_topics(event) for actor in event.actor)
    return parties_named(actors, home) if actors else frozenset()


def stems(words: str) -> frozenset[str]:
    """The first letters of the words that say something."""
    return frozenset(word[:STEM] for word in WORD.findall(words.lower()) if word not in _COMMON)


def later_by(when: datetime, step: timedelta) -> datetime:
    """So much later; at the ends of the calendar the moment itself."""
    try:
        return when + step
    except OverflowError:
        return when


def moment(when: date | datetime) -> datetime:
    """The moment, of a day its beginning; what names no zone is taken as UTC."""
    if not isinstance(when, datetime):
        return datetime.combine(when, time(0), UTC)
    return when if when.tzinfo else when.replace(tzinfo=UTC)
