"""Comparisons: what the record holds of them follows its latest readings, its cast and its people's decisions."""

from collections.abc import Iterable
from typing import TYPE_CHECKING

from accordingto.casebook.garbage import search_put_off
from accordingto.terms.casts import Cast
from accordingto.terms.decisions import Decisions
from accordingto.terms.reviews import Review

if TYPE_CHECKING:
    from accordingto.record.ledgers import RecordLedger


def compare_new(ledger: "RecordLedger", own_cast: Cast, reviews: Iterable[Review]) -> bool:
    """The ledger is that of the case's latest readings, cast and decisions; whether that is new."""
    from accordingto.reconcile.growth import grow, is_current
    from accordingto.terms.general import general_cast

    cast = general_cast().with_own(own_cast)
    if not is_current(ledger, cast):
        ledger.clear()
    with search_put_off():
        changed = grow(ledger, ledger.new_readings(), decisions=Decisions.of(reviews), cast=cast)
    ledger.catch_up()
    return changed
