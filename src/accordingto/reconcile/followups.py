"""Followups: passages that tell what became of a thing announced elsewhere, by its deed, its place and its time."""

from collections import defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import UTC, date, datetime, timedelta, tzinfo

from accordingto.reconcile.assertions import people_named
from accordingto.reconcile.courses import TRUCE, course_of, courses_of, is_denial, is_open, topics_of
from accordingto.reconcile.days import as_of, told_days
from accordingto.reconcile.hours import read_hour
from accordingto.reconcile.names import CAPITALISED, capitalised_names
from accordingto.reconcile.promises import Coming, Matter, deed_topics, doers_of, moment, stems
from accordingto.reconcile.scenes import Scenes
from accordingto.reconcile.voices import Voices
from accordingto.terms.events import Event, EventType, Status
from accordingto.terms.findings import OutcomeKind, Side
from accordingto.terms.readings import Reading
from accordingto.terms.sentences import find_sentences
from accordingto.terms.spans import Anchor

SHARED_STEMS = 2  # words in common that make news of what no list of topics knows: "schools" and "reopen"
ANYTHING = ""  # the topic under which what no list knows is looked up, by its words and place


@dataclass(frozen=True, slots=True)
class News:
    """A passage that tells how something went, whose it is, what it is about, and of which day and hour it tells."""

    kind: OutcomeKind
    side: Side
    voice: str
    own: bool  # the outlet's own words
    denies: bool
    day: date | None
    hour: float | None
    matter: Matter

    @property
    def told(self) -> date | datetime:
        return self.side.as_of or date.min

    def moment_in(self, zone: tzinfo | None) -> datetime | None:
        """When it went so: the hour it tells of in the zone of what was due, else that of printing, if any."""
        if self.hour is not None and self.day is not None:
            midnight = datetime(self.day.year, self.day.month, self.day.day, tzinfo=zone or UTC)
            return midnight + timedelta(hours=self.hour)
        return moment(self.told) if isinstance(self.told, datetime) else None

    def comes_after(self, coming: Coming) -> bool:
        """Whether it is told, and tells of a time, after the announcement."""
        return coming.is_followed_by(self.told, self.day)

    def is_of(self, coming: Coming) -> bool:
        """Whether it may tell what became of an announcement that shares its topic and place.

        Where its word of how stands by no word of the thing, more of what was announced has to be in it.
        """
        one, other = coming.matter, self.matter
        if not one.concerns(other):
            return False
        words, shared = self.side.anchor.exact, one.stems & other.stems
        telling, same = shared - _names(words), (*(one.people & other.people), *(one.doers & other.doers))
        if not one.topics:
            return len(shared) >= SHARED_STEMS and bool(telling)
        told = {topic for topic, kind in courses_of(words) if kind is self.kind} & one.topics
        if not told:
            return len(telling) + len(same) >= SHARED_STEMS
        # A place has one truce at a time, but many a convoy and assault.
        return TRUCE in told or bool(shared or same or capitalised_names(words) & one.places)


def _names(words: str) -> frozenset[str]:
    """The stems of the names in a sentence, without what only opens it."""
    return frozenset(stem for name in CAPITALISED.finditer(words) if name.start() for stem in stems(name.group()))


def in_order(news: News) -> tuple[datetime, str, int]:
    """The order of news: by publication, then as it stands in the report."""
    return moment(news.told), news.side.report_id, news.side.anchor.start


def find_news(reading: Reading, voices: Voices, scenes: Scenes) -> Iterator[News]:
    """Every passage of a report that says how something went; none of a report that bears no day."""
    if as_of(reading.report) is None:
        return
    starts = [(event.trigger.start, event) for event in reading.events]
    body = reading.report.body
    for first, last in find_sentences(body):
        events = [event for start, event in starts if first <= start < last]
        words, told = body[first:last].strip(), defaultdict[OutcomeKind, set[str]](set)
        for topic, kind in courses_of(words) or _courses_of_events(events, words):
            told[kind].add(topic)
        if anyhow := course_of(words):
            told[anyhow] |= {ANYTHING} | topics_of(words) - {TRUCE, *(topic for topic, _ in courses_of(words))}
        for kind, topics in told.items():
            yield _news(reading, (first, last), kind, frozenset(topics), events, voices, scenes)


def _courses_of_events(events: Sequence[Event], words: str) -> Iterator[tuple[str, OutcomeKind]]:
    """What the deeds of a sentence tell where no word of it says how it went: "the wounded were bused to Tel Soda".

    That there is a truce says nothing of how it is kept.
    """
    for event in events if not is_open(words) else ():
        if event.type is not EventType.AGREE and event.status in _OF_STATUS:
            yield from ((topic, _OF_STATUS[event.status]) for topic in sorted(deed_topics(event) - {TRUCE}))


_OF_STATUS = {
    Status.OCCURRED: OutcomeKind.KEPT,
    Status.ONGOING: OutcomeKind.BEGUN,
    Status.DENIED: OutcomeKind.DELAYED,
}


def _news(
    reading: Reading,
    sentence: tuple[int, int],
    kind: OutcomeKind,
    topics: frozenset[str],
    events: list[Event],
    voices: Voices,
    scenes: Scenes,
) -> News:
    report, (first, last) = reading.report, sentence
    words = report.body[first:last].strip()
    left = report.body.index(words, first)
    anchor = Anchor.at(report.id, report.body, (left, left + len(words)))
    carrier = next((n for n, s in enumerate(reading.statements) if s.content.touches(anchor)), None)
    voice, hour = voices.voice(report.id, carrier), read_hour(words)
    # A report need not know as a place what the announcement's report knows as one.
    places = scenes.scene(reading, words).places | capitalised_names(words)
    doers = doers_of(events, voices.homes[report.id])
    return News(
        kind,
        Side(report.id, anchor, voice.chain, as_of(report)),
        voice.key,
        carrier is None,
        is_denial(words),
        _day(reading, anchor, events),
        hour[0].first if hour and hour[0].exact else None,
        Matter(topics, places, people_named(words), doers, stems(words)),
    )


def _day(reading: Reading, sentence: Anchor, events: Sequence[Event]) -> date | None:
    """The one day that the sentence's deeds are dated, else the last that it names, else the day of the report."""
    days = [found.first for event in events if (found := told_days(event.date)) and found.length == 1]
    named = (time for time in reading.times if time.latest and time.anchor.touches(sentence))
    return max(days or [time.latest for time in named if time.latest], default=reading.report.day)
