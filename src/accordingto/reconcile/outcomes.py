"""Outcomes: what became of each announcement, told from later reports; the clock is an argument."""

import re
from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import UTC, date, datetime, time, timedelta
from functools import partial

from accordingto.reconcile.copies import copy_roots
from accordingto.reconcile.days import as_of
from accordingto.reconcile.lexicons import load_lexicon
from accordingto.reconcile.scenes import Scenes
from accordingto.reconcile.tellings import SENTENCE
from accordingto.reconcile.voices import Voices, within_sentence
from accordingto.terms.commitments import Commitment
from accordingto.terms.findings import Copy, Outcome, OutcomeKind, Side
from accordingto.terms.readings import Reading
from accordingto.terms.reports import Report
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
class _Evidence:
    """A later passage that tells what became of it."""

    kind: OutcomeKind
    side: Side
    published: date | datetime


def follow_commitments(
    readings: Sequence[Reading], copies: Sequence[Copy] = (), *, now: datetime | None = None
) -> tuple[Outcome, ...]:
    """One outcome for each announcement, in order of report and announcement. Without `now` nothing is overdue."""
    case = sorted({reading.report.id: reading for reading in readings}.values(), key=lambda r: r.report.id)
    scenes, voices = Scenes.of(case), Voices.of(case, copies)
    roots = copy_roots([reading.report.id for reading in case], copies)
    find = partial(_outcome, news=_news(case, voices, scenes), scenes=scenes, roots=roots, now=now)
    found = tuple(find(reading, number) for reading in case for number in range(len(reading.announcements)))
    return _as_first_announced(found, roots, {reading.report.id: reading.report for reading in case})


def _as_first_announced(
    outcomes: Sequence[Outcome], roots: Mapping[str, str], reports: Mapping[str, Report]
) -> tuple[Outcome, ...]:
    """A reprint announces nothing anew: what it repeats is judged as of the report that printed it first."""
    first: dict[tuple[str, str], Outcome] = {}
    for outcome in sorted(outcomes, key=lambda one: _printed(reports[one.report_id], roots)):
        first.setdefault(_wording(outcome, roots), outcome)
    of_first = ((one, first[_wording(one, roots)]) for one in outcomes)
    return tuple(replace(f, report_id=o.report_id, announcement=o.announcement, what=o.what) for o, f in of_first)


def _printed(report: Report, roots: Mapping[str, str]) -> tuple[bool, datetime, str]:
    when = as_of(report)
    latest = datetime.max.replace(tzinfo=UTC)
    return roots[report.id] != report.id, _moment(when) if when else latest, report.id


def _wording(outcome: Outcome, roots: Mapping[str, str]) -> tuple[str, str]:
    return roots[outcome.report_id], " ".join(outcome.what.exact.casefold().split())


_News = Mapping[tuple[str, str], Sequence[_Evidence]]


def _news(case: Sequence[Reading], voices: Voices, scenes: Scenes) -> _News:
    """Every passage that says how something went, by its topic and place, in order of publication."""
    news: defaultdict[tuple[str, str], list[_Evidence]] = defaultdict(list)
    for reading in case:
        for sentence in SENTENCE.finditer(reading.report.body):
            for topic in topics_of(sentence.group()):
                if (kind := _course(sentence.group())) and (found := _evidence(reading, sentence, kind, voices)):
                    for place in scenes.scene(reading, sentence.group()).places:
                        news[topic, place].append(found)
    return {key: sorted(found, key=_told) for key, found in news.items()}


def topics_of(words: str) -> frozenset[str]:
    """What sort of thing some words are about: an evacuation, a truce, talks."""
    return frozenset(topic for topic, pattern in _TOPICS.items() if pattern.search(words))


def _course(words: str) -> OutcomeKind | None:
    return next((kind for kind, pattern in _CUES.items() if pattern.search(words)), None)


def _evidence(reading: Reading, sentence: re.Match[str], kind: OutcomeKind, voices: Voices) -> _Evidence | None:
    report, body = reading.report, reading.report.body
    when = as_of(report)
    left = sentence.start() + len(sentence.group()) - len(sentence.group().lstrip())
    anchor = Anchor.at(report.id, body, (left, left + len(sentence.group().strip())))
    carriers = (n for n, s in enumerate(reading.statements) if s.content.touches(anchor))
    voice = voices.voice(report.id, next(carriers, None))
    return _Evidence(kind, Side(report.id, anchor, voice.chain, when), when) if when else None


