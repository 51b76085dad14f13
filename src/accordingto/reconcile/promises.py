"""Promises: what each announcement of a case is about, so that later news and later announcements of it can be told."""

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import UTC, date, datetime, time, timedelta

from accordingto.reconcile.assertions import people_named
from accordingto.reconcile.courses import topics_of
from accordingto.reconcile.days import as_of
from accordingto.reconcile.lexicons import any_of, load_lexicon
from accordingto.reconcile.parties import one_side, parties_named
from accordingto.reconcile.scenes import Scenes
from accordingto.reconcile.tellings import WORD
from accordingto.reconcile.voices import Voice, Voices
from accordingto.terms.commitments import Commitment
from accordingto.terms.events import Event
from accordingto.terms.readings import Reading

NOON = timedelta(hours=12)  # of what is dated by its day alone: later than what was announced that morning
FOLLOWED = timedelta(days=10)  # later news of "the evacuation" may well be of another one
MOVED = timedelta(hours=1)  # a date that shifts by less is the same date told twice
STEM = 5  # letters: "reopen" and "reopened" are one word

_W = load_lexicon("outcomes")
_COMMON = frozenset(load_lexicon("words")["common"])
_DEEDS = {deed: topic for topic, deeds in _W["deeds"].items() for deed in deeds}
_FURTHER = re.compile(rf"\b(?:{any_of(_W['further']['words'])})\b", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Promise:
    """One announcement: what sort of thing, where, about whom and by whom, said when and due when."""

    reading: Reading
    number: int
    coming: Commitment
    voice: Voice
    topics: frozenset[str]
    places: frozenset[str]
    people: frozenset[str]
    doers: frozenset[str]
    stems: frozenset[str]
    said: datetime | None
    clock: bool

    @property
    def due(self) -> datetime | None:
        """The moment from which it is late; of a day its end."""
        if self.coming.due_at:
            return moment(self.coming.due_at)
        return moment(self.coming.due_day) + timedelta(days=1) if self.coming.due_day else None

    def is_followed_by(self, told: date | datetime) -> bool:
        """Whether what is told then may be of it: later than the announcement, and not weeks after it was due."""
        if self.said is None:
            return False
        when = moment(told) + (NOON if self.clock and not isinstance(told, datetime) else timedelta(0))
        due = self.coming.due_at or (moment(self.coming.due_day) if self.coming.due_day else self.said)
        return self.said < when <= max(moment(due), self.said) + FOLLOWED

    def concerns(self, people: frozenset[str], doers: frozenset[str]) -> bool:
        """Whether news of these people, and done by these, may be of it: of fighters is none of the wounded."""
        apart = bool(self.people and people) and not self.people & people
        return not apart and one_side(self.doers, doers)

    def is_moved_to(self, other: "Promise") -> bool:
        """Whether the other announces the same thing anew, for a later time."""
        if not self.is_same_thing(other) or not self.due or not other.due or not self.said or not other.said:
            return False
        further = _FURTHER.search(other.coming.what.exact)
        return not further and self.said < other.said and other.due - self.due >= MOVED

    def is_same_thing(self, other: "Promise") -> bool:
        """Whether two announcements are of one thing: of one sort, in one place, of the same people, within days."""
        if not (self.topics & other.topics and self.places & other.places) or not self.said or not other.said:
            return False
        return self.concerns(other.people, other.doers) and abs(self.said - other.said) <= FOLLOWED


def find_promises(case: Sequence[Reading], voices: Voices, scenes: Scenes) -> list[Promise]:
    """Every announcement of a case, in order of report and announcement."""
    return [_promise(reading, n, voices, scenes) for reading in case for n in range(len(reading.announcements))]


def _promise(reading: Reading, number: int, voices: Voices, scenes: Scenes) -> Promise:
    coming, said = reading.announcements[number], as_of(reading.report)
    words = _context(reading, coming)
    event = _event(reading, coming)
    actors = " and ".join(anchor.exact for anchor in event.actor) if event else ""
    return Promise(
        reading,
        number,
        coming,
        voices.voice(reading.report.id, coming.statement),
        topics_of(coming.what.exact) | deed_topics(event) or topics_of(words),
        scenes.scene(reading, words).places,
        people_named(coming.what.exact),
        parties_named(actors, voices.homes[reading.report.id]) if actors else frozenset(),
        stems(coming.what.exact),
        moment(said) if said else None,
        isinstance(said, datetime),
    )


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
    found = {_DEEDS.get(f"{event.type} {event.mode}"), _DEEDS.get(str(event.type.value))}
    return frozenset(topic for topic in found if topic)


def stems(words: str) -> frozenset[str]:
    """The first letters of the words that say something."""
    return frozenset(word[:STEM] for word in WORD.findall(words.lower()) if word not in _COMMON)


def moment(when: date | datetime) -> datetime:
    """The moment, of a day its beginning; what names no zone is taken as UTC."""
    if not isinstance(when, datetime):
        return datetime.combine(when, time(0), UTC)
    return when if when.tzinfo else when.replace(tzinfo=UTC)


def tied(promises: Sequence[Promise], roots: Mapping[str, str]) -> dict[int, list[Promise]]:
    """For each announcement the others of the same thing, by other voices or anew; a reprint announces nothing anew."""
    groups: dict[int, list[Promise]] = {}
    for place, one in enumerate(promises):
        root = roots[one.reading.report.id]
        groups[place] = [o for o in promises if roots[o.reading.report.id] != root and one.is_same_thing(o)]
    return groups
