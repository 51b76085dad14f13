"""Outcomes: what became of each announcement, told from later reports; the clock is an argument."""

import re
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import UTC, date, datetime, time, timedelta
from itertools import product

from accordingto.reconcile.days import as_of
from accordingto.reconcile.families import find_families, listen
from accordingto.reconcile.lexicons import load_lexicon
from accordingto.reconcile.scenes import Scenes
from accordingto.reconcile.tellings import SENTENCE
from accordingto.reconcile.voices import Voices, within_sentence
from accordingto.terms.commitments import Commitment
from accordingto.terms.findings import Copy, Outcome, OutcomeKind, Side
from accordingto.terms.readings import Reading
from accordingto.terms.spans import Anchor
from accordingto.terms.times import day_words

NOON = timedelta(hours=12)  # of what is dated by its day alone: later than what was announced that morning
FOLLOWED = timedelta(days=10)  # later news of "the evacuation" may well be of another one
_KINDS = {
    "begun": OutcomeKind.BEGUN,
    "kept": OutcomeKind.KEPT,
    "delayed": OutcomeKind.DELAYED,
    "broken": OutcomeKind.BROKEN,
}
GOOD = frozenset({OutcomeKind.KEPT, OutcomeKind.BEGUN})

_WORDS = load_lexicon("outcomes")


def _pattern(phrases: Iterable[str]) -> re.Pattern[str]:
    return re.compile(
        rf"\b(?:{'|'.join(re.escape(p) for p in sorted(phrases, key=len, reverse=True))})\b", re.IGNORECASE
    )


_CUES = {kind: _pattern(_WORDS[name]["words"]) for name, kind in _KINDS.items()}
_TOPICS = {topic: _pattern(words) for topic, words in _WORDS["topics"].items()}


@dataclass(frozen=True, slots=True)
class News:
    """A passage that tells how something went, with what sort of thing it is about and where."""

    kind: OutcomeKind
    side: Side
    topics: frozenset[str]
    places: frozenset[str]

    @property
    def told(self) -> date | datetime:
        return self.side.as_of or date.min


@dataclass(frozen=True, slots=True)
class Coming:
    """An announcement by its number, when it was said and is due, what sort of thing it is about and where."""

    number: int
    what: Anchor
    said: date | datetime | None
    due: date | datetime | None
    topics: frozenset[str]
    places: frozenset[str]


@dataclass(frozen=True, slots=True)
class Dues:
    """What one report announces, and its news of what others announced. `root` is the report that its text is from."""

    report_id: str
    root: str
    comings: tuple[Coming, ...]
    news: tuple[News, ...]


def follow_commitments(
    readings: Sequence[Reading], copies: Sequence[Copy] = (), *, now: datetime | None = None
) -> tuple[Outcome, ...]:
    """One outcome for each announcement, in order of report and announcement. Without `now` nothing is overdue."""
    by_id = {reading.report.id: reading for reading in readings}
    dues: list[Dues] = []
    for family in set(find_families(by_id, copies).values()):
        told = [by_id[name] for name in sorted(family)]
        voices, scenes = listen(told, copies)
        dues += [find_dues(reading, voices.root(reading.report.id), voices, scenes) for reading in told]
    return follow_dues(dues, now=now)


def find_dues(reading: Reading, root: str, voices: Voices, scenes: Scenes) -> Dues:
    """What a report announces, and every passage of it that says how something went."""
    comings = tuple(_coming(reading, number, scenes) for number in range(len(reading.announcements)))
    return Dues(reading.report.id, root, comings, tuple(_news(reading, voices, scenes)))


def follow_dues(dues: Iterable[Dues], *, now: datetime | None = None) -> tuple[Outcome, ...]:
    """One outcome for each announcement, in order of report and announcement. Without `now` nothing is overdue."""
    case = sorted(dues, key=lambda one: one.report_id)
    heard: defaultdict[tuple[str, str], list[tuple[str, News]]] = defaultdict(list)
    for due in case:
        for news in due.news:
            for topic, place in product(news.topics, news.places):
                heard[topic, place].append((due.root, news))
    found = [(due, coming, _outcome(due, coming, heard, now)) for due in case for coming in due.comings]
    return _as_first_announced(found)


Found = tuple[Dues, Coming, Outcome]
_Heard = Mapping[tuple[str, str], Sequence[tuple[str, News]]]
"""News with the root of its report, by topic and place."""


def _as_first_announced(outcomes: Sequence[Found]) -> tuple[Outcome, ...]:
    """A reprint announces nothing anew: what it repeats is judged as of the report that printed it first."""
    first: dict[tuple[str, str], Outcome] = {}
    for due, coming, outcome in sorted(outcomes, key=_printed):
        first.setdefault(_wording(due, coming), outcome)
    of_first = ((outcome, first[_wording(due, coming)]) for due, coming, outcome in outcomes)
    return tuple(replace(f, report_id=o.report_id, announcement=o.announcement, what=o.what) for o, f in of_first)


def _printed(found: Found) -> tuple[bool, datetime, str, int]:
    due, coming, _ = found
    latest = datetime.max.replace(tzinfo=UTC)
    return due.root != due.report_id, _moment(coming.said) if coming.said else latest, due.report_id, coming.number


def _wording(due: Dues, coming: Coming) -> tuple[str, str]:
    return due.root, " ".join(coming.what.exact.casefold().split())