def _told(evidence: _Evidence) -> tuple[datetime, str, int]:
    return _moment(evidence.published), evidence.side.report_id, evidence.side.anchor.start


def _outcome(
    reading: Reading, number: int, *, news: _News, scenes: Scenes, roots: Mapping[str, str], now: datetime | None
) -> Outcome:
    coming = reading.announcements[number]
    words = _context(reading, coming)
    places = scenes.scene(reading, words).places
    heard = {e.side.anchor: e for t in topics_of(words) for p in sorted(places) for e in news.get((t, p), ())}
    others = (e for e in heard.values() if roots[e.side.report_id] != roots[reading.report.id])
    later = sorted((e for e in others if _is_later(reading, coming, e)), key=_told)
    kind, why = _judged(coming, later, now)
    late = _hours_late(coming, later) if kind in GOOD else None
    return Outcome(reading.report.id, number, coming.what, kind, tuple(e.side for e in later), late, why)


def _context(reading: Reading, coming: Commitment) -> str:
    """What is announced, with the statement that announces it: "buses will start" is about "the evacuation" there."""
    known = coming.statement is not None and coming.statement < len(reading.statements)
    carrier = reading.statements[coming.statement].content.exact if known and coming.statement is not None else ""
    return f"{coming.what.exact} {carrier}"


def _is_later(reading: Reading, coming: Commitment, evidence: _Evidence) -> bool:
    """Told after the announcement, and not weeks after it was due."""
    told, said = _moment(evidence.published), as_of(reading.report)
    if said is None:
        return False
    if isinstance(said, datetime) and not isinstance(evidence.published, datetime):
        told += NOON
    due = coming.due_at or (_moment(coming.due_day) if coming.due_day else _moment(said))
    return _moment(said) < told <= max(due, _moment(said)) + FOLLOWED


def _judged(coming: Commitment, later: Sequence[_Evidence], now: datetime | None) -> tuple[OutcomeKind, str]:
    if not later:
        return _silence(coming, now)
    last = [e for e in later if _moment(e.published) == _moment(later[-1].published)]
    kinds = {evidence.kind for evidence in last}
    if kinds & GOOD and kinds - GOOD and len({e.side.chain[0] for e in last}) > 1:
        return OutcomeKind.DISPUTED, f"of one day, {_quoted(last, GOOD)}, but {_quoted(last, frozenset(kinds - GOOD))}"
    kind = max(last, key=lambda e: (_ORDER.index(e.kind), _told(e))).kind
    return kind, f"told last on {_clock(later[-1].published)}: {_quoted(last, frozenset({kind}))}"


def _silence(coming: Commitment, now: datetime | None) -> tuple[OutcomeKind, str]:
    due = coming.due_at or (_moment(coming.due_day) + timedelta(days=1) if coming.due_day else None)
    if now and due and _moment(now) > due:
        return (
            OutcomeKind.OVERDUE,
            f"due {_clock(coming.due_at or coming.due_day)}, and no report of the case tells of it",
        )
    return OutcomeKind.WAITING, "no later report of the case tells of it"


def _clock(when: date | datetime | None) -> str:
    """A day as it is, a moment by the clock that everybody shares."""
    return day_words(when.astimezone(UTC) if isinstance(when, datetime) else when)


_ORDER = (OutcomeKind.DELAYED, OutcomeKind.BROKEN, OutcomeKind.BEGUN, OutcomeKind.KEPT)


def _quoted(evidence: Iterable[_Evidence], kinds: frozenset[OutcomeKind]) -> str:
    first = next(e for e in evidence if e.kind in kinds)
    return f"{within_sentence(first.side.chain[0])} says “{first.side.anchor.exact}”"


def _hours_late(coming: Commitment, later: Sequence[_Evidence]) -> float | None:
    """From the due moment to the first report of it; None where either gives no clock time."""
    first = next((e.published for e in later if e.kind in GOOD), None)
    if not coming.due_at or not isinstance(first, datetime):
        return None
    return round((_moment(first) - _moment(coming.due_at)).total_seconds() / 3600, 1)


def _moment(when: date | datetime) -> datetime:
    if not isinstance(when, datetime):
        return datetime.combine(when, time(0), UTC)
    return when if when.tzinfo else when.replace(tzinfo=UTC)
