"""Aftermaths: what people decided is kept, and with it what comparing anew under it finds."""

from collections.abc import Collection, Sequence
from typing import TYPE_CHECKING

from accordingto.casebook.comparisons import compare_new
from accordingto.casebook.shapes import shape_readings
from accordingto.terms.findings import IncidentFindings
from accordingto.terms.reviews import Review

if TYPE_CHECKING:
    from accordingto.record.shelves import Shelf
    from accordingto.record.store import Record

Incidents = tuple[IncidentFindings, ...]


def keep_and_follow(
    record: "Record",
    shelf: "Shelf",
    kept: Sequence[Review],
    made: Sequence[Review],
    report_ids: Collection[str],
    *,
    grouping: bool,
) -> tuple[Incidents, Incidents]:
    """These reviews are in the case, and readings and comparison follow them: the incidents touched, before and after.

    `report_ids` are the reports of whose finds they speak; `grouping` says that some speak of accounts. Without any
    incident where nothing was compared yet, or the readings are what they were.
    """
    from accordingto.record.casts import load_own_cast
    from accordingto.record.following import WatchedLedger
    from accordingto.record.reviews import keep_reviews

    keep_reviews(record, made)
    shaped = shape_readings(record, report_ids)
    ledger, cast = WatchedLedger(record, shelf), load_own_cast(record)
    if not ledger.state() or not (shaped or grouping):
        return (), ()
    compare_new(ledger, cast, (*kept, *made))
    return ledger.before(), ledger.after()
