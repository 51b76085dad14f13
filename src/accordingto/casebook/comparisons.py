"""Comparisons: what the record holds of them follows its latest readings, its cast and its people's decisions."""

from collections.abc import Iterable
from itertools import islice
from typing import TYPE_CHECKING

from accordingto.casebook.garbage import search_put_off
from accordingto.terms.casts import Cast
from accordingto.terms.decisions import Decisions
from accordingto.terms.reviews import Review

if TYPE_CHECKING:
    from accordingto.record.following import FollowedLedger
    from accordingto.record.ledgers import RecordLedger
    from accordingto.record.store import Record


def is_near(ledger: "RecordLedger", own_cast: Cast, few: int) -> bool:
    """Whether comparing would take in no more than a few readings: nothing is to be compared anew from the start."""
    from accordingto.reconcile.growth import is_current
    from accordingto.terms.general import general_cast

    left = sum(1 for _ in islice(ledger.new_readings(), few + 1))
    return is_current(ledger, general_cast().with_own(own_cast)) and left <= few


def compare_new(ledger: "FollowedLedger", own_cast: Cast, reviews: Iterable[Review]) -> bool:
    """The ledger is that of the case's latest readings, cast and decisions; whether that is new."""
    from accordingto.reconcile.following import follow_all
    from accordingto.reconcile.growth import grow, is_current
    from accordingto.terms.general import general_cast

    cast = general_cast().with_own(own_cast)
    if not is_current(ledger, cast):
        ledger.clear()
    with search_put_off():
        changed = grow(ledger, ledger.new_readings(), decisions=Decisions.of(reviews), cast=cast)
        follow_all(ledger, ledger.moved)
    ledger.catch_up()
    return changed


def catalogue_new(record: "Record", ledger: "FollowedLedger") -> None:
    """The case has a catalogue; one that an earlier version compared has it from now on."""
    from accordingto.reconcile.following import follow_all
    from accordingto.record.catalogues import is_catalogued, make_catalogue

    if not is_catalogued(record):
        make_catalogue(record)
        follow_all(ledger, ledger.all_moved())
