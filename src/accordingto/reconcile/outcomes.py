"""Outcomes: what became of each announcement, told from later reports; the clock is an argument."""

import re
from collections import defaultdict
from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import UTC, date, datetime, timedelta
from itertools import combinations, groupby, product, takewhile

from accordingto.reconcile.courses import GOOD
from accordingto.reconcile.families import find_families, listen
from accordingto.reconcile.followups import ANYTHING, News, find_news, in_order
from accordingto.reconcile.promises import Coming, find_comings, moment
from accordingto.reconcile.scenes import Scenes
from accordingto.reconcile.voices import Voices, within_sentence
from accordingto.terms.findings import Copy, Outcome, OutcomeKind
from accordingto.terms.ids import content_id
from accordingto.terms.readings import Reading
from accordingto.terms.times import day_words

ONE_STAGE = timedelta(days=1)  # who says that it broke, and within a day who says that it holds, speak of one state
_ARTICLE = re.compile(r"^(?:the|an?)\s+")
NAMED = 3  # others who announce the same are named up to so many


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
    comings, news = find_comings(reading, voices, scenes), find_news(reading, voices, scenes)
    return Dues(reading.report.id, root, tuple(comings), tuple(news))


def follow_dues(dues: Iterable[Dues], *, now: datetime | None = None) -> tuple[Outcome, ...]:
    """One outcome for each announcement, in order of report and announcement. Without `now` nothing is overdue."""
    followed = list(_follow(dues))
    outcomes = [_outcome(one, now) for one in followed]
    return tuple(_printed_as(one, outcomes[first]) for one, first in _firsts(followed))


def find_prospects(
    dues: Iterable[Dues], wordings: Collection[str]
) -> Iterator[tuple[Outcome, datetime | None, str, str]]:
    """Every announcement in these wordings: its outcome without a clock, when it is late and why, and its wording.

    `dues` are those of all reports that announce it or tell of it.
    """
    followed = list(_follow(dues, wordings))
    outcomes = [_outcome(one, None) for one in followed]
    for one, first in _firsts(followed):
        late_from, why = followed[first].coming.late_from, f"{_late(followed[first].coming)}{_also(followed[first])}"
        yield _printed_as(one, outcomes[first]), late_from, why, wording_of(one.due, one.coming)


def _follow(dues: Iterable[Dues], wordings: Collection[str] | None = None) -> Iterator["_Followed"]:
    """Every announcement, or those in these wordings, with what is told of it; in order of report and announcement."""
    case = sorted(dues, key=lambda one: one.report_id)
    heard: defaultdict[tuple[str, str], list[tuple[str, News]]] = defaultdict(list)
    announced: defaultdict[tuple[str, str], list[tuple[str, Coming]]] = defaultdict(list)
    for due in case:
        for news in due.news:
            for key in product(news.matter.topics, news.matter.places):
                heard[key].append((due.root, news))
        for coming in due.comings:
            for key in product(coming.matter.topics, coming.matter.places):
                announced[key].append((due.root, coming))
    chosen = ((due, one) for due in case for one in due.comings)
    for due, coming in chosen:
        if wordings is None or wording_of(due, coming) in wordings:
            yield _followed(due, coming, heard, announced)


@dataclass(frozen=True, slots=True)
class _Followed:
    """An announcement with what is told of it later, and with the other announcements of the same thing."""

    due: Dues
    coming: Coming
    news: tuple[News, ...]
    others: tuple[Coming, ...]

    @property
    def moves(self) -> tuple[Coming, ...]:
        """Announcements of it for a later time, made while nobody had told that it was kept."""
        kept = min((moment(found.told) for found in self.news if found.kind in GOOD), default=None)
        moved = (other for other in self.others if self.coming.is_moved_to(other))
        return tuple(other for other in moved if kept is None or (other.said and moment(other.said) < kept))


_Heard = Mapping[tuple[str, str], Sequence[tuple[str, News]]]
"""News with the root of its report, by topic and place."""
_Announced = Mapping[tuple[str, str], Sequence[tuple[str, Coming]]]


def _followed(due: Dues, coming: Coming, heard: _Heard, announced: _Announced) -> _Followed:
    """What other texts than its own tell of an announcement; a sentence that a copy prints again counts once."""
    keys = sorted(product(coming.matter.topics or {ANYTHING}, coming.matter.places))
    others = {o.side: (root, o) for key in keys for root, o in announced.get(key, ()) if root != due.root}
    # What was announced in several reports is one undertaking: what became of it is the same for all of them.
    one = [(due.root, coming), *((root, o) for root, o in others.values() if coming.is_one_with(o))]
    once: dict[tuple[str, str], News] = {}
    told = (pair for key in keys for pair in heard.get(key, ()))
    for root, news in sorted(told, key=lambda pair: in_order(pair[1])):
        if news.is_of(coming) and any(root != own and news.comes_after(said) for own, said in one):
            once.setdefault((root, " ".join(news.side.anchor.exact.casefold().split())), news)
    same = tuple(other for _, other in others.values() if coming.is_same_thing(other))
    return _Followed(due, coming, tuple(sorted(once.values(), key=in_order)), same)


def _firsts(followed: Sequence[_Followed]) -> Iterator[tuple[_Followed, int]]:
    """Each with the number of the one that first announced it in its wording: a reprint announces nothing anew.

    What it repeats is judged as of the report that printed it first.
    """
    first: dict[str, int] = {}
    for number in sorted(range(len(followed)), key=lambda n: _printed(followed[n])):
        first.setdefault(wording_of(followed[number].due, followed[number].coming), number)
    return ((one, first[wording_of(one.due, one.coming)]) for one in followed)


