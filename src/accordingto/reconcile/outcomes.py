"""Outcomes: what became of each announcement, told from later reports; the clock is an argument."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import UTC, date, datetime, timedelta
from itertools import combinations, groupby

from accordingto.reconcile.copies import copy_roots
from accordingto.reconcile.courses import GOOD
from accordingto.reconcile.days import as_of
from accordingto.reconcile.followups import Followup, find_news, news_of, told
from accordingto.reconcile.promises import Promise, find_promises, moment, tied
from accordingto.reconcile.scenes import Scenes
from accordingto.reconcile.voices import Voices, within_sentence
from accordingto.terms.findings import Copy, Outcome, OutcomeKind, Side
from accordingto.terms.readings import Reading
from accordingto.terms.reports import Report
from accordingto.terms.times import day_words

ONE_STAGE = timedelta(
    days=1
)  # who says within a day that it broke, and who that it holds, speak of one state of things


def follow_commitments(
    readings: Sequence[Reading], copies: Sequence[Copy] = (), *, now: datetime | None = None
) -> tuple[Outcome, ...]:
    """One outcome for each announcement, in order of report and announcement. Without `now` nothing is overdue."""
    case = sorted({reading.report.id: reading for reading in readings}.values(), key=lambda r: r.report.id)
    if not any(reading.announcements for reading in case):
        return ()
    scenes, voices = Scenes.of(case), Voices.of(case, copies)
    roots = copy_roots([reading.report.id for reading in case], copies)
    promises = find_promises(case, voices, scenes)
    news = find_news(case, promises, voices, scenes)
    others = tied(promises, roots)
    own = [news_of(promise, news, roots) for promise in promises]
    followed = [_Followed(one, tuple(own[n]), tuple(others[n])) for n, one in enumerate(promises)]
    found = tuple(_outcome(one, now) for one in followed)
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
    return roots[report.id] != report.id, moment(when) if when else latest, report.id


def _wording(outcome: Outcome, roots: Mapping[str, str]) -> tuple[str, str]:
    return roots[outcome.report_id], " ".join(outcome.what.exact.casefold().split())


@dataclass(frozen=True, slots=True)
class _Followed:
    """A promise with what is told of it later, and with the other announcements of the same thing."""

    promise: Promise
    news: tuple[Followup, ...]
    others: tuple[Promise, ...]

    @property
    def moves(self) -> tuple[Promise, ...]:
        """Announcements of it for a later time, made while nobody had told that it was kept."""
        kept = min((moment(found.published) for found in self.news if found.kind in GOOD), default=None)
        moved = (other for other in self.others if self.promise.is_moved_to(other))
        return tuple(other for other in moved if kept is None or (other.said and other.said < kept))


def _outcome(followed: _Followed, now: datetime | None) -> Outcome:
    promise, later = followed.promise, sorted((*followed.news, *map(_as_news, followed.moves)), key=told)
    kind, why = _judged(promise, later, now)
    late = _hours_late(promise, later) if kind in GOOD else None
    sides = tuple(found.side for found in later)
    also = _also(followed)
    return Outcome(promise.reading.report.id, promise.number, promise.coming.what, kind, sides, late, f"{why}{also}")


def _as_news(moved: Promise) -> Followup:
    """An announcement for a later time, as news that the first is put off."""
    report, what = moved.reading.report, moved.coming.what
    when = as_of(report)
    assert when is not None, "only what has a day can be later than something"
    side = Side(report.id, what, moved.voice.chain, when)
    own = moved.voice.kind != "source"
    kinds = (moved.people, moved.doers, moved.stems)
    return Followup(OutcomeKind.DELAYED, side, moved.voice.key, own, when, *kinds, denies=False, hour=None, day=None)


def _also(followed: _Followed) -> str:
    """Who else announces the same."""
    mine = followed.promise.voice.key
    names = dict.fromkeys(other.voice.called for other in followed.others if other.voice.key != mine)
    return f"; announced also by {', '.join(list(names)[:3])}" if names else ""


def _judged(promise: Promise, later: Sequence[Followup], now: datetime | None) -> tuple[OutcomeKind, str]:
    if not later:
        return _silence(promise, now)
    if opposed := _dispute(later):
        one, other = opposed
        return OutcomeKind.DISPUTED, f"{_quoted(one)}, but {_quoted(other)}"
    last = [found for found in later if moment(found.published) == moment(later[-1].published)]
    final = max(last, key=lambda found: (_ORDER.index(found.kind), told(found)))
    return final.kind, f"told last on {_clock(final.published)}: {_quoted(final)}{_before(later, final.kind)}"


_ORDER = (OutcomeKind.DELAYED, OutcomeKind.BROKEN, OutcomeKind.BEGUN, OutcomeKind.KEPT)


def _dispute(later: Sequence[Followup]) -> tuple[Followup, Followup] | None:
    """Two voices of the last stage of which one says that it was kept, the other that it was not; the kept first."""
    end = moment(later[-1].published)
    stage = [found for found in later if end - moment(found.published) <= ONE_STAGE]
    for one, other in combinations(reversed(stage), 2):
        if _opposed(one, other):
            return (one, other) if one.kind in GOOD else (other, one)
    return None


def _opposed(one: Followup, other: Followup) -> bool:
    if one.voice == other.voice or (one.kind in GOOD) == (other.kind in GOOD):
        return False
    if one.side.report_id == other.side.report_id and (one.own or other.own):
        return False  # an outlet tells how it went on after what it quotes
    at_once = moment(one.published) == moment(other.published)
    # What was late in the morning may have begun by noon; what is said to be broken does not also hold.
    return at_once or one.denies or other.denies or OutcomeKind.BROKEN in (one.kind, other.kind)


def _before(later: Sequence[Followup], kind: OutcomeKind) -> str:
    """The course it took before, where it took one: "begun, delayed"."""
    course = [kind for kind, _ in groupby(found.kind for found in later)]
    return f"; before that it was told as {', '.join(course[:-1])}" if len(course) > 1 and {*course} != {kind} else ""


def _silence(promise: Promise, now: datetime | None) -> tuple[OutcomeKind, str]:
    coming = promise.coming
    if now and promise.due and moment(now) > promise.due:
        when = _clock(coming.due_at or coming.due_day)
        return OutcomeKind.OVERDUE, f"due {when}, and no report of the case tells of it"
    return OutcomeKind.WAITING, "no later report of the case tells of it"


def _clock(when: date | datetime | None) -> str:
    """A day as it is, a moment by the clock that everybody shares."""
    return day_words(when.astimezone(UTC) if isinstance(when, datetime) else when)


def _quoted(found: Followup) -> str:
    return f"{within_sentence(found.side.chain[0])} says “{found.side.anchor.exact}”"


def _hours_late(promise: Promise, later: Iterable[Followup]) -> float | None:
    """From the due moment to the hour that the first news of it tells, else to its printing; None without clock times."""
    first = next((found for found in later if found.kind in GOOD), None)
    due = promise.coming.due_at
    kept = first.moment_in(due.tzinfo) if first and due else None
    return round(max(0.0, (kept - moment(due)).total_seconds() / 3600), 1) if kept and due else None
