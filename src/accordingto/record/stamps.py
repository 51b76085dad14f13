"""Stamps: what tells two states of a case apart without looking at what is in them."""

from sqlalchemy import Connection, func, select

from accordingto.record.tables import casts, choices, ledger, reports, reviews

LAST = (func.max(reports.c.seq), func.max(choices.c.seq), func.count(reviews.c.id), func.max(casts.c.number))
NUMBERS = select(*(select(number).scalar_subquery() for number in LAST))
COMPARED = select(ledger.c.choice, ledger.c.state)


def stamp_of(record: Connection) -> str:
    """Other words whenever a report, a reading, a cast, a review or what comparing found has come in or changed."""
    numbers, compared = record.execute(NUMBERS).one(), record.execute(COMPARED).all()
    return repr((tuple(numbers), [tuple(row) for row in compared]))
