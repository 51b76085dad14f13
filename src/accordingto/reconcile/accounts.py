"""Accounts compared: a set of readings goes in, and all that comparing them finds comes out, the same in any order."""

from collections.abc import Sequence
from datetime import datetime

from accordingto.reconcile.growth import grow
from accordingto.reconcile.hearing import follow_pages
from accordingto.reconcile.ledgers import MemoryLedger
from accordingto.terms.casts import Cast
from accordingto.terms.decisions import Decisions
from accordingto.terms.findings import Comparison
from accordingto.terms.readings import Reading


def compare_accounts(
    readings: Sequence[Reading],
    *,
    now: datetime | None = None,
    cast: Cast | None = None,
    decisions: Decisions | None = None,
) -> Comparison:
    """Incidents, copies, agreements and outcomes of a case. `now` is what announcements are overdue against.

    `cast` is the one in force in the case: it says on which side an outlet stands. `decisions` are what people say of
    accounts that stand together or apart; they beat every likeness.
    """
    ledger = MemoryLedger()
    grow(ledger, one_reading_each(readings), decisions=decisions, cast=cast)
    return read_ledger(ledger, now=now)


def read_ledger(ledger: MemoryLedger, *, now: datetime | None = None) -> Comparison:
    """What comparing the readings of a ledger found."""
    incidents = ledger.all_incidents()
    return Comparison(
        incidents=incidents,
        copies=ledger.all_copies(),
        agreements=(*(a for found in incidents for a in found.agreements), *ledger.all_agreements()),
        outcomes=follow_pages(ledger, now=now),
    )


def one_reading_each(readings: Sequence[Reading]) -> tuple[Reading, ...]:
    """One reading of each report, in order of report id; of several readers the one whose name sorts last."""
    latest = {reading.report.id: reading for reading in sorted(readings, key=lambda r: (str(r.reader), r.id))}
    return tuple(latest[report_id] for report_id in sorted(latest))
