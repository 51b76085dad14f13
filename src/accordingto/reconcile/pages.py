"""Pages: what is worked out of one report and looked up again when others come, as text that a ledger can keep."""

import json
from collections.abc import Sequence
from datetime import date, datetime
from functools import lru_cache, partial
from typing import Any, overload

from accordingto.reconcile.assertions import Assertion, Heard, Stand
from accordingto.reconcile.days import Days
from accordingto.reconcile.followups import News
from accordingto.reconcile.names import Name
from accordingto.reconcile.outcomes import Dues
from accordingto.reconcile.promises import Coming, Matter
from accordingto.reconcile.scenes import Scene
from accordingto.reconcile.tellings import Telling
from accordingto.terms.events import Event, EventType, Status
from accordingto.terms.findings import OutcomeKind, Side
from accordingto.terms.incidents import Account
from accordingto.terms.places import Spot
from accordingto.terms.spans import Anchor, Span

READ = 4096  # pages: those of the weeks that reports come from, some 60 MB

_text = partial(json.dumps, ensure_ascii=False, separators=(",", ":"))


def write_tellings(report_id: str, tellings: Sequence[Telling]) -> str:
    """The tellings of one report as text."""
    return _text([report_id, [_telling_row(telling) for telling in tellings]])


@lru_cache(maxsize=READ)
def read_tellings(text: str) -> Sequence[Telling]:
    """The tellings that `write_tellings` wrote; what was read lately is at hand, with all that is remembered of it."""
    return _Tellings(*json.loads(text))


class _Tellings(Sequence[Telling]):
    """The tellings of one report, each made when it is first asked for: a candidate shares one of its several."""

    __slots__ = ("_made", "_report_id", "_rows")

    def __init__(self, report_id: str, rows: list[Any]) -> None:
        self._report_id = report_id
        self._rows = rows
        self._made: list[Telling | None] = [None] * len(rows)

    def __len__(self) -> int:
        return len(self._rows)

    @overload
    def __getitem__(self, index: int) -> Telling: ...

    @overload
    def __getitem__(self, index: slice) -> Sequence[Telling]: ...

    def __getitem__(self, index: int | slice) -> Telling | Sequence[Telling]:
        if isinstance(index, slice):
            return [self[number] for number in range(*index.indices(len(self)))]
        made = self._made[index]
        if made is None:
            made = self._made[index] = _telling(self._report_id, index % len(self), self._rows[index])
        return made


def _telling_row(telling: Telling) -> list[Any]:
    event, days, spot = telling.event, telling.days, telling.spot
    return [
        [event.type, event.mode, _spans(event.trigger), event.status, event.date, event.main],
        _spans(event.place) if event.place else None,
        telling.family,
        [days.first.toordinal(), days.last.toordinal(), days.told] if days else None,
        [sorted(telling.place.keys), sorted(telling.place.sides)],
        sorted(telling.around),
        sorted(telling.parties),
        [spot.id, spot.name, spot.kind, spot.country, spot.admin1, spot.lat, spot.lon, spot.population]
        if spot
        else None,
        sorted(telling.counts),
        sorted(telling.words),
        telling.told_on.toordinal() if telling.told_on else None,
        telling.actors,
        sorted(telling.doers),
    ]


def _telling(report_id: str, index: int, row: list[Any]) -> Telling:
    event, where, family, days, (keys, sides), around, parties, spot, counts, words, told_on, actors, doers = row
    kind, mode, trigger, status, day, main = event
    place = _anchor(report_id, where) if where else None
    return Telling(
        account=Account(report_id, index),
        event=Event(
            EventType(kind), mode, _anchor(report_id, trigger), Status(status), place=place, date=day, main=main
        ),
        family=family,
        days=Days(date.fromordinal(days[0]), date.fromordinal(days[1]), days[2]) if days else None,
        place=Name(frozenset(keys), frozenset(sides)),
        around=frozenset(around),
        parties=frozenset(parties),
        spot=Spot(*spot) if spot else None,
        counts=frozenset((harm, number) for harm, number in counts),
        words=frozenset(words),
        told_on=date.fromordinal(told_on) if told_on else None,
        actors=actors,
        doers=frozenset(doers),
    )


