"""Following: what became of each announcement, kept up while reports come and go; only what news touches is told anew.

News is looked up by topic, place and a stretch of days, as `reconcile/outcomes.py` matches it; the clock comes in when
somebody asks.
"""

from collections import defaultdict
from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from datetime import UTC, date, datetime, timedelta
from enum import IntEnum
from itertools import product
from typing import Protocol

from accordingto.reconcile.followups import ANYTHING
from accordingto.reconcile.keys import key_of, number_of
from accordingto.reconcile.outcomes import Dues, find_prospects, wording_of
from accordingto.reconcile.pages import read_dues
from accordingto.reconcile.promises import FOLLOWED, Coming, Matter, later_by, moment
from accordingto.terms.prospects import Prospect, printing, promise_id
from accordingto.terms.readings import Reading

A_DAY = timedelta(days=1)  # for zones, and for days without an hour
STRETCH = timedelta(days=16)  # looked up together: more than FOLLOWED, so that what is near is here or in the next
MOST = 200  # stretches: what is due later than in nine years is looked up without regard to days
AT_ONCE = 200  # reports followed together
DUES = "dues"  # the kind of page that announcements and news are kept under


class Role(IntEnum):
    """Why a report is found under a topic, a place and some days."""

    TELLS = 1
    AWAITS = 2
    SAYS = 3


MEETS = {Role.TELLS: Role.AWAITS, Role.SAYS: Role.SAYS}  # what may be told otherwise when such a hint comes or goes
ASKS = {Role.AWAITS: Role.TELLS, Role.SAYS: Role.SAYS}  # what an announcement looks for
Hint = tuple[Role, int]


class Followed(Protocol):
    """What following asks of a record."""

    def pages(self, kind: str, reports: Collection[int]) -> Mapping[int, str]:
        """What is kept of each of these reports under a kind."""

    def readings(self, report_ids: Collection[str]) -> Mapping[str, Reading]:
        """The readings of these reports that are compared."""

    def bearers(self, hints: Collection[Hint]) -> Collection[int]:
        """The reports that bear one of these hints."""

    def hints(self, reports: Collection[int]) -> Collection[Hint]:
        """What these reports bear."""

    def keep_hints(self, borne: Mapping[int, Collection[Hint]]) -> None:
        """Each of these reports bears these and no others."""

    def wordings(self, reports: Collection[int]) -> Collection[str]:
        """In what wordings these reports announce something, by the prospects that are kept."""

    def worded(self, wordings: Collection[str]) -> Collection[int]:
        """The reports that announce something in these wordings, by the prospects that are kept."""

    def keep_prospects(self, gone: Collection[int], kept: Mapping[int, Collection[Prospect]]) -> None:
        """These are prospects of these reports, each in place of what was known; of those gone there are no others."""


def follow_all(record: Followed, moved: Iterable[int]) -> None:
    """The prospects are those of the pages as they are now: the pages of these reports have changed, come or gone."""
    left = sorted(moved)
    for start in range(0, len(left), AT_ONCE):
        _follow(record, left[start : start + AT_ONCE])


def _follow(record: Followed, moved: Sequence[int]) -> None:
    own = _dues(record, moved)
    borne = {number: _hints(own[number]) if number in own else set[Hint]() for number in moved}
    met = _opposite(MEETS, set(record.hints(moved)).union(*borne.values()))
    before = record.wordings(moved)
    record.keep_hints(borne)
    touched = _more(record, own, record.bearers(met))
    wordings = {*before, *(wording_of(due, coming) for due in touched.values() for coming in due.comings)}
    if not wordings:
        return
    told = _more(record, touched, record.worded(wordings))
    asked = _opposite(ASKS, {hint for due in told.values() for hint in _hints(due)})
    heard = _more(record, told, record.bearers(asked))
    record.keep_prospects(moved, _prospects(record, heard.values(), wordings))


def _dues(record: Followed, numbers: Collection[int]) -> dict[int, Dues]:
    return {number: read_dues(page) for number, page in record.pages(DUES, numbers).items()} if numbers else {}


def _more(record: Followed, known: Mapping[int, Dues], numbers: Collection[int]) -> dict[int, Dues]:
    """What is known, and the pages of these as well."""
    return {**known, **_dues(record, set(numbers) - known.keys())}


def _opposite(roles: Mapping[Role, Role], hints: Iterable[Hint]) -> set[Hint]:
    return {(roles[role], key) for role, key in hints if role in roles}


def _prospects(record: Followed, dues: Iterable[Dues], wordings: Collection[str]) -> dict[int, list[Prospect]]:
    found = list(find_prospects(dues, wordings))
    readings = record.readings({outcome.report_id for outcome, *_ in found})
    kept: defaultdict[int, list[Prospect]] = defaultdict(list)
    for outcome, late_from, why, wording in found:
        reading = readings[outcome.report_id]
        promise = promise_id(reading, outcome.announcement)
        kept[number_of(outcome.report_id)].append(
            Prospect(outcome, late_from, why, wording, promise, printing(reading, outcome.announcement))
        )
    return kept


def _hints(due: Dues) -> set[Hint]:
    """What news of the report is found by, and what its announcements are."""
    told = {(Role.TELLS, key) for news in due.news for key in _keys(news.matter, [_stretch(news.told), None])}
    return told.union(*(_hints_of(coming) for coming in due.comings))


def _hints_of(coming: Coming) -> Iterator[Hint]:
    """An announcement of which nobody knows when it was made is followed by nothing."""
    if coming.said is None:
        return
    for key in _keys(coming.matter, _awaited(coming)):
        yield Role.AWAITS, key
    near = _stretch(coming.said)
    for key in _keys(coming.matter, [near, near + 1]) if coming.matter.topics else ():
        yield Role.SAYS, key


def _awaited(coming: Coming) -> Iterable[int | None]:
    """The stretches in which there may be news of it, or of the same announced earlier or later by others.

    None where these are too many, and any will do.
    """
    assert coming.said is not None
    said = moment(coming.said)
    until = max(moment(coming.due) if coming.due else said, said)
    first, last = _stretch(later_by(said, -FOLLOWED - A_DAY)), _stretch(later_by(until, 2 * FOLLOWED + A_DAY))
    return range(first, last + 1) if last - first < MOST else [None]


def _stretch(when: date | datetime) -> int:
    day = when.astimezone(UTC).date() if isinstance(when, datetime) and when.tzinfo else when
    return day.toordinal() // STRETCH.days


def _keys(matter: Matter, stretches: Iterable[int | None]) -> Iterator[int]:
    topics = matter.topics or {ANYTHING}
    return (key_of("due", topic, place, days) for topic, place, days in product(topics, matter.places, stretches))
