"""Readings in the record: added, never changed; the last one chosen of a report is what questions are asked of.

A reading is chosen when it is made, and again when its reader is asked to read what another has read since.
"""

from collections import defaultdict
from collections.abc import Callable, Collection, Iterable, Iterator, Mapping, Sequence
from datetime import datetime
from operator import itemgetter
from typing import Any

from sqlalchemy import (
    ColumnElement,
    Connection,
    Select,
    Table,
    and_,
    func,
    insert,
    or_,
    select,
)

from accordingto.record.asked import keep_asked
from accordingto.record.claims import claim_keys, whole_name
from accordingto.record.moments import held_by
from accordingto.record.questions import fold
from accordingto.record.reports import batches, load_reports_at, report_of_row, seqs_of
from accordingto.record.rows import all_from_json, key_of, to_json
from accordingto.record.search import has_words
from accordingto.record.shelves import Shelf
from accordingto.record.statements import find_rows
from accordingto.record.tables import LISTS, choices, claims, places, readings, reports
from accordingto.terms.attributions import Attribution
from accordingto.terms.blame import Blame
from accordingto.terms.claims import Claim
from accordingto.terms.commitments import Commitment
from accordingto.terms.entities import Entity
from accordingto.terms.events import Event
from accordingto.terms.figures import Figure
from accordingto.terms.places import Place, Spot
from accordingto.terms.readings import ReaderName, Reading
from accordingto.terms.reports import Report
from accordingto.terms.times import TimeMention

OWN_COLUMNS = ("seq", "report", "id", "reader", "version", "settings", "notes")
NOUNS: dict[str, type] = {
    "statements": Attribution,
    "entities": Entity,
    "events": Event,
    "figures": Figure,
    "blame": Blame,
    "announcements": Commitment,
    "places": Place,
    "times": TimeMention,
    "claims": Claim,
}


def unread_reports(record: Connection, reader: ReaderName) -> tuple[tuple[Report, ...], int]:
    """The reports that this reader has not read, in order, and how many it has."""
    read = select(readings.c.report).where(
        readings.c.reader == reader.name,
        readings.c.version == reader.version,
        readings.c.settings == reader.settings,
    )
    rows = record.execute(select(reports).where(reports.c.seq.not_in(read)).order_by(reports.c.seq))
    count = record.execute(select(func.count()).select_from(read.subquery())).scalar_one()
    return tuple(report_of_row(row) for row in rows), count


def unread_size(record: Connection, reader: ReaderName) -> tuple[int, int]:
    """How many reports this reader has not read, and how many characters these have together."""
    read = select(readings.c.report).where(
        readings.c.reader == reader.name,
        readings.c.version == reader.version,
        readings.c.settings == reader.settings,
    )
    size = func.coalesce(func.sum(func.length(reports.c.title) + func.length(reports.c.text)), 0)
    count, characters = record.execute(select(func.count(), size).where(reports.c.seq.not_in(read))).one()
    return count, characters


def keep_readings(record: Connection, found: Iterable[Reading]) -> int:
    """Every one of these readings of the case's reports is in the case, and chosen if new; how many were not before."""
    by_id = {reading.id: reading for reading in found}
    before = seqs_of(record, readings, list(by_id))
    new = {long_id: reading for long_id, reading in by_id.items() if long_id not in before}
    if new:
        _insert(record, new)
    return len(new)


def _insert(record: Connection, new: dict[str, Reading], base: int | None = None) -> None:
    report_seqs = seqs_of(record, reports, [reading.report.id for reading in new.values()])
    rows = [_row(long_id, reading, report_seqs[reading.report.id], base) for long_id, reading in new.items()]
    record.execute(insert(readings), rows)
    seqs = seqs_of(record, readings, list(new))
    record.execute(insert(choices), [{"reading": seqs[long_id]} for long_id in new])
    for table in LISTS:
        items = [row for long_id, reading in new.items() for row in _list_rows(table, reading, seqs[long_id])]
        if items:
            record.execute(insert(table), items)
    keep_asked(record, report_seqs.values())