def write_stands(report_id: str, assertions: Sequence[Assertion]) -> str:
    """The assertions of one report as text."""
    return _text([report_id, [_stand_row(assertion) for assertion in assertions]])


def read_stands(text: str) -> tuple[Assertion, ...]:
    """The assertions that `write_stands` wrote."""
    report_id, rows = json.loads(text)
    return tuple(_assertion(report_id, row) for row in rows)


def _stand_row(assertion: Assertion) -> list[Any]:
    scene, heard = assertion.scene, assertion.voice
    where = [sorted(scene.places), scene.day.toordinal() if scene.day else None]
    side = _side_row(assertion.side)
    return [assertion.stand, [heard.key, heard.called], side, where, sorted(assertion.people), assertion.words]


def _assertion(report_id: str, row: list[Any]) -> Assertion:
    stand, heard, side, (places, day), people, words = row
    scene = Scene(frozenset(places), date.fromordinal(day) if day else None)
    return Assertion(Stand(stand), Heard(*heard), _side(report_id, side), scene, frozenset(people), words)


def write_dues(dues: Dues) -> str:
    """The announcements of one report, and its news of others', as text."""
    rows = [_coming_row(coming) for coming in dues.comings], [_news_row(news) for news in dues.news]
    return _text([dues.report_id, dues.root, *rows])


def read_dues(text: str) -> Dues:
    """What `write_dues` wrote."""
    report_id, root, comings, news = json.loads(text)
    announced = tuple(_coming(report_id, row) for row in comings)
    return Dues(report_id, root, announced, tuple(_news(report_id, row) for row in news))


def _news_row(news: News) -> list[Any]:
    told = [news.voice, news.own, news.denies, _when_row(news.day), news.hour]
    return [news.kind, _side_row(news.side), *told, _matter_row(news.matter)]


def _news(report_id: str, row: list[Any]) -> News:
    kind, side, voice, own, denies, day, hour, matter = row
    told = date.fromisoformat(day) if day else None
    return News(OutcomeKind(kind), _side(report_id, side), voice, own, denies, told, hour, _matter(matter))


def _coming_row(coming: Coming) -> list[Any]:
    said = [coming.voice, coming.called, coming.own]
    return [coming.number, _side_row(coming.side), _when_row(coming.due), *said, _matter_row(coming.matter)]


def _coming(report_id: str, row: list[Any]) -> Coming:
    number, side, due, voice, called, own, matter = row
    return Coming(number, _side(report_id, side), _when(due), voice, called, own, _matter(matter))


def _matter_row(matter: Matter) -> list[list[str]]:
    return [sorted(m) for m in (matter.topics, matter.places, matter.people, matter.doers, matter.stems)]


def _matter(row: list[list[str]]) -> Matter:
    return Matter(*(frozenset(names) for names in row))


def _side_row(side: Side) -> list[Any]:
    return [_spans(side.anchor), side.chain, _when_row(side.as_of)]


def _side(report_id: str, row: list[Any]) -> Side:
    anchor, chain, as_of = row
    return Side(report_id, _anchor(report_id, anchor), tuple(chain), _when(as_of))


def _spans(anchor: Anchor) -> list[Any]:
    return [[[span.start, span.end] for span in anchor.spans], anchor.exact]


def _anchor(report_id: str, row: list[Any]) -> Anchor:
    spans, exact = row
    return Anchor(report_id, tuple(Span(start, end) for start, end in spans), exact)


def _when_row(when: date | datetime | None) -> str | None:
    return when.isoformat() if when else None


def _when(text: str | None) -> date | datetime | None:
    if text is None:
        return None
    return datetime.fromisoformat(text) if "T" in text else date.fromisoformat(text)