def _news(reading: Reading, voices: Voices, scenes: Scenes) -> Iterator[News]:
    """Every passage that says how something went."""
    when = as_of(reading.report)
    for sentence in SENTENCE.finditer(reading.report.body) if when else ():
        topics = topics_of(sentence.group())
        if topics and (kind := _course(sentence.group())):
            places = scenes.scene(reading, sentence.group()).places
            yield News(kind, _side(reading, sentence, voices), topics, places)


def topics_of(words: str) -> frozenset[str]:
    """What sort of thing some words are about: an evacuation, a truce, talks."""
    return frozenset(topic for topic, pattern in _TOPICS.items() if pattern.search(words))


def _course(words: str) -> OutcomeKind | None:
    return next((kind for kind, pattern in _CUES.items() if pattern.search(words)), None)


def _side(reading: Reading, sentence: re.Match[str], voices: Voices) -> Side:
    report, body = reading.report, reading.report.body
    left = sentence.start() + len(sentence.group()) - len(sentence.group().lstrip())
    anchor = Anchor.at(report.id, body, (left, left + len(sentence.group().strip())))
    carriers = (n for n, s in enumerate(reading.statements) if s.content.touches(anchor))
    voice = voices.voice(report.id, next(carriers, None))
    return Side(report.id, anchor, voice.chain, as_of(report))


def _told(news: News) -> tuple[datetime, str, int]:
    return _moment(news.told), news.side.report_id, news.side.anchor.start


def _coming(reading: Reading, number: int, scenes: Scenes) -> Coming:
    coming = reading.announcements[number]
    words = _context(reading, coming)
    due = coming.due_at or coming.due_day
    places = scenes.scene(reading, words).places
    return Coming(number, coming.what, as_of(reading.report), due, topics_of(words), places)


def _context(reading: Reading, coming: Commitment) -> str:
    """What is announced, with the statement that announces it: "buses will start" is about "the evacuation" there."""
    known = coming.statement is not None and coming.statement < len(reading.statements)
    carrier = reading.statements[coming.statement].content.exact if known and coming.statement is not None else ""
    return f"{coming.what.exact} {carrier}"


def _outcome(due: Dues, coming: Coming, heard: _Heard, now: datetime | None) -> Outcome:
    keys = product(coming.topics, coming.places)
    others = {n.side.anchor: n for key in keys for root, n in heard.get(key, ()) if root != due.root}
    later = sorted((news for news in others.values() if _is_later(coming, news)), key=_told)
    kind, why = _judged(coming, later, now)
    late = _hours_late(coming, later) if kind in GOOD else None
    return Outcome(due.report_id, coming.number, coming.what, kind, tuple(n.side for n in later), late, why)


def _is_later(coming: Coming, news: News) -> bool:
    """Told after the announcement, and not weeks after it was due."""
    if coming.said is None:
        return False
    told, said = _moment(news.told), _moment(coming.said)
    if isinstance(coming.said, datetime) and not isinstance(news.told, datetime):
        told += NOON
    due = _moment(coming.due) if coming.due else said
    return said < told <= max(due, said) + FOLLOWED


def _judged(coming: Coming, later: Sequence[News], now: datetime | None) -> tuple[OutcomeKind, str]:
    if not later:
        return _silence(coming, now)
    last = [e for e in later if _moment(e.told) == _moment(later[-1].told)]
    kinds = {evidence.kind for evidence in last}
    if kinds & GOOD and kinds - GOOD and len({e.side.chain[0] for e in last}) > 1:
        return OutcomeKind.DISPUTED, f"of one day, {_quoted(last, GOOD)}, but {_quoted(last, frozenset(kinds - GOOD))}"
    kind = max(last, key=lambda e: (_ORDER.index(e.kind), _told(e))).kind
    return kind, f"told last on {_clock(later[-1].told)}: {_quoted(last, frozenset({kind}))}"


def _silence(coming: Coming, now: datetime | None) -> tuple[OutcomeKind, str]:
    if now and coming.due and _moment(now) > _end(coming.due):
        return (
            OutcomeKind.OVERDUE,
            f"due {_clock(coming.due)}, and no report of the case tells of it",
        )
    return OutcomeKind.WAITING, "no later report of the case tells of it"


def _end(due: date | datetime) -> datetime:
    return _moment(due) if isinstance(due, datetime) else _moment(due) + timedelta(days=1)


def _clock(when: date | datetime | None) -> str:
    """A day as it is, a moment by the clock that everybody shares."""
    return day_words(when.astimezone(UTC) if isinstance(when, datetime) else when)


_ORDER = (OutcomeKind.DELAYED, OutcomeKind.BROKEN, OutcomeKind.BEGUN, OutcomeKind.KEPT)


def _quoted(evidence: Iterable[News], kinds: frozenset[OutcomeKind]) -> str:
    first = next(e for e in evidence if e.kind in kinds)
    return f"{within_sentence(first.side.chain[0])} says “{first.side.anchor.exact}”"


def _hours_late(coming: Coming, later: Sequence[News]) -> float | None:
    """From the due moment to the first report of it; None where either gives no clock time."""
    first = next((e.told for e in later if e.kind in GOOD), None)
    if not isinstance(coming.due, datetime) or not isinstance(first, datetime):
        return None
    return round((_moment(first) - _moment(coming.due)).total_seconds() / 3600, 1)


def _moment(when: date | datetime) -> datetime:
    if not isinstance(when, datetime):
        return datetime.combine(when, time(0), UTC)
    return when if when.tzinfo else when.replace(tzinfo=UTC)
