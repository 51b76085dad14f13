"""Followups: passages of later reports that tell what became of an announced thing, by what they are about and where."""

import re
from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import UTC, date, datetime, timedelta, tzinfo

from accordingto.reconcile.assertions import people_named
from accordingto.reconcile.courses import course_of, is_denial, topics_of
from accordingto.reconcile.days import as_of, told_days
from accordingto.reconcile.hours import read_hour
from accordingto.reconcile.parties import parties_named
from accordingto.reconcile.promises import Promise, deed_topics, moment, stems
from accordingto.reconcile.scenes import Scenes
from accordingto.reconcile.tellings import SENTENCE
from accordingto.reconcile.voices import Voices
from accordingto.terms.events import Event, EventType, Status
from accordingto.terms.findings import OutcomeKind, Side
from accordingto.terms.readings import Reading
from accordingto.terms.spans import Anchor

SHARED_STEMS = 2  # words in common that make news of what no list of topics knows: "schools" and "reopen"
ANYTHING = ""  # the topic of news that is matched by its words alone


@dataclass(frozen=True, slots=True)
class Followup:
    """A passage that tells how something went, whose it is, when it was printed and of which hour it tells."""

    kind: OutcomeKind
    side: Side
    voice: str
    own: bool  # the outlet's own words
    published: date | datetime
    people: frozenset[str]
    doers: frozenset[str]
    stems: frozenset[str]
    denies: bool
    hour: float | None
    day: date | None

    def moment_in(self, zone: tzinfo | None) -> datetime | None:
        """When it went so: the hour it tells of in the zone of what was due, else when it was printed, if by a clock."""
        if self.hour is not None and self.day is not None:
            midnight = datetime(self.day.year, self.day.month, self.day.day, tzinfo=zone or UTC)
            return midnight + timedelta(hours=self.hour)
        return moment(self.published) if isinstance(self.published, datetime) else None


News = Mapping[tuple[str, str], Sequence[Followup]]


def find_news(case: Sequence[Reading], promises: Sequence[Promise], voices: Voices, scenes: Scenes) -> News:
    """Every passage that says how something announced went, by its topic and place, in order of publication."""
    wanted = frozenset(topic for promise in promises for topic in promise.topics or {ANYTHING})
    first = min((promise.said for promise in promises if promise.said), default=None)
    news: defaultdict[tuple[str, str], list[Followup]] = defaultdict(list)
    for reading in case:
        when = as_of(reading.report)
        if first and when and moment(when) + timedelta(days=1) > first:
            for topics, words, found in _told(reading, when, wanted, voices):
                for place in scenes.scene(reading, words).places:
                    for topic in topics:
                        news[topic, place].append(found)
    return {key: sorted(found, key=told) for key, found in news.items()}


def told(found: Followup) -> tuple[datetime, str, int]:
    """The order of news: by publication, then as it stands in the report."""
    return moment(found.published), found.side.report_id, found.side.anchor.start


def _told(
    reading: Reading, when: date | datetime, wanted: frozenset[str], voices: Voices
) -> Iterator[tuple[frozenset[str], str, Followup]]:
    by_start = sorted((event.trigger.start, number) for number, event in enumerate(reading.events))
    for sentence in SENTENCE.finditer(reading.report.body):
        words = sentence.group()
        events = [reading.events[n] for start, n in by_start if sentence.start() <= start < sentence.end()]
        kind = course_of(words) or _course_of_events(events)
        if kind is None:
            continue
        topics = topics_of(words) | frozenset(topic for event in events for topic in deed_topics(event))
        if topics := (topics | {ANYTHING}) & wanted:
            yield topics, words, _followup(reading, sentence, kind, when, events, voices)


def _course_of_events(events: Sequence[Event]) -> OutcomeKind | None:
    """What the deeds of a sentence tell where no word of it says how it went: "the wounded were bused to Tel Soda"."""
    for event in events:
        if deed_topics(event) and event.type is not EventType.AGREE and event.status in _OF_STATUS:
            return _OF_STATUS[event.status]
    return None


_OF_STATUS = {
    Status.OCCURRED: OutcomeKind.KEPT,
    Status.ONGOING: OutcomeKind.BEGUN,
    Status.DENIED: OutcomeKind.BROKEN,
}


def _followup(
    reading: Reading,
    sentence: re.Match[str],
    kind: OutcomeKind,
    when: date | datetime,
    events: Sequence[Event],
    voices: Voices,
) -> Followup:
    report, words = reading.report, sentence.group()
    left = sentence.start() + len(words) - len(words.lstrip())
    anchor = Anchor.at(report.id, report.body, (left, left + len(words.strip())))
    carrier = next((n for n, s in enumerate(reading.statements) if s.content.touches(anchor)), None)
    voice = voices.voice(report.id, carrier)
    hour = read_hour(words)
    actors = " and ".join(a.exact for event in events if deed_topics(event) for a in event.actor)
    return Followup(
        kind,
        Side(report.id, anchor, voice.chain, when),
        voice.key,
        carrier is None,
        when,
        people_named(words),
        parties_named(actors, voices.homes[report.id]) if actors else frozenset(),
        stems(words),
        is_denial(words),
        hour[0].first if hour and hour[0].exact else None,
        _day(events, report.day),
    )


def _day(events: Sequence[Event], printed: date | None) -> date | None:
    """The one day that the sentence's deeds are dated, else the day of the report."""
    days = [found for event in events if (found := told_days(event.date)) and found.length == 1]
    return days[0].first if days else printed


def news_of(promise: Promise, news: News, roots: Mapping[str, str]) -> list[Followup]:
    """What is told of one promise later, by reports that are no copies of the one that passes it on."""
    heard: dict[Anchor, Followup] = {}
    for topic in promise.topics or {ANYTHING}:
        for place in promise.places:
            heard.update((found.side.anchor, found) for found in news.get((topic, place), ()))
    root = roots[promise.reading.report.id]
    later = (f for f in heard.values() if roots[f.side.report_id] != root and promise.is_followed_by(f.published))
    return _once(sorted((f for f in later if _is_of(promise, f)), key=told), roots)


def _is_of(promise: Promise, found: Followup) -> bool:
    if not promise.concerns(found.people, found.doers):
        return False
    return bool(promise.topics) or len(promise.stems & found.stems) >= SHARED_STEMS


def _once(later: Sequence[Followup], roots: Mapping[str, str]) -> list[Followup]:
    """A sentence that a copy prints again is no second piece of news."""
    first: dict[tuple[str, str], Followup] = {}
    for found in later:
        first.setdefault((roots[found.side.report_id], " ".join(found.side.anchor.exact.casefold().split())), found)
    return list(first.values())