def _printed_as(one: _Followed, outcome: Outcome) -> Outcome:
    """The outcome as that of an announcement in the same wording."""
    return replace(outcome, report_id=one.due.report_id, announcement=one.coming.number, what=one.coming.side.anchor)


def _printed(followed: _Followed) -> tuple[bool, datetime, str, int]:
    due, coming = followed.due, followed.coming
    latest = datetime.max.replace(tzinfo=UTC)
    return due.root != due.report_id, moment(coming.said) if coming.said else latest, due.report_id, coming.number


def wording_of(due: Dues, coming: Coming) -> str:
    """The same for all that one text, wherever it is printed, announces in the same words."""
    return content_id("wording", due.root, " ".join(coming.side.anchor.exact.casefold().split()))


def _outcome(followed: _Followed, now: datetime | None) -> Outcome:
    coming, later = followed.coming, sorted((*followed.news, *map(_as_news, followed.moves)), key=in_order)
    kind, why = _judged(coming, later, now)
    late = _hours_late(coming, later) if kind in GOOD else None
    sides = tuple(found.side for found in later)
    report_id, what = followed.due.report_id, coming.side.anchor
    return Outcome(report_id, coming.number, what, kind, sides, late, f"{why}{_also(followed)}")


def _as_news(moved: Coming) -> News:
    """An announcement for a later time, as news that the first is put off."""
    return News(OutcomeKind.DELAYED, moved.side, moved.voice, moved.own, False, None, None, moved.matter)


def _also(followed: _Followed) -> str:
    """Who else announces the same, for the same time."""
    mine = followed.coming.voice
    names: dict[str, str] = {}
    for other in followed.others:
        if other.voice != mine and followed.coming.is_one_with(other):
            names.setdefault(_ARTICLE.sub("", other.called.lower()), other.called)
    return f"; announced also by {', '.join(list(names.values())[:NAMED])}" if names else ""


def _judged(coming: Coming, later: Sequence[News], now: datetime | None) -> tuple[OutcomeKind, str]:
    if not later:
        return _silence(coming, now)
    if opposed := _dispute(later):
        good, bad = opposed
        return OutcomeKind.DISPUTED, f"{_quoted(good)}, but {_quoted(bad)}"
    last = [found for found in later if moment(found.told) == moment(later[-1].told)]
    final = max(last, key=lambda found: (_ORDER.index(found.kind), in_order(found)))
    return final.kind, f"told last on {_clock(final.told)}: {_quoted(final)}{_before(later, final)}"


_ORDER = (OutcomeKind.DELAYED, OutcomeKind.BROKEN, OutcomeKind.BEGUN, OutcomeKind.KEPT)


def _dispute(later: Sequence[News]) -> tuple[News, News] | None:
    """Two voices of the last stage of which one says that it was kept, the other that it was not; the kept first."""
    end = moment(later[-1].told)
    stage = [found for found in reversed(later) if end - moment(found.told) <= ONE_STAGE]
    for one, other in combinations(stage, 2):
        if _opposed(one, other):
            return (one, other) if one.kind in GOOD else (other, one)
    return None


def _opposed(one: News, other: News) -> bool:
    if one.voice == other.voice or (one.kind in GOOD) == (other.kind in GOOD):
        return False
    if one.side.report_id == other.side.report_id and (one.own or other.own):
        return False  # an outlet tells how it went on after what it quotes
    at_once = moment(one.told) == moment(other.told)
    # What was late in the morning may have begun by noon; what is said to be broken does not also hold.
    return at_once or one.denies or other.denies or OutcomeKind.BROKEN in (one.kind, other.kind)


def _before(later: Sequence[News], final: News) -> str:
    """The course it took before, where it took one: "begun, delayed"."""
    course = [kind for kind, _ in groupby(found.kind for found in later)]
    return f"; before that it was told as {', '.join(course[:-1])}" if {*course} != {final.kind} else ""


def _silence(coming: Coming, now: datetime | None) -> tuple[OutcomeKind, str]:
    if now and coming.late_from and moment(now) > coming.late_from:
        return OutcomeKind.OVERDUE, _late(coming)
    return OutcomeKind.WAITING, "no later report of the case tells of it"


def _late(coming: Coming) -> str:
    """Why it is overdue, once it is."""
    return f"due {_clock(coming.due)}, and no report of the case tells of it"


def _clock(when: date | datetime | None) -> str:
    """A day as it is, a moment by the clock that everybody shares."""
    return day_words(when.astimezone(UTC) if isinstance(when, datetime) else when)


def _quoted(found: News) -> str:
    return f"{within_sentence(found.side.chain[0])} says “{found.side.anchor.exact}”"


def _hours_late(coming: Coming, later: Iterable[News]) -> float | None:
    """From the due moment to the hour that the first news tells, else to its printing; None without a clock.

    The first since it last went amiss: what was turned back on the day had not been kept then.
    """
    well = list(takewhile(lambda found: found.kind in GOOD, reversed(list(later))))[::-1]
    if not well or not isinstance(coming.due, datetime):
        return None
    first = well[0]
    same = [found for found in well if found.side.report_id == first.side.report_id]
    told = next((found for found in same if found.hour is not None), first)
    kept = told.moment_in(coming.due.tzinfo)
    return round(max(0.0, (kept - moment(coming.due)).total_seconds() / 3600), 1) if kept else None