def choose_corrected(record: Connection, own: Reading, corrected: Reading) -> bool:
    """What people made of a reader's own reading is asked in its place, or the own one again; whether that is new."""
    seqs = seqs_of(record, readings, [own.id, corrected.id])
    if corrected.id not in seqs:
        _insert(record, {corrected.id: corrected}, base=seqs[own.id])
        return True
    report = select(readings.c.report).where(readings.c.id == own.id)
    asked = select(readings.c.seq).where(readings.c.id == corrected.id, readings.c.seq.in_(latest_seqs(of=report)))
    if record.execute(asked).first():
        return False
    record.execute(insert(choices), {"reading": seqs[corrected.id]})
    keep_asked(record, seqs_of(record, reports, [own.report.id]).values())
    return True


def _row(long_id: str, reading: Reading, report_seq: int, base: int | None) -> dict[str, Any]:
    reader = reading.reader
    return {
        "id": long_id,
        "report": report_seq,
        "reader": reader.name,
        "version": reader.version,
        "settings": reader.settings,
        "notes": list(reading.notes),
        "base": base,
    }


def _list_rows(table: Table, reading: Reading, seq: int) -> Iterator[dict[str, Any]]:
    """One row a noun; beside their fields, claims and places have keys made for asking."""
    keys = [column.name for column in table.c if hasattr(NOUNS[table.name], column.name)]
    for idx, noun in enumerate(getattr(reading, table.name)):
        made = _made_keys(reading, noun)
        named = {key: key_of(getattr(noun, key)) for key in keys}
        yield {"reading": seq, "idx": idx, **named, **made, "noun": to_json(noun)}


def _made_keys(reading: Reading, noun: object) -> dict[str, Any]:
    match noun:
        case Claim():
            return claim_keys(reading, noun)
        case Place(spot=Spot() as spot):
            return {"kind": spot.kind, "country": spot.country}
        case Place():
            return {"kind": None, "country": None}
        case _:
            return {}


def choose_readings(record: Connection, reader: ReaderName) -> int:
    """Of every report that this reader has read, its reading is the one that is asked; how many were not before.

    What people made of its reading is still its reading.
    """
    made = select(readings.c.seq, readings.c.report).where(
        readings.c.reader == reader.name,
        readings.c.version == reader.version,
        readings.c.settings == reader.settings,
        readings.c.seq.not_in(own_seqs()),
    )
    again = record.execute(made.order_by(readings.c.seq)).all()
    if again:
        record.execute(insert(choices), [{"reading": row.seq} for row in again])
        keep_asked(record, [row.report for row in again])
    return len(again)


def load_latest_readings(record: Connection, until: datetime | None = None) -> tuple[Reading, ...]:
    """The reading last chosen, or last chosen by then, of every report that was read, in the order of the reports."""
    return tuple(load_readings(record, latest_seqs(until)).values())


Choose = Callable[[Select[tuple[int]]], Select[tuple[int]]]
"""Of the reports that a question finds, the readings that are meant, as a question."""


def load_readings_of(record: Connection, report_ids: Collection[str], choose: Choose) -> dict[str, Reading]:
    """Those readings of these reports that are chosen, by the id of the report."""
    found: dict[str, Reading] = {}
    for some in batches(report_ids):
        chosen = choose(select(reports.c.seq).where(reports.c.id.in_(some)))
        found.update((reading.report.id, reading) for reading in load_readings(record, chosen).values())
    return found


def own_seqs(until: datetime | None = None, of: Select[tuple[int]] | None = None) -> Select[tuple[int]]:
    """The `seq` of the reader's own reading of each report, or of these, as a question within a question."""
    chosen = readings.c.seq.in_(latest_seqs(until, of))
    return select(func.coalesce(readings.c.base, readings.c.seq)).where(chosen)


