"""Summaries in the record: one row an incident, kept up with it (record/lists.py asks them)."""

from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from typing import Any

from sqlalchemy import Connection, select

from accordingto.record.reports import batches
from accordingto.record.statements import find_rows
from accordingto.record.tables import compared, events, places, summaries
from accordingto.terms.events import EventType
from accordingto.terms.findings import About, IncidentFindings
from accordingto.terms.incidents import Account, Incident
from accordingto.terms.summaries import NO_DAY, Pin, Summary, ends

MOST_REPORTS = 9_999_999  # of one incident; ranks count down from it
IN_SHORT = (
    *("incident", "type", "mode", "date", "place", "main"),
    *("reports", "origins", "side", "disputed", "lon", "lat", "prec", "spot"),
)
APART = "\x01"  # between the parts of an order: it comes before every letter of a report


def summary_rows(record: Connection, kept: Collection[IncidentFindings]) -> list[dict[str, Any]]:
    """The rows of these incidents, whose accounts the record knows."""
    pins = find_pins(record, [found.incident for found in kept])
    return [_row(Summary.of(found, pins.get(found.incident.id))) for found in kept]


def renew_summary(record: Connection, incident: Incident) -> None:
    """The row of an incident whose accounts are what they were, and which is known in other words."""
    row = record.execute(select(summaries).where(summaries.c.incident == incident.id)).one_or_none()
    if row is None:
        return
    pin = None if row.prec is None else Pin(row.lon, row.lat, row.prec, row.spot)
    told = Summary.of(IncidentFindings(incident, (), (), (), ()), pin)
    found = {name: getattr(row, name) for name in ("origins", "side", "disputed", "contested")}
    record.execute(summaries.update().where(summaries.c.incident == incident.id).values(_row(told) | found))


def _row(one: Summary) -> dict[str, Any]:
    first, last = ends(one.date)
    pin = one.pin
    return {
        "incident": one.id,
        "name": one.name,
        "type": one.type.value,
        "mode": one.mode,
        "date": one.date,
        "place": one.place,
        "main": one.main,
        "reports": one.reports,
        "origins": one.origins,
        "side": one.side,
        "disputed": "|".join(one.disputed),
        "contested": bool(one.disputed),
        "passing": one.passing,
        "rank": f"{not one.main:d}{MOST_REPORTS - one.reports:07}{one.date or NO_DAY}",
        "dated": dated_key(one),
        "first": first,
        "last": last,
        "folded": (one.place or "").casefold(),
        "lon": pin.lon if pin else None,
        "lat": pin.lat if pin else None,
        "prec": pin.prec if pin else None,
        "spot": pin.name if pin else None,
    }


def dated_key(one: Summary | Incident) -> str:
    """The place of an incident in the order of a case, as words that can be compared."""
    return APART.join((one.date or "9", one.place or "", one.id))


def load_summaries(record: Connection, incident_ids: Collection[str]) -> tuple[Summary, ...]:
    """The summaries of these incidents, in this order."""
    rows = {row[0]: row for row in find_rows(record, summaries.c.incident, incident_ids, IN_SHORT)}
    return tuple(summary_of(rows[name]) for name in incident_ids if name in rows)


def summary_of(row: Sequence[Any]) -> Summary:
    """The summary of the columns `IN_SHORT` of a row."""
    incident, kind, mode, date, place, main, reports, origins, side, disputed, lon, lat, prec, spot = row
    subjects = tuple(About(about) for about in disputed.split("|") if about)
    pin = None if prec is None else Pin(lon, lat, prec, spot)
    known = (mode, date, place, bool(main), reports, origins, side)
    return Summary(incident, EventType(kind), *known, subjects, pin)


def find_pins(record: Connection, kept: Iterable[Incident]) -> dict[str, Pin]:
    """Where each of these incidents is drawn: of the accounts that name its place as it does, else the finest."""
    of_account = {account: one for one in kept for account in one.accounts}
    spots: dict[str, list[tuple[bool, int, str, Pin | None]]] = {}
    for account, place in _places(record, of_account):
        one, spot = of_account[account], place["spot"]
        unnamed, prec = place["anchor"]["exact"] != one.place, place.get("where_prec")
        pin = _pin(spot, prec)
        spots.setdefault(one.id, []).append((unnamed, prec or 9, spot["id"], pin))
    best = {name: min(enumerate(some), key=lambda one: (*one[1][:3], one[0]))[1] for name, some in spots.items()}
    return {name: pin for name, (_, _, _, pin) in best.items() if pin}


def _pin(spot: Mapping[str, Any], prec: int | None) -> Pin | None:
    if prec is None or spot.get("lon") is None or spot.get("lat") is None:
        return None
    return Pin(spot["lon"], spot["lat"], prec, spot["name"])


def _places(record: Connection, wanted: Mapping[Account, Incident]) -> Iterator[tuple[Account, dict[str, Any]]]:
    """The gazetteer's place of each account that has one, in the order of the accounts."""
    spots: dict[Account, tuple[int, int]] = {}
    numbers = {account.event for account in wanted}
    for some in batches({account.report_id for account in wanted}):
        joined = compared.join(events, compared.c.reading == events.c.reading)
        asked = select(compared.c.report, compared.c.reading, events.c.idx, events.c.noun).select_from(joined)
        for row in record.execute(asked.where(compared.c.report.in_(some), events.c.idx.in_(numbers))):
            account, spot = Account(row.report, row.idx), row.noun.get("spot")
            if account in wanted and spot is not None:
                spots[account] = row.reading, spot
    nouns = _nouns(record, set(spots.values()))
    for account in wanted:
        place = nouns.get(spots[account]) if account in spots else None
        if place and place.get("spot"):
            yield account, place


def _nouns(record: Connection, keys: Collection[tuple[int, int]]) -> dict[tuple[int, int], dict[str, Any]]:
    found: dict[tuple[int, int], dict[str, Any]] = {}
    for some in batches({reading for reading, _ in keys}):
        asked = select(places.c.reading, places.c.idx, places.c.noun).where(places.c.reading.in_(some))
        fits = asked.where(places.c.idx.in_({idx for _, idx in keys}))
        found.update(((row.reading, row.idx), row.noun) for row in record.execute(fits))
    return {key: noun for key, noun in found.items() if key in keys}
