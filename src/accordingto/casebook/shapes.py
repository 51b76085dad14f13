"""Readings shaped by people: of every report the reading that is asked is what the reviews make of the reader's own."""

from collections.abc import Collection, Iterable
from typing import TYPE_CHECKING

from accordingto.terms.corrections import OF_FINDS, Correction, corrections_of
from accordingto.terms.reviews import Review

if TYPE_CHECKING:
    from accordingto.record.store import Record


def shape_readings(record: "Record", report_ids: Collection[str] | None = None) -> bool:
    """The readings asked of these reports, or of all ever reviewed, follow the reviews; whether any is new."""
    from accordingto.read.corrections import correct
    from accordingto.record.readings import choose_corrected, load_readings_of, own_seqs
    from accordingto.record.reviews import load_reviews

    reviews = load_reviews(record)
    names = _reviewed(reviews) if report_ids is None else report_ids
    corrections = corrections_of(reviews) if names else ()
    own = load_readings_of(record, names, lambda of: own_seqs(of=of))
    shaped = [choose_corrected(record, one, correct(one, corrections).reading) for one in own.values()]
    return any(shaped)


def _reviewed(reviews: Iterable[Review]) -> frozenset[str]:
    return frozenset(Correction.of(review).item.report_id for review in reviews if review.verdict in OF_FINDS)