def latest_seqs(until: datetime | None = None, of: Select[tuple[int]] | None = None) -> Select[tuple[int]]:
    """The `seq` of the reading last chosen of each report, or of these, as a question within a question."""
    chosen = choices.join(readings, choices.c.reading == readings.c.seq)
    by_then = select(func.max(choices.c.seq)).select_from(chosen).where(held_by(choices, until))
    of_these = by_then if of is None else by_then.where(readings.c.report.in_(of))
    return select(choices.c.reading).where(choices.c.seq.in_(of_these.group_by(readings.c.report)))


def load_readings(record: Connection, chosen: Select[tuple[int]]) -> dict[int, Reading]:
    """These readings by their `seq`, in the order of their reports."""
    asked = select(readings.c.seq).where(readings.c.seq.in_(chosen))
    return load_readings_at(record, record.execute(asked).scalars().all())


def load_readings_at(
    record: Connection, seqs: Collection[int], without: Collection[str] = (), shelf: Shelf | None = None
) -> dict[int, Reading]:
    """The readings under these numbers by their `seq`, in the order of their reports; these lists are left empty.

    What is on the shelf already is not loaded, and all stands there then: it is for readings without the same lists.
    """
    rows = sorted(find_rows(record, readings.c.seq, seqs, OWN_COLUMNS), key=itemgetter(1))
    known = {row[0]: found for row in rows if shelf and (found := shelf.get(row[2]))}
    new = [row for row in rows if row[0] not in known]
    told = load_reports_at(record, {row[1] for row in new})
    lists = _load_lists(record, [row[0] for row in new], without)
    made = {row[0]: _reading(row, told[row[1]], lists[row[0]]) for row in new}
    if shelf:
        shelf.put((row[2], made[row[0]]) for row in new)
    return {row[0]: known.get(row[0]) or made[row[0]] for row in rows}


def _load_lists(record: Connection, seqs: Collection[int], without: Collection[str]) -> dict[int, dict[str, list[Any]]]:
    lists: dict[int, dict[str, list[Any]]] = defaultdict(lambda: defaultdict(list))
    for table in LISTS:
        if table.name not in without:
            rows = sorted(find_rows(record, table.c.reading, seqs, ("reading", "idx", "noun")), key=itemgetter(0, 1))
            nouns: list[Any] = all_from_json(NOUNS[table.name], (noun for _, _, noun in rows))
            for (seq, _, _), noun in zip(rows, nouns, strict=True):
                lists[seq][table.name].append(noun)
    return lists


def _reading(row: Sequence[Any], report: Report, lists: Mapping[str, list[Any]]) -> Reading:
    _, _, _, reader, version, settings, notes = row
    found = {name: tuple(lists[name]) for name in NOUNS if name in lists}
    return Reading(report, ReaderName(reader, version, settings), notes=tuple(notes), **found)


def find_claims(
    record: Connection, *, source: str | None, about: str | None, place: str | None, until: datetime | None = None
) -> tuple[tuple[Reading, Claim], ...]:
    """Claims of the latest readings that have all the words asked for, in the order of reports and claims."""
    asked = [] if source is None else [has_words(claims.c.voice, source)]
    asked += [] if about is None else [has_words(claims.c.words, about)]
    asked += [] if place is None else [_is_in(record, place)]
    fits = and_(claims.c.reading.in_(latest_seqs(until)), *asked)
    found = load_readings(record, select(claims.c.reading).where(fits).distinct())
    by_reading: dict[int, list[int]] = defaultdict(list)
    for row in record.execute(select(claims.c.reading, claims.c.idx).where(fits).order_by(claims.c.idx)):
        by_reading[row.reading].append(row.idx)
    return tuple((reading, reading.claims[idx]) for seq, reading in found.items() for idx in by_reading[seq])


def _is_in(record: Connection, place: str) -> ColumnElement[bool]:
    """Whether a claim's place has these words, or lies in the country that reports of the case call so."""
    named = record.execute(select(places.c.name, places.c.country).where(places.c.kind == "country").distinct())
    codes = {row.country for row in named if row.country and fold(row.name) == fold(place)}
    inside = (claims.c.place.contains(whole_name(code), autoescape=True) for code in sorted(codes))
    return or_(has_words(claims.c.place, place), *inside)
