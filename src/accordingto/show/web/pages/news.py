"""What is new in a case and what waits in it: reports that came in lately, and finds that nobody has looked over."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime

from accordingto.show.finds import find_heading, find_question, why_queued
from accordingto.show.phrases import both_zones, capital, counted
from accordingto.show.web.deciding import review_address
from accordingto.show.web.desk import Desk
from accordingto.show.web.pages.parts import ReportLine, report_line
from accordingto.terms.reports import Report

NEWEST = 200  # reports that are looked through for what came in since a moment
NEW_SHOWN, WAITING_SHOWN = 8, 5


@dataclass(frozen=True, slots=True)
class News:
    """The reports that came in last, the newest first; `words` say which these are.

    `moment` is when the case last changed: who comes back with it as `since` sees what is new from now on.
    """

    words: str
    reports: tuple[ReportLine, ...]
    moment: str


@dataclass(frozen=True, slots=True)
class WaitingFind:
    """A find that nobody has looked over: what it is, why it comes first, and where to decide."""

    words: str
    why: str
    href: str


@dataclass(frozen=True, slots=True)
class Waiting:
    """How much waits for review, and what comes first."""

    words: str
    finds: tuple[WaitingFind, ...]


def news(desk: Desk, newest: Sequence[Report], total: int, since: datetime | None) -> News:
    """What came in since a moment, else the last few. `newest` are the last reports to come in, the newest first."""
    at = desk.case.changed_at()
    came_in = {one.report_id: one.came_in for one in desk.case.arrivals([report.id for report in newest])}
    fresh = [one for one in newest if since is None or (one.id in came_in and came_in[one.id] > since)]
    shown = fresh[:NEW_SHOWN] if since is None else fresh
    last = both_zones(max(came_in.values())) if came_in else ""
    words = _since_words(len(fresh), len(newest), since) if since else _last_words(len(shown), total, last)
    return News(words, tuple(report_line(report) for report in shown), at.isoformat() if at else "")


def _since_words(fresh: int, looked: int, since: datetime) -> str:
    least = "at least " if fresh == looked == NEWEST else ""
    return f"{least}{counted(fresh, 'report')} came in after {both_zones(since)}".capitalize()


def _last_words(shown: int, total: int, last: str) -> str:
    return (
        f"The last {shown} to come in of {counted(total, 'report')}; the newest came in {last}" if shown else "None yet"
    )


def waiting(desk: Desk) -> Waiting:
    """The finds that people should look over first."""
    queue = desk.queue
    told = (
        WaitingFind(
            find_heading(one.find),
            f"{find_question(one.find)} {capital(why_queued(one))}.",
            review_address(item=one.find.item.id),
        )
        for one in queue.items[:WAITING_SHOWN]
    )
    return Waiting(f"{counted(queue.total, 'find')} that nobody has looked over", tuple(told))
